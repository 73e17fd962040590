"""A time of day that nobody gave a time zone for is asked about, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.core.diagnosis.database_checks import of_time_zone
from bot.core.diagnosis.findings import TrafficLight
from bot.core.domain.meetings import Preferences
from tests.stories.fake import FakeStage

UNSET = Preferences(minutes=60, vertical="gen", login=True)


@pytest.fixture
def core(core: FakeStage) -> Iterator[FakeStage]:
    """A bot whose administrator has set no time zone."""
    core.settings(defaults=UNSET)
    return core


def opens(core: FakeStage) -> datetime:
    """Return when the meeting begins that was minted last."""
    return core.broker.asked[-1].not_before


def test_a_time_without_a_zone_is_asked_about_and_nothing_is_sent(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 3pm")
    [question] = core.posted_in("Support")
    assert question.text.startswith("15:00 in which time zone?")
    assert core.told("alice@x.com") == core.told("erin") == []


def test_it_is_asked_once(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 3pm", space=None)
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 3pm", space=None)
    assert opens(core) == datetime(2026, 3, 3, 13, 50, tzinfo=UTC)
    assert "15:00 (Europe/Berlin, UTC+01:00)" in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("tomorrow 3pm in Berlin", (2026, 3, 3, 13, 50)),
        ("tomorrow 15:00 UTC", (2026, 3, 3, 14, 50)),
        ("2026-03-03T15:00+01:00", (2026, 3, 3, 13, 50)),
        ("in 2 hours", (2026, 3, 2, 10, 50)),
    ],
)
def test_a_clear_time_is_not_asked_about(core: FakeStage, said: str, when: tuple[int, ...]):
    core.hears("erin", f"meet alice@x.com {said}")
    assert opens(core) == datetime(*when, tzinfo=UTC)


def test_a_button_has_the_zone_that_the_address_suggests(core: FakeStage):
    core.settings(access=core.installation.access.parse("example.de"))
    core.world.add_person("Greta", "greta@example.de")
    core.hears("greta@example.de", "meet alice@x.com tomorrow 3pm", space=None)
    core.presses("greta@example.de", "Europe/Berlin this time")
    assert opens(core) == datetime(2026, 3, 3, 13, 50, tzinfo=UTC)
    core.hears("greta@example.de", "meet alice@x.com tomorrow 4pm", space=None)
    core.presses("greta@example.de", "Always use Europe/Berlin")
    core.hears("greta@example.de", "meet alice@x.com tomorrow 4pm", space=None)
    assert opens(core) == datetime(2026, 3, 3, 14, 50, tzinfo=UTC)


def test_the_doctor_says_that_none_is_set():
    assert of_time_zone("").light is TrafficLight.AMBER
    assert of_time_zone("Europe/Berlin").light is TrafficLight.GREEN
