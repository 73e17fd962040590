"""Empty ledgers for stories on the core alone, created once and reused.

Creating one takes as long as a story, and SQLAlchemy compiles each statement per engine.
"""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa

from bot.edges.storage import database

_free: list[sa.Engine] = []


def take() -> sa.Engine:
    """Return an empty ledger, for exclusive use until it is given back."""
    engine = _free.pop() if _free else _new()
    Path(engine.url.database or "").write_bytes(_empty())
    return engine


def give_back(engine: sa.Engine) -> None:
    """Give a ledger back."""
    engine.dispose()
    _free.append(engine)


@cache
def _folder() -> Path:
    folder = TemporaryDirectory(prefix="ledgers-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


@cache
def _empty() -> bytes:
    file = _folder() / "empty.sqlite"
    made = database.connect(f"sqlite:///{file}")
    database.prepare(made)
    made.dispose()
    return file.read_bytes()


def _new() -> sa.Engine:
    count = len(list(_folder().glob("*.sqlite")))
    engine = database.connect(f"sqlite:///{_folder()}/{count}.sqlite")
    sa.event.listen(engine, "connect", _not_for_ever)
    return engine


def _not_for_ever(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")  # no story here survives a power failure
