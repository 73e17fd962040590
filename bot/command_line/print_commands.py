"""Prints what scripts and administrators ask for."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from bot.command_line.command_start import busy, plainly, read_settings


@click.group()
def key() -> None:
    """What encrypts the work in hand where it lies."""


@key.command()
def new() -> None:
    """Make a key for PAYLOAD_KEYS."""
    from bot.edges.storage.encryption import new_key  # noqa: PLC0415

    click.echo(new_key())


@click.command()
@click.argument("subject")
@click.option("--hosts", default=1, show_default=True, help="How many host links.")
@click.option("--guests", default=1, show_default=True, help="How many guest links.")
@click.option(
    "--minutes", type=click.IntRange(1, 1440), help="How long they work; LINK_MINUTES if not said."
)
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
def links(subject: str, hosts: int, guests: int, minutes: int | None, as_json: bool) -> None:
    """Mint links for a meeting and print them, the guests' first."""
    settings = read_settings("ask")
    from bot.process import operator_tasks  # noqa: PLC0415

    try:
        with plainly("Instant Connect"), busy("Asking Instant Connect"):
            minted = operator_tasks.mint(settings, hosts, guests, minutes or settings.link_minutes)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    click.echo(json.dumps({"subject": subject, **minted}) if as_json else _listed(minted))


def _listed(minted: dict[str, list[str]]) -> str:
    rows = [f"guest  {link}" for link in minted["guests"]]
    return "\n".join(rows + [f"host   {link}" for link in minted["hosts"]])


@click.command()
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Leave out what opened before, in UTC."
)
@click.option("--json", "form", flag_value="json", help="For scripts.")
@click.option("--csv", "form", flag_value="csv", help="For tables.")
def audit(since: datetime | None, form: str | None) -> None:
    """Tell who met and how links went out, without names."""
    settings = read_settings("recall")
    from bot.edges.storage.audit import as_csv, as_text  # noqa: PLC0415
    from bot.process import operator_tasks  # noqa: PLC0415

    with plainly(), busy("Reading"):
        found = operator_tasks.audit(settings, since.replace(tzinfo=UTC) if since else None)
    if form == "json":
        click.echo(json.dumps([vars(each) for each in found]))
    elif form == "csv":
        click.echo(as_csv(found), nl=False)
    else:
        click.echo(as_text(found) or "No meetings are on record.\n", nl=False)
