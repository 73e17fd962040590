"""A request: who asked, where, and what it is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.reader_languages import Readers
from bot.core.conversations.requests.requester import Requester
from bot.core.domain.commands import Guest, Sayable
from bot.core.domain.meetings import Meeting, Preferences
from bot.core.domain.open_questions import OPEN, OpenQuestion
from bot.core.domain.unknown_zone import zone_of_name
from bot.core.steps.preference_steps import StoredPreferences
from bot.core.steps.webex_steps import DirectChat, Place, Space
from bot.core.wording.languages import Language
from bot.core.wording.times import Times


@dataclass(frozen=True)
class Request:
    """A request by somebody who may ask, and what it is judged by.

    Args:
        requester: who asks, and where.
        installation: the bot and its settings.
        preferences: the defaults for this place and person.
        at: when its notice arrived, in the default time zone.
        seed: an unguessable value, the same in every replay.
        languages: chosen languages, by Webex id.
        said: the words of its message; empty for a press.
        question: that its person was asked last in this space, if any.
        answers: whether it answers that question.
        created: when its message was written, or edited, by Webex's clock.
        message_id: the id of its message; empty for a press.
        command: what is being done, for a button that tries it again.
        program: the name of the program that asks on a host's behalf; empty for a person.
    """

    requester: Requester
    installation: Installation
    preferences: Preferences
    at: datetime
    seed: str = field(repr=False)
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    said: str = field(default="", repr=False)
    question: OpenQuestion | None = field(default=None, repr=False)
    answers: bool = False
    created: datetime | None = None
    message_id: str = ""
    command: Sayable | None = field(default=None, repr=False)
    program: str = ""

    @property
    def written(self) -> datetime:
        """When it was written, by Webex's clock if Webex tells."""
        return self.created or self.at

    @property
    def own_words(self) -> str:
        """The words of its message, unless they answer a question; empty for a press."""
        return "" if self.answers or self.program else self.said

    @property
    def unclear_since(self) -> datetime | None:
        """Since when it isn't clear of which meeting the person speaks; None if it is clear."""
        asked = self.question
        since = asked.unclear_since if asked and not (self.answers and asked.choices) else None
        return since if since and since > self.at - OPEN else None

    @property
    def follows_address(self) -> bool:
        """Whether the person's last command was for somebody, but no invitation."""
        asked = self.question
        return bool(asked and asked.addressed and asked.at > self.written - OPEN)

    @property
    def direct_chat(self) -> tuple[Place, ...]:
        """The requester's direct space with the bot."""
        return (DirectChat(self.requester.person_id),)

    @property
    def moved_to_private(self) -> bool:
        """Whether an answer goes to the direct chat although it was asked in a space."""
        return self.installation.discreet and not self.requester.direct

    @property
    def in_private(self) -> bool:
        """Whether answers go to the requester's direct chat."""
        return self.requester.direct or self.installation.discreet

    @property
    def asked_person(self) -> str:
        """The address of the person a question is for, if others see it; else empty."""
        return "" if self.in_private else self.requester.email

    @property
    def places(self) -> tuple[Place, ...]:
        """Where answers are posted: where it was asked, or in private in discreet mode."""
        return self.direct_chat if self.moved_to_private else self.where_asked

    @property
    def where_asked(self) -> tuple[Place, ...]:
        """Where it was asked: the thread, else the space, else the requester's direct chat."""
        if self.requester.direct:
            return self.direct_chat
        threaded = (
            (Space(self.requester.room_id, self.requester.thread),) if self.requester.thread else ()
        )
        return (*threaded, Space(self.requester.room_id), *self.direct_chat)

    @property
    def room_id(self) -> str | None:
        """The group space where it was asked, if any."""
        return None if self.requester.direct else self.requester.room_id

    def is_elsewhere(self, meeting: Meeting) -> bool:
        """Return whether a meeting doesn't belong to the group space where it was asked."""
        return self.room_id is not None and meeting.room_id != self.room_id

    def for_meeting(self, meeting: Meeting) -> Request:
        """Return this request, moved to private if the meeting belongs to another place."""
        if not self.is_elsewhere(meeting):
            return self
        return replace(self, requester=replace(self.requester, direct=True, thread=None))

    @property
    def zone(self) -> tzinfo:
        """The time zone of times in answers."""
        return self.at.tzinfo or ZoneInfo("UTC")

    def times(self, meeting: Meeting) -> Times:
        """Return the times of `meeting` in words."""
        home = ZoneInfo(self.preferences.zone or "UTC")
        return Times(
            self.zone,
            self.installation.open_early_minutes,
            meeting.minutes_since_start(self.at),
            home,
        )

    def in_zone(self, name: str) -> Request:
        """Return this request in the time zone of this name, else in the installation's."""
        zone = zone_of_name(name or self.installation.defaults.zone)
        return replace(self, at=self.at.astimezone(zone))

    def in_zone_of(self, when: datetime | None) -> Request:
        """Return this request with the time zone of `when`."""
        named = when.tzinfo if when else None
        return replace(self, at=self.at.astimezone(named)) if isinstance(named, ZoneInfo) else self

    @property
    def language(self) -> Language:
        """The language of answers in `places`."""
        return self.readers.host if self.moved_to_private else self.language_here

    @property
    def language_here(self) -> Language:
        """The language of what is posted where it was asked."""
        return self.installation.languages.for_host(self.preferences.language)

    @property
    def readers(self) -> Readers:
        """The languages of a meeting's people; the requester, in private, reads their own."""
        own = self.languages.get(self.requester.person_id) or self.preferences.language
        return Readers(self.installation.languages, replace(self.preferences, language=own))

    def with_name(self, name: str) -> Request:
        """Return this request with the requester's name, unless it is known already."""
        return replace(self, requester=replace(self.requester, name=self.requester.name or name))

    def with_bare_links(self) -> Request:
        """Return this request with links that lead straight into the meeting, not to its door."""
        return replace(self, installation=replace(self.installation, doors_at=""))

    def with_language(self, guest: Guest, said: str | None = None) -> Guest:
        """Return `guest` with their language, if one was chosen.

        Args:
            guest: the guest; nobody for a link that anybody may use.
            said: the command's language, which wins over the guest's own and the default.
        """
        theirs = self.languages.get(guest.person_id)
        return replace(guest, language=said or theirs or self.preferences.language)


def request_of(
    by: Requester,
    at: datetime,
    seed: str,
    recalled: StoredPreferences,
    installation: Installation,
) -> Request:
    """Return a request, judged by what is recalled of its person and place.

    Args:
        by: who asks, and where.
        at: when it arrived, aware.
        seed: an unguessable value, the same in every replay.
        recalled: the preferences.
        installation: the bot and its settings.
    """
    here = recalled.preferences.with_fallback(installation.defaults)
    there = at.astimezone(zone_of_name(here.zone))
    return Request(
        by, installation, here, there, seed, recalled.languages, question=recalled.question
    )
