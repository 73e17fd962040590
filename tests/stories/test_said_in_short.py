"""Short sentences of a busy host: a bare hour, one person without a name, being late."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize(
    "said",
    [
        *("make it 3", "make that 3 please", "let's make it 3", "can we make it 3 instead?"),
        *("mach es um 3", "machen wir 3 lieber", "mach 3 daraus", "mets-la à 3h", "ponla a las 3"),
    ],
)
def test_a_bare_hour_moves_after_the_half_of_the_day_was_said(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com friday 14:00 about the pilot", space=None)
    core.hears("erin", said, space=None)
    assert sorted("15:00" in each for each in core.told("erin")[-1].titles) == [False, True]
    assert all(each.startswith("Move") for each in core.told("erin")[-1].titles)
    core.hears("erin", "pm of course", space=None)
    assert "is now on Friday 6 March 2026, 15:00" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "said",
    ["tell him to hurry", "sag ihm er soll kommen", "dis-lui de se dépêcher", "dile que venga"],
)
def test_which_of_two_guests_is_asked_where_one_is_told_something(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com and dora@z.net friday 14:00 about keys", space=None)
    core.hears("erin", said, space=None)
    whom = [each.split(":")[0] for each in core.told("erin")[-1].titles]
    assert whom == ["Tell alice@x.com", "Tell dora@z.net"]


def test_all_are_told_what_is_said_to_all(core: FakeStage):
    core.hears("erin", "meet alice@x.com and dora@z.net friday 14:00 about keys", space=None)
    core.hears("erin", "tell them to hurry", space=None)
    assert core.told("erin")[-1].titles == ["Tell the guests of “keys”: “to hurry”"]


def test_messages_that_sound_the_same_name_their_meetings(core: FakeStage):
    for hour, about in (("14:00", "keys"), ("15:00", "teeth")):
        core.hears("erin", f"meet alice@x.com friday {hour} about {about}", space=None)
    core.passes(minutes=30)
    core.hears("erin", "tell alice her link is new", space=None)
    said = "Tell alice@x.com: “her link is new”"
    assert sorted(core.told("erin")[-1].titles) == [f"keys: {said}", f"teeth: {said}"]


@pytest.mark.parametrize(
    "said",
    ["i'm late 5 min", "ich bin 5 min zu spät", "je suis en retard de 5 min", "llego 5 min tarde"],
)
def test_who_is_late_is_not_offered_to_go_off_duty(core: FakeStage, said: str):
    for space in (None, "Support"):
        core.hears("carl", said, space=space)
    for note in (core.told("carl")[-1], core.posted_in("Support")[-1]):
        assert "duty" not in note.text


@pytest.fixture
def keys(core: FakeStage) -> FakeStage:
    """A bot with a meeting of Erin's, in her direct chat, with two guests."""
    core.hears("erin", "meet alice@x.com and dora@z.net friday 14:00 about keys", space=None)
    core.passes(minutes=20)
    return core


@pytest.mark.parametrize("said", ["i meant marie", "no, I meant Marie", "je voulais dire Marie"])
def test_a_name_that_is_unknown_undoes_nothing(keys: FakeStage, said: str):
    keys.hears("erin", said, space=None)
    assert "I don’t know who" in keys.told("erin")[-1].text
    assert keys.told("erin")[-1].titles == []


@pytest.mark.parametrize(
    "said",
    ["start without him", "start without alice", "skip alice", "on commence sans alice"],
)
def test_nobody_is_offered_to_be_removed_who_is_only_not_waited_for(keys: FakeStage, said: str):
    keys.hears("erin", said, space=None)
    assert not any("Remove" in each or "alice" in each for each in keys.told("erin")[-1].titles)


@pytest.mark.parametrize(
    "said",
    ["does alice need the app?", "will alice need an account"],
)
def test_what_a_guest_needs_is_answered(keys: FakeStage, said: str):
    keys.hears("erin", said, space=None)
    assert "no account and no app" in keys.told("erin")[-1].text


def test_a_hand_over_for_later_is_answered_with_what_the_bot_cannot_do(keys: FakeStage):
    keys.hears("erin", "handover bob@example.com when I'm gone", space=None)
    assert "I can’t do things later" in keys.told("erin")[-1].text


def test_in_a_space_only_its_own_meetings_are_said_to_be_missing(keys: FakeStage):
    keys.hears("erin", "status of keys")
    said = keys.posted_in("Support")[-1].text
    assert "about “keys” in this space. For your other meetings, write to me directly." in said


@pytest.mark.parametrize("said", ["cancel", "cancel the last one", "sag das ab"])
def test_a_space_is_told_that_it_has_nothing_to_cancel(keys: FakeStage, said: str):
    keys.hears("erin", said)
    assert "nothing of yours to cancel in this space" in keys.posted_in("Support")[-1].text
    keys.hears("erin", "status of keys", space=None)
    assert "cancelled" not in keys.told("erin")[-1].text
