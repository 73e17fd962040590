"""Adds the name of each meeting's host."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column, empty for older meetings."""
    op.add_column("meetings", sa.Column("host_name", sa.String))
