"""What becomes a subject, a message or a meeting's name is suggested as it was typed."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("add marie@y.fr to the blood one", "blod"),
        ("move the blood thing by half an hour", "blod"),
        ("cancel the one greta made", "great"),
        ("extend insurance till 8pm", "insurance "),
        ("shedule a call with carl@example.com about blood", "blod"),
    ],
)
def test_what_is_quoted_is_never_corrected(core: FakeStage, said: str, never: str):
    core.hears("erin", "meet alice@x.com about knee", space=None)
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    titles = [each["title"] for card in note.cards for each in card["content"]["actions"]]
    assert not any(never in each for each in titles)
    assert never not in note.text.replace(said, "")


@pytest.mark.parametrize("said", ["cancle the blood results", "cancel teh blood results"])
def test_what_is_a_slip_is_still_corrected(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about blood results", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].card["actions"][0]["title"].startswith("Cancel “blood results”")
