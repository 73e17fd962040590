"""Reads recent messages to the bot from Webex, for notices that were lost.

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
from bot.edges.http_calls import raising_trouble

MOST_SPACES = 50
"""Spaces read in one pass, the most recently active first. Each takes a call, and Webex allows
some 300 a minute."""

MOST_MESSAGES = 100
"""Messages read from one space, the newest first."""

MOST_FAILURES = 5
"""Failures in a row after which the pass ends: Webex is down or limits us, and each call may have
taken half a minute."""

log = structlog.get_logger()


@dataclass(frozen=True)
class RecentMessage:
    """A message to the bot.

    Args:
        written: the time by Webex's clock, in seconds since 1970.
        edited: when it was last edited; None if it never was.
    """

    message_id: str
    room_id: str
    person_id: str
    written: float
    edited: float | None = None

    @property
    def latest(self) -> float:
        """When it was written as it is now."""
        return self.edited or self.written


@dataclass(frozen=True)
class RecentMessages:
    """What one pass over the spaces found.

    Args:
        messages: messages to the bot, the oldest first.
        complete: whether every space could be read.
    """

    messages: list[RecentMessage]
    complete: bool


class MessageHistory:
    """Reads messages from the bot's spaces.

    Args:
        api: the SDK's API object.
    """

    def __init__(self, api: Any) -> None:
        self._api = api
        self._failed: list[str] = []
        """Spaces that could not be read last time; they are read last."""

    def since(self, moment: float, me: str) -> RecentMessages:
        """Return what others wrote to the bot since `moment`.

        In group spaces a bot can list only messages that mention it. A space that can't be read
        does not stop the others.

        Args:
            moment: in seconds since 1970.
            me: the bot's own person id.

        Raises:
            Trouble: the list of spaces could not be read.
        """
        with raising_trouble():
            rooms = list(self._rooms(moment))
        rooms.sort(key=lambda room: room.id in self._failed)
        by_room = [self._messages_in(room, moment) for room in self._until_webex_is_down(rooms)]
        found = [each for messages in by_room for each in messages if each.person_id != me]
        complete = len(by_room) == len(rooms) and not self._failed
        return RecentMessages(sorted(found, key=lambda each: each.written), complete)

    def _until_webex_is_down(self, rooms: list[Any]) -> Iterator[Any]:
        """Yield spaces until several in a row have failed."""
        self._failed = []
        for number, room in enumerate(rooms):
            last = {each.id for each in rooms[max(0, number - MOST_FAILURES) : number]}
            if number >= MOST_FAILURES and last <= set(self._failed):
                return
            yield room

    def _rooms(self, moment: float) -> Iterator[Any]:
        newest = islice(self._api.rooms.list(sortBy="lastactivity", max=MOST_SPACES), MOST_SPACES)
        return takewhile(lambda room: _seconds(room.lastActivity) >= moment, newest)

    def _messages_in(self, room: Any, moment: float) -> list[RecentMessage]:
        try:
            with raising_trouble():
                return list(self._read(room, moment))
        except (NotFound, Refused) as refused:
            log.warning("look_back.space_refused", **refused.record())
        except (Passing, Unintelligible) as trouble:
            log.warning("look_back.space_failed", **trouble.record())
            self._failed.append(room.id)
        return []

    def _read(self, room: Any, moment: float) -> Iterator[RecentMessage]:
        mentioned = {} if room.type == "direct" else {"mentionedPeople": "me"}
        newest = islice(self._api.messages.list(room.id, **mentioned), MOST_MESSAGES)
        for each in takewhile(lambda message: _seconds(message.created) >= moment, newest):
            edited = getattr(each, "updated", None)
            times = (_seconds(each.created), _seconds(edited) if edited else None)
            yield RecentMessage(each.id, room.id, each.personId, *times)


def _seconds(moment: Any) -> float:
    return float(moment.timestamp())
