"""Programs are told what happens to their meetings, and to no others."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest
import requests
from structlog.testing import capture_logs

from bot.core.conversations.scheduled import event_delivery
from bot.core.domain.program_events import EventEndpoint, EventType, ProgramEvent
from bot.core.steps.event_steps import CallEndpoint, PublishEvents
from bot.edges.delivery.event_calls import EventCalls
from bot.edges.outbound_calls import OutboundCalls
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.storage.event_store import EventStore
from bot.process.app import events_of
from tests.api.conftest import YEAR
from tests.doors.visitors import token_of
from tests.engine.databases import wait_until
from tests.event_receiver import EventReceiver, receiving_events
from tests.stories.real import RealStage, Town

HOST = "erin@example.com"
SECOND = timedelta(seconds=1)


@pytest.fixture
def store(town: Town) -> EventStore:
    return events_of(town.bot, town.bot.receiving)


@pytest.fixture
def stage(town: Town) -> RealStage:
    return RealStage(town)


class Told:
    """A program of its own, with a receiver of its events."""

    def __init__(self, town: Town, keys: ApiKeyStore, store: EventStore, server: EventReceiver):
        self.name = f"p{uuid.uuid4().hex[:12]}"
        self.key = keys.new(self.name, ["meetings"], YEAR, per_minute=10_000)
        self._base, self._store, self.server = f"{town.receiver}/v1/meetings", store, server
        self._wake = town.wake
        self.endpoint = self.listens()

    def listens(self, *types: str, contact: str = "") -> EventEndpoint:
        """Add an endpoint."""
        name = uuid.uuid4().hex[:16]
        added, self.server.secret = self._store.endpoints.add(
            name, self.name, self.server.url, types, contact
        )
        return added

    def asks(self, method: str, path: str = "", body: object = None) -> requests.Response:
        headers = {"Authorization": f"Bearer {self.key}", "Idempotency-Key": uuid.uuid4().hex}
        url = self._base + path
        return requests.request(method, url, headers=headers, json=body, timeout=15)

    def makes(self, **body: object) -> dict[str, object]:
        made = self.asks("POST", "", {"host": HOST, **body})
        assert made.status_code == 201, made.text
        return made.json()

    def hears(self, type_: str, times: int = 1) -> list[dict[str, object]]:
        self.waits(lambda: len(self.server.of(type_)) >= times)
        return self.server.of(type_)

    def waits(self, happened: Callable[[], object]) -> None:
        """Wait until something happens, while the engine looks for what is to be done."""

        def looked() -> object:
            self._wake()
            return happened()

        wait_until(looked)


@pytest.fixture
def program(town: Town, keys: ApiKeyStore, store: EventStore) -> Iterator[Told]:
    with receiving_events() as server:
        yield Told(town, keys, store, server)


def test_a_program_is_told_of_its_meeting(program: Told):
    made = program.makes(guests=[{"email": "alice@x.com"}, {"email": "bob@x.com"}])
    number, path = made["id"], f"/{made['id']}"
    assert program.hears("meeting.created") == [{"meeting": number}]
    invited = program.hears("guest.invited", 2)
    guests = {each["email"]: each["id"] for each in program.asks("GET", path).json()["guests"]}
    assert {each["guest"] for each in invited} == {*guests.values()}
    assert {each["reached"] for each in invited} == {True}
    later = datetime.now(UTC) + timedelta(days=1)
    program.asks("PATCH", path, {"opens": later.isoformat()})
    assert program.hears("meeting.moved") == [{"meeting": number}]
    program.asks("PATCH", path, {"minutes": 90})
    program.hears("meeting.moved", 2)
    program.asks("POST", f"{path}/guests", {"guests": [{"email": "carl@x.com"}]})
    assert program.hears("guest.invited", 3)[2]["meeting"] == number
    program.asks("DELETE", path)
    assert program.hears("meeting.cancelled") == [{"meeting": number}]
    assert len(set(program.server.ids)) == len(program.server.ids) == 7


def test_what_a_host_does_in_a_chat_is_told_too(program: Told, stage: RealStage):
    number = program.makes()["id"]
    with stage.unwatched():
        stage.hears("erin", f"cancel #{number}")
    program.hears("meeting.cancelled")


def test_a_program_is_told_what_happens_at_the_door(
    program: Told, town: Town, stage: RealStage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(town.bot, "doors_at", "https://door.example")
    made = program.makes(guests=[{"email": "alice@x.com"}], lobby=True, guest_links=1)
    wait_until(lambda: program.asks("GET", f"/{made['id']}").json()["guests"])
    [guest] = program.asks("GET", f"/{made['id']}").json()["guests"]
    wait_until(lambda: stage.told("alice@x.com"))
    stage.doors.press(token_of(stage.told("alice@x.com")[-1].link))
    assert program.hears("guest.here") == [{"meeting": made["id"], "guest": guest["id"]}]
    with stage.unwatched():
        stage.hears("erin", f"let in all of #{made['id']}")
    assert program.hears("guest.admitted") == [{"meeting": made["id"], "guest": guest["id"]}]
    stage.doors.press(token_of(made["links"]["guests"][0]))
    assert program.hears("guest.here", 2)[1] == {"meeting": made["id"]}


def test_no_program_is_told_of_another_s_meeting(
    program: Told, town: Town, keys: ApiKeyStore, store: EventStore, stage: RealStage
):
    with receiving_events() as elsewhere:
        other = Told(town, keys, store, elsewhere)
        other.makes(guests=[{"email": "alice@x.com"}])
        other.hears("guest.invited")
        with stage.unwatched():
            stage.hears("erin", "meet bob@x.com")
        store.send_test(program.endpoint, "at last")
        program.hears("test")
        assert [each["type"] for each in program.server.events] == ["test"]


def test_only_what_was_asked_for_is_told(program: Told):
    program.listens("meeting.cancelled")
    program.server.secret, both = "", program.server
    with receiving_events() as server:
        program.server = server
        program.listens("meeting.cancelled")
        number = program.makes()["id"]
        program.asks("DELETE", f"/{number}")
        program.hears("meeting.cancelled")
        assert [each["type"] for each in server.events] == ["meeting.cancelled"]
    assert both.events == []


def test_nothing_that_is_told_names_anybody(program: Told):
    with capture_logs() as logs:
        program.makes(guests=[{"email": "alice@x.com", "name": "Alice"}], topic="secret")
        program.hears("guest.invited")
    for said in (*program.server.texts, str(logs)):
        for private in ("alice", "erin", "secret", "http", program.server.secret):
            assert private not in said.casefold()


def test_a_refused_event_is_sent_again(
    program: Told, store: EventStore, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(event_delivery, "PAUSES", (timedelta(0),) * 3)
    program.server.status = 500
    event = store.send_test(program.endpoint, "again")
    program.waits(lambda: len(program.server.ids) == 2)
    program.server.status = 204
    program.waits(lambda: store.deliveries(program.endpoint, 1)[0].delivered)
    assert program.server.ids == [event] * 3
    [delivery] = store.deliveries(program.endpoint, 5)
    assert (delivery.attempts, delivery.status, delivery.type) == (3, 204, EventType.TEST)


def test_after_the_last_attempt_the_contact_is_told_and_nothing_is_lost(
    program: Told, store: EventStore, stage: RealStage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(event_delivery, "PAUSES", ())
    program.server.status = 500
    store.endpoints.delete(program.endpoint)
    endpoint = program.listens(contact="erin@example.com")
    before = len(stage.told("erin"))
    event = store.send_test(endpoint, "off")
    program.waits(lambda: len(stage.told("erin")) > before)
    assert f"{program.name} no longer gets events" in stage.told("erin")[-1].text
    [stopped] = store.endpoints.all(program.name)
    assert stopped.stopped
    program.server.status = 204
    number = program.makes()["id"]
    program.waits(lambda: len(store.deliveries(endpoint, 5)) == 2)
    assert program.server.ids == [event]
    store.endpoints.change(endpoint)
    orders = [store.replay(endpoint, "everything") for _ in range(2)]
    assert [sorted(each) for each in orders] == [sorted(orders[0])] * 2
    assert len(orders[0]) == 2
    assert program.hears("meeting.created") == [{"meeting": number}]
    program.waits(lambda: program.server.ids.count(event) == 2)


def test_a_program_that_is_gone_is_left_alone(program: Told, store: EventStore):
    program.server.status = 410
    store.send_test(program.endpoint, "gone")
    program.waits(lambda: store.endpoints.all(program.name)[0].stopped)
    assert len(program.server.ids) == 1


def test_two_secrets_sign_while_one_is_changed(program: Told, store: EventStore):
    before, endpoint = program.server.secret, program.endpoint
    after, until = store.endpoints.rotate_secret(endpoint, "change")
    assert until - store.clock() <= timedelta(hours=24)
    for secret in (before, after):
        program.server.secret = secret
        store.send_test(endpoint, secret)
        program.waits(lambda: store.deliveries(endpoint, 1)[0].delivered)
    program.server.status = 503
    event = store.send_test(endpoint, "later")
    program.waits(lambda: store.deliveries(endpoint, 1)[0].attempts)
    calls = OutboundCalls((ip_network("127.0.0.1/32"),))
    statuses = []
    for moment, secret in ((until - SECOND, before), (until, before), (until, after)):
        program.server.secret = secret
        then = EventCalls(replace(store, clock=lambda: moment), calls)  # noqa: B023 - called below
        statuses.append(then.send(CallEndpoint(endpoint.id, event)).status)
    assert statuses == [503, 400, 503]  # 400 is for a wrong signature


def test_a_redirect_is_a_failure(program: Told, store: EventStore):
    with receiving_events() as elsewhere:
        program.server.status, program.server.headers = 307, {"Location": elsewhere.url}
        store.send_test(program.endpoint, "moved")
        program.waits(lambda: store.deliveries(program.endpoint, 1)[0].status == 307)
        assert elsewhere.ids == []
    assert store.deliveries(program.endpoint, 1)[0].delivered is None


def test_a_program_whose_keys_were_revoked_is_told_nothing(
    program: Told, store: EventStore, keys: ApiKeyStore
):
    store.send_test(program.endpoint, "before")
    program.hears("test")
    [event] = program.server.ids
    keys.revoke(program.name)
    assert store.replay(program.endpoint, "again", event) == [event]
    assert store.to_send(program.endpoint.id, event) is None
    happened = ProgramEvent(EventType.MEETING_ENDED, store.clock(), "late", 1)
    store.publish(PublishEvents(program.name, (happened,)))
    assert len(store.deliveries(program.endpoint, 5)) == 1


def test_an_event_is_told_once_however_often_it_is_published(program: Told, store: EventStore):
    happened = ProgramEvent(EventType.MEETING_ENDED, store.clock(), "once", 1)
    for _ in range(2):
        store.publish(PublishEvents(program.name, (happened,)))
        program.hears("meeting.ended")
    store.send_test(program.endpoint, "at last")
    program.hears("test")
    assert len(program.server.ids) == 2
