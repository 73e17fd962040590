"""Adds failed conversations and the doctor's latest findings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "failures",
        sa.Column("key", sa.String(512), primary_key=True),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("trouble", sa.String(80), nullable=False),
        sa.Column("tracking_id", sa.String(100)),
        sa.Column("at", sa.Double, nullable=False),
    )
    op.create_table(
        "examinations",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("findings", sa.JSON, nullable=False),
    )
