"""The messages, and who may see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.sandbox.webex import ids
from bot.sandbox.webex.message_limits import check_draft, check_edit
from bot.sandbox.webex.model import Action, Content, Draft, Message, Person, Refusal, Space
from bot.sandbox.webex.movable_clock import Clock, utc_now
from bot.sandbox.webex.rendering import Rendered, is_plain, render
from bot.sandbox.webex.teams import Teams


class Messages(Teams):
    """All messages, with their files and the button presses on their cards."""

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__(clock)
        self.messages: dict[str, Message] = {}
        self.contents: dict[str, Content] = {}
        self.actions: dict[str, Action] = {}
        self._said: dict[str, dict[str, None]] = {}
        self._carriers: dict[str, str] = {}

    def say(self, author: Person, space: Space, markdown: str, parent_id: str = "") -> Message:
        """Post markdown, as a person types it on the chat page."""
        return self.post(author, space, Draft(markdown=markdown, parent_id=parent_id), typed=True)

    def post(self, author: Person, space: Space, draft: Draft, *, typed: bool = False) -> Message:
        """Post a message. A `typed` one has no markdown afterwards: people's apps send HTML.

        Raises:
            Refusal: 400 if Webex doesn't accept it, 403 or 404 if the author can't post there.
        """
        with self.lock:
            self._check_may_post(author, space)
            self._check_draft(space, draft)
            message = self._written(author, space, draft, typed)
            self.messages[message.id] = message
            self._said.setdefault(space.id, {})[message.id] = None
            self.spaces[space.id] = replace(self.spaces[space.id], last_activity=message.created)
            self.announce("messages", "created", author.id, message)
            return message

    def edit(self, message: Message, author: Person, draft: Draft) -> Message:
        """Replace the text of the author's message.

        Raises:
            Refusal: 403 for somebody else's; 400 with a file or card, or after ten edits.
        """
        with self.lock:
            check_edit(message, author)
            self._check_draft(self.spaces[message.space_id], draft)
            edited = replace(
                message,
                **self._words(self.spaces[message.space_id], draft),
                updated=self.clock(),
                edits=message.edits + 1,
            )
            self.messages[message.id] = edited
            self.announce("messages", "updated", author.id, edited)
            return edited

    def delete(self, message: Message, actor: Person) -> None:
        """Delete a message of the actor's.

        Raises:
            Refusal: 403 for somebody else's.
        """
        with self.lock:
            if message.author_id != actor.id:
                raise Refusal(403, "You can only delete your own messages.")
            del self.messages[message.id]
            del self._said[message.space_id][message.id]
            self.announce("messages", "deleted", actor.id, message)

    def message(self, message_id: str, viewer: Person) -> Message:
        """Return a message that `viewer` may see.

        Raises:
            Refusal: 404, there is none, or the viewer may not see it.
        """
        with self.lock:
            message = self.messages.get(message_id)
            if message is None or not self.sees(viewer, message):
                raise Refusal(404, "Could not find a message with provided ID.")
            return message

    def messages_in(self, space: Space, viewer: Person) -> list[Message]:
        """Return the messages of a space that `viewer` may see, oldest first."""
        with self.lock:
            said = [self.messages[one] for one in self._said.get(space.id, ())]
            return [message for message in said if self.sees(viewer, message)]

    def latest_in(self, space: Space, viewer: Person) -> Iterator[Message]:
        """Yield the messages of a space that `viewer` may see, newest first. Hold the lock."""
        for name in reversed(self._said.get(space.id, {})):
            if self.sees(viewer, self.messages[name]):
                yield self.messages[name]

    def sees(self, viewer: Person, message: Message) -> bool:
        """Return whether somebody may see a message. In a group, a bot must be mentioned."""
        space = self.spaces.get(message.space_id)
        if space is None or not self.is_member(space.id, viewer):
            return False
        if space.is_direct or not viewer.is_bot:
            return True
        return viewer.id in (message.author_id, *message.mentioned_people)

    def viewers_of(self, message: Message) -> list[Person]:
        """Return everybody who may see a message."""
        members = self.members_of(self.spaces[message.space_id])
        return [person for person in members if self.sees(person, message)]

    def submit(self, person: Person, message: Message, inputs: dict[str, Any]) -> Action:
        """Press a submit button on a message's card.

        Raises:
            Refusal: 400, the message carries no card.
        """
        with self.lock:
            if not message.cards:
                raise Refusal(400, "The message does not contain a card.")
            name = ids.fresh("ATTACHMENT_ACTION", ids.cluster_in(message.space_id))
            action = Action(name, message.id, message.space_id, person.id, inputs, self.clock())
            self.actions[action.id] = action
            self.announce("attachmentActions", "created", person.id, action)
            return action

    def add_content(self, name: str, media_type: str, data: bytes) -> Content:
        """Store a file, whose id a draft can then carry."""
        content = Content(ids.fresh("CONTENT"), name, media_type, data)
        with self.lock:
            self.contents[content.id] = content
        return content

    def content(self, content_id: str, viewer: Person) -> Content:
        """Return a file of a message that `viewer` may see.

        Raises:
            Refusal: 404, there is none, or the viewer may not see it.
        """
        with self.lock:
            message = self.messages.get(self._carriers.get(content_id, ""))
            if message is None or not self.sees(viewer, message):
                raise Refusal(404, "Could not find the file.")
            return self.contents[content_id]

    def action(self, action_id: str, viewer: Person) -> Action:
        """Return a button press by `viewer`, or on a card that they posted.

        Raises:
            Refusal: 404, there is none, or the viewer may not see it.
        """
        with self.lock:
            action = self.actions.get(action_id)
            if action is None or viewer.id not in (action.person_id, self._author_of(action)):
                raise Refusal(404, "Could not find the attachment action.")
            return action

    def _author_of(self, action: Action) -> str:
        message = self.messages.get(action.message_id)
        return message.author_id if message else ""

    def _check_may_post(self, author: Person, space: Space) -> None:
        space = self.space(space.id, author)
        if space.announcement_only and not self.is_moderator(space, author):
            raise Refusal(403, "Only moderators may post in this announcement-only room.")

    def _check_draft(self, space: Space, draft: Draft) -> None:
        check_draft(draft)
        if draft.parent_id:
            self._check_parent(space, draft.parent_id)

    def _check_parent(self, space: Space, parent_id: str) -> None:
        parent = self.messages.get(parent_id)
        if parent is None or parent.space_id != space.id:
            raise Refusal(404, "Could not find the parent message.")
        if parent.parent_id:
            raise Refusal(400, "A reply cannot be the parent of another message.")

    def _written(self, author: Person, space: Space, draft: Draft, typed: bool) -> Message:
        message_id = ids.fresh("MESSAGE", ids.cluster_in(space.id))
        return Message(
            id=message_id,
            space_id=space.id,
            author_id=author.id,
            created=self.clock(),
            parent_id=draft.parent_id,
            files=tuple(self._carried(message_id, *each) for each in enumerate(draft.files)),
            cards=draft.cards,
            **self._words(space, draft, typed),
        )

    def _carried(self, message_id: str, number: int, file: str) -> str:
        """Give a file the id that it has in its message."""
        name = f"{ids.name_in(message_id)}/{number}"
        content_id = ids.encode("CONTENT", name, ids.cluster_in(message_id))
        self._carriers[content_id] = message_id
        if file in self.contents:
            self.contents[content_id] = replace(self.contents.pop(file), id=content_id)
        return content_id

    def _words(self, space: Space, draft: Draft, typed: bool = False) -> dict[str, Any]:
        if not draft.markdown:
            return {"text": draft.text, "markdown": "", "html": ""}
        made = self._render(space, draft.markdown)
        return {
            "text": draft.text or made.text,
            "markdown": "" if typed else draft.markdown,
            "html": "" if typed and is_plain(made) else made.html,
            "mentioned_people": made.people,
            "mentioned_groups": made.groups,
        }

    def _render(self, space: Space, markdown: str) -> Rendered:
        def member(name: str) -> Person | None:
            person = self.people.get(name) or self.person_by_email(name)
            return person if person and self.is_member(space.id, person) else None

        return render(markdown, member)
