"""Adds when each host last spoke of a meeting, or was told of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Add the column, empty for meetings that nobody has spoken of."""
    op.add_column("hosts", sa.Column("mentioned", sa.DateTime(timezone=True)))
