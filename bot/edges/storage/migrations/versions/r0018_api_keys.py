"""Adds the keys with which other programs call the bot."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Create the table."""
    moments = ("expires", "revoked", "used")
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("room_seed", sa.String, nullable=False),
        sa.Column("scopes", sa.String, nullable=False),
        sa.Column("per_minute", sa.Integer, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(each, sa.DateTime(timezone=True)) for each in moments),
    )
    op.create_index("api_keys_name", "api_keys", ["name"])
