"""Reads what people may write freely: a meeting's subject, and a message to pass on."""

from __future__ import annotations

from itertools import pairwise

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.text.words import Kind, Word, Words, joined
from bot.core.parsing.times.time_phrases import BARE, CLOCKS
from bot.core.parsing.vocabulary.all_languages import sentence_words

_THAT = frozenset({"that", "dass", "daß", "que"})


def split_text(words: Words) -> tuple[Words, str]:
    """Return the words before the message, and the message; empty if there is none."""
    for at, word in enumerate(words):
        if word.raw.endswith((":", "：")) and word.kind is Kind.PLAIN:
            return [*words[:at], *_before_colon(word)], _text(words[at + 1 :])
        if word.key in _THAT and word.kind is Kind.PLAIN:
            return words[:at], _text(words[at + 1 :])
    return words, ""


def split_note(words: Words) -> tuple[Words, str]:
    """Return the words before a note and the note, which a comma may set apart as well."""
    own, note = split_text(words)
    comma = next((at for at, word in enumerate(own) if word.raw == ","), len(own))
    return (own[:comma], _text(own[comma + 1 :])) if not note else (own, note)


def _before_colon(word: Word) -> Words:
    return [word] if word.key else []


def _text(words: Words) -> str:
    alone = len(words) == 1 and words[0].kind is Kind.QUOTED
    return (words[0].inside if alone else joined(words)).strip(" ,")


_NOTHING = (
    sentence_words("closing")
    | sentence_words("ands")
    | frozenset({"or", "then", "asap", "urgently", "immediately", "quickly", "than", "once", "if"})
    | frozenset({"oder", "dann", "sofort", "schnell", "ou", "puis", "alors", "vite", "o", "luego"})
    | frozenset({"entonces", "ya", "with", "mit", "avec", "con", "from", "von", "when", "wenn"})
)
"""Words that alone are no subject."""

LONGEST = 200
"""The most characters of a subject; a longer one is cut after a word."""

KEYWORDS = sentence_words("about")
_ARTICLES = frozenset({"the", "a", "an", "our", "my", "your", "this", "that", "next", "last"})
_OF = sentence_words("of")
CONNECTORS = sentence_words("connectors")
COURTESIES = sentence_words("closing")
HERE = sentence_words("here")
_AND = sentence_words("ands")

_CLOSINGS = CONNECTORS | COURTESIES | {"here", "hier", "ici", "aquí", "?"}
_SIGNS = frozenset({":", "-", "–", "—"})
_PREPOSITIONS = frozenset(
    {"of", "from", "by", "for", "to", "at", "in", "on", "as", "or", "than", "like", "between"}
    | {"von", "für", "zu", "de", "du", "pour", "para", "del", "à", "a"}
)
_INVITES = CONNECTORS - _AND - {"including", "invite", "inviting"}
_WITH = frozenset({"with", "mit", "avec", "con"})
_GOES_WITH = frozenset(
    {"do", "done", "deal", "dealing", "work", "working", "talk", "talking", "speak", "speaking"}
    | {"meeting", "call", "chat", "problem", "problems", "issue", "issues", "trouble", "conflict"}
    | {"happened", "wrong", "contract", "agreement", "experience", "relationship", "going", "along"}
    | {
        "discussed",
        "agreed",
        "arranged",
        "promised",
        "planned",
        "spoken",
        "besprochen",
        "vereinbart",
    }
    | {"convenu", "discuté", "vu", "parlé", "acordado", "hablado", "comentado", "quedado"}
)
"""Words whose `with` belongs to the subject: `the trouble with alice@x.com`."""


def take(words: Words) -> tuple[str | None, Words] | Unclear:
    """Return the subject and the words around it, or a question about what may belong to it."""
    start = next((at for at, word in enumerate(words) if word.key in KEYWORDS), None)
    if start is None:
        return _take_quoted(words)
    before, after = words[:start], words[start + 1 :]
    if after and after[0].key in _OF:
        after = after[1:]  # topic is …, à propos de …
    if after and after[0].raw in _SIGNS:
        after = after[1:]  # sujet : …
    if after and after[0].kind is Kind.QUOTED:
        return clean(after[0].inside), [*before, *after[1:]]
    end = _end(after)
    doubtful = (
        _doubtful(after, end) or _doubtful_option(after, end) or _also_with(before, after[end:])
    )
    if doubtful:
        return Unclear(doubtful.raw[:100], Hint.SUBJECT)
    if says_nothing(after[:end]):
        return Unclear(joined(after[:end])[:100], Hint.WORDS)
    return clean(joined(after[:end])), [*before, *after[end:]]


