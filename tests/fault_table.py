"""What fails in Cisco's services, and what the bot then does: a table in bot/docs/operating.md.

Stories play each row; what a sandbox can't play is the error that `requests` raises.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import requests

from bot.core.domain.errors import NotActivated, Passing, TokenRefused, Trouble, Unintelligible
from bot.core.steps import retries
from bot.core.steps.step import Send
from bot.core.steps.webex_steps import ReadMessage
from bot.core.wording import failure_reasons
from bot.core.wording.languages import ENGLISH
from bot.process.translations import spoken
from bot.sandbox.webex.faults import (
    Answer,
    Fault,
    Html200,
    Locked423,
    RateLimited,
    Reset,
    ServerError,
    Silence,
    Truncated,
    Unauthorized,
)


@dataclass(frozen=True)
class Forbidden(Fault):
    """403, as the broker answers for an organization without Instant Connect."""

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(403, "Not for this organization.")


@dataclass(frozen=True)
class WrongJson200(Fault):
    """200 with somebody else's JSON."""

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(200, '{"status": "fine"}')


@dataclass(frozen=True)
class Row:
    """A fault.

    Args:
        what: in words.
        fault: a fault of the sandbox, or an error of `requests`.
        kind: the trouble that the edge makes of it.
    """

    what: str
    fault: Fault | Exception
    kind: type[Trouble]


ROWS = (
    Row("429 with a short `Retry-After`", RateLimited(1), Passing),
    Row("429 with a `Retry-After` of an hour", RateLimited(3600), Passing),
    Row("429 with an invalid `Retry-After`", RateLimited("soon"), Passing),
    Row("423, while Webex moves a space", Locked423(), Passing),
    *(Row(str(status), ServerError(status), Passing) for status in (500, 502, 503, 504)),
    Row("connection reset", Reset(), Passing),
    Row("no answer for 30 seconds", Silence(0.05), Passing),
    Row("truncated answer", Truncated(), Passing),
    Row("connection refused", requests.ConnectionError(ConnectionRefusedError()), Passing),
    Row("unknown host name", requests.ConnectionError(OSError()), Passing),
    Row("untrusted certificate", requests.exceptions.SSLError(), Passing),
    Row("200 with an HTML page", Html200(), Unintelligible),
    Row("200 with undocumented JSON", WrongJson200(), Unintelligible),
    Row("403 or 404 from the broker", Forbidden(), NotActivated),
    Row("401", Unauthorized(), TokenRefused),
)


def table() -> str:
    """Return the table: each fault, what the bot does, and what the person is told."""
    heads = ["| fault | what the bot does | what the person is told in the end |", "|---|---|---|"]
    alike = groupby(ROWS, lambda row: (_then(row), _told(row.kind)))
    rows = [
        f"| {'; '.join(row.what for row in some)} | {then} | {told} |"
        for (then, told), some in alike
    ]
    return "\n".join(
        [*heads, *rows, f"| 404 for a message just announced | {_MISSING} | nothing |"]
    )


def _then(row: Row) -> str:
    pauses = ", ".join(f"{each:g}" for each in retries.PAUSES[:4])
    if row.kind is Passing:
        read, sent = f"{ReadMessage.patience:g} s", f"{Send.patience / 60:g} min"
        asked = row.fault.retry_after if isinstance(row.fault, RateLimited) else None
        if not isinstance(asked, int):
            return (
                f"retries after {pauses}, … s: reading and minting for {read}, sending for {sent}"
            )
        if asked > ReadMessage.patience:
            return "waits that long before sending; gives up reading and minting at once"
        return f"retries after that time: reading and minting for {read}, sending for {sent}"
    if row.kind is Unintelligible:
        return f"tries {retries.UNINTELLIGIBLE_ATTEMPTS + 1} times in all"
    return _RENEWAL if row.kind is TokenRefused else "gives up"


_MISSING = f"retries for {retries.NOT_FOUND_PATIENCE:g} s, then treats it as deleted"
_RENEWAL = (
    "logs an error and answers 503 at `/healthz`; new commands wait until Webex accepts the token,"
    f" those in progress for {retries.TOKEN_RENEWAL[1] / 60:g} min"
)


def _told(kind: type[Trouble]) -> str:
    """Return the sentence with the reason."""
    return f"“{reason(kind)}.”"


def reason(kind: type[Trouble]) -> str:
    """Return what the person is told about trouble with the broker."""
    said = failure_reasons.no_links(spoken(ENGLISH), kind(), "", "")
    return said.removeprefix(": ").partition(".")[0]
