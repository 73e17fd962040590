"""Calendars as Google, Outlook and others write them: recurrences, overrides, summer time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.domain.filed_groups import CalendarEvent
from bot.core.domain.opening_hours import Period
from bot.edges.duty.calendar_events import CalendarUnreadableError, events_in
from tests.rows import for_each

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)  # a Monday
WEEKS = Period(NOON, NOON + timedelta(days=60))

BERLINS_CLOCK = """BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*events: str, head: str = "") -> bytes:
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *head.splitlines()]
    for number, event in enumerate(events):
        own = [] if "UID:" in event else [f"UID:{number}"]
        rows += ["BEGIN:VEVENT", *own, "DTSTAMP:20260101T000000Z", *event.split(), "END:VEVENT"]
    return "\r\n".join([*rows, "END:VCALENDAR", ""]).encode()


def found(*events: str, head: str = "", period: Period = WEEKS) -> list[CalendarEvent]:
    return events_in(calendar(*events, head=head), BERLIN, period)


def told(*events: str, head: str = "", period: Period = WEEKS) -> list[tuple[str, str]]:
    """Return the beginnings in UTC, and the titles."""
    some = found(*events, head=head, period=period)
    return [(f"{each.period.begins:%m-%d %H:%M}", each.title) for each in some]


TEN = "0,1,2,3,4,5,6,7,8,9"
WEEKLY = """DTSTART;TZID=Europe/Berlin:20260105T080000 DTEND;TZID=Europe/Berlin:20260105T180000
 RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406T215959Z SUMMARY:carl@example.com"""


def test_a_recurrence_keeps_its_time_on_the_wall_when_the_clocks_change():
    begins = [moment for moment, _ in told(WEEKLY)]
    assert begins == [
        "03-02 07:00",
        "03-09 07:00",
        "03-16 07:00",
        "03-23 07:00",
        "03-30 06:00",
        "04-06 06:00",
    ]
    assert {each.period.ends - each.period.begins for each in found(WEEKLY)} == {
        timedelta(hours=10)
    }


def test_a_zone_of_the_file_itself_is_read():
    event = "DTSTART;TZID=Office:20260401T080000 DURATION:PT1H SUMMARY:bob@x.com"
    assert told(event, head=BERLINS_CLOCK) == [("04-01 06:00", "bob@x.com")]


ONWARD = "UID:s RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin"


def test_an_occurrence_and_all_later_ones_can_be_moved_and_renamed():
    moved = f"""{ONWARD}:20260316T080000 DTSTART;TZID=Europe/Berlin:20260317T100000
        DTEND;TZID=Europe/Berlin:20260317T110000 SUMMARY:bob@x.com"""
    other = """UID:s RECURRENCE-ID;TZID=Europe/Berlin:20260330T080000
        DTSTART;TZID=Europe/Berlin:20260330T080000 DURATION:PT1H SUMMARY:erin@x.com"""
    for events in ((WEEKLY, moved, other), (other, moved, WEEKLY)):
        series = [each if each is not WEEKLY else f"UID:s {WEEKLY}" for each in events]
        assert told(*series) == [
            ("03-02 07:00", "carl@example.com"),
            ("03-09 07:00", "carl@example.com"),
            ("03-17 09:00", "bob@x.com"),
            ("03-24 09:00", "bob@x.com"),
            ("03-30 06:00", "erin@x.com"),
            ("04-07 08:00", "bob@x.com"),
        ]
        assert found(*series)[3].period.ends - found(*series)[3].period.begins == timedelta(hours=1)


def test_an_occurrence_and_all_later_ones_can_be_cancelled():
    off = f"{ONWARD}:20260316T080000 DTSTART;TZID=Europe/Berlin:20260316T080000 STATUS:CANCELLED"
    assert told(f"UID:s {WEEKLY}", off) == [
        ("03-02 07:00", "carl@example.com"),
        ("03-09 07:00", "carl@example.com"),
    ]


def test_one_occurrence_can_be_moved_renamed_cancelled_or_left_out():
    series = f"UID:s {WEEKLY} EXDATE;TZID=Europe/Berlin:20260323T080000"
    moved = (
        "UID:s RECURRENCE-ID;TZID=Europe/Berlin:20260309T080000 SUMMARY:bob@x.com"
        " DTSTART;TZID=Europe/Berlin:20260310T100000 DTEND;TZID=Europe/Berlin:20260310T120000"
    )
    gone = (
        "UID:s RECURRENCE-ID;TZID=Europe/Berlin:20260316T080000 STATUS:CANCELLED"
        " DTSTART;TZID=Europe/Berlin:20260316T080000 DTEND;TZID=Europe/Berlin:20260316T180000"
    )
    assert told(series, moved, gone) == [
        ("03-02 07:00", "carl@example.com"),
        ("03-10 09:00", "bob@x.com"),
        ("03-30 06:00", "carl@example.com"),
        ("04-06 06:00", "carl@example.com"),
    ]


def test_days_and_times_without_a_zone_are_in_the_zone_of_the_group():
    day = "DTSTART;VALUE=DATE:20260403 DTEND;VALUE=DATE:20260404 SUMMARY:Holiday"
    floating = "DTSTART:20260405T080000 DTEND:20260405T090000 SUMMARY:x"
    first, second = found(day, floating)
    assert first.period == Period(
        datetime(2026, 4, 2, 22, tzinfo=UTC), datetime(2026, 4, 3, 22, tzinfo=UTC)
    )
    assert second.period.begins == datetime(2026, 4, 5, 6, tzinfo=UTC)


def test_a_day_without_an_end_lasts_a_day_and_added_dates_count():
    event = "DTSTART;VALUE=DATE:20260303 RDATE;VALUE=DATE:20260305 SUMMARY:Holiday"
    assert [each.period.ends - each.period.begins for each in found(event)] == [
        timedelta(days=1),
        timedelta(days=1),
    ]


def test_what_began_before_and_still_lasts_counts_and_what_ended_does_not():
    running = "DTSTART:20260302T080000Z DTEND:20260302T130000Z SUMMARY:on"
    over = "DTSTART:20260302T080000Z DTEND:20260302T120000Z SUMMARY:over"
    assert told(running, over) == [("03-02 08:00", "on")]


def test_a_daily_series_of_many_years_is_read():
    event = "DTSTART:19900101T080000Z DTEND:19900101T090000Z RRULE:FREQ=DAILY SUMMARY:x"
    assert len(found(event)) == 60


@for_each(
    "ics",
    [
        b"",
        b"<html>Sign in</html>",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"\xff\xfe\x00",
        calendar("DTSTART:nonsense SUMMARY:x"),
        calendar("SUMMARY:no-beginning"),
        calendar("DTSTART:20260303T080000Z RRULE:FREQ=SECONDLY SUMMARY:x"),
        calendar(
            f"DTSTART:20260303T080000Z RRULE:FREQ=DAILY;BYHOUR={TEN};BYMINUTE=1,2,3,4 SUMMARY:x"
        ),
        calendar("DTSTART:20260303T080000Z RRULE:FREQ=NEVER SUMMARY:x"),
        calendar("DTSTART:20260303T080000Z DTEND:20260302T080000Z RRULE:FREQ=DAILY;INTERVAL=0"),
    ],
)
def test_a_broken_calendar_is_refused_and_not_quoted(ics: bytes):
    with pytest.raises(CalendarUnreadableError) as refused:
        events_in(ics, BERLIN, WEEKS)
    assert "nonsense" not in str(refused.value)
