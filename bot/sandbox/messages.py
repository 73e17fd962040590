"""What is said in the spaces, and who may see it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.sandbox import ids
from bot.sandbox.model import Action, Content, Draft, Message, Person, Refusal, Space
from bot.sandbox.people import Clock, utc_now
from bot.sandbox.rendering import Rendered, render
from bot.sandbox.spaces import Spaces

# https://developer.webex.com/docs/api/v1/messages
LONGEST_TEXT = 7439  # bytes
MOST_EDITS = 10
# https://developer.webex.com/docs/api/guides/cards
CARD_TYPE = "application/vnd.microsoft.card.adaptive"
CARD_VERSIONS = ("1.0", "1.1", "1.2", "1.3")
LARGEST_CARD = 80_000  # bytes of JSON


class Messages(Spaces):
    """All messages, with their files and the presses on their cards."""

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__(clock)
        self.messages: dict[str, Message] = {}
        self.contents: dict[str, Content] = {}
        self.actions: dict[str, Action] = {}
        self._said: dict[str, dict[str, None]] = {}

    def say(self, author: Person, space: Space, markdown: str, parent_id: str = "") -> Message:
        """Post markdown: what a person types in the chat page."""
        return self.post(author, space, Draft(markdown=markdown, parent_id=parent_id))

    def post(self, author: Person, space: Space, draft: Draft) -> Message:
        """Put a message into a space.

        Raises:
            Refusal: 400 for what Webex does not take, 403 or 404 where it may not be posted.
        """
        with self.lock:
            self._check_may_post(author, space)
            self._check_draft(space, draft)
            message = self._written(author, space, draft)
            self.messages[message.id] = message
            self._said.setdefault(space.id, {})[message.id] = None
            self.spaces[space.id] = replace(self.spaces[space.id], last_activity=message.created)
            self.announce("messages", "created", author.id, message)
            return message

    def edit(self, message: Message, author: Person, draft: Draft) -> Message:
        """Replace the words of one's own message.

        Raises:
            Refusal: 403 for somebody else's, 400 with a file or card or after ten edits.
        """
        with self.lock:
            _check_edit(message, author)
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
        """Withdraw one's own message.

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
            Refusal: 404, there is none, or it is not the viewer's to see.
        """
        with self.lock:
            message = self.messages.get(message_id)
            if message is None or not self.sees(viewer, message):
                raise Refusal(404, "Could not find a message with provided ID.")
            return message

    def messages_in(self, space: Space, viewer: Person) -> list[Message]:
        """Return what `viewer` may see of a space, oldest first."""
        with self.lock:
            said = [self.messages[one] for one in self._said.get(space.id, ())]
            return [message for message in said if self.sees(viewer, message)]

    def latest_in(self, space: Space, viewer: Person) -> Iterator[Message]:
        """Yield what `viewer` may see of a space, newest first. Hold the lock."""
        for name in reversed(self._said.get(space.id, {})):
            if self.sees(viewer, self.messages[name]):
                yield self.messages[name]

    def sees(self, viewer: Person, message: Message) -> bool:
        """Say whether somebody may see a message: a bot in a group, only if it is meant."""
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
            name = ids.fresh("ATTACHMENT_ACTION")
            action = Action(name, message.id, message.space_id, person.id, inputs, self.clock())
            self.actions[action.id] = action
            self.announce("attachmentActions", "created", person.id, action)
            return action

    def add_content(self, name: str, media_type: str, data: bytes) -> Content:
        """Keep a file; a draft then carries its id."""
        content = Content(ids.fresh("CONTENT"), name, media_type, data)
        with self.lock:
            self.contents[content.id] = content
        return content

    def _check_may_post(self, author: Person, space: Space) -> None:
        space = self.space(space.id, author)
        if space.announcement_only and not self.is_moderator(space, author):
            raise Refusal(403, "Only moderators may post in this announcement-only room.")

    def _check_draft(self, space: Space, draft: Draft) -> None:
        check_length(draft)
        check_cards(draft)
        if not (draft.text or draft.markdown or draft.files or draft.cards):
            raise Refusal(400, "Message must contain text, markdown, a file or an attachment.")
        if draft.parent_id:
            self._check_parent(space, draft.parent_id)

    def _check_parent(self, space: Space, parent_id: str) -> None:
        parent = self.messages.get(parent_id)
        if parent is None or parent.space_id != space.id:
            raise Refusal(404, "Could not find the parent message.")
        if parent.parent_id:
            raise Refusal(400, "A reply cannot be the parent of another message.")

    def _written(self, author: Person, space: Space, draft: Draft) -> Message:
        return Message(
            id=ids.fresh("MESSAGE"),
            space_id=space.id,
            author_id=author.id,
            created=self.clock(),
            parent_id=draft.parent_id,
            files=draft.files,
            cards=draft.cards,
            **self._words(space, draft),
        )

    def _words(self, space: Space, draft: Draft) -> dict[str, Any]:
        if not draft.markdown:
            return {"text": draft.text, "markdown": "", "html": ""}
        made = self._render(space, draft.markdown)
        return {
            "text": draft.text or made.text,
            "markdown": draft.markdown,
            "html": made.html,
            "mentioned_people": made.people,
            "mentioned_groups": made.groups,
        }

    def _render(self, space: Space, markdown: str) -> Rendered:
        def member(name: str) -> Person | None:
            person = self.people.get(name) or self.person_by_email(name)
            return person if person and self.is_member(space.id, person) else None

        return render(markdown, member)


def check_length(draft: Draft) -> None:
    """Refuse words that are longer than Webex takes."""
    for words in (draft.text, draft.markdown):
        if len(words.encode()) > LONGEST_TEXT:
            raise Refusal(400, f"Message length limited to {LONGEST_TEXT} bytes.")


def check_cards(draft: Draft) -> None:
    """Refuse cards that Webex does not take."""
    if len(draft.cards) > 1:
        raise Refusal(400, "Only one attachment is allowed.")
    for card in draft.cards:
        _check_card(card)


def _check_card(card: dict[str, Any]) -> None:
    content = card.get("content")
    if card.get("contentType") != CARD_TYPE:
        raise Refusal(400, "The attachment's contentType is not supported.")
    if not isinstance(content, dict) or content.get("type") != "AdaptiveCard":
        raise Refusal(400, "The attachment's content is not an AdaptiveCard.")
    if content.get("version") not in CARD_VERSIONS:
        raise Refusal(400, "The card's version is not supported: 1.3 is the highest.")
    if len(json.dumps(content).encode()) > LARGEST_CARD:
        raise Refusal(400, "The card is larger than 80 KB.")


def _check_edit(message: Message, author: Person) -> None:
    if message.author_id != author.id:
        raise Refusal(403, "You can only edit your own messages.")
    if message.files or message.cards:
        raise Refusal(400, "Editing messages with files or attachments is not supported.")
    if message.edits >= MOST_EDITS:
        raise Refusal(400, f"The message has been edited {MOST_EDITS} times; no more are possible.")
