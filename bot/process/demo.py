"""Runs the sandbox with the real bot in it."""

from __future__ import annotations

import re
import secrets
import tempfile
import textwrap
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from bot.core.domain.desks import Desk
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.parsing import grammar
from bot.core.parsing.text import mentions
from bot.core.steps.desk_steps import ReadDeskAddresses, SaveDesk
from bot.core.steps.expert_steps import SaveGroup
from bot.core.steps.message_marks import without_mark
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.ledger import Ledger
from bot.process.api_setup import api_keys_of
from bot.process.app import Bot
from bot.process.both_halves import running
from bot.process.env_file import machine_time_zone
from bot.sandbox.expectations import Expected, Wanted, said_by
from bot.sandbox.page import phone_pages
from bot.sandbox.page.mail_pages import opened
from bot.sandbox.page.post_office import open_post_office
from bot.sandbox.plain_text import plain_text
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.model import Message, Person, Refusal
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings

SPACE, DESK = "Support", "front desk"
REGION = "DE"
PATIENCE = 20.0
"""Seconds that `say` waits for the expected messages."""

_MENTION = re.compile(r"(?i)^@(connect ?bot|bot)\b[ ,:]*")


@contextmanager
def open_sandbox(
    world: World, port: int = 0, begun: Callable[[Bot, str], None] | None = None
) -> Iterator[str]:
    """Run the sandbox and the bot for as long as the block runs; yield the page's address.

    Args:
        world: the sandbox's world.
        port: the page's port; 0 for any free one.
        begun: is told of the bot, and of the address that it listens on; None for nobody.
    """
    with tempfile.TemporaryDirectory(prefix="instant-connect-") as folder:
        with open_town(world, port) as address, open_post_office(world) as mail_port:
            settings = _settings(world, address, mail_port, Path(folder) / "bot.sqlite")
            bot = Bot(settings, clock=lambda: world.clock().timestamp())
            world.clock.on_advance.append(bot.store.advance)
            with running(bot) as receiver:
                bot.register(receiver)
                bot.open_doors_at(receiver)
                _hang_poster(bot, world)
                if begun:
                    begun(bot, receiver)
                yield address
        bot.close()


def _hang_poster(bot: Bot, world: World) -> None:
    """Hang a poster at the front desk that calls the people in the space."""
    group = ExpertGroup(SPACE.lower(), (Tier(world.titled(SPACE).id),))
    Ledger(bot.database).expert_groups.save(SaveGroup(group))
    desk = Desk(DESK, group.name, bot.secrets.new_seed(), ("en", "de", "fr"))
    desks = DeskStore(bot.database, bot.secrets)
    desks.save(SaveDesk(desk))
    addresses = desks.addresses(ReadDeskAddresses(desk, bot.doors_at))
    world.posters[desk.title] = addresses.page


class _SandboxSettings(Settings):
    """Settings that ignore the operator's environment and files."""

    @classmethod
    def settings_customise_sources(cls, *_: object, **sources: Any) -> tuple[Any, ...]:
        """Return the only source: the arguments."""
        return (sources["init_settings"],)


def _settings(world: World, address: str, mail_port: int, file: Path) -> Settings:
    return _SandboxSettings(
        webex_access_token=_token(world, world.named("Connect Bot")),
        webhook_secret=secrets.token_urlsafe(24),
        bot_allowed="example.com",
        bot_admins="erin@example.com",
        webex_api_url=f"{address}/v1/",
        broker_url=address,
        link_base=address,
        database_url=f"sqlite:///{file}",
        devices="Room 12=room12@rooms.example.com; Room 14=room14@rooms.example.com",
        meetings_site="https://example.webex.com",
        smtp_url=f"smtp+plain://127.0.0.1:{mail_port}",
        mail_from="connect@example.com",
        organisation="Example Clinic",
        both_to="*",  # so that both the message and the email can be seen
        phone_region=REGION,
        time_zone=machine_time_zone(),
        webex_connect_url=f"{address}{phone_pages.PATH}",
        webex_connect_key=phone_pages.KEY,
        host="127.0.0.1",
        port=0,
        outbound_networks="127.0.0.1, ::1",
        log_level="warning",
    )


