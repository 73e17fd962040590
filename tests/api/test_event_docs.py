"""The Python of the page about events takes the bot's events, and no others."""

from __future__ import annotations

import json
import re
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from bot.edges.delivery.event_calls import signatures
from bot.edges.storage.event_secrets import new_secret, secret_bytes

PAGE = Path(__file__).parents[2] / "bot" / "docs" / "events.md"
BODY = re.search(r"(?s)```json\n(.*?)\n```", PAGE.read_text())[1].encode()


RECEIVE, SERVE = re.findall(r"(?s)```python\n(.*?)```", PAGE.read_text())


def signed(secret: str, at: int) -> dict[str, str]:
    """Return the headers that the bot sends with `BODY`."""
    signature = signatures([secret_bytes(secret)], "evt_1", at, BODY)
    return {
        "Webhook-Id": "evt_1",
        "Webhook-Timestamp": str(at),
        "Webhook-Signature": signature,
    }


@pytest.fixture
def there() -> dict[str, Any]:
    """What the page's program consists of."""
    found = {"SECRET": new_secret()}
    exec(RECEIVE, found)  # noqa: S102 - the page's own example
    return found


def test_the_example_takes_only_what_was_signed(
    there: dict[str, Any], capsys: pytest.CaptureFixture[str]
):
    now = int(time.time())
    assert there["receive"](BODY, signed(there["SECRET"], now)) == 204
    assert json.loads(BODY)["data"]["meeting"] in capsys.readouterr().out
    assert there["receive"](BODY + b" ", signed(there["SECRET"], now)) == 400
    assert there["receive"](BODY, signed(there["SECRET"], now - 600)) == 400


def test_the_example_s_server_takes_events(there: dict[str, Any]):
    any_port = SERVE.replace("9099", "0").replace(".serve_forever()", "")
    exec(any_port.replace("HTTPServer((", "server = HTTPServer(("), there)  # noqa: S102 - the page's own example
    with there["server"] as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        headers = signed(there["SECRET"], int(time.time()))
        url = f"http://127.0.0.1:{server.server_port}/events"
        assert requests.post(url, BODY, headers=headers, timeout=5).status_code == 204
        thread.join()
