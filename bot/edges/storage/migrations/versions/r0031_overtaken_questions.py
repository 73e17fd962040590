"""Adds to each question where it was asked, and what has come in between."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Add the columns, empty for questions asked by an earlier version."""
    op.add_column("open_questions", sa.Column("thread", sa.String))
    op.add_column("open_questions", sa.Column("overtaken", sa.Boolean))
    op.add_column("open_questions", sa.Column("unclear_since", sa.Double))
    op.add_column("open_questions", sa.Column("addressed", sa.Boolean))
