"""Adds the uses of quotas: messages to a guest, text messages, links asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "quota_uses",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(512), nullable=False),
        sa.Column("token", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("key", "token", name="quota_uses_once"),
    )
    op.create_index("quota_uses_recent", "quota_uses", ["key", "at"])
    op.create_index("quota_uses_at", "quota_uses", ["at"])
