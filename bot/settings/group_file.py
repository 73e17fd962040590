"""Reads the file with groups of experts, and says what is wrong with it, line by line.

A group with a mistake isn't used: without its hours, for one, it would ask people at night.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from email.utils import getaddresses
from itertools import combinations
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from email_validator import EmailNotValidError, validate_email

from bot.core.domain.experts import ExpertGroup, Tier, group_name
from bot.core.domain.filed_groups import HOLIDAYS, ON_CALL, CalendarAddress, FiledGroups
from bot.core.domain.guests import Guest
from bot.core.domain.opening_hours import DAY_MINUTES, EVERY_DAY, OpenHours

KEYS = ("ask", "after", "hours", "zone", "leads", "holidays", "on_call")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = "|".join(_DAYS)
_HOURS = re.compile(
    rf"(?:(?P<first>{_DAY})(?:-(?P<last>{_DAY}))?\ )?"
    r"(?P<opens>\d{1,2}(?::\d\d)?)-(?P<closes>\d{1,2}(?::\d\d)?)",
    re.VERBOSE,
)
_MINUTES = re.compile(r"(\d{1,3}) ?m(?:in)?")
_MOST = 100


class _MistakeError(Exception):
    """A mistake in one entry; the message says what is wrong, to stand after its line."""


def read_group_file(file: Path | None, usual_zone: str = "") -> FiledGroups:
    """Return the groups of a file, and what is wrong with it.

    Args:
        file: the file; None for none.
        usual_zone: the time zone of groups that name none; empty for UTC.
    """
    if file is None:
        return FiledGroups()
    try:
        text = file.read_text("utf-8")
        found = tomllib.loads(text)
    except OSError as error:
        return FiledGroups(problems=(f"{file.name} can't be read: {error.strerror}.",), whole=False)
    except UnicodeDecodeError:
        return FiledGroups(problems=(f"{file.name} isn't UTF-8 text.",), whole=False)
    except tomllib.TOMLDecodeError as error:
        return FiledGroups(problems=(f"{file.name} isn't TOML: {error}.",), whole=False)
    return _Reading(file.name, text, usual_zone or "UTC").of(found)


class _Reading:
    """One reading of a file, which collects its mistakes."""

    def __init__(self, name: str, text: str, zone: str) -> None:
        self._name, self._rows, self._zone = name, text.splitlines(), zone
        self._problems: list[str] = []

    def of(self, found: dict[str, Any]) -> FiledGroups:
        """Return the groups without mistakes."""
        groups: dict[str, ExpertGroup] = {}
        calendars: list[CalendarAddress] = []
        broken: list[str] = []
        for key, entry in list(found.items())[:_MOST]:
            before, name = len(self._problems), group_name(key)
            group = self._group(key, entry, name in groups)
            if group is None or len(self._problems) > before:
                broken.append(name)
            else:
                groups[name] = group
                calendars += _calendars(group, entry)
        if len(found) > _MOST:
            self._problems.append(f"{self._name} has more than {_MOST} groups.")
        return FiledGroups(
            tuple(groups.values()), tuple(calendars), tuple(self._problems), tuple(broken)
        )

    def _group(self, key: str, entry: Any, is_second: bool) -> ExpertGroup | None:
        name = group_name(key)
        if not isinstance(entry, dict):
            self._say(key, "", f"write groups as [{key}] above their entries.")
            return None
        if not name or is_second:
            self._say(key, "", "this name is empty or stands twice.")
            return None
        for unknown in sorted(entry.keys() - {*KEYS}):
            near = get_close_matches(unknown, KEYS, 1)
            meant = f" Did you mean {near[0]}?" if near else f" Known are {', '.join(KEYS)}."
            self._say(key, unknown, f"{unknown} isn't known.{meant}")
        zone = self._read(key, entry, "zone", _zone) or self._zone
        for calendar in ("holidays", "on_call"):
            self._read(key, entry, calendar, calendar_url)
        tiers = self._read(key, entry, "ask", _tiers)
        if "ask" not in entry:
            self._say(key, "", 'ask is missing; write ask = ["on call", "bob@example.com"].')
        if tiers and any(each.on_call for each in tiers) != ("on_call" in entry):
            self._say(key, "ask", 'ask has "on call" exactly if on_call names a calendar.')
        return ExpertGroup(
            name,
            tiers or (),
            self._read(key, entry, "after", _after) or 2,
            self._read(key, entry, "leads", _people) or (),
            self._read(key, entry, "hours", _hours) or (),
            zone,
            is_from_file=True,
        )

    def _read(self, key: str, entry: dict[str, Any], what: str, read: Any) -> Any:
        """Return what an entry means; None if it isn't there, or is a mistake."""
        if what not in entry:
            return None
        try:
            return read(entry[what])
        except _MistakeError as mistake:
            self._say(key, what, f"{what}: {mistake}")
            return None

    def _say(self, group: str, what: str, problem: str) -> None:
        self._problems.append(f"{self._name}, line {self._line(group, what)}: {problem}")

    def _line(self, group: str, what: str) -> int:
        header = re.compile(
            rf"\s*\[\s*[\"']?{re.escape(group)}[\"']?\s*\]|\s*{re.escape(group)}\s*="
        )
        start = next((at for at, row in enumerate(self._rows) if header.match(row)), 0)
        own = re.compile(rf"\s*[\"']?{re.escape(what)}[\"']?\s*=")
        rows = enumerate(self._rows[start:], start) if what else iter(())
        return next((at for at, row in rows if own.match(row)), start) + 1


