"""A meeting is made longer until a time of day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.domain.meetings import Preferences
from bot.core.wording.languages import FOR_HOSTS
from bot.process.translations import spoken
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage

TOMORROW = "meet alice@x.com tomorrow 15:00 for 45m about the roof"


@pytest.mark.whole
def test_everybody_gets_a_link_that_works_until_then(bot: Stage):
    bot.hears("erin", TOMORROW, space=None)
    bot.hears("erin", f"extend #{bot.told('erin')[0].number} until 17:00", space=None)
    assert ", 17:00 (UTC)" in bot.told("erin")[-1].text
    first, last = (note for note in bot.told("alice@x.com") if note.links or "newer" in note.text)
    assert not first.links
    assert bot.opens(last.link).role == "guest"


@pytest.mark.parametrize(
    "said",
    [
        "extend until 5pm",
        "extend #1 to 17:00",
        "verlängern bis 17 Uhr",
        "bitte #1 bis 17:00 verlängern",
        "prolonge jusqu'à 17h",
        "alarga la reunión hasta las 17:00",
        "extend until 6pm in Berlin",
        "extend until 5 in the afternoon",
    ],
)
def test_the_end_is_read_in_every_language(core: FakeStage, said: str):
    core.hears("erin", TOMORROW)
    core.hears("erin", said)
    assert core.broker.asked[-1].expires == datetime(2026, 3, 3, 17, 0, tzinfo=UTC)
    assert core.broker.asked[-1].sub == core.broker.asked[0].sub


def test_it_is_the_first_such_time_after_the_meetings_end(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 22:00 for 90m")
    core.hears("erin", "extend until 01:00")
    assert core.broker.asked[-1].expires == datetime(2026, 3, 4, 1, 0, tzinfo=UTC)
    core.hears("erin", "extend until 4 march 10:00")
    assert core.broker.asked[-1].expires == datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


def test_a_time_late_on_the_same_day_is_no_guess(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 9:30")
    core.hears("erin", "extend until 23:00")
    assert core.broker.asked[-1].expires == datetime(2026, 3, 3, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("extend until 15:30", "already lasts until Tuesday 3 March 2026, 15:45"),
        ("extend until 15:45", "already lasts until"),
        ("extend until 04:00", "already lasts until"),
        ("extend until tomorrow 15:30", "already lasts until"),
        ("extend until 5 march 10:00", "at most 24 hours"),
        ("extend until 8:00 today", "is in the past"),
        ("extend until friday at 4", "morning or afternoon"),
        ("extend until", "“until” as a time"),
        ("extend by 5pm", "how long"),
        ("extend #9 until 17:00", "#9"),
    ],
)
def test_what_makes_it_no_longer_is_said_and_nothing_is_done(
    core: FakeStage, said: str, answered: str
):
    core.hears("erin", TOMORROW)
    core.hears("erin", said)
    assert answered in core.posted_in("Support")[-1].text
    assert len(core.broker.asked) == 1


def test_after_a_time_that_is_too_early_a_later_one_is_enough(core: FakeStage):
    core.hears("erin", TOMORROW, space=None)
    core.hears("erin", "extend until 15:30", space=None)
    core.hears("erin", "16:30", space=None)
    assert core.broker.asked[-1].expires == datetime(2026, 3, 3, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize("said", ["extend until 5", "bis 5 verlängern", "extend until 5:00"])
def test_a_small_hour_is_asked_about(core: FakeStage, said: str):
    core.hears("erin", TOMORROW, space=None)
    core.hears("erin", said, space=None)
    assert "until 17:00" in core.told("erin")[-1].text
    assert "until 05:00" in core.told("erin")[-1].text
    assert len(core.broker.asked) == 1
    core.hears("erin", "1", space=None)
    assert core.broker.asked[-1].expires == datetime(2026, 3, 3, 17, 0, tzinfo=UTC)


def test_of_somebody_without_a_time_zone_it_is_asked(core: FakeStage):
    core.settings(defaults=Preferences(minutes=60, vertical="gen", login=True))
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "extend until 17:00", space=None)
    assert "17:00 in which time zone?" in core.told("erin")[-1].text
    assert len(core.broker.asked) == 1


@pytest.mark.whole
@pytest.mark.parametrize("code", FOR_HOSTS)
def test_the_card_asks_until_when(bot: Stage, code: str):
    host, t = bot.colleague(), spoken(code)
    bot.hears(host, f"defaults language {code}", space=None)
    bot.hears(host, "meet tomorrow 15:00 for 45m", space=None)
    bot.presses(host, t("More…"))
    card = bot.told(host)[-1]
    bot.presses(host, t("Extend until then"), card, **{"move.time": "17:00"})
    assert "17:00" in bot.told(host)[-1].text


def test_an_app_that_lets_the_time_go_empty_extends_nothing(core: FakeStage):
    core.hears("erin", TOMORROW, space=None)
    core.presses("erin", "More…")
    core.presses("erin", "Extend until then", **{"move.date": "", "move.time": ""})
    assert len(core.broker.asked) == 1


@pytest.mark.parametrize(
    "said",
    [
        *("extend 90m from now", "extend #1 by 90 minutes from now", "extend to 90m from now"),
        *("verlängere #1 90 minuten ab jetzt", "prolonge de 90 min à partir de maintenant"),
        "alarga 90 min a partir de ahora",
    ],
)
def test_a_length_from_now_says_when_it_ends(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com for 60m", space=None)
    core.hears("erin", said, space=None)
    assert "10:30" in core.told("erin")[-1].text
