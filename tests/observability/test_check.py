"""`check` tells an administrator what the doctor says, in private and in their language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.core.diagnosis.findings import amber, green, red
from bot.core.domain.access import Access
from bot.core.steps.doctor_steps import RunDoctor
from bot.sandbox.webex.faults import ServerError
from tests.stories.fake import FakeStage
from tests.stories.real import RealStage


@pytest.fixture
def core() -> Iterator[FakeStage]:
    stage = FakeStage()
    yield stage
    stage.close()


def test_an_administrator_is_told_in_private_what_is_wrong(bot: RealStage) -> None:
    bot.faults = [ServerError(times=None, path="joseencrypt")]
    bot.hears("erin", "check", space="Support")
    bot.faults = []
    [said] = bot.told("erin")
    assert said.text.startswith("Something needs attention.")
    assert "red instant connect: Instant Connect isn't responding." in said.text
    assert "Green: settings, cloud, time zone, webex, token, clock" in said.text
    [note] = bot.posted_in("Support")
    assert note.text == "I sent you the answer in our direct chat."


def test_only_administrators_can_run_the_check(bot: RealStage) -> None:
    bot.hears("carl", "check", space=None)
    [said] = bot.told("carl")
    assert said.text.startswith("Only this bot’s administrators can check it.")


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("de", "Es gibt etwas zu tun."),
        ("fr", "Quelque chose demande"),
        ("es", "Algo requiere"),
    ],
)
def test_the_worst_comes_first_in_ones_own_language(
    core: FakeStage,
    language: str,
    head: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = (green("a", "A."), amber("b", "B.", "Do b."), red("c", "C.", "Do c."))
    monkeypatch.setitem(core.performer._handlers, RunDoctor, lambda _: found)  # noqa: SLF001 - the doctor has to find something of its own
    core.settings(admins=Access.parse("example.com"))
    core.hears("erin", f"defaults language {language}", space=None)
    core.hears("erin", "check", space=None)
    said = core.told("erin")[-1].text
    assert said.startswith(head)
    assert said.index("red c: C. Do c.") < said.index("amber b: B. Do b.") < said.index("a.")


def test_all_that_is_well_is_one_line(core: FakeStage) -> None:
    core.settings(admins=Access.parse("erin@example.com"))
    core.hears("erin", "check", space=None)
    assert core.told("erin")[-1].text.startswith("All good.")
