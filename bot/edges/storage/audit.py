"""Lists meetings and how their links were sent, without names, for an administrator.

People appear as hashes keyed by the installation's secret: the same person has the same hash, and
nobody without the secret can test an address. A Webex user is hashed by id, so that the hash
outlives the address; a guest without Webex by address, for as long as that is kept.
"""

from __future__ import annotations

import csv
import hmac
import io
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.domain.errors import AwaitsHost, Late, NotSetUp
from bot.core.domain.meetings import Role, Way
from bot.edges.storage.database import connect, prepare
from bot.edges.storage.door_tables import attendances
from bot.edges.storage.meeting_queries import IS_FORMER
from bot.edges.storage.tables import deliveries, hosts, meetings


@dataclass(frozen=True)
class AuditEntry:
    """One meeting in the audit.

    Args:
        meeting: its number.
        state: ``open`` or ``cancelled``.
        opens: when its links start to work, in ISO 8601.
        expires: when they stop working, in ISO 8601.
        hosts: hashes of the hosts, the first one first.
        guests: hashes of the guests who are still known.
        host_links: host links sent; one sent again counts again.
        guest_links: guest links sent.
        spare_links: spare links sent.
        direct: links sent by direct message.
        mailed: links sent by email.
        texted: links sent by text message.
        space: links posted in a space.
        handed: links given to the host to pass on.
        failed: links that could not be sent.
        former_hosts: hashes of hosts who handed the meeting over.
        arrivals: when guests pressed *Join*, each after the hash of a guest who is still known.
    """

    meeting: int
    state: str
    opens: str
    expires: str
    hosts: tuple[str, ...]
    guests: tuple[str, ...]
    host_links: int
    guest_links: int
    spare_links: int
    direct: int
    mailed: int
    texted: int
    space: int
    handed: int
    failed: int
    former_hosts: tuple[str, ...]
    arrivals: tuple[str, ...]


def read(url: str, secret: str, since: datetime | None = None) -> list[AuditEntry]:
    """Migrate the database at `url`, and return its `entries`."""
    kept = connect(url)
    prepare(kept)
    try:
        return entries(kept, secret, since)
    finally:
        kept.dispose()


def entries(database: sa.Engine, secret: str, since: datetime | None = None) -> list[AuditEntry]:
    """Return one entry for each meeting, by number.

    Args:
        database: the installation's database.
        secret: the installation's secret, from which the key of the hashes is derived.
        since: leave out meetings that opened earlier.
    """
    wanted = meetings.c.opens >= since if since else sa.true()
    with database.connect() as connection:
        asked = connection.execute(sa.select(meetings).where(wanted).order_by("number")).all()
        hosting = _by_number(connection, hosts, wanted)
        delivered = _by_number(connection, deliveries, wanted, IS_FORMER.label("former"))
        came = _by_number(connection, attendances, wanted)
    hashed = _hashing(secret)
    return [
        _entry(row, hosting[row.number], delivered[row.number], came[row.number], hashed)
        for row in asked
    ]


def as_csv(found: Iterable[AuditEntry]) -> str:
    """Return the entries as CSV with a header; several hashes are separated by spaces."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(each.name for each in fields(AuditEntry))
    writer.writerows(map(_cells, found))
    return table.getvalue()


def as_text(found: Iterable[AuditEntry]) -> str:
    """Return one line for each entry."""
    return "".join(map(_line, found))


_OF_GUESTS = (Role.GUEST, Role.REMOVED)
"""A guest who was removed had a link, too."""


def _entry(
    row: sa.Row[Any],
    hosting: list[sa.Row[Any]],
    delivered: list[sa.Row[Any]],
    came: list[sa.Row[Any]],
    hashed: Callable[[str], str],
) -> AuditEntry:
    sent = [each for each in delivered if each.trouble is None]
    roles, ways = [each.role for each in sent], [each.way for each in sent]
    guests = {each.known_as: None for each in delivered if each.role in _OF_GUESTS}
    formers = {each.person_id: None for each in sent if each.former}
    return AuditEntry(
        meeting=row.number,
        state=row.state,
        opens=row.opens.isoformat(),
        expires=row.expires.isoformat(),
        hosts=tuple(hashed(each.person_id) for each in hosting),
        guests=tuple(hashed(each) for each in guests if each),
        host_links=roles.count(Role.HOST),
        guest_links=sum(map(roles.count, _OF_GUESTS)),
        spare_links=roles.count(Role.SPARE),
        direct=ways.count(Way.DIRECT),
        mailed=ways.count(Way.MAIL),
        texted=ways.count(Way.PHONE),
        space=ways.count(Way.SPACE),
        handed=ways.count(Way.HANDED),
        failed=sum(each.trouble not in _NO_FAILURE for each in delivered),
        former_hosts=tuple(hashed(each) for each in formers if each),
        arrivals=tuple(_arrival(each, hashed) for each in came if each.since),
    )


def _arrival(row: sa.Row[Any], hashed: Callable[[str], str]) -> str:
    who = "" if row.visitor or not row.known_as else f"{hashed(row.known_as)}@"
    return f"{who}{row.since.isoformat()}"


_NO_FAILURE = (None, *(each.__name__ for each in (Late, NotSetUp, AwaitsHost)))


def _by_number(
    connection: sa.Connection,
    table: sa.Table,
    wanted: sa.ColumnElement[bool],
    *besides: sa.ColumnElement[bool],
) -> dict[int, list[sa.Row[Any]]]:
    query = (
        sa.select(table, *besides)
        .select_from(table)
        .join(meetings)
        .where(wanted)
        .order_by(table.c.id)
    )
    found = defaultdict(list)
    for row in connection.execute(query):
        found[row.number].append(row)
    return found


def _hashing(secret: str) -> Callable[[str], str]:
    # A key of its own, so that the hashes reveal nothing about what else the secret signs.
    key = hmac.digest(secret.encode(), b"who is who in the audit", "sha256")
    return lambda person: hmac.digest(key, person.encode(), "sha256").hex()[:16]


def _cells(entry: AuditEntry) -> list[object]:
    cells = vars(entry).values()
    return [" ".join(each) if isinstance(each, tuple) else each for each in cells]


def _line(entry: AuditEntry) -> str:
    ways = {
        "direct": entry.direct,
        "by email": entry.mailed,
        "by text message": entry.texted,
        "in a space": entry.space,
        "to share": entry.handed,
    }
    counted = ways | {"failed": entry.failed}
    links = ", ".join(f"{many} {way}" for way, many in counted.items() if many) or "none"
    hosts = ", ".join(entry.hosts)
    guests = f"{entry.guest_links} for guests, {entry.spare_links} spare"
    when = f"{entry.opens[:16]} to {entry.expires[:16]} UTC"
    return f"#{entry.meeting}  {when}  {entry.state}  by {hosts}  links: {links}; {guests}\n"
