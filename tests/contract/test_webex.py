"""Webex through Cisco's SDK, against the sandbox over HTTP: our requests, and what failures mean.

These hold for both names of the SDK; see `tests.sdks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from flask import Flask

from bot.core.domain.errors import NotFound, Passing, Refused, TokenRefused, Trouble, Unintelligible
from bot.core.domain.links import GuestLink, HostLink
from bot.core.incoming.notices import REGISTERED
from bot.core.steps.people_steps import ReadColleagues
from bot.core.steps.webex_steps import DirectChat, ReadMembership, ReadMessage, Say, Space, TellHost
from bot.core.wording.texts import LINK, HostText, Text
from bot.edges.performer import Performer, Services
from bot.edges.storage.ledger import Ledger
from bot.edges.web.receiver import PATH
from bot.edges.webex import api as edge
from bot.edges.webex.api import Webex
from bot.edges.webex.webhook_sync import Synced, remove, sync
from bot.sandbox.webex import ids
from bot.sandbox.webex.faults import (
    Fault,
    Html200,
    Locked423,
    NotFoundYet,
    RateLimited,
    RefuseDirect,
    Reset,
    ServerError,
    Silence,
    Truncated,
    Unauthorized,
)
from bot.sandbox.webex.model import Draft
from bot.sandbox.webex.webex_api import create_api
from bot.sandbox.webex.world import World, small_world
from bot.sandbox.wsgi_thread import Server
from tests.current import Current

TOKEN = "sandbox-token-bot"
TEXT = Text("**Hello**")


@pytest.fixture(scope="module")
def current() -> Current:
    return Current()


@pytest.fixture(scope="module")
def server(current: Current) -> Iterator[Server]:
    app = Flask("sandbox")
    app.register_blueprint(create_api(current))
    # It keeps four connections a thread, and those of each test stay open until they are forgotten.
    with Server(app, threads=32) as server:
        yield server


@pytest.fixture
def world(current: Current) -> Iterator[World]:
    world = small_world()
    current.let_in(world)
    yield world
    world.close()


@pytest.fixture
def webex(world: World, server: Server) -> Webex:
    return Webex(TOKEN, f"{server.url}/v1/", 4)


def bot_in(world: World):
    return world.named("Connect Bot")


def asked(world: World, words: str = "meet alice@x.com", **more: str):
    space, erin = world.titled("Support"), world.named("Erin Expert")
    return world.say(erin, space, f"<@personId:{bot_in(world).id}|Connect> {words}", **more)


def trouble_with(webex: Webex, message_id: str = "none") -> Trouble:
    with pytest.raises(Trouble) as trouble:
        webex.read_message(ReadMessage(message_id))
    return trouble.value


def say(webex: Webex, *places: Space | DirectChat) -> int:
    """Say something as the bot does, and return which place took it."""
    services = Services(webex, None, Ledger(None), print)
    return Performer(services).perform(Say(TEXT, places)).place


def test_the_bot_knows_who_it_is(world: World, webex: Webex):
    me, bot = webex.whoami(), bot_in(world)
    assert (me.id, me.email, me.name) == (bot.id, "connect@webex.bot", "Connect Bot")


def test_a_message_in_a_space_is_read(world: World, webex: Webex):
    said = asked(world)
    message = webex.read_message(ReadMessage(said.id))
    assert (message.id, message.room_id, message.direct) == (said.id, said.space_id, False)
    assert (message.person_id, message.email) == (said.author_id, "erin@example.com")
    assert "spark-mention" in (message.html or "")
    assert message.text == "Connect meet alice@x.com"
    assert message.parent_id is None


def test_a_message_in_a_thread_names_its_root(world: World, webex: Webex):
    root = asked(world)
    reply = asked(world, parent_id=root.id)
    assert webex.read_message(ReadMessage(reply.id)).parent_id == root.id


def test_a_plain_message_in_private_has_no_html(world: World, webex: Webex):
    erin = world.named("Erin Expert")
    said = world.post(erin, world.direct(erin, bot_in(world)), Draft(text="meet"))
    message = webex.read_message(ReadMessage(said.id))
    assert (message.direct, message.text, message.html) == (True, "meet", None)


def test_a_message_of_a_file_alone_has_no_text(world: World, webex: Webex):
    erin = world.named("Erin Expert")
    content = world.add_content("a.txt", "text/plain", b"a")
    said = world.post(erin, world.direct(erin, bot_in(world)), Draft(files=(content.id,)))
    assert webex.read_message(ReadMessage(said.id)).text == ""


def test_the_repr_of_a_message_has_no_text(world: World, webex: Webex):
    shown = repr(webex.read_message(ReadMessage(asked(world).id)))
    assert "alice" not in shown
    assert "erin@" not in shown


def test_a_membership_is_read(world: World, webex: Webex):
    bot, space = bot_in(world), world.titled("Support")
    place = next(one for one in world.memberships_in(space) if one.person_id == bot.id)
    found = webex.read_membership(ReadMembership(place.id))
    assert (found.room_id, found.person_id, found.direct) == (space.id, bot.id, False)


def test_the_people_of_a_space_are_read_unless_they_are_many(
    world: World, webex: Webex, monkeypatch: pytest.MonkeyPatch
):
    space, carl = world.titled("Support"), world.named("Carl Colleague")
    found = webex.read_colleagues(ReadColleagues(space.id))
    assert {each.email for each in found} == {
        f"{who}@example.com" for who in ("erin", "carl", "bob")
    }
    assert (carl.id, carl.name) in {(each.person_id, each.name) for each in found}
    monkeypatch.setattr(edge, "COLLEAGUES", 3)  # and a bot
    assert webex.read_colleagues(ReadColleagues(space.id)) == ()


def test_a_message_is_posted_in_every_kind_of_place(world: World, webex: Webex):
    said, alice = asked(world), world.named("Alice Customer")
    space = world.titled("Support")
    for place in (
        Space(space.id),
        Space(space.id, said.id),
        DirectChat(alice.id),
        DirectChat(email="alice@x.com"),
        DirectChat(email="nobody.yet@y.org"),
    ):
        posted = webex.say(place, Say(TEXT, (place,)))
        assert world.messages[posted.message_id].html == "<p><strong>Hello</strong></p>"
    parents = [one.parent_id for one in world.messages_in(space, bot_in(world))]
    assert parents == ["", "", said.id]
    assert len(world.messages_in(world.direct(alice, bot_in(world)), alice)) == 2


def test_a_message_is_marked_only_where_it_can_be_looked_for(world: World, webex: Webex):
    mark, rows = "\u200b" * 20, Text("**Guests**\n\n- Alice\n- Bob")
    html = []
    for place in (Space(world.titled("Support").id), DirectChat(email="alice@x.com")):
        posted = webex.say(place, Say(rows, (place,), mark=mark))
        html.append(world.messages[posted.message_id].html)
    in_space, in_direct_chat = html
    assert mark not in in_space
    assert in_direct_chat == in_space.replace("Bob</li>", f"Bob {mark}</li>")


def test_the_host_link_goes_to_the_direct_chat(world: World, webex: Webex):
    erin = world.named("Erin Expert")
    text = HostText(f"Open {LINK}", HostLink("https://host.example/x"))
    posted = webex.tell_host(TellHost(text, erin.id))
    message = world.messages[posted.message_id]
    assert message.space_id == world.direct(erin, bot_in(world)).id
    assert message.text == "Open https://host.example/x"


def test_the_first_place_that_takes_it_gets_it(world: World, webex: Webex):
    said, erin = asked(world), world.named("Erin Expert")
    space = world.titled("Support")
    places = (Space(space.id, said.id), Space(space.id), DirectChat(erin.id))
    assert say(webex, *places) == 0
    world.delete(said, erin)
    assert say(webex, *places) == 1
    locked = world.create_space(erin, "News", locked=True, announcement_only=True)
    world.join(locked, bot_in(world), erin)
    assert say(webex, Space(locked.id, said.id), Space(locked.id), DirectChat(erin.id)) == 2


def test_a_message_that_no_place_accepts_is_refused(world: World, webex: Webex):
    world.faults = [RefuseDirect(email="alice@x.com", times=None)]
    with pytest.raises(Refused):
        say(webex, DirectChat(email="alice@x.com"))


def test_a_passing_outage_does_not_move_a_message_to_another_place(world: World, webex: Webex):
    world.faults = [ServerError(503)]
    with pytest.raises(Passing):
        say(webex, DirectChat(email="alice@x.com"), DirectChat(email="bob@example.com"))


def test_a_message_that_is_too_long_is_refused(world: World, webex: Webex):
    with pytest.raises(Refused):
        webex.say(DirectChat(email="alice@x.com"), Say(Text("x" * 7440), ()))
    webex.say(DirectChat(email="alice@x.com"), Say(Text("é" * 3719), ()))


FAULTS: list[tuple[Fault, type[Trouble]]] = [
    (RateLimited(30), Passing),
    (Locked423(), Passing),
    *[(ServerError(status), Passing) for status in (500, 502, 503, 504)],
    (Reset(), Passing),
    (Truncated(), Passing),
    (NotFoundYet(), NotFound),
    (Unauthorized(), TokenRefused),
    (Html200(), Unintelligible),
]


@pytest.mark.parametrize(("fault", "kind"), FAULTS, ids=lambda one: str(one)[:30])
def test_every_fault_means_its_own_trouble(
    world: World, webex: Webex, fault: Fault, kind: type[Trouble]
):
    said = asked(world)
    world.faults = [fault]
    assert type(trouble_with(webex, said.id)) is kind
    assert webex.read_message(ReadMessage(said.id)).id == said.id  # the next call is served


def test_a_timeout_is_a_passing_outage(world: World, webex: Webex, server: Server, monkeypatch):
    monkeypatch.setattr(edge, "TIMEOUT", 1)
    impatient = Webex(TOKEN, f"{server.url}/v1/", 1)
    world.faults = [Silence(2)]
    assert type(trouble_with(impatient)) is Passing


def test_an_unreachable_server_is_a_passing_outage():
    assert type(trouble_with(Webex(TOKEN, "http://127.0.0.1:9/v1/", 1))) is Passing


def test_an_unknown_token_is_refused(world: World, server: Server):
    assert type(trouble_with(Webex("forgotten", f"{server.url}/v1/", 1))) is TokenRefused


WAITS = [(30, 30), (3600, 3600), (0, 0), (-5, 0), ("Mon, 02 Mar 2020 00:00:00 GMT", 0)]
NO_WAITS = ["soon", "", "1.5", "9" * 400, "Wed, 32 Feb"]


@pytest.mark.parametrize(("sent", "waited"), [*WAITS, *((sent, None) for sent in NO_WAITS)])
def test_the_retry_after_header_is_read(world: World, webex: Webex, sent, waited):
    world.faults = [RateLimited(sent)]
    assert trouble_with(webex).retry_after == waited


def test_a_date_to_wait_for_is_read_as_seconds(world: World, webex: Webex):
    in_an_hour = datetime.now(UTC) + timedelta(hours=1)
    world.faults = [RateLimited(format_datetime(in_an_hour, usegmt=True))]
    assert 3000 < (trouble_with(webex).retry_after or 0) <= 3600


@pytest.mark.parametrize("fault", [one for one, _ in FAULTS if one.answer()])
def test_trouble_knows_webexs_tracking_id(world: World, webex: Webex, fault: Fault):
    world.faults = [fault]
    assert (trouble_with(webex).tracking_id or "").startswith("SANDBOX_")


def test_trouble_holds_nothing_of_the_answer_and_survives_its_record(world: World, webex: Webex):
    trouble = trouble_with(webex)
    assert trouble.__cause__ is None
    again = Trouble.from_record(trouble.record())
    assert (type(again), again.tracking_id) == (type(trouble), trouble.tracking_id)


@pytest.mark.parametrize("missing", ["a", "bm90IGFuIGlk", "x" * 400])
def test_a_malformed_id_is_trouble(world: World, webex: Webex, missing: str):
    assert type(trouble_with(webex, missing)) in (NotFound, Refused)


def test_the_sdk_does_not_sleep_through_a_rate_limit(world: World, webex: Webex):
    world.faults = [RateLimited(3600)]
    trouble_with(webex)
    assert len(world.calls) == 1


def test_connections_are_kept(world: World, webex: Webex, monkeypatch: pytest.MonkeyPatch):
    opened: list[int] = []
    webex.whoami()
    monkeypatch.setattr("socket.socket.connect", lambda *_: opened.append(1))
    world.faults = [ServerError(503), RateLimited(1), NotFoundYet()]
    for _ in range(3):
        trouble_with(webex)
    webex.whoami()
    assert opened == []


def test_the_webhooks_are_registered_once_and_renewed_after(world: World, webex: Webex):
    first = sync(webex.webhooks, "http://127.0.0.1:9/", "a secret of sixteen")
    assert set(first.created) == {f"{resource}:{event}" for resource, event in REGISTERED}
    for webhook in list(world.webhooks.values()):
        world.keep_webhook(webhook.__class__(**{**vars(webhook), "active": False}))
    second = sync(webex.webhooks, "http://127.0.0.1:9", "another secret here")
    assert set(second.renewed) == set(first.created)
    assert second.created == ()
    assert {one.secret for one in world.webhooks.values()} == {"another secret here"}
    assert all(one.active and one.target_url.endswith(PATH) for one in world.webhooks.values())


def test_the_webhooks_of_another_installation_are_left_alone(world: World, webex: Webex):
    sync(webex.webhooks, "http://127.0.0.1:9", "a secret of sixteen")
    sync(webex.webhooks, "http://127.0.0.1:8", "a secret of sixteen")
    assert len(world.webhooks) == 2 * len(REGISTERED)


def kept(world: World, **changed):
    """Put a webhook like one of the bot's own beside it, or in its place."""
    one = next(iter(world.webhooks.values()))
    return world.keep_webhook(replace(one, **changed))


