"""Adds what people were asked last, so that they can answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "open_questions",
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("room_id", sa.String, primary_key=True),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("choices", sa.JSON, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Index("open_questions_at", "at"),
    )
