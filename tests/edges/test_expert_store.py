"""The database decides who takes a request, and no card outlives it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.core.domain.group_requests import ExpertCard, ExpertRequest
from bot.core.domain.guests import Guest
from bot.core.steps.expert_steps import (
    AdvanceExpertRequest,
    ClaimExpertRequest,
    CloseExpertRequest,
    HasNotStarted,
    LeaveToOthers,
    MakeExpertHost,
    ReadExpertRequest,
    RecordExpertCards,
    ReleaseExpertRequest,
    SaveExpertRequest,
)
from bot.edges.storage.ledger import Ledger
from tests.edges.remembered import NOW, held, on_both, remembered

CARL = Guest("carl", "carl@example.com", "Carl")
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


def test_a_claim_that_was_taken_back_makes_no_host(ledger: Ledger):
    store, number = ledger.experts, remembered(ledger, expert_group="cardiology").number
    store.save(SaveExpertRequest(ExpertRequest(number, "cardiology", NOW, 2)))
    store.claim(ClaimExpertRequest(number, "carl", NOW, "a claim"))
    assert store.release(ReleaseExpertRequest(number, "a claim", True))
    assert not store.make_host(MakeExpertHost(number, "a claim", CARL))
    assert not store.has_not_started(HasNotStarted(number, "carl"))
    store.claim(ClaimExpertRequest(number, "carl", NOW, "a second claim"))
    assert store.make_host(MakeExpertHost(number, "a second claim", CARL))
    assert store.has_not_started(HasNotStarted(number, "carl"))
    assert not store.release(ReleaseExpertRequest(number, "another", True))
    assert held(ledger, number).meeting.host_called == "Carl"


def test_each_step_may_be_repeated_after_a_crash(ledger: Ledger):
    store, number = ledger.experts, remembered(ledger, expert_group="cardiology").number
    store.save(SaveExpertRequest(ExpertRequest(number, "cardiology", NOW, 2)))
    going_on = AdvanceExpertRequest(number, 0, 1, NOW, "one")
    assert store.advance(going_on)
    assert store.advance(going_on)
    assert not store.advance(AdvanceExpertRequest(number, 0, 1, NOW, "another"))
    store.claim(ClaimExpertRequest(number, "carl", NOW, "a claim"))
    assert not store.advance(AdvanceExpertRequest(number, 1, 2, NOW, "one"))
    giving_back = ReleaseExpertRequest(number, "a claim", True, "a note")
    assert store.release(giving_back)
    assert store.release(giving_back)
    found = store.read(ReadExpertRequest(number))
    assert found
    assert (found.note, found.is_free) == ("a note", True)


@on_both
def test_a_closed_request_is_not_claimed(ledger: Ledger):
    store, card = ledger.experts, ExpertCard("a message", "a space")
    store.save(SaveExpertRequest(ExpertRequest(1, "cardiology", NOW, 2)))
    store.record_cards(RecordExpertCards(1, (card,)))
    closed = store.close(CloseExpertRequest(1))
    assert closed
    assert closed.cards == (card,)
    taken = store.claim(ClaimExpertRequest(1, "carl", NOW, "a claim"))
    assert taken
    assert taken.claimed_by == ""
    assert store.record_cards(RecordExpertCards(1, (card,))) is None


def test_who_left_it_to_others_counts_for_one_step(ledger: Ledger):
    store = ledger.experts
    store.save(SaveExpertRequest(ExpertRequest(1, "cardiology", NOW, 2)))
    assert store.leave(LeaveToOthers(1, 0, "carl")) == ("carl",)
    assert store.leave(LeaveToOthers(1, 0, "carl")) == ("carl",)
    assert store.leave(LeaveToOthers(1, 0, "bob")) == ("bob", "carl")
    assert store.leave(LeaveToOthers(1, 1, "bob")) == ("bob",)
