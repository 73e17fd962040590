"""The audit: meetings and how their links went out, without names.

People appear as hashes under a key of this installation: the same person has the same hash, and
nobody without the key can try an address on it. A person of Webex is hashed by id, so that the
hash stays when the address is removed; a guest without Webex by address, for as long as it is kept.
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

from bot.core.domain.errors import Late, NotSetUp
from bot.core.domain.meetings import Role, Way
from bot.edges.storage.database import connect, prepare
from bot.edges.storage.meeting_queries import IS_FORMER
from bot.edges.storage.tables import deliveries, hosts, meetings


@dataclass(frozen=True)
class AuditEntry:
    """One meeting in the audit.

    Args:
        meeting: its number.
        state: ``open`` or ``cancelled``.
        opens: when its links begin to work, in ISO 8601.
        expires: when they stop working, in ISO 8601.
        hosts: hashes of those who may act for it, the first one first.
        guests: hashes of those who were invited and are still known.
        host_links: links that went out for hosts; one that was sent again counts again.
        guest_links: the same for guests.
        spare_links: the same for anybody.
        direct: links that went out by direct message.
        mailed: links that went out by e-mail.
        texted: links that went out by text message.
        space: links that were posted in a space.
        handed: links that the host was given to hand on.
        failed: links that did not go out, by each way that there is.
        former_hosts: hashes of those who had a host link of their own and handed the meeting over.
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


def read(url: str, secret: str, since: datetime | None = None) -> list[AuditEntry]:
    """Return the `entries` of the database at `url`, which is brought to its newest state."""
    kept = connect(url)
    prepare(kept)
    try:
        return entries(kept, secret, since)
    finally:
        kept.dispose()


def entries(database: sa.Engine, secret: str, since: datetime | None = None) -> list[AuditEntry]:
    """Return what happened, by number.

    Args:
        database: where it is kept.
        secret: of the installation; the key of the hashes is derived from it.
        since: leave out the meetings that opened before.
    """
    wanted = meetings.c.opens >= since if since else sa.true()
    with database.connect() as connection:
        asked = connection.execute(sa.select(meetings).where(wanted).order_by("number")).all()
        hosting = _by_number(connection, hosts, wanted)
        delivered = _by_number(connection, deliveries, wanted, IS_FORMER.label("former"))
    hashed = _hashing(secret)
    return [_entry(row, hosting[row.number], delivered[row.number], hashed) for row in asked]


def as_csv(found: Iterable[AuditEntry]) -> str:
    """Return the entries as a table with a line of heads; hashes have spaces between them."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(each.name for each in fields(AuditEntry))
    writer.writerows(map(_cells, found))
    return table.getvalue()


def as_text(found: Iterable[AuditEntry]) -> str:
    """Return a line for each entry."""
    return "".join(map(_line, found))


def _entry(
    row: sa.Row[Any],
    hosting: list[sa.Row[Any]],
    delivered: list[sa.Row[Any]],
    hashed: Callable[[str], str],
) -> AuditEntry:
    sent = [each for each in delivered if each.trouble is None]
    roles = [each.role for each in sent]
    ways = [each.way for each in sent]
    guests = {each.known_as: None for each in delivered if each.role == Role.GUEST}
    formers = {each.person_id: None for each in sent if each.former}
    return AuditEntry(
        meeting=row.number,
        state=row.state,
        opens=row.opens.isoformat(),
        expires=row.expires.isoformat(),
        hosts=tuple(hashed(each.person_id) for each in hosting),
        guests=tuple(hashed(each) for each in guests if each),
        host_links=roles.count(Role.HOST),
        guest_links=roles.count(Role.GUEST),
        spare_links=roles.count(Role.SPARE),
        direct=ways.count(Way.DIRECT),
        mailed=ways.count(Way.MAIL),
        texted=ways.count(Way.PHONE),
        space=ways.count(Way.SPACE),
        handed=ways.count(Way.HANDED),
        failed=sum(each.trouble not in _NO_FAILURE for each in delivered),
        former_hosts=tuple(hashed(each) for each in formers if each),
    )


_NO_FAILURE = (None, Late.__name__, NotSetUp.__name__)


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
    # A key of its own: what is hashed here says nothing about what else the secret signs.
    key = hmac.digest(secret.encode(), b"who is who in the audit", "sha256")
    return lambda person: hmac.digest(key, person.encode(), "sha256").hex()[:16]


def _cells(entry: AuditEntry) -> list[object]:
    cells = vars(entry).values()
    return [" ".join(each) if isinstance(each, tuple) else each for each in cells]


def _line(entry: AuditEntry) -> str:
    ways = {
        "direct": entry.direct,
        "by mail": entry.mailed,
        "by text": entry.texted,
        "in a space": entry.space,
        "handed on": entry.handed,
    }
    counted = ways | {"failed": entry.failed}
    links = ", ".join(f"{many} {way}" for way, many in counted.items() if many) or "none"
    hosts = ", ".join(entry.hosts)
    guests = f"{entry.guest_links} for guests, {entry.spare_links} spare"
    when = f"{entry.opens[:16]} to {entry.expires[:16]} UTC"
    return f"#{entry.meeting}  {when}  {entry.state}  by {hosts}  links: {links}; {guests}\n"
