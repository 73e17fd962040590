"""Adds who asked for a meeting that was handed over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column."""
    op.add_column("meetings", sa.Column("organizer", sa.String))
