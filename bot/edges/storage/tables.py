"""The bot's tables.

None of them has a place for a link, a short code or a cipher.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

tables = sa.MetaData()


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC, aware in Python; SQLite keeps no zone of its own."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: sa.Dialect) -> datetime | None:
        """Return what is written."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any | None, _dialect: sa.Dialect) -> datetime | None:
        """Return what was written."""
        if value is None:
            return None
        read: datetime = value if value.tzinfo else value.replace(tzinfo=UTC)
        return read.astimezone(UTC)


def _of_a_meeting() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, sa.ForeignKey("meetings.number"), nullable=False)


leases = sa.Table(
    "leases",
    tables,
    sa.Column("executor", sa.String(80), primary_key=True),
    sa.Column("place", sa.String(255), nullable=False),
    sa.Column("pid", sa.Integer, nullable=False),
    sa.Column("until", sa.Double, nullable=False),
)
"""Which processes are alive."""

courtesies = sa.Table(
    "courtesies",
    tables,
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("token", sa.String),
)
"""What is done once and never again, such as telling a stranger that they may not ask; `token`
names who did it, so that the same one may ask again."""

meetings = sa.Table(
    "meetings",
    tables,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("sub", sa.String, nullable=False),
    sa.Column("host_id", sa.String, nullable=False),
    sa.Column("host", sa.String),
    sa.Column("opens", Moment, nullable=False),
    sa.Column("expires", Moment, nullable=False),
    sa.Column("subject", sa.String),
    sa.Column("search", sa.String, nullable=False),
    sa.Column("room_id", sa.String),
    sa.Column("thread", sa.String),
    sa.Column("vertical", sa.String, nullable=False),
    sa.Column("login", sa.Boolean, nullable=False),
    sa.Column("devices", sa.JSON, nullable=False),
    sa.Column("planned", sa.Boolean, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("made", Moment),
    sa.Column("organizer", sa.String),
    sa.UniqueConstraint("sub", name="meetings_sub"),
    sa.Index("meetings_opens", "opens"),
    sa.Index("meetings_made_by", "host_id", "made"),
    sa.Index("meetings_made_in", "room_id", "made"),
    sqlite_autoincrement=True,  # or the number of a deleted row would be given again
)
"""Meetings; `search` is the subject in the letters that `Find` looks for, `made` when one asked."""

# `expires` stands beside each person as well: the index then leads to the meetings of theirs that
# still matter, however many are long over.
hosts = sa.Table(
    "hosts",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    _of_a_meeting(),
    sa.Column("person_id", sa.String, nullable=False),
    sa.Column("email", sa.String),
    sa.Column("expires", Moment, nullable=False),
    sa.UniqueConstraint("number", "person_id", name="hosts_once"),
    sa.Index("hosts_person", "person_id", "expires"),
)
"""Who may act for a meeting, the first one first."""

deliveries = sa.Table(
    "deliveries",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    _of_a_meeting(),
    sa.Column("expires", Moment, nullable=False),
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
"""Who was to get a link, how, and what came of it.

`known_as` is what two namings of one guest have in common, and empty for a link that is for
anybody; `nth` tells apart several such links in one message. A message that was withdrawn keeps
its id here, so that noting it once more, after a crash, does not bring it back.
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
)
"""What is usual in a space or for a person."""

inbox = sa.Table(
    "inbox",
    tables,
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("entry", sa.Text, nullable=False),
    sa.Column("at", sa.Double, nullable=False),
    sa.Column("part", sa.Integer),
    sa.Index("ix_inbox_at", "at"),
)
"""What waits for a worker: notices, and errands from `at` on, in seconds since 1970.

`part` says which of several workers takes a notice; see `shares`.
"""

checkpoints = sa.Table(
    "checkpoints",
    tables,
    sa.Column("conversation", sa.String(512), primary_key=True),
    sa.Column("step", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("at", sa.Double, nullable=False),
    sa.Index("ix_checkpoints_at", "at"),
)
"""What came of each recorded step, by its place in its conversation."""

duties = sa.Table(
    "duties",
    tables,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("until", sa.Double, nullable=False),
    sa.Column("done", sa.Double),
)
"""What one process does for all: nobody else before `until`, and how far it was `done`."""

failures = sa.Table(
    "failures",
    tables,
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("entry", sa.Text, nullable=False),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("outcome", sa.String(40), nullable=False),
    sa.Column("trouble", sa.String(80), nullable=False),
    sa.Column("tracking_id", sa.String(100)),
    sa.Column("at", sa.Double, nullable=False),
)
"""Conversations that failed, as they were recorded, for an administrator who has them retried."""

examinations = sa.Table(
    "examinations",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Double, nullable=False),
    sa.Column("findings", sa.JSON, nullable=False),
)
"""What the doctor said last: one row."""
