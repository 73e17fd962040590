"""Adds meetings, hosts, deliveries and defaults."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    op.add_column("courtesies", sa.Column("token", sa.String))
    _make_meetings()
    _make_hosts()
    _make_deliveries()
    _make_usual()


def _make_meetings() -> None:
    op.create_table(
        "meetings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("sub", sa.String, nullable=False),
        sa.Column("host_id", sa.String, nullable=False),
        sa.Column("host", sa.String),
        sa.Column("opens", MOMENT, nullable=False),
        sa.Column("expires", MOMENT, nullable=False),
        sa.Column("subject", sa.String),
        sa.Column("search", sa.String, nullable=False),
        sa.Column("room_id", sa.String),
        sa.Column("thread", sa.String),
        sa.Column("vertical", sa.String, nullable=False),
        sa.Column("login", sa.Boolean, nullable=False),
        sa.Column("devices", sa.JSON, nullable=False),
        sa.Column("planned", sa.Boolean, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.UniqueConstraint("sub", name="meetings_sub"),
        sqlite_autoincrement=True,
    )
    op.create_index("meetings_opens", "meetings", ["opens"])


def _make_hosts() -> None:
    op.create_table(
        "hosts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, sa.ForeignKey("meetings.number"), nullable=False),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("email", sa.String),
        sa.Column("expires", MOMENT, nullable=False),
        sa.UniqueConstraint("number", "person_id", name="hosts_once"),
    )
    op.create_index("hosts_person", "hosts", ["person_id", "expires"])


def _make_deliveries() -> None:
    once = ("number", "message_id", "role", "known_as", "nth")
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, sa.ForeignKey("meetings.number"), nullable=False),
        sa.Column("expires", MOMENT, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("email", sa.String),
        sa.Column("name", sa.String),
        sa.Column("known_as", sa.String),
        sa.Column("nth", sa.Integer, nullable=False),
        sa.Column("way", sa.String, nullable=False),
        sa.Column("message_id", sa.String, nullable=False),
        sa.Column("room_id", sa.String),
        sa.Column("card", sa.Boolean, nullable=False),
        sa.Column("trouble", sa.String),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.UniqueConstraint(*once, name="deliveries_once"),
    )
    op.create_index("deliveries_person", "deliveries", ["known_as", "expires"])
    op.create_index("deliveries_message", "deliveries", ["message_id"])


def _make_usual() -> None:
    op.create_table(
        "usual",
        sa.Column("owner", sa.String, primary_key=True),
        sa.Column("minutes", sa.Integer),
        sa.Column("vertical", sa.String),
        sa.Column("zone", sa.String),
        sa.Column("login", sa.Boolean),
        sa.Column("language", sa.String),
    )
