"""The life of a request to experts, without doors: held back, taken, given back, asked again."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from bot.sandbox.webex.faults import Fault
from tests.stories.fake import FakeStage
from tests.stories.test_experts import asked, with_host_link


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with a group of experts, whose space has Carl and Bob; Erin is administrator."""
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here", space="Cardiology")
    return core


def cards_in(bot: FakeStage, space: str = "Cardiology") -> list[str]:
    """Return the cards that stand in a space."""
    return [str(each.card) for each in bot.posted_in(space) if each.cards]


@pytest.mark.parametrize("said", ["resend me", "resend all", "cohost @Carl", "handover @Carl"])
@pytest.mark.parametrize("claimed", [False, True])
def test_who_asked_gets_no_host_link(core: FakeStage, said: str, claimed: bool):
    asked(core)
    if claimed:
        core.presses("bob", "Take it")
    core.hears("erin", said)
    assert with_host_link(core, "erin") == []
    assert with_host_link(core, "carl") == []
    assert len(with_host_link(core, "bob")) == claimed + (claimed and said == "resend all")


def test_who_asked_reads_why_they_have_no_host_link(core: FakeStage):
    number = asked(core)
    core.hears("erin", "resend me")
    assert core.posted_in("Support")[-1].text == (
        f"“the ECG” (#{number}) is hosted by whoever takes it in cardiology, so you have no host"
        " link."
    )


def test_a_reminder_brings_no_host_link_to_who_asked(core: FakeStage):
    asked(core)
    core.hears("erin", "move to tomorrow 15:00")
    core.passes(days=2)
    assert with_host_link(core, "erin") == []


def test_who_asked_is_sent_their_guest_link_again(core: FakeStage):
    asked(core, "expert cardiology")
    core.presses("carl", "Take it")
    core.hears("erin", "resend me")
    assert [core.opens(each).role for note in core.told("erin") for each in note.links] == (
        ["guest"] * 2
    )


def test_the_claimer_can_do_what_a_host_does(core: FakeStage):
    number = asked(core)
    core.presses("carl", "Take it")
    core.hears("carl", f"resend me of #{number}", space=None)
    assert len(with_host_link(core, "carl")) == 2
    core.makes_host("bob")
    core.hears("carl", f"handover bob@example.com of #{number}", space=None)
    assert len(with_host_link(core, "bob")) == 1


def test_guests_get_their_links_once_somebody_has_taken_it(core: FakeStage):
    number = asked(core)
    assert core.told("alice@x.com") == []
    assert core.calls_of("joseencrypt") == 0
    core.hears("erin", f"status #{number}", space=None)
    assert "alice@x.com: gets a link when an expert has taken it" in core.told("erin")[-1].text
    assert "nobody in cardiology has taken it yet" in core.told("erin")[-1].text
    core.presses("carl", "Take it")
    core.hears("erin", f"status #{number}", space=None)
    assert "nobody in cardiology" not in core.told("erin")[-1].text
    [note] = core.told("alice@x.com")
    assert core.opens(note.link).role == "guest"
    assert "Carl Colleague" in note.text


def links_said(bot: FakeStage) -> list[str]:
    """Return every link that the bot sent."""
    return [link for note in bot.said() for link in note.links]


@pytest.mark.parametrize(
    "said",
    [
        *("resend alice@x.com", "resend all", "text for alice@x.com", "text for all"),
        *("text for alice@x.com direct", "add dora@z.net", "add 2 guests"),
    ],
)
def test_no_command_gives_a_guest_a_link_before_somebody_has_taken_it(core: FakeStage, said: str):
    number = asked(core)
    core.hears("erin", said)
    told = core.posted_in("Support")[-1].text
    assert told.startswith(f"Nobody in cardiology has taken “the ECG” (#{number}) yet")
    assert links_said(core) == []
    core.presses("carl", "Take it")
    core.hears("erin", said)
    assert "has taken “the ECG”" not in core.posted_in("Support")[-1].text
    assert len(links_said(core)) > 2


