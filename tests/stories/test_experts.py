"""Somebody asks a group for an expert; whoever is free first takes the call."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.domain.access import Access
from tests.rows import for_each
from tests.stories.fake import FakeStage


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with a group of experts, whose space has Carl and Bob; Erin is administrator."""
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here", space="Cardiology")
    return core


def asked(bot: FakeStage, said: str = "expert cardiology for alice@x.com about the ECG") -> int:
    """Have Erin ask; return the meeting's number."""
    bot.hears("erin", said)
    return bot.posted_in("Support")[0].number


def with_host_link(bot: FakeStage, who: str) -> list[str]:
    """Return the host links that somebody was sent; with doors, the addresses of their pages."""
    links = [link for note in bot.told(who) for link in note.links if "/j/" not in link]
    return [each for each in links if "/h/" in each or bot.opens(each).role == "host"]


def test_the_card_names_the_subject_and_no_guest(core: FakeStage):
    asked(core)
    card = core.posted_in("Cardiology")[-1]
    assert "the ECG" in str(card.card)
    assert "alice" not in str(card.card) + card.text


def test_the_first_is_host_and_the_second_is_told_who_was_first(core: FakeStage):
    number = asked(core)
    core.presses("carl", "Take it")
    assert len(with_host_link(core, "carl")) == 1
    assert core.told("carl")[-1].text == "You’re meeting alice@x.com."
    core.hears("bob", f"take #{number}", space="Cardiology")
    assert with_host_link(core, "bob") == []
    assert "Carl Colleague was first" in core.told("bob")[-1].text
    assert "Carl Colleague took" in core.told("erin")[-1].text
    assert with_host_link(core, "erin") == []


@pytest.mark.parametrize(
    "said", ["take it", "I'll take the ECG", "take cardiology", "i can take it", "ich übernehme"]
)
def test_it_is_taken_in_words_without_its_number(core: FakeStage, said: str):
    asked(core)
    core.hears("carl", said, space="Cardiology")
    assert len(with_host_link(core, "carl")) == 1


def test_which_of_two_is_asked_about_without_their_subjects(core: FakeStage):
    first = asked(core)
    core.hears("erin", "expert cardiology about the X-ray")
    core.hears("carl", "take it", space="Cardiology")
    assert with_host_link(core, "carl") == []
    said = core.told("carl")[-1].text
    assert "Several requests are waiting" in said
    assert "ECG" not in said
    core.hears("carl", "take the X-ray", space="Cardiology")
    assert len(with_host_link(core, "carl")) == 1
    core.hears("carl", f"take #{first}", space="Cardiology")
    assert len(with_host_link(core, "carl")) == 2


def test_in_the_thread_of_a_card_it_is_the_cards_request(core: FakeStage):
    asked(core)
    card = core.posted_in("Cardiology")[-1]
    asked(core, "expert cardiology about the X-ray")
    core.hears("carl", "take it", space="Cardiology", thread=card.id)
    assert len(with_host_link(core, "carl")) == 1


@pytest.mark.parametrize("space", ["Support", None])
def test_where_nobody_was_asked_there_is_nothing_to_take(core: FakeStage, space: str | None):
    asked(core)
    core.hears("carl", "take it", space=space)
    assert with_host_link(core, "carl") == []
    assert "No request is waiting here" in core.told("carl")[-1].text


def test_who_is_asked_in_private_leaves_it_to_others_in_words(core: FakeStage):
    core.hears("erin", "group cardiology is @Carl", space="Cardiology")
    asked(core)
    core.hears("carl", "not me", space=None)
    assert any("others" in each.text for each in core.told("carl"))


def test_the_card_goes_at_once_and_the_space_reads_who_took_it(core: FakeStage):
    asked(core)
    core.presses("carl", "Take it")
    left = core.posted_in("Cardiology")
    assert [each for each in left if each.cards] == []
    assert "Carl Colleague took #" in left[-1].text


