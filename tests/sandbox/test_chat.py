"""The chat page's endpoints: who sees what, who may change what, what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.sandbox.page.chat import create_chat, live_changes
from bot.sandbox.webex.world import Draft, Person, Space, World, small_world
from tests.current import Current

ORIGIN = "http://127.0.0.1:8300"
CARD = {
    "contentType": "application/vnd.microsoft.card.adaptive",
    "content": {"type": "AdaptiveCard", "version": "1.3", "body": []},
}


class Page:
    """The page of one person, as their browser asks."""

    def __init__(self, client: FlaskClient, person: Person) -> None:
        self.client = client
        self.email = person.email

    def get(self, path: str, **query: str) -> TestResponse:
        """Read something as this person."""
        return self.client.get(path, base_url=ORIGIN, query_string={"as": self.email, **query})

    def post(self, path: str, body: object, **headers: str) -> TestResponse:
        """Change something as this person."""
        return self.client.post(
            path,
            base_url=ORIGIN,
            query_string={"as": self.email},
            json=body,
            headers={"Origin": ORIGIN, **headers},
        )

    def messages(self, space: Space) -> list[dict[str, Any]]:
        """Return what this person sees in a space."""
        answer = self.get("/chat/messages", space=space.id)
        assert answer.status_code == 200, answer.text
        return list(answer.get_json()["messages"])


@pytest.fixture
def world() -> World:
    return small_world()


@pytest.fixture(scope="module")
def current() -> Current:
    return Current()


@pytest.fixture(scope="module")
def app(current: Current) -> Flask:
    app = Flask("chat")
    app.register_blueprint(create_chat(current))
    return app


@pytest.fixture
def client(world: World, current: Current, app: Flask) -> FlaskClient:
    current.let_in(world)
    return app.test_client()


@pytest.fixture
def erin(client: FlaskClient, world: World) -> Page:
    return Page(client, world.named("Erin Expert"))


@pytest.fixture
def alice(client: FlaskClient, world: World) -> Page:
    return Page(client, world.named("Alice Customer"))


def test_the_page_without_a_person_becomes_the_first_one(client: FlaskClient) -> None:
    answer = client.get("/", base_url=ORIGIN)
    assert (answer.status_code, answer.location) == (302, "/?as=erin%40example.com")


@pytest.mark.parametrize("nobody", ["nobody@x.com", "connect@webex.bot", "", "<script>"])
def test_one_can_only_be_a_person_of_the_world(
    client: FlaskClient, world: World, nobody: str
) -> None:
    page = client.get("/", base_url=ORIGIN, query_string={"as": nobody})
    state = client.get("/chat/state", base_url=ORIGIN, query_string={"as": nobody})
    assert page.status_code == 302
    assert state.status_code == 404
    assert "Choose somebody" in state.get_json()["message"]


def test_the_page_offers_every_person_and_no_bot(erin: Page) -> None:
    text = erin.get("/").text
    for name in ("Erin Expert", "Carl Colleague", "Alice Customer", "Bob Builder"):
        assert name in text
    assert "Connect Bot" not in text


def test_somebody_sees_only_their_own_spaces(erin: Page, alice: Page) -> None:
    titles = {space["title"] for space in erin.get("/chat/state").get_json()["spaces"]}
    assert titles == {"Support", "Front desk"}
    assert alice.get("/chat/state").get_json()["spaces"] == []


def test_the_bot_comes_first_among_those_one_can_write_to(erin: Page) -> None:
    people = erin.get("/chat/state").get_json()["people"]
    assert people[0]["name"] == "Connect Bot"
    assert "Erin Expert" not in [person["name"] for person in people]


def test_a_direct_message_is_for_the_two_alone(world: World, erin: Page, alice: Page) -> None:
    bot, host = world.named("Connect Bot"), world.named("Erin Expert")
    world.say(bot, direct := world.direct(bot, host), "Your host link")
    (message,) = erin.messages(direct)
    assert message["audience"] == {
        "isPrivate": True,
        "label": "Only you and Connect Bot",
        "sees": ["you", "Connect Bot"],
        "unseen": [],
    }
    refused = alice.get("/chat/messages", space=direct.id)
    assert refused.status_code == 404
    assert "host link" not in refused.text


def test_a_message_that_mentions_the_bot_is_seen_by_everyone(world: World, erin: Page) -> None:
    support, bot = world.titled("Support"), world.named("Connect Bot")
    erin.post(
        "/chat/messages", {"spaceId": support.id, "markdown": f"<@personId:{bot.id}|Bot> meet"}
    )
    erin.post("/chat/messages", {"spaceId": support.id, "markdown": "lunch?"})
    heard, unheard = erin.messages(support)
    assert heard["audience"]["label"] == "Everyone in Support"
    assert unheard["audience"]["label"] == "Everyone in Support except Connect Bot"
    assert unheard["audience"]["unseen"] == ["Connect Bot"]


def test_a_reply_goes_under_its_root(world: World, erin: Page) -> None:
    support = world.titled("Support")
    root = world.say(world.named("Bob Builder"), support, "who is free?")
    answer = erin.post(
        "/chat/messages", {"spaceId": support.id, "markdown": "me", "parentId": root.id}
    )
    assert answer.status_code == 200
    assert erin.messages(support)[1]["parentId"] == root.id


def test_an_edited_message_says_so(world: World, erin: Page) -> None:
    support, bob = world.titled("Support"), world.named("Bob Builder")
    world.edit(world.say(bob, support, "moning"), bob, Draft(markdown="morning"))
    (message,) = erin.messages(support)
    assert (message["text"], message["edited"]) == ("morning", True)


def test_one_opens_a_direct_chat_and_finds_the_same_again(world: World, erin: Page) -> None:
    wish = {"personId": world.named("Connect Bot").id}
    first, second = (erin.post("/chat/direct", wish).get_json() for _ in range(2))
    assert first == second
    assert erin.get("/chat/state").get_json()["spaces"][0]["title"] == "Connect Bot"


def test_inviting_the_bot_makes_it_a_member_once(world: World, erin: Page) -> None:
    desk, bot = world.titled("Front desk"), world.named("Connect Bot")
    wish = {"spaceId": desk.id, "personId": bot.id}
    assert erin.post("/chat/invite", wish).status_code == 200
    assert bot in world.members_of(desk)
    assert erin.post("/chat/invite", wish).status_code == 409


def test_nobody_invites_to_a_space_they_are_not_in(world: World, alice: Page) -> None:
    desk, person = world.titled("Front desk"), world.named("Alice Customer")
    wish = {"spaceId": desk.id, "personId": person.id}
    assert alice.post("/chat/invite", wish).status_code == 404
    assert person not in world.members_of(desk)


def test_pressing_a_card_is_an_action_of_the_person_who_pressed(world: World, erin: Page) -> None:
    bot, person = world.named("Connect Bot"), world.named("Erin Expert")
    message = world.post(bot, world.direct(bot, person), Draft(text="a form", cards=(CARD,)))
    body = {"messageId": message.id, "inputs": {"people": "alice@x.com"}}
    action = world.actions[erin.post("/chat/actions", body).get_json()["id"]]
    assert (action.person_id, action.inputs) == (person.id, {"people": "alice@x.com"})


def test_nobody_presses_a_card_they_cannot_see(world: World, alice: Page) -> None:
    bot = world.named("Connect Bot")
    direct = world.direct(bot, world.named("Erin Expert"))
    message = world.post(bot, direct, Draft(text="a form", cards=(CARD,)))
    answer = alice.post("/chat/actions", {"messageId": message.id, "inputs": {}})
    assert answer.status_code == 404
    assert world.actions == {}


def test_a_file_is_for_those_who_see_its_message(world: World, erin: Page, alice: Page) -> None:
    bob, support = world.named("Bob Builder"), world.titled("Support")
    picture = world.add_content("plan.png", "image/png", b"\x89PNG")
    page = world.add_content("page.html", "text/html", b"<script>alert(1)</script>")
    for content in (picture, page):
        world.post(bob, support, Draft(files=(content.id,)))
    message, other = erin.messages(support)
    shown, downloaded = (
        erin.client.get(one["files"][0]["url"], base_url=ORIGIN) for one in (message, other)
    )
    assert shown.data == b"\x89PNG"
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert downloaded.headers["Content-Disposition"].startswith("attachment")
    assert alice.get(f"/chat/files/{message['id']}/0").status_code == 404
    assert erin.get(f"/chat/files/{message['id']}/7").status_code == 404


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:9999", "http://localhost:8300", "null", ""]
)
def test_a_change_from_another_page_is_refused(world: World, erin: Page, origin: str) -> None:
    support = world.titled("Support")
    body = {"spaceId": support.id, "markdown": "forged"}
    answer = erin.post("/chat/messages", body, Origin=origin)
    assert answer.status_code == 403
    assert "chat page only" in answer.get_json()["message"]
    assert erin.messages(support) == []


def test_a_change_without_an_origin_is_refused(client: FlaskClient, world: World) -> None:
    body = {"personId": world.named("Connect Bot").id}
    answer = client.post("/chat/direct?as=erin@example.com", base_url=ORIGIN, json=body)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "192.168.1.5"]
)
def test_the_page_answers_under_loopback_names_only(client: FlaskClient, host: str) -> None:
    answer = client.get("/chat/state?as=erin@example.com", headers={"Host": host})
    assert answer.status_code == 403
    assert "spaces" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8300", "[::1]:8300", "LOCALHOST"])
def test_every_loopback_name_will_do(client: FlaskClient, host: str) -> None:
    answer = client.get("/chat/state?as=erin@example.com", headers={"Host": host})
    assert answer.status_code == 200


BAD = [
    ("/chat/messages", {"spaceId": 7, "markdown": "hi"}),
    ("/chat/messages", {"markdown": "hi"}),
    ("/chat/messages", ["spaceId"]),
    ("/chat/messages", "text"),
    ("/chat/messages", None),
    ("/chat/messages", {"spaceId": "SUPPORT", "markdown": ["hi"]}),
    ("/chat/messages", {"spaceId": "SUPPORT", "markdown": ""}),
    ("/chat/messages", {"spaceId": "SUPPORT", "markdown": "x" * 7440}),
    ("/chat/messages", {"spaceId": "SUPPORT", "markdown": "hi", "parentId": 3}),
    ("/chat/messages", {"spaceId": "SUPPORT", "markdown": "hi", "parentId": "no such"}),
    ("/chat/messages", {"spaceId": "a/../../people/me", "markdown": "hi"}),
    ("/chat/direct", {"personId": "nobody"}),
    ("/chat/direct", {"personId": {}}),
    ("/chat/invite", {"spaceId": "SUPPORT", "personId": "nobody"}),
    ("/chat/actions", {"messageId": "none", "inputs": {}}),
    ("/chat/actions", {"messageId": "none", "inputs": "all"}),
]


@pytest.mark.parametrize(("path", "body"), BAD)
def test_bad_input_is_refused_with_a_sentence(
    world: World, erin: Page, path: str, body: object
) -> None:
    support = world.titled("Support")
    if isinstance(body, dict) and body.get("spaceId") == "SUPPORT":
        body = {**body, "spaceId": support.id}
    answer = erin.post(path, body)
    assert answer.status_code in {400, 404}
    assert answer.get_json()["message"].endswith(".")
    assert erin.messages(support) == []


def test_a_body_beyond_all_measure_is_not_read(world: World, erin: Page) -> None:
    body = {"spaceId": world.titled("Support").id, "markdown": "x" * 300_000}
    assert erin.post("/chat/messages", body).status_code == 413


def test_every_answer_carries_a_policy_without_inline_script(erin: Page) -> None:
    for path in ("/", "/chat/state", "/chat/static/main.js"):
        with erin.get(path) as answer:
            policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
    assert "<script>" not in erin.get("/").text
    assert "style=" not in erin.get("/").text


def test_the_live_stream_tells_of_what_concerns_the_person_and_nothing_else(world: World) -> None:
    alice, bot = world.named("Alice Customer"), world.named("Connect Bot")
    stream = live_changes(world, alice)
    assert "event: ready\n" in next(stream)
    world.say(world.named("Bob Builder"), world.titled("Support"), "not for Alice")
    world.say(bot, world.direct(bot, alice), "for Alice")
    world.close()
    events = list(stream)
    elsewhere, change = ("event: elsewhere\ndata: {}\n\n", "event: change\ndata: {}\n\n")
    assert set(events) == {elsewhere, change}
    assert events[0] == elsewhere, "what Bob said"
    assert events.count(elsewhere) == 1


def test_the_live_stream_ends_with_the_world_and_stops_listening(world: World) -> None:
    stream = live_changes(world, world.named("Erin Expert"))
    next(stream)
    world.close()
    assert list(stream) == []
