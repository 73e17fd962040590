"""Right after a command that was wrong, the ways back are suggested."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize(
    "said",
    [
        "undo",
        "oops",
        "wrong person",
        "oops, wrong person",
        "Ups, falsche Person",
        "rückgängig",
        "oups, mauvaise personne",
        "je me suis trompé",
        "ups, persona equivocada",
        "deshacer",
    ],
)
def test_the_ways_back_are_suggested_and_nothing_is_done(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com carl@z.net", space=None)
    core.hears("erin", "add dora@z.net", space=None)
    core.hears("erin", said, space=None)
    asked = core.told("erin")[-1].text
    assert "cancel #1" in asked
    assert "remove dora@z.net from #1" in asked
    assert [len(core.told(each)) for each in ("alice@x.com", "dora@z.net")] == [1, 1]


def test_who_was_named_wrongly_is_removed_and_who_was_meant_is_added(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "I meant carl@z.net, not alice@x.com", space=None)
    asked = core.told("erin")[-1].text
    assert "remove alice@x.com from #1" in asked
    assert "add carl@z.net to #1" in asked
    core.hears("erin", "1", space=None)
    assert "has withdrawn your invitation" in core.told("alice@x.com")[-1].text


def test_a_lookup_is_offered_instead_of_a_meeting_that_is_not_there(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "meet carl@z.net tomorrow 10:00", space=None)
    core.hears("erin", "who's coming tomorrow?", space=None)
    assert "status #2" in core.told("erin")[-1].text


def test_without_a_meeting_there_is_no_way_back(core: FakeStage):
    core.hears("erin", "undo", space=None)
    assert "remove" not in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        "undo",
        "oops",
        "wrong person",
        "oops, wrong meeting",
        "rückgängig",
        "ups, das war falsch",
        "oups, c'était une erreur",
        "deshacer",
    ],
)
def test_after_a_cancellation_the_way_back_is_a_new_meeting(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 for 30m about the roof", space=None)
    core.hears("erin", "meet carl@z.net friday 15:00", space=None)
    core.passes(minutes=1)
    core.hears("erin", "cancel #1", space=None)
    core.hears("erin", said, space=None)
    asked = core.told("erin")[-1]
    assert "A cancelled meeting can’t be brought back" in asked.text
    assert "cancel #2" not in asked.text
    assert "cancelled" in core.told("alice@x.com")[-1].text
    assert len(core.broker.asked) == 2
    core.passes(minutes=1)
    core.presses("erin", asked.card["actions"][0]["title"])
    assert core.broker.asked[-1].expires == core.broker.asked[0].expires
    assert core.broker.asked[-1].sub != core.broker.asked[0].sub
    assert core.told("alice@x.com")[-1].links
    core.hears("erin", "undo", space=None)
    assert "cancel #3" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["again", "again tomorrow 16:00", "same people again"])
def test_after_a_cancellation_again_asks_about_the_cancelled_meeting(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.hears("erin", "meet dora@z.net tomorrow 17:00 about the floor", space=None)
    core.passes(minutes=1)
    core.hears("erin", "cancel #1", space=None)
    core.hears("erin", said, space=None)
    assert len(core.told("dora@z.net")) == 1  # not invited to a second meeting
    assert len(core.told("alice@x.com")) == 2
    core.hears("erin", "yes", space=None)
    assert core.told("alice@x.com")[-1].links
    assert len(core.told("dora@z.net")) == 1


def test_long_after_a_cancellation_again_means_the_meeting_that_is_open(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.passes(minutes=1)
    core.hears("erin", "cancel", space=None)
    core.hears("erin", "meet dora@z.net about the floor", space=None)
    core.passes(minutes=11)
    core.hears("erin", "again", space=None)
    assert "floor" in core.told("dora@z.net")[-1].text
    assert len(core.told("dora@z.net")) == 2


def test_a_running_meeting_that_was_cancelled_is_met_again_now(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.passes(minutes=5)
    core.hears("erin", "cancel", space=None)
    core.hears("erin", "undo", space=None)
    core.hears("erin", "yes", space=None)
    assert core.told("alice@x.com")[-1].links


def test_long_after_a_cancellation_it_is_not_taken_back(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00", space=None)
    core.passes(minutes=1)
    core.hears("erin", "cancel", space=None)
    core.passes(minutes=11)
    core.hears("erin", "undo", space=None)
    assert "again" not in core.told("erin")[-1].text


def test_after_another_meeting_was_changed_the_cancelled_one_stays_cancelled(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "meet carl@z.net about the floor", space=None)
    core.passes(minutes=1)
    core.hears("erin", "cancel the roof", space=None)
    core.passes(minutes=1)
    core.hears("erin", "add dora@z.net to the floor", space=None)
    core.hears("erin", "undo that", space=None)
    titles = core.told("erin")[-1].titles
    assert "Remove dora@z.net from “the floor”" in titles
    assert not any("again" in each for each in titles)


def test_a_private_meeting_that_was_cancelled_is_not_spoken_of_in_a_space(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the merger", space=None)
    core.passes(minutes=1)
    core.hears("erin", "cancel", space=None)
    core.hears("erin", "undo")
    assert "merger" not in core.posted_in("Support")[-1].text
    assert not core.posted_in("Support")[-1].cards


@pytest.mark.parametrize(
    "said",
    [
        "cancel me",
        "please cancel us",
        "cancel me from the meeting",
        "cancel me out",
        "cancel us for tomorrow",
        "sag mich ab",
        "uns absagen",
        "annule-moi",
        "annulez-nous",
        "cancélame",
        "cancélanos",
    ],
)
def test_who_wants_to_be_cancelled_themselves_cancels_no_meeting(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    told = len(core.told("erin"))
    core.hears("erin", said, space=None)
    assert len(core.told("erin")) == told + 1
    assert len(core.told("alice@x.com")) == 1
    core.hears("erin", "status", space=None)
    assert "alice@x.com" in core.told("erin")[-1].text


def test_undo_means_no_cancellation_before_what_was_done_last(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.hears("erin", "meet carl@z.net friday 15:00 about the cellar", space=None)
    core.passes(minutes=1)
    core.hears("erin", "cancel the cellar", space=None)
    core.passes(minutes=1)
    core.hears("erin", "add dora@z.net to the roof", space=None)
    core.hears("erin", "undo that", space=None)
    asked = core.told("erin")[-1].text
    assert "can’t be brought back" not in asked
    assert "again #2" not in asked


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_a_meeting_cancelled_just_now_is_so_in_every_time_zone(core: FakeStage, zone: str):
    core.hears("erin", f"defaults in {zone}", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 10:00 about the roof", space=None)
    core.passes(minutes=1)
    core.hears("erin", "cancel", space=None)
    core.passes(minutes=2)
    core.hears("erin", "undo", space=None)
    assert any(each.startswith("again") for each in core.told("erin")[-1].offered)
    core.passes(minutes=12)
    core.hears("erin", "undo", space=None)
    assert not any(each.startswith("again") for each in core.told("erin")[-1].offered)
