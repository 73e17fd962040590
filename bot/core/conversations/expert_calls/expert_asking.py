"""Asks the people of a tier to take a request: cards in its space, and to each in private."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.conversations.requests.installation import Installation
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.group_requests import ExpertCard, ExpertRequest
from bot.core.domain.guests import Guest
from bot.core.domain.meetings import Meeting, Preferences
from bot.core.domain.presence import HEAD_START, is_elsewhere
from bot.core.replies import expert_cards, expert_replies
from bot.core.steps.expert_steps import AskLater, ForgetExpertCards, RecordExpertCards
from bot.core.steps.ledger_steps import Schedule, ScheduledTask
from bot.core.steps.people_steps import ReadPresence
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Posted, Step, Together
from bot.core.steps.webex_steps import DeleteMessage, DirectChat, Place, Say, Space
from bot.core.wording.languages import Language, Languages
from bot.core.wording.texts import Text

LATER = "later"
"""The kind of the task that asks those of a tier who were away or busy."""


@dataclass(frozen=True)
class Asking:
    """A request, and what is needed to ask experts about it.

    Args:
        meeting: its meeting.
        made: the request.
        group: whom it is made to.
        installation: the settings.
        at: the time, aware.
        gave_back: who gave it back just now: they are asked after others, if there are any.
    """

    meeting: Meeting
    made: ExpertRequest
    group: ExpertGroup
    installation: Installation
    at: datetime
    gave_back: Guest | None = None

    @property
    def present(self) -> ExpertGroup | None:
        """The group with those on duty; None if it is closed, or nobody is."""
        present = self.group.as_of(self.at) if self.group.is_open(self.at) else None
        return present if present and present.tiers else None

    def tier_of(self, step: int) -> Tier | None:
        """Return who is asked at a step: if possible, without the expert who gave it back."""
        tier = self.present.tier_of(step) if self.present else None
        if tier is None or self.gave_back is None:
            return tier
        others = tuple(each for each in tier.people if not each.is_same(self.gave_back))
        return replace(tier, people=others) if others or tier.room_id else tier


def ask_tier(asking: Asking) -> Generator[Step, Any, bool]:
    """Ask a tier to take a request; with presence, those who are away or busy a little later.

    Returns:
        whether anybody was reached.
    """
    tier = asking.tier_of(asking.made.step)
    if not tier:
        return False
    later = (yield from _who_is_elsewhere(tier)) if asking.installation.presence else ()
    first = replace(tier, people=tuple(each for each in tier.people if each not in later))
    if not (yield from _ask(asking, first)):
        return bool(later) and (yield from _ask(asking, tier))
    if later:
        number, at = asking.made.number, asking.at + HEAD_START
        yield AskLater(number, tuple(each.identity for each in later))
        yield Schedule((ScheduledTask(LATER, number, at),))
    return True


def ask_the_others(asking: Asking) -> Conversation:
    """Ask those of a tier who were away or busy."""
    made, present = asking.made, asking.present
    tier = (present and present.tier_of(made.step)) or Tier()
    yield AskLater(made.number, ())
    left = tuple(each for each in tier.people if each.identity in made.later)
    yield from _ask(asking, Tier(people=left))


def _who_is_elsewhere(tier: Tier) -> Generator[Step, Any, tuple[Guest, ...]]:
    """Return who is away or busy, by one look at each; nobody for a single person."""
    if len(tier.people) + bool(tier.room_id) < 2:
        return ()
    looks = (ReadPresence(each.person_id or None, each.email or None) for each in tier.people)
    seen = yield Together(tuple(looks))
    return tuple(who for who, each in zip(tier.people, seen, strict=True) if is_elsewhere(each))


def _ask(asking: Asking, tier: Tier) -> Generator[Step, Any, bool]:
    """Post the cards of a tier; take them back if somebody has claimed the request meanwhile.

    A card replaces the one before it in the same space, since it can't be edited.

    Returns:
        whether anybody was reached.
    """
    made, places = asking.made, _places(tier)
    known = yield Together(tuple(map(_preferences_of, places)))
    readers = [_preferred(asking, each) for each in known]
    posts = [_card(asking, place, each) for place, each in zip(places, readers, strict=True)]
    outcomes = yield Together(tuple(posts))
    cards = tuple(
        ExpertCard(each.message_id, each.room_id or "", reader.language or "")
        for each, reader in zip(outcomes, readers, strict=True)
        if isinstance(each, Posted)
    )
    replaced: Sequence[str] | None = yield RecordExpertCards(made.number, cards)
    if replaced is None:
        replaced = [each.message_id for each in cards]
    yield from delete_cards(replaced)
    return bool(cards)


def delete_cards(message_ids: Sequence[str]) -> Conversation:
    """Delete cards, if there are any."""
    if message_ids:
        yield Together(tuple(DeleteMessage(each) for each in message_ids))
        yield ForgetExpertCards(tuple(message_ids))


def say_where_cards_were(
    cards: Sequence[ExpertCard], said: Callable[[Language], Text], languages: Languages
) -> tuple[Say, ...]:
    """Return what to say in each space that had cards: once, in its language."""
    places = {each.room_id: each.language for each in cards if each.room_id}
    return tuple(
        Say(said(languages.for_host(language)), (Space(room_id),))
        for room_id, language in places.items()
    )


def _places(tier: Tier) -> list[Place]:
    spaces: list[Place] = [Space(tier.room_id)] * bool(tier.room_id)
    return spaces + [DirectChat(each.person_id or None, each.email or None) for each in tier.people]


def _preferences_of(place: Place) -> ReadPreferences:
    if isinstance(place, Space):
        return ReadPreferences(place.room_id, None)
    return ReadPreferences(None, place.person_id)


def _preferred(asking: Asking, recalled: Any) -> Preferences:
    """Return what the readers of a card prefer."""
    known = recalled.preferences if isinstance(recalled, StoredPreferences) else Preferences()
    return known.with_fallback(asking.installation.defaults)


def _card(asking: Asking, place: Place, usual: Preferences) -> Say:
    """Return the card for one place; in discreet mode, it has the group alone."""
    installation, made, meeting = asking.installation, asking.made, asking.meeting
    if installation.discreet:
        made, meeting = replace(made, note=""), replace(meeting, subject=None)
    t, zone = installation.languages.for_host(usual.language), ZoneInfo(usual.zone or "UTC")
    card = expert_cards.wanted(t, meeting, made, zone, direct=isinstance(place, DirectChat))
    return Say(expert_replies.wanted(t, made.group), (place,), card)
