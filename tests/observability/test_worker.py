"""A worker receives no notices, and answers health checks on its own port."""

from __future__ import annotations

import socket
from pathlib import Path

import requests

from bot.process.app import Bot
from bot.process.worker_half import serving
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.world import small_world
from bot.settings import Settings


def test_a_worker_tells_how_it_is_where_the_settings_say(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with open_town(small_world()) as address:
        settings = Settings(
            _env_file=None,
            webex_access_token="sandbox-token-bot",
            webhook_secret="a-secret-of-the-webhooks",
            bot_allowed="example.com",
            webex_api_url=f"{address}/v1/",
            broker_url=address,
            database_url=f"sqlite:///{tmp_path}/bot.sqlite",
            worker_port=port,
        )
        bot = Bot(settings)
        with serving(bot):
            told = {
                path: requests.get(f"http://127.0.0.1:{port}{path}", timeout=5)
                for path in ("/healthz", "/readyz", "/metrics", "/webex", "/admin")
            }
        bot.close()
    assert {path: each.status_code for path, each in told.items()} == {
        "/healthz": 200,
        "/readyz": 200,
        "/metrics": 200,
        "/webex": 404,
        "/admin": 404,
    }
    assert "engine: ok" in told["/readyz"].text
    assert "instant_connect_backlog 0.0" in told["/metrics"].text
