"""Calls Webex's messaging API with Cisco's SDK; its errors become Trouble.

https://github.com/WebexCommunity/WebexPythonSDK
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from bot.core.domain.access import is_bot
from bot.core.domain.commands import Guest
from bot.core.domain.errors import NotFound, Refused
from bot.core.incoming.presses import ButtonPress
from bot.core.steps.desk_steps import ShowPoster
from bot.core.steps.message_marks import with_mark
from bot.core.steps.people_steps import ReadColleagues, ReadPeople, ReadPresence
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.step import Posted
from bot.core.steps.webex_steps import (
    DeleteMessage,
    DirectChat,
    EditMessage,
    MayModerate,
    Membership,
    Message,
    Place,
    ReadMembers,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    Say,
    Space,
    TellHost,
)
from bot.core.wording.texts import Card
from bot.edges.delivery import poster_pdf, qr_images
from bot.edges.http_calls import configure_session, raising_trouble
from bot.edges.webex.recent_messages import MessageHistory
from bot.edges.webex.webhook_registrations import Registrations

try:
    from webexpythonsdk import WebexAPI
except ImportError:  # the same SDK under the name it had before 2.0
    from webexteamssdk import WebexTeamsAPI as WebexAPI

TIMEOUT = 30
"""Seconds to connect, and between two bytes; the SDK takes one whole number for both."""

SPACES = 50
"""How many recently active spaces `active_spaces` returns: one page of Webex's."""

MOST_SEARCHED = 500
"""How many messages `seek` searches for one sent before a crash: ten pages."""

COLLEAGUES = 200
"""The most people of a space who are known by their first names: one page of Webex's."""

PEOPLE = 85
"""People that one call can ask for by id."""

SKEW = 120.0
"""Seconds that our clock may be ahead of Webex's."""


@dataclass(frozen=True)
class BotIdentity:
    """The bot's own identity."""

    id: str
    email: str
    name: str


