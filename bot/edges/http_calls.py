"""HTTP sessions for Webex and Instant Connect; failed responses become Trouble."""

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
from bot.core.domain.url_trust import is_loopback

RETRYABLE = frozenset({408, 423, 425, 429, 500, 502, 503, 504})
"""Statuses worth another attempt.

https://developer.webex.com/docs/basics#rate-limiting
"""


def raise_for_failure(response: requests.Response, **_kwargs: Any) -> None:
    """Raise Trouble for a response that failed or isn't JSON.

    A response hook runs before the SDK's own checks, whose errors contain whole responses.
    """
    if not response.ok:
        response.content  # noqa: B018 - read the body, so that the connection can be reused
        raise trouble_of(response)
    if response.is_redirect or not _is_json(response):
        raise Unintelligible(_tracking_id(response))


def configure_session(
    session: requests.Session,
    address: str,
    pool: int,
    refuse: Callable[..., None] = raise_for_failure,
) -> requests.Session:
    """Set up a new session for one service, and return it.

    Args:
        session: a new session.
        address: the service's URL.
        pool: connections to keep open, and so calls at a time.
        refuse: the response hook that raises Trouble for a failed response.
    """
    adapter = HTTPAdapter(pool_connections=2, pool_maxsize=pool)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    # Read proxies and certificates from the environment once instead of for each call, and never
    # let a .netrc replace the bot's token.
    found = session.merge_environment_settings(address, {}, None, None, None)
    session.verify = found["verify"]
    # A proxy can't reach this machine's loopback.
    session.proxies = {} if is_loopback(urlsplit(address).hostname or "") else found["proxies"]
    session.trust_env = False
    session.hooks["response"].append(refuse)
    return session


@contextmanager
def raising_trouble() -> Iterator[None]:
    """Raise network errors as Passing, and malformed answers as Unintelligible."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unintelligible from None
    except (requests.RequestException, OSError):
        raise Passing from None


@contextmanager
def adding_tracking_id(response: requests.Response) -> Iterator[None]:
    """Raise errors in reading `response` as Unintelligible with its tracking id."""
    try:
        yield
    except (ValueError, RecursionError, Unintelligible):
        raise Unintelligible(_tracking_id(response)) from None


def _is_json(response: requests.Response) -> bool:
    """An HTML page with status 200 comes from a proxy in between."""
    declared = response.headers.get("Content-Type", "")
    return not response.content or declared.lower().startswith("application/json")


def trouble_of(response: requests.Response) -> Trouble:
    """Return the Trouble for a failed response."""
    tracking_id = _tracking_id(response)
    if response.status_code in RETRYABLE or response.status_code >= 500:
        return Passing(tracking_id, _retry_after(response.headers.get("Retry-After")))
    kind = {401: TokenRefused, 404: NotFound}.get(response.status_code, Refused)
    return kind(tracking_id)


def _tracking_id(response: requests.Response) -> str | None:
    """Webex puts it in a header, some of its older services in the body."""
    found = response.headers.get("trackingid") or _tracking_id_in_body(response)
    return found[:100] if isinstance(found, str) and found.isprintable() else None


def _tracking_id_in_body(response: requests.Response) -> object:
    try:
        body = response.json()
    except (ValueError, RecursionError):
        return None
    return body.get("trackingId") if isinstance(body, dict) else None


def _retry_after(value: str | None) -> float | None:
    """Parse seconds or an HTTP date into seconds from now; None if it is neither."""
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
