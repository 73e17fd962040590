"""Later meetings: what the broker is asked, and what people are told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.stories.fake import FakeStage
from tests.stories.real import RealStage, Town
from tests.stories.stage import MOST_GUESTS, Stage

TOMORROW = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)


@pytest.mark.whole
def test_a_later_meeting_says_when_and_its_links_are_closed_until_then(bot: Stage):
    bot.hears("erin", "meet alice@x.com about the invoice tomorrow 15:00 for 45m")
    [to_host], [to_alice] = bot.told("erin"), bot.told("alice@x.com")
    for note in (to_host, to_alice):
        assert "15:00 (UTC)" in note.text
        assert "45 minutes. You can join 10 minutes early." in note.text
        assert bot.opens(note.link).state == "early"
    assert bot.opens(to_alice.link).role == "guest"


def test_links_that_open_on_time_are_not_announced_as_early(core: FakeStage):
    core.settings(open_early_minutes=0)
    core.hears("erin", "meet alice@x.com tomorrow 15:00 for 45m")
    assert "work for 45 minutes." in core.told("alice@x.com")[0].text
    assert core.broker.asked[0].not_before == TOMORROW


def test_the_broker_gets_the_meetings_beginning_and_end(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 3pm for 1h30")
    [request] = core.broker.asked
    assert request.not_before == TOMORROW - timedelta(minutes=10)
    assert request.expires == TOMORROW + timedelta(minutes=90)
    claims = request.body()["jwt"]
    assert claims["nbf"] == (TOMORROW - timedelta(minutes=10)).timestamp()
    assert claims["exp"] == (TOMORROW + timedelta(minutes=90)).timestamp()


def test_a_link_is_closed_then_open_then_expired(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 for 1h")
    link = core.told("alice@x.com")[0].link
    states = []
    for hours in (0, 29.9, 1.2):
        core.passes(hours=hours)
        states.append(core.opens(link).state)
    assert states == ["early", "open", "expired"]


@pytest.mark.whole
def test_hosts_and_guests_without_an_address_are_links_to_hand_on(bot: Stage):
    bot.hears("erin", "meet 3 guests 2 hosts", space=None)
    notes = bot.told("erin")
    roles = [sorted(bot.opens(link).role for link in note.links) for note in notes]
    assert sorted(roles) == [["guest"] * 3 + ["host"], ["host"]]
    assert len({bot.opens(link).meeting for note in notes for link in note.links}) == 1


def test_in_a_space_the_spare_links_go_to_the_host_alone(bot: Stage):
    bot.hears("erin", "meet 3 guests")
    assert sorted(len(note.links) for note in bot.told("erin")) == [1, 3]
    assert all(not note.links for note in bot.posted_in("Support"))


def test_a_receipt_without_guests_does_not_say_invited(core: FakeStage):
    core.hears("erin", "meet 3 guests 2 hosts about the roof")
    [receipt] = core.posted_in("Support")
    assert receipt.text.startswith("The meeting is ready: “the roof” (#1).")
    assert "Erin Expert has 3 guest links to share" in receipt.text


def test_the_receipt_says_when_a_later_meeting_begins(core: FakeStage):
    core.hears("erin", "tomorrow 15:00 for 45m meet alice@x.com")
    [receipt] = core.posted_in("Support")
    assert "starts on Tuesday 3 March 2026, 15:00 (UTC)" in receipt.text
    core.hears("erin", "meet alice@x.com")
    assert "begins" not in core.posted_in("Support")[-1].text


def test_a_kind_of_visit_reaches_the_broker(core: FakeStage):
    core.hears("erin", "meet alice@x.com as healthcare")
    assert core.broker.asked[0].body()["verticalType"] == "hc"


def test_everything_at_once(core: FakeStage):
    core.hears(
        "erin",
        "meet alice@x.com, @Bob 2 guests 2 hosts here as healthcare tomorrow 15:00 for 30m"
        " with Room 12 and dial it about the boiler",
    )
    [request] = core.broker.asked
    assert (request.hosts, request.guests, request.vertical) == (2, 5, "hc")
    assert request.devices == ("room12@example.rooms.webex.com",)
    assert sum(len(note.links) for note in core.posted_in("Support")) == 1
    assert all("the boiler" in note.text for note in core.said())


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("meet tomorrow 15:00 for 25h", "at most 24 hours"),
        ("meet on 1 december 10:00", "at most 90 days ahead"),
        ("meet at 8:00", "is in the past"),
        ("meet on 31 february at 10:00", "isn’t a real date"),
        ("meet at 15:00 until 14:00", "ends before it starts"),
        ("meet with Room 99", "no device called “Room 99”"),
        (f"meet {MOST_GUESTS + 1} guests", f"{MOST_GUESTS + 1} guests"),
        (f"meet {MOST_GUESTS + 1} hosts", f"{MOST_GUESTS + 1} hosts"),
    ],
)
def test_an_impossible_request_is_explained_and_does_nothing(
    core: FakeStage, said: str, answered: str
):
    core.hears("erin", said)
    [note] = core.said()
    assert answered in note.text
    assert core.broker.asked == []


def test_as_many_guests_as_a_meeting_may_have_are_invited_by_several_calls(core: FakeStage):
    guests = [f"guest{each}@many.org" for each in range(MOST_GUESTS)]
    core.hears("erin", f"meet {' '.join(guests)}")
    assert all(len(core.told(guest)) == 1 for guest in guests)
    assert len({request.sub for request in core.broker.asked}) == 1
    assert [each.guests + each.hosts for each in core.broker.asked] == [25, MOST_GUESTS - 24]


def test_long_links_are_split_over_messages_that_webex_takes(core: FakeStage):
    core.settings(short_links=False)
    core.hears("erin", "meet 20 guests 3 hosts", space=None)
    notes = core.told("erin")
    assert sum(len(note.links) for note in notes) == 23
    assert all(len(note.text.encode()) <= 7439 for note in notes)
    roles = [{core.opens(link).role for link in note.links} for note in notes]
    assert all(len(role) == 1 for role in roles)


def test_a_time_is_read_and_written_in_the_default_zone(core: FakeStage):
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 15:00", space=None)
    assert "15:00 (Europe/Berlin, UTC+01:00)" in core.told("alice@x.com")[0].text
    assert core.broker.asked[0].expires == TOMORROW.replace(hour=15)


def test_a_time_elsewhere_is_also_written_in_the_hosts_zone(core: FakeStage):
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 3pm in London")
    there, at_home = "15:00 (Europe/London, UTC+00:00)", "16:00 (Europe/Berlin, UTC+01:00)"
    assert core.broker.asked[0].not_before == TOMORROW - timedelta(minutes=10)
    for note in (core.told("erin")[-1], core.posted_in("Support")[0]):
        assert there in note.text
        assert f"That’s Tuesday 3 March 2026, {at_home} for you." in note.text
    assert there in core.told("alice@x.com")[0].text
    assert at_home not in core.told("alice@x.com")[0].text


@pytest.mark.whole
def test_a_device_is_asked_about_before_anything_is_minted(bot: Stage):
    bot.hears("erin", "meet alice@x.com with Room 12 about the boiler")
    [question] = bot.said()
    assert "Room 12 answers by itself" in question.text
    assert bot.calls_of("joseencrypt") == 0
    bot.presses("erin", "Yes, dial Room 12")
    [to_alice] = bot.told("alice@x.com")
    assert "the boiler" in to_alice.text


def test_devices_are_dialed_only_after_consent(core: FakeStage):
    core.hears("erin", "meet with Room 12 and Lobby")
    core.presses("erin", "Yes, dial Room 12, Lobby")
    assert core.broker.asked[0].body()["jwt"]["flow"] == {
        "id": "sip-no-knock",
        "data": [
            {"uri": "room12@example.rooms.webex.com"},
            {"uri": "lobby@example.rooms.webex.com"},
        ],
    }


def test_without_a_device_the_meeting_starts_anyway(core: FakeStage):
    core.hears("erin", "meet alice@x.com with Room 12")
    core.presses("erin", "No device")
    assert core.broker.asked[0].devices == ()
    assert len(core.told("alice@x.com")) == 1


def test_the_sandboxs_page_shows_thirty_guests_of_one_meeting_and_what_is_dialled(town: Town):
    bot = RealStage(town)
    bot.hears("erin", f"meet {MOST_GUESTS} guests with Room 12", space=None)
    bot.presses("erin", "Yes, dial Room 12")
    links = [link for note in bot.told("erin") for link in note.links]
    pages = [bot.page(link).text for link in links]
    assert len(pages) == MOST_GUESTS + 1
    assert f"{MOST_GUESTS} other links to this meeting" in pages[-1]
    assert all("room12@example.rooms.webex.com" in page for page in pages)
