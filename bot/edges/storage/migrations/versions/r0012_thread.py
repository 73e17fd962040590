"""Adds an index that leads from a thread to its meetings."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Create the index."""
    op.create_index("meetings_of_thread", "meetings", ["thread"])
