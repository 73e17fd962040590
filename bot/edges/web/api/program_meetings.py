"""Makes, reads and changes the meetings of programs, as their hosts would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.domain.guests import Guest
from bot.core.domain.meeting_commands import Cancel, MeetingReference, Remove
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import State
from bot.core.incoming.api_requests import ApiCommand
from bot.core.steps.find_steps import ReadMeeting
from bot.edges.storage.ledger import Ledger
from bot.edges.web.api.api_problems import NOTHING_HERE, ApiProblem
from bot.edges.web.api.meeting_bodies import NewGuests, NewMeeting
from bot.edges.web.api.recorded_requests import ProgramRequest, RecordedRequests
from bot.edges.web.api.request_reading import WRONG_BODY, pointer_to


@dataclass(frozen=True)
class ProgramMeetings:
    """The meetings of programs. Threads may share it.

    Args:
        requests: what programs asked.
        ledger: the meetings.
    """

    requests: RecordedRequests
    ledger: Ledger

    def now(self) -> datetime:
        """Return the time, aware."""
        return self.requests.now()

    def make(
        self, program: str, idempotency: str, body: NewMeeting, about: str = ""
    ) -> tuple[MeetingRecord, str]:
        """Make a meeting, or return the one that the same request made; with the request's name.

        Args:
            program: its name.
            idempotency: its key.
            body: what it asks for.
            about: what makes it the same request; empty for the body.

        Raises:
            ApiProblem: there is none.
        """
        about = about or body.model_dump_json()
        asked = self.requests.begin(
            ProgramRequest(program, idempotency, about, body.reference),
            body.command(),
            body.host,
            lambda: self.check_not_past(body.opens),
        )
        meetings = self.requests.asked
        number = self.requests.outcome(program, asked, lambda: meetings.number_of(asked.seed))
        return self._read(number), asked.name

    def invite(
        self, program: str, idempotency: str, record: MeetingRecord, body: NewGuests
    ) -> MeetingRecord:
        """Invite guests; the same request again invites nobody anew. Return the meeting.

        Raises:
            ApiProblem: the bot refused, or it takes too long.
        """
        meeting, wanted = record.meeting, [each.guest() for each in body.guests]
        about = f"{meeting.number} {body.model_dump_json()}"
        asked = self.requests.begin(
            ProgramRequest(program, idempotency, about), body.command(meeting.number), meeting.host
        )

        def invited() -> MeetingRecord | None:
            now = self._read(meeting.number)
            there = [any(who.is_same(each) for each in now.invited) for who in wanted]
            return now if all(there) else None

        return self.requests.outcome(program, asked, invited)

    def uninvite(self, program: str, record: MeetingRecord, guest: Guest) -> None:
        """Withdraw a guest's invitation, and tell them.

        Raises:
            ApiProblem: the meeting is over, or it takes too long.
        """
        self.check_open(record)
        meeting = record.meeting
        off = Remove((guest,), MeetingReference(meeting.number))
        self.requests.do(
            program, off, meeting.host, lambda: guest not in self._read(meeting.number).invited
        )

    def change(self, program: str, record: MeetingRecord, command: ApiCommand) -> None:
        """Carry out a host's command about a meeting.

        Raises:
            ApiProblem: it takes too long.
        """
        self.requests.do(program, command, record.meeting.host)

    def cancel(self, program: str, record: MeetingRecord) -> None:
        """Cancel a meeting, and tell its guests.

        Raises:
            ApiProblem: it is over, or it takes too long.
        """
        if self._is_cancelled(record):
            return
        self.check_open(record)
        number = record.meeting.number
        off = Cancel(MeetingReference(number))
        self.requests.do(
            program, off, record.meeting.host, lambda: self._is_cancelled(self._read(number))
        )

    def read(self, program: str, number: int) -> tuple[MeetingRecord, str]:
        """Return a program's meeting and its reference.

        Raises:
            ApiProblem: it has none with this number.
        """
        reference = self.requests.asked.find(program, number)
        if reference is None:
            raise ApiProblem(404, NOTHING_HERE)
        return self._read(number), reference

    def list(self, program: str, before: int | None, most: int) -> Sequence[MeetingRecord]:
        """Return a program's meetings, newest first; see `ApiMeetings.numbers`."""
        numbers = self.requests.asked.numbers(program, before, most)
        return [self._read(each) for each in numbers]

    def check_not_past(self, opens: datetime | None) -> None:
        """Check that a meeting doesn't begin before this minute.

        Raises:
            ApiProblem: it does.
        """
        if opens and opens < self.now().replace(second=0, microsecond=0):
            past = {"pointer": pointer_to("opens"), "detail": "This time has already passed."}
            raise ApiProblem(422, WRONG_BODY, errors=[past])

    def check_open(self, record: MeetingRecord) -> None:
        """Check that a meeting isn't over.

        Raises:
            ApiProblem: it is.
        """
        if record.meeting.is_over(self.now()):
            raise ApiProblem(409, "This meeting is over.")

    def _is_cancelled(self, record: MeetingRecord) -> bool:
        return record.meeting.state is State.CANCELLED

    def _read(self, number: int) -> MeetingRecord:
        record = self.ledger.read_meeting(ReadMeeting(number))
        if record is None:
            raise ApiProblem(404, NOTHING_HERE)
        return record
