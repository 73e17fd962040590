"""The tables of doors: who has one, who came, what was said to them.

None of them has a column for a token: it is derived again from the installation's key.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.edges.storage.tables import UtcDateTime, of_a_meeting, tables

doors = sa.Table(
    "doors",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    of_a_meeting(),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("known_as", sa.String, nullable=False),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("occasion", sa.String, nullable=False),
    sa.Column("nth", sa.Integer, nullable=False),
    sa.Column("token_hash", sa.String(64), nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("shared", sa.Boolean, nullable=False),
    sa.Column("name", sa.String),
    sa.Column("language", sa.String),
    sa.UniqueConstraint("number", "kind", "known_as", "occasion", "nth", name="doors_once"),
    sa.UniqueConstraint("token_hash", name="doors_token"),
)
"""The doors of meetings, one row for each generation.

`known_as` is a guest's identity, a host's id, or what the links of a shared door have in common;
`occasion` and `nth` find the same door again when a request is replayed.
"""

attendances = sa.Table(
    "attendances",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    of_a_meeting(),
    sa.Column("known_as", sa.String, nullable=False),
    sa.Column("visitor", sa.String, nullable=False),
    sa.Column("name", sa.String),
    sa.Column("language", sa.String),
    sa.Column("rsvp", sa.String),
    sa.Column("since", UtcDateTime),
    sa.Column("admitted", UtcDateTime),
    sa.Column("joined", UtcDateTime),
    sa.Column("link_until", UtcDateTime),
    sa.Column("reply", sa.String),
    sa.UniqueConstraint("number", "known_as", "visitor", name="attendances_once"),
)
"""Who answered the invitation or came to the door. `visitor` tells apart who shares a door."""

door_messages = sa.Table(
    "door_messages",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    of_a_meeting(),
    sa.Column("known_as", sa.String, nullable=False),
    sa.Column("occasion", sa.String, nullable=False),
    sa.Column("text", sa.String, nullable=False),
    sa.UniqueConstraint("number", "known_as", "occasion", name="door_messages_once"),
)
"""What hosts told guests, for their pages; an empty `known_as` means everybody."""

waiting_lists = sa.Table(
    "waiting_lists",
    tables,
    of_a_meeting(),
    sa.Column("person_id", sa.String, nullable=False),
    sa.Column("message_id", sa.String, nullable=False),
    sa.PrimaryKeyConstraint("number", "person_id"),
)
"""The message that lists who waits, for each host."""
