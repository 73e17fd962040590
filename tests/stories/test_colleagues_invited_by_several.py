"""Colleagues who are guests of several meetings, and hosts of their own."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with two meetings of Erin's and one of Carl's, to which Bob is invited."""
    core.hears("erin", "meet bob@example.com tomorrow 3pm about the pilot", space=None)
    core.hears("erin", "meet bob@example.com friday 3pm about the keys", space=None)
    core.hears("carl", "meet bob@example.com thursday 5pm about lunch", space=None)
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("when is it?", "wann ist mein Termin?", "c'est à quelle heure ?", "¿a qué hora es?"),
        "what time is the meeting",
    ],
)
def test_when_it_is_is_answered_and_not_passed_on(core: FakeStage, said: str):
    told = len(core.told("erin"))
    core.hears("bob", said, space=None)
    answer = core.told("bob")[-1].text
    assert "“the keys” (#2): Friday 6 March 2026, 15:00" in answer
    assert "by Carl Colleague" in answer
    assert len(core.told("erin")) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("tell erin hi", "hi"),
        ("tell Erin that I am late", "I am late"),
        ("sag Erin, dass ich später komme", "ich später komme"),
        ("dis à Erin que je suis en retard", "je suis en retard"),
        ("dile a Erin que llego tarde", "llego tarde"),
    ],
)
def test_words_to_a_host_who_is_named_are_offered_to_be_passed_on(
    core: FakeStage, said: str, told: str
):
    core.hears("bob", said, space=None)
    assert core.told("bob")[-1].titles == [f"Tell Erin Expert: “{told}”"]


def test_tell_host_without_a_colon_asks_which_host(core: FakeStage):
    core.hears("bob", "tell host I'm late", space=None)
    assert core.told("bob")[-1].titles == [
        "Tell Erin Expert: “I'm late”",
        "Tell Carl Colleague: “I'm late”",
    ]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("i can't make the keys meeting", 2),
        ("I can't come on thursday", 3),
        ("ich kann am Donnerstag nicht kommen", 3),
        ("je ne peux pas venir jeudi", 3),
        ("no puedo ir el jueves", 3),
    ],
)
def test_only_the_host_of_the_meeting_that_is_named_is_offered(
    core: FakeStage, said: str, number: int
):
    core.hears("bob", said, space=None)
    note = core.told("bob")[-1]
    assert note.offered == [f"tell host of #{number}: {said}"]


@pytest.mark.parametrize("said", ["i cant make the budget meeting", "i can't make the teeth one"])
def test_no_host_is_offered_words_about_another_meeting(core: FakeStage, said: str):
    core.hears("bob", "meet alice@x.com friday 10:00 about teeth", space=None)
    core.hears("bob", said, space=None)
    assert not any("Erin" in each or "Carl" in each for each in core.told("bob")[-1].titles)


@pytest.mark.parametrize(
    "said",
    ["make alice host of teeth", "mach alice zum host von teeth", "hand it over to alice please"],
)
def test_nobody_is_offered_to_be_host_who_may_not_be_one(core: FakeStage, said: str):
    core.hears("bob", "meet alice@x.com friday 10:00 about teeth", space=None)
    core.hears("bob", said, space=None)
    assert not any("alice" in each.casefold() for each in core.told("bob")[-1].titles)
    assert "isn’t allowed to use me" in core.told("bob")[-1].text
