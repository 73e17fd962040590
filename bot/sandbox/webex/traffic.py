"""What the sandbox is asked and what it sends to webhooks: with bodies, without tokens."""

from __future__ import annotations

import itertools
import json
import re
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import datetime

KEPT = 500
"""Exchanges that are kept."""

LONGEST = 20_000
"""Characters of a body that are kept."""

SENT = "WEBSOCKET"
"""The method of an event that is sent over a WebSocket, which has no status."""

_NUMBERS = itertools.count(1)

_TEXT = re.compile(r"text/|message/|application/(json|.*\+json|x-www-form-urlencoded)")
_SECRETS = r"(?:\w*secret|\w*token|password)"
_IN_JSON = re.compile(rf'("{_SECRETS}"\s*:\s*)"(?:[^"\\]|\\.)*"', re.IGNORECASE)
_IN_FORM = re.compile(rf"((?:^|[?&]){_SECRETS}=)[^&\s]*", re.IGNORECASE)


@dataclass(frozen=True)
class Exchange:
    """A request and its answer.

    Args:
        caller: the name of who sent the request.
        method: the HTTP method, SMTP, or `SENT`.
        address: the path with its query; of a webhook, the whole address; else who gets it.
        status: the status of the answer; None if there was none.
        seconds: how long the answer took.
        sent: the body of the request.
        answered: the body of the answer.
        number: grows from exchange to exchange, also when the world begins anew.
        at: when it was answered.
    """

    caller: str = field(repr=False)
    method: str
    address: str = field(repr=False)
    status: int | None
    seconds: float
    sent: str = field(repr=False)
    answered: str = field(repr=False)
    number: int = 0
    at: datetime | None = None


class Traffic:
    """The latest exchanges, oldest first."""

    def __init__(self) -> None:
        self._kept: deque[Exchange] = deque(maxlen=KEPT)
        self.latest = 0
        """The number of the latest exchange; 0 if there was none."""

    def add(self, exchange: Exchange, at: datetime) -> None:
        """Keep an exchange that ended at this time."""
        self.latest = next(_NUMBERS)
        self._kept.append(replace(exchange, number=self.latest, at=at))

    def after(self, number: int) -> list[Exchange]:
        """Return the exchanges that came after this one."""
        return [each for each in self._kept if each.number > number]


def shown(body: bytes, content_type: str) -> str:
    """Return a body for people: JSON is indented, secrets are left out, files are named only."""
    if not body:
        return ""
    kind = content_type.partition(";")[0].strip()
    if not _TEXT.match(kind):
        return f"({len(body):,} bytes of {kind or 'an unknown kind'})"
    text = without_secrets(_indented(body.decode("utf-8", "replace")))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}\n…"


def without_secrets(text: str) -> str:
    """Return JSON, a form or an address with an ellipsis for each token and secret."""
    return _IN_FORM.sub(r"\1…", _IN_JSON.sub(r'\1"…"', text))


def _indented(text: str) -> str:
    try:
        indented = json.dumps(json.loads(text), indent=2, ensure_ascii=False)
        return indented.encode("utf-8", "replace").decode()  # JSON can contain half a character
    except ValueError:
        return text
