"""From what was said to its words: plain ones, people, quotations and separators."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from string import punctuation
from urllib.parse import unquote

from bot.core import addresses
from bot.core.commands import Guest
from bot.core.mentions import JOINERS


class Kind(Enum):
    """What a word is."""

    PLAIN = "a word"
    PERSON = "somebody, by mention or address"
    QUOTED = "a quotation"
    MARK = "a separator: comma, semicolon, end of line"
    TOLD = "words that tell one thing: a day, a duration, a number of guests"


@dataclass(slots=True)
class Word:
    """One word.

    Args:
        kind: what it is.
        raw: as written; of a person, what they are called.
        key: to compare by: one case, one width, without punctuation around it.
        gap: whether space stood before it.
        guest: of a person, who.
        inside: of a quotation, what is in it, on one line; of words that tell, as written.
        bracketed: whether the address stood in brackets, so that a name may stand before it.
        tells: of words that tell, what; see `frames`.
        value: of words that tell, in the form in which words are compared.
    """

    kind: Kind
    raw: str
    key: str
    gap: bool
    guest: Guest | None = None
    inside: str = ""
    bracketed: bool = False
    tells: str = ""
    value: str = ""


Words = Sequence[Word]

MOST_PEOPLE = 100
"""That one sentence may name."""

MOST_WORDS = 2000
"""That are read of one message. No command needs more, and more would take over 20 ms."""

_QUOTES = {'"': '"', "＂": "＂", "“": "”“", "„": "“”", "”": "”", "«": "»", "»": "«", "「": "」"}
_MARKS = ",;\n،；，、|"
_PIECE = re.compile(
    rf"""
    (?P<silent>[^\S\n]+|<@(?:all|here)>)
  | (?P<mention>
        <@person(?P<by>Id|Email):(?P<who>[^<>|\s]{{1,320}})(?:\|(?P<label>[^<>|]{{0,320}}))?>
    )
  | (?P<link>\[(?P<shown>[^][]{{0,320}})\]\(mailto:(?P<to>[^()\s]{{1,320}})\))
  | (?P<bracketed><[^<>\s]{{1,320}}>|\([^()\s]{{1,320}}\))
  | (?P<mark>[{_MARKS}])
  | (?:re|about|subject|topic):
  | [^\s<[({_MARKS}]+
  | [<[(]+(?=[<[(]) | [<[(]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MENTION = re.compile(
    r"<@person(?:Id|Email):[^<>|\s]{1,320}(?:\|(?P<label>[^<>|]{0,320}))?>", re.IGNORECASE
)
_PERSON_ID = re.compile(r"[A-Za-z0-9_=-]+")


def split(text: str) -> list[Word]:
    """Return the words of `text` in order, at most one more than `MOST_WORDS`.

    Args:
        text: of a `mentions.Said`, or a canonical sentence.
    """
    return list(islice(_words(text, _Addresses()), MOST_WORDS + 1))


def joined(words: Words) -> str:
    """Return `words` as one line, spaced as they were written."""
    return "".join(f"{' ' if word.gap else ''}{word.raw}" for word in words).strip()


def key(raw: str) -> str:
    """Return what `raw` is compared by; empty for mere punctuation and pictures."""
    if len(raw) > addresses.LONGEST_WORD:
        return "…"  # no command, and Unicode's normal form of a very long word takes long
    form = raw.casefold() if raw.isascii() else _compared(raw)
    if form[:1].isalnum() and form[-1:].isalnum():
        return form
    around = punctuation if form.isascii() else "".join({c for c in form if not c.isalnum()})
    return form.strip(around) or ("?" if "?" in form else "&" if form in {"&", "+"} else "")


def _compared(raw: str) -> str:
    form = unicodedata.normalize("NFKC", raw).replace("’", "'").casefold()
    return form.replace(JOINERS[0], "").replace(JOINERS[1], "")


class _Addresses:
    """Judges each address once, and only as many as leave time for other people's messages."""

    def __init__(self) -> None:
        self._known: dict[str, str | None] = {}
        self._effort = MOST_PEOPLE * 3 // 2

    def find(self, raw: str) -> str | None:
        if raw not in self._known and self._effort > 0:
            self._effort -= addresses.effort(raw)
            self._known[raw] = addresses.address(raw)
        return self._known.get(raw)


def _words(text: str, known: _Addresses) -> Iterator[Word]:
    at, gap, unclosed = 0, True, set[str]()
    while at < len(text):
        quotation = _quotation(text, at, unclosed) if gap else None
        if quotation:
            inside, end = quotation
            yield _quoted(text[at] + inside + text[end - 1], gap, known)
            at = end
            gap = False
            continue
        piece = _PIECE.match(text, at)
        assert piece  # noqa: S101 (every character begins some piece)
        word = _word(piece, gap, known)
        if word:
            yield word
        at, gap = piece.end(), word is None or word.kind is Kind.MARK or piece[0].endswith(":")


def _quotation(text: str, start: int, unclosed: set[str]) -> tuple[str, int] | None:
    """Return what is quoted from `start` on and where it ends; `""` inside is one quote."""
    closers = _QUOTES.get(text[start], "")
    if not closers or text[start] in unclosed:
        return None
    end = start + 1
    while end < len(text):
        if text[end] in closers and text[end + 1 : end + 2] != text[end]:
            return text[start + 1 : end].replace(text[end] * 2, text[end]), end + 1
        end += 2 if text[end] in closers else 1
    unclosed.add(text[start])
    return None


def _quoted(raw: str, gap: bool, known: _Addresses) -> Word:
    raw = _MENTION.sub(lambda found: found["label"] or "", raw)
    inside = " ".join(raw[1:-1].split())
    email = known.find(inside) if _has_at(inside) else None
    return Word(Kind.QUOTED, raw, "", gap, Guest(email=email) if email else None, inside)


def _word(piece: re.Match[str], gap: bool, known: _Addresses) -> Word | None:
    match piece.lastgroup:
        case "silent":
            return None
        case "mark":
            return Word(Kind.MARK, piece[0].strip("\n"), "", gap)
        case "mention":
            return _mentioned(piece, gap, known)
        case "link":
            return _linked(piece, gap, known)
        case group:
            return _plain(piece[0], gap, known, bracketed=group == "bracketed")


def _mentioned(piece: re.Match[str], gap: bool, known: _Addresses) -> Word | None:
    name, who = (piece["label"] or "").strip(), piece["who"]
    if piece["by"].casefold() == "email":
        email = known.find(who)
        guest = Guest(email=email, name=_human(name)) if email else None
    else:
        guest = Guest(person_id=who, name=name) if _PERSON_ID.fullmatch(who) else None
    return _person(guest, gap) if guest else Word(Kind.PLAIN, name or who, key(name or who), gap)


def _linked(piece: re.Match[str], gap: bool, known: _Addresses) -> Word:
    email = known.find(unquote(piece["to"]).partition("?")[0])
    if email is None:
        return Word(Kind.PLAIN, piece["to"], key(piece["to"]), gap)
    return _person(Guest(email=email, name=_human(piece["shown"])), gap, bracketed=True)


def _plain(raw: str, gap: bool, known: _Addresses, bracketed: bool) -> Word:
    email = known.find(raw) if _has_at(raw) else None
    if email is None:
        return Word(Kind.PLAIN, raw, key(raw), gap)
    return _person(Guest(email=email), gap, bracketed)


def _person(guest: Guest, gap: bool, bracketed: bool = False) -> Word:
    bracketed = bracketed and not guest.name
    return Word(Kind.PERSON, guest.called, "", gap, guest, bracketed=bracketed)


def _human(name: str) -> str:
    """Return `name` on one line, or nothing where it is an address in a name's place."""
    return "" if _has_at(name) else " ".join(name.split())


def _has_at(text: str) -> bool:
    return "@" in text or "＠" in text or "﹫" in text