def test_a_guest_who_asks_for_their_link_reads_that_nobody_is_free_yet(core: FakeStage):
    asked(core)
    core.hears("alice", "my link", space=None)
    assert links_said(core) == []
    assert core.told("alice")[-1].text == (
        "Nobody is free for your meeting yet. You get your link as soon as somebody is."
    )
    core.presses("carl", "Take it")
    core.hears("alice", "my link", space=None)
    assert [core.opens(each.link).role for each in core.told("alice")[1:]] == ["guest"] * 2


@pytest.mark.parametrize("said", ["resend me", "my link"])
def test_who_asked_for_themselves_has_no_link_before_somebody_has_taken_it(
    core: FakeStage, said: str
):
    asked(core, "expert cardiology")
    core.hears("erin", said)
    assert "Nobody is free for your meeting yet" in core.told("erin")[-1].text
    assert links_said(core) == []


def test_a_guest_who_had_a_link_gets_it_again_after_it_was_given_back(core: FakeStage):
    asked(core)
    core.presses("carl", "Take it")
    core.presses("carl", "Give back")
    core.hears("alice", "my link", space=None)
    core.hears("erin", "resend alice@x.com")
    assert [core.opens(each.link).role for each in core.told("alice")] == ["guest"] * 3


def test_a_card_whose_claim_failed_can_be_pressed_again(core: FakeStage):
    asked(core)
    core.faults = [Fault(times=None, path="joseencrypt")]
    core.presses("carl", "Take it")
    assert with_host_link(core, "carl") == []
    core.faults = []
    core.presses("carl", "Take it")
    assert len(with_host_link(core, "carl")) == 1
    assert len(core.told("alice@x.com")) == 1


def test_a_claim_that_failed_leaves_it_to_others(core: FakeStage):
    asked(core)
    core.faults = [Fault(times=None, path="joseencrypt")]
    core.presses("carl", "Take it")
    core.faults = []
    core.presses("bob", "Take it")
    assert len(with_host_link(core, "bob")) == 1


def test_who_gave_it_back_is_not_asked_alone_while_there_are_others(core: FakeStage):
    core.hears("erin", "group cardiology is here then @Carl after 2m", space="Cardiology")
    asked(core)
    core.presses("carl", "Take it")
    before = len(core.posted_in("Cardiology"))
    core.hears("carl", "give back: I have to go", space=None)
    assert len([each for each in core.posted_in("Cardiology")[before:] if each.cards]) == 1
    assert not any("Take it" in str(each.cards) for each in core.told("carl"))


def test_who_is_the_only_expert_is_asked_again(core: FakeStage):
    core.hears("erin", "group cardiology is @Carl", space="Cardiology")
    asked(core)
    core.presses("carl", "Take it")
    core.hears("carl", "give back", space=None)
    assert "Take it" in str(core.told("carl")[-1].card)


def test_after_a_claim_that_failed_the_next_are_asked_in_time(core: FakeStage):
    asked(core)
    core.faults = [Fault(times=None, path="joseencrypt")]
    core.passes(minutes=1, seconds=50)
    core.presses("carl", "Take it")  # tries for half a minute, in which the next are due
    core.faults = []
    before = core.posted_in("Cardiology")[-1].id
    core.passes(minutes=3)
    assert core.posted_in("Cardiology")[-1].id != before


def test_who_takes_it_twice_has_one_host_link(core: FakeStage):
    number = asked(core)
    core.presses("carl", "Take it")
    core.hears("carl", f"take #{number}", space="Cardiology")
    assert len(with_host_link(core, "carl")) == 1
    assert "is yours" in core.told("carl")[-1].text


def test_in_discreet_mode_the_card_has_the_group_alone(core: FakeStage):
    core.settings(discreet=True)
    core.hears("erin", "expert cardiology for alice@x.com about the ECG")
    [card] = cards_in(core)
    assert "cardiology: who is free?" in card
    assert "ECG" not in card
    core.presses("carl", "Take it")
    core.presses("carl", "Give back", text="ask about the ECG")
    [card] = cards_in(core)
    assert "ECG" not in card


