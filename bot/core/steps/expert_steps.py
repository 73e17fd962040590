"""The steps about groups of experts and the requests to them. Repeating one changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from bot.core.domain.duty import Duty
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.group_requests import ExpertCard, ExpertRequest
from bot.core.domain.guests import Guest
from bot.core.steps.step import Step


@dataclass(frozen=True)
class ReadGroups(Step):
    """-> tuple of ExpertGroup, by name, with who is on duty in the next two weeks."""


@dataclass(frozen=True)
class SaveGroup(Step):
    """-> None. Set up a group in place of the one called so, or delete it if it has no tiers."""

    group: ExpertGroup


@dataclass(frozen=True)
class RestoreGroup(Step):
    """-> None. Reset a group to what the file says, dropping what was said in a chat."""

    name: str


@dataclass(frozen=True)
class SaveDuty(Step):
    """-> None. Record what somebody says about being on duty, in place of what they said before."""

    duty: Duty


@dataclass(frozen=True)
class SaveExpertRequest(Step):
    """-> None. Record a request to a group."""

    request: ExpertRequest


@dataclass(frozen=True)
class ReadExpertRequest(Step):
    """-> ExpertRequest, or None."""

    number: int


@dataclass(frozen=True)
class FindRequestsAskedIn(Step):
    """-> tuple of ExpertRequest: those that nobody has taken, with a card in a space."""

    room_id: str


@dataclass(frozen=True)
class FindRequestsTo(Step):
    """-> tuple of ExpertRequest: those to a group that nobody has taken, and that aren't over.

    Args:
        group: the group's name.
        now: the time, aware.
    """

    group: str
    now: datetime


@dataclass(frozen=True)
class ClaimExpertRequest(Step):
    """-> ExpertRequest, with the first who claimed it. Later claims change nothing.

    Args:
        number: the meeting's number.
        person_id: who claims it.
        at: when.
        claim: identifies this claim.
    """

    number: int
    person_id: str
    at: datetime
    claim: str = field(repr=False)


@dataclass(frozen=True)
class NameAsker(Step):
    """-> None. Record the name of a request's asker, unless somebody has taken it.

    Args:
        number: the meeting's number.
        name: theirs.
    """

    number: int
    name: str


@dataclass(frozen=True)
class MakeExpertHost(Step):
    """-> bool: whether the claim still holds, and its claimer is now the host.

    Args:
        number: the meeting's number.
        claim: the claim.
        expert: who claimed it.
    """

    number: int
    claim: str = field(repr=False)
    expert: Guest


@dataclass(frozen=True)
class ConfirmClaim(Step):
    """-> None. Record that the claimer still comes.

    Args:
        number: the meeting's number.
        claim: the claim.
        at: when they said so.
    """

    number: int
    claim: str = field(repr=False)
    at: datetime


@dataclass(frozen=True)
class HasNotStarted(Step):
    """-> bool: whether somebody is the host by a claim, and no host has pressed *Start*."""

    number: int
    person_id: str


@dataclass(frozen=True)
class ReleaseExpertRequest(Step):
    """-> bool: whether the claim held. Take it back, so that others can take the request.

    Its claimer is no longer the host.

    Args:
        number: the meeting's number.
        claim: the claim.
        given_back: whether the claimer had the request, and it counts as given back.
        note: what they leave to the next expert; empty for nothing.
    """

    number: int
    claim: str = field(repr=False)
    given_back: bool = False
    note: str = field(default="", repr=False)


@dataclass(frozen=True)
class AdvanceExpertRequest(Step):
    """-> bool: whether it is this conversation that goes on to a step.

    Args:
        number: the meeting's number.
        since: the latest step; if it is another by now, nothing changes.
        step: the new one.
        due: when the tier after it is asked; None if the requester has to choose first.
        by: identifies the conversation.
    """

    number: int
    since: int
    step: int
    due: datetime | None
    by: str = field(repr=False)


@dataclass(frozen=True)
class AskLater(Step):
    """-> None. Record who of the tier that is asked now is asked a little later; or nobody.

    Args:
        number: the meeting's number.
        people: their identities.
    """

    number: int
    people: tuple[str, ...]


@dataclass(frozen=True)
class LeaveToOthers(Step):
    """-> tuple of the ids of everybody who has left a request to others since a step.

    Args:
        number: the meeting's number.
        step: at which they were asked.
        person_id: who leaves it now.
    """

    number: int
    step: int
    person_id: str


@dataclass(frozen=True)
class RecordExpertCards(Step):
    """-> tuple of the ids of the cards that these replace, or None if the request isn't free.

    If it isn't, nothing is recorded.
    """

    number: int
    cards: tuple[ExpertCard, ...]


@dataclass(frozen=True)
class ForgetExpertCards(Step):
    """-> None. Record that these cards were deleted."""

    recorded: ClassVar[bool] = False
    message_ids: tuple[str, ...]


@dataclass(frozen=True)
class ReadDeskFigures(Step):
    """-> tuple of GroupFigures of the requests that were made since a moment, by group.

    Args:
        since: the beginning, aware.
        now: the time, aware.
    """

    since: datetime
    now: datetime


@dataclass(frozen=True)
class CloseExpertRequest(Step):
    """-> ExpertRequest, which nobody can take any more, with its cards; or None."""

    number: int
