"""The Python of the page about events takes the bot's events, and no others."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from bot.edges.delivery.event_calls import signature
from bot.edges.storage.event_secrets import new_secret, secret_bytes

PAGE = Path(__file__).parents[2] / "bot" / "docs" / "events.md"
BODY = re.search(r"(?s)```json\n(.*?)\n```", PAGE.read_text())[1].encode()


def test_the_example_takes_only_what_was_signed(capsys: pytest.CaptureFixture[str]):
    [example] = re.findall(r"(?s)```python\n(.*?)```", PAGE.read_text())
    there = {"SECRET": new_secret()}
    exec(example, there)  # noqa: S102 - the page's own example
    at = int(time.time())
    signed = signature(secret_bytes(there["SECRET"]), "evt_1", at, BODY)
    headers = {"Webhook-Id": "evt_1", "Webhook-Timestamp": str(at), "Webhook-Signature": signed}
    assert there["receive"](BODY, headers) == 204
    assert json.loads(BODY)["data"]["meeting"] in capsys.readouterr().out
    assert there["receive"](BODY + b" ", headers) == 400
    assert there["receive"](BODY, headers | {"Webhook-Timestamp": str(at - 600)}) == 400
