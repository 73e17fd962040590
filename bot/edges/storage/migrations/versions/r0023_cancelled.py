"""Adds when a meeting was cancelled."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Add the column."""
    op.add_column("meetings", sa.Column("cancelled", sa.DateTime(timezone=True)))