def test_what_is_given_back_is_asked_again_with_the_note(core: FakeStage):
    number = asked(core)
    core.presses("carl", "Take it")
    core.presses("carl", "Give back", text="rather a surgeon")
    assert with_host_link(core, "carl") == []
    assert "OK, I’m asking the others" in core.told("carl")[-1].text
    assert "Carl Colleague can’t take" in core.told("erin")[-1].text
    [card] = cards_in(core)
    assert "Given back: rather a surgeon" in card
    core.presses("bob", "Take it")
    assert len(with_host_link(core, "bob")) == 1
    core.hears("carl", f"resend me of #{number}", space=None)
    core.hears("carl", f"give back #{number}", space=None)
    assert with_host_link(core, "carl") == []
    assert len(core.told("alice@x.com")) == 1


def test_who_asked_reads_the_same_whether_a_card_or_a_sentence_gives_it_back(core: FakeStage):
    number = asked(core)
    core.presses("carl", "Take it")
    core.presses("carl", "Give back")
    by_card = core.told("erin")[-1].text
    core.hears("carl", f"take #{number}", space="Cardiology")
    core.hears("carl", f"give back #{number}", space=None)
    assert by_card == core.told("erin")[-1].text
    assert by_card.startswith("Carl Colleague can’t take “the ECG”")


def is_asked(bot: FakeStage, who: str) -> bool:
    """Return whether somebody has a card to take a request."""
    return any("who is free?" in str(each.card) for each in bot.told(who) if each.cards)


def test_who_gives_it_back_is_not_asked_at_once(core: FakeStage):
    core.hears("erin", "group cardiology is @Carl and @Bob", space="Cardiology")
    asked(core)
    core.presses("carl", "Take it")
    core.presses("carl", "Give back")
    assert [is_asked(core, who) for who in ("carl", "bob")] == [False, True]
    core.passes(minutes=3)
    assert [is_asked(core, who) for who in ("carl", "bob")] == [True, True]


def test_a_former_host_with_a_card_is_told_once_that_it_was_cancelled(core: FakeStage):
    core.hears("erin", "group cardiology is @Carl and @Bob", space="Cardiology")
    number = asked(core)
    core.presses("carl", "Take it")
    core.presses("carl", "Give back")
    core.passes(minutes=3)
    core.hears("erin", f"cancel #{number}")
    assert not is_asked(core, "carl")
    for who in ("carl", "bob"):
        told = [each.text for each in core.told(who) if "cancelled" in each.text]
        assert len(told) == 1, (who, told)


@pytest.mark.parametrize("who", ["carl", "erin"])
def test_who_asked_and_who_took_it_are_told_that_the_other_cancelled(core: FakeStage, who: str):
    number = asked(core)
    core.presses("carl", "Take it")
    core.hears(who, f"cancel #{number}", space=None)
    (other,) = {"carl", "erin"} - {who}
    told = [each.text for each in core.told(other) if "cancelled the video meeting" in each.text]
    assert len(told) == 1


def test_only_who_took_it_gives_it_back(core: FakeStage):
    number = asked(core)
    core.presses("carl", "Take it")
    core.hears("erin", f"give back #{number}", space=None)
    assert "so there’s nothing to give back" in core.told("erin")[-1].text
    assert len(with_host_link(core, "carl")) == 1


def test_an_expert_who_asked_and_took_it_gives_it_back(core: FakeStage):
    number = asked(core)
    core.presses("erin", "Take it")
    assert len(with_host_link(core, "erin")) == 1
    core.hears("erin", f"give back #{number}: no time", space=None)
    core.hears("erin", f"resend me of #{number}", space=None)
    assert with_host_link(core, "erin") == []
    core.presses("bob", "Take it")
    assert len(with_host_link(core, "bob")) == 1


