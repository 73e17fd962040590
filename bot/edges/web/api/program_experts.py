"""The requests of programs to groups of experts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.domain.access import Access
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.steps.expert_steps import ReadExpertRequest
from bot.edges.web.api.api_problems import NOTHING_HERE, ApiProblem
from bot.edges.web.api.expert_bodies import NewExpertRequest
from bot.edges.web.api.program_meetings import ProgramMeetings
from bot.edges.web.api.recorded_requests import ProgramRequest
from bot.edges.web.api.request_reading import WRONG_BODY, pointer_to


@dataclass(frozen=True)
class ProgramExperts:
    """Asks groups of experts for programs. Threads may share it.

    Args:
        meetings: the meetings of programs, which requests to experts are, too.
        access: who may use the bot, and so be asked.
    """

    meetings: ProgramMeetings
    access: Access

    def ask(self, program: str, idempotency: str, body: NewExpertRequest) -> int:
        """Ask a group of experts; the same request again asks nobody anew. Return its number.

        Raises:
            ApiProblem: there is no such group, the bot refused, or it takes too long.
        """
        requests, command = self.meetings.requests, body.command()
        about = f"expert {body.model_dump_json()}"
        asked = requests.begin(
            ProgramRequest(program, idempotency, about, body.reference),
            command,
            body.requester,
            lambda: self._check_group(command.group),
        )

        def number() -> int | None:
            found = requests.asked.number_of(asked.seed)
            return found if found and self._made(found) else None

        return requests.outcome(program, asked, number)

    def read(self, program: str, number: int) -> tuple[ExpertRequest, MeetingRecord, str]:
        """Return a program's request to experts, its meeting and its reference.

        Raises:
            ApiProblem: it has none with this number.
        """
        record, reference = self.meetings.read(program, number)
        made = self._made(number)
        if made is None:
            raise ApiProblem(404, NOTHING_HERE)
        return made, record, reference

    def numbers(self, program: str, before: int | None, most: int) -> list[int]:
        """Return the numbers of a program's requests, newest first; see `ApiMeetings.numbers`."""
        asked = self.meetings.requests.asked
        return asked.numbers(program, before, most, to_experts=True)

    def _made(self, number: int) -> ExpertRequest | None:
        return self.meetings.ledger.experts.read(ReadExpertRequest(number))

    def _check_group(self, name: str) -> None:
        now = self.meetings.now()
        groups = {each.name: each for each in self.meetings.ledger.expert_groups.read(now)}
        group = groups.get(name)
        if group and group.is_open(now) and group.serving(self.access).as_of(now).tiers:
            return
        closed = "This group is closed, or nobody in it is on duty."
        said = closed if group else "There is no group with this name."
        wrong = {"pointer": pointer_to("group"), "detail": said}
        raise ApiProblem(422, WRONG_BODY, errors=[wrong])
