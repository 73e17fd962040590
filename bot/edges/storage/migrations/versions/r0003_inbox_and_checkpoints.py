"""Adds the inbox and the checkpoints, unless the database has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the missing tables."""
    op.create_table(
        "inbox",
        sa.Column("key", sa.String(512), primary_key=True),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_inbox_at", "inbox", ["at"], if_not_exists=True)
    op.create_table(
        "checkpoints",
        sa.Column("conversation", sa.String(512), primary_key=True),
        sa.Column("step", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_checkpoints_at", "checkpoints", ["at"], if_not_exists=True)