def test_each_expert_reads_in_their_own_language_what_became_of_a_card(core: FakeStage):
    core.hears("bob", "defaults language german", space=None)
    core.hears("erin", "group cardiology is @Carl and @Bob", space="Cardiology")
    core.hears("erin", "expert cardiology for alice@x.com")
    number = core.posted_in("Support")[-1].number
    core.presses("carl", "Take it")
    taken = "Carl Colleague hat #1 übernommen: Montag, 2. März 2026, 09:00 Uhr (UTC)."
    assert core.told("bob")[-1].text == taken
    core.hears("carl", f"give back #{number}", space=None)
    core.presses("bob", "Übernehmen")
    assert core.told("carl")[-1].text.startswith("OK, I’m asking the others")
    core.hears("bob", "gebe zurück", space=None)
    core.hears("erin", f"cancel #{number}")
    assert core.told("carl")[-1].text == f"#{number} was cancelled. There is nothing left to do."


def test_nobody_outside_the_group_takes_a_request(core: FakeStage):
    number = asked(core)
    core.hears("bob", f"take #{number}")
    assert with_host_link(core, "bob") == []
    assert "isn’t for your groups" in core.told("bob")[-1].text
    core.presses("carl", "Take it")
    assert len(with_host_link(core, "carl")) == 1


def test_a_cancelled_request_cannot_be_taken(core: FakeStage):
    number = asked(core)
    core.hears("erin", f"cancel #{number}")
    assert [each for each in core.posted_in("Cardiology") if each.cards] == []
    assert core.posted_in("Cardiology")[-1].text.startswith(f"#{number} was cancelled.")
    core.hears("carl", f"take #{number}", space="Cardiology")
    assert "That request is over" in core.told("carl")[-1].text


def test_without_guests_the_requester_is_the_guest(core: FakeStage):
    asked(core, "expert cardiology")
    core.presses("carl", "Take it")
    assert [core.opens(each).role for note in core.told("erin") for each in note.links] == ["guest"]


def test_who_leaves_it_to_others_is_no_host(core: FakeStage):
    asked(core)
    core.presses("carl", "Not me")
    assert core.told("carl")[-1].text == "OK, I’ll leave it to the others."
    core.presses("bob", "Take it")
    assert len(with_host_link(core, "bob")) == 1


def test_the_next_is_asked_after_the_groups_own_time_even_after_a_restart(core: FakeStage):
    core.hears("erin", "group cardiology is here then @Bob after 3m", space="Cardiology")
    asked(core)
    core.passes(minutes=2)
    assert core.told("bob") == []
    core.restarts_after(minutes=2)
    assert "an expert is needed" in core.told("bob")[-1].text
    core.presses("bob", "Take it", core.told("bob")[-1])
    assert len(with_host_link(core, "bob")) == 1
    before = len(core.said())
    core.passes(minutes=14)
    assert len(core.said()) == before


def test_after_three_rounds_the_requester_is_told(core: FakeStage):
    asked(core)
    core.passes(minutes=7)
    assert "has taken" in core.told("erin")[-1].text
    [card] = [each for each in core.posted_in("Cardiology") if each.cards]  # the latest of three
    assert "who is free?" in str(card.card)
    core.presses("carl", "Take it")
    assert len(with_host_link(core, "carl")) == 1


def test_an_unknown_group_is_answered_with_the_nearest(core: FakeStage):
    core.hears("erin", "expert cardio for alice@x.com")
    assert core.posted_in("Support")[-1].text == (
        "There is no group “cardio”. Did you mean expert cardiology?"
    )
    core.hears("erin", "experts")
    assert "cardiology: Always open." in core.posted_in("Support")[-1].text


@for_each(
    ("said", "asked", "example"),
    [
        (
            "expert",
            "Which group should I ask?",
            "expert cardiology for alice@x.com about the ECG",
        ),
        (
            "expert for alice@x.com",
            "Which group should I ask?",
            "expert cardiology for alice@x.com about the ECG",
        ),
        (
            "poster",
            "Where does the poster hang, and who is called?",
            "poster front desk for cardiology",
        ),
    ],
)
def test_what_is_missing_is_shown_with_a_group_that_there_is(
    core: FakeStage, said: str, asked: str, example: str
):
    shown = f"{asked} Write it as in {{}}."
    core.hears("erin", said)
    assert core.posted_in("Support")[-1].text.startswith(shown.format(example))
    core.hears("erin", "group front desk is @Bob")
    core.hears("erin", "group cardiology off")
    core.hears("erin", said)
    other = example.replace("cardiology", "front desk")
    assert core.posted_in("Support")[-1].text.startswith(shown.format(other))
    core.hears("erin", "group front desk off")
    core.hears("erin", said)
    assert core.posted_in("Support")[-1].text.startswith("There are no groups of experts yet.")
    core.hears("erin", "group cardiology is @Bob")


