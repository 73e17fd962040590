"""Validates the values of settings."""

from __future__ import annotations

import re
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, SecretStr

from bot.core.domain.access import EVERYONE, Access
from bot.core.domain.url_trust import is_trustworthy
from bot.settings.secret_strength import weakness

LanguageCode = Literal["en", "de", "fr", "es", "it", "pt", "nl", "ja"]
"""ISO 639-1 codes; `it`, `pt`, `nl` and `ja` are only for guests."""


def address(url: str) -> str:
    """Validate an address that is safe to use: https, or on this machine.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    bare = url.strip()
    if not is_trustworthy(bare):
        raise ValueError("it isn't an https address such as https://bot.example.com")
    return bare


def token(secret: SecretStr) -> SecretStr:
    """Validate a token, without stray whitespace.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    return SecretStr(bare_token(secret.get_secret_value()))


def bare_token(written: str) -> str:
    """Validate a token, without stray whitespace.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    token = written.strip()
    if not token:
        raise ValueError("it is empty")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ValueError("it has characters that tokens don't have; copy only the token")
    return token


def hard_to_guess(secret: SecretStr) -> SecretStr:
    """Validate a secret that can't be guessed.

    Raises:
        ValueError: it can; the message says why, to stand in a sentence.
    """
    if found := weakness(secret.get_secret_value()):
        raise ValueError(found)
    return secret


def keys(secret: SecretStr) -> SecretStr:
    """Validate encryption keys, separated by commas.

    Raises:
        ValueError: one isn't a key; the message says why, to stand in a sentence.
    """
    if not all(_KEY.fullmatch(each) for each in listed(secret)):
        raise ValueError("it must only have keys from `python -m bot key new`")
    return secret


def listed(secret: SecretStr) -> list[str]:
    """Split a secret at its commas."""
    parts = secret.get_secret_value().split(",")
    return [each.strip() for each in parts if each.strip()]


def networks(written: str) -> str:
    """Validate addresses and networks.

    Raises:
        ValueError: one isn't valid; the message completes "NAME can't be used: …".
    """
    networks_in(written)
    return written


def networks_in(written: str) -> list[IPv4Network | IPv6Network]:
    """Return the addresses and networks in a list with commas.

    Raises:
        ValueError: one isn't valid; the message completes "NAME can't be used: …".
    """
    return [_network(each.strip()) for each in written.split(",") if each.strip()]


def _network(written: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(written, strict=False)
    except ValueError:
        raise ValueError(f"{written} isn't an address or a network such as 10.0.0.0/8") from None


_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
"""32 bytes in base64."""


def time_zone(name: str) -> str:
    """Validate the name of a time zone.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    if name and name not in _time_zones():
        raise ValueError("it isn't a time zone such as Europe/Berlin")
    return name


@cache
def _time_zones() -> set[str]:
    """Return all time zones; cached, since this searches the disk."""
    return available_timezones()


def name(written: str) -> str:
    """Validate a name that is shown to people.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    found = written.strip()
    if not found.isprintable() or len(found) > 80:
        raise ValueError("it is longer than 80 characters, or has some that nobody sees")
    return found


def readable_devices(written: str) -> str:
    """Validate devices.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    named_devices(written)
    return written


def named_devices(written: str) -> dict[str, str]:
    """Parse ``name=address`` pairs, from the setting itself or the file it names.

    Raises:
        ValueError: it isn't valid.
    """
    rows = written
    if written and "=" not in written:
        rows = _read(Path(written))
    pairs = [row.partition("=") for row in rows.replace(";", "\n").splitlines() if row.strip()]
    named = {name.strip(): address.strip() for name, _, address in pairs}
    if not all(name and "@" in address for name, address in named.items()):
        raise ValueError("each device must be NAME=ADDRESS")
    return named


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace")
    except PermissionError:
        raise ValueError("the bot may not read that file") from None
    except OSError:
        raise ValueError("it is neither NAME=ADDRESS nor a file with such lines") from None


def somebody(allowed: str) -> str:
    """Validate who may use the bot.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    names = Access.parse(allowed).allowed
    if not names:
        raise ValueError("it is empty; list domains and addresses, or * for everyone")
    for name in sorted(names):
        if name != EVERYONE and not _DOMAIN_OR_ADDRESS.fullmatch(name):
            raise ValueError(
                f"{name} isn't a domain such as example.com, an address, or * for everyone"
            )
    return allowed


_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN_OR_ADDRESS = re.compile(rf"(?:[^\s@]+@)?{_LABEL}(?:\.{_LABEL})+")


def database(url: SecretStr) -> SecretStr:
    """Validate the URL of a database.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    from sqlalchemy import make_url  # noqa: PLC0415 - takes long, and help does without
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415 - takes long, and help does without

    written = url.get_secret_value().strip()
    try:
        parts = make_url(written)
    except (ArgumentError, ValueError):
        raise ValueError(_NO_DATABASE) from None
    if parts.drivername == "sqlite":
        _check_file(parts.database or "", alone=written == f"sqlite:///{parts.database}")
    elif parts.drivername not in _POSTGRESQL:
        raise ValueError(_NO_DATABASE)
    elif "@" in (parts.host or ""):
        raise ValueError("its password has an @; write that as %40")
    return SecretStr(written)


_POSTGRESQL = {"postgres", "postgresql", "postgresql+psycopg"}
_NO_DATABASE = "it is neither sqlite:///FILE nor postgresql://USER:PASSWORD@HOST/NAME"


def _check_file(name: str, *, alone: bool) -> None:
    """Check whether a database file can be there.

    Args:
        name: of the file.
        alone: whether the address says nothing else, such as a host or an option.
    """
    file = Path(name)
    if file.name in {"", ":memory:"} or _is_folder(file) or not alone:
        raise ValueError("it has no file name; write sqlite:///FILE")
    if not _is_folder(file.parent):
        raise ValueError(f"the folder {file.parent} doesn't exist; create it first")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that is too long
        return False


Address = Annotated[str, AfterValidator(address)]
