"""The ledger's time with 10 and with 10,000 meetings: `python -m tests.bench ledger`."""

from __future__ import annotations

import os
import statistics
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter

import sqlalchemy as sa

from bot.core.domain.commands import Guest, MeetingReference
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.steps.find_steps import FindInvitations, FindMeetings, ListMeetings
from bot.core.steps.ledger_steps import RecordDeliveries, SaveMeeting
from bot.edges.storage import database, rows
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.tables import deliveries, hosts, meetings

FEW, MANY = 10, 10_000
ROUNDS = 300
ALLOWED = 1.5
"""Times as long, at most, that an answer may take with many meetings as with few."""

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
EVE = Guest("eve", "eve@example.com", "Eve")
BOB = Guest("bob", "bob@example.com", "Bob")


@dataclass(frozen=True)
class Filled:
    """A ledger with meetings, and the number of one that Erin hosts now."""

    ledger: Ledger
    number: int

    def meetings(self) -> object:
        return self.ledger.find_mine(ListMeetings("erin", NOW - HOUR))

    def status(self) -> object:
        return self._the_one(MeetingReference(words="quarterly"))

    def by_number(self) -> object:
        return self._the_one(MeetingReference(number=self.number))

    def by_nothing(self) -> object:
        return self.ledger.find(
            FindMeetings("erin", MeetingReference(), "room", NOW, even_lost=True)
        ).records

    def _the_one(self, which: MeetingReference) -> object:
        (one,) = (
            self.ledger.find(
                FindMeetings("erin", which, None, NOW, include_handed_over=True)
            ).records
            or ()
        )
        return one

    def my_link(self) -> object:
        return self.ledger.find_as_guest(FindInvitations("eve", "eve@example.com", NOW))

    def meet(self) -> None:
        kept = self.ledger.remember(SaveMeeting(meeting("somebody", over=True)))
        sent = Delivery(Role.GUEST, Guest("x"), Way.DIRECT, uuid.uuid4().hex)
        self.ledger.note(RecordDeliveries(kept.number, (sent,)))


QUESTIONS: dict[str, Callable[[Filled], object]] = {
    "meetings": Filled.meetings,
    "status, by words": Filled.status,
    "status, by number": Filled.by_number,
    "cancel, by nothing": Filled.by_nothing,
    "my link": Filled.my_link,
    "meet (write)": Filled.meet,
}


def main() -> None:
    """Print how long each question takes, and fail if many meetings make one slower."""
    with filled(FEW) as few, filled(MANY) as many:
        slower = [name for name in QUESTIONS if not equally_fast(name, few, many)]
    if slower:
        raise SystemExit(f"slower with {MANY} meetings: {', '.join(slower)}")


def equally_fast(name: str, few: Filled, many: Filled) -> bool:
    """Measure one question of both, in turn, so that the machine's moods meet both."""
    question = QUESTIONS[name]
    pairs = [(milliseconds(question, few), milliseconds(question, many)) for _ in range(ROUNDS)]
    with_few, with_many = (sorted(column) for column in zip(*pairs, strict=True))
    medians = statistics.median(with_few), statistics.median(with_many)
    slowest = with_few[ROUNDS * 99 // 100], with_many[ROUNDS * 99 // 100]
    print(
        f"{name:18} {FEW:>6}: p50 {medians[0]:6.2f} p99 {slowest[0]:6.2f} ms"
        f"   {MANY:>6}: p50 {medians[1]:6.2f} p99 {slowest[1]:6.2f} ms"
    )
    return medians[1] <= ALLOWED * medians[0]


def milliseconds(question: Callable[[Filled], object], of: Filled) -> float:
    start = perf_counter()
    question(of)
    return (perf_counter() - start) * 1000


@contextmanager
def filled(many: int) -> Iterator[Filled]:
    """Open a ledger with so many meetings: an SQLite file, or TEST_DATABASE_URL if it is set."""
    with fresh() as connected:
        database.prepare(connected)
        fill(connected, many)
        ledger = Ledger(connected)
        mine = ledger.remember(SaveMeeting(meeting("erin", subject="The quarterly review")))
        sent = tuple(
            Delivery(Role.GUEST, guest, Way.DIRECT, f"message of {guest.person_id}")
            for guest in (EVE, BOB, Guest("zoe"))
        )
        ledger.note(RecordDeliveries(mine.number, sent))
        yield Filled(ledger, mine.number)


@contextmanager
def fresh() -> Iterator[sa.Engine]:
    if server := os.environ.get("TEST_DATABASE_URL"):
        name = f"bench_{uuid.uuid4().hex[:12]}"
        told(server, f"CREATE DATABASE {name}")
        url = sa.make_url(server).set(database=name).render_as_string(hide_password=False)
        yield from opened(url)
        told(server, f"DROP DATABASE {name} WITH (FORCE)")
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield from opened(f"sqlite:///{folder}/bot.sqlite")


def opened(url: str) -> Iterator[sa.Engine]:
    connected = database.connect(url)
    yield connected
    connected.dispose()


def told(server: str, order: str) -> None:
    connected = database.connect(server)
    with connected.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text(order))
    connected.dispose()


def fill(connected: sa.Engine, many: int) -> None:
    """Half of the meetings are Erin's and long over, with Eve; half others' and now, with Bob."""
    kept = [meeting("erin", over=True) for _ in range(many // 2)]
    kept += [meeting(f"person {at}") for at in range(many // 2)]
    numbered = list(enumerate(kept, start=1))
    sent = [
        Delivery(Role.GUEST, EVE if each.expires < NOW else BOB, Way.DIRECT, f"m{at}")
        for at, each in numbered
    ]
    with connected.begin() as connection:
        connection.execute(meetings.insert(), [rows.of_meeting(each) for each in kept])
        ends = [{"number": at, "expires": each.expires} for at, each in numbered]
        people = [{"person_id": each.host_id, "email": each.host} for each in kept]
        for table, of_them in ((hosts, people), (deliveries, rows.of_deliveries(tuple(sent)))):
            joined = zip(ends, of_them, strict=True)
            connection.execute(table.insert(), [end | row for end, row in joined])


def meeting(host_id: str, *, over: bool = False, subject: str = "Stand-up") -> Meeting:
    opens = NOW - 1000 * HOUR if over else NOW
    sub, email = uuid.uuid4().hex, f"{host_id}@example.com"
    return Meeting(sub, host_id, email, opens, opens + HOUR, subject=subject)


if __name__ == "__main__":
    main()
