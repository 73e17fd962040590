"""Adds where programs want to be told of events, and which program asked for a meeting."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Create the tables, and fill in the programs of earlier meetings."""
    op.add_column("meetings", sa.Column("program", sa.String(40)))
    op.execute(
        "UPDATE meetings SET program = (SELECT api_meetings.program FROM api_meetings"
        " WHERE api_meetings.seed = meetings.sub)"
    )
    op.create_index("api_meetings_reference", "api_meetings", ["program", "reference"])
    op.create_table(
        "event_endpoints",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("program", sa.String(40), nullable=False),
        sa.Column("target", sa.String, nullable=False),
        sa.Column("types", sa.String, nullable=False),
        sa.Column("secret", sa.String, nullable=False),
        sa.Column("contact", sa.String(254)),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopped", sa.DateTime(timezone=True)),
    )
    op.create_index("event_endpoints_program", "event_endpoints", ["program"])
    op.create_table(
        "event_deliveries",
        sa.Column("endpoint", sa.String(16), primary_key=True),
        sa.Column("event", sa.String(40), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("delivered", sa.DateTime(timezone=True)),
    )
    op.create_index("event_deliveries_at", "event_deliveries", ["at"])
