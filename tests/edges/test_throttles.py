"""What strangers may do again and again: fill no log, guess no password."""

from __future__ import annotations

from structlog.testing import capture_logs

from bot.edges.web.log_throttle import LogThrottle
from bot.edges.web.login_throttle import LOCKED_SECONDS, MOST_ADDRESSES, LoginThrottle


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


def test_an_address_is_locked_out_after_ten_wrong_passwords_for_a_minute() -> None:
    clock = Clock()
    throttle = LoginThrottle(clock)
    for _ in range(10):
        assert not throttle.is_locked("a")
        throttle.note_wrong("a")
    assert throttle.is_locked("a")
    assert not throttle.is_locked("b")
    clock.now += LOCKED_SECONDS
    assert not throttle.is_locked("a")


def test_the_addresses_of_many_guessers_are_forgotten_in_their_order() -> None:
    throttle = LoginThrottle(Clock())
    for number in range(10 * MOST_ADDRESSES):
        throttle.note_wrong(str(number % (MOST_ADDRESSES + 1)))
    assert not any(throttle.is_locked(str(each)) for each in range(MOST_ADDRESSES + 1))
