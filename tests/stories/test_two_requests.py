"""Two requests in one message: neither is done, each has a button."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

NOW = "meet alice@x.com about the roof"


def titles(core: FakeStage) -> list[str]:
    return [each["title"] for each in core.told("erin")[-1].card["actions"]]


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
    assert titles(core) == offered
    assert "One thing at a time" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == before


def test_one_after_the_other_is_done(core: FakeStage):
    core.hears("erin", NOW, space=None)
    core.hears("erin", "rename it to X-ray and remove alice@x.com", space=None)
    core.hears("erin", "the first", space=None)
    assert "now called “X-ray”" in core.told("erin")[-1].text
