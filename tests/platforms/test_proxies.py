"""The proxies' settings in the docs pass on the doors, and keep their tokens out of the logs."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
import requests
from flask import Flask, Response, request

from bot.sandbox.wsgi_thread import Server
from tests.edges.fake_doors import FakeDoors, door_app

DOCS = Path(__file__).parents[2] / "bot" / "docs" / "door.md"
TOKEN = "Abc-123_abcdefghijklmnopqrs"
_RULES = (each.rule for each in door_app(FakeDoors()).url_map.iter_rules())
DOORS = sorted({each.replace("<token>", TOKEN) for each in _RULES} - {"/healthz"})

LOGS = ("log", "errors")
_ENVIRONMENT = {"PATH": f"{os.environ['PATH']}{os.pathsep}/usr/sbin", "HOME": tempfile.gettempdir()}

NGINX = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
events {{}}
http {{
    access_log {folder}/log;
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    server {{
        listen 127.0.0.1:{port};
        {snippet}
    }}
}}
"""


def nginx(folder: Path, port: int, snippet: str) -> list[str]:
    """Write the settings of nginx, and return how to start it."""
    written = folder / "nginx.conf"
    written.write_text(NGINX.format(folder=folder, port=port, snippet=snippet))
    return ["nginx", "-c", str(written), "-e", str(folder / "errors")]


def caddy(folder: Path, port: int, snippet: str) -> list[str]:
    """Write the settings of Caddy, and return how to start it."""
    written = folder / "Caddyfile"
    here = snippet.replace("bot.example.com {", f"http://127.0.0.1:{port} {{")
    version = subprocess.check_output(["caddy", "version"], text=True, env=_ENVIRONMENT)
    if [int(each) for each in re.findall(r"\d+", version)[:2]] < [2, 8]:
        here = here.replace("log_skip", "skip_log")  # as the page says
    written.write_text(f"{{\n    admin off\n}}\n{here}\n")
    return ["caddy", "run", "--config", str(written), "--adapter", "caddyfile"]


@pytest.fixture
def bot() -> Iterator[str]:
    """A stand-in for the bot, which says what reached it."""
    app = Flask("tests.platforms")

    @app.route("/<path:path>", methods=["GET", "POST"])
    def reached(path: str) -> Response:
        forwarded = request.headers["X-Forwarded-For"]
        return Response(f"{request.method} /{path} at {request.host} by {forwarded}")

    with Server(app) as server:
        yield server.url.removeprefix("http://")


@pytest.mark.parametrize("configure", [nginx, caddy])
def test_a_proxy_passes_on_the_doors_and_logs_none(
    configure: Callable[[Path, int, str], list[str]], bot: str, tmp_path: Path
):
    name = configure.__name__
    program = shutil.which(name, path=_ENVIRONMENT["PATH"])
    if not program:
        pytest.skip(f"{name} isn't installed.")
    [snippet] = re.findall(rf"(?ms)^```{name}\n(.*?)\n^```", DOCS.read_text())
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    _, *arguments = configure(tmp_path, port, snippet.replace("127.0.0.1:8080", bot))
    with (tmp_path / "log").open("ab") as log:
        proxy = subprocess.Popen([program, *arguments], stdout=log, stderr=log, env=_ENVIRONMENT)
    try:
        here = f"http://127.0.0.1:{port}"
        assert answer(f"{here}/lost").endswith(" by 127.0.0.1")
        for each in ("/webex", *DOORS):
            assert answer(f"{here}{each}").startswith(f"POST {each} at"), each
        for each in ("/metrics", "/admin", "/readyz", "/logged"):
            assert "at 127.0.0.1" not in answer(f"{here}{each}"), each
    finally:
        proxy.terminate()
        proxy.wait(10)
    written = "".join(each.read_text() for each in tmp_path.iterdir() if each.name in LOGS)
    assert "/logged" in written
    assert TOKEN not in written


def answer(url: str) -> str:
    """Return the answer, once the proxy is there."""
    until = time.monotonic() + 20
    with requests.Session() as session:
        session.trust_env = False
        while time.monotonic() < until:
            with suppress(requests.ConnectionError):
                return session.post(url, timeout=5).text
            time.sleep(0.05)
    raise AssertionError("The proxy didn't start.")
