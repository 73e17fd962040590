"""What other clients of the WebSocket rely on, which the bot doesn't use."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Draft
from bot.sandbox.webex.world import World, small_world

TOKEN = "sandbox-token-bot"
CARD = {
    "contentType": "application/vnd.microsoft.card.adaptive",
    "content": {"type": "AdaptiveCard", "version": "1.3"},
}


class Client:
    """A client of the WebSocket, with one device."""

    def __init__(self, address: str, world: World) -> None:
        self.address, self.world = address, world
        self.bot, self.erin = world.named("Connect Bot"), world.named("Erin Expert")
        self.device = self.call("POST", "/wdm/api/v1/devices", json={"name": "theirs"}).json()

    def call(self, method: str, path: str, token: str = TOKEN, **more: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {token}"}
        url = path if path.startswith("http") else f"{self.address}{path}"
        return requests.request(method, url, headers=headers, timeout=5, **more)

    @contextmanager
    def connected(self, query: str = "", token: str = TOKEN) -> Iterator[ClientConnection]:
        with connect(self.device["webSocketUrl"] + query, proxy=None) as connection:
            data = {"token": f"Bearer {token}"}
            connection.send(json.dumps({"id": "1", "type": "authorization", "data": data}))
            yield connection

    def told(self, do: Callable[[], object], *, envelopes: int = 1) -> list[dict[str, Any]]:
        """Do something, and return the activities that tell about it."""
        with self.connected() as connection:
            connection.recv(timeout=5)
            do()
            heard = [json.loads(connection.recv(timeout=5)) for _ in range(envelopes)]
            return [each["data"]["activity"] for each in heard]


@pytest.fixture(scope="module")
def town() -> Iterator[tuple[str, World]]:
    with open_town(world := small_world()) as address:
        yield address, world


@pytest.fixture
def client(town: tuple[str, World]) -> Iterator[Client]:
    client = Client(*town)
    yield client
    client.call("DELETE", client.device["url"])


def test_frames_are_binary_unless_text_is_asked_for(client: Client) -> None:
    with client.connected() as connection:
        assert isinstance(connection.recv(timeout=5), bytes)
    with client.connected("?outboundWireFormat=text") as connection:
        assert isinstance(connection.recv(timeout=5), str)


@pytest.mark.parametrize(("token", "code"), [("nobodys", 4401), ("sandbox-token-erin", 4403)])
def test_the_code_says_why_a_connection_is_refused(client: Client, token: str, code: int) -> None:
    with client.connected(token=token) as connection:
        with pytest.raises(ConnectionClosed):
            connection.recv(timeout=5)
        assert connection.close_code == code


@pytest.mark.parametrize("frame", ["hello", "[]", '{"data": {"token": 7}}'])
def test_a_first_frame_that_is_no_authorization_is_a_bad_request(
    client: Client, frame: str
) -> None:
    with connect(client.device["webSocketUrl"], proxy=None) as connection:
        connection.send(frame)
        with pytest.raises(ConnectionClosed):
            connection.recv(timeout=5)
        assert connection.close_code == 4400


def test_a_device_has_one_connection(client: Client) -> None:
    with client.connected() as first:
        first.recv(timeout=5)  # before the second, or that may be authorized first
        with client.connected() as second:
            second.recv(timeout=5)
            with pytest.raises(ConnectionClosed):
                first.recv(timeout=5)
        assert (first.close_code, first.close_reason) == (4000, "replaced")


def test_a_token_may_carry_the_organization(client: Client) -> None:
    org = ids.name_in(client.erin.org_id)
    me = client.call("GET", "/v1/people/me", token=f"sandbox-token-erin_x_{org}")
    assert me.json()["displayName"] == "Erin Expert"


def test_the_limited_catalog_needs_no_token(client: Client) -> None:
    catalog = requests.get(f"{client.address}/u2c/api/v1/limited/catalog", timeout=5).json()
    host = client.address.removeprefix("http://")
    assert catalog["serviceLinks"]["wdm"].startswith(client.address)
    assert [each["host"] for each in catalog["hostCatalog"][host]] == ["127.0.0.1"]
    assert client.call("GET", "/u2c/api/v1/catalog", token="").status_code == 401


def test_an_activity_leads_to_the_id_of_its_message(client: Client) -> None:
    space = client.world.direct(client.erin, client.bot)
    [post] = client.told(lambda: client.world.say(client.erin, space, "hello"))
    url = post["target"]["url"]
    there = url.replace(f"conversations/{post['target']['id']}", f"messages/{post['id']}")
    message_id = client.call("GET", there).json()["id"]
    assert client.call("GET", f"/v1/messages/{message_id}").json()["text"] == "hello"
    assert post["actor"]["orgId"] == ids.name_in(client.erin.org_id)


def test_an_activity_leads_to_the_id_of_its_press(client: Client) -> None:
    space = client.world.direct(client.erin, client.bot)
    card = client.world.post(client.bot, space, Draft(text="x", cards=(CARD,)))
    [press] = client.told(lambda: client.world.submit(client.erin, card, {"a": 1}))
    there = f"/conversation/api/v1/attachment/actions/{press['id']}"
    action_id = client.call("GET", there).json()["id"]
    assert client.call("GET", f"/v1/attachment/actions/{action_id}").json()["inputs"] == {"a": 1}


def test_a_deleted_message_is_named(client: Client) -> None:
    space = client.world.direct(client.erin, client.bot)
    said = client.world.say(client.erin, space, "hello")
    [told] = client.told(lambda: client.world.delete(said, client.erin))
    assert (told["verb"], told["object"]["id"]) == ("delete", ids.name_in(said.id))


def test_rooms_and_moderators_are_told(client: Client) -> None:
    def create() -> None:
        space = client.world.create_space(client.bot, "Board")
        (mine,) = client.world.memberships_in(space)
        client.world.change_membership(mine, client.bot, moderator=True, hidden=False)
        client.world.change_space(space, client.bot, title="The board", locked=True)

    told = client.told(create, envelopes=4)
    assert [each["verb"] for each in told] == ["create", "add", "assignModerator", "update"]
    assert all(each["url"].startswith(client.address) for each in told)
    assert told[-1]["target"]["tags"] == ["LOCKED"]
    assert told[0]["object"]["id"] == told[-1]["target"]["id"]


def test_a_device_is_changed_by_its_owner(client: Client) -> None:
    changed = client.call("PUT", client.device["url"], json={"name": "new"}).json()
    assert (changed["name"], changed["url"]) == ("new", client.device["url"])
    others = client.call("PUT", client.device["url"], "sandbox-token-erin", json={"name": "x"})
    assert others.status_code == 404
