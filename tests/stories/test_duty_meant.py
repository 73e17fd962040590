"""What is said of duty: it begins at once or not at all, and it is the speaker's own."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

LATER = "I can’t do things later"


@pytest.mark.parametrize(
    "said",
    [
        *("off duty from 5", "off duty from 5pm", "I'm off on friday", "on duty tomorrow"),
        *("ich bin um 17 uhr weg", "je suis de garde demain", "estoy de guardia mañana"),
        *("swap with bob@example.com tomorrow from 9", "tausche mit bob@example.com morgen"),
        "can bob@example.com take my shift tomorrow",
    ],
)
def test_duty_that_begins_later_is_not_offered_for_now(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert LATER in core.told("erin")[-1].text
    assert core.told("erin")[-1].offered == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I'm off today", "off duty"),
        ("I'm sick today", "off duty"),
        ("I'm away until 17:00", "off duty until 2026-03-02T17:00+00:00 UTC"),
        (
            "can bob@example.com take my shift until 5pm",
            "swap bob@example.com until 2026-03-02T17:00+00:00 UTC",
        ),
    ],
)
def test_duty_that_begins_now_is_offered(core: FakeStage, said: str, meant: str):
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == [meant]


@pytest.mark.parametrize(
    "said",
    ["he is out until 4pm", "send them away", "I'm coming for lunch", "the roof is over"],
)
def test_what_is_said_of_others_or_of_a_meeting_is_about_no_duty(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.passes(minutes=20)
    core.hears("erin", said, space=None)
    assert not any(each.startswith(("on", "off", "swap")) for each in core.told("erin")[-1].offered)
