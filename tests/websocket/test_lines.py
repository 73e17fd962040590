"""When a connection breaks, the bot opens another and looks for missed messages."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from bot.core.domain.errors import TokenRefused, Unintelligible
from bot.core.incoming.activities import Activity
from bot.edges.websocket import listener as websocket
from bot.edges.websocket.device_registration import DeviceRegistrations
from bot.edges.websocket.listener import Listener
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex import socket_devices as sandbox_devices
from bot.sandbox.webex import sockets_out
from bot.sandbox.webex.faults import (
    NotFoundYet,
    Reset,
    ServerError,
    SocketClosed,
    SocketShutdown,
    Unauthorized,
)
from bot.sandbox.webex.traffic import SENT
from bot.sandbox.webex.world import World, small_world

TOKEN = "sandbox-token-bot"
MERCURY = sockets_out.PATH


class Ears:
    """What a listener heard, and how often it was told that it may have missed something."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.heard: list[Activity] = []
        self.missed = 0
        self.fail: list[Exception] = []

    def hear(self, activity: Activity) -> None:
        with self._world.lock:
            if self.fail:
                raise self.fail.pop()
            self.heard.append(activity)
            self._world.notify()

    def miss(self) -> None:
        with self._world.lock:
            self.missed += 1
            self._world.notify()


class Home:
    """A world with Erin and the bot in it, and what listens for the bot."""

    def __init__(self, address: str, world: World) -> None:
        self.address, self.world = address, world
        self.ears = Ears(world)
        self._erin, self._bot = world.named("Erin Expert"), world.named("Connect Bot")

    @contextmanager
    def listening(self, name: str = "a device") -> Iterator[Listener]:
        listener = Listener(self.devices(name), TOKEN, self.ears.hear, self.ears.miss)
        listener.start()
        try:
            assert listener.listening.wait(20)
            self.wait(lambda: self.ears.missed)  # whatever was before
            self.ears.missed = 0
            yield listener
        finally:
            listener.stop()

    def devices(self, name: str = "a device", token: str = TOKEN) -> DeviceRegistrations:
        return DeviceRegistrations(f"{self.address}{sandbox_devices.CATALOG}", token, name)

    def say(self, words: str = "help") -> None:
        self.world.say(self._erin, self.world.direct(self._erin, self._bot), words)

    def wait(self, happened: Callable[[], object]) -> None:
        self.world.wait_for(lambda: happened() or None, 20)

    def posts(self) -> int:
        return sum(each.verb == "post" for each in self.ears.heard)

    def acknowledged(self) -> list[str]:
        return [each.kind for each in list(self.world.deliveries)]


@pytest.fixture(scope="module")
def town() -> Iterator[tuple[str, World]]:
    world = small_world()
    with open_town(world) as address:
        yield address, world


