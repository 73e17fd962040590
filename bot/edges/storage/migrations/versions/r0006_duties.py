"""Adds the tasks of one process at a time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "duties",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("until", sa.Double, nullable=False),
        sa.Column("done", sa.Double),
    )
