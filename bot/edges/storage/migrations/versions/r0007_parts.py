"""Which share of the inbox a notice belongs to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; what has none, as an errand, is for anybody."""
    op.add_column("inbox", sa.Column("part", sa.Integer))
