"""Experts who are away or busy are asked a little after the others, and never left out."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from bot.sandbox.webex.faults import RateLimited
from tests.stories.fake import FakeStage
from tests.stories.test_experts import with_host_link


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with presence, and a group that asks Carl and Bob at once, then Erin."""
    core.settings(admins=Access.parse("erin@example.com"), presence=True)
    core.hears("erin", "group cardiology is @Carl and @Bob then @Erin")
    return core


def seems(bot: FakeStage, who: str, status: str) -> None:
    """Have Webex say something about whether somebody can be reached."""
    bot.world.change_person(bot.person(who), details={"status": status})


def asked(bot: FakeStage) -> set[str]:
    """Return who has a card."""
    return {who for who in ("carl", "bob") if any(each.cards for each in bot.told(who))}


@pytest.mark.parametrize(
    ("carl", "bob", "first"),
    [
        ("active", "meeting", {"carl"}),
        ("DoNotDisturb", "active", {"bob"}),
        ("inactive", "unknown", {"bob"}),
        ("OutOfOffice", "", {"bob"}),
        ("active", "active", {"carl", "bob"}),
        ("call", "presenting", {"carl", "bob"}),
        ("", "", {"carl", "bob"}),
        ("a new status", "pending", {"carl", "bob"}),
    ],
)
def test_who_is_away_or_busy_is_asked_after_the_others(
    core: FakeStage, carl: str, bob: str, first: set[str]
):
    seems(core, "carl", carl)
    seems(core, "bob", bob)
    core.hears("erin", "expert cardiology for alice@x.com")
    assert asked(core) == first
    core.passes(seconds=19)
    assert asked(core) == first
    core.passes(seconds=1)
    assert asked(core) == {"carl", "bob"}
    assert [sum(bool(each.cards) for each in core.told(who)) for who in ("carl", "bob")] == [1, 1]


def test_who_was_asked_first_takes_it_and_nobody_else_is_asked(core: FakeStage):
    seems(core, "bob", "meeting")
    core.hears("erin", "expert cardiology for alice@x.com")
    core.presses("carl", "Take it")
    core.passes(minutes=1)
    assert core.told("bob") == []
    assert len(with_host_link(core, "carl")) == 1


def test_who_was_busy_takes_it(core: FakeStage):
    seems(core, "bob", "meeting")
    core.hears("erin", "expert cardiology for alice@x.com")
    core.passes(seconds=20)
    core.presses("bob", "Take it")
    assert len(with_host_link(core, "bob")) == 1
    assert asked(core) == {"bob"}  # the card with whom they meet


def test_everybody_who_was_asked_leaves_it_and_who_is_busy_is_still_asked(core: FakeStage):
    seems(core, "bob", "meeting")
    core.hears("erin", "expert cardiology for alice@x.com")
    core.presses("carl", "Not me")
    assert not any(each.cards for each in core.told("erin"))
    core.passes(seconds=20)
    assert "bob" in asked(core)


def test_each_is_looked_at_once_for_a_tier(core: FakeStage):
    before = core.calls_of("/v1/people")
    core.hears("erin", "expert cardiology for alice@x.com")
    with_presence = core.calls_of("/v1/people") - before
    core.settings(presence=False)
    core.hears("erin", "expert cardiology for alice@x.com")
    assert with_presence - (core.calls_of("/v1/people") - before - with_presence) == 2


def test_if_webex_does_not_tell_everybody_is_asked_at_once(core: FakeStage):
    seems(core, "bob", "meeting")
    core.faults = [RateLimited(retry_after=60, times=2, path="/v1/people")]
    core.hears("erin", "expert cardiology")
    assert asked(core) == {"carl", "bob"}


def test_without_the_setting_nobody_is_looked_at(core: FakeStage):
    core.settings(presence=False)
    seems(core, "bob", "meeting")
    core.hears("erin", "expert cardiology for alice@x.com")
    assert asked(core) == {"carl", "bob"}


@pytest.mark.parametrize("at", range(12))
def test_everybody_is_asked_wherever_the_engine_dies(core: FakeStage, at: int):
    seems(core, "bob", "meeting")
    core.engine.crashes = lambda position: position == at
    core.hears("erin", "expert cardiology for alice@x.com")
    core.passes(seconds=20)
    assert asked(core) == {"carl", "bob"}
