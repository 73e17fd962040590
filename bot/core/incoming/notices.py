"""Verifies and parses the notices of Webex's webhooks.

https://developer.webex.com/docs/webhooks
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from bot.core.domain.errors import NoticeRefused

PATH = "/webex"
"""The path to which Webex sends notices."""

MAX_BODY_BYTES = 64 * 1024
"""The most bytes of a notice. Real ones have 1 to 3 KB, without the message's text."""

_ID = re.compile(r"[A-Za-z0-9_=-]{1,400}")
"""Webex ids are base64, with or without padding. Anything else must not reach a path."""

REGISTERED = {
    ("messages", "created"),
    ("attachmentActions", "created"),
    ("memberships", "created"),
}
"""What the bot registers webhooks for. Webex documents none for edited messages."""

HANDLED = REGISTERED | {("messages", "updated")}
"""What the bot handles; other notices are accepted and dropped. Edits come from elsewhere."""


@dataclass(frozen=True)
class Notice:
    """A notice that something happened in Webex.

    Args:
        resource: such as ``messages``.
        event: such as ``created``.
        id: the object's id, the only part of ``data`` that Webex guarantees.
        actor_id: the person who did it, if Webex says.
        person_id: ``data.personId``, if Webex says.
        room_id: ``data.roomId``, if Webex says.
        message_id: ``data.messageId`` of a press, the message of its card, if Webex says.
        written: ``data.created``, or ``data.updated`` of an edit, in seconds since 1970, if Webex
            says; not recorded here.
    """

    resource: str
    event: str
    id: str
    actor_id: str | None = None
    person_id: str | None = None
    room_id: str | None = None
    written: float | None = field(default=None, compare=False)
    message_id: str | None = None

    @property
    def ordering_key(self) -> str | None:
        """Who wrote it and where: order matters within this."""
        who = self.person_id or self.actor_id
        asks = self.resource != "memberships"
        return f"{self.room_id} {who}" if asks and self.room_id and who else None

    @property
    def key(self) -> str:
        """The notice's key. Deliveries have no id, so a repeat is recognized by its content."""
        key = f"{self.resource}:{self.event}:{self.id}"
        return f"{key}:{self.written:.0f}" if self.is_edit and self.written else key

    @property
    def is_edit(self) -> bool:
        """Whether a message was edited; that can happen several times."""
        return (self.resource, self.event) == ("messages", "updated")

    def concerns(self, bot_id: str) -> bool:
        """Return whether the bot handles this notice."""
        if (self.resource, self.event) not in HANDLED:
            return False
        if self.actor_id == bot_id:
            return False  # its own message, or a direct space created by its message
        if self.resource == "memberships":
            return self.person_id in (None, bot_id)
        return self.person_id != bot_id

    def check_age(self, now: float, longest: float) -> None:
        """Refuse a notice that somebody recorded and sends again much later.

        That a message was answered is only remembered for so long; its signed `data.created`
        says how old it is.

        Args:
            now: seconds since 1970.
            longest: seconds for which it is remembered that a message was answered.

        Raises:
            NoticeRefused: 400, it is older than that.
        """
        if self.written is not None and now - self.written > longest:
            raise NoticeRefused(400, "the notice is older than what is remembered")

    def record(self) -> dict[str, Any]:
        """Return the notice as plain data, readable by every version of the bot."""
        return {name: each for name, each in asdict(self).items() if name != "written"}

    @classmethod
    def from_http(
        cls,
        headers: Iterable[tuple[str, str]],
        body: bytes,
        secret: str,
        *,
        secret_before: str | None = None,
        require_sha2: bool = False,
    ) -> Notice:
        """Verify the signature of a request, then parse its notice.

        Args:
            headers: the request's headers; the case of names doesn't matter.
            body: the raw bytes.
            secret: the webhook secret.
            secret_before: another accepted secret, while it is changed.
            require_sha2: refuse a request that is only signed with SHA-1.

        Raises:
            NoticeRefused: 413 too long, 401 wrong signature, 415 or 400 not a notice.
        """
        if len(body) > MAX_BODY_BYTES:
            raise NoticeRefused(413, "the body is too long for a notice")
        named = {name.lower(): value for name, value in headers}
        secrets = [each for each in (secret, secret_before) if each]
        _verify(named, body, secrets, require_sha2=require_sha2)
        if named.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            raise NoticeRefused(415, "the body is not declared as JSON")
        return cls.from_envelope(_parsed(body))

    @classmethod
    def from_envelope(cls, envelope: object) -> Notice:
        """Return the notice in a parsed `envelope`.

        Raises:
            NoticeRefused: 400, it isn't a notice.
        """
        if not isinstance(envelope, dict) or not isinstance(envelope.get("data"), dict):
            raise NoticeRefused(400, "the body is not the envelope of a notice")
        data = envelope["data"]
        return cls(
            resource=_word(envelope.get("resource")),
            event=_word(envelope.get("event")),
            id=_required_id(data.get("id")),
            actor_id=_optional_id(envelope.get("actorId")),
            person_id=_optional_id(data.get("personId")),
            room_id=_optional_id(data.get("roomId")),
            written=moment(data.get("updated") or data.get("created")),
            message_id=_optional_id(data.get("messageId")),
        )


def _verify(
    headers: dict[str, str], body: bytes, secrets: list[str], *, require_sha2: bool
) -> None:
    """Check the strongest signature: a forged weak one must not rescue a bad strong one.

    ``X-Webex-Signature: SHA-256=<hex>, SHA-512=<hex>`` beside ``X-Spark-Signature: <hex>`` of
    HMAC-SHA1, all over the raw bytes. https://developer.webex.com/docs/webhooks#auth
    """
    if not secrets:
        raise NoticeRefused(401, "there is no secret to check signatures with")
    if "x-webex-signature" in headers:
        algorithm, claimed = _strongest(headers["x-webex-signature"])
    elif "x-spark-signature" in headers and not require_sha2:
        algorithm, claimed = "sha1", headers["x-spark-signature"]
    else:
        raise NoticeRefused(401, "the delivery is not signed")
    expected = [hmac.new(each.encode(), body, algorithm).hexdigest() for each in secrets]
    signature = claimed.strip().lower().encode()
    if not any(hmac.compare_digest(each.encode(), signature) for each in expected):
        raise NoticeRefused(401, "the signature does not match")


def _strongest(header: str) -> tuple[str, str]:
    claims = dict(_claim(part) for part in header.split(","))
    for algorithm in ("sha512", "sha256"):
        if algorithm in claims:
            return algorithm, claims[algorithm]
    raise NoticeRefused(401, "the delivery is signed with no algorithm that is accepted")


def _claim(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name.strip().lower().replace("-", ""), value


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise NoticeRefused(400, "the body is not JSON") from None


def _word(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z]{1,40}", value):
        raise NoticeRefused(400, "the notice does not name its resource and event")
    return value


def _required_id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise NoticeRefused(400, "the notice has no usable id")
    return value


def moment(value: object) -> float | None:
    """Parse a time; None if it isn't one. Then the order of arrival counts."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value[:40]).timestamp()
    except (ValueError, OverflowError):
        return None


def _optional_id(value: object) -> str | None:
    return None if value is None else _required_id(value)
