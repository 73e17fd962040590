"""Without doors, guests get links that lead straight into a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.core.diagnosis.findings import TrafficLight
from bot.process import doctor
from bot.process.door_watching import watch_doors
from bot.process.web_half import receiver_of
from bot.settings import Settings
from tests.doors.test_over_http import ask
from tests.stories.real import RealStage, Town, lived_in

UNSET = {"door": "auto"}
OFF = {"door": "off", "public_url": "https://bot.example.com"}
MADE_UP = "E6MBNoN-vtEuBMReen9drQHukSw"


@dataclass(frozen=True)
class Home:
    """A bot without doors.

    Args:
        town: where it runs.
        given: the settings that leave it without them.
    """

    town: Town
    given: dict[str, str]


@pytest.fixture(scope="module", params=[OFF, UNSET], ids=["off", "no address"])
def home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Home]:
    with lived_in(tmp_path_factory.mktemp("town"), **request.param) as town:
        yield Home(town, request.param)


def test_nothing_looks_for_pages_that_nobody_is_to_reach(home: Home):
    assert watch_doors(home.town.bot) == []
    assert home.town.bot.doors_at == ""


def test_guests_get_links_that_lead_straight_into_a_meeting(home: Home):
    bot = RealStage(home.town)
    bot.hears("erin", "meet alice@x.com tomorrow 3pm about the roof", space=None)
    bot.hears("erin", "meet alice@x.com about the cellar", space=None)
    for each in (*bot.told("alice@x.com"), *bot.told("erin")):
        assert not [link for link in each.links if "/j/" in link or "/h/" in link]
    assert bot.opens(bot.told("alice@x.com")[-1].link).role == "guest"
    number = bot.told("erin")[-1].number
    bot.hears("erin", f"cancel #{number}", space=None)
    said = bot.told("erin")[-1].text
    assert "no longer work" not in said, "a bare link can't be taken back"


def test_nobody_is_promised_to_be_asked_before_a_guest_gets_in(home: Home):
    bot = RealStage(home.town)
    bot.hears("erin", "meet alice@x.com admit first", space=None)
    assert "I started nothing" in bot.told("erin")[-1].text
    assert bot.told("alice@x.com") == []


def test_the_doctor_says_where_guests_links_lead(home: Home):
    kept = home.town.bot.settings.model_dump(exclude={"door", "public_url"})
    found = doctor.examine(Settings(_env_file=None, **kept, **home.given))
    [pages] = [each for each in found if each.name == "guests' pages"]
    assert pages.light is TrafficLight.GREEN
    assert "guests' links lead straight into a meeting" in pages.says


def test_with_doors_off_there_is_no_page_at_all(tmp_path: Path):
    with lived_in(tmp_path, **OFF) as town:
        for path in (
            f"/j/{MADE_UP}",
            f"/h/{MADE_UP}",
            f"/d/{MADE_UP}",
            "/lost",
            f"/j/check/{'0' * 32}",
        ):
            assert ask(f"{town.receiver}{path}").status == 404
        assert ask(f"{town.receiver}/lost", "POST", address="alice@x.com").status == 404
        served = {each.rule for each in receiver_of(town.bot, town.bot.inbox).url_map.iter_rules()}
        assert not [each for each in served if each.startswith(("/j", "/h/", "/d/", "/lost"))]
