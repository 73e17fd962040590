"""The bot's own tables, in the engine's database; a test compares them with the migrations.

None of them has a column for a link, a short code or a cipher.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

tables = sa.MetaData()


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """A time in UTC, aware in Python; SQLite stores no zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: sa.Dialect) -> datetime | None:
        """Convert to UTC for the database."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any | None, _dialect: sa.Dialect) -> datetime | None:
        """Convert to an aware time in UTC."""
        if value is None:
            return None
        read: datetime = value if value.tzinfo else value.replace(tzinfo=UTC)
        return read.astimezone(UTC)


def of_a_meeting() -> sa.Column[int]:
    """Return a column for the number of a meeting."""
    return sa.Column("number", sa.Integer, sa.ForeignKey("meetings.number"), nullable=False)


leases = sa.Table(
    "leases",
    tables,
    sa.Column("executor", sa.String(80), primary_key=True),
    sa.Column("until", sa.Double, nullable=False),
)
"""Which processes are alive: each renews its lease."""

courtesies = sa.Table(
    "courtesies",
    tables,
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("token", sa.String),
)
"""Things to do only once, such as telling a stranger that they aren't allowed to use the bot.
`token` names the conversation that does it, which may do it again after a crash."""

quota_uses = sa.Table(
    "quota_uses",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.String(512), nullable=False),
    sa.Column("token", sa.String, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("key", "token", name="quota_uses_once"),
    sa.Index("quota_uses_recent", "key", "at"),
    sa.Index("quota_uses_at", "at"),
)
"""Each use of a quota within the last day. `key` is that of `Quota`."""

meetings = sa.Table(
    "meetings",
    tables,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("sub", sa.String, nullable=False),
    sa.Column("host_id", sa.String, nullable=False),
    sa.Column("host", sa.String),
    sa.Column("opens", UtcDateTime, nullable=False),
    sa.Column("expires", UtcDateTime, nullable=False),
    sa.Column("subject", sa.String),
    sa.Column("search", sa.String, nullable=False),
    sa.Column("room_id", sa.String),
    sa.Column("thread", sa.String),
    sa.Column("vertical", sa.String, nullable=False),
    sa.Column("login", sa.Boolean, nullable=False),
    sa.Column("devices", sa.JSON, nullable=False),
    sa.Column("planned", sa.Boolean, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("made", UtcDateTime),
    sa.Column("organizer", sa.String),
    sa.Column("host_name", sa.String),
    sa.Column("moves", sa.Integer),
    sa.Column("links_until", UtcDateTime),
    sa.Column("admit_first", sa.Boolean),
    sa.Column("expert_group", sa.String(80)),
    sa.Column("cancelled", UtcDateTime),
    sa.Column("program", sa.String(40)),
    sa.UniqueConstraint("sub", name="meetings_sub"),
    sa.Index("meetings_opens", "opens"),
    sa.Index("meetings_made_by", "host_id", "made"),
    sa.Index("meetings_made_in", "room_id", "made"),
    sa.Index("meetings_of_thread", "thread"),
    sqlite_autoincrement=True,  # never reuse the number of a deleted row
)
"""Meetings. `search` is the subject as `FindMeetings` compares it, `made` when it was asked for,
`program` which program asked for it."""

# `expires` is repeated for each person, so that an index leads to their current meetings, however
# many past ones there are.
hosts = sa.Table(
    "hosts",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    of_a_meeting(),
    sa.Column("person_id", sa.String, nullable=False),
    sa.Column("email", sa.String),
    sa.Column("expires", UtcDateTime, nullable=False),
    sa.Column("started", UtcDateTime),
    sa.Column("without_link", sa.Boolean),
    sa.Column("mentioned", UtcDateTime),
    sa.UniqueConstraint("number", "person_id", name="hosts_once"),
    sa.Index("hosts_person", "person_id", "expires"),
)
"""The hosts of meetings, in the order in which they were added, and when each pressed *Start*.
One who asked a group of experts is `without_link`: they can change the meeting, not host it.
`mentioned` is when the host last named the meeting, or was told of it."""

deliveries = sa.Table(
    "deliveries",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    of_a_meeting(),
    sa.Column("expires", UtcDateTime, nullable=False),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("person_id", sa.String, nullable=False),
    sa.Column("email", sa.String),
    sa.Column("name", sa.String),
    sa.Column("language", sa.String),
    sa.Column("known_as", sa.String),
    sa.Column("nth", sa.Integer, nullable=False),
    sa.Column("way", sa.String, nullable=False),
    sa.Column("message_id", sa.String, nullable=False),
    sa.Column("room_id", sa.String),
    sa.Column("card", sa.Boolean, nullable=False),
    sa.Column("trouble", sa.String),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
    sa.UniqueConstraint("number", "message_id", "role", "known_as", "nth", name="deliveries_once"),
    sa.Index("deliveries_person", "known_as", "expires"),
    sa.Index("deliveries_message", "message_id"),
)
"""Who was sent a link, how, and whether that worked.

`known_as` identifies a guest however they were named, and is empty for a spare link; `nth` tells
several of these in one message apart. A withdrawn message keeps its row, so that recording it
again after a crash does not bring it back.
"""

usual = sa.Table(
    "usual",
    tables,
    sa.Column("owner", sa.String, primary_key=True),
    sa.Column("minutes", sa.Integer),
    sa.Column("vertical", sa.String),
    sa.Column("zone", sa.String),
    sa.Column("login", sa.Boolean),
    sa.Column("language", sa.String),
    sa.Column("admit_first", sa.Boolean),
)
"""The defaults of a space or a person."""

inbox = sa.Table(
    "inbox",
    tables,
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("entry", sa.Text, nullable=False),
    sa.Column("at", sa.Double, nullable=False),
    sa.Index("ix_inbox_at", "at"),
)
"""Notices for a worker, each due at `at`, in seconds since 1970."""

singleton_tasks = sa.Table(
    "duties",
    tables,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("until", sa.Double, nullable=False),
    sa.Column("done", sa.Double),
)
"""Tasks that one process does at a time: claimed until `until`, last done at `done`. They
have nothing to do with the duty of experts."""

examinations = sa.Table(
    "examinations",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Double, nullable=False),
    sa.Column("findings", sa.JSON, nullable=False),
)
"""The doctor's latest findings: one row."""

open_questions = sa.Table(
    "open_questions",
    tables,
    sa.Column("person_id", sa.String, primary_key=True),
    sa.Column("room_id", sa.String, primary_key=True),
    sa.Column("id", sa.String(80), nullable=False),
    sa.Column("at", sa.Double, nullable=False),
    sa.Column("choices", sa.JSON, nullable=False),
    sa.Column("sentence", sa.Text, nullable=False),
    sa.Column("thread", sa.String),
    sa.Column("overtaken", sa.Boolean),
    sa.Column("unclear_since", sa.Double),
    sa.Column("addressed", sa.Boolean),
    sa.Index("open_questions_at", "at"),
)
"""What each person was asked last in each space, for some minutes."""
