"""The safeguards of requests to experts."""

from __future__ import annotations

from tests.bites.bite import Bite

CLAIMS = ("tests/stories/test_expert_claims.py",)
DOORS_OF_EXPERTS = ("tests/doors/test_expert_doors.py",)
STORE = ("tests/edges/test_expert_store.py",)

EXPERTS = (
    Bite(
        "no host link for who asked",
        "bot/core/domain/meeting_record.py",
        "return not self.meeting.expert_group or self.is_host(person_id)",
        "return True",
        CLAIMS,
    ),
    Bite(
        "no host page for who asked",
        "bot/core/domain/meeting_record.py",
        "return self.hosts if self.meeting.expert_group else self.hosts_to_tell",
        "return self.hosts_to_tell",
        DOORS_OF_EXPERTS,
    ),
    Bite(
        "the page of a former claimer starts nothing",
        "bot/edges/storage/door_lookup.py",
        "wanted = (*is_page, hosts.c.without_link.is_not(True))",
        "wanted = is_page",
        DOORS_OF_EXPERTS,
    ),
    Bite(
        "only a free request is claimed",
        "bot/edges/storage/expert_store.py",
        "return of_request, expert_requests.c.claimed_by.is_(None), ~expert_requests.c.closed",
        "return of_request, ~expert_requests.c.closed",
        STORE,
    ),
    Bite(
        "a closed request is not claimed",
        "bot/edges/storage/expert_store.py",
        "return of_request, expert_requests.c.claimed_by.is_(None), ~expert_requests.c.closed",
        "return of_request, expert_requests.c.claimed_by.is_(None)",
        STORE,
    ),
    Bite(
        "guests' links wait for a host",
        "bot/core/conversations/expert_requests.py",
        "    yield RecordDeliveries(kept.number, tuple(_held_back(recipients)))\n",
        "",
        ("tests/doors/test_expert_interleavings.py", *CLAIMS),
    ),
    Bite(
        "a claim that failed can be tried again",
        "bot/core/conversations/press_decisions.py",
        "(TakeRequest, PassRequest, *REPEATABLE)",
        "REPEATABLE",
        CLAIMS,
    ),
    Bite(
        "what a press says and not its notice",
        "bot/core/conversations/press_decisions.py",
        "if (press.person_id, press.message_id) == (notice.person_id, notice.message_id):",
        "if press:",
        ("tests/stories/test_presses.py",),
    ),
    Bite(
        "cancelling takes the cards back",
        "bot/core/conversations/extend_and_cancel.py",
        "    yield from close_request(off.meeting, request)",
        "",
        ("tests/stories/test_experts.py",),
    ),
    Bite(
        "nothing of a subject or note in discreet mode",
        "bot/core/conversations/expert_tiers.py",
        "    if installation.discreet:\n",
        "    if False:\n",
        CLAIMS,
    ),
    Bite(
        "who has started keeps the request",
        "bot/edges/storage/meeting_hosts.py",
        "    return is_host and not any(each.started for each in found)",
        "    return is_host",
        DOORS_OF_EXPERTS,
    ),
    Bite(
        "who still comes keeps the request",
        "bot/core/conversations/expert_claims.py",
        "    yield ConfirmClaim(claim.number, claim.claim, request.at)\n",
        "",
        DOORS_OF_EXPERTS,
    ),
    Bite(
        "a host link that was given back is removed",
        "bot/core/conversations/expert_returns.py",
        "    yield from _take_host_link_back(back.record, made.claimed_by)\n",
        "",
        CLAIMS,
    ),
    Bite(
        "a claim that was taken back makes no host",
        "bot/edges/storage/expert_store.py",
        "            if not _hold(connection, *mine):\n                return False\n",
        "",
        STORE,
    ),
    Bite(
        "the next are asked once all have left it to others",
        "bot/core/conversations/expert_returns.py",
        "    return asked - {asker} <= set(left)",
        "    return False",
        CLAIMS,
    ),
    Bite(
        "nobody is passed over who hasn't answered",
        "bot/core/conversations/expert_returns.py",
        "    return asked - {asker} <= set(left)",
        "    return True",
        CLAIMS,
    ),
    Bite(
        "one of several conversations asks the next tier",
        "bot/edges/storage/expert_store.py",
        "before = (*_free(step.number), expert_requests.c.step == step.since)",
        "before = _free(step.number)",
        STORE,
    ),
    Bite(
        "a claim is given back once",
        "bot/edges/storage/expert_store.py",
        "return expert_requests.c.number == number, expert_requests.c.claim == claim",
        "return expert_requests.c.number == number, sa.true()",
        STORE,
    ),
    Bite(
        "a moved request sends no guest a link before it is taken",
        "bot/core/conversations/link_renewal.py",
        "if each not in record.awaiting_host]",
        "]",
        CLAIMS,
    ),
    Bite(
        "a request that is over is not taken",
        "bot/core/conversations/expert_claims.py",
        "return None if record.meeting.is_over(request.at) else (made, group, record)",
        "return (made, group, record)",
        ("tests/stories/test_experts.py",),
    ),
    Bite(
        "only people of the group take its requests",
        "bot/core/conversations/expert_claims.py",
        "not group.admits(who.person_id, who.room_id, who.email):",
        "not group:",
        ("tests/stories/test_experts.py",),
    ),
    Bite(
        "figures for leads alone",
        "bot/core/conversations/desk_command.py",
        "if sees_all or any(",
        "if True or any(",
        ("tests/stories/test_desk_figures.py",),
    ),
    Bite(
        "an expert who comes back is the only host",
        "bot/edges/storage/expert_store.py",
        "meeting_hosts.release_expert(connection, step.number, held.claimed_by, name)\n",
        "pass\n",
        ("tests/doors/test_expert_interleavings.py", *STORE),
    ),
)
