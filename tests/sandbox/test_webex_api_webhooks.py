"""Notices that the sandbox sends, received by a real server on loopback."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from webexpythonsdk import ApiError

from bot.sandbox.webex.model import Draft
from bot.sandbox.webex.webhooks_out import WebhooksOut
from bot.sandbox.webex.world import World
from bot.sandbox.wsgi_thread import Server
from tests.sandbox.test_webex_api import CARD, mention, room_id

SECRET = "a secret of the sandbox"


@dataclass
class Receiver:
    """Takes notices, and answers with the statuses that it was given, then with 204."""

    statuses: list[int] = field(default_factory=list)
    taken: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""

    def __call__(self, environ, start_response):
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        headers = {name: value for name, value in environ.items() if name.startswith("HTTP_X_")}
        self.taken.append((headers, body))
        status = self.statuses.pop(0) if self.statuses else 204
        start_response(f"{status} Said", [("Content-Length", "0")])
        return [b""]

    @property
    def notices(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.taken]

    def kinds(self) -> list[str]:
        return [f"{one['resource']}:{one['event']}" for one in self.notices]


@pytest.fixture(scope="module")
def receiving() -> Iterator[tuple[Server, dict[str, Receiver]]]:
    now: dict[str, Receiver] = {}

    def serve(environ, start_response):
        return now["receiver"](environ, start_response)

    with Server(serve, threads=16) as server:
        yield server, now


@pytest.fixture
def receiver(receiving) -> Receiver:
    server, now = receiving
    now["receiver"] = Receiver(url=f"{server.url}/webhook")
    return now["receiver"]


@pytest.fixture
def out(world: World) -> Iterator[WebhooksOut]:
    with WebhooksOut(world, workers=8, retry_delays=(0, 0)) as out:
        yield out


@pytest.fixture
def watch(bot, receiver, out):
    def watching(resource: str = "messages", event: str = "created", api=bot, **options):
        asked = {"targetUrl": receiver.url, "resource": resource, "event": event, **options}
        return api.webhooks.create(name="test", **asked)

    return watching


def told(world: World, count: int = 1) -> None:
    """Wait until so many notices were answered well."""
    world.wait_for(lambda: len([1 for one in world.deliveries if one.status == 204]) >= count)


def test_a_mention_in_a_group_reaches_the_bot_without_its_words(watch, world, erin, bot, receiver):
    hook = watch()
    said = erin.messages.create(room_id(erin, "Support"), markdown=f"{mention(bot)} meet")
    told(world)
    (notice,) = receiver.notices
    me = bot.people.me()
    assert notice["data"] == {
        "id": said.id,
        "roomId": said.roomId,
        "roomType": "group",
        "personId": said.personId,
        "personEmail": "erin@example.com",
        "mentionedPeople": [me.id],
        "created": said.json_data["created"],
    }
    assert (notice["id"], notice["actorId"]) == (hook.id, said.personId)
    assert (notice["createdBy"], notice["orgId"]) == (me.id, me.orgId)
    assert (notice["status"], notice["ownedBy"]) == ("active", "creator")
    assert "secret" not in notice


def test_both_signatures_prove_the_bytes_that_came(watch, world, erin, receiver):
    watch(secret=SECRET)
    erin.messages.create(toPersonEmail="connect@webex.bot", text="meet")
    told(world)
    ((headers, body),) = receiver.taken

    def digest(kind) -> str:
        return hmac.new(SECRET.encode(), body, kind).hexdigest()

    assert headers == {
        "HTTP_X_SPARK_SIGNATURE": digest(hashlib.sha1),
        "HTTP_X_WEBEX_SIGNATURE": (
            f"SHA-256={digest(hashlib.sha256)}, SHA-512={digest(hashlib.sha512)}"
        ),
    }


def test_without_a_secret_nothing_is_signed(watch, world, erin, receiver):
    watch()
    erin.messages.create(toPersonEmail="connect@webex.bot", text="meet")
    told(world)
    assert receiver.taken[0][0] == {}


def test_the_bot_hears_all_of_a_direct_room_and_itself_but_not_what_others_say(
    watch, world, erin, bot, receiver
):
    watch()
    erin.messages.create(room_id(erin, "Support"), text="between us")
    erin.messages.create(toPersonEmail="connect@webex.bot", text="meet")
    told(world, 1)
    bot.messages.create(toPersonEmail="erin@example.com", text="here you are")
    told(world, 2)
    names = [one["data"]["personEmail"] for one in receiver.notices]
    assert names == ["erin@example.com", "connect@webex.bot"]


def test_joining_leaving_deleting_and_pressing_send_notices(watch, world, erin, bot, receiver):
    for resource, event in [
        ("memberships", "created"),
        ("memberships", "deleted"),
        ("messages", "deleted"),
        ("attachmentActions", "created"),
    ]:
        watch(resource, event)
    people = world.named("Erin Expert"), world.named("Connect Bot"), world.titled("Front desk")
    joined = world.join(people[2], people[1], people[0])
    told(world, 1)
    message = world.post(people[1], people[2], Draft(text="x", cards=(CARD,)))
    world.submit(people[0], message, {"secret": "not told"})
    told(world, 2)
    world.delete(message, people[1])
    told(world, 3)
    world.leave(joined, people[0])
    told(world, 4)
    assert receiver.kinds() == [
        "memberships:created",
        "attachmentActions:created",
        "messages:deleted",
        "memberships:deleted",
    ]
    assert receiver.notices[0]["data"]["personId"] == people[1].id
    assert receiver.notices[0]["actorId"] == people[0].id
    assert "inputs" not in receiver.notices[1]["data"]


def test_everything_is_all_but_cards(watch, world, receiver):
    hook = watch()
    # the guide has "all", Cisco's description has not
    world.keep_webhook(replace(world.webhooks[hook.id], resource="all", event="all"))
    bot, erin = world.named("Connect Bot"), world.named("Erin Expert")
    message = world.post(bot, world.direct(bot, erin), Draft(text="x", cards=(CARD,)))
    world.submit(erin, message, {})
    world.delete(message, bot)
    told(world, 5)
    assert sorted(receiver.kinds()) == [
        "memberships:created",
        "memberships:created",
        "messages:created",
        "messages:deleted",
        "rooms:created",
    ]


def test_only_the_cards_author_is_notified_of_a_press(watch, world, erin, bot, receiver):
    mine = watch("attachmentActions", "created")
    watch("attachmentActions", "created", api=erin)
    card = world.post(
        world.named("Connect Bot"), world.titled("Support"), Draft(text="x", cards=(CARD,))
    )
    world.submit(world.named("Carl Colleague"), card, {})
    watch()
    erin.messages.create(toPersonEmail="connect@webex.bot", text="the end")
    told(world, 2)
    assert [one["id"] for one in receiver.notices if "messageId" in one["data"]] == [mine.id]


def test_a_notice_describes_the_state_at_that_moment(watch, world, receiver):
    watch("attachmentActions", "created")
    watch()
    bot, erin = world.named("Connect Bot"), world.named("Erin Expert")
    with world.lock:
        card = world.post(bot, world.direct(bot, erin), Draft(text="x", cards=(CARD,)))
        world.submit(erin, card, {})
        world.delete(card, bot)
    told(world, 2)
    assert sorted(receiver.kinds()) == ["attachmentActions:created", "messages:created"]


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("roomType=group", 1),
        ("roomType=direct", 1),
        ("mentionedPeople=me", 1),
        ("personEmail=erin@example.com", 2),
        ("personEmail=erin@example.com&roomType=group", 1),
        ("personEmail=bob@example.com", 0),
    ],
)
def test_a_filter_lets_only_its_own_through(watch, world, receiver, condition, count):
    hook = watch(filter=condition)
    watch("messages", "deleted")
    bot, erin = world.named("Connect Bot"), world.named("Erin Expert")
    world.say(erin, world.titled("Support"), f"<@personId:{bot.id}> one")
    last = world.say(erin, world.direct(erin, bot), "two")
    world.delete(last, erin)  # marks the end
    told(world, count + 1)
    assert [one["id"] for one in receiver.notices].count(hook.id) == count


def test_a_notice_that_fails_is_sent_again(watch, world, erin, receiver):
    watch()
    receiver.statuses = [500, 302]
    erin.messages.create(toPersonEmail="connect@webex.bot", text="x")
    told(world)
    assert [one.status for one in world.deliveries] == [500, 302, 204]
    assert len({body for _, body in receiver.taken}) == 1


def test_a_notice_is_given_up_after_its_attempts(watch, world, erin, receiver):
    watch()
    receiver.statuses = [500] * 3
    erin.messages.create(toPersonEmail="connect@webex.bot", text="x")
    world.wait_for(lambda: len(world.deliveries) == 3)
    erin.messages.create(toPersonEmail="connect@webex.bot", text="y")
    told(world)
    assert [one.status for one in world.deliveries] == [500, 500, 500, 204]


def test_an_unreachable_target_is_a_failure_without_a_status(watch, world, erin):
    watch(targetUrl="http://127.0.0.1:9/")
    erin.messages.create(toPersonEmail="connect@webex.bot", text="x")
    world.wait_for(lambda: len(world.deliveries) == 3)
    assert {one.status for one in world.deliveries} == {None}


def test_a_hundred_failures_in_five_minutes_disable_a_webhook_until_it_is_revived(
    watch, world, erin, bot, receiver
):
    time = [datetime(2026, 3, 2, tzinfo=UTC)]
    world.clock = lambda: time[0]
    hook = watch()
    fail(world, erin, receiver, 99)
    assert bot.webhooks.get(hook.id).status == "active"
    fail(world, erin, receiver, 1)
    world.wait_for(lambda: not world.webhooks[hook.id].active)
    revive(bot, hook)
    fail(world, erin, receiver, 1)  # still within five minutes: the first failure is enough
    world.wait_for(lambda: not world.webhooks[hook.id].active)
    time[0] += timedelta(minutes=6)
    revive(bot, hook)
    fail(world, erin, receiver, 1)
    assert bot.webhooks.get(hook.id).status == "active"


def fail(world: World, erin, receiver: Receiver, times: int) -> None:
    """Let so many deliveries fail, each message's attempts one after the other."""
    for _ in range(times // 3 or 1):
        left = min(times, 3)
        receiver.statuses = [500] * left
        before = len(world.deliveries)
        erin.messages.create(toPersonEmail="connect@webex.bot", text="x")
        world.wait_for(lambda count=before + left: len(world.deliveries) >= count)


def revive(bot, hook) -> None:
    bot.webhooks.update(hook.id, name="n", targetUrl=hook.targetUrl, status="active")


def test_a_burst_of_500_sends_each_notice_once(watch, world, receiver):
    watch()
    bot, erin = world.named("Connect Bot"), world.named("Erin Expert")
    space = world.direct(erin, bot)
    said = {world.say(erin, space, str(number)).id for number in range(500)}
    told(world, 500)
    assert sorted(one["data"]["id"] for one in receiver.notices) == sorted(said)


def test_a_webhook_that_was_removed_hears_nothing(watch, world, erin, bot, receiver):
    bot.webhooks.delete(watch().id)
    watch("messages", "deleted")
    erin.messages.delete(erin.messages.create(toPersonEmail="connect@webex.bot", text="x").id)
    told(world)
    assert receiver.kinds() == ["messages:deleted"]


def test_everybody_in_a_deleted_room_is_told(watch, world, erin, bot, receiver):
    watch("memberships", "deleted")
    room = erin.rooms.create("Plans")
    erin.memberships.create(room.id, personEmail="connect@webex.bot")
    erin.rooms.delete(room.id)
    told(world, 2)
    gone = {one["data"]["personEmail"] for one in receiver.notices}
    assert gone == {"erin@example.com", "connect@webex.bot"}


def test_a_webhook_of_the_organization_hears_of_all_its_rooms(watch, world, erin, sdk, receiver):
    watch(api=erin, ownedBy="org")
    said = sdk("bob").messages.create(toPersonEmail="carl@example.com", text="between us")
    told(world)
    (notice,) = receiver.notices
    assert (notice["data"]["id"], notice["ownedBy"]) == (said.id, "org")


def test_only_an_administrator_registers_a_webhook_of_the_organization(watch):
    with pytest.raises(ApiError, match="403"):
        watch(ownedBy="org")
