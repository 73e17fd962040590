"""A command that names no meeting asks which of several that run, unless one was just made."""

from __future__ import annotations

import pytest

from tests.rows import for_each
from tests.stories.fake import FakeStage


@pytest.fixture
def busy(core: FakeStage) -> FakeStage:
    """Return a stage on which three meetings run, all made a while ago."""
    for subject in ("the invoice", "the deposit", "the roof"):
        core.hears("erin", f"meet alice@x.com for 3h about {subject}", space=None)
        core.passes(minutes=7)
    return core


@for_each("said", ["add 10 minutes", "extend 30m", "move by 15 min", "décale de 15 min", "cancel"])
def test_it_is_asked_which_one(busy: FakeStage, said: str):
    heard = len(busy.told("alice@x.com"))
    busy.hears("erin", said, space=None)
    assert len(busy.told("alice@x.com")) == heard


def test_the_one_just_made_is_meant(busy: FakeStage):
    busy.hears("erin", "meet dora@z.net for 60m about the rota", space=None)
    busy.hears("erin", "add 10 minutes", space=None)
    assert "the rota" in busy.told("erin")[-1].text


def test_the_only_one_that_runs_is_meant(core: FakeStage):
    core.hears("erin", "meet alice@x.com for 60m about the roof", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the rota", space=None)
    core.passes(minutes=7)
    heard = len(core.told("alice@x.com"))
    core.hears("erin", "add 10 minutes", space=None)
    assert "the roof" in core.told("alice@x.com")[-1].text
    assert len(core.told("alice@x.com")) == heard + 1


@for_each(
    ("refused", "said"),
    [
        ("delete the foot message", "delete that"),
        ("cancel my participation", "cancel"),
        ("oui", "annule"),
        ("yes", "cancel that"),
    ],
)
def test_nothing_is_cancelled_right_after_a_refusal(core: FakeStage, refused: str, said: str):
    guest = core.stranger()
    core.hears("erin", f"meet {guest} about his foot", space=None)
    core.hears("erin", refused, space=None)
    heard = len(core.told(guest))
    core.hears("erin", said, space=None)
    assert len(core.told(guest)) == heard
