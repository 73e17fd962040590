"""What a host types to guests who have just come, instead of pressing a button."""

from __future__ import annotations

import pytest

from bot.core.domain.doors import DoorState, Reply
from tests.doors.visitors import knocks, sees
from tests.stories.fake import FakeStage

ALICE, BOB = "alice@x.com", "bob@example.com"


def invited(bot: FakeStage, sentence: str, *guests: str) -> dict[str, str]:
    """Have Erin invite guests, and return the link of each."""
    bot.hears("erin", sentence, space=None)
    return {each: bot.told(each)[-1].link for each in guests}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("coming", Reply.COMING),
        ("I'm on my way", Reply.COMING),
        ("one moment please", Reply.COMING),
        ("hold on", Reply.COMING),
        ("bin gleich da", Reply.COMING),
        ("einen Moment bitte", Reply.COMING),
        ("j'arrive", Reply.COMING),
        ("un instant", Reply.COMING),
        ("ya voy", Reply.COMING),
        ("un momento", Reply.COMING),
        ("in 5 min", Reply.IN_5),
        ("give me five minutes please", Reply.IN_5),
        ("bin in 5 Minuten da", Reply.IN_5),
        ("I'll be there in 15 minutes", Reply.IN_15),
        *((said, Reply.IN_5) for said in ("in 2 min", "5 min", "not yet", "noch nicht")),
        *((said, Reply.IN_5) for said in ("tell her to wait 5 min", "alice can't come in yet")),
        *((said, Reply.IN_5) for said in ("sie muss noch warten", "alice doit patienter")),
        ("not today", Reply.NOT_TODAY),
        ("hoy no puedo", Reply.NOT_TODAY),
    ],
)
def test_who_has_just_come_is_answered_after_a_yes(core: FakeStage, said: str, answer: Reply):
    link = invited(core, f"meet {ALICE}", ALICE)[ALICE]
    knocks(core, link)
    core.hears("erin", said, space=None)
    assert sees(core, link).reply is None
    core.presses("erin", core.told("erin")[-1].card["actions"][0]["title"])
    assert sees(core, link).reply is answer


@pytest.mark.parametrize(
    "said",
    [
        "let her in",
        "send her in please",
        "only let alice in",
        "lass sie rein",
        "sie kann jetzt reinkommen",
        "faites-la entrer",
    ],
)
def test_who_waits_is_let_in_after_a_yes(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    knocks(core, links[ALICE])
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == [f"let in {ALICE} of #1"]
    core.hears("erin", "yes", space=None)
    assert f"{ALICE} can come in" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["alice can come in now", "que pase alice", "Alice kann rein"])