def test_the_name_of_a_group_answers_what_was_missing(core: FakeStage):
    core.hears("erin", "group cardiology off")
    core.hears("erin", "group triage is @Bob")
    core.hears("erin", "expert")
    core.hears("erin", "triage")
    assert any("an expert is needed" in each.text for each in core.told("bob"))


@for_each(
    ("said", "meant"),
    [
        ("reprendre", "Take"),
        ("je reprends", "Take"),
        ("retomo", "Take"),
        ("no puedo", "Leave"),
        ("je ne peux pas", "Leave"),
    ],
)
def test_a_request_is_meant_that_is_named(core: FakeStage, said: str, meant: str):
    number = asked(core)
    core.hears("carl", f"{said} #{number}", space="Cardiology")
    shown = core.posted_in("Cardiology")[-1]
    assert str(shown.card).count(f"{meant} #{number}"), shown
    assert with_host_link(core, "carl") == []


def test_only_administrators_set_groups_up(core: FakeStage):
    core.hears("carl", "group cardiology off", space="Cardiology")
    core.hears("erin", "experts")
    assert "cardiology: Always open." in core.posted_in("Support")[-1].text
    core.hears("erin", "group cardiology off", space="Cardiology")
    core.hears("erin", "expert cardiology")
    assert "There is no group" in core.posted_in("Support")[-1].text


def test_what_a_deleted_group_was_asked_is_taken_back(core: FakeStage):
    number = asked(core)
    core.hears("erin", "group cardiology off", space="Cardiology")
    assert not any("Take it" in str(each.cards) for each in core.posted_in("Cardiology"))
    assert core.posted_in("Cardiology")[-1].text == (
        f"cardiology was deleted, so I’m no longer asking anybody about #{number}. There is nothing"
        " left to do."
    )
    said = (
        f"cardiology was deleted, so I’m no longer asking anybody about “the ECG” (#{number}). Say"
        f" cancel #{number}, or ask another group."
    )
    assert core.told("erin")[-1].text == said
    core.passes(minutes=10)
    assert [each.text for each in core.told("erin")][-1] == said
    core.hears("carl", f"take #{number}", space="Cardiology")
    assert with_host_link(core, "carl") == []


def test_a_group_that_is_set_up_again_is_asked_again(core: FakeStage):
    number = asked(core)
    core.hears("erin", "group cardiology off", space="Cardiology")
    core.hears("erin", "group cardiology is here", space="Cardiology")
    core.hears("erin", f"keep waiting #{number}")
    core.presses("carl", "Take it")
    assert len(with_host_link(core, "carl")) == 1


def test_what_is_taken_or_over_or_asks_others_stays_when_a_group_is_deleted(core: FakeStage):
    asked(core)
    core.hears("erin", "group triage is @Bob")
    core.hears("erin", "expert triage about the wound")
    core.presses("carl", "Take it")
    core.hears("erin", "expert cardiology about the rhythm")
    core.clock.now += timedelta(minutes=61)  # before anything was tidied up
    before = len(core.told("erin"))
    core.hears("erin", "group cardiology off", space="Cardiology")
    assert len(core.told("erin")) == before
    assert any("Take it" in str(each.cards) for each in core.told("bob"))


@pytest.mark.parametrize("at", range(8))
def test_a_group_is_deleted_wherever_the_engine_dies(core: FakeStage, at: int):
    asked(core)
    core.hears("erin", "expert cardiology about the rhythm")
    core.engine.crashes = lambda position: position == at
    core.hears("erin", "group cardiology off", space="Cardiology")
    assert not any("Take it" in str(each.cards) for each in core.posted_in("Cardiology"))
    told = [each.text for each in core.told("erin") if "was deleted" in each.text]
    assert len(set(told)) == 2


