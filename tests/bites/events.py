"""The safeguards of what programs are told, and of their appointments."""

from __future__ import annotations

from tests.bites.bite import Bite

DELIVERY = ("tests/api/test_event_delivery.py",)
STORE = "bot/edges/storage/event_store.py"

EVENTS = (
    Bite(
        "events of one's own meetings",
        STORE,
        "where(_ENDPOINT.program == program, _has_valid_key(now))",
        "where(_has_valid_key(now))",
        DELIVERY,
    ),
    Bite(
        "events of a program that was cut off",
        STORE,
        "    return api_keys.c.revoked.is_(None), lasts\n",
        "    return (lasts,)\n",
        DELIVERY,
    ),
    Bite(
        "events while an endpoint is off",
        STORE,
        "            if is_new and row.stopped is None:\n",
        "            if is_new and row.stopped is not None:\n",
        DELIVERY,
    ),
    Bite(
        "events on PostgreSQL",
        "bot/edges/storage/statements.py",
        "execution_options(preserve_rowcount=True)",
        "execution_options()",
        ("tests/edges/test_event_store.py",),
    ),
    Bite(
        "a repeated order of a test event",
        STORE,
        "            if is_new and row.stopped is None:\n",
        "            if row.stopped is None:\n",
        ("tests/edges/test_event_store.py",),
    ),
    Bite(
        "a repeated order to send events again",
        STORE,
        "if events := _replayed(connection, endpoint, occasion):",
        "if events := []:",
        ("tests/api/test_webhooks.py",),
    ),
    Bite(
        "the signature of events",
        "bot/edges/delivery/event_calls.py",
        'signed = f"{event}.{at}.".encode() + body',
        'signed = f"{event}.".encode() + body',
        (*DELIVERY, "tests/api/test_event_docs.py"),
    ),
    Bite(
        "the end of attempts",
        "bot/core/conversations/scheduled/event_delivery.py",
        "if answer.is_gone or attempt.nth > len(PAUSES):",
        "if answer.is_gone:",
        ("tests/api/test_event_types.py",),
    ),
    Bite(
        "webhooks of one's own",
        "bot/edges/web/api/webhook_routes.py",
        "found = (each for each in self.store.all(key.name) if each.id == webhook)",
        "found = (each for each in self.store.all() if each.id == webhook)",
        ("tests/api/test_webhooks.py",),
    ),
    Bite(
        "appointments of one's own",
        "bot/edges/storage/api_meeting_store.py",
        "mine = (api_meetings.c.program == program, api_meetings.c.reference == reference)",
        "mine = (api_meetings.c.reference == reference,)",
        ("tests/api/test_fhir.py",),
    ),
    Bite(
        "an appointment's host",
        "bot/edges/web/fhir/fhir_appointments.py",
        "if address_key(wanted.host) != address_key(meeting.host):",
        "if not wanted.host:",
        ("tests/api/test_fhir.py",),
    ),
)
