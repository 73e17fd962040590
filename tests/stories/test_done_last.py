"""A command that names no meeting is only carried out if no other meeting can be meant."""

from __future__ import annotations

import re

import pytest

from tests.stories.fake import FakeStage

UNNAMED = [
    *("extend", "add 10 minutes", "move to 17:30", "décale de 15 min", "cancel", "annule"),
    *("rename to boots", "tell all: I'm late", "add bob@example.com", "add 2 guests", "resend all"),
    *("again friday 10am", "text for all", "handover carl@example.com", "remove alice@x.com"),
]


def asks(core: FakeStage, said: str) -> None:
    """Say something, and expect a question to which nothing has been done."""
    guests, links = ("alice@x.com", "bob@example.com", "dora@z.net", "carl"), len(core.broker.asked)
    told = [len(core.told(each)) for each in guests]
    core.hears("erin", said, space=None)
    assert re.search(r"Which meeting do you mean\?|Did you mean", core.told("erin")[-1].text)
    assert ([len(core.told(each)) for each in guests], len(core.broker.asked)) == (told, links)


def planned(core: FakeStage, *subjects: str) -> None:
    for hour, subject in enumerate(subjects, 13):
        core.hears("erin", f"meet alice@x.com tomorrow {hour}:00 about {subject}", space=None)
    core.passes(minutes=20)


@pytest.mark.long
@pytest.mark.parametrize("said", UNNAMED)
@pytest.mark.parametrize("since", ["cancel #1", "extend #1", "status of the roof", "rename #1 tax"])
def test_another_meeting_was_spoken_of_since_one_was_made(core: FakeStage, since: str, said: str):
    planned(core, "the roof", "the cellar")
    core.hears("erin", "meet alice@x.com friday 14:00 about parking", space=None)
    core.passes(minutes=1)
    core.hears("erin", since, space=None)
    asks(core, said)


@pytest.mark.parametrize("said", UNNAMED)
def test_several_run_and_none_was_just_made(core: FakeStage, said: str):
    for subject in ("the roof", "the cellar", "parking"):
        core.hears("erin", f"meet alice@x.com for 3h about {subject}", space=None)
    core.passes(minutes=20)
    asks(core, said)


@pytest.mark.parametrize("said", ["extend", "add 10 minutes", "add 2 guests", "rename to boots"])
def test_the_only_one_that_runs_is_still_meant(core: FakeStage, said: str):
    planned(core, "the roof")
    core.hears("erin", "meet alice@x.com for 3h about the cellar", space=None)
    core.passes(minutes=6)
    core.hears("erin", said, space=None)
    assert "#2" in core.told("erin")[-1].text
    assert "Which meeting" not in core.told("erin")[-1].text


@pytest.mark.parametrize("said", UNNAMED)
def test_a_meeting_that_was_handed_over_is_not_the_one_made_last(core: FakeStage, said: str):
    planned(core, "the roof")
    core.hears("carl", "meet dora@z.net alice@x.com friday 14:00 about the scan", space=None)
    core.makes_host("erin")
    core.hears("carl", "handover erin@example.com", space=None)
    asks(core, said)


REFUSED = [
    *("cancel my participation", "cancel the biopsy", "yes", "is room 12 free?", "extend #77"),
    *("remove dora@z.net", "let in all", "how do i get in?", "meet alice@x.com next week"),
]


@pytest.mark.parametrize("refused", REFUSED)
@pytest.mark.parametrize("said", ["cancel", "cancel it", "annule", "storniere das", "cancela"])
def test_cancel_behind_what_came_to_nothing_is_asked_about(
    core: FakeStage, refused: str, said: str
):
    core.hears("erin", "meet alice@x.com tomorrow 14:00 about parking", space=None)
    core.hears("erin", refused, space=None)
    core.hears("erin", said, space=None)
    assert "Cancel “parking” (#1)?" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == 1
    core.hears("erin", "yes", space=None)
    assert "is cancelled" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "before",
    ["cancel the cellar", "the cellar is important", "move it to xmas eve 10am", "no"],
)
@pytest.mark.parametrize("said", ["move to 17:30", "décale de 15 min", "prolonge de 15 minutes"])
def test_what_runs_is_not_taken_for_what_was_spoken_of(core: FakeStage, before: str, said: str):
    planned(core, "the cellar", "the garden")
    core.hears("erin", "meet alice@x.com for 3h about the roof", space=None)
    core.passes(minutes=20)
    core.hears("erin", before, space=None)
    asks(core, said)


@pytest.mark.parametrize("said", ["cancel Visite", "cancel the visit", "annule la visite"])
def test_a_word_that_may_be_a_name_cancels_nothing_at_once(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", said, space=None)
    assert not any("cancelled" in note.text for note in core.told("alice@x.com"))
    assert "cancel #1" in core.told("erin")[-1].offered


@pytest.mark.parametrize("said", ["verschiebe die Visite auf 17:00", "extend the visit by 15 min"])
def test_a_word_that_may_be_a_name_changes_nothing_at_once(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    heard = len(core.told("alice@x.com"))
    core.hears("erin", said, space=None)
    assert len(core.told("alice@x.com")) == heard
    assert "#1" in core.told("erin")[-1].offered[0]
