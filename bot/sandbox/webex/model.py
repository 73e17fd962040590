"""The data classes of the small Webex, all immutable."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

Card: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Person:
    """Somebody, or a bot. Without an account they have been invited and see nothing yet."""

    id: str
    email: str = field(repr=False)
    name: str = field(repr=False)
    org_id: str
    type: Literal["person", "bot"]
    created: datetime
    has_account: bool = True

    @property
    def is_bot(self) -> bool:
        """Say whether this is a bot."""
        return self.type == "bot"

    @property
    def shown_name(self) -> str:
        """Return what a mention shows: of a bot's name only the first word."""
        return self.name.split()[0] if self.is_bot else self.name


@dataclass(frozen=True)
class Space:
    """A group space, or the direct space of two people (its title is then not used)."""

    id: str
    title: str
    type: Literal["direct", "group"]
    creator_id: str
    org_id: str
    created: datetime
    last_activity: datetime
    locked: bool = False
    announcement_only: bool = False
    public: bool = False
    description: str = ""

    @property
    def is_direct(self) -> bool:
        """Say whether this is a conversation of two."""
        return self.type == "direct"


@dataclass(frozen=True)
class Membership:
    """One person's place in one space."""

    id: str
    space_id: str
    person_id: str
    created: datetime
    moderator: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Draft:
    """What somebody is about to post. `files` are ids of contents; `cards` Webex attachments."""

    text: str = field(default="", repr=False)
    markdown: str = field(default="", repr=False)
    parent_id: str = ""
    files: tuple[str, ...] = ()
    cards: tuple[Card, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Message:
    """What somebody said in a space. `html` is sanitised and is empty for plain text.

    Its words do not print: they may hold links that let people in.
    """

    id: str
    space_id: str
    author_id: str
    text: str = field(repr=False)
    created: datetime
    markdown: str = field(default="", repr=False)
    html: str = field(default="", repr=False)
    parent_id: str = ""
    files: tuple[str, ...] = ()
    cards: tuple[Card, ...] = field(default=(), repr=False)
    mentioned_people: tuple[str, ...] = ()
    mentioned_groups: tuple[str, ...] = ()
    updated: datetime | None = None
    edits: int = 0


@dataclass(frozen=True)
class Action:
    """A press on a card's submit button, with what was filled in."""

    id: str
    message_id: str
    space_id: str
    person_id: str
    inputs: dict[str, Any] = field(repr=False)
    created: datetime


@dataclass(frozen=True)
class Content:
    """A file that was posted."""

    id: str
    name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Webhook:
    """Somebody's wish to be told of changes at `target_url`."""

    id: str
    owner_id: str
    name: str
    target_url: str
    resource: str
    event: str
    created: datetime
    filter: str = ""
    secret: str = field(default="", repr=False)
    active: bool = True


@dataclass(frozen=True)
class Mail:
    """An e-mail that arrived, as it came: headers and parts.

    Args:
        id: in this world.
        to: the address that it was handed in for.
        received: when.
        data: RFC 5322.
    """

    id: str
    to: str = field(repr=False)
    received: datetime
    data: bytes = field(repr=False)
    space_id: ClassVar[str] = ""
    """In no space, so that nobody in Webex is told."""


@dataclass(frozen=True)
class PhoneText:
    """A text that came to a phone."""

    id: str
    number: str = field(repr=False)
    text: str = field(repr=False)
    created: datetime
    space_id: ClassVar[str] = ""
    """In no space either."""


Subject: TypeAlias = Message | Membership | Space | Action | Mail | PhoneText


@dataclass(frozen=True)
class Change:
    """Something that happened, as webhooks name it: ``messages`` ``created`` and so on.

    Args:
        number: counts from 1 in each world; what a reader has seen up to.
        resource: ``messages``, ``memberships``, ``rooms`` or ``attachmentActions``; ``mails`` and
            ``texts``, of which Webex tells nobody.
        event: ``created``, ``updated`` or ``deleted``.
        actor_id: the person who did it.
        subject: the thing as it is now, or as it was when it was deleted.
    """

    number: int
    resource: str
    event: str
    actor_id: str
    subject: Subject

    @property
    def kind(self) -> str:
        """Return resource and event in one word, such as ``messages:created``."""
        return f"{self.resource}:{self.event}"

    @property
    def space_id(self) -> str:
        """Return the id of the space where it happened."""
        return self.subject.id if isinstance(self.subject, Space) else self.subject.space_id


@dataclass(frozen=True)
class Call:
    """One request that reached the sandbox from outside; `person_id` is empty if nobody's."""

    method: str
    path: str
    person_id: str
    at: datetime


@dataclass(frozen=True)
class Delivery:
    """One attempt to tell a webhook. `status` is None where nothing answered."""

    webhook_id: str
    kind: str
    subject_id: str
    status: int | None
    at: datetime


class Refusal(Exception):  # Webex says no; that is an answer, not a defect
    """What Webex refuses, with the HTTP status and the sentence that it answers with."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
