"""The `webex` command: an emulated Webex for developing any bot."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.command_line import command_start
from bot.command_line.command_start import plainly

WEATHER = ("broker", "mail", "texts", "webex", "rate", "slow")


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port; 0 for any free one.",
)
@click.option(
    "--world",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A TOML file with the people, bots and rooms.",
)
@click.option(
    "--latency",
    type=click.FloatRange(0, 60),
    default=0,
    metavar="SECONDS",
    help="How much longer each call takes.",
)
@click.option(
    "--weather",
    type=click.Choice(WEATHER),
    multiple=True,
    help="An outage that is on from the start.",
)
@click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    metavar="FILE",
    help="Write the traffic to this HTTP Archive at the end, without tokens.",
)
def webex(
    port: int, world: Path | None, latency: float, weather: tuple[str, ...], record: Path | None
) -> None:
    """Run a small Webex here, for developing any bot.

    It comes with Instant Connect. Prints the addresses, ids and tokens as JSON. Point your SDK at
    `api`, open `page` to chat, and send a POST to `reset` to begin again.
    """
    from bot.emulator.webex_emulator import InitialState, open_emulator
    from bot.emulator.world_file import WorldFileError

    beginning = InitialState(world, latency, weather)
    try:
        with plainly(), open_emulator(beginning, port, record) as running:
            click.echo(json.dumps(running.state, indent=2, ensure_ascii=False))
            command_start.told_to_stop().wait()
    except WorldFileError as wrong:
        raise click.ClickException(str(wrong)) from None
