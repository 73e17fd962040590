"""Stores meetings, their hosts and deliveries, in the database beside the engine's tables.

Every step is idempotent: performing it again, after a crash or a lost answer, changes nothing.
"""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.domain.limits import LimitReached, Limits
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Preferences
from bot.core.steps.find_steps import (
    FindInvitations,
    FindMeetings,
    FindMentioned,
    ListMeetings,
    ReadMeeting,
)
from bot.core.steps.ledger_steps import (
    AddHost,
    CancelMeeting,
    ClaimOnce,
    MarkWithdrawn,
    MentionMeeting,
    RecordDeliveries,
    RecordNewLinks,
    RemoveGuests,
    RenameMeeting,
    SaveMeeting,
    TransferHost,
)
from bot.core.steps.preference_steps import ReadPreferences, SavePreferences, StoredPreferences
from bot.core.steps.question_steps import DropQuestion, OvertakeQuestions, SaveQuestion
from bot.core.steps.quota_steps import UseQuotas
from bot.edges.storage import (
    meeting_hosts,
    meeting_queries,
    question_store,
    quota_uses,
    rows,
    withdrawals,
)
from bot.edges.storage.attendance_store import AttendanceStore
from bot.edges.storage.database import transaction
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.storage.expert_store import ExpertStore
from bot.edges.storage.statements import (
    full,
    held_until,
    insert,
    invitations,
    kept_meeting,
    renaming,
    reschedule,
    usual_of,
)
from bot.edges.storage.tables import courtesies, deliveries, hosts, meetings, usual


