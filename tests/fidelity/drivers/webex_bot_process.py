"""A bot on `webex_bot`, which listens on the WebSocket."""

from __future__ import annotations

import functools

import websockets
from checks import STATE, token
from webex_bot.models.command import Command
from webex_bot.models.response import Response
from webex_bot.webex_bot import WebexBot
from webex_bot.websockets import webex_websocket_client
from webexpythonsdk import WebexAPI

_connect = websockets.connect


@functools.wraps(_connect)
def _connect_without_tls(url: str, **options: object) -> object:
    """Connect without TLS: `webex_bot` asks for it whatever the address."""
    options.pop("ssl", None)
    return _connect(url, **options)


class Shout(Command):
    """Answers in capitals."""

    def __init__(self) -> None:
        super().__init__(command_keyword="shout", help_message="Shout something", card=None)

    def execute(self, message: str, _actions: object, _activity: object) -> str:
        """Answer."""
        return message.strip().upper()


class Form(Command):
    """Sends a card, and answers what is filled in."""

    def __init__(self) -> None:
        super().__init__(
            command_keyword="form",
            help_message="Fill in a form",
            card=None,
            delete_previous_message=False,
            chained_commands=[Filled()],
        )

    def execute(self, _message: str, _actions: object, _activity: object) -> Response:
        """Answer."""
        action = {"type": "Action.Submit", "title": "OK", "data": {"callback_keyword": "filled"}}
        response = Response()
        response.text = "a form"
        response.attachments = {
            "contentType": "application/vnd.microsoft.card.adaptive",
            "content": {"type": "AdaptiveCard", "version": "1.2", "body": [], "actions": [action]},
        }
        return response


class Filled(Command):
    """Answers what was filled in."""

    def __init__(self) -> None:
        super().__init__(card_callback_keyword="filled", card=None)

    def execute(self, _message: str, actions: object, _activity: object) -> str:
        """Answer."""
        return f"filled in {actions.inputs['name']}"


webex_websocket_client.DEFAULT_U2C_URL = f"{STATE['websocket_catalog']}/catalog"
websockets.connect = _connect_without_tls
webex_websocket_client.WebexAPI = lambda **options: WebexAPI(base_url=f"{STATE['api']}/", **options)

if __name__ == "__main__":
    bot = WebexBot(token("Connect Bot"), approved_domains=["example.com"], bot_name="Connect Bot")
    bot.add_command(Shout())
    bot.add_command(Form())
    print("ready", flush=True)
    bot.run()
