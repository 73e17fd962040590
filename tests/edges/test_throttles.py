"""What strangers may do again and again: fill no log, guess no password."""

from __future__ import annotations

from structlog.testing import capture_logs

from bot.edges.web.log_throttle import LogThrottle
from bot.edges.web.rate_limit import MOST_KEYS, RateLimit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_like_events_are_logged_once_a_minute_with_their_number() -> None:
    clock = Clock()
    throttle = LogThrottle(clock)
    with capture_logs() as logs:
        for _ in range(600):
            throttle.warning("notice.refused", status=401)
        throttle.warning("notice.refused", status=413)
        clock.now += 60
        throttle.warning("notice.refused", status=401)
    assert [(each["status"], each["times"]) for each in logs] == [(401, 1), (413, 1), (401, 600)]


def test_a_limit_is_reached_by_its_number_and_is_over_after_its_time() -> None:
    clock = Clock()
    limit = RateLimit(10, 60, clock)
    for _ in range(10):
        assert not limit.is_reached("a")
        limit.note("a")
    assert limit.is_reached("a")
    assert not limit.is_reached("b")
    clock.now += 60
    assert not limit.is_reached("a")


def test_what_is_not_allowed_is_not_counted() -> None:
    clock = Clock()
    limit = RateLimit(2, 60, clock)
    assert [limit.allows("a") for _ in range(4)] == [True, True, False, False]
    clock.now += 60
    assert limit.allows("a")


def test_the_keys_of_many_are_forgotten_in_their_order() -> None:
    limit = RateLimit(10, 60, Clock())
    for number in range(10 * MOST_KEYS):
        limit.note(str(number % (MOST_KEYS + 1)))
    assert not any(limit.is_reached(str(each)) for each in range(MOST_KEYS + 1))
