"""Creates the tables from before migrations, unless the database has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the missing tables."""
    op.create_table(
        "leases",
        sa.Column("executor", sa.String(80), primary_key=True),
        sa.Column("place", sa.String(255), nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("until", sa.Double, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "courtesies",
        sa.Column("key", sa.String(512), primary_key=True),
        sa.Column("at", sa.Float, nullable=False),
        if_not_exists=True,
    )
