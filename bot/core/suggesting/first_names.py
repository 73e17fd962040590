"""Finds people whom a sentence mentions by first name, who aren't guests yet: `add Carl`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.composing.evidence import Evidence
from bot.core.composing.names import by_name, guest_named
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.tokens import tokens
from bot.core.composing.told_messages import addressed, names_of
from bot.core.domain.commands import Guest
from bot.core.parsing.text.words import Kind, Word
from bot.core.suggesting.ranking import index


def may_name_somebody(found: Evidence) -> bool:
    """Return whether a sentence has a word that may be the name of somebody not yet found."""
    return bool(_possible_names(found))


def unknown_addressee(text: str, spoken: MentionableMeetings) -> str:
    """Return the name of somebody unknown whom a sentence asks to tell something; or nothing."""
    whom = addressed(text)
    hosts = tokens(" ".join(each.host for each in spoken.invitations))
    known = names_of(spoken.guests) | set(hosts) | spoken.called.keys()
    return "" if whom.casefold() in known or index().knows(tokens(whom)) else whom


def unknown_meant(text: str, spoken: MentionableMeetings) -> str:
    """Return the name of somebody unknown in `no, I meant Marie`; or nothing."""
    return _unknown(_MEANT, text, spoken)


def unknown_taker(text: str, spoken: MentionableMeetings) -> str:
    """Return the name of somebody unknown in `give it to Anna`; or nothing."""
    return _unknown(_GIVEN, text, spoken)


def unknown_namesake(found: Evidence, spoken: MentionableMeetings) -> str:
    """Return a name that begins like a guest's and goes on otherwise: `Alice Adams`; or nothing."""
    called = by_name(spoken.guests)
    known = names_of(spoken.guests) | spoken.called.keys()
    for word, after in pairwise(found.words):
        guest = guest_named(word, called)
        is_surname = after.kind is Kind.PLAIN and after.raw.isalpha() and after.raw.istitle()
        is_new = is_surname and after.key not in known and not index().knows(tokens(after.raw))
        if guest and " " in guest.name.strip() and word.raw.istitle() and is_new:
            return f"{word.raw} {after.raw}"
    return ""


def _unknown(pattern: re.Pattern[str], text: str, spoken: MentionableMeetings) -> str:
    found = pattern.fullmatch(text.strip())
    whom = found["whom"] if found else ""
    known = names_of(spoken.guests) | spoken.called.keys()
    return "" if whom.casefold() in known or index().knows(tokens(whom)) else whom


_MEANT = re.compile(
    r"(?:(?:no|sorry|oops|nein|non|pardon|perdón)[,.!]?\s+)*"
    r"(?:i (?:meant?|said)|ich meinte?|je voulais dire|quería decir|quise decir)\s+"
    r"(?P<whom>[^\W\d_]{2,30})[.!]?",
    re.IGNORECASE,
)


_GIVEN = re.compile(
    r"(?:please\s+)?(?:bitte\s+)?(?:give|hand|pass|transfer|leave|gib|übergib|passe|donne|da|pasa)\s+"
    r"(?:it|this|that|the (?:call|meeting)|es|das|ça|la|lo)\s+(?:over\s+|on\s+)?(?:to|an|à|a)\s+"
    r"(?P<whom>[^\W\d_]{2,30})[.!]?",
    re.IGNORECASE,
)


def called(found: Evidence, people: Iterable[Guest]) -> Mapping[str, Guest]:
    """Return those people whom a sentence mentions, by their name in it.

    A name that several people have stands for none of them.

    Args:
        found: what the sentence mentions.
        people: those who may be mentioned, with names and addresses.
    """
    names = by_name(people)
    said = _possible_names(found)
    return {word.key: who for word in said if (who := guest_named(word, names))}


def called_phone(found: Evidence, guests: Iterable[Guest]) -> Mapping[str, Guest]:
    """Return the only guest with a phone alone, if a sentence speaks of `the phone`."""
    phones = {each.identity: each for each in guests if each.phone and not each.email}
    said = [word.key for word in found.words if word.kind is Kind.PLAIN and word.key in _PHONES]
    return dict.fromkeys(said, next(iter(phones.values()))) if len(phones) == 1 else {}


_PHONES = frozenset(
    {"phone", "mobile", "cell", "cellphone", "telefon", "handy", "téléphone", "portable", "mobil"}
    | {"teléfono", "móvil"}
)


def _possible_names(found: Evidence) -> list[Word]:
    """Return the words that may be names of people not yet found."""
    known = by_name(found.people)
    said = [word for at, word in enumerate(found.words) if _may_be_name(found.words, at)]
    return [word for word in said if not guest_named(word, known)]


def _may_be_name(words: Sequence[Word], at: int) -> bool:
    """Return whether a word is in no example, or else has a capital inside the sentence."""
    word = words[at]
    if word.kind is not Kind.PLAIN or len(word.key) < _SHORTEST or word.key.isdigit():
        return False
    return (at > 0 and word.raw[:1].isupper()) or not index().knows(tokens(word.raw))


_SHORTEST = 2


def without_roles(found: Evidence) -> Evidence:
    """Return the evidence without words for who somebody is: `my colleague {person}`."""
    sentence = _ROLES.sub(r"\1", found.sentence)
    return replace(found, sentence=sentence) if sentence != found.sentence else found


_ROLES = re.compile(
    r"(?:\b(?:my|our|his|her|their|the|mein\w*|unser\w*|den|die|der|mon|ma|notre|le|la|mi|el)\s+)?"
    r"\b(?:colleagues?|coworker|boss|assistant|nurse|doctor|dr|mr|mrs|ms|kolleg\w+|frau|herrn?"
    r"|collègue|madame|monsieur|compañer[oa]|colega|señora?|doctora?)\b\.?\s+(\{person\})",
    re.IGNORECASE,
)


def are_sure(found: Evidence, people: Mapping[str, Guest]) -> bool:
    """Return whether somebody is mentioned who is not only called by a first name."""
    return any(each not in people.values() for each in found.people)
