"""When a meeting begins and ends, especially when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.domain.commands import Command, Meet, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.text.mentions import Said
from tests.rows import for_each

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
SPRING = [
    pytest.param(datetime(2027, 3, 27, 20, 0, tzinfo=BERLIN), id="Berlin"),
    pytest.param(datetime(2027, 3, 13, 20, 0, tzinfo=NEW_YORK), id="New York"),
]
AUTUMN = [
    pytest.param(datetime(2027, 10, 30, 20, 0, tzinfo=BERLIN), "02:30", id="Berlin"),
    pytest.param(datetime(2027, 11, 6, 20, 0, tzinfo=NEW_YORK), "01:30", id="New York"),
]


def heard(sentence: str, now: datetime) -> Command:
    return grammar.parse(Said(sentence), now)


def meeting(sentence: str, now: datetime) -> tuple[datetime, int | None]:
    command = heard(sentence, now)
    assert isinstance(command, Meet), command
    assert command.opens is not None
    return command.opens, command.minutes


def hint(sentence: str, now: datetime) -> Hint:
    command = heard(sentence, now)
    assert isinstance(command, Unclear), command
    return command.hint


@pytest.mark.parametrize("evening", SPRING)
def test_a_time_that_the_clocks_skip_is_asked_about(evening: datetime) -> None:
    assert hint("meet tomorrow 02:30", evening) is Hint.SKIPPED
    opens, _ = meeting("meet tomorrow 03:30", evening)
    assert opens.utcoffset() == (evening.utcoffset() or timedelta()) + timedelta(hours=1)


@pytest.mark.parametrize("evening", SPRING)
def test_a_night_that_is_an_hour_short_has_real_minutes(evening: datetime) -> None:
    assert meeting("meet tomorrow 01:00 until 04:00", evening)[1] == 120


@pytest.mark.parametrize(("evening", "twice"), AUTUMN)
def test_a_time_that_happens_twice_means_the_first_one(evening: datetime, twice: str) -> None:
    opens, _ = meeting(f"meet tomorrow {twice}", evening)
    assert opens.utcoffset() == evening.utcoffset()


@pytest.mark.parametrize(("evening", "twice"), AUTUMN)
def test_an_ambiguous_time_is_written_with_its_offset(evening: datetime, twice: str) -> None:
    opens, _ = meeting(f"meet tomorrow {twice}", evening)
    for fold in (0, 1):
        command = Meet(opens=opens.replace(fold=fold))
        again, _ = meeting(grammar.say(command), evening)
        assert again.astimezone(UTC) == command.opens.astimezone(UTC)  # type: ignore[union-attr]


@pytest.mark.parametrize(("evening", "twice"), AUTUMN)
def test_between_the_two_the_second_is_meant(evening: datetime, twice: str) -> None:
    first, _ = meeting(f"meet tomorrow {twice}", evening)
    between = (first.astimezone(UTC) + timedelta(minutes=10)).astimezone(first.tzinfo)
    second, _ = meeting(f"meet {twice}", between)
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


@pytest.mark.parametrize(("evening", "twice"), AUTUMN)
def test_a_night_that_is_an_hour_long_has_real_minutes(evening: datetime, twice: str) -> None:
    assert meeting("meet tomorrow 00:30 until 04:30", evening)[1] == 300


@pytest.mark.parametrize(
    "evening",
    [
        pytest.param(datetime(2027, 3, 28, 1, 50, tzinfo=BERLIN), id="spring"),
        pytest.param(datetime(2027, 10, 31, 2, 50, tzinfo=BERLIN), id="autumn"),
    ],
)
def test_in_twenty_minutes_is_twenty_minutes_from_now(evening: datetime) -> None:
    opens, _ = meeting("meet in 20 minutes", evening)
    assert opens.astimezone(UTC) - evening.astimezone(UTC) == timedelta(minutes=20)


def test_a_zone_is_judged_on_the_day_of_the_meeting() -> None:
    now = datetime(2027, 3, 20, 12, 0, tzinfo=BERLIN)
    assert hint("meet 1 april 3pm CET", now) is Hint.ZONE
    opens, _ = meeting("meet 1 april 3pm CEST", now)
    assert opens.isoformat() == "2027-04-01T15:00:00+02:00"


def test_tomorrow_is_the_tomorrow_of_the_zone_that_is_named() -> None:
    late = datetime(2026, 11, 23, 23, 0, tzinfo=NEW_YORK)  # in Tokyo it is the 24th already
    opens, _ = meeting("meet tomorrow 15:00 Asia/Tokyo", late)
    assert opens.isoformat() == "2026-11-25T15:00:00+09:00"


def test_a_zone_that_contradicts_the_offset_is_asked_about() -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN)
    assert hint("meet at 2026-11-25T14:30+05:00 Europe/Berlin", now) is Hint.ZONE


def test_the_minute_that_runs_is_not_over() -> None:
    now = datetime(2026, 11, 23, 15, 0, 40, tzinfo=BERLIN)
    assert meeting("meet at 15:00", now)[0] == now.replace(second=0)
    assert hint("meet at 14:59", now) is Hint.PAST


def test_a_meeting_at_midnight_ends_on_the_next_day() -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN)
    assert meeting("meet at 22:00 until midnight", now)[1] == 120
    assert hint("meet tomorrow midnight", now) is Hint.WHAT_HOUR


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-12-01", "2026-12-01"),
        ("01.12.2026", "2026-12-01"),
        ("1.12.", "2026-12-01"),
        ("1/12/26", None),
        ("25/12/26", "2026-12-25"),
        ("5/5/2027", "2027-05-05"),
        ("1 dec", "2026-12-01"),
        ("december 1st", "2026-12-01"),
        ("the 1st of december 2026", "2026-12-01"),
        ("1. dezember", "2026-12-01"),
        ("3. märz", "2027-03-03"),
        ("1 may", "2027-05-01"),
        ("1 november", None),
        ("in 2 weeks", "2026-12-07"),
        ("übermorgen", "2026-11-25"),
        ("sunday", "2026-11-29"),
        ("kommenden donnerstag", "2026-11-26"),
        ("next tuesday", None),
    ],
)
def test_a_day_is_read_as_people_write_it(said: str, day: str | None) -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN)
    if day is None:
        assert hint(f"meet {said} 10:00", now) in {Hint.WHICH_DAY, Hint.PAST}
    else:
        assert f"{meeting(f'meet {said} 10:00', now)[0]:%Y-%m-%d}" == day


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("45m", 45),
        ("45 minutes", 45),
        ("1h", 60),
        ("1h30", 90),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("1 hour and 30 minutes", 90),
        ("1.5 hours", 90),
        ("half an hour", 30),
        ("an hour and a half", 90),
        ("one and a half hours", 90),
        ("two hours", 120),
        ("a quarter of an hour", 15),
        ("90 min", 90),
        ("eine halbe stunde", 30),
        ("2 stunden", 120),
    ],
)
def test_a_duration_is_read_as_people_write_it(said: str, minutes: int) -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN)
    assert heard(f"meet for {said}", now) == Meet(minutes=minutes)
    assert meeting(f"meet at 15:00 for {said}", now)[1] == minutes


@for_each(
    ("said", "opens", "minutes"),
    [
        *(("tomorrow 9", (11, 9, 0), None), ("tomorrow 10–10:30", (11, 10, 0), 30)),
        *(("11-12 tomorrow", (11, 11, 0), 60), ("Mar 13th @ 10", (13, 10, 0), None)),
        *(("13-Mar-2026 10:00", (13, 10, 0), None), ("1430h", (10, 14, 30), None)),
        *(("1430 hrs", (10, 14, 30), None), ("16.30h", (10, 16, 30), None)),
        *(("8 tonight", (10, 20, 0), None), ("5 in the evening", (10, 17, 0), None)),
        *(("2 hours from now", (10, 15, 20), None), ("an hour from now", (10, 14, 20), None)),
        *(("in a couple of hours", (10, 15, 20), None), ("2 to 3pm", (10, 14, 0), 60)),
        *(("in three quarters of an hour", (10, 14, 5), None),),
        *(("monday next week at 10", (16, 10, 0), None), ("10pm until 1am", (10, 22, 0), 180)),
        *(
            ("from 7 to 9 in the evening", (10, 19, 0), 120),
            ("in a week at 3pm", (17, 15, 0), None),
        ),
        *(("um halb vier", (10, 15, 30), None), ("viertel nach drei", (10, 15, 15), None)),
        *(("morgen früh um 9", (11, 9, 0), None), ("von 14 bis 15 Uhr", (10, 14, 0), 60)),
        *(("15:00 am Freitag", (13, 15, 0), None), ("demain à 15h", (11, 15, 0), None)),
        *(("de 14h à 15h30", (10, 14, 0), 90), ("ce soir à 8h", (10, 20, 0), None)),
        *(("à 3 heures de l'après-midi", (10, 15, 0), None), ("demain 10h", (11, 10, 0), None)),
        *(("dans une heure", (10, 14, 20), None), ("a las tres y media", (10, 15, 30), None)),
        *(("mañana a las 3 de la tarde", (11, 15, 0), None),),
        *(("de 3 a 4 de la tarde", (10, 15, 0), 60), ("el viernes a las 10", (13, 10, 0), None)),
    ],
)
def test_a_time_is_read_as_people_write_it(
    said: str, opens: tuple[int, int, int], minutes: int | None
) -> None:
    day, hour, minute = opens
    meant = datetime(2026, 3, day, hour, minute, tzinfo=BERLIN)
    assert meeting(f"meet {said}", datetime(2026, 3, 10, 13, 20, tzinfo=BERLIN)) == (meant, minutes)


@for_each(
    ("said", "minutes"),
    [
        *(("½ hour", 30), ("1½ hours", 90), ("for 3/4 h", 45), ("eine halbe Stunde", 30)),
        *(("anderthalb Stunden", 90), ("une demi-heure", 30), ("trois quarts d'heure", 45)),
        *(("media hora", 30), ("una hora y media", 90), ("hasta las 4", 160), ("bis 16 Uhr", 160)),
    ],
)
def test_a_duration_is_read_in_four_languages(said: str, minutes: int) -> None:
    command = heard(f"meet {said}", datetime(2026, 3, 10, 13, 20, tzinfo=BERLIN))
    assert command == Meet(minutes=minutes)
