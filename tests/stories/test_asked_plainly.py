"""A question gets an answer, and a request for more time never starts another meeting."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


def offered(core: FakeStage) -> list[str]:
    """Return the titles of the buttons of the last message to Erin."""
    note = core.told("erin")[-1]
    return [each["title"] for each in note.card["actions"]] if note.cards else []


@pytest.mark.parametrize("said", ["can you make it 20 more minutes", "make it 20 more minutes"])
def test_more_minutes_are_for_the_meeting_that_runs(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about consult", space=None)
    core.hears("erin", said, space=None)
    assert offered(core) == ["Extend “consult” by 20 minutes"]


@pytest.mark.parametrize(
    "said",
    [
        "c'est quand déjà?",
        "c'était quand ?",
        "when is it again",
        "wann ist das nochmal?",
        "cuándo es?",
    ],
)
def test_when_a_meeting_is_is_answered(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 10:00 about prescription", space=None)
    core.hears("erin", said, space=None)
    assert "“prescription” (#1)" in core.told("erin")[-1].text
    assert "10:00" in core.told("erin")[-1].text
    assert not any("Cancel" in each or "Remove" in each for each in offered(core))
