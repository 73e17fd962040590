"""The safeguards of what programs are told, and of their appointments."""

from __future__ import annotations

from tests.bites.bite import Bite

DELIVERY = ("tests/api/test_event_delivery.py",)
STORE, ENDPOINTS = (f"bot/edges/storage/{each}_store.py" for each in ("event", "endpoint"))

EVENTS = (
    Bite(
        "events of one's own meetings",
        STORE,
        "where(_ENDPOINT.program == program, has_valid_key(now))",
        "where(has_valid_key(now))",
        DELIVERY,
    ),
    Bite(
        "events of a program that was cut off",
        ENDPOINTS,
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
        "the earlier secret of an endpoint, for a day",
        ENDPOINTS,
        "return (row.secret, row.secret_before) if has_two else (row.secret,)",
        "return (row.secret,)",
        DELIVERY,
    ),
    Bite(
        "the end of an endpoint's earlier secret",
        ENDPOINTS,
        "has_two = row.secret_until and row.secret_until > now",
        "has_two = row.secret_until",
        DELIVERY,
    ),
    Bite(
        "a repeated order to change a secret",
        ENDPOINTS,
        "is_new = _ENDPOINT.rotation.is_distinct_from(occasion)",
        "is_new = has_one = _ENDPOINT.id != occasion",
        ("tests/api/test_webhooks.py",),
    ),
    Bite(
        "an endpoint that is removed meanwhile",
        "bot/edges/storage/endpoint_store.py",
        "        raise EndpointGone\n    return row\n",
        "        pass\n    return row\n",
        ("tests/api/test_webhooks.py",),
    ),
    Bite(
        "no endpoint has three secrets",
        ENDPOINTS,
        "where(mine, has_one, is_new)",
        "where(mine, is_new)",
        ("tests/api/test_webhooks.py", "tests/api/test_endpoints_commands.py"),
    ),
    Bite(
        "the secret of an endpoint is shown once",
        "bot/edges/web/api/webhook_routes.py",
        "return self._answer(key, webhook_answer(self._found(key, webhook)))",
        "return self._answer(key, RotatedSecretAnswer(secret=self.store.endpoints.add("
        'webhook, key.name, "")[1], earlier_until=""))',
        ("tests/api/test_webhooks.py",),
    ),
    Bite(
        "the certificate of an endpoint's name",
        "bot/edges/outbound_calls.py",
        "            server_hostname=place.host,\n            assert_hostname=place.host,",
        "            server_hostname=place.host,\n            assert_hostname=False,",
        ("tests/edges/test_outbound_address.py",),
    ),
    Bite(
        "the certificate of an endpoint",
        "bot/edges/outbound_calls.py",
        "cert_reqs=ssl.CERT_REQUIRED,",
        "cert_reqs=ssl.CERT_NONE,",
        ("tests/edges/test_outbound_address.py",),
    ),
    Bite(
        "an appointment that was cancelled",
        "bot/edges/web/fhir/fhir_appointments.py",
        "if record.meeting.state is State.CANCELLED and body.status in BOOKED:",
        "if record.meeting.state is State.CANCELLED and not body.status:",
        ("tests/api/test_fhir.py",),
    ),
    Bite(
        "the time zone of an appointment",
        "bot/edges/web/fhir/appointment_bodies.py",
        "Instant = Annotated[Moment, Field(strict=True)]",
        "Instant = Annotated[datetime, Field(strict=True)]",
        ("tests/api/test_fhir.py",),
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
        "found = (each for each in self.store.endpoints.all(key.name) if each.id == webhook)",
        "found = (each for each in self.store.endpoints.all() if each.id == webhook)",
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
