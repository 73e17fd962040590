"""Adds which experts are asked a little later, since they are away or busy."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Add the column, empty where everybody is asked at the same time."""
    op.add_column("expert_requests", sa.Column("later", sa.JSON))
