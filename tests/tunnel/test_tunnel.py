"""The bot is reached through ngrok's tunnel, and follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from bot.command_line import bot as command
from bot.core.domain.errors import Trouble
from bot.edges.web import ngrok as tunnel
from bot.edges.web.ngrok import NgrokAgent, NoTunnelError, TunnelWatch
from bot.process.app import Bot
from bot.process.both_halves import running
from bot.process.tunnel import reached
from bot.sandbox import sandbox_server
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings
from tests.tunnel import ngrok

ROOT = Path(__file__).parent.parent.parent
PORT = 8080


@pytest.fixture(scope="module")
def running_agent() -> Iterator[ngrok.Agent]:
    with ngrok.running_agent() as agent:
        yield agent


@pytest.fixture
def agent(running_agent: ngrok.Agent) -> ngrok.Agent:
    running_agent.close()
    running_agent.answers = True
    return running_agent


def settings(agent: ngrok.Agent, address: str, folder: Path) -> dict[str, str]:
    return {
        "WEBEX_ACCESS_TOKEN": "sandbox-token-bot",
        "WEBHOOK_SECRET": "a-secret-of-the-webhooks",
        "BOT_ALLOWED": "example.com",
        "WEBEX_API_URL": f"{address}/v1/",
        "BROKER_URL": address,
        "LINK_BASE": address,
        "DATABASE_URL": f"sqlite:///{folder}/bot.sqlite",
        "NGROK_API_URL": agent.url,
        "PORT": "0",
        "LOG_LEVEL": "error",
    }


def targets(world: World) -> set[str]:
    return {each.target_url for each in world.webhooks.values()}


def test_the_bot_is_reached_through_the_tunnel_and_follows_it(
    agent: ngrok.Agent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tunnel, "EVERY", 0.02)
    world = small_world()
    erin, me = world.named("Erin Expert"), world.named("Connect Bot")
    with sandbox_server.open_town(world) as address:
        given = {name.lower(): value for name, value in settings(agent, address, tmp_path).items()}
        bot = Bot(Settings(_env_file=None, **given))
        with running(bot) as listens:
            agent.open(listens, listens)
            with reached(bot, listens, tunnel=True) as how:
                assert how == f"Webex reaches it at {listens}"
                # The same machine by another name: what Webex sends there arrives.
                elsewhere = listens.replace("127.0.0.1", "localhost")
                agent.open(elsewhere, listens)
                world.wait_for(lambda: targets(world) == {f"{elsewhere}/webex"})
                world.say(erin, world.direct(erin, me), "help")
                world.wait_for(lambda: len(world.messages_in(world.direct(erin, me), erin)) == 2)
            assert targets(world) == set()
        bot.close()


@pytest.mark.parametrize("leads", ["http://localhost:8080", "localhost:8080", "127.0.0.1:8080"])
def test_the_tunnel_that_leads_to_the_bots_port_is_found(agent: ngrok.Agent, leads: str) -> None:
    agent.open("https://other.ngrok.app", "http://localhost:9090", "other")
    agent.open("https://bot.ngrok.app", leads)
    assert NgrokAgent(agent.url, PORT).address() == "https://bot.ngrok.app"


@pytest.mark.parametrize("begins", ["http://bot.ngrok.app", "tcp://0.tcp.ngrok.io:12345"])
def test_a_tunnel_without_encryption_is_none(agent: ngrok.Agent, begins: str) -> None:
    agent.open(begins, "http://localhost:8080")
    with pytest.raises(NoTunnelError, match="no https tunnel to port 8080"):
        NgrokAgent(agent.url, PORT).first_address(patience=0)


def test_what_is_no_agent_is_trouble(agent: ngrok.Agent) -> None:
    agent.open("https://bot.ngrok.app", "http://localhost:eighty")
    with pytest.raises(Trouble):
        NgrokAgent(agent.url, PORT).address()


def test_the_bot_waits_for_a_tunnel_that_is_still_on_its_way(
    agent: ngrok.Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens = lambda _: agent.open("https://bot.ngrok.app", "localhost:8080")  # noqa: E731 - it replaces a function of one line
    monkeypatch.setattr(tunnel.time, "sleep", opens)
    assert NgrokAgent(agent.url, PORT).first_address(60) == "https://bot.ngrok.app"


def test_what_webex_refuses_is_tried_again_at_the_next_look(agent: ngrok.Agent) -> None:
    troubles = [Trouble(), None]
    moves = []

    def move(before: str, now: str) -> None:
        if trouble := troubles.pop(0):
            raise trouble
        moves.append((before, now))

    follower = TunnelWatch(NgrokAgent(agent.url, PORT), "https://old.ngrok.app", move)
    agent.open("https://new.ngrok.app", "localhost:8080")
    follower.look()
    assert follower.begins == "https://old.ngrok.app"
    follower.look()
    follower.look()
    assert moves == [("https://old.ngrok.app", "https://new.ngrok.app")]


def test_an_agent_that_is_away_for_a_while_changes_nothing(agent: ngrok.Agent) -> None:
    follower = TunnelWatch(NgrokAgent(agent.url, PORT), "https://bot.ngrok.app", pytest.fail)
    follower.look()
    agent.answers = False
    follower.look()
    assert follower.begins == "https://bot.ngrok.app"


def test_a_run_without_an_agent_ends_with_a_sentence(
    agent: ngrok.Agent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tunnel, "PATIENCE", 0.0)
    agent.answers = False
    with sandbox_server.open_town(small_world()) as address:
        environment = settings(agent, address, tmp_path)
        ended = CliRunner().invoke(command, ["run", "--tunnel"], env=environment)
    assert ended.exit_code == 1
    assert ended.stderr == (
        f"Error: ngrok isn't responding at {agent.url}. Start the tunnel first:"
        " NGROK_AUTHTOKEN=… ngrok start --config ngrok.yml bot\n"
    )


def test_the_tunnel_of_the_configuration_leads_to_the_usual_port() -> None:
    config = (ROOT / "ngrok.yml").read_text()
    upstream = re.findall(r"(?m)^ +url: (\S+)$", config)
    assert re.findall(r"(?m)^(version|  - name): (\S+)$", config) == [
        ("version", "3"),
        ("  - name", "bot"),
    ]
    assert [urlsplit(each).port for each in upstream] == [Settings.model_fields["port"].default]
