"""The tables of experts. None of them has a column for a link or a guest."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.edges.storage.tables import UtcDateTime, tables


def _columns_of_a_group() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("tiers", sa.JSON, nullable=False),
        sa.Column("after", sa.Integer, nullable=False),
        sa.Column("leads", sa.JSON),
        sa.Column("hours", sa.JSON),
        sa.Column("zone", sa.String(64)),
    )


expert_groups = sa.Table("expert_groups", tables, *_columns_of_a_group())
"""Groups of experts as they were set up in a chat: `tiers` says who is asked first, then who else.

One without tiers was deleted in a chat, although the file has it.
"""

expert_file_groups = sa.Table("expert_file_groups", tables, *_columns_of_a_group())
"""Groups of experts as the file has them."""

expert_calendars = sa.Table(
    "expert_calendars",
    tables,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("kind", sa.String(16), primary_key=True),
    sa.Column("address_digest", sa.String(64), nullable=False),
    sa.Column("tried", UtcDateTime, nullable=False),
    sa.Column("fetched", UtcDateTime),
    sa.Column("trouble", sa.String(80), nullable=False),
    sa.Column("periods", sa.JSON, nullable=False),
)
"""The last good copy of each group's calendars, and what was wrong when one was tried last."""

expert_duties = sa.Table(
    "expert_duties",
    tables,
    sa.Column("person_id", sa.String, primary_key=True),
    sa.Column("email", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("is_on", sa.Boolean, nullable=False),
    sa.Column("until", UtcDateTime),
    sa.Column("stand_in", sa.JSON),
)
"""What each person said last about being on duty."""

expert_requests = sa.Table(
    "expert_requests",
    tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("asked", UtcDateTime, nullable=False),
    sa.Column("after", sa.Integer, nullable=False),
    sa.Column("claimed_by", sa.String),
    sa.Column("claimed", UtcDateTime),
    sa.Column("step", sa.Integer, nullable=False, server_default="0"),
    sa.Column("due", UtcDateTime),
    sa.Column("asked_by", sa.String),
    sa.Column("claim", sa.String),
    sa.Column("confirmed", UtcDateTime),
    sa.Column("released", sa.String),
    sa.Column("first_claimed", UtcDateTime),
    sa.Column("given_back", sa.Integer, nullable=False, server_default="0"),
    sa.Column("note", sa.String),
    sa.Column("hosted", sa.String),
    sa.Column("host_name", sa.String),
    sa.Column("later", sa.JSON),
    sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Index("expert_requests_asked", "asked"),
)
"""Requests to groups, by their meeting's number, and who took each. `claim`, `released` and
`asked_by` name the conversations that took it, gave it back and asked a tier last, which may do it
again after a crash. `host_name` is what guests read before somebody took it."""

expert_refusals = sa.Table(
    "expert_refusals",
    tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("step", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("person_id", sa.String, primary_key=True),
)
"""Who left a request to others, and which tier was asked then."""

expert_cards = sa.Table(
    "expert_cards",
    tables,
    sa.Column("message_id", sa.String, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("room_id", sa.String, nullable=False),
    sa.Column("language", sa.String(2)),
    sa.Index("expert_cards_number", "number"),
)
"""The cards that ask for an expert."""