def _calendars(group: ExpertGroup, entry: dict[str, Any]) -> Iterator[CalendarAddress]:
    for key, kind in (("holidays", HOLIDAYS), ("on_call", ON_CALL)):
        if key in entry:
            yield CalendarAddress(group.name, kind, calendar_url(entry[key]), group.zone)


def calendar_url(written: Any) -> str:
    """Return the address of a calendar; calendar programs write `webcal:` for `https:`."""
    url = _text(written)
    if url.startswith("webcal://"):
        url = f"https://{url.removeprefix('webcal://')}"
    if not url.startswith(("https://", "http://")):
        raise _MistakeError("it isn't an address that begins with https://.")
    return url


def _text(written: Any) -> str:
    if not isinstance(written, str) or not written.strip():
        raise _MistakeError('write it in quotes, as in "2m".')
    return written.strip()


def _texts(written: Any) -> list[str]:
    some = [written] if isinstance(written, str) else written
    if not isinstance(some, list) or not 0 < len(some) <= _MOST:
        raise _MistakeError('write it as a list, as in ["bob@example.com"].')
    return [_text(each) for each in some]


def _zone(written: Any) -> str:
    name = _text(written)
    if name not in available_timezones():
        near = get_close_matches(name, available_timezones(), 1)
        raise _MistakeError(
            f"no time zone is called so. Did you mean {near[0]}?"
            if near
            else "write it as Europe/Berlin."
        )
    return name


def _after(written: Any) -> int:
    found = _MINUTES.fullmatch(_text(written))
    if not found or not int(found[1]):
        raise _MistakeError('write it as "2m".')
    return int(found[1])


def _tiers(written: Any) -> tuple[Tier, ...]:
    return tuple(_tier(each) for each in _texts(written))


def _tier(written: str) -> Tier:
    if written.casefold() == "on call":
        return Tier(on_call=True)
    if written.casefold().startswith("space "):
        return Tier(written[len("space ") :].strip())
    return Tier(people=_people(written))


def _people(written: Any) -> tuple[Guest, ...]:
    pairs = getaddresses(_texts(written))
    try:
        return tuple(
            Guest(email=validate_email(email, check_deliverability=False).normalized, name=name)
            for name, email in pairs
        )
    except EmailNotValidError:
        raise _MistakeError(
            'each is "space ID", "on call", or addresses such as bob@example.com.'
        ) from None


def _hours(written: Any) -> tuple[OpenHours, ...]:
    some = tuple(_open(each) for each in _texts(written))
    for one, other in combinations(some, 2):
        if set(one.days) & set(other.days) and _overlap(one, other):
            raise _MistakeError("two of them are at the same time.")
    return some


def _open(written: str) -> OpenHours:
    found = _HOURS.fullmatch(written.casefold())
    if not found:
        raise _MistakeError('write them as "mon-fri 8:00-18:00".')
    opens, closes = _minute(found["opens"]), _minute(found["closes"])
    if opens == closes or opens >= DAY_MINUTES:
        raise _MistakeError("they end when they begin.")
    if not found["first"]:
        return OpenHours(opens, closes)
    first = _DAYS.index(found["first"])
    last = _DAYS.index(found["last"] or found["first"])
    days = tuple(each for each in EVERY_DAY if (each - first) % 7 <= (last - first) % 7)
    return OpenHours(opens, closes, days)


def _minute(written: str) -> int:
    hours, _, minutes = written.partition(":")
    minute = int(hours) * 60 + int(minutes or 0)
    if minute > DAY_MINUTES or int(minutes or 0) > 59:
        raise _MistakeError("there is no such time of day.")
    return minute


def _overlap(one: OpenHours, other: OpenHours) -> bool:
    """Return whether two overlap on a day; hours after midnight are ignored."""
    ends = [each.closes if each.closes > each.opens else DAY_MINUTES for each in (one, other)]
    return one.opens < ends[1] and other.opens < ends[0]