def test_webhooks_that_are_as_they_should_be_are_left_in_peace(world: World, webex: Webex):
    sync(webex.webhooks, "http://127.0.0.1:9", "a secret of sixteen")
    assert sync(webex.webhooks, "http://127.0.0.1:9", "a secret of sixteen") == Synced()
    assert [call.method for call in world.calls].count("PUT") == 0


def test_a_webhook_that_webex_disabled_is_revived(world: World, webex: Webex):
    sync(webex.webhooks, "http://127.0.0.1:9", "a secret of sixteen")
    disabled = kept(world, active=False)
    again = sync(webex.webhooks, "http://127.0.0.1:9", "a secret of sixteen", anew=False)
    assert again.revived == (f"{disabled.resource}:{disabled.event}",)
    assert world.webhooks[disabled.id].active


def test_only_the_bots_own_duplicate_webhooks_are_removed(world: World, webex: Webex):
    sync(webex.webhooks, "http://127.0.0.1:9", "a secret of sixteen")
    twice = kept(world, id=ids.fresh("WEBHOOK"), active=False)
    narrow = kept(world, id=ids.fresh("WEBHOOK"), filter="roomType=direct")
    others = kept(world, id=ids.fresh("WEBHOOK"), target_url="http://127.0.0.1:8/webex")
    added = kept(world, id=ids.fresh("WEBHOOK"), name="ours", resource="rooms", event="all")
    synced = sync(webex.webhooks, "http://127.0.0.1:9", "a secret of sixteen")
    assert len(synced.removed) == 2
    assert {others.id, added.id} < world.webhooks.keys()
    assert not {twice.id, narrow.id} & world.webhooks.keys()
    assert len(world.webhooks) == len(REGISTERED) + 2


def test_removing_an_installation_removes_its_webhooks(world: World, webex: Webex):
    sync(webex.webhooks, "http://127.0.0.1:9", "a secret of sixteen")
    sync(webex.webhooks, "http://127.0.0.1:8", "a secret of sixteen")
    there = "http://127.0.0.1:8/webex"
    added = kept(world, id=ids.fresh("WEBHOOK"), name="ours", resource="rooms", target_url=there)
    assert len(remove(webex.webhooks, "http://127.0.0.1:8/").removed) == len(REGISTERED)
    left = [one for one in world.webhooks.values() if one.target_url == there]
    assert [one.id for one in left] == [added.id]
    assert len(world.webhooks) == len(REGISTERED) + 1


def test_a_guests_link_is_posted(world: World, webex: Webex):
    text = Text.with_links(f"Join {LINK}", GuestLink("https://guest.example/x"))
    posted = webex.say(DirectChat(email="alice@x.com"), Say(text, ()))
    assert world.messages[posted.message_id].text == "Join https://guest.example/x"
