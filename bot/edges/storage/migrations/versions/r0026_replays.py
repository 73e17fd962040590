"""Adds which order an event was sent again for, so that a repeated order sends nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Add the column, empty for events that weren't sent again."""
    op.add_column("event_deliveries", sa.Column("replay", sa.String(32)))
