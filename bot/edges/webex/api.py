"""Reads and posts messages with Cisco's SDK, whose errors become ours.

https://github.com/WebexCommunity/WebexPythonSDK
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from bot.core.domain.commands import Guest
from bot.core.domain.errors import NotFound, Refused
from bot.core.incoming.presses import Pressed
from bot.core.steps.message_marks import with_mark
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.webex_steps import (
    Edit,
    MayModerate,
    Membership,
    Message,
    Person,
    Place,
    Posted,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    Say,
    Space,
    TellHost,
    Withdraw,
)
from bot.core.wording.texts import Card
from bot.edges.delivery import qr_images
from bot.edges.http_calls import reached, ready
from bot.edges.sparing import later
from bot.edges.webex.recent_messages import Recent
from bot.edges.webex.webhook_registrations import Registrations

with later("jwt"):  # for tokens of guests, which the bot makes none of; 4 MB with cryptography
    try:
        from webexpythonsdk import WebexAPI
    except ImportError:  # the same SDK under the name it had before 2.0
        from webexteamssdk import WebexTeamsAPI as WebexAPI

TIMEOUT = 30
"""Seconds of silence; the SDK takes one whole number for connecting and reading."""

NEWEST = 50
"""Spaces among which one is looked for; a page of Webex's."""

DEEPEST = 500
"""Messages among which one from before a crash is looked for at the most: ten pages."""

SKEW = 120.0
"""Seconds by which our clock may be ahead of Webex's."""


@dataclass(frozen=True)
class Me:
    """Who the bot is."""

    id: str
    email: str
    name: str


class Webex:
    """The bot's hands in Webex.

    Args:
        token: the bot's.
        api_url: with a slash at its end.
        connections: how many calls may be under way at a time.
        timeout: seconds of silence.
    """

    def __init__(self, token: str, api_url: str, connections: int, timeout: int = TIMEOUT) -> None:
        self._api = WebexAPI(
            access_token=token,
            base_url=api_url,
            single_request_timeout=timeout,
            wait_on_rate_limit=False,
        )
        # The SDK has no public way to size its pool of ten connections.
        ready(self._api._session._req_session, api_url, connections)  # noqa: SLF001
        self.webhooks = Registrations(self._api)
        self.recent = Recent(self._api)

    def whoami(self) -> Me:
        """Return who the bot is."""
        with reached():
            me = self._api.people.me()
            return Me(me.id, me.emails[0], me.displayName)

    def read_message(self, step: ReadMessage) -> Message:
        """Return the message; Webex's notices carry neither its text nor its html."""
        with reached():
            found = self._api.messages.get(step.message_id)
            return Message(
                id=found.id,
                room_id=found.roomId,
                direct=found.roomType == "direct",
                person_id=found.personId,
                email=found.personEmail or "",
                text=found.text or "",
                html=found.html,
                parent_id=getattr(found, "parentId", None),
            )

    def read_membership(self, step: ReadMembership) -> Membership:
        """Return the membership."""
        with reached():
            found = self._api.memberships.get(step.membership_id)
            direct = getattr(found, "roomType", None) == "direct"
            return Membership(found.id, found.roomId, found.personId, direct)

    def say(self, place: Place, step: Say) -> Posted:
        """Post the step's text in `place`."""
        to, markdown = _addressed(place), with_mark(step.text.markdown, step.mark)
        if not isinstance(step, ShowQr):
            return self._post(to, markdown, step.card)
        with reached():
            made = qr_images.post(self._api, to, markdown, step.link.markdown)
            return Posted(made["id"], room_id=made["roomId"])

    def tell_host(self, step: TellHost) -> Posted:
        """Post the host's link in the host's direct space with the bot."""
        to_host = {"toPersonId": step.host_id}
        return step.text.deliver(
            lambda markdown, card: self._post(to_host, with_mark(markdown, step.mark), card)
        )

    def seek(self, place: Place, mark: str, since: float) -> Posted | None:
        """Return the bot's message with this mark among those of a direct space since a moment.

        Whoever quotes it quotes the mark, but later. In a group space a bot can list only what
        mentions it. https://developer.webex.com/docs/api/v1/messages/list-direct-messages
        """
        if isinstance(place, Space):
            return None
        with suppress(NotFound, Refused), reached():
            newest = islice(self._api.messages.list_direct(place.person_id, place.email), DEEPEST)
            recent = takewhile(lambda each: each.created.timestamp() >= since - SKEW, newest)
            found = [each for each in recent if mark in (each.text or "")]
            return Posted(found[-1].id, room_id=found[-1].roomId) if found else None
        return None

    def edit(self, step: Edit) -> None:
        """Put another text in a message's place."""
        with reached():
            self._api.messages.update(
                step.message_id, roomId=step.room_id, markdown=step.text.markdown
            )

    def withdraw(self, step: Withdraw) -> None:
        """Delete a message; one that is gone already is as it should be."""
        with suppress(NotFound), reached():
            self._api.messages.delete(step.message_id)

    def read_press(self, action_id: str) -> Pressed:
        """Return what was pressed, and with which inputs."""
        with reached():
            found = self._api.attachment_actions.get(action_id)
            inputs = dict(found.inputs or {})
            return Pressed(found.id, found.messageId, found.roomId, found.personId, inputs)

    def read_person(self, step: ReadPerson) -> Guest:
        """Return who a person is, by id or by address."""
        with reached():
            found = self._person(step)
            return Guest(found.id, found.emails[0], found.displayName or "")

    def _person(self, step: ReadPerson) -> Any:
        if step.person_id:
            return self._api.people.get(step.person_id)
        found = next(iter(self._api.people.list(email=step.email)), None)
        if found is None:
            raise NotFound
        return found

    def lively_spaces(self) -> list[str]:
        """Return the ids of the spaces where something happened lately, the liveliest first.

        https://developer.webex.com/docs/api/v1/rooms/list-rooms
        """
        with reached():
            newest = self._api.rooms.list(sortBy="lastactivity", max=NEWEST)
            return [each.id for each in islice(newest, NEWEST)]

    def may_moderate(self, step: MayModerate) -> bool:
        """Return whether this person decides for a space: all do where nobody moderates.

        https://developer.webex.com/docs/api/v1/memberships
        """
        with reached():
            if not self._api.rooms.get(step.room_id).isLocked:
                return True
            found = self._api.memberships.list(roomId=step.room_id, personId=step.person_id)
            return any(each.isModerator for each in found)

    def _post(self, to: dict[str, Any], markdown: str, card: Card | None) -> Posted:
        cards = {"attachments": [card.attachment()]} if card else {}
        with reached():
            made = self._api.messages.create(**to, markdown=markdown, **cards)
            return Posted(made.id, room_id=made.roomId)


def _addressed(place: Place) -> dict[str, Any]:
    match place:
        case Space(room_id, None):
            return {"roomId": room_id}
        case Space(room_id, thread):
            return {"roomId": room_id, "parentId": thread}
        case Person(person_id=None, email=email):
            return {"toPersonEmail": email}
        case Person(person_id=person_id):
            return {"toPersonId": person_id}
