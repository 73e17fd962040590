"""Lets programs in that send a valid key, as often as it allows."""

from __future__ import annotations

import time
from collections.abc import Callable

from flask import Request, request

from bot.core.domain.api_keys import MEETINGS, ApiKey
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.web.api.api_problems import NOTHING_HERE, ApiProblem
from bot.edges.web.client_address import Networks, client_of
from bot.edges.web.log_throttle import LogThrottle
from bot.edges.web.rate_limit import RateLimit

MINUTE = 60.0
MOST_GUESSES = 20
"""Wrong keys that an address may send in a minute."""


class KeyGate:
    """Checks keys, and counts requests in this process. Threads may share it.

    Args:
        store: the installation's keys.
        proxies: the networks of the proxies in front of the bot.
        clock: returns seconds that only grow.
    """

    def __init__(
        self,
        store: ApiKeyStore,
        proxies: Networks = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store, self._proxies, self._clock = store, proxies, clock
        self._wrong = RateLimit(MOST_GUESSES, MINUTE, clock)
        self._limits: dict[tuple[str, int], RateLimit] = {}
        self._log = LogThrottle()

    def admit(self, asked: Request) -> ApiKey:
        """Return the key that a request was sent with, and count the request.

        Raises:
            ApiProblem: it has no valid key, or came too soon; without any key on record, the API
                isn't there.
            DatabaseAway: the keys can't be read.
        """
        address = client_of(asked, self._proxies)
        if self._wrong.is_reached(address):
            raise _too_often("Too many wrong keys.", MINUTE)
        given = asked.authorization
        is_bearer = given is not None and given.type == "bearer"
        key = self._store.find(given.token or "") if given and is_bearer else None
        if key is None:
            raise self._refused(address, tried=is_bearer)
        if wait := self._limit_of(key).wait(key.name):
            raise _too_often("This key's requests for a minute are used up.", wait)
        return key

    def admit_to_meetings(self) -> ApiKey:
        """Return the key of this request, which may make and change meetings.

        Raises:
            ApiProblem: it isn't admitted, or lacks the scope.
            DatabaseAway: the keys can't be read.
        """
        key = self.admit(request)
        if MEETINGS not in key.scopes:
            raise ApiProblem(403, f"This key doesn't have the scope {MEETINGS}.")
        return key

    def headers(self, key: ApiKey) -> dict[str, str]:
        """Return the headers that tell a program how many requests it has left."""
        limit = self._limit_of(key)
        rest, reset = limit.left(key.name), limit.reset(key.name)
        return {
            "RateLimit-Policy": f'"key";q={key.per_minute};w={MINUTE:.0f}',
            "RateLimit": f'"key";r={rest};t={reset:.0f}',
        }

    def _limit_of(self, key: ApiKey) -> RateLimit:
        made = RateLimit(key.per_minute, MINUTE, self._clock)
        return self._limits.setdefault((key.name, key.per_minute), made)

    def check_exists(self) -> None:
        """Check that there is an API.

        Raises:
            ApiProblem: no key is on record.
        """
        if not self._store.exists():
            raise ApiProblem(404, NOTHING_HERE)

    def _refused(self, address: str, *, tried: bool) -> ApiProblem:
        if not self._store.exists():
            return ApiProblem(404, NOTHING_HERE)
        if tried:
            self._wrong.note(address)
            self._log.warning("api.key_refused", address=address)
        said = "Send a valid key in the header Authorization, as Bearer KEY."
        return ApiProblem(401, said, {"WWW-Authenticate": "Bearer"})


def _too_often(what: str, wait: float) -> ApiProblem:
    again = {"Retry-After": f"{max(1.0, wait):.0f}"}
    return ApiProblem(429, f"{what} Wait before you try again.", again)
