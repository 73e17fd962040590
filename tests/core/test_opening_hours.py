"""When groups of experts are open, also where the clocks are changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.duty import Duty, Rota, Shift
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.guests import Guest
from bot.core.domain.opening_hours import (
    EVERY_DAY,
    WORKDAYS,
    OpenHours,
    Period,
    joined_periods,
    open_periods,
    without,
)

BERLIN = ZoneInfo("Europe/Berlin")
CARL, BOB = Guest("carl", "carl@example.com"), Guest("bob", "bob@example.com")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)  # a Monday


def on(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)


def hours_on(hours: OpenHours, day: datetime) -> list[Period]:
    return open_periods([hours], BERLIN, day, day + timedelta(days=1))


def test_the_time_on_the_wall_counts_before_and_after_the_clocks_change():
    # https://www.timeanddate.com/time/change/germany/berlin?year=2026
    office = OpenHours(8 * 60, 18 * 60)
    assert hours_on(office, on(3, 28, 0))[0].begins == datetime(2026, 3, 28, 7, tzinfo=UTC)
    assert hours_on(office, on(3, 29, 0))[0].begins == datetime(2026, 3, 29, 6, tzinfo=UTC)


def test_a_night_shift_is_shorter_in_spring_and_longer_in_autumn():
    night = OpenHours(22 * 60, 6 * 60)
    spring = open_periods([night], BERLIN, on(3, 28, 12), on(3, 29, 12))
    autumn = open_periods([night], BERLIN, on(10, 24, 12), on(10, 25, 12))
    assert [each.ends - each.begins for each in spring] == [timedelta(hours=7)]
    assert [each.ends - each.begins for each in autumn] == [timedelta(hours=9)]


def test_a_time_that_comes_twice_opens_at_the_first_and_closes_at_the_second():
    [twice] = hours_on(OpenHours(150, 151), on(10, 25, 0))
    assert twice.ends - twice.begins == timedelta(hours=1, minutes=1)


def test_hours_on_workdays_skip_the_weekend():
    group = ExpertGroup("g", (Tier(people=(CARL,)),), hours=(OpenHours(480, 1080, WORKDAYS),))
    friday_evening = datetime(2026, 3, 6, 19, 0, tzinfo=UTC)
    assert not group.is_open(friday_evening)
    assert group.opens_next(friday_evening) == datetime(2026, 3, 9, 8, 0, tzinfo=UTC)


def test_a_holiday_closes_and_its_end_opens():
    holiday = Period(NOON - timedelta(hours=12), NOON + timedelta(hours=12))
    group = ExpertGroup("g", (Tier(people=(CARL,)),), rota=Rota(holidays=(holiday,)))
    assert not group.is_open(NOON)
    assert group.opens_next(NOON) == holiday.ends
    assert group.gaps(NOON) == []


def test_who_is_on_call_comes_from_the_calendar_and_gaps_are_between_shifts():
    shifts = (
        Shift(CARL, Period(NOON, NOON + timedelta(hours=8))),
        Shift(BOB, Period(NOON + timedelta(hours=10), NOON + timedelta(days=20))),
    )
    group = ExpertGroup("g", (Tier(on_call=True),), rota=Rota(shifts=shifts, has_calendar=True))
    assert group.people_at(NOON) == (CARL,)
    assert group.next_shift(NOON) == shifts[1]
    assert group.gaps(NOON) == [Period(NOON + timedelta(hours=8), NOON + timedelta(hours=10))]
    assert group.as_of(NOON + timedelta(hours=9)).tiers == ()


def test_who_says_they_are_on_duty_fills_a_gap_of_the_calendar():
    later = Shift(CARL, Period(NOON + timedelta(days=1), NOON + timedelta(days=20)))
    rota = Rota(shifts=(later,), duties=(Duty(CARL, is_on=True),), has_calendar=True)
    group = ExpertGroup("g", (Tier(on_call=True),), rota=rota)
    assert group.people_at(NOON) == (CARL,)
    assert group.gaps(NOON) == []


def test_intended_gaps_are_none():
    shifts = (Shift(CARL, Period(NOON - timedelta(days=1), NOON + timedelta(days=20))),)
    hours = (OpenHours(8 * 60, 18 * 60, EVERY_DAY),)
    group = ExpertGroup("g", (Tier(on_call=True),), hours=hours, rota=Rota(shifts=shifts))
    assert group.gaps(NOON) == []


MINUTES = st.integers(0, 200)
PERIODS = st.lists(
    st.tuples(MINUTES, st.integers(1, 60)).map(
        lambda told: Period(NOON + timedelta(minutes=told[0]), NOON + timedelta(minutes=sum(told)))
    ),
    max_size=8,
)


@given(PERIODS, PERIODS, MINUTES)
def test_each_moment_is_in_what_is_left_if_it_was_in_one_and_in_none_of_the_others(
    some: list[Period], taken: list[Period], minute: int
):
    at = NOON + timedelta(minutes=minute)
    left = without(some, taken)
    expected = any(each.has(at) for each in some) and not any(each.has(at) for each in taken)
    assert any(each.has(at) for each in left) == expected
    assert joined_periods(left) == left
