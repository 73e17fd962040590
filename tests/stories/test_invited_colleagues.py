"""Colleagues who are guests of somebody else's meeting: their words are for its host."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_more_links import started

INVITE = "meet @Carl at 17:00 about the budget"


def invited(core: FakeStage) -> int:
    """Have Erin invite Carl, and return how many messages she got."""
    core.hears("erin", INVITE)
    return len(core.told("erin"))


@pytest.mark.parametrize(
    "said",
    [
        *("cant make it at 5", "can we do half past five instead?", "I'm in", "I'm late"),
        *("I can't come", "on my way", "could we meet another day?", "ich kann nicht kommen"),
        *("ich verspäte mich", "können wir es auf 18 Uhr verschieben?", "je suis en retard"),
        *("je ne peux pas venir", "on peut décaler à 18h ?", "no puedo ir", "llego tarde"),
    ],
)
def test_what_a_guest_would_say_is_offered_to_be_passed_on(core: FakeStage, said: str):
    before = invited(core)
    core.hears("carl", said, space=None)
    assert f"Tell Erin Expert: “{said}”" in core.told("carl")[-1].text
    assert len(core.told("erin")) == before
    core.hears("carl", "1", space=None)
    assert f"“{said}”" in core.told("erin")[-1].text
    assert "Carl Colleague wrote to me" in core.told("erin")[-1].text


@pytest.mark.whole
def test_a_press_passes_it_on_once(bot: Stage):
    guest = bot.colleague()
    bot.hears("erin", f"meet {guest} tomorrow at 17:00 about the budget", space=None)
    before = len(bot.told("erin"))
    bot.hears(guest, "I'm late", space=None)
    note = bot.told(guest)[-1]
    title = "Tell Erin Expert: “I'm late”"
    bot.presses(guest, title, note)
    bot.presses(guest, title, note)
    assert ["“I'm late”" in each.text for each in bot.told("erin")[before:]] == [True]


def test_a_host_who_is_a_guest_too_chooses_whom_to_tell(core: FakeStage):
    before = invited(core)
    core.hears("carl", "meet alice@x.com", space=None)
    core.hears("carl", "I'm running late", space=None)
    core.hears("carl", "the second", space=None)
    assert "running late" in core.told("alice@x.com")[-1].text
    assert len(core.told("erin")) == before


@pytest.mark.parametrize("said", ["meet alice@x.com", "meetings", "add alice@x.com", "I need help"])
def test_a_colleagues_own_commands_are_heard_as_such(core: FakeStage, said: str):
    before = invited(core)
    core.hears("carl", said, space=None)
    assert "Tell Erin" not in core.told("carl")[-1].text
    assert len(core.told("erin")) == before


def test_nothing_is_offered_in_a_space(core: FakeStage):
    invited(core)
    core.hears("carl", "I'm late")
    assert "Erin Expert: “" not in core.posted_in("Support")[-1].text


def test_nothing_is_offered_to_somebody_who_is_invited_to_nothing(core: FakeStage):
    invited(core)
    core.hears("bob", "I'm late", space=None)
    assert not core.told("bob")[-1].cards


def test_tell_host_passes_it_on_at_once(core: FakeStage):
    before = invited(core)
    core.hears("carl", "tell host: I'm late", space=None)
    [note] = core.told("erin")[before:]
    assert "“I'm late”" in note.text
    core.hears("bob", "tell host: I'm late", space=None)
    assert "don’t know of any meeting you’re invited to" in core.told("bob")[-1].text
    assert len(core.told("erin")) == before + 1


@pytest.mark.parametrize(
    "said",
    [
        *("Do I need to install something?", "Is it secure?", "muss ich etwas installieren?"),
        *("dois-je installer quelque chose ?", "¿tengo que instalar algo?"),
    ],
)
def test_a_guests_question_about_the_bot_is_answered_and_not_passed_on(core: FakeStage, said: str):
    started(core)
    before = len(core.told("erin"))
    core.hears("alice@x.com", said, space=None)
    assert len(core.told("erin")) == before
    assert "passed your message on" not in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize(
    "said",
    ["how much will the treatment cost?", "what is it about?", "is my account number right?"],
)
def test_any_other_question_of_a_guest_is_passed_on(core: FakeStage, said: str):
    started(core)
    core.hears("alice@x.com", said, space=None)
    assert f"“{said}”" in core.told("erin")[-1].text


def test_a_guest_of_two_hosts_may_name_one(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("carl", "meet alice@x.com", space=None)
    core.hears("alice@x.com", "I can't come on Thursday", space=None)
    links = len([each for each in core.told("alice@x.com") if each.links])
    core.hears("alice@x.com", "Carl", space=None)
    assert "“I can't come on Thursday”" in core.told("carl")[-1].text
    assert len([each for each in core.told("alice@x.com") if each.links]) == links


@pytest.mark.parametrize("said", ["send the link to dora@z.net", "schick dora@z.net den Link"])
def test_a_guest_who_speaks_of_the_link_starts_no_meeting_of_their_own(core: FakeStage, said: str):
    invited(core)
    core.hears("carl", said, space=None)
    assert not core.mailed("dora@z.net")
    assert "I haven’t done anything yet" in core.told("carl")[-1].text
