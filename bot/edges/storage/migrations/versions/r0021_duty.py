"""Adds hours and leads of groups of experts, their calendars, and who is on duty."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Add the columns and the tables."""
    op.add_column("expert_groups", sa.Column("leads", sa.JSON))
    op.add_column("expert_groups", sa.Column("hours", sa.JSON))
    op.add_column("expert_groups", sa.Column("zone", sa.String(64)))
    op.create_table(
        "expert_file_groups",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("tiers", sa.JSON, nullable=False),
        sa.Column("after", sa.Integer, nullable=False),
        sa.Column("leads", sa.JSON),
        sa.Column("hours", sa.JSON),
        sa.Column("zone", sa.String(64)),
    )
    _create_duties()


def _create_duties() -> None:
    op.create_table(
        "expert_calendars",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("address_digest", sa.String(64), nullable=False),
        sa.Column("tried", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fetched", sa.DateTime(timezone=True)),
        sa.Column("trouble", sa.String(80), nullable=False),
        sa.Column("periods", sa.JSON, nullable=False),
    )
    op.create_table(
        "expert_duties",
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("email", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("is_on", sa.Boolean, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True)),
        sa.Column("stand_in", sa.JSON),
    )
