"""The `keys` commands: make, list, change and revoke the keys of other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from bot.command_line.command_start import opened_database, read_settings, with_env_file
from bot.command_line.option_types import Duration

if TYPE_CHECKING:
    from bot.core.domain.api_keys import ApiKey
    from bot.edges.storage.api_key_store import ApiKeyStore


@click.group()
def keys() -> None:
    """Manage the keys with which other programs call the bot."""


@keys.command()
@with_env_file
@click.argument("name")
@click.option(
    "--scopes",
    default="meetings",
    show_default=True,
    help="What the key allows: meetings, or meetings,host-links.",
)
@click.option(
    "--expires",
    type=Duration(),
    default="365d",
    show_default=True,
    help="How long the key works, in days or hours, or never to have no end.",
)
@click.option(
    "--per-minute",
    type=click.IntRange(1, 10_000),
    default=120,
    show_default=True,
    help="How many requests the program may make in a minute.",
)
def new(name: str, scopes: str, expires: timedelta | None, per_minute: int) -> None:
    """Make a key for the program NAME, and print it. It is shown only once."""
    asked = [each.strip() for each in scopes.split(",") if each.strip()]
    with _stored() as store:
        made = store.new(name, asked, expires, per_minute)
    click.echo(made)
    click.echo("Keep it like a password: it isn't shown again.", err=True)


@keys.command()
@with_env_file
@click.argument("name")
@click.option(
    "--overlap",
    type=Duration(),
    default="7d",
    show_default=True,
    help="How long the current key still works, in days or hours.",
)
def rotate(name: str, overlap: timedelta | None) -> None:
    """Make a second key for the program NAME. The current one works a while longer."""
    if overlap is None:
        raise click.BadParameter("The current key has to end.", param_hint="--overlap")
    with _stored() as store:
        made, until = store.rotate(name, overlap)
    click.echo(made)
    click.echo(f"The current key works until {_moment(until)} UTC.", err=True)


@keys.command()
@with_env_file
@click.argument("which", metavar="NAME|ID")
def revoke(which: str) -> None:
    """Revoke all keys of a program, or the one with this id. It can't be undone."""
    with _stored() as store:
        many = store.revoke(which)
    if not many:
        raise click.ClickException(f"There is no key {which} to revoke.")
    click.echo(f"{many} {'key' if many == 1 else 'keys'} revoked.")


@keys.command("list")
@with_env_file
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_keys(*, as_json: bool) -> None:
    """List the keys and when they were last used."""
    with _stored() as store:
        found = store.all()
    if as_json:
        click.echo(json.dumps([_as_data(each) for each in found]))
        return
    for each in found:
        state, scopes = each.state(datetime.now(UTC)), ",".join(sorted(each.scopes))
        until = _moment(each.expires) if each.expires else "never"
        used = _moment(each.used) if each.used else "never"
        click.echo(
            f"{each.id}  {each.name}  {state}  {scopes}  {each.per_minute}/min"
            f"  expires {until}  last used {used}"
        )
    if not found:
        click.echo("There are no keys. Make one with `keys new NAME`.")


@contextmanager
def _stored() -> Iterator[ApiKeyStore]:
    settings = read_settings("maintain")
    from bot.edges.storage.api_key_store import ApiKeyStore
    from bot.edges.storage.encryption import keys_of
    from bot.edges.storage.meeting_secrets import MeetingSecrets

    with opened_database(settings) as opened:
        url = settings.database_url.get_secret_value()
        yield ApiKeyStore(opened, MeetingSecrets(keys_of(settings.keys, url)).new_seed)


def _as_data(key: ApiKey) -> dict[str, object]:
    moments = {name: getattr(key, name) for name in ("made", "expires", "revoked", "used")}
    return {
        "id": key.id,
        "name": key.name,
        "state": key.state(datetime.now(UTC)),
        "scopes": sorted(key.scopes),
        "per_minute": key.per_minute,
        **{name: at.isoformat(timespec="seconds") if at else None for name, at in moments.items()},
    }


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
