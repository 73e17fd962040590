"""Lists what was recently said to the bot.

https://developer.webex.com/docs/api/v1/rooms/list-rooms
https://developer.webex.com/docs/api/v1/messages/list-messages
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

import structlog

from bot.core.domain.errors import NotFound, Passing, Refused, Unintelligible
from bot.edges.http_calls import reached

MOST_SPACES = 50
"""Spaces that one look goes through, the most active first: each is a call, and Webex takes some
300 a minute."""

MOST_MESSAGES = 100
"""Messages of one space that one look goes through, the newest first."""

AWAY = 5
"""Spaces in a row that could not be looked at, after which it is Webex that is away: each may have
taken half a minute, and whoever asks too often has to ask less."""

log = structlog.get_logger()


@dataclass(frozen=True)
class RecentMessage:
    """A message to the bot.

    Args:
        written: when, in seconds since 1970, by Webex's clock.
    """

    message_id: str
    room_id: str
    person_id: str
    written: float


@dataclass(frozen=True)
class Look:
    """What one look found.

    Args:
        heard: what others said to the bot, the oldest first.
        whole: whether every space let itself be looked at.
    """

    heard: list[RecentMessage]
    whole: bool


class Recent:
    """What lies in the bot's spaces.

    Args:
        api: of the SDK.
    """

    def __init__(self, api: Any) -> None:
        self._api = api
        self._closed: list[str] = []
        """The spaces that could not be looked at last time; they come last."""

    def heard_since(self, moment: float, me: str) -> Look:
        """Return what others said to the bot since `moment`.

        In group spaces a bot sees only what mentions it, and has to say so. A space that is being
        moved, that Webex refuses, or that is gone by now, holds up no other.

        Args:
            moment: in seconds since 1970.
            me: the bot's own person id.

        Raises:
            Trouble: Webex did not tell which spaces there are.
        """
        with reached():
            rooms = list(self._rooms(moment))
        rooms.sort(key=lambda room: room.id in self._closed)
        said = [self._heard_in(room, moment) for room in self._until_webex_is_away(rooms)]
        heard = [each for found in said for each in found if each.person_id != me]
        whole = len(said) == len(rooms) and not self._closed
        return Look(sorted(heard, key=lambda each: each.written), whole)

    def _until_webex_is_away(self, rooms: list[Any]) -> Iterator[Any]:
        """Yield spaces, until so many in a row were closed that it is not for their own sake."""
        self._closed = []
        for number, room in enumerate(rooms):
            lately = {each.id for each in rooms[max(0, number - AWAY) : number]}
            if number >= AWAY and lately <= set(self._closed):
                return
            yield room

    def _rooms(self, moment: float) -> Iterator[Any]:
        newest = islice(self._api.rooms.list(sortBy="lastactivity", max=MOST_SPACES), MOST_SPACES)
        return takewhile(lambda room: _seconds(room.lastActivity) >= moment, newest)

    def _heard_in(self, room: Any, moment: float) -> list[RecentMessage]:
        try:
            with reached():
                return list(self._said_in(room, moment))
        except (NotFound, Refused) as refused:
            log.warning("look_back.space_refused", **refused.record())
        except (Passing, Unintelligible) as trouble:
            log.warning("look_back.space_closed", **trouble.record())
            self._closed.append(room.id)
        return []

    def _said_in(self, room: Any, moment: float) -> Iterator[RecentMessage]:
        mentioned = {} if room.type == "direct" else {"mentionedPeople": "me"}
        newest = islice(self._api.messages.list(room.id, **mentioned), MOST_MESSAGES)
        for each in takewhile(lambda said: _seconds(said.created) >= moment, newest):
            yield RecentMessage(each.id, room.id, each.personId, _seconds(each.created))


def _seconds(moment: Any) -> float:
    return float(moment.timestamp())
