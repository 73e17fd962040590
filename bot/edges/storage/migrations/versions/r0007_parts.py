"""Adds which worker a notice belongs to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; entries without a value, such as scheduled tasks, are for any worker."""
    op.add_column("inbox", sa.Column("part", sa.Integer))
