"""Nights when the clocks change: durations are real, and times are unambiguous."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.domain.joseencrypt import LinkRequest
from tests.stories.fake import FakeStage
from tests.stories.stage import Note, links_in

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
# The evening before, at 20:00 in that place.
SPRING = [
    (BERLIN, datetime(2026, 3, 28, 19, tzinfo=UTC)),
    (NEW_YORK, datetime(2026, 3, 8, 1, tzinfo=UTC)),
]
AUTUMN = [
    (BERLIN, datetime(2026, 10, 24, 18, tzinfo=UTC)),
    (NEW_YORK, datetime(2026, 11, 1, 0, tzinfo=UTC)),
]
spring = pytest.mark.parametrize(("zone", "evening"), SPRING, ids=["Berlin", "New York"])
autumn = pytest.mark.parametrize(("zone", "evening"), AUTUMN, ids=["Berlin", "New York"])


def on(core: FakeStage, zone: str, moment: datetime) -> None:
    """Make it this moment, and this zone Erin's."""
    core.clock.now = moment
    core.hears("erin", f"defaults in {zone}", space=None)


def minted(core: FakeStage, sentence: str) -> LinkRequest:
    core.hears("erin", sentence, space=None)
    return core.broker.asked[-1]


def invitation(core: FakeStage) -> Note:
    return core.told("alice@x.com")[-1]


@spring
def test_two_hours_over_the_gap_are_two_hours(core: FakeStage, zone: str, evening: datetime):
    on(core, zone, evening)
    links = minted(core, "meet alice@x.com tomorrow 01:30 for 2h")
    opens = evening + timedelta(hours=5, minutes=30)
    assert links.not_before == opens - timedelta(minutes=10)
    assert links.expires == opens + timedelta(hours=2)
    assert "01:30" in invitation(core).text
    assert "work for 2 hours" in invitation(core).text


@spring
def test_a_meeting_opens_early_over_the_gap(core: FakeStage, zone: str, evening: datetime):
    on(core, zone, evening)
    links = minted(core, "meet alice@x.com tomorrow 03:05 until 03:30")
    gap = evening + timedelta(hours=6)
    assert links.not_before == gap - timedelta(minutes=5)
    assert links.expires == gap + timedelta(minutes=30)
    core.passes(hours=5, minutes=54)
    assert "Soon" not in invitation(core).text
    core.passes(minutes=2)
    assert "starts soon" in invitation(core).text


@spring
def test_now_until_after_the_gap_has_real_minutes(core: FakeStage, zone: str, evening: datetime):
    on(core, zone, evening + timedelta(hours=5, minutes=30))
    links = minted(core, "meet alice@x.com until 03:30")
    assert links.expires - core.clock.now == timedelta(hours=1)
    assert "works for 1 hour" in invitation(core).text


@spring
def test_a_time_in_the_gap_is_asked_about(core: FakeStage, zone: str, evening: datetime):
    on(core, zone, evening)
    core.hears("erin", "meet alice@x.com tomorrow 02:30", space=None)
    assert "the clocks go forward" in core.told("erin")[-1].text
    assert core.told("alice@x.com") == []


@autumn
def test_two_hours_over_the_hour_that_comes_twice(core: FakeStage, zone: str, evening: datetime):
    on(core, zone, evening)
    links = minted(core, "meet alice@x.com tomorrow 00:30 for 3h")
    assert links.expires == evening + timedelta(hours=7, minutes=30)


@autumn
def test_an_ambiguous_time_says_before_or_after_the_clock_change(
    core: FakeStage, zone: str, evening: datetime
):
    twice = "02:30" if zone == BERLIN else "01:30"
    on(core, zone, evening)
    first = minted(core, f"meet alice@x.com tomorrow {twice} for 30m")
    assert f"{twice} before the clocks go back ({zone}, UTC" in invitation(core).text
    core.clock.now = first.not_before + timedelta(minutes=20)
    second = minted(core, f"meet alice@x.com at {twice} for 30m")
    assert second.not_before - first.not_before == timedelta(hours=1)
    assert f"{twice} after the clocks go back ({zone}, UTC" in invitation(core).text


@autumn
def test_an_end_comes_after_its_beginning_in_the_second_hour_too(
    core: FakeStage, zone: str, evening: datetime
):
    start, end = ("02:30", "02:45") if zone == BERLIN else ("01:30", "01:45")
    on(core, zone, evening + timedelta(hours=6 if zone == BERLIN else 5, minutes=40))
    links = minted(core, f"meet alice@x.com at {start} until {end}")
    assert links.expires - links.not_before == timedelta(minutes=25)


@pytest.mark.parametrize(("zone", "evening"), SPRING + AUTUMN)
def test_extending_over_the_change_adds_real_minutes(core: FakeStage, zone: str, evening: datetime):
    on(core, zone, evening)
    first = minted(core, "meet alice@x.com tomorrow 00:30 for 1h")
    longer = minted(core, "extend 2h")
    assert longer.expires - first.expires == timedelta(hours=2)
    assert "work for 3 hours" in invitation(core).text
    core.passes(hours=7, minutes=29)
    assert links_in(core.told("alice@x.com"))
    core.passes(minutes=2)
    assert not links_in(core.told("alice@x.com"))