def test_who_is_named_is_let_in_at_once(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    knocks(core, links[ALICE])
    core.hears("erin", said, space=None)
    assert sees(core, links[ALICE]).state is DoorState.ADMITTED


@pytest.mark.parametrize("said", ["let her in", "lass sie rein", "they can come in"])
def test_if_several_wait_the_host_is_asked_whom_to_let_in(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    for each in links.values():
        knocks(core, each)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == [f"let in {ALICE} of #1", f"let in {BOB} of #1"]


@pytest.mark.parametrize("said", ["let in", "admit", "einlassen", "laissez entrer", "deja entrar"])
def test_if_several_wait_and_nobody_is_named_all_are_one_choice(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    for each in links.values():
        knocks(core, each)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == [f"let in {who} of #1" for who in (ALICE, BOB, "all")]
    assert {sees(core, each).state for each in links.values()} == {DoorState.WAITING}
    core.presses("erin", core.told("erin")[-1].card["actions"][-1]["title"])
    assert {sees(core, each).state for each in links.values()} == {DoorState.ADMITTED}


@pytest.mark.parametrize("said", ["let in all", "alle rein!", "everyone in", "let them in"])
def test_all_who_wait_are_let_in_at_once(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    for each in links.values():
        knocks(core, each)
    core.hears("erin", said, space=None)
    assert {sees(core, each).state for each in links.values()} == {DoorState.ADMITTED}


@pytest.mark.parametrize(
    "said",
    [
        *("let in all later", "let in all after I'm back", "lass alle nach dem mittag rein"),
        *("lass alle später rein", "let in all tomorrow", "let in all before I leave"),
        *("let in all who have an appointment", "let everyone with a mask in", "let in all at 3"),
        *("let in all in 5 minutes", "let in all soon", "deja entrar a todos luego"),
        *("laisse entrer tout le monde après la pause", "let in all alice@x.com"),
    ],
)
def test_what_stands_behind_all_is_not_left_out(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    for each in links.values():
        knocks(core, each)
    core.hears("erin", said, space=None)
    assert {sees(core, each).state for each in links.values()} == {DoorState.WAITING}


@pytest.mark.parametrize(
    "said", ["let in all the patients", "let in all who wait", "lass alle rein"]
)
def test_words_that_only_say_that_they_wait_are_left_out(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    for each in links.values():
        knocks(core, each)
    core.hears("erin", said, space=None)
    assert {sees(core, each).state for each in links.values()} == {DoorState.ADMITTED}


@pytest.mark.parametrize("said", ["let nobody in", "let in dora@z.net", "don't let her in"])
def test_nobody_is_offered_who_is_not_meant(core: FakeStage, said: str):
    knocks(core, invited(core, f"meet {ALICE} admit first", ALICE)[ALICE])
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].cards == ()


def test_where_nobody_has_to_wait_let_in_says_so(core: FakeStage):
    knocks(core, invited(core, f"meet {ALICE}", ALICE)[ALICE])
    core.hears("erin", "let her in", space=None)
    assert "don’t wait to be let in" in core.told("erin")[-1].text


def test_several_guests_of_a_meeting_get_one_answer(core: FakeStage):
    for each in invited(core, f"meet {ALICE} {BOB}", ALICE, BOB).values():
        knocks(core, each)
    core.hears("erin", "coming", space=None)
    assert core.told("erin")[-1].offered == ["reply all of #1 coming"]


def test_without_anybody_at_the_door_the_guest_is_sent_a_message(core: FakeStage):
    invited(core, f"meet {ALICE}", ALICE)
    core.hears("alice", "are you there?", space=None)
    core.hears("erin", "I'm on my way", space=None)
    assert core.told("erin")[-1].offered == [f"tell {ALICE} of #1: I'm on my way"]
    core.hears("erin", "yes", space=None)
    assert "I'm on my way" in core.told("alice")[-1].text


def test_who_came_long_ago_is_sent_a_message_too(core: FakeStage):
    knocks(core, invited(core, f"meet {ALICE}", ALICE)[ALICE])
    core.passes(minutes=20)
    core.hears("erin", "coming", space=None)
    assert core.told("erin")[-1].offered == [f"tell {ALICE} of #1: coming"]


@pytest.mark.parametrize("said", ["wait", "hang on", "warte kurz"])
def test_wait_is_told_to_nobody_who_is_not_there(core: FakeStage, said: str):
    invited(core, f"meet {ALICE}", ALICE)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].cards == ()


@pytest.mark.parametrize("said", ["who is waiting?", "is anybody waiting?", "wartet jemand?"])
def test_who_waits_is_shown(core: FakeStage, said: str):
    knocks(core, invited(core, f"meet {ALICE} admit first", ALICE)[ALICE])
    core.hears("erin", said, space=None)
    assert f"{ALICE}: waiting to be let in since 09:00" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["let her in when I'm done here", "let her in after I've eaten"])
def test_nobody_is_told_for_whom_a_condition_is(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    knocks(core, links[ALICE])
    core.hears("erin", said, space=None)
    assert "I can’t do things later or on a condition" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "said", ["alice can't come in yet", "alice may not come in", "bob can come in, alice must wait"]
)
def test_who_is_to_wait_is_neither_removed_nor_sent_another_link(core: FakeStage, said: str):
    links = invited(core, f"meet {ALICE} {BOB} admit first", ALICE, BOB)
    knocks(core, links[ALICE])
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    said_by = note.offered
    assert not any(each.startswith(("remove", "resend")) for each in said_by)


@pytest.mark.parametrize("said", ["lass schmidt rein", "let schmidt in", "reply schmidt in 5 min"])
def test_a_name_that_two_have_is_asked_about(core: FakeStage, said: str):
    guests = "h.schmidt@x.com", "k.schmidt@x.com"
    links = invited(core, f"meet {' '.join(guests)} admit first", *guests)
    for each in links.values():
        knocks(core, each)
    core.hears("erin", said, space=None)
    assert {sees(core, each).state for each in links.values()} == {DoorState.WAITING}
    assert {sees(core, each).reply for each in links.values()} == {None}
    for guest, offered in zip(guests, core.told("erin")[-1].offered, strict=True):
        assert guest in offered


@pytest.mark.parametrize(
    "said",
    [
        *("Frau Stein kann jetzt rein", "Frau Stein einlassen"),
        *("Anna Kranz kann jetzt rein", "remove Anna Kranz", "Herr Stein ausladen"),
    ],
)
def test_a_title_or_half_a_name_means_nobody(core: FakeStage, said: str):
    guests = "frau.bohm@x.com", "herr.absage@x.com", "anna.adler@x.com", "paul.kranz@x.com"
    links = invited(core, f"meet {' '.join(guests)} admit first", *guests)
    for each in links.values():
        knocks(core, each)
    core.hears("erin", said, space=None)
    assert {sees(core, each).state for each in links.values()} == {DoorState.WAITING}
