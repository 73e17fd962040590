"""The tables of the time before migrations; where such a database exists, it is taken over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables that are not there yet."""
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
