"""Calendars of groups are read over HTTP; the last good copy stays when one can't be read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path

import pytest
import sqlalchemy as sa
import structlog

from bot.core.diagnosis.expert_checks import of_experts
from bot.core.diagnosis.findings import TrafficLight
from bot.core.domain.experts import ExpertGroup
from bot.edges.doctor.expert_probes import probe_experts
from bot.edges.duty.calendar_refresh import LARGEST, CalendarRefresh
from bot.edges.outbound_calls import OutboundCalls
from bot.edges.storage.calendar_store import CalendarStore
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.storage.tables import singleton_tasks
from bot.settings.group_file import read_group_file
from tests.edges.test_calendar_events import calendar
from tests.stories import fake_database

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ON_CALL = "DTSTART:20260302T080000Z DTEND:20260302T180000Z SUMMARY:carl@example.com"
HOLIDAY = "DTSTART;VALUE=DATE:20260302 DTEND;VALUE=DATE:20260303 SUMMARY:Closed"
SECRET = "hard-to-guess-feed-name"


class Feed(ThreadingHTTPServer):
    """A calendar at an address."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.status, self.body, self.asked = 200, calendar(ON_CALL), 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/{SECRET}.ics"

    def handle_error(self, *_who: object) -> None:
        """Stay silent: clients are expected to leave."""


class Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked += 1
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_said: object) -> None:
        """Stay silent."""


@contextmanager
def served() -> Iterator[Feed]:
    feed = Feed()
    thread = threading.Thread(target=feed.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield feed
    finally:
        feed.shutdown()
        thread.join()
        feed.server_close()


@dataclass
class Installation:
    """A database, a file of groups and a feed."""

    database: sa.Engine
    file: Path
    feed: Feed
    now: datetime = MONDAY
    networks: tuple[str, ...] = ("127.0.0.1/32",)

    def refresh(self, **later: float) -> None:
        """Read the file, and all calendars if ten minutes have passed."""
        self.passes(**later)
        self.made().refresh()

    def passes(self, **later: float) -> None:
        """Let time pass, after which each calendar is read again."""
        self.now += timedelta(**later)
        with self.database.begin() as connection:
            connection.execute(singleton_tasks.delete())

    def clock(self) -> float:
        """Return the time, in seconds since 1970."""
        return self.now.timestamp()

    def made(self) -> CalendarRefresh:
        return CalendarRefresh(
            partial(read_group_file, self.file),
            GroupStore(self.database),
            CalendarStore(self.database),
            OutboundCalls(tuple(map(ip_network, self.networks)), seconds=5, most=LARGEST),
            SingletonTasks(self.database),
            clock=self.clock,
        )

    @property
    def group(self) -> ExpertGroup:
        [found] = GroupStore(self.database).read(self.now)
        return found

    def findings(self) -> list[str]:
        """Return what the doctor says is worth a look."""
        url = self.database.url.render_as_string(hide_password=False)
        seen = probe_experts(url, read_group_file(self.file), self.file, self.now)
        found = of_experts(seen, self.now)
        return [each.says for each in found if each.light is not TrafficLight.GREEN]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Installation]:
    database, file = fake_database.take(), tmp_path / "experts.toml"
    with served() as feed:
        file.write_text(f'[cardiology]\nask = ["on call"]\non_call = "{feed.url}"\n')
        file.chmod(0o600)
        yield Installation(database, file, feed)
    fake_database.give_back(database)


def on_duty(here: Installation) -> list[str]:
    return [each.email for each in here.group.people_at(here.now)]


def test_who_is_on_call_comes_from_the_calendar(here: Installation):
    here.refresh()
    assert on_duty(here) == ["carl@example.com"]
    here.feed.body = calendar(ON_CALL.replace("carl", "bob"))
    here.refresh(minutes=10)
    assert on_duty(here) == ["bob@example.com"]


def test_a_calendar_is_read_each_ten_minutes_by_one_process(here: Installation):
    for _ in range(3):
        here.made().refresh()
    assert here.feed.asked == 1


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (500, b"", "It answered with status 500."),
        (302, b"", "It answered with status 302."),
        (200, b"<html>Sign in</html>", "It isn't an iCalendar file."),
        (200, calendar("DTSTART:nonsense"), "It has an event that can't be read."),
        (200, b"x" * 10_000_000, "It answered with more than 2000000 bytes."),
    ],
)
def test_the_last_good_copy_counts_and_the_doctor_tells_its_age(
    here: Installation, status: int, body: bytes, why: str
):
    here.refresh()
    here.feed.status, here.feed.body = status, body
    here.refresh(minutes=30)
    assert on_duty(here) == ["carl@example.com"]
    [says] = [each for each in here.findings() if "can't be read now" in each]
    assert says == (
        f"The calendar of cardiology (on call) can't be read now; its copy is 30 minutes old. {why}"
    )
    here.refresh(hours=3)
    assert any("was read 3 hours ago. " in each for each in here.findings())


