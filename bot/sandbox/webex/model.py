"""The data classes of the small Webex, all immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from bot.sandbox.webex import ids

Card: TypeAlias = dict[str, Any]
ADMIN = ids.encode("ROLE", "id_full_admin")


@dataclass(frozen=True)
class Person:
    """A person or a bot. Without an account, they are invited and see nothing yet.

    `details` are the fields of the API that the sandbox only keeps, such as ``department``.
    """

    id: str
    email: str = field(repr=False)
    name: str = field(repr=False)
    org_id: str
    type: Literal["person", "bot"]
    created: datetime
    has_account: bool = True
    deleted: bool = False
    details: Mapping[str, Any] = field(default_factory=dict, repr=False, hash=False)

    @property
    def is_admin(self) -> bool:
        """Whether this is an administrator of their organization."""
        return ADMIN in self.details.get("roles", ())

    @property
    def is_bot(self) -> bool:
        """Whether this is a bot."""
        return self.type == "bot"

    @property
    def shown_name(self) -> str:
        """The name in a mention; for a bot only its first word."""
        return self.name.split()[0] if self.is_bot else self.name


@dataclass(frozen=True)
class Space:
    """A group space, or the direct space of two people, whose title isn't used."""

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
    team_id: str = ""

    @property
    def is_direct(self) -> bool:
        """Whether this is a direct space."""
        return self.type == "direct"


@dataclass(frozen=True)
class Membership:
    """A person's membership in a space."""

    id: str
    space_id: str
    person_id: str
    created: datetime
    moderator: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Draft:
    """A message to post. `files` are content ids; `cards` are Webex attachments."""

    text: str = field(default="", repr=False)
    markdown: str = field(default="", repr=False)
    parent_id: str = ""
    files: tuple[str, ...] = ()
    cards: tuple[Card, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Message:
    """A message. `html` is sanitized, and empty for plain text.

    It doesn't print its text, which may contain links.
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
    """A press on a card's submit button, with its inputs."""

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
    """A webhook: `target_url` is told of changes."""

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
    owned_by: Literal["creator", "org"] = "creator"


@dataclass(frozen=True)
class Mail:
    """An email as it arrived, with its headers and parts.

    Args:
        id: its id in this world.
        to: the recipient of the envelope.
        received: when it arrived.
        data: the message, as in RFC 5322.
    """

    id: str
    to: str = field(repr=False)
    received: datetime
    data: bytes = field(repr=False)
    space_id: ClassVar[str] = ""
    """No space, so Webex tells nobody."""


@dataclass(frozen=True)
class PhoneText:
    """A text message on a phone."""

    id: str
    number: str = field(repr=False)
    text: str = field(repr=False)
    created: datetime
    space_id: ClassVar[str] = ""
    """No space, so Webex tells nobody."""


Subject: TypeAlias = Message | Membership | Space | Action | Mail | PhoneText


@dataclass(frozen=True)
class Change:
    """A change, as webhooks name it: ``messages`` ``created`` and so on.

    Args:
        number: counts from 1 in each world.
        resource: ``messages``, ``memberships``, ``rooms`` or ``attachmentActions``; also ``mails``
            and ``texts``, which Webex tells nobody about.
        event: ``created``, ``updated`` or ``deleted``.
        actor_id: the person who did it.
        subject: the object as it is now, or as it was when it was deleted.
        at: when it happened.
    """

    number: int
    resource: str
    event: str
    actor_id: str
    subject: Subject
    at: datetime

    @property
    def kind(self) -> str:
        """Resource and event in one word, such as ``messages:created``."""
        return f"{self.resource}:{self.event}"

    @property
    def space_id(self) -> str:
        """The id of the space where it happened."""
        return self.subject.id if isinstance(self.subject, Space) else self.subject.space_id


@dataclass(frozen=True)
class Call:
    """A request to the sandbox; `person_id` is empty if nobody has its token."""

    method: str
    path: str
    person_id: str
    at: datetime


@dataclass(frozen=True)
class Delivery:
    """An attempt to call a webhook. `status` is None if nothing answered."""

    webhook_id: str
    kind: str
    subject_id: str
    status: int | None
    at: datetime


class Refusal(Exception):  # an answer, not a defect
    """Webex refuses a call, with an HTTP status and a sentence."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
