"""Looking things up: meetings, status, devices, defaults, classic links."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from bot.sandbox.webex.faults import RefuseDirect
from tests.stories.fake import FakeStage
from tests.stories.stage import SITE, Stage
from tests.stories.test_more_links import meetings_of, started


@pytest.mark.whole
def test_meetings_are_listed_in_private_with_buttons_for_each(bot: Stage):
    host = bot.colleague()  # who has no meetings of other stories
    bot.space("Roofs", "erin", host)
    bot.hears(host, "meet alice@x.com about the roof", space="Roofs")
    bot.hears(host, "meetings", space="Roofs")
    note = bot.told(host)[-1]
    assert "“the roof”" in note.text
    assert bot.posted_in("Roofs")[0].text.startswith("1 guest invited")
    bot.presses(host, "My host link", note)
    assert len(bot.told(host)[-1].links) == 1


def test_meetings_are_grouped_by_time_and_cancelled_ones_marked(core: FakeStage):
    core.hears("erin", "meet about the past for 15m")
    core.passes(minutes=30)
    for said in ("now", "tea tomorrow 15:00", "nothing"):
        core.hears("erin", f"meet about {said}")
    core.hears("erin", "cancel the nothing")
    core.hears("erin", "meetings", space=None)
    text = core.told("erin")[-1].text
    places = [text.index(part) for part in ("Now", "#2", "Later", "#3")]
    assert places == sorted(places)
    past = text[text.index("Just ended") :]
    assert "#1" in past
    assert "cancelled" in past


@pytest.mark.parametrize("said", ["meetings", "status", "text for alice"])
def test_a_space_is_told_that_the_answer_is_in_the_direct_chat(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com")
    asked = core.hears("erin", said)
    [_, note] = core.posted_in("Support")
    assert note.text == "I sent you the answer in our direct chat."
    assert note.thread == asked.id
    assert len(core.told("erin")) == 2  # the host link, and the answer


def test_nobody_sees_another_persons_meetings(core: FakeStage):
    started(core)
    core.hears("carl", "meetings", space=None)
    assert "You have no meetings" in core.told("carl")[-1].text


def test_a_colleague_sees_to_what_others_invited_them(core: FakeStage):
    core.hears("erin", "meet carl@example.com tomorrow 15:00 about the budget", space=None)
    core.hears("erin", "meet bob@example.com about the secret", space=None)
    core.hears("carl", "am I invited to anything today?", space=None)
    note = core.told("carl")[-1]
    assert "You are invited “the budget” (#1): Tuesday 3 March 2026, 15:00" in note.text
    assert "by Erin Expert Say my link" in note.text
    assert "secret" not in note.text
    assert note.cards == ()
    core.hears("erin", "meetings", space=None)
    assert "You are invited" not in core.told("erin")[-1].text


def test_a_long_list_and_its_card_are_what_webex_takes(core: FakeStage):
    for number in range(24):
        core.hears("erin", f'meet about "{"*" * 60} {number}"', space=None)
    core.hears("erin", "meetings", space=None)
    note = core.told("erin")[-1]
    assert "And 4 more" in note.text
    [which] = note.card["body"]
    assert len(which["choices"]) == 24
    number = which["choices"][-1]["value"]
    core.presses("erin", "Extend 30 min", note, **{"meetings.meeting": number})
    assert f"(#{number}) now lasts until" in core.told("erin")[-1].text


def test_a_button_of_the_list_needs_a_meeting(core: FakeStage):
    for _ in range(2):
        core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "meetings", space=None)
    note = core.told("erin")[-1]
    for button in ("More…", "My host link", "Extend 30 min", "Cancel meeting"):
        core.presses("erin", button, note)
        assert "Choose from the list" in core.told("erin")[-1].text
    core.presses("erin", "Cancel meeting", note, **{"meetings.meeting": "1"})
    assert "Cancel #1?" in core.told("erin")[-1].text


def test_status_lists_each_link_its_way_and_its_end(core: FakeStage):
    core.faults = [RefuseDirect(email="dora@z.net", times=None)]
    core.hears("erin", "meet alice@x.com dora@z.net here 2 guests about the roof")
    core.hears("erin", "status")
    text = core.told("erin")[-1].text
    for told in (
        "alice@x.com: invited by direct message",
        "dora@z.net: not reached",
        "Erin Expert (host): has the host link",
        "links to share: 3",
        "expire on Monday 2 March 2026, 10:00 (UTC)",
    ):
        assert told in text
    assert core.told("erin")[-1].links == []


def test_the_status_button_can_be_pressed_repeatedly(core: FakeStage):
    started(core)
    core.hears("erin", "meetings")
    note = core.told("erin")[-1]
    for _ in range(2):
        core.presses("erin", "More…", note)
        assert "invited by direct message" in core.told("erin")[-1].text


def test_the_status_of_a_meeting_that_just_ended_is_shown(core: FakeStage):
    number = started(core).number
    core.passes(hours=2)
    core.hears("erin", f"status #{number}")
    assert "alice@x.com" in core.told("erin")[-1].text
    assert "The links expired on Monday 2 March 2026, 10:00 (UTC)" in core.told("erin")[-1].text


@pytest.mark.whole
def test_devices_are_named(bot: Stage):
    bot.hears("erin", "devices")
    [note] = bot.posted_in("Support")
    assert "Room 12" in note.text
    assert "Lobby" in note.text
    assert "@" not in note.text


def test_personal_defaults_apply_to_that_person_only(core: FakeStage):
    core.hears("erin", "defaults for 45m as healthcare no login", space=None)
    assert "length: 45 minutes" in core.told("erin")[-1].text
    core.hears("erin", "meet alice@x.com")
    core.hears("carl", "meet bob@example.com")
    mine, others = core.broker.asked
    assert (mine.vertical, mine.login_for_host) == ("hc", False)
    assert (others.vertical, others.login_for_host) == ("gen", True)
    assert "45 minutes" in core.told("alice@x.com")[0].text


def test_a_spaces_defaults_come_before_personal_ones(core: FakeStage):
    core.hears("erin", "defaults for 45m", space=None)
    core.hears("erin", "defaults for 30m")
    core.hears("erin", "meet alice@x.com")
    assert "30 minutes" in core.told("alice@x.com")[0].text


@pytest.mark.whole
def test_in_a_moderated_space_only_moderators_set_defaults(bot: Stage):
    bot.space("Ward", "erin", "bob", locked=True)
    bot.hears("bob", "defaults for 30m", space="Ward")
    assert "Only this space’s moderators" in bot.posted_in("Ward")[-1].text
    bot.hears("erin", "defaults for 30m", space="Ward")
    assert "length: 30 minutes" in bot.posted_in("Ward")[-1].text
    bot.hears("bob", "defaults", space="Ward")
    assert "length: 30 minutes" in bot.posted_in("Ward")[-1].text


@pytest.mark.whole
def test_a_classic_meeting_is_joined_by_an_encoded_link(bot: Stage):
    bot.hears("erin", "join 123 456 789 name Alice & Söhne")
    [note] = bot.posted_in("Support")
    link = urlsplit(note.text.split()[-1])
    assert f"{link.scheme}://{link.netloc}" == SITE
    assert link.path == "/example/m.php"
    assert parse_qs(link.query) == {
        "AT": ["JM"],
        "MK": ["123456789"],
        "AN": ["Alice & Söhne"],
        "BU": [SITE],
    }


def test_a_classic_meeting_is_hosted_by_a_link_without_a_password(core: FakeStage):
    core.hears("erin", "host 123456789", space=None)
    link = core.told("erin")[0].text.split()[-1]
    assert parse_qs(urlsplit(link).query)["AT"] == ["HM"]
    core.hears("erin", "join 123456789 password abc", space=None)
    assert "Never send a meeting’s password" in core.told("erin")[-1].text


def test_without_a_site_there_are_no_classic_meetings(core: FakeStage):
    core.settings(site=None)
    core.hears("erin", "join 123456789")
    assert "aren’t set up here" in core.posted_in("Support")[0].text


@pytest.mark.parametrize("button", ["Meet now", "Plan a meeting", "My meetings"])
def test_each_button_of_the_help_does_what_it_says(core: FakeStage, button: str):
    core.hears("erin", "help", space=None)
    core.presses("erin", button)
    last = core.told("erin")[-1]
    assert last.links or "Fill in the form" in last.text or "no meetings" in last.text


@pytest.mark.whole
def test_the_bot_says_what_it_is(bot: Stage):
    bot.hears("erin", "about")
    assert "Instant Connect" in bot.posted_in("Support")[0].text


@pytest.mark.whole
def test_the_form_is_the_same_command_as_the_sentence(bot: Stage):
    bot.hears("erin", "plan", space=None)
    bot.presses(
        "erin",
        "Invite",
        people="Alice <alice@x.com>; bob@example.com",
        subject="the #1 <@all> about tomorrow",
        duration="90m",
        vertical="healthcare",
    )
    [to_alice] = bot.told("alice@x.com")
    assert "1 hour 30 minutes" in to_alice.text
    assert "the #1 <@all> about tomorrow" in to_alice.text
    assert len(meetings_of(bot, "erin", "alice@x.com", "bob")) == 1


def test_a_form_with_day_and_time_is_a_later_meeting_in_ones_own_zone(core: FakeStage):
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    core.hears("erin", "plan", space=None)
    core.presses("erin", "Invite", people="alice@x.com", date="2026-03-05", time="14:30")
    assert "14:30 (Europe/Berlin, UTC+01:00)" in core.told("alice@x.com")[0].text


def test_a_form_with_a_device_asks_before_it_dials(core: FakeStage):
    core.hears("erin", "plan")
    core.presses("erin", "Invite", people="alice@x.com", device="Lobby", subject="the roof")
    assert core.broker.asked == []
    core.presses("erin", "Yes, dial Lobby")
    assert core.broker.asked[0].devices == ("lobby@example.rooms.webex.com",)
    assert "the roof" in core.told("alice@x.com")[0].text


@pytest.mark.parametrize(
    ("filled", "answered"),
    [
        ({"people": "alice@x"}, "isn’t a valid email address"),
        ({"people": "alice"}, "don’t know who “alice” is"),
        ({"date": "2026-03-05"}, "can’t tell what time"),
        ({"date": "2026-02-05", "time": "10:00"}, "is in the past"),
        ({"date": "2026-31-02", "time": "25:99", "people": "alice@x.com"}, "Nothing was sent"),
        ({}, "Nobody is invited"),
    ],
)
def test_a_form_that_is_not_clear_is_asked_about(
    core: FakeStage, filled: dict[str, str], answered: str
):
    core.hears("erin", "plan")
    core.presses("erin", "Invite", **filled)
    assert answered in core.said()[-1].text
    assert core.broker.asked == []


@pytest.mark.whole
def test_a_form_in_a_space_is_for_everyone_there_only_if_that_is_ticked(bot: Stage):
    bot.hears("erin", "plan")
    bot.presses("erin", "Invite", here="here", subject="the roof")
    assert "Anyone here can join" in bot.posted_in("Support")[-1].text


def test_a_default_length_is_limited(core: FakeStage):
    core.hears("erin", "defaults for 25h", space=None)
    assert "at most 24 hours" in core.told("erin")[-1].text
    core.hears("erin", "meet alice@x.com", space=None)
    assert "works for 1 hour" in core.told("alice@x.com")[0].text
