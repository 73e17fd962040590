"""What counts toward a limit."""

from __future__ import annotations

from datetime import timedelta

from bot.core.domain.limits import LimitReached, Limits
from bot.core.domain.meetings import Meeting
from bot.core.steps.ledger_steps import SaveMeeting
from bot.edges.storage.ledger import Ledger
from tests.edges.remembered import HOUR, NOW, meeting


def asked(ledger: Ledger, minutes: int = 0, limits: Limits = Limits(2, 3), **given: str):  # noqa: B008 - Limits is immutable
    at = NOW + timedelta(minutes=minutes)
    return ledger.remember(SaveMeeting(meeting(**{"room_id": "room"} | given), at, limits))


def test_the_last_hour_counts(ledger: Ledger):
    assert all(isinstance(asked(ledger, each), Meeting) for each in (0, 10))
    assert asked(ledger, 59) == LimitReached(2, of_space=False)
    assert isinstance(asked(ledger, 61), Meeting)  # the one of an hour ago counts no more
    assert asked(ledger, 62) == LimitReached(2, of_space=False)


def test_the_space_counts_for_everybody_in_it(ledger: Ledger):
    for host in ("erin", "carl", "dora"):
        assert isinstance(asked(ledger, host_id=host), Meeting)
    assert asked(ledger, host_id="bob") == LimitReached(3, of_space=True)
    assert isinstance(asked(ledger, host_id="bob", room_id=None), Meeting)


def test_the_same_request_again_is_the_same_meeting_however_many_there_are(ledger: Ledger):
    first = asked(ledger, sub="one")
    asked(ledger)
    assert asked(ledger, sub="one") == first
    assert isinstance(asked(ledger), LimitReached)
    assert asked(ledger, sub="one") == first


def test_without_limits_nothing_is_counted(ledger: Ledger):
    assert all(isinstance(asked(ledger, limits=Limits()), Meeting) for _ in range(5))
    assert isinstance(asked(ledger, limits=Limits(0, 6)), Meeting)
    assert isinstance(asked(ledger, limits=Limits(0, 6)), LimitReached)


def test_a_meeting_over_the_limit_is_not_saved(ledger: Ledger):
    for each in range(3):
        asked(ledger, sub=f"sub{each}")
    kept = asked(ledger, 2 * 60, sub="sub2")
    assert kept.opens == NOW
    assert kept.expires == NOW + HOUR
    assert kept.number > 2
