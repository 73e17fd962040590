"""The meetings that somebody may mention, and which of them a command means if it names none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.composing.names import (
    AtDoor,
    CancelledMeeting,
    Invitation,
    OverMeeting,
    OwnMeeting,
    by_name,
)
from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Guest

AT_THE_DOOR = frozenset({"reply coming", "reply in 5", "reply in 15", "reply not today"})
"""Answers to guests who are at the door."""

KINDS = {
    **dict.fromkeys(("extend", "resend", "resend me", "resend all", "text for"), "now"),
    **dict.fromkeys(("let in", "let in all", *AT_THE_DOOR), "now"),
    **dict.fromkeys(("add", "move", "tell", "remove"), "new"),
    "cancel": "cancel",
}
"""The kinds of commands that take different meetings if none is named; all others are `change`."""

MOST_MEETINGS = 10
"""The most meetings considered for a sentence without a number."""

UNDO = "undo"
"""The command that takes back what was done last."""


@dataclass(frozen=True)
class MentionableMeetings:
    """The meetings that somebody may mention.

    Args:
        meetings: the meetings that they host and may mention in this place.
        default: the meeting that is meant if none is named.
        cancelled: the meeting that they cancelled just now, after all others were made.
        invitations: the meetings of others to which they are invited, soonest first.
        unnamed: the meetings that commands may mean which name none, by the kind of command;
            see `KINDS`.
        called: people who are no guests of these meetings, by the names that a sentence has for
            them. They are only suggested: a name may be somebody else's, too.
        at_door: the guests who came just now or wait to be let in, in the order they came.
        groups: the names of the groups of experts.
        over: meetings with a subject that ended lately, or were cancelled.
        unknown: words that name a meeting, but none of these; then no other is meant by default.
    """

    meetings: tuple[OwnMeeting, ...] = ()
    default: OwnMeeting | None = None
    cancelled: CancelledMeeting | None = None
    invitations: tuple[Invitation, ...] = ()
    unnamed: Mapping[str, tuple[OwnMeeting, ...]] = field(default_factory=dict)
    called: Mapping[str, Guest] = field(default_factory=dict, repr=False)
    at_door: tuple[AtDoor, ...] = ()
    groups: tuple[str, ...] = ()
    over: tuple[OverMeeting, ...] = ()
    unknown: str = field(default="", repr=False)

    @property
    def guests(self) -> tuple[Guest, ...]:
        """The guests of all these meetings."""
        return tuple(guest for each in self.meetings for guest in each.guests)

    @property
    def next_invitations(self) -> tuple[Invitation, ...]:
        """The next meeting of each host who invited the speaker, soonest first."""
        next_of = {each.host_id: each for each in reversed(self.invitations)}
        return tuple(each for each in self.invitations if next_of[each.host_id] is each)

    @property
    def own_words(self) -> frozenset[str]:
        """Words of their subjects, and names of guests and of others who are called by them."""
        subjects = [each.subject for each in self.meetings] + [each.subject for each in self.over]
        words = (word for each in subjects for word in tokens(each))
        return frozenset({*words, *self.called, *by_name(self.guests)})

    def named(self, number: int | None) -> OwnMeeting | None:
        """Return the meeting with that number, else the default."""
        return next((each for each in self.meetings if each.number == number), self.default)

    def invited(self, number: int | None) -> OwnMeeting:
        """Return the guests of the meeting with that number, else of all meetings."""
        named = next((each for each in self.meetings if each.number == number), None)
        return named or OwnMeeting(0, guests=self.guests)

    def has_any_for(self, command: str) -> bool:
        """Return whether there is a meeting for this command."""
        return bool(self.meetings or (command == UNDO and self.cancelled))

    def likely(self, command: str) -> tuple[OwnMeeting, ...]:
        """Return the meetings that a command means if it names none, as if it were typed."""
        usual = (self.default,) if self.default else ()
        return self.unnamed.get(KINDS.get(command, "change"), usual)

    def all_with_guests(self, people: Sequence[Guest]) -> list[OwnMeeting]:
        """Return the meetings to which all these people are invited."""
        return [each for each in self.meetings if each.has_guests(people)]

    def with_guests(self, people: Sequence[Guest]) -> OwnMeeting | None:
        """Return the meeting to which all these people are invited, or None if several fit."""
        fitting = self.all_with_guests(people)
        return fitting[0] if people and len(fitting) == 1 else None
