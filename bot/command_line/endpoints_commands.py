"""The `endpoints` commands: where other programs are told what happens to their meetings."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from bot.command_line.command_start import opened_database, read_settings, with_env_file
from bot.command_line.option_types import Duration

if TYPE_CHECKING:
    from bot.core.domain.program_events import EventEndpoint
    from bot.edges.storage.event_store import EventStore
    from bot.settings import Settings


@click.group()
def endpoints() -> None:
    """Manage where other programs are told of events."""


@endpoints.command()
@with_env_file
@click.argument("program")
@click.argument("url")
@click.option("--types", default="", help="What to tell, separated by commas; without it, all.")
@click.option("--contact", default="", help="Whom to tell in Webex when it is turned off.")
def new(program: str, url: str, types: str, contact: str) -> None:
    """Tell PROGRAM, which has a key, of events at URL. Prints the secret that signs them."""
    from bot.core.domain.program_events import checked_types
    from bot.edges.outbound_address import AddressRefused
    from bot.edges.outbound_calls import OutboundCalls

    asked = [each.strip() for each in types.split(",") if each.strip()]
    with _stored() as (settings, store):
        if not store.endpoints.has_key(program):
            raise ValueError(f"{program} has no key. Make one with `keys new {program}`.")
        try:
            OutboundCalls(settings.callable_networks).check(url)
        except AddressRefused as refused:
            said = f"{refused} OUTBOUND_NETWORKS names private networks that may be called."
            raise click.BadParameter(said, param_hint="URL") from None
        made, secret = store.endpoints.add(
            secrets.token_hex(8), program, url, checked_types(asked), contact
        )
    click.echo(secret)
    click.echo(f"{made.id} is the endpoint's id. Give the secret to the program.", err=True)


@endpoints.command("list")
@with_env_file
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_endpoints(*, as_json: bool) -> None:
    """List the endpoints, and what came of the latest event of each."""
    with _stored() as (_, store):
        found = [(each, _latest(store, each)) for each in store.endpoints.all()]
    if as_json:
        click.echo(json.dumps([_as_data(each, latest) for each, latest in found]))
        return
    for each, latest in found:
        types = ",".join(sorted(each.types)) or "everything"
        click.echo(f"{each.id}  {each.program}  {_state(each)}  {types}  {latest}")
    if not found:
        click.echo("There are no endpoints. Add one with `endpoints new PROGRAM URL`.")


@endpoints.command()
@with_env_file
@click.argument("which", metavar="ID")
def test(which: str) -> None:
    """Send a test to an endpoint."""
    with _stored() as (_, store):
        store.send_test(_found(store, which), secrets.token_hex(16))
    click.echo("A test is on its way. `endpoints list` says what came of it.")


@endpoints.command()
@with_env_file
@click.argument("which", metavar="ID")
def rotate(which: str) -> None:
    """Make a new secret for an endpoint. The earlier one signs beside it for 24 hours."""
    with _stored() as (_, store):
        made, until = store.endpoints.rotate_secret(_found(store, which), secrets.token_hex(16))
    click.echo(made)
    said = f"The earlier secret signs, too, until {until.astimezone(UTC):%Y-%m-%d %H:%M} UTC."
    click.echo(f"{said} Give the new one to the program.", err=True)


@endpoints.command()
@with_env_file
@click.argument("which", metavar="ID")
@click.option(
    "--since",
    type=Duration(),
    default="7d",
    show_default=True,
    help="How far to go back, in days or hours.",
)
def replay(which: str, since: timedelta | None) -> None:
    """Send an endpoint the events again that it hasn't accepted."""
    with _stored() as (_, store):
        back = datetime.now(UTC) - since if since else None
        many = len(store.replay(_found(store, which), secrets.token_hex(16), since=back))
    click.echo(f"{many} {'event is' if many == 1 else 'events are'} sent again.")


@endpoints.command()
@with_env_file
@click.argument("which", metavar="ID")
def on(which: str) -> None:
    """Turn an endpoint on again. `replay` sends what it missed."""
    with _stored() as (_, store):
        store.endpoints.change(replace(_found(store, which), stopped=None))
    click.echo(f"{which} is on. `endpoints replay {which}` sends what it missed.")


@endpoints.command()
@with_env_file
@click.argument("which", metavar="ID")
def off(which: str) -> None:
    """Turn an endpoint off. Its events are kept for some days, to be replayed."""
    with _stored() as (_, store):
        store.endpoints.change(replace(_found(store, which), stopped=store.clock()))
    click.echo(f"{which} is off.")


@endpoints.command()
@with_env_file
@click.argument("which", metavar="ID")
def remove(which: str) -> None:
    """Remove an endpoint and its events."""
    with _stored() as (_, store):
        store.endpoints.delete(_found(store, which))
    click.echo(f"{which} is removed.")


@contextmanager
def _stored() -> Iterator[tuple[Settings, EventStore]]:
    settings = read_settings("maintain")
    from bot.edges.durable.inbox import Inbox
    from bot.edges.storage.encryption import PayloadCipher, keys_of
    from bot.edges.storage.event_store import EventStore

    with opened_database(settings) as opened:
        cipher = PayloadCipher(keys_of(settings.keys, settings.database_url.get_secret_value()))
        yield settings, EventStore(opened, cipher, Inbox(opened, cipher).row_of)


def _found(store: EventStore, which: str) -> EventEndpoint:
    found = (each for each in store.endpoints.all() if each.id == which)
    endpoint = next(found, None)
    if endpoint is None:
        raise ValueError(f"There is no endpoint {which}. `endpoints list` shows their ids.")
    return endpoint


def _latest(store: EventStore, endpoint: EventEndpoint) -> str:
    newest = next(iter(store.deliveries(endpoint, 1)), None)
    if newest is None:
        return "no event yet"
    if newest.delivered:
        return f"accepted {newest.type}"
    if not newest.attempts:
        return f"{newest.type} is waiting"
    return f"{newest.type}: {newest.status or 'no answer'}, {newest.attempts} attempts"


def _state(endpoint: EventEndpoint) -> str:
    return "off" if endpoint.stopped else "on"


def _as_data(endpoint: EventEndpoint, latest: str) -> dict[str, object]:
    return {
        "id": endpoint.id,
        "program": endpoint.program,
        "state": _state(endpoint),
        "types": sorted(endpoint.types),
        "contact": endpoint.contact or None,
        "latest": latest,
    }
