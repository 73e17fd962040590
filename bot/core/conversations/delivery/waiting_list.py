"""Keeps each host's list of who waits at the door: one message, replaced as people come and go."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.reader_languages import Readers
from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import Guest
from bot.core.domain.links import HostDoor
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.replies import waiting_replies
from bot.core.steps.door_steps import OpenHostDoors, ReadAttendances, ReplaceWaitingList
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Posted, Step, Together
from bot.core.steps.webex_steps import DeleteMessage, TellHost

_MOST_ROUNDS = 5
"""How often a list is rewritten if somebody comes or goes meanwhile."""


@dataclass(frozen=True)
class _Lists:
    """The lists of a meeting's hosts."""

    record: MeetingRecord
    installation: Installation
    recalled: StoredPreferences
    hosts: Sequence[Guest]
    doors: Sequence[HostDoor]

    def messages(self, waiting: Sequence[Attendance]) -> Iterator[TellHost]:
        """Yield the list for each host."""
        for host, door in zip(self.hosts, self.doors, strict=True):
            preferences = self.recalled.for_person(host.person_id)
            t = Readers(self.installation.languages, preferences).host
            usual = preferences.with_fallback(self.installation.defaults)
            zone = ZoneInfo(usual.zone or "UTC")
            said = waiting_replies.waiting_list(t, self.record.meeting, waiting, door, zone)
            yield TellHost(said, host.person_id)


def update_waiting_list(record: MeetingRecord, installation: Installation) -> Conversation:
    """Post the list of who waits to each host, and delete the one before.

    Several people may come at the same time, so the list is compared again after it was posted.
    """
    hosts = [each for each in record.hosts_with_page if installation.access.admits(each.email)]
    if not (hosts and installation.doors_at):
        return
    number, ids = record.meeting.number, tuple(each.person_id for each in hosts)
    recalled: StoredPreferences = yield ReadPreferences(record.meeting.room_id, record.host_id, ids)
    doors: tuple[HostDoor, ...] = yield OpenHostDoors(number, installation.doors_at, ids)
    lists = _Lists(record, installation, recalled, hosts, doors)
    waiting = yield from _waiting(number)
    for _ in range(_MOST_ROUNDS):
        yield from _post(lists, waiting)
        now = yield from _waiting(number)
        if [each.id for each in now] == [each.id for each in waiting]:
            return
        waiting = now


def clear_waiting_list(record: MeetingRecord) -> Conversation:
    """Delete the lists of a meeting that is over or cancelled."""
    if record.meeting.admit_first and record.hosts:
        yield from _replace(record, [""] * len(record.hosts), record.hosts)


def _waiting(number: int) -> Generator[Step, Any, list[Attendance]]:
    came: tuple[Attendance, ...] = yield ReadAttendances(number)
    return [each for each in came if each.is_waiting]


def _post(lists: _Lists, waiting: Sequence[Attendance]) -> Conversation:
    """Post the lists, unless nobody waits; then only those before are deleted."""
    posted: Sequence[Any] = [None] * len(lists.hosts)
    if waiting:
        posted = yield Together(tuple(lists.messages(waiting)))
    new = [each.message_id if isinstance(each, Posted) else "" for each in posted]
    yield from _replace(lists.record, new, lists.hosts)


def _replace(record: MeetingRecord, new: Sequence[str], hosts: Sequence[Guest]) -> Conversation:
    """Record the new lists, and delete those before."""
    number = record.meeting.number
    replaced = [
        ReplaceWaitingList(number, host.person_id, message_id)
        for host, message_id in zip(hosts, new, strict=True)
    ]
    before: tuple[Any, ...] = yield Together(tuple(replaced))
    gone = tuple(DeleteMessage(each) for each in before if isinstance(each, str) and each)
    if gone:
        yield Together(gone)
