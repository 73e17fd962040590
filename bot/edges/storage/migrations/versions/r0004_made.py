"""Adds the time of each meeting's command, for the limits by the hour."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column, empty for older meetings, with an index by person and one by space."""
    op.add_column("meetings", sa.Column("made", sa.DateTime(timezone=True)))
    op.create_index("meetings_made_by", "meetings", ["host_id", "made"])
    op.create_index("meetings_made_in", "meetings", ["room_id", "made"])
