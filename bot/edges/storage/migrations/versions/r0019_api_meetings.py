"""Adds the meetings that other programs asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "api_meetings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("program", sa.String(40), nullable=False),
        sa.Column("idempotency", sa.String(64)),
        sa.Column("body_hash", sa.String(64), nullable=False),
        sa.Column("seed", sa.String, nullable=False),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("reference", sa.String(200)),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("program", "idempotency", name="api_meetings_once"),
        sa.UniqueConstraint("seed", name="api_meetings_seed"),
    )
    op.create_index("api_meetings_at", "api_meetings", ["at"])
