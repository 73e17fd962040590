"""Has the engine do what programs ask about meetings, and waits for it a while."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from bot.core.domain.experts import ExpertRequest
from bot.core.domain.guests import Guest
from bot.core.domain.link_requests import LinkKind, request_links
from bot.core.domain.links import Links
from bot.core.domain.meeting_commands import Cancel, MeetingReference, Remove
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting, State
from bot.core.incoming.api_requests import ApiCommand, ApiRequest
from bot.core.steps.door_steps import HANDED, DoorRequest, OpenDoors
from bot.core.steps.expert_steps import ReadExpertRequest
from bot.core.steps.find_steps import ReadMeeting
from bot.edges.durable.inbox import Inbox
from bot.edges.sources.link_source import LinkSource
from bot.edges.storage.api_meeting_store import ApiMeetings, Asked
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.ledger import Ledger
from bot.edges.web.api.api_problems import NOTHING_HERE, ApiProblem
from bot.edges.web.api.engine_wait import EngineWait
from bot.edges.web.api.expert_bodies import NewExpertRequest
from bot.edges.web.api.meeting_bodies import NewGuests, NewMeeting
from bot.edges.web.api.request_reading import WRONG_BODY, pointer_to

Row = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class ProgramMeetings:
    """The meetings of programs. Threads may share it.

    Args:
        asked: who asked for which meeting.
        ledger: the meetings.
        inbox: where the engine finds what is asked.
        source: makes links.
        doors: opens doors.
        links: how links are made.
        doors_at: returns the public address of doors; empty for none.
        new_seed: returns an unguessable text that identifies a meeting.
        wait: waits for the engine.
        now: returns the time, aware.
    """

    asked: ApiMeetings
    ledger: Ledger
    inbox: Inbox
    source: LinkSource
    doors: DoorKeys
    links: LinkKind
    doors_at: Callable[[], str]
    new_seed: Callable[[], str]
    wait: EngineWait
    now: Callable[[], datetime]

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

        def entry(row: Row) -> Row:
            self.check_not_past(body.opens)
            return self._entry(row, body.command(), body.host)

        about = about or body.model_dump_json()
        asked = self._ask(program, idempotency, about, entry, body.reference)
        number = self._outcome(program, asked, lambda: self.asked.number_of(asked.seed))
        return self._read(number), asked.name

    def invite(
        self, program: str, idempotency: str, record: MeetingRecord, body: NewGuests
    ) -> MeetingRecord:
        """Invite guests; the same request again invites nobody anew. Return the meeting.

        Raises:
            ApiProblem: the bot refused, or it takes too long.
        """
        meeting, wanted = record.meeting, [each.guest() for each in body.guests]
        said, command = body.model_dump_json(), body.command(meeting.number)
        about = f"{meeting.number} {said}"
        asked = self._ask(
            program, idempotency, about, lambda row: self._entry(row, command, meeting.host)
        )

        def invited() -> MeetingRecord | None:
            now = self._read(meeting.number)
            there = [any(who.is_same(each) for each in now.invited) for who in wanted]
            return now if all(there) else None

        return self._outcome(program, asked, invited)

    def uninvite(self, program: str, record: MeetingRecord, guest: Guest) -> None:
        """Withdraw a guest's invitation, and tell them.

        Raises:
            ApiProblem: the meeting is over, or it takes too long.
        """
        number = record.meeting.number
        self.check_open(record)
        off = Remove((guest,), MeetingReference(number))
        self._do(program, record, off, lambda _: guest not in self._read(number).invited)

    def ask_expert(self, program: str, idempotency: str, body: NewExpertRequest) -> int:
        """Ask a group of experts; the same request again asks nobody anew. Return its number.

        Raises:
            ApiProblem: there is no such group, the bot refused, or it takes too long.
        """
        command = body.command()

        def entry(row: Row) -> Row:
            self._check_group(command.group)
            return self._entry(row, command, body.requester)

        def number() -> int | None:
            found = self.asked.number_of(asked.seed)
            made = found and self.ledger.experts.read(ReadExpertRequest(found))
            return found if made else None

        about = f"expert {body.model_dump_json()}"
        asked = self._ask(program, idempotency, about, entry, body.reference)
        return self._outcome(program, asked, number)

    def read_expert_request(
        self, program: str, number: int
    ) -> tuple[ExpertRequest, MeetingRecord, str]:
        """Return a program's request to experts, its meeting and its reference.

        Raises:
            ApiProblem: it has none with this number.
        """
        record, reference = self.read(program, number)
        made = self.ledger.experts.read(ReadExpertRequest(number))
        if made is None:
            raise ApiProblem(404, NOTHING_HERE)
        return made, record, reference

    def _check_group(self, name: str) -> None:
        now = self.now()
        groups = {each.name: each for each in self.ledger.expert_groups.read(now)}
        group = groups.get(name)
        if group and group.is_open(now) and group.as_of(now).tiers:
            return
        closed = "This group is closed, or nobody of it is on duty."
        said = closed if group else "There is no group with this name."
        wrong = {"pointer": pointer_to("group"), "detail": said}
        raise ApiProblem(422, WRONG_BODY, errors=[wrong])

    def once(self, program: str, idempotency: str, about: str) -> str:
        """Return the name of a request, the same one for the same request.

        Raises:
            ApiProblem: the key was used for another request.
        """
        return self._ask(program, idempotency, about).name

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

    def _ask(
        self,
        program: str,
        idempotency: str,
        about: str,
        entry: Callable[[Row], Row | None] = lambda _: None,
        reference: str | None = None,
    ) -> Asked:
        """Record a request, or return the one that it repeats.

        Args:
            program: its name.
            idempotency: its key.
            about: what is asked, to tell another request with the same key.
            entry: returns the inbox's row of a new request; it may raise, then nothing is recorded.
            reference: the program's own name for the meeting.
        """
        body_hash = _hash(about)
        row = {
            "program": program,
            "idempotency": _hash(idempotency),
            "body_hash": body_hash,
            "seed": self.new_seed(),
            "name": secrets.token_hex(16),
            "reference": reference,
            "at": self.now(),
        }
        asked = self.asked.ask(row, lambda: entry(row))
        if asked.body_hash != body_hash:
            said = "This Idempotency-Key was used for another request. Take a new one."
            raise ApiProblem(422, said)
        return asked

    def _entry(self, row: Row, command: ApiCommand, host: str) -> Row:
        """Return the row by which the engine finds a command."""
        program, name, at, seed = (row[each] for each in ("program", "name", "at", "seed"))
        return self.inbox.row_of(ApiRequest(program, name, command, host, at, seed))

    def _outcome(self, program: str, asked: Asked, look: Callable[[], T | None]) -> T:
        """Return what a request led to, which may have been asked before."""
        wait = self.wait.until if asked.is_new else self.wait.already
        return wait(look, f"api:{program}:{asked.name}")

    def read(self, program: str, number: int) -> tuple[MeetingRecord, str]:
        """Return a program's meeting and its reference.

        Raises:
            ApiProblem: it has none with this number.
        """
        reference = self.asked.find(program, number)
        if reference is None:
            raise ApiProblem(404, NOTHING_HERE)
        return self._read(number), reference

    def list(self, program: str, before: int | None, most: int) -> Sequence[MeetingRecord]:
        """Return a program's meetings, newest first; see `ApiMeetings.numbers`."""
        return [self._read(each) for each in self.asked.numbers(program, before, most)]

    def change(self, program: str, record: MeetingRecord, command: ApiCommand) -> None:
        """Have a host's command done about a meeting.

        Raises:
            ApiProblem: it takes too long.
        """
        self._do(program, record, command, self.wait.is_finished)

    def cancel(self, program: str, record: MeetingRecord) -> None:
        """Cancel a meeting, and tell its guests.

        Raises:
            ApiProblem: it is over, or it takes too long.
        """
        number = record.meeting.number
        if record.meeting.state is State.CANCELLED:
            return
        self.check_open(record)
        off = Cancel(MeetingReference(number))
        self._do(
            program, record, off, lambda _: self._read(number).meeting.state is State.CANCELLED
        )

    def minted(self, meeting: Meeting, hosts: int, guests: int, occasion: str = "") -> Links:
        """Return fresh links; those of guests lead to doors, if there are any.

        Args:
            meeting: the meeting.
            hosts: how many for hosts.
            guests: how many for guests.
            occasion: the same one gets the same doors; empty for new ones.

        Raises:
            Trouble: there are none.
        """
        at = self.doors_at()
        bare = 0 if at else guests
        links = Links((), ())
        if hosts + bare:
            links = self.source.mint(request_links(meeting, self.links, hosts, bare))
        if at and guests:
            occasion = occasion or secrets.token_hex(16)
            wanted = (DoorRequest(HANDED),) * guests
            opened = self.doors.open(OpenDoors(meeting.number, at, wanted, occasion))
            links = Links(links.hosts, opened, doors=True)
        return links

    def _do(
        self,
        program: str,
        record: MeetingRecord,
        command: ApiCommand,
        is_done: Callable[[str], bool],
    ) -> None:
        host, name = record.meeting.host, secrets.token_hex(16)
        request = ApiRequest(program, name, command, host, self.now(), self.new_seed())
        self.inbox.add(request)
        self.wait.until(lambda: is_done(request.key) or None, request.key)

    def _read(self, number: int) -> MeetingRecord:
        record = self.ledger.read_meeting(ReadMeeting(number))
        if record is None:
            raise ApiProblem(404, NOTHING_HERE)
        return record


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
