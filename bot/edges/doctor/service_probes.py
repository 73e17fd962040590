"""Checks the outside services for the doctor, each within seconds."""

from __future__ import annotations

import hmac
import ipaddress
import json
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests

from bot.core.diagnosis.service_checks import AddressSeen, HookSeen, WebexSeen
from bot.core.domain.errors import Trouble
from bot.core.domain.joseencrypt import LinkRequest
from bot.core.domain.url_trust import is_loopback
from bot.core.incoming.notices import PATH
from bot.edges.http_calls import configure_session, raising_trouble
from bot.edges.sources.instant_connect import Broker
from bot.edges.webex import webhook_sync
from bot.edges.webex.webhook_registrations import Registrations
from bot.edges.websocket.device_registration import DeviceRegistrations

TIMEOUTS = (2.0, 3.0)
"""Seconds to connect, and between two bytes."""


def probe_webex(api_url: str, token: str, clock: Callable[[], float] = time.time) -> WebexSeen:
    """Check the token, Webex's answer time, and this machine's clock.

    https://developer.webex.com/docs/api/v1/people/get-my-own-details

    Args:
        api_url: the API's address, with a trailing slash.
        token: the bot's access token.
        clock: this machine's clock, in seconds since 1970.
    """
    session = configure_session(requests.Session(), api_url, 1)
    try:
        with session, raising_trouble():
            began, asked_at = time.perf_counter(), clock()
            answer = session.get(
                f"{api_url}people/me",
                headers={"Authorization": f"Bearer {token}"},
                timeout=TIMEOUTS,
            )
            seconds = time.perf_counter() - began
            me = answer.json()
            return WebexSeen(
                name=str(me["displayName"])[:80],
                bot=me.get("type", "bot") == "bot",
                seconds=seconds,
                clock_off=_ahead(asked_at + seconds, answer.headers.get("Date")),
            )
    except Trouble as trouble:
        return WebexSeen(trouble)


def _ahead(now: float, date: str | None) -> float | None:
    """Return how many seconds `now` is ahead of an HTTP date, which has whole seconds."""
    with suppress(ValueError):
        theirs = parsedate_to_datetime(date or "").timestamp()
        return now - min(max(now, theirs), theirs + 1.0)
    return None


def probe_broker(broker: Broker) -> tuple[Trouble | None, float]:
    """Mint one guest link that expires at once; return the trouble, if any, and the seconds."""
    expires = datetime.now(UTC) + timedelta(seconds=5)
    request = LinkRequest(sub=secrets.token_hex(20), hosts=0, guests=1, expires=expires)
    began = time.perf_counter()
    try:
        broker.mint(request)
    except Trouble as trouble:
        return trouble, time.perf_counter() - began
    return None, time.perf_counter() - began


def list_webhooks(
    registered: Registrations, url: str | None, secret: str
) -> list[HookSeen] | Trouble:
    """List the token's webhooks."""
    try:
        found = registered.all()
    except Trouble as trouble:
        return trouble
    ours = webhook_sync.own(found, url) if url else []
    return [
        HookSeen(
            ":".join(each.kind),
            each in ours,
            each.active,
            each.secret == secret if each.secret else None,
        )
        for each in reversed(found)
    ]


def probe_websocket(devices: DeviceRegistrations) -> Trouble | None:
    """Register a device for the WebSocket and delete it; return the trouble, if any."""
    try:
        devices.release(devices.register())
    except Trouble as trouble:
        return trouble
    return None


def probe_public_url(url: str | None, secret: str, api_url: str) -> AddressSeen:
    """Call the bot at its public address, and post a signed notice that it ignores."""
    if url is None:
        return AddressSeen(None)
    near = is_local(url) and not is_local(api_url)
    base = url.rstrip("/")
    session = requests.Session()
    session.trust_env = not is_local(url)  # a proxy can't reach this machine
    with session:
        try:
            alive = session.get(f"{base}/healthz", timeout=TIMEOUTS, allow_redirects=False)
            body, headers = _notice(secret)
            response = session.post(base + PATH, body, headers=headers, timeout=TIMEOUTS)
        except (requests.RequestException, OSError):
            return AddressSeen(url, near)
        return AddressSeen(url, near, _is_a_bots(alive), response.status_code)


def _is_a_bots(answer: requests.Response) -> bool:
    """Return whether an answer is the bot's, whether its token is accepted or not."""
    return answer.text in {"ok\n", "Webex does not accept the bot's token.\n"}


def _notice(secret: str) -> tuple[bytes, dict[str, str]]:
    body = json.dumps({"resource": "doctor", "event": "asks", "data": {"id": "doctor"}}).encode()
    signature = hmac.new(secret.encode(), body, "sha256").hexdigest()
    signed = {"X-Webex-Signature": f"SHA-256={signature}"}
    return body, {"Content-Type": "application/json", **signed}


def is_local(url: str) -> bool:
    """Return whether an address is reachable from this machine or its network only."""
    host = urlsplit(url).hostname or ""
    try:
        return is_loopback(host) or not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".lan"))


def probe_webex_connect(url: str | None) -> int | None:
    """Return the status of Webex Connect's webhook; only a POST starts its flow."""
    if url is None:
        return None
    try:
        return requests.head(url, timeout=TIMEOUTS, allow_redirects=False).status_code
    except (requests.RequestException, OSError):
        return None