class Webex:
    """Reads and writes in Webex as the bot. Threads may share it.

    Args:
        token: the bot's access token.
        api_url: the API's address, with a trailing slash.
        connections: calls at a time.
        timeout: seconds to connect, and between two bytes.
    """

    def __init__(self, token: str, api_url: str, connections: int, timeout: int = TIMEOUT) -> None:
        self._api = WebexAPI(
            access_token=token,
            base_url=api_url,
            single_request_timeout=timeout,
            wait_on_rate_limit=False,
        )
        session = self._api._session._req_session  # noqa: SLF001 - no public way to size its pool
        configure_session(session, api_url, connections)
        self.webhooks = Registrations(self._api)
        self.history = MessageHistory(self._api)

    def whoami(self) -> BotIdentity:
        """Return the bot's own identity."""
        with raising_trouble():
            me = self._api.people.me()
            return BotIdentity(me.id, me.emails[0], me.displayName)

    def read_message(self, step: ReadMessage) -> Message:
        """Return a message; Webex's notices contain neither its text nor its HTML."""
        with raising_trouble():
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
                created=found.created,
                updated=getattr(found, "updated", None),
            )

    def read_membership(self, step: ReadMembership) -> Membership:
        """Return a membership."""
        with raising_trouble():
            found = self._api.memberships.get(step.membership_id)
            direct = getattr(found, "roomType", None) == "direct"
            return Membership(found.id, found.roomId, found.personId, direct)

    def read_members(self, step: ReadMembers) -> tuple[str, ...]:
        """Return the people of a space."""
        with raising_trouble():
            found = list(self._api.memberships.list(roomId=step.room_id))
            return tuple(each.personId for each in found if not is_bot(each.personEmail))

    def read_colleagues(self, step: ReadColleagues) -> tuple[Guest, ...]:
        """Return the people of a space that is not too large."""
        with raising_trouble():
            asked = self._api.memberships.list(roomId=step.room_id, max=COLLEAGUES + 1)
            found = list(islice(asked, COLLEAGUES + 1))
            people = [each for each in found if not is_bot(each.personEmail)]
            if len(found) > COLLEAGUES:
                return ()
            return tuple(
                Guest(each.personId, each.personEmail, each.personDisplayName or "")
                for each in people
            )

    def say(self, place: Place, step: Say) -> Posted:
        """Post the step's text in `place`."""
        can_be_found = isinstance(place, DirectChat)  # see `seek`
        markdown = with_mark(step.text.markdown, step.mark if can_be_found else "")
        to = _recipient(place)
        match step:
            case ShowQr():
                with raising_trouble():
                    made = qr_images.post(self._api, to, markdown, step.link.markdown)
            case ShowPoster(poster=poster):
                file = ("poster.pdf", poster_pdf.pdf(poster), "application/pdf")
                with raising_trouble():
                    made = qr_images.post_file(self._api, to, markdown, file)
            case _:
                return self._post(to, markdown, step.card)
        return Posted(made["id"], room_id=made["roomId"])

    def tell_host(self, step: TellHost) -> Posted:
        """Send the host link to the host's direct space with the bot."""
        to_host = {"toPersonId": step.host_id}
        return step.text.deliver(
            lambda markdown, card: self._post(to_host, with_mark(markdown, step.mark), card)
        )

    def seek(self, place: Place, mark: str, since: float) -> Posted | None:
        """Return the bot's message with this mark in a direct space, or None.

        The oldest one counts: a later one quotes it. A group space can't be searched, since a bot
        can list only messages that mention it.
        https://developer.webex.com/docs/api/v1/messages/list-direct-messages

        Args:
            place: where the message was to be sent.
            mark: the mark in its text.
            since: the earliest time, in seconds since 1970.
        """
        if isinstance(place, Space):
            return None
        with suppress(NotFound, Refused), raising_trouble():
            listed = self._api.messages.list_direct(place.person_id, place.email)
            newest = islice(listed, MOST_SEARCHED)
            recent = takewhile(lambda each: each.created.timestamp() >= since - SKEW, newest)
            found = [each for each in recent if mark in (each.text or "")]
            return Posted(found[-1].id, room_id=found[-1].roomId) if found else None
        return None

    def edit(self, step: EditMessage) -> None:
        """Replace the text of a message."""
        with raising_trouble():
            self._api.messages.update(
                step.message_id, roomId=step.room_id, markdown=step.text.markdown
            )

    def withdraw(self, step: DeleteMessage) -> None:
        """Delete a message, if it still exists."""
        with suppress(NotFound), raising_trouble():
            self._api.messages.delete(step.message_id)

    def read_press(self, action_id: str) -> ButtonPress:
        """Return the button that was pressed, with the form's inputs."""
        with raising_trouble():
            found = self._api.attachment_actions.get(action_id)
            inputs = dict(found.inputs or {})
            return ButtonPress(
                found.id, found.messageId, found.roomId, found.personId, inputs, found.created
            )

    def read_person(self, step: ReadPerson) -> Guest:
        """Return a person by id or by email address."""
        with raising_trouble():
            found = self._person(step)
            return Guest(found.id, found.emails[0], found.displayName or "")

    def read_people(self, step: ReadPeople) -> tuple[Guest, ...]:
        """Return the people whom Webex knows, by id.

        https://developer.webex.com/docs/api/v1/people/list-people
        """
        people: list[Guest] = []
        with raising_trouble():
            for first in range(0, len(step.ids), PEOPLE):
                found = self._api.people.list(id=",".join(step.ids[first : first + PEOPLE]))
                people += [Guest(one.id, one.emails[0], one.displayName or "") for one in found]
        return tuple(people)

    def read_presence(self, step: ReadPresence) -> str:
        """Return somebody's status; empty if Webex doesn't tell."""
        with raising_trouble():
            found = self._person(step)
            return str(getattr(found, "status", None) or "")

    def _person(self, step: ReadPerson | ReadPresence) -> Any:
        if step.person_id:
            return self._api.people.get(step.person_id)
        found = next(iter(self._api.people.list(email=step.email)), None)
        if found is None:
            raise NotFound
        return found

    def active_spaces(self) -> list[str]:
        """Return the ids of the spaces with the latest activity, the most recent first.

        https://developer.webex.com/docs/api/v1/rooms/list-rooms
        """
        with raising_trouble():
            newest = self._api.rooms.list(sortBy="lastactivity", max=SPACES)
            return [each.id for each in islice(newest, SPACES)]

    def is_in_space(self, room_id: str) -> bool:
        """Return whether the bot is in a space.

        https://developer.webex.com/docs/api/v1/rooms/get-room-details
        """
        with suppress(NotFound, Refused), raising_trouble():
            self._api.rooms.get(room_id)
            return True
        return False

    def may_moderate(self, step: MayModerate) -> bool:
        """Return whether a person may decide for a space: a moderator, or anybody if there is none.

        https://developer.webex.com/docs/api/v1/memberships
        """
        with raising_trouble():
            if not self._api.rooms.get(step.room_id).isLocked:
                return True
            found = self._api.memberships.list(roomId=step.room_id, personId=step.person_id)
            return any(each.isModerator for each in found)

    def _post(self, to: dict[str, Any], markdown: str, card: Card | None) -> Posted:
        cards = {"attachments": [card.attachment()]} if card else {}
        with raising_trouble():
            made = self._api.messages.create(**to, markdown=markdown, **cards)
            return Posted(made.id, room_id=made.roomId)


def _recipient(place: Place) -> dict[str, Any]:
    match place:
        case Space(room_id, None):
            return {"roomId": room_id}
        case Space(room_id, thread):
            return {"roomId": room_id, "parentId": thread}
        case DirectChat(person_id=None, email=email):
            return {"toPersonEmail": email}
        case DirectChat(person_id=person_id):
            return {"toPersonId": person_id}
