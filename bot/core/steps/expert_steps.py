"""The steps about groups of experts and the requests to them. Repeating one changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.domain.duty import Duty
from bot.core.domain.experts import ExpertCard, ExpertGroup, ExpertRequest
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
    """-> None. Have the file say again what a group is, and not what was said in a chat."""

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
class ClaimExpertRequest(Step):
    """-> ExpertRequest, with the first who claimed it. Later claims change nothing.

    Args:
        number: the meeting's number.
        person_id: who claims it.
        at: when.
    """

    number: int
    person_id: str
    at: datetime


@dataclass(frozen=True)
class ReleaseExpertRequest(Step):
    """-> None. Take back a person's claim, so that others can take it."""

    number: int
    person_id: str


@dataclass(frozen=True)
class RecordExpertCards(Step):
    """-> bool: whether nobody has claimed the request. If somebody has, nothing is recorded."""

    number: int
    cards: tuple[ExpertCard, ...]
