"""The vocabulary of stories: who says what to the bot, and who is told what.

A story doesn't know whether its bot is real; see `fake` and `real`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from itertools import count
from typing import Any, TypeVar

import icalendar

from bot.core.incoming.notices import Notice
from bot.sandbox.webex.faults import Fault
from bot.sandbox.webex.model import Change, Draft, Message, Person, Space, Webhook
from bot.sandbox.webex.notices_out import notice_for
from bot.sandbox.webex.world import World

SECRET = "a webhook secret of the stories"
MOST_GUESTS = 30
ALLOWED = "example.com"

DEVICES = {"Room 12": "room12@example.rooms.webex.com", "Lobby": "lobby@example.rooms.webex.com"}
REGION = "DE"
SITE = "https://example.webex.com"

_LINK = re.compile(r"https?://[^\s<>\"]+?(?:/visit/\w+|/(?:gen|hc)/v1/[^\s<>\"]+|/[jh]/[\w-]{27})")
_ANCHOR = re.compile(r'<a href="([^"]+)">.*?</a>')
_DOOR = re.compile(r"/([jh])/[\w-]{27}$")
_AT_NAME = re.compile(r"(?<!\S)@(Erin|Carl|Alice|Bob)\b")
_MARK = re.compile("[ ][\u200b\u200c\u200d\u2060]{20}")
_NUMBERS = count(1)


@dataclass(frozen=True)
class Note:
    """A message by the bot, as people see it."""

    id: str
    text: str
    html: str
    thread: str
    cards: tuple[dict[str, Any], ...] = ()

    @property
    def card(self) -> dict[str, Any]:
        """Its one card."""
        [card] = self.cards
        return card["content"]

    @property
    def titles(self) -> list[str]:
        """The titles of its buttons."""
        return [each["title"] for each in self._buttons]

    @property
    def offered(self) -> list[str]:
        """The commands on its buttons."""
        return [each["data"]["say"] for each in self._buttons if "data" in each]

    @property
    def _buttons(self) -> list[dict[str, Any]]:
        return [each for card in self.cards for each in card["content"].get("actions", [])]

    @property
    def number(self) -> int:
        """The number of the first meeting in it."""
        return int(re.search(r"#(\d+)", self.text)[1])

    @property
    def links(self) -> list[str]:
        """The links in it, in order, whether or not their whole address is shown."""
        opened = _ANCHOR.sub(r"\1", self.html)
        return _LINK.findall(unescape(opened) or self.text)

    @property
    def link(self) -> str:
        """Its one link."""
        [link] = self.links
        return link


@dataclass(frozen=True)
class Visit:
    """What somebody finds who opens a link.

    Args:
        role: ``host`` or ``guest``.
        meeting: its id at the broker.
        state: ``open``, ``early`` or ``expired``.
    """

    role: str
    meeting: str
    state: str = "open"

    def as_host(self) -> Visit:
        """Return the same visit by a host."""
        return replace(self, role="host")


@dataclass(frozen=True)
class Letter:
    """An email as it arrived."""

    message: EmailMessage

    @property
    def subject(self) -> str:
        """Its subject."""
        return str(self.message["Subject"])

    @property
    def text(self) -> str:
        """Its plain text."""
        return self._part("plain")

    @property
    def html(self) -> str:
        """Its HTML."""
        return self._part("html")

    @property
    def links(self) -> list[str]:
        """The links in its text."""
        return _LINK.findall(self.text)

    @property
    def link(self) -> str:
        """The one link in its text."""
        [link] = self.links
        return link

    @property
    def calendar(self) -> str:
        """Its calendar part, or an empty string."""
        parts = [each for each in self.message.walk() if each.get_content_subtype() == "calendar"]
        return str(parts[0].get_content()) if parts else ""

    @property
    def event(self) -> icalendar.Event:
        """The one event of its calendar part."""
        [found] = icalendar.Calendar.from_ical(self.calendar).walk("VEVENT")
        return found

    @property
    def method(self) -> str:
        """What its calendar part is sent for, such as ``REQUEST``."""
        return str(icalendar.Calendar.from_ical(self.calendar)["METHOD"])

    def _part(self, kind: str) -> str:
        body = self.message.get_body((kind,))
        assert body
        return str(body.get_content())


def links_in(notes: Iterable[Note]) -> list[str]:
    """Return the links in messages, in order."""
    return [link for note in notes for link in note.links]


class Stage:
    """Some people, their spaces, and the bot.

    Args:
        world: the sandbox's world.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.me = world.named("Connect Bot")
        self.world.faults = []
        self._old = set(world.messages) | {each.id for each in world.mails} | set(world.texts)
        self._calls = len(world.calls)
        self._hosts: set[str] = set()
        self.spaces = {"Support": world.titled("Support")}

    def settle(self, kind: str, subject_id: str) -> None:
        """Wait until the bot is done."""
        raise NotImplementedError

    def finish(self, key: str) -> None:
        """Wait until the bot is done with a notice that was delivered."""
        raise NotImplementedError

    def deliver(self, body: bytes) -> None:
        """Hand a signed notice to the bot."""
        raise NotImplementedError

    def opens(self, link: str) -> Visit:
        """Open a link."""
        raise NotImplementedError

    def hears_again_of(self, message: Message) -> None:
        """Have Webex deliver a message's notices again."""
        change = self.change("messages:created", message.id)
        for webhook in self.world.webhooks.values():
            notice = notice_for(self.world, webhook, change)
            if notice:
                self.deliver(json.dumps(notice.body).encode())

    def change(self, kind: str, subject_id: str) -> Change:
        """The changes in the world."""
        changes = list(self.world.changes)
        return next(each for each in changes if (each.kind, each.subject.id) == (kind, subject_id))

    @property
    def faults(self) -> list[Fault]:
        """Set the faults."""
        return self.world.faults

    @faults.setter
    def faults(self, faults: list[Fault]) -> None:
        self.world.faults = faults

    def person(self, who: str) -> Person:
        """Return somebody by first name or by address."""
        found = self.world.person_by_email(who if "@" in who else f"{who}@example.com")
        found = found or self.world.person_by_email(f"{who}@x.com")
        assert found, f"Nobody is called {who}."
        return found

    def stranger(self) -> str:
        """Return the address of somebody new, from another organization."""
        number = next(_NUMBERS)
        return self.world.add_person(f"Stranger {number}", f"stranger{number}@other.org").email

    def colleague(self) -> str:
        """Return the address of somebody new who may use the bot."""
        number = next(_NUMBERS)
        return self.world.add_person(f"Colleague {number}", f"colleague{number}@{ALLOWED}").email

    def space(self, title: str, *people: str, invite_bot: bool = True, **options: bool) -> Space:
        """Create a space with these people, the first as its moderator."""
        first, *others = [self.person(each) for each in people]
        space = self.world.create_space(first, title, **options)
        for each in others:
            self.world.join(space, each, first)
        if invite_bot:
            place = self.world.join(space, self.me, first)
            self.settle("memberships:created", place.id)
        # The greeting has its own story.
        self._old.update(self.world.messages)
        self._calls = len(self.world.calls)
        self.spaces[title] = space
        return space

    def is_invited(self, title: str, by: str) -> None:
        """Add the bot to a space."""
        place = self.world.join(self.spaces[title], self.me, self.person(by))
        self.settle("memberships:created", place.id)

    def hears(
        self, who: str, sentence: str, space: str | None = "Support", thread: str = ""
    ) -> Message:
        """Have somebody say something to the bot, in a space or else in private."""
        author = self.person(who)
        place = self.spaces[space] if space else self.world.direct(author, self.me)
        said = f"<@personId:{self.me.id}|Connect> {sentence}" if space else sentence
        return self._say(author, place, _AT_NAME.sub(self._mention, said), thread)

    def edits(self, message: Message, words: str) -> None:
        """Have somebody edit their message to the bot, and the bot find out."""
        self.hears_of_edit(self.edited(message, words))

    def edited(self, message: Message, words: str) -> Message:
        """Have somebody edit their message to the bot, which doesn't know of it yet."""
        author, place = self.world.person(message.author_id), self.world.spaces[message.space_id]
        said = words if place.is_direct else f"<@personId:{self.me.id}|Connect> {words}"
        return self.world.edit(message, author, Draft(markdown=_AT_NAME.sub(self._mention, said)))

    def hears_of_edit(self, message: Message) -> None:
        """Deliver the notice of an edit, which Webex doesn't send: the look back makes it."""
        body = self.edit_notice(message)
        self.deliver(json.dumps(body).encode())
        self.finish(Notice.from_envelope(body).key)

    def edit_notice(self, message: Message) -> dict[str, Any]:
        """Return the notice that tells the bot of an edit."""
        change = Change(0, "messages", "updated", message.author_id, message, self.world.clock())
        webhook = Webhook("", self.me.id, "", "", "messages", "updated", message.created)
        notice = notice_for(self.world, webhook, change)
        assert notice
        return notice.body

    def overhears(self, who: str, words: str, space: str = "Support") -> Message:
        """Have somebody say something in a space that isn't for the bot."""
        return self._say(self.person(who), self.spaces[space], words)

    def _say(self, author: Person, place: Space, words: str, thread: str = "") -> Message:
        self._hosts.add(author.id)
        message = self.world.say(author, place, words, thread)
        self.settle("messages:created", message.id)
        return message

    def makes_host(self, who: str) -> None:
        """Allow somebody who didn't ask to get a host link."""
        self._hosts.add(self.person(who).id)

    def presses(self, who: str, title: str, note: Note | None = None, **filled: str) -> None:
        """Have somebody press a button, of a card or else of the newest card that has it."""
        person = self.person(who)
        message = self.world.messages[note.id] if note else self._with_button(person, title)
        inputs = self._form_of(message, title) | filled
        self.submits(who, message, inputs)

    def submits(self, who: str, message: Message, inputs: dict[str, Any]) -> None:
        """Have somebody submit inputs on a message's card, as their app does."""
        person = self.person(who)
        self._hosts.add(person.id)
        action = self.world.submit(person, message, inputs)
        self.settle("attachmentActions:created", action.id)

    def _with_button(self, person: Person, title: str) -> Message:
        seen = [
            message
            for space in self.world.spaces_of(person)
            for message in self.world.messages_in(space, person)
            if message.author_id == self.me.id and message.id not in self._old
        ]
        with_it = [each for each in seen if any(self._pressed(each, title))]
        assert with_it, f"Nobody sees a button {title}."
        return max(with_it, key=lambda each: (each.created, self._order(each)))

    def _order(self, message: Message) -> int:
        return list(self.world.messages).index(message.id)

    def _pressed(self, message: Message, title: str) -> Iterator[dict[str, Any]]:
        for card in message.cards:
            yield from found_in(card["content"], title)

    def _form_of(self, message: Message, title: str) -> dict[str, Any]:
        return next(self._pressed(message, title))

    def told(self, who: str) -> list[Note]:
        """Return the bot's messages to somebody in private since the story began."""
        person = self.world.person_by_email(who) if "@" in who else self.person(who)
        place = self.world.direct_between(person, self.me) if person else None
        return self._notes([place] if place else [])

    def answer(self, who: str, words: str) -> Note:
        """Have somebody say something in private; return the last message to them."""
        self.hears(who, words, space=None)
        return self.told(who)[-1]

    def mailed(self, email: str) -> list[Letter]:
        """Return the emails to an address since the story began."""
        found = self.world.mails_of(email)
        new = [each for each in found if each.id not in self._old]
        return [Letter(_parsed(each.data)) for each in new]

    def posted_in(self, title: str) -> list[Note]:
        """Return the bot's messages in a space since the story began."""
        return self._notes([self.spaces[title]])

    def texted(self, number: str) -> list[str]:
        """Return the text messages to a phone since the story began."""
        texts = [each for name, each in self.world.texts.items() if name not in self._old]
        return [each.text for each in texts if each.number == number]

    def pictures_in(self, note: Note) -> list[bytes]:
        """Return the files of the bot's messages."""
        return [self.world.contents[each].data for each in self.world.messages[note.id].files]

    def said(self) -> list[Note]:
        """Return all of the bot's messages since the story began."""
        return self._notes(self.world.spaces_of(self.me))

    def calls_of(self, path: str) -> int:
        """Return the number of calls to a path since the story began."""
        return sum(path in call.path for call in list(self.world.calls)[self._calls :])

    def check_that_host_links_stayed_private(self) -> None:
        """Open every link that the bot sent, and check who could see it."""
        for space in self.world.spaces_of(self.me):
            readers = {each.id for each in self.world.members_of(space)} - {self.me.id}
            for note in self._notes([space]):
                if any(self._role_of(link) == "host" for link in note.links):
                    assert space.is_direct, "A host link stands in a space."
                    assert readers <= self._hosts, "A host link went to somebody who did not ask."

    def close(self) -> None:
        """Return what the stage has borrowed."""

    def _role_of(self, link: str) -> str:
        door = _DOOR.search(link)
        return {"j": "guest", "h": "host"}[door[1]] if door else self.opens(link).role

    def _mention(self, found: re.Match[str]) -> str:
        person = self.person(found[1].lower())
        return f"<@personId:{person.id}|{person.name}>"

    def _notes(self, spaces: Iterable[Space]) -> list[Note]:
        said = [each for space in spaces for each in self.world.messages_in(space, self.me)]
        return [
            Note(each.id, _seen(each.text), _seen(each.html), each.parent_id, each.cards)
            for each in said
            if each.author_id == self.me.id and each.id not in self._old
        ]


S = TypeVar("S", bound=Stage)


@contextmanager
def a_story_on(stage: S) -> Iterator[S]:
    """A stage for one story, after which every host link must have stayed private."""
    yield stage
    stage.faults = []
    stage.check_that_host_links_stayed_private()
    stage.close()


def _parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def _seen(text: str) -> str:
    """Return the text that people see, without the bot's invisible mark."""
    return _MARK.sub("", text)


def found_in(card: dict[str, Any], title: str) -> Iterator[dict[str, Any]]:
    """Yield what each button with this title submits, with the form's current inputs."""
    for action in card.get("actions", []):
        if action["type"] == "Action.ShowCard":
            yield from found_in(action["card"], title)
        elif action["type"] == "Action.Submit" and action["title"] == title:
            standing = {each["id"]: each.get("value", "") for each in inputs_of(card)}
            yield standing | action["data"]


def inputs_of(card: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the fields of a form."""
    return [each for each in card["body"] if each["type"].startswith("Input.")]
