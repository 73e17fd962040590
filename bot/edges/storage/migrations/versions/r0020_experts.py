"""Adds groups of experts, and the requests to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "expert_groups",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("tiers", sa.JSON, nullable=False),
        sa.Column("after", sa.Integer, nullable=False),
    )
    op.create_table(
        "expert_requests",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("after", sa.Integer, nullable=False),
        sa.Column("claimed_by", sa.String),
        sa.Column("claimed", sa.DateTime(timezone=True)),
    )
    op.create_index("expert_requests_asked", "expert_requests", ["asked"])
    op.create_table(
        "expert_cards",
        sa.Column("message_id", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("room_id", sa.String, nullable=False),
    )
    op.create_index("expert_cards_number", "expert_cards", ["number"])
