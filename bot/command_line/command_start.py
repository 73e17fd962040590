"""How a command begins, and how it ends where it cannot."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from bot.settings import Settings, To

T = TypeVar("T")


@contextmanager
def plainly(service: str = "Webex") -> Iterator[None]:
    """End with a sentence, and without a traceback, where an operator can mend what is wrong."""
    from bot.process import start_errors  # noqa: PLC0415

    try:
        yield
    except start_errors.MENDABLE as error:
        raise click.ClickException(start_errors.why(error, service)) from None


def read_settings(to: To = "serve") -> Settings:
    """Return the settings that a command needs for what it does, and log as they say."""
    from bot import settings  # noqa: PLC0415
    from bot.process import logs, tracing  # noqa: PLC0415

    with plainly():
        read = settings.read(to)
        logs.begin(read.log_level, read.log_format, tracing.errors_to(read))
    return read


@contextmanager
def busy(what: str) -> Iterator[None]:
    """Show on a terminal that something takes its time; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(f"{what} …"):
        yield


@contextmanager
def begun(begin: Callable[[], AbstractContextManager[T]]) -> Iterator[T]:
    """Begin what goes on for as long as the block runs, and show that it takes its time."""
    with ExitStack() as stack:
        with busy("Starting"):
            entered = stack.enter_context(begin())
        yield entered


def serve(ready: str) -> None:
    """Say that all is ready, once a signal would be heard, and go on until one comes."""
    told = told_to_stop()
    click.echo(ready)
    told.wait()


def told_to_stop() -> threading.Event:
    """Return what is set once the process is told to stop."""
    told = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: told.set())
    return told
