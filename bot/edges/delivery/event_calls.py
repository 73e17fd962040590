"""Sends events to programs, signed by Standard Webhooks.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.core.domain.errors import Passing
from bot.core.steps.event_steps import CallEndpoint, EventAnswer
from bot.edges.outbound_address import AddressRefused
from bot.edges.outbound_calls import AnswerTooLong, OutboundCalls
from bot.edges.storage.encryption import UnreadableError
from bot.edges.storage.event_store import EventStore, EventToSend
from bot.version import VERSION

log = structlog.get_logger()


@dataclass(frozen=True)
class EventCalls:
    """Sends events. Threads may share it.

    Args:
        store: the endpoints and their events.
        calls: calls addresses that programs gave.
        clock: returns the real time in seconds since 1970, which programs compare with theirs.
    """

    store: EventStore
    calls: OutboundCalls
    clock: Callable[[], float] = time.time

    def send(self, step: CallEndpoint) -> EventAnswer:
        """Send an event once, and record what came of it."""
        try:
            wanted = self.store.to_send(step.endpoint, step.event)
        except UnreadableError:
            log.error("event.unreadable", endpoint=step.endpoint)
            return EventAnswer(is_done=False)
        if wanted is None:
            return EventAnswer(is_done=True)
        status, wait = self._sent(wanted, step.event)
        accepted = status is not None and 200 <= status < 300
        self.store.note(step.endpoint, step.event, status, accepted=accepted)
        log.info("event.sent", endpoint=step.endpoint, event_id=step.event, status=status)
        return EventAnswer(is_done=accepted, status=status, wait=wait)

    def _sent(self, wanted: EventToSend, event: str) -> tuple[int | None, float | None]:
        at, body = int(self.clock()), wanted.body.encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"instant-connect-bot/{VERSION}",
            "webhook-id": event,
            "webhook-timestamp": str(at),
            "webhook-signature": signatures(wanted.secrets, event, at, body),
        }
        try:
            answer = self.calls.call("POST", wanted.url, body, headers)
        except AnswerTooLong as long:
            return long.status, None
        except (AddressRefused, Passing):
            return None, None
        return answer.status, _seconds(answer.headers.get("retry-after", ""))


def signatures(secrets: Sequence[bytes], event: str, at: int, body: bytes) -> str:
    """Return the signatures of an event, separated by spaces.

    Args:
        secrets: the endpoint's, each of which signs.
        event: its id.
        at: when it is sent, in seconds since 1970.
        body: what is sent.
    """
    signed = f"{event}.{at}.".encode() + body
    made = (hmac.digest(each, signed, hashlib.sha256) for each in secrets)
    return " ".join(f"v1,{base64.b64encode(each).decode()}" for each in made)


def _seconds(written: str) -> float | None:
    return float(written) if written.isdecimal() and len(written) < 10 else None
