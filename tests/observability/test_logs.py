"""One log line per event, and one id per conversation in all processes."""

from __future__ import annotations

import json

import pytest
import structlog

from bot.process import logs
from bot.sandbox.webex.faults import ServerError
from tests.stories.real import RealStage


def lines(logged: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in logged.splitlines()]


def test_one_name_follows_a_conversation_from_its_notice_to_its_end(
    bot: RealStage, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.begin("info", "json")
    bot.faults = [ServerError(path="joseencrypt")]
    message = bot.hears("erin", "meet alice@x.com about the invoice")
    logged = capsys.readouterr().err
    mine = [each for each in lines(logged) if message.id in str(each.get("conversation"))]
    assert len({each["conversation"] for each in mine}) == 1
    events = [each["event"] for each in mine]
    assert sorted(events) == ["conversation.ended", "notice.taken", "step.again"]
    again = mine[events.index("step.again")]
    assert str(again["tracking_id"]).startswith("SANDBOX_")
    assert "invoice" not in logged


def test_a_line_for_machines_says_when_how_bad_and_what(capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin("warning", "json")
    log = structlog.get_logger()
    log.info("not.worth_it")
    log.warning("something.happened", number=7)
    [line] = lines(capsys.readouterr().err)
    assert (line["event"], line["level"], line["number"]) == ("something.happened", "warning", 7)
    assert str(line["timestamp"]).endswith("Z")


def test_a_line_for_people_has_no_colours_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.begin("info")
    structlog.get_logger().info("something.happened")
    logged = capsys.readouterr().err
    assert "something.happened" in logged
    assert "\x1b" not in logged
