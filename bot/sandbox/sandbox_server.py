"""Serves the whole sandbox on one address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from flask import Blueprint, Flask

from bot.sandbox.instant_connect.broker import create_broker
from bot.sandbox.page.chat import EXAMPLES, create_chat
from bot.sandbox.page.phone_pages import create_phones
from bot.sandbox.webex.socket_devices import create_devices
from bot.sandbox.webex.sockets_out import SocketsOut
from bot.sandbox.webex.traffic_log import log_calls
from bot.sandbox.webex.webex_api import create_api
from bot.sandbox.webex.webhooks_out import WebhooksOut
from bot.sandbox.webex.world import World
from bot.sandbox.wsgi_thread import Server


@contextmanager
def open_town(
    world: World, port: int = 0, *more: Blueprint, examples: Sequence[str] = EXAMPLES
) -> Iterator[str]:
    """Serve `world` on loopback for as long as the block runs; yield its address.

    Args:
        world: the sandbox.
        port: 0 for any free port.
        more: what else to serve.
        examples: what the chat page suggests to say to a bot.
    """
    app = Flask("bot.sandbox")
    server = Server(app, port, on_stop=world.close)
    log_calls(app, world)
    app.register_blueprint(create_api(world))
    app.register_blueprint(create_broker(world, server.url))
    app.register_blueprint(create_phones(world))
    app.register_blueprint(create_chat(world, examples))
    sockets = SocketsOut(world, server.url)
    app.register_blueprint(create_devices(world, sockets, server.url))
    for each in more:
        app.register_blueprint(each)
    with server, WebhooksOut(world), sockets:
        yield server.url
