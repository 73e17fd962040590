"""Drops where a process runs: its lease alone tells whether it is alive."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Drop the columns."""
    op.drop_column("leases", "place")
    op.drop_column("leases", "pid")