class Ledger:
    """Performs the ledger's steps. Every method raises DatabaseAway if it can't.

    Args:
        database: the installation's database.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database
        self.attendances = AttendanceStore(database)
        self.experts = ExpertStore(database)
        self.expert_groups = GroupStore(database)

    def first_time(self, step: ClaimOnce) -> bool:
        """Record a key; return whether it was not recorded before."""
        with self._transaction() as connection:
            insert(
                connection, courtesies, {"key": step.key, "at": time.time(), "token": step.token}
            )
            recorded = sa.select(courtesies.c.token).where(courtesies.c.key == step.key)
            return connection.scalar(recorded) == step.token

    def use_quotas(self, step: UseQuotas) -> tuple[str, ...]:
        """Count what is limited; return the trouble of each use beyond its quotas, or ""."""
        with self._transaction() as connection:
            return quota_uses.count(connection, step)

    def recall(self, step: ReadPreferences) -> StoredPreferences:
        """Return the defaults, those of the space before the person's, and people's languages."""
        room, people = step.room_id or "", (step.person_id or "", *step.others)
        with self._transaction() as connection:
            found = usual_of(connection, room, *people)
            question = question_store.read(connection, people[0], room) if people[0] else None
        said = {who: found[who].language for who in people if who in found}
        usual = found.get(room, Preferences()).with_fallback(found.get(people[0], Preferences()))
        return StoredPreferences(usual, {who: code for who, code in said.items() if code}, question)

    def keep_question(self, step: SaveQuestion | DropQuestion | OvertakeQuestions) -> None:
        """Store or delete the question that somebody was asked."""
        with self._transaction() as connection:
            question_store.perform(connection, step)

    def keep_usual(self, step: SavePreferences) -> Preferences:
        """Change the given defaults, and return all of them."""
        said = rows.of_usual(step.preferences)
        mine = usual.c.owner == step.owner
        with self._transaction() as connection:
            insert(connection, usual, {"owner": step.owner})
            if said:
                connection.execute(usual.update().where(mine).values(said))
            return usual_of(connection, step.owner)[step.owner]

    def remember(self, step: SaveMeeting) -> Meeting | LimitReached:
        """Add a meeting unless it exists; return it with its number.

        The limits are checked in the same transaction, so that a refused meeting leaves no trace.
        """
        given = step.meeting
        with self._transaction() as connection:
            kept, added = kept_meeting(connection, given, step.asked_at)
            if added and step.asked_at and step.limits != Limits():
                reached = full(connection, given, step.asked_at, step.limits)
                if reached:
                    connection.rollback()
                    return reached
            meeting_hosts.add_requester(connection, kept)
            return kept

    def note(self, step: RecordDeliveries) -> bool:
        """Add deliveries, and return whether the meeting is still on.

        A message to a person is recorded once; if there is no message, a person in a role is.

        Raises:
            NotFound: there is no such meeting.
        """
        with self._transaction() as connection:
            expires, is_on = held_until(connection, step.number)
            _add(connection, step.number, expires, step.deliveries)
        return is_on

    def forget(self, step: MarkWithdrawn) -> None:
        """Mark messages as withdrawn."""
        with self._transaction() as connection:
            _withdraw(connection, step.message_ids)

    def find(self, step: FindMeetings) -> tuple[MeetingRecord, ...]:
        """Return the meetings that may be meant, the newest first, at most ten."""
        with self._transaction() as connection:
            found = rows.held(list(connection.execute(meeting_queries.meant(step))))
            # The database matches parts of words, but only whole words count.
            fitting = tuple(each for each in found if each.meeting.matches(step.which))
            if step.mentions and len(fitting) == 1:
                number = fitting[0].meeting.number
                meeting_hosts.mention(connection, MentionMeeting(number, step.now, step.host_id))
        return fitting[: meeting_queries.MOST]

    def find_mentioned(self, step: FindMentioned) -> tuple[MeetingRecord, ...]:
        """Return the meetings that a host named or was told of just now, the newest first."""
        return tuple(rows.held(self._read(meeting_queries.mentioned(step))))

    def find_mine(self, step: ListMeetings) -> tuple[Meeting, ...]:
        """Return a person's meetings as a host that end after `since`."""
        return tuple(map(rows.meeting, self._read(meeting_queries.mine(step))))

    def find_as_guest(self, step: FindInvitations) -> tuple[GuestInvitation, ...]:
        """Return a person's invitations to meetings that are not over."""
        with self._transaction() as connection:
            return invitations(connection, step)

    def read_meeting(self, step: ReadMeeting) -> MeetingRecord | None:
        """Return a meeting with its deliveries, or None."""
        return next(iter(rows.held(self._read(meeting_queries.whole(step.number)))), None)

    def add_host(self, step: AddHost) -> None:
        """Make one more person a host of the meeting.

        Raises:
            NotFound: there is no such meeting.
        """
        with self._transaction() as connection:
            expires, _ = held_until(connection, step.number)
            meeting_hosts.add(connection, step.number, expires, step.person_id, step.email)

    def resign(self, step: TransferHost) -> None:
        """Hand a host's place over to somebody else.

        Raises:
            NotFound: there is no such meeting.
        """
        with self._transaction() as connection:
            expires, _ = held_until(connection, step.number)
            meeting_hosts.resign(connection, step, expires)

    def prolong(self, step: RecordNewLinks) -> bool:
        """Move the meeting, or its end to a later time; return whether it is still on.

        Raises:
            NotFound: there is no such meeting.
        """
        with self._transaction() as connection:
            expires, is_on = held_until(connection, step.number)
            moved = reschedule(connection, step.moved)
            end = step.until if moved else max(expires, step.until)
            for table, theirs in _OF_THE_MEETING.items():
                mine = (table.c.number == step.number, theirs)
                connection.execute(table.update().where(*mine).values(expires=end))
            _add(connection, step.number, end, step.deliveries)
            _withdraw(connection, step.replaced_ids)
        return is_on

    def mention(self, step: MentionMeeting) -> None:
        """Note that hosts named a meeting, or were told of it."""
        with self._transaction() as connection:
            meeting_hosts.mention(connection, step)

    def rename(self, step: RenameMeeting) -> None:
        """Give the meeting another subject."""
        with self._transaction() as connection:
            connection.execute(renaming(step))

    def remove_guests(self, step: RemoveGuests) -> MeetingRecord:
        """Withdraw invitations, and return the meeting with its deliveries."""
        with self._transaction() as connection:
            return withdrawals.remove_guests(connection, step)

    def call_off(self, step: CancelMeeting) -> MeetingRecord:
        """Cancel the meeting, and return it with its deliveries so far."""
        with self._transaction() as connection:
            return withdrawals.cancel(connection, step)

    def still_concerns(self, meeting: Meeting, to: str) -> bool:
        """Return whether a meeting is unchanged, and `to`, an address or number, not removed."""
        held = self.read_meeting(ReadMeeting(meeting.number))
        if held is None or held.was_removed(to):
            return False
        return held.meeting.is_unchanged_since(meeting)

    def _read(self, query: sa.Select[Any]) -> list[sa.Row[Any]]:
        with self._transaction() as connection:
            return list(connection.execute(query))

    def _transaction(self) -> AbstractContextManager[sa.Connection]:
        return transaction(self._database)


# Extending doesn't change the link of a former host.
_OF_THE_MEETING = {meetings: sa.true(), hosts: sa.true(), deliveries: ~meeting_queries.IS_FORMER}


def _add(
    connection: sa.Connection, number: int, expires: datetime, given: tuple[Delivery, ...]
) -> None:
    common = {"number": number, "expires": expires}
    added = [common | row for row in rows.of_deliveries(given)]
    if added:
        insert(connection, deliveries, added)


def _withdraw(connection: sa.Connection, message_ids: tuple[str, ...]) -> None:
    theirs = deliveries.c.message_id.in_(filter(None, message_ids))
    connection.execute(deliveries.update().where(theirs).values(withdrawn=True))
