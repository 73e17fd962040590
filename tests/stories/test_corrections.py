"""A message that is edited after it was not understood is read again; one acted on is not."""

from __future__ import annotations

import pytest

from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_more_links import started


@pytest.mark.whole
def test_a_message_that_was_not_understood_is_read_again_when_it_is_edited(bot: Stage):
    guest = bot.stranger()
    said = bot.hears("erin", f"meat {guest} tomorow at noonish")
    assert not bot.told(guest)
    bot.edits(said, f"meet {guest}")
    assert len(bot.told(guest)) == 1
    assert bot.posted_in("Support")[-1].thread == said.id


@pytest.mark.whole
def test_a_message_that_was_acted_on_is_not_read_again(bot: Stage):
    guest, other = bot.stranger(), bot.stranger()
    said = bot.hears("erin", f"meet {guest}")
    answers = len(bot.said())
    bot.edits(said, f"meet {other}")
    assert len(bot.said()) == answers
    assert not bot.told(other)


def test_a_question_in_private_is_answered_by_an_edit(core: FakeStage):
    said = core.hears("erin", "meet dora", space=None)
    core.edits(said, "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 1


def test_each_edit_is_read_until_one_is_understood(core: FakeStage):
    said = core.hears("erin", "meet dora", space=None)
    core.edits(said, "meet dora@z")
    assert len(core.told("erin")) == 2
    core.edits(said, "meet dora@z.net")
    core.edits(said, "meet dora@z.net and fred@z.net")
    assert len(core.told("dora@z.net")) == 1
    assert not core.told("fred@z.net")


def test_an_edit_that_comes_twice_is_read_once(core: FakeStage):
    said = core.hears("erin", "meet dora", space=None)
    core.edits(said, "meet dora@z.net")
    core.hears_of_edit(core.world.messages[said.id])
    assert len(core.told("dora@z.net")) == 1


@for_each("how", ["button", "yes", "another"])
def test_an_edit_after_the_question_was_answered_does_nothing(core: FakeStage, how: str):
    started(core)
    said = core.hears("erin", "alice somehow lost her link", space=None)
    if how == "button":
        core.presses("erin", "Send alice@x.com a new link")
    else:
        core.hears("erin", {"yes": "yes", "another": "meetings"}[how], space=None)
    links = len(core.told("alice@x.com"))
    core.edits(said, "cancel")
    assert len(core.told("alice@x.com")) == links
    assert core.told("alice@x.com")[-1].links


def test_a_button_after_the_edit_does_nothing(core: FakeStage):
    started(core)
    said = core.hears("erin", "alice somehow lost her link", space=None)
    core.edits(said, "add dora@z.net")
    core.presses("erin", "Send alice@x.com a new link")
    assert len(core.told("dora@z.net")) == 1
    assert len(core.told("alice@x.com")) == 1
    assert "already answered" in core.told("erin")[-1].text


def test_after_ten_minutes_an_edit_is_not_read(core: FakeStage):
    said = core.hears("erin", "meet dora", space=None)
    core.passes(minutes=10)
    core.edits(said, "meet dora@z.net")
    assert not core.told("dora@z.net")


def test_a_yes_that_replaces_the_question_is_not_an_answer_to_it(core: FakeStage):
    started(core)
    said = core.hears("erin", "alice somehow lost her link", space=None)
    core.edits(said, "yes")
    assert len(core.told("alice@x.com")) == 1


def test_a_crash_after_any_step_of_a_correction_does_it_once(core: FakeStage):
    said = core.hears("erin", "meet dora", space=None)
    core.engine.crashes = lambda _: True
    core.edits(said, "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 1


def test_what_a_guest_said_is_not_passed_on_again_when_it_is_edited(core: FakeStage):
    started(core)
    said = core.hears("alice@x.com", "I am late", space=None)
    told = len(core.told("erin"))
    core.edits(said, "I am very late")
    assert len(core.told("erin")) == told


def test_what_is_typed_anew_because_an_edit_was_not_found_yet_is_done_once(core: FakeStage):
    """Webex doesn't tell bots of edits: this one is found after the next message was read."""
    said = core.hears("erin", "meet dora", space=None)
    core.clock.turn(1)
    edited = core.edited(said, "meet dora@z.net")
    core.hears("erin", "meet dora@z.net", space=None)
    core.hears_of_edit(edited)
    assert len(core.told("dora@z.net")) == 1
