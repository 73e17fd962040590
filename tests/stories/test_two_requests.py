"""Two requests in one message: neither is done, each has a button."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

NOW = "meet alice@x.com about the roof"


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        (
            "resend alice@x.com and move it to 23:30",
            ["Send alice@x.com a new link", "Move the meeting, same day: 23:30"],
        ),
        (
            "extend by 10 and tell alice I'm late",
            ["Extend “the roof” by 10 minutes", "Tell alice@x.com: “I'm late”"],
        ),
        (
            "rename it to X-ray and remove alice@x.com",
            ["Rename the meeting to “X-ray”", "Remove alice@x.com from the meeting"],
        ),
        (
            "benenne es um in Röntgen und entferne alice@x.com",
            ["Rename the meeting to “Röntgen”", "Remove alice@x.com from the meeting"],
        ),
    ],
)
def test_each_request_has_a_button(core: FakeStage, said: str, offered: list[str]):
    core.hears("erin", NOW, space=None)
    before = len(core.told("alice@x.com"))
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].titles == offered
    assert "One thing at a time" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == before


def test_one_after_the_other_is_done(core: FakeStage):
    core.hears("erin", NOW, space=None)
    core.hears("erin", "rename it to X-ray and remove alice@x.com", space=None)
    core.hears("erin", "the first", space=None)
    assert "now called “X-ray”" in core.told("erin")[-1].text


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has two meetings, made a while ago."""
    core.hears("erin", "meet alice@x.com tomorrow 16:00 about the offer", space=None)
    core.hears("erin", "meet bob@example.com tomorrow 17:00 about the demo", space=None)
    core.passes(minutes=20)
    return core


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        (
            "move the offer to 18:00 and the demo to 19:30",
            ["Move “offer”, same day: 18:00", "Move “demo”, same day: 19:30"],
        ),
        (
            "move offer to 5 and demo to 5.30",
            ["Move “offer”, same day: 17:00", "Move “demo”, same day: 17:30"],
        ),
        (
            "verschiebe offer auf 18 uhr und demo auf 19 uhr",
            ["Move “offer”, same day: 18:00", "Move “demo”, same day: 19:00"],
        ),
        (
            "déplace offer à 18h et demo à 19h",
            ["Move “offer”, same day: 18:00", "Move “demo”, same day: 19:00"],
        ),
        (
            "cancel the offer and rebook for thursday 10",
            ["Cancel “offer” and tell the guests", "Move “offer”: Thursday 5 March 2026, 10:00"],
        ),
    ],
)
def test_each_request_is_for_the_meeting_that_it_names(
    two: FakeStage, said: str, offered: list[str]
):
    two.hears("erin", said, space=None)
    assert two.told("erin")[-1].titles == offered
    assert "One thing at a time" in two.told("erin")[-1].text


def test_a_request_that_is_left_out_is_said(two: FakeStage):
    two.hears("erin", "add emma@acme.com to demo and tell her to bring the plan", space=None)
    assert two.told("erin")[-1].titles == ["Invite emma@acme.com to “demo”"]
    assert "“tell her to bring the plan” looks like a second" in two.told("erin")[-1].text


def test_a_mention_is_shown_by_its_name(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 16:00 about the rota")
    core.hears("erin", "add @Bob and tell @Carl to bring the plan")
    note = core.posted_in("Support")[-1]
    assert "“tell @Carl Colleague to bring the plan” looks like a second request" in note.text
    assert "personId" not in note.text
