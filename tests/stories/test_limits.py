"""Limits on meetings per hour, for a person and for a space."""

from __future__ import annotations

from bot.core.domain.limits import Limits
from tests.stories.fake import FakeStage


def allowed(core: FakeStage, **limits: int) -> FakeStage:
    core.settings(limits=Limits(**limits))
    return core


def test_whoever_starts_too_many_meetings_is_told_what_to_do(core: FakeStage):
    allowed(core, per_person=2)
    for _ in range(3):
        core.hears("erin", "meet alice@x.com", space=None)
    assert len(core.told("alice@x.com")) == 2
    told = core.told("erin")[-1].text
    assert "You’ve started 2 meetings in the last hour" in told
    assert "Nobody was invited" in told
    assert "Try again later" in told
    assert "2 meetings" not in core.kept()


def test_one_persons_limit_is_nobody_elses(core: FakeStage):
    allowed(core, per_person=1)
    core.makes_host("carl")
    for who in ("erin", "carl"):
        core.hears(who, "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 2


def test_a_space_has_a_limit_of_its_own_which_direct_chats_do_not_count_to(core: FakeStage):
    allowed(core, per_space=2)
    core.hears("erin", "meet", space=None)
    for who in ("erin", "carl", "erin"):
        core.hears(who, "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 2
    assert "This space has started 2 meetings" in core.posted_in("Support")[-1].text
    core.hears("erin", "meet dora@z.net", space=None)
    assert len(core.told("dora@z.net")) == 3


def test_an_hour_later_one_may_again(core: FakeStage):
    allowed(core, per_person=1)
    core.hears("erin", "meet dora@z.net")
    core.passes(minutes=59)
    core.hears("erin", "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 1
    core.passes(minutes=2)
    core.hears("erin", "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 2


def test_meetings_planned_for_later_count_when_they_are_asked_for(core: FakeStage):
    allowed(core, per_person=2)
    for day in ("tomorrow", "tomorrow", "tomorrow"):
        core.hears("erin", f"meet dora@z.net {day} 15:00", space=None)
    assert len(core.told("dora@z.net")) == 2


def test_what_is_refused_for_the_limit_leaves_nothing_behind(core: FakeStage):
    allowed(core, per_person=1)
    core.hears("erin", "meet", space=None)
    before = core.kept()
    core.hears("erin", "meet dora@z.net about the boiler", space=None)
    assert core.kept() == before
