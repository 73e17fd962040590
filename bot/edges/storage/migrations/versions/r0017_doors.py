"""Adds doors, who came to them, and whether guests are let in by the host."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Create the tables and add the columns."""
    op.add_column("meetings", sa.Column("admit_first", sa.Boolean))
    op.add_column("usual", sa.Column("admit_first", sa.Boolean))
    op.add_column("hosts", sa.Column("started", sa.DateTime(timezone=True)))
    _create_doors()
    _create_attendances()
    _create_messages()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, sa.ForeignKey("meetings.number"), nullable=False)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=nullable)


def _create_doors() -> None:
    op.create_table(
        "doors",
        _id(),
        _number(),
        _text("kind"),
        _text("known_as"),
        sa.Column("generation", sa.Integer, nullable=False),
        _text("occasion"),
        sa.Column("nth", sa.Integer, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        _text("state"),
        sa.Column("shared", sa.Boolean, nullable=False),
        _text("name", nullable=True),
        _text("language", nullable=True),
        sa.UniqueConstraint("number", "kind", "known_as", "occasion", "nth", name="doors_once"),
        sa.UniqueConstraint("token_hash", name="doors_token"),
    )


def _create_attendances() -> None:
    moments = ("since", "admitted", "joined", "link_until")
    op.create_table(
        "attendances",
        _id(),
        _number(),
        _text("known_as"),
        _text("visitor"),
        *(_text(each, nullable=True) for each in ("name", "language", "rsvp")),
        *(sa.Column(each, sa.DateTime(timezone=True)) for each in moments),
        _text("reply", nullable=True),
        sa.UniqueConstraint("number", "known_as", "visitor", name="attendances_once"),
    )


def _create_messages() -> None:
    op.create_table(
        "door_messages",
        _id(),
        _number(),
        *map(_text, ("known_as", "occasion", "text")),
        sa.UniqueConstraint("number", "known_as", "occasion", name="door_messages_once"),
    )
    op.create_table(
        "waiting_lists",
        _number(),
        *map(_text, ("person_id", "message_id")),
        sa.PrimaryKeyConstraint("number", "person_id"),
    )