def says_nothing(words: Words) -> bool:
    """Return whether words are a subject of none: `please`, `or`, `asap`."""
    said = [word.raw.casefold().strip(".,!") for word in words if word.kind is not Kind.QUOTED]
    return bool(said) and len(said) == len(words) and _NOTHING.issuperset(said)


def say(subject: str | None) -> str:
    """Return `subject` as words of a canonical sentence."""
    return f"about {quoted(subject)}" if subject else ""


def quoted(text: str) -> str:
    """Return `text` in quotes; quotes in it are doubled."""
    return '"' + text.replace('"', '""') + '"'


def clean(text: str) -> str | None:
    """Return `text` on one line, cut to `LONGEST` characters; None if it is blank."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        head, space, _ = line[:LONGEST].rpartition(" ")
        line = (head if space else line[: LONGEST - 1]).rstrip() + "…"
    return line if line.strip("\u200c\u200d ") else None


def _take_quoted(words: Words) -> tuple[str | None, Words]:
    for at, word in enumerate(words):
        if word.kind is Kind.QUOTED and not word.guest:
            return clean(word.inside), [*words[:at], *words[at + 1 :]]
    return None, words


def _end(words: Words) -> int:
    """Return how many of `words` belong to the subject."""
    end = len(words)
    while end and _may_follow(words[end - 1]):
        end -= 1
    if not end and words and words[0].means == "now":
        return 1  # about now
    while end < len(words) and not _begins_rest(words, end):
        end = max(end + 1, _past_connectors(words, end))
    return end


def _may_follow(word: Word) -> bool:
    if word.kind is Kind.PLAIN:
        return not word.key or word.key in _CLOSINGS
    return word.kind is not Kind.QUOTED


def _begins_rest(words: Words, at: int) -> bool:
    """Return whether what follows the subject begins here; the `with` of `deal with` does not."""
    word = words[at]
    if word.kind is not Kind.PLAIN:
        return True
    if word.key not in CONNECTORS:
        return bool(word.key)
    past = _past_connectors(words, at)
    return past < len(words) and words[past].kind is Kind.PERSON


def _past_connectors(words: Words, at: int) -> int:
    while at < len(words) and words[at].key in CONNECTORS:
        at += 1
    return at


def _doubtful(words: Words, end: int) -> Word | None:
    """Return the first person or time that may or may not belong to the subject."""
    if end == 1 and words[0].key.isdigit() and len(words[0].key) < 3:
        return words[0]  # about 3
    inside = next((word for word in words[:end] if _is_the_bots(word)), None)
    if not inside and end < len(words) and words[end].means in BARE:
        return words[end]  # about case 8 tonight
    if not inside and end < len(words) and words[end].means and _is_open(words[:end]):
        return words[end]
    return inside or _doubtful_guest(words, end)


_OPTIONS = frozenset({"qr", "hosts", "spare", "vertical", "in_language"})
"""What opens a meeting to others, or changes what guests read, by what a word means."""


def _doubtful_option(words: Words, end: int) -> Word | None:
    """Return what stands right behind the subject and may belong to it: `his visit here`."""
    if end == len(words):
        return None
    word = words[end]
    of_time = word.means == "until" and word.raw.casefold() == "to"
    of_length = word.means == "length" and word.raw.casefold().startswith(_OF_LENGTHS)
    is_option = word.means in _OPTIONS or word.key in HERE
    return word if is_option or of_time or of_length else None


_OF_LENGTHS = ("de ", "d'", "d’", "of ", "von ")


def _doubtful_guest(words: Words, end: int) -> Word | None:
    """Return the first person after the subject, unless a word makes them a guest.

    A phone number after a subject is never taken for a guest: it may be an order's or a patient's.
    """
    number = next((word for word in words if word.guest and word.guest.phone), None)
    first = next((at for at in range(end, len(words)) if words[at].guest), None)
    if number or first is None:
        return number
    between = words[end:first]
    keys = {word.key for word in between}
    inside = bool(end and keys) and keys <= _WITH and words[end - 1].key in _GOES_WITH
    listed = any(word.kind is Kind.MARK for word in between)
    invited = listed or keys & _INVITES or ("invite" in keys and keys & _AND)
    return words[first] if inside or not invited else None


def _also_with(before: Words, behind: Words) -> Word | None:
    """Return who stands behind `with` after a subject, if others were named before it.

    They may be a part of the subject: `meet alice@x.com about the fight with bob@x.com`.
    """
    if not any(word.guest for word in before):
        return None
    return next((one for said, one in pairwise(behind) if said.key in _WITH and one.guest), None)


def _is_the_bots(word: Word) -> bool:
    return word.kind is Kind.PERSON or word.means in CLOCKS


def _is_open(words: Words) -> bool:
    """Return whether `words` are incomplete: `the`, `a letter of`."""
    return bool(words) and words[-1].key in _ARTICLES | _PREPOSITIONS
