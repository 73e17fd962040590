"""Says what is wrong with this installation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bot.command_line.command_start import busy

if TYPE_CHECKING:
    from bot.core.diagnosis.findings import Finding

COLOURS = {"green": "green", "amber": "yellow", "red": "red"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
def doctor(as_json: bool) -> None:
    """Say what is wrong with this installation.

    Each line is green, amber (worth a look) or red (people are not served), with what to do. It
    ends with 1 if one is red, else with 0.
    """
    from bot.process import logs  # noqa: PLC0415
    from bot.process.doctor import examine_this  # noqa: PLC0415

    logs.begin("error")
    with busy("Looking at everything"):
        found = examine_this()
    if as_json:
        click.echo(json.dumps([each.record() for each in found], indent=2))
    else:
        _print(found)
    raise SystemExit(any(each.light == "red" for each in found))


def _print(found: Sequence[Finding]) -> None:
    width = max(len(each.name) for each in found)
    for each in found:
        light = click.style(f"{each.light:5}", fg=COLOURS[each.light], bold=True)
        click.echo(f"{light}  {each.name:{width}}  {each.says}")
        if each.do:
            click.echo(f"{'':{7 + width}}  {each.do}")
