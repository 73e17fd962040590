"""Appointments of programs: each is a meeting, known by the program's identifier of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.domain.commands import Add, Move, Remove, Rename
from bot.core.domain.email_addresses import address_key
from bot.core.domain.links import Links
from bot.core.domain.meeting_commands import MeetingReference
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import State
from bot.core.domain.program_events import guest_id
from bot.core.incoming.api_requests import ApiCommand
from bot.core.steps.door_steps import HANDED, DoorRequest, ReadAttendances
from bot.edges.web.api.api_problems import ApiProblem
from bot.edges.web.api.engine_wait import REFUSED
from bot.edges.web.api.meeting_answers import links_answer
from bot.edges.web.api.meeting_bodies import NewMeeting
from bot.edges.web.api.program_links import ProgramLinks
from bot.edges.web.api.program_meetings import ProgramMeetings
from bot.edges.web.fhir.appointment_answers import ShownAppointment
from bot.edges.web.fhir.appointment_bodies import BOOKED, AppointmentBody, wrong_element

OCCASION = "fhir"
"""What opens the door that an appointment shows, so that it is always the same one."""

_ANOTHER = "Book another one, with an identifier of its own."


@dataclass(frozen=True)
class FhirAppointments:
    """The appointments of programs. Threads may share it.

    Args:
        meetings: the meetings of programs.
        links: opens doors.
    """

    meetings: ProgramMeetings
    links: ProgramLinks

    def find(self, program: str, identifier: str) -> list[ShownAppointment]:
        """Return a program's appointments with an identifier, newest first."""
        found = self.meetings.requests.asked.with_reference(program, identifier)
        return [self.read(program, each) for each in found]

    def read(self, program: str, number: int) -> ShownAppointment:
        """Return a program's appointment.

        Raises:
            ApiProblem: it has none with this number.
        """
        record, reference = self.meetings.read(program, number)
        came = self.meetings.ledger.attendances.read(ReadAttendances(number))
        shared, own = self._doors(record)
        return ShownAppointment(record, reference, came, shared, own)

    def create(self, program: str, identifier: str, body: AppointmentBody) -> ShownAppointment:
        """Make a meeting for an appointment.

        Raises:
            ApiProblem: there is none.
        """
        if body.status not in BOOKED:
            raise ApiProblem(422, "A new appointment has to be booked.")
        wanted = body.meeting(identifier)
        self._check_not_past(wanted)
        try:
            once = f"appointment\n{identifier}"
            record, _ = self.meetings.make(program, once, wanted, about=identifier)
        except ApiProblem as why:
            if why.detail == REFUSED:
                self.meetings.requests.asked.release(program, identifier)
            raise
        return self.read(program, record.meeting.number)

    def update(
        self, program: str, found: ShownAppointment, body: AppointmentBody
    ) -> ShownAppointment:
        """Change a meeting into what an appointment has become.

        Raises:
            ApiProblem: the meeting is over, or the bot refused.
        """
        record = found.record
        number = record.meeting.number
        if body.is_off:
            self.meetings.cancel(program, record)
            return self.read(program, number)
        wanted = body.meeting(found.reference)
        commands = [*_changes(record, wanted)]
        if record.meeting.state is State.CANCELLED and body.status in BOOKED:
            raise ApiProblem(409, f"This appointment was cancelled. {_ANOTHER}")
        if commands and record.meeting.is_over(self.meetings.now()):
            raise ApiProblem(409, f"This appointment is over. {_ANOTHER}")
        for each in commands:
            self.meetings.change(program, record, each)
        now = self.read(program, number)
        if [*_changes(now.record, wanted)]:
            raise ApiProblem(422, "The bot didn't do all of it, and told the host why.")
        return now

    def cancel(self, program: str, number: int) -> None:
        """Cancel a meeting.

        Raises:
            ApiProblem: the program has none with this number, or it is over.
        """
        record, _ = self.meetings.read(program, number)
        self.meetings.cancel(program, record)

    def _check_not_past(self, wanted: NewMeeting) -> None:
        if wanted.opens and wanted.opens < self.meetings.now().replace(second=0, microsecond=0):
            raise wrong_element("Appointment.start", "This time has already passed.")

    def _doors(self, record: MeetingRecord) -> tuple[str, dict[str, str]]:
        """Return the address of a door for anybody, and those of guests' own doors by their ids."""
        meeting = record.meeting
        if meeting.is_over(self.meetings.now()):
            return "", {}
        own = [
            DoorRequest(each.identity, each.display_name, each.language) for each in record.invited
        ]
        wanted = (DoorRequest(HANDED), *own)
        opened = self.links.open_doors(meeting, wanted, OCCASION)
        if not opened:
            return "", {}
        shared, *theirs = links_answer(Links((), opened, doors=True)).guests
        ids = [guest_id(meeting, each) for each in record.invited]
        return shared, dict(zip(ids, theirs, strict=True))


def _changes(record: MeetingRecord, wanted: NewMeeting) -> Iterator[ApiCommand]:
    """Yield what a host would say to have a meeting become what is wanted.

    Raises:
        ApiProblem: it would be another host's.
    """
    meeting, which = record.meeting, MeetingReference(record.meeting.number)
    if address_key(wanted.host) != address_key(meeting.host):
        raise ApiProblem(
            422, "The host can't be changed here. Say handover in a chat with the bot."
        )
    if wanted.topic and wanted.topic != meeting.subject:
        yield Rename(wanted.topic, which)
    if (wanted.opens, wanted.minutes) != (meeting.opens, meeting.minutes):
        yield Move(opens=wanted.opens, minutes=wanted.minutes, which=which)
    guests = [each.guest() for each in wanted.guests]
    gone = [each for each in record.invited if not any(each.is_same(who) for who in guests)]
    if gone:
        yield Remove(tuple(gone), which)
    new = [each for each in guests if not any(each.is_same(who) for who in record.invited)]
    if new:
        yield Add(tuple(new), which, wanted.language)
