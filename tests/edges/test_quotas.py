"""What is limited is counted once, for its own key and time."""

from __future__ import annotations

from datetime import timedelta

from bot.core.domain.limits import DAY, Quota
from bot.core.steps.quota_steps import UseQuotas
from bot.edges.storage.ledger import Ledger
from tests.edges.remembered import NOW, on_both

GUEST = Quota("guest MAIL alice", 2, 600.0, "TooManyMessages")
OTHER = Quota("guest MAIL dora", 2, 600.0, "TooManyMessages")
TEXTS = Quota("texts", 3, DAY, "TooManyTexts")


def used(ledger: Ledger, token: str, *quotas: Quota, minutes: float = 0) -> str:
    [trouble] = ledger.use_quotas(UseQuotas((quotas,), token, NOW + timedelta(minutes=minutes)))
    return trouble


@on_both
def test_a_quota_is_used_up_until_its_time_has_passed(ledger: Ledger):
    assert [used(ledger, each, GUEST) for each in "ab"] == ["", ""]
    assert used(ledger, "c", GUEST, minutes=9) == "TooManyMessages"
    assert used(ledger, "c", OTHER) == ""
    assert used(ledger, "c", GUEST, minutes=11) == ""


def test_the_same_use_again_is_counted_once(ledger: Ledger):
    assert [used(ledger, "a", GUEST) for _ in range(5)] == [""] * 5
    assert used(ledger, "b", GUEST) == ""
    assert used(ledger, "c", GUEST) == "TooManyMessages"
    assert used(ledger, "a", GUEST) == ""


def test_a_use_beyond_one_quota_counts_in_none(ledger: Ledger):
    assert [used(ledger, each, TEXTS, GUEST) for each in "abc"] == ["", "", "TooManyMessages"]
    assert used(ledger, "d", TEXTS, OTHER) == ""
    assert used(ledger, "e", TEXTS, OTHER) == "TooManyTexts"


def test_the_uses_of_one_request_count_one_after_the_other(ledger: Ledger):
    step = UseQuotas(((GUEST,), (), (GUEST,), (GUEST,)), "a", NOW)
    assert ledger.use_quotas(step) == ("", "", "", "TooManyMessages")


def test_uses_are_forgotten_after_a_day(ledger: Ledger):
    for each in "abc":
        used(ledger, each, TEXTS)
    assert used(ledger, "d", TEXTS, minutes=23 * 60) == "TooManyTexts"
    assert used(ledger, "d", TEXTS, minutes=25 * 60) == ""
