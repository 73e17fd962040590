"""Converts meetings, deliveries and defaults to the ledger's rows, and back."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from bot.core.domain.commands import Guest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Preferences, Role, State, Way
from bot.edges.storage.tables import deliveries, meetings, usual


def of_meeting(meeting: Meeting) -> dict[str, Any]:
    """Return the row of a meeting, without its number."""
    unset = ("host_name", "expert_group", "program")
    empty = {name: getattr(meeting, name) or None for name in unset}
    row = vars(meeting) | empty
    del row["number"], row["organisation"], row["made"]
    search = folded(meeting.subject)
    return row | {"state": meeting.state.value, "devices": list(meeting.devices), "search": search}


def meeting(row: sa.Row[Any]) -> Meeting:
    """Return the meeting of a row; a host whose address was removed has an empty address."""
    kept = _columns(row, meetings)
    del kept["search"]
    devices, state = tuple(kept.pop("devices")), State(kept.pop("state"))
    named = ("host", "host_name", "expert_group", "program")
    people = {name: kept[name] or "" for name in named}
    kept["moves"], kept["admit_first"] = kept["moves"] or 0, bool(kept["admit_first"])
    return Meeting(**kept | people, devices=devices, state=state)


def held(joined: list[sa.Row[Any]]) -> Iterator[MeetingRecord]:
    """Yield each meeting with its deliveries, from rows of the two tables joined."""
    for _, some in groupby(joined, key=lambda row: _columns(row, meetings)["number"]):
        of_it = list(some)
        of_each = [_columns(row, deliveries) | {"former": row.former} for row in of_it]
        yield MeetingRecord(
            meeting(of_it[0]), tuple(_delivery(each) for each in of_each if each["id"])
        )


def as_invited(row: sa.Row[Any]) -> Guest:
    """Return the guest of a row, as named in the invitation."""
    return _guest(row._asdict())


def of_deliveries(given: tuple[Delivery, ...]) -> Iterator[dict[str, Any]]:
    """Yield the row of each delivery, without its meeting."""
    alike: Counter[tuple[Any, ...]] = Counter()
    for each in given:
        row = _of_delivery(each)
        what = (row["message_id"], row["role"], row["known_as"])
        yield row | {"nth": alike[what]}
        alike[what] += 1


def of_usual(said: Preferences) -> dict[str, Any]:
    """Return the columns of the defaults that are set."""
    return {name: value for name, value in vars(said).items() if value is not None}


def usual_of(row: sa.Row[Any]) -> Preferences:
    """Return the defaults of a row."""
    kept = _columns(row, usual)
    del kept["owner"]
    return Preferences(**kept)


def folded(text: str | None) -> str:
    """Return `text` in the form to search: case-folded and normalized.

    SQLite itself only ignores the case of ASCII letters.
    """
    composed = unicodedata.normalize("NFKC", (text or "").casefold())
    return "".join(each if each.isprintable() else " " for each in composed.casefold())


def _of_delivery(each: Delivery) -> dict[str, Any]:
    return {
        "role": each.role.value,
        "person_id": each.guest.person_id,
        "email": each.guest.email or None,
        "name": each.guest.name or None,
        "language": each.guest.language,
        "known_as": each.guest.identity,
        "way": each.way.value,
        "message_id": each.message_id or "",
        "room_id": each.room_id,
        "card": each.card,
        "trouble": each.trouble,
        "withdrawn": False,
    }


def _delivery(row: dict[str, Any]) -> Delivery:
    return Delivery(
        role=Role.FORMER if row["former"] else Role(row["role"]),
        guest=_guest(row),
        way=Way(row["way"]),
        message_id=None if row["withdrawn"] else row["message_id"] or None,
        room_id=row["room_id"],
        card=row["card"],
        trouble=row["trouble"],
        expires=row["expires"],
    )


def _guest(row: dict[str, Any]) -> Guest:
    """Return the guest of a row; without an id or address, `known_as` is a phone number."""
    nameless = not (row["person_id"] or row["email"])
    phone = (row["known_as"] or "") * nameless
    return Guest(row["person_id"], row["email"] or "", row["name"] or "", row["language"], phone)


def _columns(row: sa.Row[Any], table: sa.Table) -> dict[str, Any]:
    found = row._mapping  # noqa: SLF001 - public, says SQLAlchemy's documentation of Row
    return {each.name: found[each] for each in table.c}
