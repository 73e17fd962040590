"""The steps that read and save preferences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import ClassVar

from bot.core.domain.meetings import Preferences
from bot.core.domain.open_questions import OpenQuestion
from bot.core.steps.step import Step


@dataclass(frozen=True)
class StoredPreferences:
    """The preferences that apply to a person in a place.

    Args:
        preferences: the space's, filled up with the person's.
        languages: the language that each person chose, by their ids.
        question: what the person was asked last in this space.
    """

    preferences: Preferences = field(default_factory=Preferences)
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    question: OpenQuestion | None = None

    def for_person(self, person_id: str) -> Preferences:
        """Return the same preferences in the person's own language, for a private message."""
        language = self.languages.get(person_id) or self.preferences.language
        return replace(self.preferences, language=language)


@dataclass(frozen=True)
class ReadPreferences(Step):
    """-> StoredPreferences.

    Args:
        room_id: the space; None in a direct chat.
        person_id: the person, if known.
        others: the ids of more people whose languages are wanted.
    """

    room_id: str | None
    person_id: str | None
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class SavePreferences(Step):
    """-> Preferences, as they are now. None leaves a preference as it was.

    Args:
        owner: the id of a space or a person.
        preferences: what to change.
    """

    recorded: ClassVar[bool] = False
    owner: str
    preferences: Preferences
