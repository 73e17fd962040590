"""The `key`, `links` and `audit` commands, which print for people and scripts."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.command_line.command_start import busy, plainly, read_settings, with_env_file

if TYPE_CHECKING:
    from bot.client import MeetingLinks


@click.group()
def key() -> None:
    """Manage the keys that encrypt work in progress."""


@key.command()
def new() -> None:
    """Print a new key for PAYLOAD_KEYS."""
    from bot.edges.storage.encryption import new_key

    click.echo(new_key())


@click.command()
@with_env_file
@click.argument("subject")
@click.option("--hosts", default=1, show_default=True, help="How many host links.")
@click.option("--guests", default=1, show_default=True, help="How many guest links.")
@click.option(
    "--minutes",
    type=click.IntRange(1, 1440),
    help="How long the links work.  [default: LINK_MINUTES]",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def links(subject: str, hosts: int, guests: int, minutes: int | None, as_json: bool) -> None:
    """Mint links for a meeting about SUBJECT and print them."""
    settings = read_settings("ask")
    from bot.process import operator_tasks

    try:
        with plainly("Instant Connect"), busy("Asking Instant Connect"):
            minted = operator_tasks.mint(settings, hosts, guests, minutes or settings.link_minutes)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if as_json:
        click.echo(json.dumps({"subject": subject, **_as_data(minted)}))
    else:
        click.echo(_listed(minted))


def _as_data(minted: MeetingLinks) -> dict[str, object]:
    expires = minted.expires.isoformat(timespec="seconds")
    return {"guests": minted.guests, "hosts": minted.hosts, "expires": expires}


def _listed(minted: MeetingLinks) -> str:
    rows = [f"guest  {link}" for link in minted.guests]
    rows += [f"host   {link}" for link in minted.hosts]
    return "\n".join([*rows, f"until  {minted.expires:%Y-%m-%d %H:%M} UTC"])


@click.command()
@with_env_file
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Leave out meetings before this date (UTC)."
)
@click.option("--json", "form", flag_value="json", help="Print JSON.")
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
def audit(since: datetime | None, form: str | None) -> None:
    """List past meetings and how their links were sent, without names."""
    settings = read_settings("recall")
    from bot.edges.storage.audit import as_csv, as_text
    from bot.process import operator_tasks

    with plainly(), busy("Reading"):
        found = operator_tasks.audit(settings, since.replace(tzinfo=UTC) if since else None)
    if form == "json":
        click.echo(json.dumps([vars(each) for each in found]))
    elif form == "csv":
        click.echo(as_csv(found), nl=False)
    else:
        click.echo(as_text(found) or "There are no meetings on record.\n", nl=False)
