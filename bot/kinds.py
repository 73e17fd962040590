"""What a setting may be: each kind with its reason why something is none."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, SecretStr

from bot.core.access import Access


def address(url: str) -> str:
    """Return an address that is safe to use: https, or this very machine.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    parts = urlsplit(url)
    local = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if not parts.hostname or parts.scheme not in ({"http", "https"} if local else {"https"}):
        raise ValueError("it is no https address")
    return url


def token(secret: SecretStr) -> SecretStr:
    """Return a token without what a clipboard adds.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    token = secret.get_secret_value().strip()
    if not token:
        raise ValueError("it is empty")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ValueError("it has characters that no token has; copy the token alone")
    return SecretStr(token)


def long_enough(secret: SecretStr) -> SecretStr:
    """Return a secret that is not to be guessed.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    if len(secret.get_secret_value()) < 16:
        raise ValueError("it is shorter than 16 characters")
    return secret


def time_zone(name: str) -> str:
    """Return the name of a time zone that there is.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    if name not in available_timezones():
        raise ValueError("it is no time zone such as Europe/Berlin")
    return name


def readable_devices(written: str) -> str:
    """Return devices as they are written, when they can be read.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    named_devices(written)
    return written


def named_devices(written: str) -> dict[str, str]:
    """Return ``name=address`` pairs, of the setting itself or of the file that it names.

    Raises:
        ValueError: they cannot be read.
    """
    rows = written
    if written and "=" not in written:
        if not Path(written).is_file():
            raise ValueError("it is neither NAME=ADDRESS nor a file of such lines")
        rows = Path(written).read_text("utf-8", errors="replace")
    pairs = [row.partition("=") for row in rows.replace(";", "\n").splitlines() if row.strip()]
    named = {name.strip(): address.strip() for name, _, address in pairs}
    if not all(name and "@" in address for name, address in named.items()):
        raise ValueError("each device is written as NAME=ADDRESS")
    return named


def somebody(allowed: str) -> str:
    """Return who is allowed, when it is anybody.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    if not Access.of(allowed).allowed:
        raise ValueError("it names nobody; write domains and addresses, or * for everybody")
    return allowed


def database(url: SecretStr) -> SecretStr:
    """Return the URL of a database that can be opened.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    parts = urlsplit(url.get_secret_value())
    kind = parts.scheme.partition("+")[0]
    if kind not in {"sqlite", "postgresql", "postgres"}:
        raise ValueError("it is neither sqlite:///FILE nor postgresql://USER:PASSWORD@HOST/NAME")
    file = Path(parts.path[1:])
    if kind == "sqlite" and (file.name in {"", ":memory:"} or file.is_dir()):
        raise ValueError("it names no file; write sqlite:///FILE")
    if kind == "sqlite" and not file.parent.is_dir():
        raise ValueError("the folder of its file is not there; make it first")
    return url


Address = Annotated[str, AfterValidator(address)]
