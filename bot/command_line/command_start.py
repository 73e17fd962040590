"""What commands share: settings, the database, explaining errors, running until told to stop."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    import sqlalchemy as sa

    from bot.settings import Settings, To

T = TypeVar("T")

_FILE = "bot.env_file"


@contextmanager
def plainly(service: str = "Webex") -> Iterator[None]:
    """Exit with a sentence instead of a traceback on errors that an administrator can fix."""
    from bot.process import start_errors

    try:
        yield
    except start_errors.MENDABLE as error:
        raise click.ClickException(start_errors.why(error, service)) from None


def _remember(context: click.Context, _option: click.Parameter, file: Path | None) -> None:
    if file:
        context.find_root().meta[_FILE] = file


with_env_file = click.option(
    "--env-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    callback=_remember,
    expose_value=False,
    help="Read settings from this file instead of .env.",
)
"""For each command that reads settings; it can also stand before the command's name."""


def env_file() -> Path:
    """Return the file of --env-file, or .env."""
    chosen: Path = click.get_current_context().find_root().meta.get(_FILE, Path(".env"))
    return chosen


def read_settings(to: To = "serve") -> Settings:
    """Return the settings a command needs, and set up its logging."""
    from bot.process import startup

    with plainly():
        return startup.load_settings(to, env_file())


@contextmanager
def opened_database(settings: Settings) -> Iterator[sa.Engine]:
    """Open the installation's database, and say what is wrong with what was asked of it."""
    from bot.core.domain.errors import BotError
    from bot.edges.storage import database

    with plainly():
        opened = database.connect(settings.database_url.get_secret_value())
        try:
            database.prepare(opened)
            yield opened
        except (ValueError, BotError) as error:
            raise click.ClickException(str(error)) from None
        finally:
            database.close(opened)


@contextmanager
def busy(what: str) -> Iterator[None]:
    """Show a spinner while the block runs, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        yield


@contextmanager
def begun(begin: Callable[[], AbstractContextManager[T]]) -> Iterator[T]:
    """Run something while the block runs, with a spinner while it starts."""
    with ExitStack() as stack:
        with busy("Starting"):
            entered = stack.enter_context(begin())
        yield entered


def serve(ready: str) -> None:
    """Print `ready` once signals are handled, and wait for one."""
    stop = told_to_stop()
    click.echo(ready)
    stop.wait()


def told_to_stop() -> threading.Event:
    """Return an event that is set on SIGTERM or SIGINT."""
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    return stop