@pytest.fixture
def home(town: tuple[str, World], monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    for name in ("FIRST_PAUSE", "LONGEST_PAUSE"):
        monkeypatch.setattr(websocket, name, 0.01)
    monkeypatch.setattr(websocket, "RETRY_PAUSES", (0.01, 0.01))
    address, world = town
    world.deliveries.clear()
    with capture_logs():
        yield Home(address, world)
    world.faults = []


def test_recorded_activities_are_acknowledged(home: Home) -> None:
    with home.listening():
        home.say()
        home.wait(lambda: "messages:created" in home.acknowledged())
    assert home.posts() == 1
    assert home.ears.missed == 0


def test_events_are_shown_in_the_developer_tools_without_the_token(home: Home) -> None:
    with home.listening():
        home.say("what is shown")
        home.wait(home.posts)
    shown = [each for each in home.world.traffic.after(0) if each.method == SENT]
    assert '"verb": "post"' in shown[-1].sent
    assert shown[-1].address == "Connect Bot"
    everything = [each.sent + each.answered for each in home.world.traffic.after(0)]
    assert not any(TOKEN in each for each in everything)


def test_a_connection_that_breaks_is_followed_by_another_that_may_have_missed_something(
    home: Home,
) -> None:
    with home.listening():
        home.world.faults = [Reset(path=MERCURY)]
        home.say("this is never told")
        home.wait(lambda: home.ears.missed)
        home.say("this is")
        home.wait(home.posts)
    assert home.posts() == 1


def test_a_number_that_is_left_out_is_something_missed(home: Home) -> None:
    with home.listening():
        home.world.faults = [NotFoundYet(path=MERCURY, method="EVENT")]
        home.say("this is never told")
        home.say("this is")
        home.wait(lambda: home.ears.missed)
        home.wait(home.posts)
    assert (home.posts(), home.ears.missed) == (1, 1)


def test_a_silent_connection_is_given_up(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "PING_EVERY", 0.02)
    monkeypatch.setattr(websocket, "PONG_WITHIN", 0.5)
    with home.listening():
        home.world.faults = [NotFoundYet(path=MERCURY, method="PING")]
        home.wait(lambda: home.ears.missed)
    assert home.world.faults == []


def test_an_answered_ping_keeps_the_connection(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    pings = threading.Event()
    monkeypatch.setattr(websocket, "PING_EVERY", 0.01)
    monkeypatch.setattr(home.world, "fault_for", lambda _: pings.set())
    home.world.faults = [NotFoundYet(path=MERCURY, method="PING", times=None)]
    with home.listening():
        assert pings.wait(20)
    assert home.ears.missed == 0


def test_before_a_connection_ends_the_next_one_is_open(home: Home) -> None:
    with home.listening() as listener:
        first = listener.socket
        home.world.faults = [SocketShutdown()]
        for number in range(1, 6):
            home.say(f"number {number}")
        home.wait(lambda: home.posts() == 5)
        home.wait(lambda: home.ears.heard and listener.socket is not first)
        home.say("on the next one")
        home.wait(lambda: home.posts() == 6)
        assert listener.listening.is_set()
    assert home.ears.missed == 0
    assert first.close_code == 4001


def test_a_connection_that_is_closed_as_idle_is_followed_by_another(home: Home) -> None:
    with home.listening():
        home.world.faults = [SocketClosed(code=1000, reason="idle")]
        home.say("this is never told")
        home.wait(lambda: home.ears.missed)
        home.say("this is")
        home.wait(home.posts)


def test_recording_is_retried_before_acknowledging(home: Home) -> None:
    home.ears.fail = [OperationalError("", {}, Exception())]
    with home.listening():
        home.say()
        home.wait(lambda: "messages:created" in home.acknowledged())
    assert home.posts() == 1


def test_unrecorded_activities_are_not_acknowledged_and_are_looked_for(home: Home) -> None:
    home.ears.fail = [OperationalError("", {}, Exception()) for _ in range(3)]
    with home.listening():
        home.say()
        home.wait(lambda: home.ears.missed)
        assert home.acknowledged() == []


def test_webex_is_asked_again_until_it_registers_the_device(home: Home) -> None:
    wdm = "/wdm"
    home.world.faults = [ServerError(path=wdm), Unauthorized(path=wdm), ServerError(path="/u2c")]
    with home.listening():
        home.say()
        home.wait(home.posts)


def test_a_device_registration_is_reused_and_deleted_at_the_end(home: Home) -> None:
    kept = home.devices().register()
    with home.listening():
        assert home.devices().register() == kept
    assert home.devices().register() != kept


def test_another_installations_registration_is_left_alone(home: Home) -> None:
    other = home.devices("another").register()
    with home.listening():
        pass
    assert home.devices("another").register() == other


def test_a_token_without_any_device_registers_one(home: Home) -> None:
    home.world.faults = [NotFoundYet(method="GET", path="/wdm")]
    assert home.devices("new").register().socket_url.startswith("ws://127.0.0.1")


def test_a_registration_that_is_gone_is_followed_by_a_new_one(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = home.devices().register()
    stale = iter([gone])
    register = DeviceRegistrations.register
    monkeypatch.setattr(
        DeviceRegistrations, "register", lambda self: next(stale, None) or register(self)
    )
    home.devices().release(gone)
    with home.listening():
        home.say()
        home.wait(home.posts)


def test_no_proxy_leads_back_to_this_machine(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "ws_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    with home.listening():
        home.say()
        home.wait(home.posts)


def test_a_proxy_that_cannot_be_used_does_not_end_the_listening(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles = [ImportError("connecting through a SOCKS proxy requires python-socks")]
    connect = websocket.open_socket

    def hindered(*given: object, **more: object) -> object:
        if troubles:
            raise troubles.pop()
        return connect(*given, **more)

    monkeypatch.setattr(websocket, "open_socket", hindered)
    with home.listening():
        home.say()
        home.wait(home.posts)


def test_a_token_that_webex_does_not_know_is_trouble(home: Home) -> None:
    with pytest.raises(TokenRefused):
        home.devices(token="nobodys").register()


@pytest.mark.parametrize(
    "url", ["https://wdm.example.org/wdm", "http://wdm-a.wbx2.com/wdm", "http://127.0.0.1/wdm", ""]
)
def test_the_token_travels_to_webex_alone(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(_: object, method: str, url: str, **__: object) -> object:
        asked.append(url)
        return Listed()

    class Listed:
        ok, headers, content = True, {}, b""

        def json(self) -> object:
            return {"serviceLinks": {"wdm": url}, "hostCatalog": {}}

    monkeypatch.setattr("requests.Session.request", answer)
    with pytest.raises(Unintelligible):
        DeviceRegistrations("https://u2c.wbx2.com/u2c/api/v1", TOKEN, "a device").register()
    assert asked == ["https://u2c.wbx2.com/u2c/api/v1/catalog?format=hostmap"]
