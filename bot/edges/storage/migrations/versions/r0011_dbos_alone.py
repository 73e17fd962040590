"""Drops our own records of steps, which DBOS keeps now, and our triggers on its tables."""

from __future__ import annotations

import time

import sqlalchemy as sa
from alembic import op

from bot.edges.storage.migrations import StillInHandError

revision = "0011"
down_revision = "0010"

LONGEST = 3900.0
"""Seconds after which the previous version has given up every conversation."""


def upgrade() -> None:
    """Drop the tables, column and triggers that are no longer used.

    Raises:
        StillInHandError: the previous version must finish its conversations first.
    """
    connection = op.get_bind()
    recent = sa.text("SELECT count(DISTINCT conversation) FROM checkpoints WHERE at > :since")
    if left := connection.scalar(recent, {"since": time.time() - LONGEST}):
        raise StillInHandError(left)
    if connection.dialect.name == "postgresql":
        op.execute("DROP TRIGGER IF EXISTS conversation_over ON dbos.workflow_status")
        op.execute("DROP FUNCTION IF EXISTS conversation_over()")
    else:
        op.execute("DROP TRIGGER IF EXISTS conversation_over")
        op.execute("DROP TRIGGER IF EXISTS conversation_begun")
    op.drop_table("checkpoints")
    op.drop_table("failures")
    op.drop_column("inbox", "part")
