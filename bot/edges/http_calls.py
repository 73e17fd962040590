"""HTTP sessions for Webex and the broker, whose failures become ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

from bot.core.domain.errors import NotFound, Passing, Refused, TokenRefused, Trouble, Unintelligible

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

PASSING = frozenset({408, 423, 425, 429, 500, 502, 503, 504})
"""Statuses that a later attempt may not meet.

https://developer.webex.com/docs/basics#rate-limiting
"""


def refuse_failures(response: requests.Response, **_kwargs: Any) -> None:
    """Raise Trouble for what is no success, or no JSON.

    A hook, so that it runs before the SDK, whose own errors hold whole responses.
    """
    if not response.ok:
        response.content  # noqa: B018 - read to the end, or the connection cannot be kept
        raise trouble_of(response)
    if response.is_redirect or not _is_json(response):
        raise Unintelligible(_tracking_id(response))


def ready(
    session: requests.Session,
    address: str,
    pool: int,
    refuse: Callable[..., None] = refuse_failures,
) -> requests.Session:
    """Return `session` with `pool` connections kept open and failures turned into Trouble.

    Args:
        session: new.
        address: of the one service that it talks to.
        pool: how many calls may be under way at a time.
        refuse: raises Trouble for a response that is a failure.
    """
    adapter = HTTPAdapter(pool_connections=2, pool_maxsize=pool)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    # Proxies and certificates of the environment are looked up once, not for each call; and a
    # .netrc must not replace the bot's token.
    found = session.merge_environment_settings(address, {}, None, None, None)
    session.verify = found["verify"]
    # No proxy leads back to this machine.
    session.proxies = {} if urlsplit(address).hostname in LOOPBACK else found["proxies"]
    session.trust_env = False
    session.hooks["response"].append(refuse)
    return session


@contextmanager
def reached() -> Iterator[None]:
    """Turn what may happen on the way to a service and back into Trouble."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unintelligible from None
    except (requests.RequestException, OSError):
        raise Passing from None


@contextmanager
def understood(response: requests.Response) -> Iterator[None]:
    """Turn what may be wrong in a successful `response` into Trouble with its tracking id."""
    try:
        yield
    except (ValueError, RecursionError, Unintelligible):
        raise Unintelligible(_tracking_id(response)) from None


def _is_json(response: requests.Response) -> bool:
    """A page of html with status 200 comes from a proxy on the way."""
    declared = response.headers.get("Content-Type", "")
    return not response.content or declared.lower().startswith("application/json")


def trouble_of(response: requests.Response) -> Trouble:
    """Return the trouble that a failed `response` means."""
    tracking_id = _tracking_id(response)
    if response.status_code in PASSING or response.status_code >= 500:
        return Passing(tracking_id, _retry_after(response.headers.get("Retry-After")))
    kind = {401: TokenRefused, 404: NotFound}.get(response.status_code, Refused)
    return kind(tracking_id)


def _tracking_id(response: requests.Response) -> str | None:
    """In the header, as Webex does; in the body, as some of its older services do."""
    found = response.headers.get("trackingid") or _in_body(response)
    return found[:100] if isinstance(found, str) and found.isprintable() else None


def _in_body(response: requests.Response) -> object:
    try:
        body = response.json()
    except (ValueError, RecursionError):
        return None
    return body.get("trackingId") if isinstance(body, dict) else None


def _retry_after(value: str | None) -> float | None:
    """Return seconds from a number or a date; what is neither is no request to wait."""
    if not value:
        return None
    try:
        return max(0.0, float(int(value)))
    except OverflowError:
        return None
    except ValueError:
        return _seconds_until(value)


def _seconds_until(value: str) -> float | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
