"""The `doctor` command: checks this installation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bot.command_line.command_start import busy, env_file, with_env_file

if TYPE_CHECKING:
    from bot.core.diagnosis.findings import Finding

COLOURS = {"green": "green", "amber": "yellow", "red": "red"}


@click.command()
@with_env_file
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--send-test",
    metavar="ADDRESS",
    help="Send a test message to this email address or phone number, as a guest would get it.",
)
def doctor(*, as_json: bool, send_test: str | None) -> None:
    """Check this installation and say how to fix it.

    Each line is green, amber (worth a look) or red (people can't use the bot). The exit status is
    1 if a line is red, else 0.
    """
    from bot.process import logs

    logs.begin("error")
    with busy("Checking everything"):
        found = _examined(send_test)
    if as_json:
        click.echo(json.dumps([each.record() for each in found], indent=2))
    else:
        _print(found)
    raise SystemExit(any(each.light == "red" for each in found))


def _examined(test: str | None) -> list[Finding]:
    from bot.process.doctor import examine_this

    try:
        return examine_this(env_file(), test)
    except ValueError as error:
        raise click.BadParameter(f"{error}.", param_hint="--send-test") from None


def _print(found: Sequence[Finding]) -> None:
    width = max(len(each.name) for each in found)
    for each in found:
        light = click.style(f"{each.light:5}", fg=COLOURS[each.light], bold=True)
        click.echo(f"{light}  {each.name:{width}}  {each.says}")
        if each.do:
            click.echo(f"{'':{7 + width}}  {each.do}")
