"""A guest of several meetings who says `my link` gets all of them in one message."""

from __future__ import annotations

import pytest

from bot.core.domain.doors import DoorState, Enter
from bot.sandbox.webex.faults import RefuseDirect
from tests.doors.visitors import knocks, token_of
from tests.stories.fake import FakeStage
from tests.stories.stage import Note, Stage

GUEST = "alice@x.com"
SUBJECTS = ("the attic", "the barn", "the cellar")


def asked(bot: Stage) -> list[Note]:
    """Have somebody be invited to three meetings and ask for their link; return the answers."""
    for subject in SUBJECTS:
        bot.hears("erin", f"meet {GUEST} about {subject}", space=None)
    before = len(bot.told(GUEST))
    bot.hears(GUEST, "my link", space=None)
    return bot.told(GUEST)[before:]


@pytest.mark.whole
def test_the_links_to_several_meetings_come_in_one_message(bot: Stage):
    [note] = asked(bot)
    assert [f"about “{each}”" in note.text for each in SUBJECTS] == [True] * 3
    assert len(set(note.links)) == len(note.links)
    # Other stories may have invited them, too, and to later meetings.
    assert sum(isinstance(knocks(bot, each), Enter) for each in note.links) >= len(SUBJECTS)


def test_the_others_stay_when_one_meeting_is_cancelled(core: FakeStage):
    [note] = asked(core)
    core.hears("erin", "cancel the barn", space=None)
    states = {core.doors.view(token_of(each)).state for each in note.links}
    assert states == {DoorState.OPEN, DoorState.CALLED_OFF}
    assert any(each.links == note.links for each in core.told(GUEST))
    assert "cancelled the video meeting about “the barn”" in core.told(GUEST)[-1].text
    core.hears("erin", "cancel the attic", space=None)
    assert "told 1 guest" in core.told("erin")[-1].text


def test_a_crash_after_any_step_gives_them_once(core: FakeStage):
    core.engine.crashes = lambda _: True
    assert [len(each.links) for each in asked(core)] == [3]


def test_links_whose_message_is_refused_come_one_by_one(core: FakeStage):
    for subject in SUBJECTS:
        core.hears("erin", f"meet {GUEST} about {subject}", space=None)
    before = len(core.told(GUEST))
    core.faults = [RefuseDirect(email=GUEST, times=1)]
    core.hears(GUEST, "my link", space=None)
    assert [len(each.links) for each in core.told(GUEST)[before:]] == [1, 1, 1]


def test_more_than_fit_into_a_message_come_in_two(core: FakeStage):
    for number in range(16):
        core.hears("erin", f"meet {GUEST} about {'é' * 180} {number}", space=None)
    before = len(core.told(GUEST))
    core.hears(GUEST, "my link", space=None)
    counts = [len(each.links) for each in core.told(GUEST)[before:]]
    assert (len(counts), sum(counts)) == (2, 16)


def test_a_bare_link_is_in_a_message_of_its_own_which_can_be_taken_back(core: FakeStage):
    core.settings(doors_at="")
    assert [len(each.links) for each in asked(core)] == [1, 1, 1]
    core.hears("erin", "cancel the barn", space=None)
    assert not any(each.links and "the barn" in each.text for each in core.told(GUEST))
