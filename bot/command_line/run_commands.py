"""The `run`, `web`, `worker` and `sandbox` commands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bot.command_line import command_start
from bot.command_line.command_start import begun, busy, plainly, read_settings, serve, with_env_file

if TYPE_CHECKING:
    from bot.settings import Settings


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port of the chat page; 0 for any free one.",
)
@click.option("--open", "opens", is_flag=True, help="Open the chat page in the browser.")
@click.option("--key", is_flag=True, help="Print a key for a program, and the address to call.")
@click.option("--say", metavar="TEXT", help="Say this, print the bot's messages, and exit.")
@click.option(
    "--as", "speaker", default="erin@example.com", show_default=True, help="The person who says it."
)
def sandbox(port: int, *, opens: bool, key: bool, say: str | None, speaker: str) -> None:
    """Try the bot on this machine, without a Webex account.

    With --say, the exit status is 1 if an expected message didn't arrive, and 2 if that couldn't
    be said.
    """
    from bot.process import logs

    try:
        from bot.process import demo
    except ModuleNotFoundError as missing:
        raise click.ClickException(
            f"The sandbox needs {missing.name}, which isn't installed. Install it with"
            " `pip install -r requirements.txt`."
        ) from None
    logs.begin("warning")
    with plainly():
        if say is not None:
            with busy("Starting the sandbox"):
                status = demo.say(say, speaker)
            raise SystemExit(status)
        demo.serve(port, until=command_start.told_to_stop(), opens=opens, key=key)


@click.command()
@with_env_file
@click.option("--tunnel", is_flag=True, help="Use the ngrok tunnel that runs on this machine.")
def run(*, tunnel: bool) -> None:
    """Run the bot in one process."""
    settings = read_settings()
    if settings.public_url is None and settings.intake == "webhooks" and not tunnel:
        raise click.ClickException(
            "PUBLIC_URL is not set, so Webex can't reach the bot. Set it to the bot's https"
            " address, or use `run --tunnel` or INTAKE=websocket; README.md explains both."
        )
    with plainly(), begun(lambda: _running(settings, tunnel=tunnel)) as ready:
        serve(ready)


@contextmanager
def _running(settings: Settings, *, tunnel: bool) -> Iterator[str]:
    from bot.process.app import Bot
    from bot.process.both_halves import running
    from bot.process.tunnel import reached

    with (
        running(one := Bot(settings)) as listens,
        reached(one, listens, tunnel=tunnel) as how,
    ):
        yield f"The bot listens on {listens}; {how}."


@click.command()
@with_env_file
def web() -> None:
    """Run the web half: receive notices and record them."""
    settings = read_settings()
    from bot.process.app import Bot
    from bot.process.web_half import receiving

    with plainly(), begun(lambda: receiving(Bot(settings))) as address:
        serve(f"The web half listens at {address}.")


@click.command()
@with_env_file
def worker() -> None:
    """Run the worker half: handle recorded notices."""
    settings = read_settings()
    from bot.process.app import Bot
    from bot.process.worker_half import serving

    with plainly(), begun(lambda: serving(Bot(settings))):
        serve("The worker is running.")
