"""Looks at the groups of experts for the doctor: in the database, and in Webex."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from bot.core.diagnosis.expert_checks import CalendarSeen, ExpertsSeen
from bot.core.domain.access import Access
from bot.core.domain.errors import NotFound, Trouble
from bot.core.domain.filed_groups import FiledGroups
from bot.core.domain.guests import Guest
from bot.core.steps.webex_steps import ReadPerson
from bot.edges.storage import database, migrations
from bot.edges.storage.calendar_store import CalendarStore
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.webex.api import Webex

MOST = 50
"""The most spaces and people that are looked up in Webex."""


def probe_experts(url: str, filed: FiledGroups, file: Path | None, at: datetime) -> ExpertsSeen:
    """Look up the groups of experts, without changing anything.

    Args:
        url: the database's.
        filed: what the file says now.
        file: the file; None for none.
        at: now.
    """
    is_exposed = bool(filed.calendars) and file is not None and bool(file.stat().st_mode & 0o077)
    seen = ExpertsSeen(filed, exposed=str(file) if is_exposed else "")
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists():
        return seen  # connecting would create it
    try:
        with closing(_Connected(url)) as connected:
            return connected.seen(seen, at)
    except (sa.exc.SQLAlchemyError, Trouble, OSError):
        return seen  # another finding is about the database


def probe_people(webex: Webex, seen: ExpertsSeen, access: Access) -> ExpertsSeen:
    """Return what there is, and whom of it Webex doesn't know.

    Args:
        webex: asked about at most `MOST` spaces and as many people.
        seen: what there is.
        access: who may use the bot.
    """
    seen = replace(seen, groups=tuple(each.serving(access) for each in seen.groups))
    rooms = [(each.name, tier.room_id) for each in seen.groups for tier in each.tiers]
    people = [(each.name, who) for each in seen.groups for who in (*each.people, *each.leads)]
    try:
        left = [name for name, room in rooms[:MOST] if room and not webex.is_in_space(room)]
        gone = [
            (name, who.display_name)
            for name, who in people[:MOST]
            if not _may_be_asked(webex, who, access)
        ]
    except Trouble:
        return seen  # another finding is about Webex
    return replace(seen, left=tuple(dict.fromkeys(left)), gone=tuple(dict.fromkeys(gone)))


def _may_be_asked(webex: Webex, who: Guest, access: Access) -> bool:
    try:
        found = webex.read_person(ReadPerson(who.person_id, who.email))
    except NotFound:
        return False
    return access.admits(found.email)


class _Connected:
    """The database, for as long as it is looked at."""

    def __init__(self, url: str) -> None:
        self._engine = database.connect(url)

    def seen(self, seen: ExpertsSeen, at: datetime) -> ExpertsSeen:
        """Return what there is in the database, too."""
        with self._engine.connect() as connection:
            if migrations.state(connection) != "newest":
                return seen
        groups, calendars = GroupStore(self._engine), CalendarStore(self._engine)
        return ExpertsSeen(
            seen.filed,
            groups.read(at),
            tuple(groups.changed_in_chat()),
            tuple(
                CalendarSeen(
                    each.group, each.kind, at - each.fetched if each.fetched else None, each.trouble
                )
                for each in calendars.copies()
            ),
            exposed=seen.exposed,
        )

    def close(self) -> None:
        """Disconnect."""
        self._engine.dispose()
