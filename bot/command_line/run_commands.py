"""Runs the bot, and the sandbox with the bot in it."""

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
    help="Where the chat page is; 0: any.",
)
@click.option("--say", metavar="TEXT", help="Say this, print who was told what, and leave.")
@click.option("--as", "speaker", default="erin@example.com", show_default=True, help="Who says it.")
def sandbox(port: int, say: str | None, speaker: str) -> None:
    """Try everything here, without an account.

    With --say it ends with 1 if something that could be expected did not arrive, and with 2 if
    that could not be said.
    """
    from bot.process import logs

    try:
        from bot.process import demo
    except ModuleNotFoundError as missing:
        raise click.ClickException(
            f"The sandbox needs {missing.name}, which is not installed. Install all it needs with"
            " `pip install -r requirements.txt`."
        ) from None
    logs.begin("warning")
    with plainly():
        if say is not None:
            with busy("Running a small Webex, and the bot in it"):
                status = demo.say(say, speaker)
            raise SystemExit(status)
        demo.serve(port, until=command_start.told_to_stop())


@click.command()
@with_env_file
@click.option("--tunnel", is_flag=True, help="Be reached through ngrok, which runs beside it.")
def run(*, tunnel: bool) -> None:
    """Run the bot in one process: receive and serve."""
    settings = read_settings()
    if settings.public_url is None and settings.intake == "webhooks" and not tunnel:
        raise click.ClickException(
            "PUBLIC_URL is not set: Webex has to reach this bot. Set it to the https address that"
            " leads here; if there is none, use `run --tunnel` or INTAKE=websocket, as README.md"
            " explains."
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
    """Receive notices and record them for the workers."""
    settings = read_settings()
    from bot.process.app import Bot
    from bot.process.web_half import receiving

    with plainly(), begun(lambda: receiving(Bot(settings))) as address:
        serve(f"Notices are taken at {address}.")


@click.command()
@with_env_file
def worker() -> None:
    """Serve the notices that were recorded."""
    settings = read_settings()
    from bot.process.app import Bot
    from bot.process.worker_half import serving

    with plainly(), begun(lambda: serving(Bot(settings))):
        serve("The worker serves what is recorded.")
