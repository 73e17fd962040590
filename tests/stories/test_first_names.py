"""People who are called by their first name: they are suggested, and never invited at once."""

from __future__ import annotations

import pytest

from bot.sandbox.webex.faults import ServerError
from tests.stories.fake import FakeStage

INVOICE = "meet alice@x.com about the invoice"
ADD_CARL = "Invite Carl Colleague to “the invoice”"


@pytest.mark.parametrize(
    "said",
    [
        "also carl pls",
        "add Carl too",
        "the invoice one, can you add my colleague Carl too",
        "carl should join as well",
        "kannst du bitte auch Carl einladen",
        "invite aussi Carl",
        "añade a Carl por favor",
    ],
)
def test_a_member_of_the_space_is_offered_by_first_name(core: FakeStage, said: str):
    core.hears("erin", INVOICE)
    core.hears("erin", said)
    assert core.posted_in("Support")[-1].titles[0] == ADD_CARL
    assert "I don’t know who" not in core.posted_in("Support")[-1].text
    assert core.told("carl") == []
    core.presses("erin", ADD_CARL)
    assert core.told("carl")[-1].link


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("Let's meet at 4pm with Carl", "Meet Carl Colleague: Monday 2 March 2026, 16:00"),
        ("meet carl", "Meet Carl Colleague now"),
        ("meet carl and dora@z.net", "Meet Carl Colleague, dora@z.net now"),
        ("video with carl and bob", "Meet Carl Colleague, Bob Builder now"),
    ],
)
def test_a_new_meeting_with_a_member_is_offered(core: FakeStage, said: str, offered: str):
    core.hears("erin", said)
    assert core.posted_in("Support")[-1].titles == [offered]
    assert core.broker.asked == []


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("handover to carl", "Hand “the invoice” over to Carl Colleague"),
        ("can carl be the second host", "Make Carl Colleague a host of “the invoice” too"),
    ],
)
def test_a_member_is_offered_as_a_host(core: FakeStage, said: str, offered: str):
    core.hears("erin", INVOICE)
    core.hears("erin", said)
    assert core.posted_in("Support")[-1].titles == [offered]


@pytest.mark.parametrize("said", ["thanks carl", "carl can't come", "add Erin", "add Dora too"])
def test_a_name_alone_says_too_little(core: FakeStage, said: str):
    core.hears("erin", INVOICE)
    core.hears("erin", said)
    assert core.posted_in("Support")[-1].titles == []


def test_a_name_that_two_have_is_nobodys(core: FakeStage):
    other = core.world.add_person("Carl Other", "carl@other.org")
    core.world.join(core.spaces["Support"], other, core.person("erin"))
    core.hears("erin", INVOICE)
    core.hears("erin", "add Carl too")
    assert core.posted_in("Support")[-1].titles == []
    assert "I don’t know who “Carl” is" in core.posted_in("Support")[-1].text


def test_whom_webex_does_not_tell_is_asked_about(core: FakeStage):
    core.hears("erin", INVOICE)
    core.faults = [ServerError(503, path="/v1/memberships", times=None)]
    core.hears("erin", "add Carl too")
    assert "I don’t know who “Carl” is" in core.posted_in("Support")[-1].text


def test_people_of_the_space_are_not_looked_up_for_a_clear_command(core: FakeStage):
    core.hears("erin", INVOICE)
    core.hears("erin", "extend by 10")
    assert core.calls_of("/v1/memberships") == 0


def test_in_a_direct_chat_guests_of_ones_own_meetings_are_known(core: FakeStage):
    core.hears("erin", "meet carl@example.com", space=None)
    core.hears("erin", "cancel", space=None)
    core.hears("erin", "meet dora@z.net about the rota", space=None)
    core.hears("erin", "and Carl should come too", space=None)
    [offered] = core.told("erin")[-1].card["actions"]
    assert offered["title"] == "Invite carl@example.com to “the rota”"


def test_a_guest_of_an_earlier_meeting_is_added_to_the_one_just_made(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.passes(minutes=6)
    core.hears("erin", "meet dora@z.net tomorrow 15:00", space=None)
    core.hears("erin", "and Alice should come too", space=None)
    offered = core.told("erin")[-1].titles
    assert offered[0] == "Invite alice@x.com to #2"
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize(
    "said",
    ["resend the link to the phone", "send a new link to the mobile", "neuer Link ans Handy"],
)
def test_the_only_guest_with_a_phone_is_called_so(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "meet Frau Müller +49 171 3920043 tomorrow 15:00", space=None)
    core.hears("erin", said, space=None)
    titles = core.told("erin")[-1].titles
    assert titles[0] == "Send Frau Müller a new link"


def test_guests_of_private_meetings_are_not_named_in_a_space(core: FakeStage):
    core.hears("erin", "meet dora@z.net", space=None)
    core.hears("erin", INVOICE)
    core.hears("erin", "add dora too")
    assert "dora@z.net" not in core.posted_in("Support")[-1].text


@pytest.mark.parametrize("said", ["meet Alice Adams at 5pm", "add Alice Adams", "add alice adams"])
def test_a_colleague_with_a_guests_first_name_is_not_the_guest(core: FakeStage, said: str):
    core.world.add_person("Alice Adams", "alice.adams@example.com")
    core.space("Desk", "erin", "alice.adams@example.com")
    core.hears("erin", INVOICE, space="Desk")
    core.hears("erin", said, space="Desk")
    [button] = core.posted_in("Desk")[-1].card["actions"]
    assert "Alice Adams" in button["title"]
    assert "alice@x.com" not in button["title"]


def test_a_guest_with_another_surname_is_not_offered(core: FakeStage):
    core.hears("erin", "meet Alice Customer <alice@x.com> about the invoice", space=None)
    core.hears("erin", "meet Alice Adams at 5pm", space=None)
    assert not core.told("erin")[-1].cards
    assert "I don’t know who “Alice Adams” is" in core.told("erin")[-1].text


def test_a_meeting_is_given_to_nobody_unknown(core: FakeStage):
    core.hears("erin", INVOICE, space=None)
    core.hears("erin", "give it to anna", space=None)
    assert not core.told("erin")[-1].cards
    assert "I don’t know who “anna” is" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["bob is out until 4pm", "bob ist bis 16 uhr weg"])
def test_who_is_away_for_a_while_is_not_removed(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com bob@example.com about the invoice", space=None)
    core.hears("erin", said, space=None)
    assert not any("Remove" in str(note.cards) for note in core.told("erin")[-1:])
