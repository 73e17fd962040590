"""The `webhooks` commands: register, list and remove webhooks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from bot.command_line.command_start import busy, plainly, read_settings, with_env_file

if TYPE_CHECKING:
    from bot.edges.webex.webhook_registrations import Webhook

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def webhooks() -> None:
    """Manage the bot's webhooks at Webex."""


@webhooks.command()
@with_env_file
@as_json
def sync(*, as_json: bool) -> None:
    """Register the webhooks for PUBLIC_URL, or repair them."""
    settings = read_settings("register")
    if settings.intake == "websocket":
        click.echo("Notices arrive over a WebSocket, so no webhooks were registered.", err=as_json)
        return
    if settings.public_url is None:
        click.echo("PUBLIC_URL is not set, so no webhooks were registered.", err=as_json)
        return
    from bot.process.app import Bot

    with plainly(), busy("Asking Webex"):
        synced = Bot(settings).register(settings.public_url)
    if as_json:
        click.echo(json.dumps(vars(synced)))
        return
    click.echo(
        f"Webhooks: {len(synced.created)} registered, {len(synced.renewed)} renewed,"
        f" {len(synced.removed)} removed."
    )


@webhooks.command("list")
@with_env_file
@as_json
def list_them(*, as_json: bool) -> None:
    """List all webhooks of the bot's token."""
    settings = read_settings("ask")
    from bot.process.services import webex_of

    with plainly(), busy("Asking Webex"):
        found = webex_of(settings).webhooks.all()
    found = sorted(found, key=lambda each: (each.target, each.kind))
    if as_json:
        click.echo(json.dumps([_plain(each) for each in found]))
        return
    for each in found:
        state = "active  " if each.active else "disabled"
        click.echo(f"{state}  {':'.join(each.kind):26}  {each.target}  {each.name}")
    if not found:
        click.echo("No webhooks are registered. Run `webhooks sync` to register them.")


def _plain(found: Webhook) -> dict[str, object]:
    """Return a webhook as plain data, without its secret."""
    return {key: value for key, value in vars(found).items() if key != "secret"}


@webhooks.command()
@with_env_file
@click.option(
    "--url", metavar="URL", help="The address whose webhooks to remove.  [default: PUBLIC_URL]"
)
@as_json
def remove(url: str | None, *, as_json: bool) -> None:
    """Remove the webhooks for one address, and no others."""
    settings = read_settings("ask")
    address = url or settings.public_url
    if address is None:
        raise click.ClickException("PUBLIC_URL is not set. Set it, or use --url.")
    from bot.edges.webex import webhook_sync as registered
    from bot.process.services import webex_of

    with plainly(), busy("Asking Webex"):
        done = registered.remove(webex_of(settings).webhooks, address)
    if as_json:
        click.echo(json.dumps(vars(done)))
        return
    click.echo(f"Webhooks: {len(done.removed)} removed for {address}.")