def leave_space(core: FakeStage) -> None:
    """Have the bot removed from the group's space."""
    world, space = core.world, core.spaces["Cardiology"]
    place = next(
        each
        for each in world.memberships.values()
        if each.space_id == space.id and each.person_id == core.me.id
    )
    world.leave(place, core.person("erin"))


def test_without_its_space_the_next_are_asked_at_once(core: FakeStage):
    core.hears("erin", "group cardiology is here then @Bob after 3m", space="Cardiology")
    leave_space(core)
    core.hears("erin", "expert cardiology")
    assert "an expert is needed" in core.told("bob")[-1].text
    assert not any("I can’t reach" in each.text for each in core.told("erin"))
    core.presses("bob", "Take it", core.told("bob")[-1])
    assert len(with_host_link(core, "bob")) == 1


def test_a_group_without_its_space_is_said_to_be_gone(core: FakeStage):
    leave_space(core)
    core.hears("erin", "expert cardiology")
    assert any("I can’t reach cardiology" in each.text for each in core.told("erin"))


def test_when_its_expert_and_its_lead_left_an_administrator_sets_a_group_up_again(core: FakeStage):
    core.hears("erin", "group triage is @Bob led by @Carl")
    for who in ("bob", "carl"):
        core.world.delete_person(core.person(who))
    core.hears("erin", "expert triage for alice@x.com")
    core.passes(minutes=7)
    assert "Nobody in triage has taken" in core.told("erin")[-1].text
    core.hears("erin", "group triage is here")
    assert "Asks: this space" in core.posted_in("Support")[-1].text
    core.hears("erin", "expert triage")
    assert any("an expert is needed" in each.text for each in core.posted_in("Support"))


def test_a_group_without_anybody_is_not_made(core: FakeStage):
    for said in ("group empty", "group empty led by @Carl", "group empty after 3m"):
        core.hears("erin", said)
        assert "There is no group “empty”" in core.posted_in("Support")[-1].text
    core.hears("erin", "expert empty for alice@x.com")
    assert "There is no group “empty”" in core.posted_in("Support")[-1].text
    assert core.told("alice@x.com") == []


def test_who_sets_up_a_group_of_nobody_reads_how_to_name_somebody(core: FakeStage):
    core.hears("erin", "group empty is")
    assert core.posted_in("Support")[-1].text.startswith(
        "Which group, and who is in it? Write it as in group cardiology is here then bob@x.com"
    )


def test_a_group_whose_space_has_nobody_else_is_said_to_have_taken_nothing(core: FakeStage):
    core.space("Lonely", "erin")
    core.hears("erin", "group lonely is here", space="Lonely")
    core.hears("erin", "expert lonely for alice@x.com")
    core.passes(minutes=7)
    assert "Nobody in lonely has taken" in core.told("erin")[-1].text


def test_a_request_whose_meeting_is_over_cannot_be_taken(core: FakeStage):
    number = asked(core)
    core.clock.now += timedelta(minutes=61)  # before anything was tidied up
    core.hears("carl", f"take #{number}", space="Cardiology")
    assert with_host_link(core, "carl") == []
    assert "That request is over" in core.told("carl")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("no cardiology for kim@x.com", "not cardiology for kim@x.com"),
        *("we need no cardiology for kim@x.com", "kein cardiology für kim@x.com"),
        *("pas cardiology pour kim@x.com", "kim@x.com no necesita cardiology"),
    ],
)
def test_a_group_that_is_not_wanted_is_not_asked(core: FakeStage, said: str):
    core.hears("erin", said)
    assert not core.told("kim@x.com")
    assert not any("expert is needed" in note.text for note in core.posted_in("Cardiology"))


@for_each(
    "said", ["group cardiology is off", "gruppe cardiology ist aus", "groupe cardiology est fin"]
)
def test_a_remark_deletes_no_group(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert "Delete cardiology?" in core.told("erin")[-1].text
    core.hears("erin", "experts", space=None)
    assert "cardiology" in core.told("erin")[-1].text
