"""Adds the language of each card to experts, in which they read what became of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Add the column, empty for cards of an earlier version."""
    op.add_column("expert_cards", sa.Column("language", sa.String(2)))
