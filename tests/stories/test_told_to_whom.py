"""What a host says to one person is offered to nobody else, nor with the command in it."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def busy(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin hosts a meeting with Alice, and is a guest of Carl's."""
    core.makes_host("carl")
    core.hears("carl", "meet erin@example.com tomorrow 10:00 about budget", space=None)
    core.hears("erin", "meet alice@x.com about blood", space=None)
    return core


@pytest.mark.parametrize(
    "said",
    [
        "tell dave ok",
        "tell paul im running 5 late",
        "tell dave we need more time",
        "answer dave: that's fine",
        "reply to paul: that's fine",
        "remind dave",
        "remind paul about tomorrow",
        "sag dave dass ich später komme",
        "dis à paul que j'arrive",
        "dile a paul que voy tarde",
        'On Mon, Paul wrote: "lets meet tomorrow at 5" -- ok for me, set it up',
    ],
)
def test_what_is_for_somebody_else_is_told_to_nobody(busy: FakeStage, said: str):
    busy.hears("erin", said, space=None)
    assert not [
        each
        for each in busy.told("erin")[-1].offered
        if each.startswith(("tell", "resend", "extend"))
    ]


@pytest.mark.parametrize("said", ["tell alice ok", "answer alice: ok", "reply to alice: ok"])
def test_a_guest_who_is_named_is_told_the_words_alone(busy: FakeStage, said: str):
    busy.hears("erin", said, space=None)
    assert busy.told("erin")[-1].offered == ["tell alice@x.com of #2: ok"]


def test_a_guest_is_not_told_the_request_itself(busy: FakeStage):
    busy.hears("erin", "remind alice", space=None)
    assert busy.told("erin")[-1].offered == ["resend alice@x.com of #2"]


@pytest.mark.parametrize("said", ["I can't come", "can we do 5pm instead?", "I'm running late"])
def test_the_host_is_still_told_what_a_guest_says(busy: FakeStage, said: str):
    busy.hears("erin", said, space=None)
    assert [each for each in busy.told("erin")[-1].offered if each.startswith("tell host")]


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin hosts two meetings, the one about skin made last."""
    core.hears("erin", "meet alice@x.com tomorrow 12:00 about lunch", space=None)
    core.passes(minutes=20)
    core.hears("erin", "meet paul@z.net friday 10am about skin", space=None)
    return core


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("tell all of lunch we start at 9", "we start at 9"),
        ("tell the guests of lunch hurry up", "hurry up"),
        ("tell everyone at the lunch meeting that I'm late", "I'm late"),
        ("sag allen im lunch termin dass ich später komme", "ich später komme"),
        ("sag den gästen von lunch wir fangen um 9 an", "wir fangen um 9 an"),
        ("dis à tous dans lunch que je suis en retard", "je suis en retard"),
        ("dile a los invitados de lunch llegamos tarde", "llegamos tarde"),
    ],
)
def test_the_guests_of_the_meeting_that_is_named_are_told(two: FakeStage, said: str, words: str):
    two.hears("erin", said, space=None)
    assert two.told("erin")[-1].offered == [f"tell all of #1: {words}"]


@pytest.mark.parametrize(
    "said",
    [
        "tell all of surgery we start at 9",
        "tell the guests of the blood test im late",
        "sag den gästen von herz es geht um 9 los",
    ],
)
def test_the_guests_of_an_unknown_meeting_are_no_others(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert two.told("erin")[-1].offered == []
    assert "I can’t tell which meeting" in two.told("erin")[-1].text


def test_everybody_is_not_the_only_guest_of_one_of_several_meetings(core: FakeStage):
    core.hears("erin", "meet bob@example.com tomorrow 15:00 about the cellar", space=None)
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    heard = len(core.told("alice@x.com"))
    core.hears("erin", "tell everyone we start at 5", space=None)
    assert len(core.told("alice@x.com")) == heard
    assert "Which meeting do you mean?" in core.told("erin")[-1].text
