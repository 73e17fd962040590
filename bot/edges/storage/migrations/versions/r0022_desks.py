"""Adds desks with posters, their addresses, and the calls made there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "desks",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("asks", sa.String(80), nullable=False),
        sa.Column("seed", sa.String, nullable=False),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("code", sa.String(8), nullable=False),
        sa.Column("screen", sa.Boolean, nullable=False),
        sa.Column("off", sa.Boolean, nullable=False),
    )
    op.create_table(
        "desk_addresses",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("desk", sa.String(80), nullable=False),
        sa.Column("seed", sa.String, nullable=False),
        sa.Column("screen", sa.Boolean, nullable=False),
    )
    op.create_table(
        "desk_calls",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("desk", sa.String(80), nullable=False),
        sa.Column("visitor", sa.String(64), nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seed", sa.String, nullable=False),
        sa.UniqueConstraint("desk", "form", name="desk_calls_once"),
    )
    op.create_index("desk_calls_recent", "desk_calls", ["desk", "at"])
    op.create_index("desk_calls_at", "desk_calls", ["at"])
