"""A Webex without network: acts on the world as the real edge does over HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import requests

from bot.core.domain.access import is_bot
from bot.core.domain.commands import Guest
from bot.core.domain.errors import NotFound, Passing, Trouble, Unintelligible
from bot.core.incoming.presses import ButtonPress
from bot.core.steps.desk_steps import ShowPoster
from bot.core.steps.people_steps import ReadColleagues, ReadPeople, ReadPresence
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.step import Posted
from bot.core.steps.webex_steps import (
    DeleteMessage,
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
from bot.edges.http_calls import trouble_of
from bot.sandbox.webex import model
from bot.sandbox.webex.faults import Fault, Incoming
from bot.sandbox.webex.model import Draft, Refusal
from bot.sandbox.webex.world import World


class FakeService:
    """What both services share: calls are recorded, and meet faults."""

    def __init__(self, world: World, bot: model.Person) -> None:
        self.world = world
        self.bot = bot

    def call(self, method: str, path: str, body: Any, do: Callable[[], Any]) -> Any:
        """Do something as if by an HTTP call."""
        self.world.remember_call(method, path, self.bot)
        fault = self.world.fault_for(Incoming(method, path, json.dumps(body)))
        if fault and not fault.late:
            raise self._trouble_of(fault)
        try:
            answer = do()
        except Refusal as refusal:
            raise self.trouble(refusal.status) from None
        if fault:
            raise self._trouble_of(fault)
        return answer

    def trouble(self, status: int, retry_after: object = None) -> Trouble:
        """Return the trouble that the real edge makes of an answer."""
        response = requests.Response()
        response.status_code = status
        response.headers["trackingid"] = "SANDBOX_fake"
        if retry_after is not None:
            response.headers["Retry-After"] = str(retry_after)
        return trouble_of(response)

    def _trouble_of(self, fault: Fault) -> Trouble:
        answer = fault.answer()
        if answer is None:
            return Passing()
        if answer.status == 200:
            return Unintelligible("SANDBOX_fake")
        return self.trouble(answer.status, answer.retry_after)


class FakeWebex(FakeService):
    """Reads and posts in the world's spaces."""

    def read_message(self, step: ReadMessage) -> Message:
        """Return a message that the bot may see."""
        path = f"/v1/messages/{step.message_id}"
        found = self.call("GET", path, {}, lambda: self.world.message(step.message_id, self.bot))
        return Message(
            id=found.id,
            room_id=found.space_id,
            direct=self.world.spaces[found.space_id].is_direct,
            person_id=found.author_id,
            email=self.world.person(found.author_id).email,
            text=found.text,
            html=found.html or None,
            parent_id=found.parent_id or None,
            created=found.created,
            updated=found.updated,
        )

    def read_membership(self, step: ReadMembership) -> Membership:
        """Return a membership."""

        def find() -> model.Membership:
            if step.membership_id not in self.world.memberships:
                raise Refusal(404, "There is no such membership.")
            return self.world.memberships[step.membership_id]

        found = self.call("GET", f"/v1/memberships/{step.membership_id}", {}, find)
        direct = self.world.spaces[found.space_id].is_direct
        return Membership(found.id, found.space_id, found.person_id, direct)

    def say(self, place: Place, step: Say) -> Posted:
        """Post a message."""
        match step:
            case ShowQr():
                file = ("guest-link.png", "image/png", qr_images.png(step.link.markdown))
            case ShowPoster(poster=poster):
                file = ("poster.pdf", "application/pdf", poster_pdf.pdf(poster))
            case _:
                return self._post(place, step.text.markdown, step.card)
        added = self.world.add_content(*file)
        return self._post(place, step.text.markdown, None, (added.id,))

    def tell_host(self, step: TellHost) -> Posted:
        """Post the host link in the host's direct space."""
        to_host = {"toPersonId": step.host_id}
        return step.text.deliver(lambda words, card: self._send(to_host, words, card, self._by_id))

    def edit(self, step: EditMessage) -> None:
        """Edit a message."""
        draft = Draft(markdown=step.text.markdown)
        self._change("PUT", step.message_id, lambda found: self.world.edit(found, self.bot, draft))

    def withdraw(self, step: DeleteMessage) -> None:
        """Delete a message."""
        with suppress(NotFound):
            self._change(
                "DELETE", step.message_id, lambda found: self.world.delete(found, self.bot)
            )

    def read_press(self, action_id: str) -> ButtonPress:
        """Return a button press."""
        path = f"/v1/attachment/actions/{action_id}"
        found = self.call("GET", path, {}, lambda: self.world.action(action_id, self.bot))
        inputs = json.loads(json.dumps(found.inputs))
        return ButtonPress(
            found.id, found.message_id, found.space_id, found.person_id, inputs, found.created
        )

    def read_person(self, step: ReadPerson) -> Guest:
        """Return a person."""
        found = self._person(step)
        return Guest(found.id, found.email, found.name)

    def read_presence(self, step: ReadPresence) -> str:
        """Return a person's status."""
        return str(self._person(step).details.get("status", ""))

    def _person(self, step: ReadPerson | ReadPresence) -> model.Person:
        def find() -> model.Person:
            if step.person_id:
                return self.world.person(step.person_id)
            found = self.world.person_by_email(step.email or "")
            if found is None or not found.has_account:
                raise Refusal(404, "There is nobody with that address.")
            return found

        found: model.Person = self.call("GET", "/v1/people", {}, find)
        return found

    def read_people(self, step: ReadPeople) -> tuple[Guest, ...]:
        """Return those whom Webex knows by id."""

        def find() -> list[model.Person]:
            return [self.world.people[each] for each in step.ids if each in self.world.people]

        found = self.call("GET", "/v1/people", {}, find)
        return tuple(Guest(each.id, each.email, each.name) for each in found)

    def read_members(self, step: ReadMembers) -> tuple[str, ...]:
        """Return the people of a space."""

        def find() -> tuple[str, ...]:
            people = self.world.members_of(self.world.space(step.room_id, self.bot))
            return tuple(each.id for each in people if not is_bot(each.email))

        found: tuple[str, ...] = self.call("GET", "/v1/memberships", {}, find)
        return found

    def read_colleagues(self, step: ReadColleagues) -> tuple[Guest, ...]:
        """Return the people of a space."""

        def find() -> list[model.Person]:
            return self.world.members_of(self.world.space(step.room_id, self.bot))

        found = self.call("GET", "/v1/memberships", {}, find)
        people = [each for each in found if not is_bot(each.email)]
        return tuple(Guest(each.id, each.email, each.name) for each in people)

    def may_moderate(self, step: MayModerate) -> bool:
        """Return whether somebody may decide for a space."""

        def look() -> bool:
            space = self.world.space(step.room_id, self.bot)
            person = self.world.person(step.person_id)
            return not space.locked or self.world.is_moderator(space, person)

        return bool(self.call("GET", "/v1/memberships", {}, look))

    def _change(
        self, method: str, message_id: str, change: Callable[[model.Message], object]
    ) -> None:
        path = f"/v1/messages/{message_id}"
        self.call(method, path, {}, lambda: change(self.world.message(message_id, self.bot)))

    def _post(
        self, place: Place, words: str, card: Card | None, files: tuple[str, ...] = ()
    ) -> Posted:
        if isinstance(place, Space):
            sent = {"roomId": place.room_id, "parentId": place.thread or ""}
            return self._send(sent, words, card, self._space, files)
        if place.person_id:
            return self._send({"toPersonId": place.person_id}, words, card, self._by_id, files)
        return self._send({"toPersonEmail": place.email}, words, card, self._by_email, files)

    def _send(
        self,
        sent: dict[str, Any],
        words: str,
        card: Card | None,
        place: Callable[[dict[str, Any]], model.Space],
        files: tuple[str, ...] = (),
    ) -> Posted:
        cards = (card.attachment(),) if card else ()
        parent_id = sent.get("parentId", "")
        draft = Draft(markdown=words, parent_id=parent_id, files=files, cards=cards)

        def post() -> model.Message:
            return self.world.post(self.bot, place(sent), draft)

        made = self.call("POST", "/v1/messages", sent | {"markdown": words}, post)
        return Posted(made.id, room_id=made.space_id)

    def _space(self, sent: dict[str, Any]) -> model.Space:
        return self.world.space(sent["roomId"], self.bot)

    def _by_id(self, sent: dict[str, Any]) -> model.Space:
        return self.world.direct(self.bot, self.world.person(sent["toPersonId"]))

    def _by_email(self, sent: dict[str, Any]) -> model.Space:
        return self.world.direct(self.bot, self.world.person_or_invited(sent["toPersonEmail"]))
