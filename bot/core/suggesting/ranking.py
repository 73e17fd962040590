"""Ranks the commands that a sentence is probably meant for, given what it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from bot.core.composing.evidence import Evidence
from bot.core.composing.grammar_sentences import OF_A_MEETING, TELL_HOST
from bot.core.composing.placeholders import LEFT_OUT
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.tokens import tokens
from bot.core.composing.told_messages import is_for_somebody
from bot.core.suggesting.contrary_words import says_otherwise
from bot.core.suggesting.examples import TABLES, TO_HOSTS
from bot.core.suggesting.made_host import HOSTS, commands_meant
from bot.core.suggesting.nearest import Index
from bot.core.templates.template_syntax import examples


@cache
def index() -> Index:
    """Return the index of all examples, which is built when first needed."""
    return Index(each for table in TABLES for each in examples(table))


@cache
def host_index() -> Index:
    """Return the index of what guests say to their host, which is built when first needed."""
    return Index(each for table in TO_HOSTS for each in examples(table))


def likeliest(found: Evidence, spoken: MentionableMeetings) -> list[tuple[str, float]]:
    """Return the commands that a sentence is probably meant for, the likeliest first.

    Args:
        found: what the sentence mentions.
        spoken: the meetings that its speaker may mention.
    """
    scored: dict[str, float] = {}
    invited = _all_invited(found, spoken)
    near = index().commands(found.sentence.replace(LEFT_OUT, ""))
    if spoken.invitations and not _of_others(found, spoken):
        scored |= dict(host_index().commands(found.sentence))
        scored[TELL_HOST] = max(scored.get(TELL_HOST, 0.0), dict(near).get("tell", 0.0))
    for command, score in near:
        for other, factor in _adjusted_to_meetings(command, found, spoken, invited):
            if other != command and says_otherwise(other, found):
                continue
            scored[other] = max(scored.get(other, 0.0), score * factor)
    return sorted(scored.items(), key=lambda each: each[1], reverse=True)


def _adjusted_to_meetings(
    command: str, found: Evidence, spoken: MentionableMeetings, invited: bool
) -> Iterator[tuple[str, float]]:
    """Yield the command as it would apply to the speaker's meetings, with its score."""
    factor = _fit(command, found)
    if command == "my link" and spoken.meetings:
        yield "resend me", factor * 0.95
    elif command == "resend me" and not spoken.meetings:
        yield "my link", factor * 0.95
    elif command in OF_A_MEETING and not spoken.has_any_for(command):
        if command in ("add", "resend") and found.people:
            yield "meet", factor * 0.9
    elif command == "resend" and found.people and not invited:
        yield "add", factor * 0.9
    elif command == "add" and found.people and _has_all(found, spoken):
        yield "resend", factor * 0.9
    elif command == "meet" and spoken.meetings:
        yield _more_of_it(found), factor
    else:
        yield from ((each, factor) for each in commands_meant(command, found))


def _more_of_it(found: Evidence) -> str:
    """Return what gives a meeting more time or more links, if a sentence asks for that."""
    if not found.people and _MORE & set(tokens(found.length)):
        return "extend"
    return "add" if not found.people and _MORE & set(tokens(found.options)) else "meet"


def _of_others(found: Evidence, spoken: MentionableMeetings) -> bool:
    """Return whether a sentence speaks of guests, or to somebody else than the speaker's hosts."""
    words = set(tokens(found.sentence))
    if found.people or found.meeting is not None or _GUESTS & words:
        return True
    hosts = {word for each in spoken.invitations for word in tokens(each.host)}
    return is_for_somebody(found.text) and not hosts & words


_GUESTS = frozenset(
    tokens("all everybody everyone guest guests patient them him her tell inform notify know allen")
    + tokens("gäste gästen sag bescheid tous invités dis préviens todos invitados dile avisa")
)
"""Words with which a host speaks of guests, or of telling them something."""


def _all_invited(found: Evidence, spoken: MentionableMeetings) -> bool:
    return spoken.invited(found.meeting).has_guests(found.people)


def _has_all(found: Evidence, spoken: MentionableMeetings) -> bool:
    """Return whether everybody is a guest already of each meeting that they may be added to."""
    named = [each for each in spoken.meetings if each.number == found.meeting]
    return all(each.has_guests(found.people) for each in named or spoken.likely("add"))


_MORE = frozenset({"more", "another", "extra", "additional", "noch", "weitere", "encore", "mas"})
_HOW = frozenset({"how", "wie", "comment", "como"})
_HOW_MUCH = frozenset({"many", "much", "long", "often", "early", "viele", "viel", "lange", "oft"})
"""Words after which `how` asks for a number, and not for a way to do something."""

_USUAL = frozenset(
    {"default", "defaults", "usual", "usually", "always", "normally", "standard", "settings"}
    | {"immer", "normalerweise", "standardmassig", "voreinstellung", "voreinstellungen", "meistens"}
    | {"toujours", "habitude", "defaut", "reglages", "siempre", "ajustes", "predeterminado"}
)
_NOBODYS = (
    "my link",
    "resend me",
    "meetings",
    "plan",
    "about",
    "check",
    "devices",
    "help",
    "start",
)


def _asks_how(words: Sequence[str]) -> bool:
    """Return whether a sentence that begins with these words asks how to do something."""
    return any(word in _HOW and after not in _HOW_MUCH for word, after in pairwise([*words, ""]))


def _fit(command: str, found: Evidence) -> float:
    """Return how well a command fits what the sentence mentions and how it begins."""
    asks_how = _asks_how(tokens(found.sentence)[:4])
    if says_otherwise(command, found):
        return 0.0
    if command.startswith("help "):
        return 1.3 if asks_how else 0.5
    slot = re.search(r"\{(\w+)\}", command)
    if slot:
        return 1.1 if getattr(found, slot[1]) else 0.0
    factor = 0.8 if asks_how and not command.startswith(("?", "help")) else 1.0
    if command in ("cohost", "handover") and not HOSTS & set(tokens(found.sentence)):
        factor *= 0.6 if command == "cohost" else 0.85
    if found.people and (command in _NOBODYS or command.startswith(("?", "defaults"))):
        factor *= 0.6
    if command == "defaults for {length}" and not _USUAL & set(tokens(found.sentence)):
        factor *= 0.7
    if found.number and command in ("meet", "my link", "extend", "cancel"):
        factor *= 0.6
    return factor
