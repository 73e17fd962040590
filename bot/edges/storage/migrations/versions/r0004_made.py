"""When each meeting was asked for, to count those of the last hour."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the moment, which older meetings do not have, and lead to it by person and by space."""
    op.add_column("meetings", sa.Column("made", sa.DateTime(timezone=True)))
    op.create_index("meetings_made_by", "meetings", ["host_id", "made"])
    op.create_index("meetings_made_in", "meetings", ["room_id", "made"])
