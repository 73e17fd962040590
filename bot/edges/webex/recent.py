"""What was said to the bot lately, read without any notice of it.

https://developer.webex.com/docs/api/v1/rooms/list-rooms
https://developer.webex.com/docs/api/v1/messages/list-messages
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

import structlog

from bot.core.errors import NotFound, Refused
from bot.edges.upstream import reached

MOST_SPACES = 50
"""Spaces that one look goes through, the most active first: each is a call, and Webex takes some
300 a minute."""

MOST_MESSAGES = 100
"""Messages of one space that one look goes through, the newest first."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Heard:
    """A message to the bot.

    Args:
        written: when, in seconds since 1970, by Webex's clock.
    """

    message_id: str
    room_id: str
    person_id: str
    written: float


class Recent:
    """What lies in the bot's spaces.

    Args:
        api: of the SDK.
    """

    def __init__(self, api: Any) -> None:
        self._api = api

    def heard_since(self, moment: float, me: str) -> list[Heard]:
        """Return what others said to the bot since `moment`, the oldest first.

        In group spaces a bot sees only what mentions it, and has to say so. A space that Webex
        refuses, or that is gone by now, holds up no other.

        Args:
            moment: in seconds since 1970.
            me: the bot's own person id.

        Raises:
            Trouble: Webex did not tell.
        """
        with reached():
            heard = [each for room in self._rooms(moment) for each in self._heard_in(room, moment)]
        return sorted(
            (each for each in heard if each.person_id != me), key=lambda each: each.written
        )

    def _rooms(self, moment: float) -> Iterator[Any]:
        newest = islice(self._api.rooms.list(sortBy="lastactivity", max=MOST_SPACES), MOST_SPACES)
        return takewhile(lambda room: _seconds(room.lastActivity) >= moment, newest)

    def _heard_in(self, room: Any, moment: float) -> list[Heard]:
        try:
            return list(self._said_in(room, moment))
        except (NotFound, Refused) as refused:
            log.warning("look_back.space_refused", **refused.record())
            return []

    def _said_in(self, room: Any, moment: float) -> Iterator[Heard]:
        mentioned = {} if room.type == "direct" else {"mentionedPeople": "me"}
        newest = islice(self._api.messages.list(room.id, **mentioned), MOST_MESSAGES)
        for each in takewhile(lambda said: _seconds(said.created) >= moment, newest):
            yield Heard(each.id, room.id, each.personId, _seconds(each.created))


def _seconds(moment: Any) -> float:
    return float(moment.timestamp())
