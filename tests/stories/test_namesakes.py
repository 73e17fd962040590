"""A name that several guests have: each of them is offered, and nothing is done before a press."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def bobs(core: FakeStage) -> FakeStage:
    """Return a stage on which two guests of Erin's meeting are called Bob."""
    core.hears("erin", "meet bob@example.com bob@law.org tomorrow about budget at 10", space=None)
    core.hears("erin", "1", space=None)
    core.passes(minutes=20)
    return core


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("remove bob from budget", 'remove {} from "budget"'),
        ("tell bob of budget: bring the plan", 'tell {} of "budget": bring the plan'),
        ("tell bob I'm late", "tell {} of #1: I'm late"),
        ("resend bob", "resend {}"),
        ("sag bob dass ich später komme", "tell {}: ich später komme"),
        ("nimm bob raus", "remove {} from #1"),
        ("dis à bob que je suis en retard", "tell {}: je suis en retard"),
        ("avisa a bob que llego tarde", "tell {}: llego tarde"),
    ],
)
def test_each_of_them_is_offered(bobs: FakeStage, said: str, command: str):
    bobs.hears("erin", said, space=None)
    assert bobs.told("erin")[-1].offered == [
        command.format(each) for each in ("bob@example.com", "bob@law.org")
    ]
    assert len(bobs.told("bob@example.com")) == 1


def test_a_name_in_a_message_chooses_nobody(bobs: FakeStage):
    bobs.hears("erin", "add alice@x.com to budget", space=None)
    bobs.hears("erin", "tell alice bob is late", space=None)
    assert bobs.told("erin")[-1].offered == ["tell alice@x.com of #1: bob is late"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("tell alice the price is 4000 but dont tell bob", "the price is 4000"),
        ("sag alice der preis ist 4000 aber sag bob nichts", "der preis ist 4000"),
    ],
)
def test_what_is_for_one_is_offered_without_what_is_forbidden(
    core: FakeStage, said: str, words: str
):
    core.hears("erin", "meet alice@x.com bob@example.com tomorrow 16:00 about budget", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == [f"tell alice@x.com of #1: {words}"]


@pytest.mark.parametrize(
    "said", ["tell all we start but don't tell bob", "cancel budget but don't tell bob"]
)
def test_what_would_reach_them_is_not_offered(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com bob@example.com tomorrow 16:00 about budget", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == []
