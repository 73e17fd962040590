"""A bot on `webexteamsbot`, which takes webhooks."""

from __future__ import annotations

import os

import webexteamsbot.webexteamsbot as module
from checks import STATE, token
from webexteamssdk import WebexTeamsAPI

PORT = int(os.environ["BOT_PORT"])
API = f"{STATE['api']}/"
# it makes a second API object, without the address
module.WebexTeamsAPI = lambda **options: WebexTeamsAPI(**{**options, "base_url": API})


def shout(message: object) -> str:
    """Answer in capitals."""
    return bot.extract_message("shout", message.text).strip().upper()


if __name__ == "__main__":
    bot = module.TeamsBot(
        "Connect Bot",
        teams_bot_token=token("Connect Bot"),
        teams_api_url=API,
        teams_bot_email="connect@webex.bot",
        teams_bot_url=f"http://127.0.0.1:{PORT}/",
    )
    bot.add_command("shout", "Shout something", shout)
    print("ready", flush=True)
    bot.run(host="127.0.0.1", port=PORT)
