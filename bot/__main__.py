"""The bot's commands. Each imports what it needs when it is called, so that help comes at once."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.settings import Settings


@contextmanager
def _plainly(service: str = "Webex") -> Iterator[None]:
    """End with a sentence, and without a traceback, where an operator can mend what is wrong."""
    from bot import starting  # noqa: PLC0415

    try:
        yield
    except starting.MENDABLE as error:
        raise click.ClickException(starting.why(error, service)) from None


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def bot() -> None:
    """Start video meetings from a Webex chat; guests need no account."""


@bot.command()
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
    """Try everything here, without an account."""
    from bot import logs  # noqa: PLC0415
    from bot.sandbox import demo  # noqa: PLC0415

    logs.begin("warning")
    with _plainly():
        if say is not None:
            raise SystemExit(demo.say(say, speaker))
        demo.serve(port, until=_told_to_stop())


@bot.command()
def run() -> None:
    """Run the bot in one process: receive and serve."""
    settings = _settings()
    if settings.public_url is None:
        raise click.ClickException(
            "PUBLIC_URL is not set: Webex has to reach this bot. Set it to the https address that"
            " leads here."
        )
    from bot.app import Bot, running  # noqa: PLC0415

    with _plainly(), running(one := Bot(settings)) as address:
        one.register(settings.public_url)
        _serve(f"The bot listens on {address}; Webex reaches it at {settings.public_url}.")


@bot.command()
def web() -> None:
    """Receive notices and record them for the workers."""
    settings = _settings()
    from bot.app import Bot, receiving  # noqa: PLC0415

    with _plainly(), receiving(Bot(settings)) as address:
        _serve(f"Notices are taken at {address}.")


@bot.command()
def worker() -> None:
    """Serve the notices that were recorded."""
    settings = _settings()
    from bot.app import Bot, working  # noqa: PLC0415

    with _plainly(), working(Bot(settings)):
        _serve("The worker serves what is recorded.")


@bot.group()
def key() -> None:
    """What encrypts the work in hand where it lies."""


@key.command()
def new() -> None:
    """Make a key for PAYLOAD_KEYS."""
    from bot.edges.payloads import new_key  # noqa: PLC0415

    click.echo(new_key())


@bot.group()
def webhooks() -> None:
    """What Webex is asked to tell the bot."""


@webhooks.command()
def sync() -> None:
    """Register or revive them, at PUBLIC_URL."""
    settings = _settings()
    if settings.public_url is None:
        click.echo("PUBLIC_URL is not set, so no webhooks were registered.")
        return
    from bot.app import Bot  # noqa: PLC0415

    with _plainly():
        synced = Bot(settings).register(settings.public_url)
    click.echo(
        f"Webhooks: {len(synced.created)} registered, {len(synced.renewed)} renewed,"
        f" {len(synced.removed)} removed."
    )


@webhooks.command("list")
def list_them() -> None:
    """List all of the token's, with what they tell, and whom."""
    settings = _settings()
    from bot.app import webex_of  # noqa: PLC0415

    with _plainly():
        found = webex_of(settings).webhooks.all()
    for each in sorted(found, key=lambda each: (each.target, each.kind)):
        state = "active  " if each.active else "disabled"
        click.echo(f"{state}  {':'.join(each.kind):26}  {each.target}  {each.name}")
    if not found:
        click.echo("No webhooks are registered. `webhooks sync` registers the bot's.")


@webhooks.command()
@click.option(
    "--url", metavar="URL", help="Of an installation that is gone; PUBLIC_URL if not said."
)
def remove(url: str | None) -> None:
    """Remove this installation's, and nobody else's."""
    settings = _settings()
    address = url or settings.public_url
    if address is None:
        raise click.ClickException("PUBLIC_URL is not set. Set it, or say --url.")
    from bot.app import webex_of  # noqa: PLC0415
    from bot.edges import webhooks as registered  # noqa: PLC0415

    with _plainly():
        number = registered.remove(webex_of(settings).webhooks, address)
    click.echo(f"Webhooks: {number} removed; Webex tells {address} nothing more.")


@bot.command()
@click.argument("subject")
@click.option("--hosts", default=1, show_default=True, help="How many host links.")
@click.option("--guests", default=1, show_default=True, help="How many guest links.")
@click.option(
    "--minutes", type=click.IntRange(1, 1440), help="How long they work; LINK_MINUTES if not said."
)
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
def links(subject: str, hosts: int, guests: int, minutes: int | None, as_json: bool) -> None:
    """Mint links for a meeting and print them, the guests' first."""
    settings = _settings()
    from bot import operating  # noqa: PLC0415

    try:
        with _plainly("Instant Connect"):
            minted = operating.mint(settings, hosts, guests, minutes or settings.link_minutes)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    click.echo(json.dumps({"subject": subject, **minted}) if as_json else _listed(minted))


def _listed(minted: dict[str, list[str]]) -> str:
    rows = [f"guest  {link}" for link in minted["guests"]]
    return "\n".join(rows + [f"host   {link}" for link in minted["hosts"]])


@bot.command()
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Leave out what opened before, in UTC."
)
@click.option("--json", "form", flag_value="json", help="For scripts.")
@click.option("--csv", "form", flag_value="csv", help="For tables.")
def audit(since: datetime | None, form: str | None) -> None:
    """Tell who met and how links went out, without names."""
    settings = _settings(speaking=False)
    from bot import app  # noqa: PLC0415
    from bot.edges.audit import as_csv, as_text  # noqa: PLC0415

    with _plainly():
        found = app.audit(settings, since.replace(tzinfo=UTC) if since else None)
    if form == "json":
        click.echo(json.dumps([vars(each) for each in found]))
    elif form == "csv":
        click.echo(as_csv(found), nl=False)
    else:
        click.echo(as_text(found) or "No meetings are on record.\n", nl=False)


def _settings(*, speaking: bool = True) -> Settings:
    from bot import logs, settings  # noqa: PLC0415

    with _plainly():
        read = settings.read(settings.Settings if speaking else settings.RecordSettings)
    logs.begin(read.log_level)
    return read


def _serve(ready: str) -> None:
    """Say that all is ready, once a signal would be heard, and go on until one comes."""
    told = _told_to_stop()
    click.echo(ready)
    told.wait()


def _told_to_stop() -> threading.Event:
    told = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: told.set())
    return told


if __name__ == "__main__":
    bot(prog_name="python -m bot")