def _token(world: World, person: Person) -> str:
    return next(token for token, owner in world.tokens.items() if owner == person.id)


def print_key(bot: Bot, receiver: str) -> None:
    """Make a key for a program, and print it with the address that the program calls."""
    key = api_keys_of(bot).new("program", ["meetings", "host-links"], timedelta(days=1))
    click.echo(f"Programs call {receiver} with the key {key}")


def serve(port: int, until: threading.Event, *, opens: bool = False, key: bool = False) -> None:
    """Run the sandbox and print its address, until interrupted.

    Args:
        port: the page's port; 0 for any free one.
        until: is set to stop.
        opens: open the page in the browser.
        key: make a key for a program, and print it.
    """
    with open_sandbox(small_world(), port, print_key if key else None) as address:
        click.echo(f"Open {address}/ and say: @Connect Bot meet alice@x.com")
        click.echo("Press Ctrl+C to stop.")
        if opens and not webbrowser.open(address):
            click.echo("No browser was found. Open the address yourself.", err=True)
        until.wait()


def say(text: str, speaker: str) -> int:
    """Say `text` as `speaker`, print who was told what, and return the exit status."""
    world = small_world()
    person = world.person_by_email(speaker)
    if person is None:
        names = ", ".join(each.email for each in world.people.values() if not each.is_bot)
        click.echo(f"Nobody here has the address {speaker}. Choose one of: {names}", err=True)
        return 2
    try:
        # The bot has finished only once the sandbox is closed.
        with open_sandbox(world):
            wanted = _watch(world, person, text)
    except Refusal as refusal:
        click.echo(f"The sandbox's Webex refused that: {refusal.message}", err=True)
        return 2
    return _account(world, wanted)


def _watch(world: World, person: Person, text: str) -> list[Wanted]:
    """Say the text, wait for the expected messages, and return them."""
    bot = world.named("Connect Bot")
    asked = _ask(world, bot, person, text)
    said = mentions.read(asked.html, asked.text, bot.id)
    command = grammar.parse(said, world.clock(), region=REGION)
    place = world.space(asked.space_id, person)
    expected = Expected(world, bot, person, place)
    with suppress(TimeoutError):
        world.wait_for(lambda: expected.answered(command), PATIENCE)
    return expected.of(command)


def _account(world: World, wanted: list[Wanted]) -> int:
    bot = world.named("Connect Bot")
    for mail in map(opened, world.mails):
        click.echo(f"Mailed to {mail.to}: {mail.subject}\n    {indented(mail.text)}\n")
    for message in said_by(world, bot):
        click.echo(_as_line(world, bot, message))
    for text in world.texts.values():
        click.echo(f"On the phone {text.number}:\n    {text.text}\n")
    missing = [each for each in wanted if not each.arrived(world, bot)]
    for each in missing:
        click.echo(f"Did not arrive: {each.what}.", err=True)
    return 1 if missing else 0


def _ask(world: World, bot: Person, person: Person, text: str) -> Message:
    addressed = _MENTION.match(text)
    if addressed is None:
        return world.say(person, world.direct(person, bot), text)
    words = _mentioning(world, text[addressed.end() :])
    return world.say(person, world.titled(SPACE), f"<@personId:{bot.id}|Connect> {words}")


def _mentioning(world: World, words: str) -> str:
    """Turn ``@Bob`` and ``@Bob Builder`` into mentions, as a chat's completion would."""
    for each in world.people.values():
        names = "|".join(re.escape(name) for name in (each.name, each.name.split()[0]))
        words = re.sub(rf"(?i)(?<![\w.])@({names})\b", f"<@personId:{each.id}|{each.name}>", words)
    return words


def _as_line(world: World, bot: Person, message: Message) -> str:
    readers = [each.name for each in world.viewers_of(message) if each != bot]
    text = plain_text(message.html) if message.html else message.text
    return f"Seen by {', '.join(readers)}:\n    {indented(without_mark(text))}\n"


def indented(words: str) -> str:
    """Return the lines of `words`, all but the first indented."""
    return textwrap.indent(words.strip(), "    ").lstrip()
