"""Finds people whom a sentence leaves out: `everyone except alice`, `not bob@x.com`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parsing.slots.slot import EXCEPTIONS, FILLERS, exception_at
from bot.core.parsing.text.phrases import any_phrase, one_of
from bot.core.parsing.text.words import Kind, Word
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.parsing.vocabulary.contrast_words import CANT, KEEPS, NOS, RATHERS, STAYS

EVERYBODY = sentence_words("everybody") | {"allen", "aux", "tout le monde", "monde"}
_ONLY_BEHIND = {
    "but": EVERYBODY | {"but", "nobody", "anybody"},
    "no": frozenset({"pero", "y", "sino", "pero,"}),
    "pas": frozenset({"mais", "et", "donc"}),
}
"""Words that only leave somebody out after other words: `all but alice`, `pero no bob`."""

_BETWEEN = FILLERS | EXCEPTIONS | {"to", "with", "for", "an", "à", "a", "con", "or", "oder", "ou"}
"""Words between an exception and the people whom it leaves out."""

_REPLACING = sentence_words("replacing")
_BY = frozenset({"with", "by", "for", "durch", "gegen", "par", "por", "con"})
"""Words between somebody who is replaced and who takes their place."""

_INSTEAD = any_phrase(one_of(sentence_words("instead") | _REPLACING))


def people_left_out(words: Sequence[Word], named: Mapping[int, object]) -> set[int]:
    """Return where people stand who are left out, with the words that say so.

    Args:
        words: the words of a sentence.
        named: where somebody is mentioned by name alone.
    """
    places: set[int] = _replaced(words, named)
    for at in range(len(words)):
        length = exception_at(words, at)
        if length and _leaves_out(words, at):
            places |= _whom(words, named, at, at + length)
    people = {at for at, word in enumerate(words) if word.guest or at in named}
    contrasted = places | _contrasted(words, people)
    return contrasted if people - contrasted else places


def says_instead(text: str) -> bool:
    """Return whether a sentence says that somebody takes the place of another one."""
    return bool(_INSTEAD.search(text))


def _replaced(words: Sequence[Word], named: Mapping[int, object]) -> set[int]:
    """Return where the people stand who are replaced: `replace alice with bob@x.com`."""
    people = {at for at, word in enumerate(words) if word.guest or at in named}
    for verb, word in enumerate(words):
        by = [at for at in range(verb, len(words)) if words[at].key in _BY]
        before = {at for at in people if by and verb < at < by[0]}
        if word.key in _REPLACING and before and any(at > by[0] for at in people):
            return before
    return set()


def _contrasted(words: Sequence[Word], people: set[int]) -> set[int]:
    """Return where people stand who are kept, can't come, or were taken back, unlike others."""
    back = next((at for at in range(1, len(words)) if _takes_back(words, at)), 0)
    taken_back = {at for at in people if at < back and any(other > back for other in people)}
    kept = {at for at in people if _is_kept(words, at) or _cannot_come(words, at, people)}
    return kept | taken_back


def _takes_back(words: Sequence[Word], at: int) -> bool:
    """Return whether `no, just` or the like begins here, behind a mark or a sentence's end."""
    before, behind = words[at - 1], [word.key for word in words[at + 1 : at + 3] if word.key]
    is_apart = before.kind is Kind.MARK or before.raw.endswith((".", "!", "?", "-", "–", "—"))
    return is_apart and words[at].key in NOS and bool(behind) and behind[0] in RATHERS


def _is_kept(words: Sequence[Word], at: int) -> bool:
    """Return whether somebody is to stay: `bob stays`, `bob can stay`, `keep bob`."""
    behind = [word.key for word in words[at + 1 : at + 4]]
    stays = next((n for n, key in enumerate(behind) if key in STAYS), len(behind))
    is_stay = stays < len(behind) and all(behind[:stays])
    return is_stay or (at > 0 and words[at - 1].key in KEEPS)


def _cannot_come(words: Sequence[Word], at: int, people: set[int]) -> bool:
    """Return whether somebody can't come, and others are named behind that."""
    behind = " ".join(word.key for word in words[at + 1 : at + 5])
    cant = next((each for each in CANT if f"{behind} ".startswith(f"{each} ")), "")
    end = at + 1 + len(cant.split())
    is_end = end < len(words) and words[end].kind is Kind.MARK
    return bool(cant) and is_end and any(other > end for other in people)


def _leaves_out(words: Sequence[Word], at: int) -> bool:
    leads = _ONLY_BEHIND.get(words[at].key)
    before, after = (words[each] if 0 <= each < len(words) else None for each in (at - 1, at + 1))
    if leads is None or before is None or (after and after.key in EXCEPTIONS):
        return True
    return before.kind is Kind.MARK or before.key in leads


def _whom(words: Sequence[Word], named: Mapping[int, object], start: int, behind: int) -> set[int]:
    """Return where the people stand behind an exception; nothing if there are none."""
    people: set[int] = set()
    end = behind
    while end < len(words):
        if words[end].guest or end in named:
            people.add(end)
        elif words[end].kind is not Kind.MARK and words[end].key not in _BETWEEN:
            break
        end += 1
    return {*range(start, max(people) + 1)} if people else set()