def test_once_all_present_leave_it_to_others_the_next_are_asked_at_once(core: FakeStage):
    core.hears("erin", "group cardiology is here then @Alice", space="Cardiology")
    core.hears("erin", "group cardiology is here then @Carl", space="Cardiology")
    asked(core)
    core.presses("carl", "Not me")
    core.presses("carl", "Not me")
    assert not any(each.cards for each in core.told("carl"))
    core.presses("bob", "Not me")
    assert core.told("bob")[-1].text == "OK, I’ll leave it to the others."
    assert any(each.cards for each in core.told("carl"))
    core.passes(minutes=1, seconds=59)
    assert len(cards_in(core)) == 1


def test_after_all_rounds_who_asked_has_them_asked_again(core: FakeStage):
    asked(core)
    core.passes(minutes=6)
    choices = core.told("erin")[-1]
    assert "Nobody in cardiology has taken" in choices.text
    assert "Nobody in cardiology has taken it yet" in str(choices.card)
    before = core.posted_in("Cardiology")[-1].id
    core.passes(minutes=10)
    assert core.posted_in("Cardiology")[-1].id == before
    core.presses("erin", "Keep waiting", choices)
    assert core.posted_in("Cardiology")[-1].id != before
    core.presses("erin", "Keep waiting", choices)
    assert len(cards_in(core)) == 1
    core.passes(minutes=6)
    assert core.told("erin")[-1].text == choices.text
    core.hears("erin", "keep waiting")
    core.presses("carl", "Take it")
    core.hears("erin", "keep waiting")
    assert "isn’t waiting for an expert" in core.posted_in("Support")[-1].text


def test_after_all_rounds_who_asked_cancels_it(core: FakeStage):
    asked(core)
    core.passes(minutes=6)
    core.presses("erin", "Cancel it")
    assert cards_in(core) == []


def test_who_asked_waits_for_the_next_shift(core: FakeStage):
    core.hears("erin", "group cardiology is here from 8 to 18 in UTC", space="Cardiology")
    number = asked(core)
    core.passes(minutes=6)
    [button] = [each for each in core.told("erin")[-1].card["actions"] if "shift" in each["title"]]
    core.presses("erin", button["title"])
    assert cards_in(core) == []
    core.passes(hours=22, minutes=50)
    assert cards_in(core) == []
    core.passes(minutes=10)
    assert len(cards_in(core)) == 1
    assert core.told("alice@x.com") == []
    core.presses("carl", "Take it")
    assert core.opens(core.told("alice@x.com")[-1].link).role == "guest"
    core.hears("erin", f"next shift #{number}")
    assert "isn’t waiting for an expert" in core.posted_in("Support")[-1].text


def test_without_hours_there_is_no_next_shift(core: FakeStage):
    asked(core)
    core.hears("erin", "next shift")
    assert "I don’t know of a next shift in cardiology" in core.posted_in("Support")[-1].text


def test_a_group_that_closes_meanwhile_leaves_the_choice_to_who_asked(core: FakeStage):
    core.hears("erin", "group cardiology is here from 8 to 9:03 in UTC", space="Cardiology")
    asked(core)
    core.passes(minutes=4)
    assert "nobody in it is on duty anymore" in core.told("erin")[-1].text
    core.presses("carl", "Take it")
    assert len(with_host_link(core, "carl")) == 1


@pytest.mark.parametrize(
    ("give_back", "keep_waiting"),
    [
        ("gebe zurück #1: keine Zeit", "weiter warten"),
        ("gib #1 zurück", "frag nochmal"),
        ("je rends #1: pas le temps", "continue d’attendre"),
        ("devuelvo #1: no tengo tiempo", "sigue esperando"),
    ],
)
def test_sentences_in_other_languages(core: FakeStage, give_back: str, keep_waiting: str):
    asked(core)
    core.presses("carl", "Take it")
    core.hears("carl", give_back, space=None)
    assert with_host_link(core, "carl") == []
    core.passes(minutes=6)
    before = core.posted_in("Cardiology")[-1].id
    core.hears("erin", keep_waiting, space=None)
    assert core.posted_in("Cardiology")[-1].id != before
