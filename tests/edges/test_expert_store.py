"""The database decides who takes a request, and no card outlives it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.core.domain.experts import ExpertCard, ExpertRequest
from bot.core.steps.expert_steps import (
    ClaimExpertRequest,
    ReadExpertRequest,
    RecordExpertCards,
    ReleaseExpertRequest,
    SaveExpertRequest,
)
from bot.edges.storage.ledger import Ledger
from tests.edges.remembered import NOW, on_both

EXPERTS = [f"expert {number}" for number in range(10)]


@on_both
def test_of_ten_experts_who_race_one_takes_each_request(ledger: Ledger):
    store = ledger.experts
    for number in range(1, 11):
        store.save(SaveExpertRequest(ExpertRequest(number, "cardiology", NOW, 2)))

    def claimed(each: tuple[int, str]) -> tuple[int, str]:
        number, who = each
        taken = store.claim(ClaimExpertRequest(number, who, NOW, f"by {who}"))
        assert taken
        return number, taken.claimed_by

    presses = [(number, who) for number in range(1, 11) for who in EXPERTS]
    with ThreadPoolExecutor(10) as pool:
        seen = set(pool.map(claimed, presses))
    assert sorted(number for number, _ in seen) == list(range(1, 11))


@on_both
def test_cards_that_come_after_a_claim_are_not_recorded(ledger: Ledger):
    store, card = ledger.experts, ExpertCard("a message", "a space")
    store.save(SaveExpertRequest(ExpertRequest(1, "cardiology", NOW, 2)))
    assert store.record_cards(RecordExpertCards(1, (card,))) == ()
    taken = store.claim(ClaimExpertRequest(1, "carl", NOW, "a claim"))
    assert taken
    assert taken.cards == (card,)
    another = (ExpertCard("another", "a space"),)
    assert store.record_cards(RecordExpertCards(1, another)) is None


def test_a_request_that_was_given_back_is_free_again(ledger: Ledger):
    store = ledger.experts
    store.save(SaveExpertRequest(ExpertRequest(1, "cardiology", NOW, 2)))
    store.claim(ClaimExpertRequest(1, "carl", NOW, "a claim"))
    store.release(ReleaseExpertRequest(1, "another"))
    held = store.read(ReadExpertRequest(1))
    assert held
    assert held.claimed_by == "carl"
    store.release(ReleaseExpertRequest(1, "a claim"))
    taken = store.claim(ClaimExpertRequest(1, "bob", NOW, "another"))
    assert taken
    assert taken.claimed_by == "bob"
