"""Adds the earlier secret of an endpoint, which signs beside a new one for a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.edges.storage.tables import UtcDateTime

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Add the columns, empty for secrets that weren't changed."""
    for column in ("secret_before", "rotation"):
        op.add_column("event_endpoints", sa.Column(column, sa.String))
    op.add_column("event_endpoints", sa.Column("secret_until", UtcDateTime))