def test_an_address_in_ones_own_network_is_only_read_if_a_setting_allows_it(here: Installation):
    here.networks = ()
    here.refresh()
    assert here.feed.asked == 0
    assert any("was never read. It leads to a private address." in each for each in here.findings())


def test_the_copy_of_another_address_does_not_count(here: Installation):
    here.refresh()
    with served() as other:
        other.status = 404
        here.file.write_text(f'[cardiology]\nask = ["on call"]\non_call = "{other.url}"\n')
        here.refresh(minutes=10)
    assert on_duty(here) == []


def test_a_holiday_closes_the_group_for_its_day_in_its_own_zone(here: Installation):
    here.feed.body = calendar(HOLIDAY)
    here.file.write_text(
        f'[desk]\nask = ["bob@x.com"]\nzone = "America/New_York"\nholidays = "{here.feed.url}"\n'
    )
    here.refresh()
    assert here.group.is_open(datetime(2026, 3, 2, 4, 59, tzinfo=UTC))
    assert not here.group.is_open(datetime(2026, 3, 2, 5, 0, tzinfo=UTC))
    assert here.group.opens_next(here.now) == datetime(2026, 3, 3, 5, 0, tzinfo=UTC)


def test_titles_that_name_nobody_are_told_to_the_operator(here: Installation):
    here.feed.body = calendar(ON_CALL.replace("carl@example.com", "Somebody"))
    here.refresh()
    assert on_duty(here) == []
    says = "The calendar of cardiology names nobody I know in 1 events, first at 2026-03-02 08:00"
    assert any(says in each for each in here.findings())


def test_a_title_may_be_the_name_of_somebody_of_the_group(here: Installation):
    here.feed.body = calendar(ON_CALL.replace("carl@example.com", "BOB"))
    asks = '"on call", "Bob <bob@x.com>"'
    here.file.write_text(f'[g]\nask = [{asks}]\non_call = "{here.feed.url}"\n')
    here.refresh()
    assert here.group.people_at(here.now)[0].email == "bob@x.com"


def test_a_mistake_leaves_the_group_as_it_was_and_is_told(here: Installation):
    here.refresh()
    good = here.file.read_text()
    for wrong in (f"{good}hours = 'never'\n", f"{good}[", good.replace("ask", "aks")):
        here.file.write_text(wrong)
        here.refresh(minutes=10)
        assert on_duty(here) == ["carl@example.com"], wrong
        assert any("experts.toml" in each for each in here.findings())
    here.file.write_text("")
    here.refresh(minutes=10)
    assert GroupStore(here.database).read(here.now) == ()


MISTAKES = {
    "in the group": ("ask =", "after = 'soon'\nask ="),
    "in its name": ("[cardiology]", "[cardiology"),
    "in its calendar": ("http://", "ftp://"),
}


@pytest.mark.parametrize("wrong", MISTAKES.values(), ids=MISTAKES)
def test_a_group_with_a_mistake_goes_on_with_the_calendar_that_it_had(
    here: Installation, wrong: tuple[str, str]
):
    reading = here.made()
    reading.refresh()
    here.file.write_text(here.file.read_text().replace(*wrong))
    here.feed.body = calendar(ON_CALL.replace("carl", "bob"))
    here.passes(minutes=10)
    reading.refresh()
    assert on_duty(here) == ["bob@example.com"]
    assert any("experts.toml" in each for each in here.findings())
    here.file.write_text("")
    here.passes(minutes=10)
    before = here.feed.asked
    reading.refresh()
    assert here.feed.asked == before


def test_nothing_kept_or_logged_has_the_address(here: Installation):
    with structlog.testing.capture_logs() as logged:
        here.refresh()
        here.feed.status = 500
        here.refresh(minutes=10)
    assert [each["event"] for each in logged] == ["calendar.read", "calendar.not_read"]
    file = Path(here.database.url.database or "")
    kept = b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
    assert SECRET not in str(logged) + str(here.findings())
    assert SECRET.encode() not in kept


def test_without_a_file_the_groups_of_an_earlier_one_are_gone(here: Installation):
    here.refresh()
    gone = CalendarRefresh(
        None,
        GroupStore(here.database),
        CalendarStore(here.database),
        OutboundCalls(),
        SingletonTasks(here.database),
        clock=here.now.timestamp,
    )
    gone.start()
    gone.join(5)
    assert not gone.is_alive()
    assert GroupStore(here.database).read(here.now) == ()


def test_others_who_can_read_the_file_are_told_to_the_operator(here: Installation):
    here.file.chmod(0o644)
    assert any("can read" in each for each in here.findings())
