"""Adds how often a meeting was moved, and when the links of its earlier times stop working."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("meetings", sa.Column("moves", sa.Integer))
    op.add_column("meetings", sa.Column("links_until", sa.DateTime(timezone=True)))
