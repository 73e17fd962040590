"""How often things may be done: start meetings, message a guest, send text messages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.core.domain.guests import Guest
from bot.core.domain.meetings import Way

TEN_MINUTES = 600.0
HOUR = 3600.0
DAY = 86400.0

MOST_TOLD = 10
"""Messages of hosts that are passed on to the guests of one meeting within an hour."""

LONGEST_TOLD = 500
"""Characters of such a message."""


MOST_LOST = 3
"""Lost links that are sent to one guest within an hour."""


@dataclass(frozen=True)
class Limits:
    """The limits that keep anybody from being flooded; 0 for no limit.

    Args:
        per_person: the meetings that a person may start within an hour.
        per_space: the meetings that may be started in a space within an hour.
        messages_per_guest: the messages to one guest, by one way, within ten minutes.
        texts_per_person: the text messages that a person may have sent within a day.
        texts_per_day: the text messages of everybody within a day.
        links_per_guest: how often a guest may ask for their own link within an hour.
    """

    per_person: int = 0
    per_space: int = 0
    messages_per_guest: int = 0
    texts_per_person: int = 0
    texts_per_day: int = 0
    links_per_guest: int = 0


@dataclass(frozen=True)
class LimitReached:
    """A limit is reached.

    Args:
        limit: the limit.
        of_space: whether it is the space's limit, or else the person's.
    """

    limit: int
    of_space: bool


@dataclass(frozen=True)
class Quota:
    """How often something may be done within some time.

    Args:
        key: what is counted; contains no name, address or number.
        most: how often, at least 1.
        seconds: within how many seconds.
        trouble: the class name of the trouble when it is exceeded.
    """

    key: str = field(repr=False)
    most: int
    seconds: float
    trouble: str = "TooManyMessages"


def message_quotas(limits: Limits, way: Way, guest: Guest, by: Guest) -> Iterator[Quota]:
    """Yield the quotas that a message to a guest uses.

    Args:
        limits: the installation's limits.
        way: how the message is sent.
        guest: the recipient. People may message themselves as often as they like.
        by: who has it sent.
    """
    if limits.messages_per_guest and not guest.is_same(by):
        key = f"guest {way.name} {_hidden(guest.identity)}"
        yield Quota(key, limits.messages_per_guest, TEN_MINUTES)
    if way is Way.PHONE and limits.texts_per_person:
        yield Quota(f"texts {by.person_id}", limits.texts_per_person, DAY, "TooManyTexts")
    if way is Way.PHONE and limits.texts_per_day:
        yield Quota("texts", limits.texts_per_day, DAY, "TooManyTexts")


def link_quotas(limits: Limits, person_id: str) -> Iterator[Quota]:
    """Yield the quota of a guest who asks for their own link."""
    if limits.links_per_guest:
        yield Quota(f"my link {person_id}", limits.links_per_guest, HOUR)


def lost_link_quota(identity: str) -> Quota:
    """Return the quota of links that anybody may have sent to a guest who lost theirs."""
    return Quota(f"lost {_hidden(identity)}", MOST_LOST, HOUR)


def tell_quota(number: int) -> Quota:
    """Return the quota of messages to the guests of a meeting."""
    return Quota(f"tell {number}", MOST_TOLD, HOUR)


def _hidden(identity: str) -> str:
    return hashlib.sha256(identity.encode()).hexdigest()[:32]
