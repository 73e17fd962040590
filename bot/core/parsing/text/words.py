"""Splits a message into words: plain words, people, quotations and separators."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from string import punctuation
from urllib.parse import unquote

from bot.core.domain.commands import Guest
from bot.core.parsing.text import addresses
from bot.core.parsing.text.mentions import JOINERS


def key(raw: str) -> str:
    """Return the form of `raw` to compare; empty for punctuation and emoji."""
    if len(raw) > addresses.LONGEST_WORD:
        return "…"  # no command is that long, and normalizing a very long word is slow
    form = raw.casefold() if raw.isascii() else _compared(raw)
    if form[:1].isalnum() and form[-1:].isalnum():
        return form
    around = punctuation if form.isascii() else "".join({c for c in form if not c.isalnum()})
    return form.strip(around) or ("?" if "?" in form else "&" if form in {"&", "+"} else "")


_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}


def _compared(raw: str) -> str:
    if not _FRACTIONS.keys().isdisjoint(raw):
        raw = re.sub("[½¼¾]", _decimal, raw)
    form = unicodedata.normalize("NFKC", raw).replace("’", "'").casefold()
    return form.replace(JOINERS[0], "").replace(JOINERS[1], "")


def _decimal(found: re.Match[str]) -> str:
    before = found.string[: found.start()][-1:]
    return _FRACTIONS[found[0]] if before.isdigit() else f"0{_FRACTIONS[found[0]]}"


class Keys(dict[str, str]):
    """The keys of words, each computed once."""

    def __missing__(self, raw: str) -> str:
        found = self[raw] = key(raw)
        return found


class Kind(Enum):
    """The kind of a word."""

    PLAIN = "a word"
    PERSON = "a person, by mention, address or number"
    QUOTED = "a quotation"
    MARK = "a separator: comma, semicolon, end of line"
    PHRASE = "several words with one meaning: a date, a duration, a number of guests"


@dataclass(slots=True)
class Word:
    """One word.

    Args:
        kind: the kind of word.
        raw: the word as written; for a person, their name, address or number.
        key: the form to compare: in lower case and one width, without surrounding punctuation.
        gap: whether white space precedes it.
        guest: the person, if it is one.
        inside: the text of a quotation, on one line; the text of a phrase as written.
        bracketed: whether the address was in brackets, so that a name may precede it.
        means: the kind of phrase, see `phrases`.
        value: the text of a phrase in the form of keys.
    """

    kind: Kind
    raw: str
    key: str
    gap: bool
    guest: Guest | None = None
    inside: str = ""
    bracketed: bool = False
    means: str = ""
    value: str = ""


Words = Sequence[Word]

MOST_PEOPLE = 100
"""The most people in one sentence."""

MOST_WORDS = 1500
"""The most words of a message to read: people write fewer, and more would take too long."""

_QUOTES = {'"': '"', "＂": "＂", "“": "”“", "„": "“”", "”": "”", "«": "»", "»": "«", "「": "」"}
_MARKS = ",;\n،；，、|"
_LEAD = "(?i:re|about|subject|topic|agenda|title|betreff|thema|objet|sujet|asunto|tema):"
_PIECE = re.compile(
    rf"""
    (?P<ordinary>(?!{_LEAD})[^\s<[({_MARKS}@＠﹫]++)[^\S\n]++  # most words, so looked for first
  | (?P<decimal>\d{{1,2}},\d{{1,2}}(?=[ ]?(?i:h|std|stunde))[^\s<[({_MARKS}@＠﹫]*+)
  | (?P<silent>[^\S\n]+|<@(?i:all|here)>)
  | (?P<mention>
        <@(?i:person(?P<by>Id|Email)):(?P<who>[^<>|\s]{{1,320}})(?:\|(?P<label>[^<>|]{{0,320}}))?>
    )
  | (?P<link>\[(?P<shown>[^][]{{0,320}})\]\((?i:mailto):(?P<to>[^()\s]{{1,320}})\))
  | (?P<bracketed><[^<>\s]{{1,320}}>|\([^()\s]{{1,320}}\))
  | (?P<mark>[{_MARKS}])
  | {_LEAD}
  | [^\s<[({_MARKS}]+
  | [<[(]+(?=[<[(]) | [<[(]
    """,
    re.VERBOSE,
)
_MENTION = re.compile(
    r"<@person(?:Id|Email):[^<>|\s]{1,320}(?:\|(?P<label>[^<>|]{0,320}))?>", re.IGNORECASE
)
_PERSON_ID = re.compile(r"[A-Za-z0-9_=-]+")


def split(text: str) -> list[Word]:
    """Return the words of `text`, at most one more than `MOST_WORDS`."""
    return list(islice(_words(text, _Known()), MOST_WORDS + 1))


def is_capital_a(word: Word) -> bool:
    """Return whether a word is a capital A, as in `cancel A`: a subject, and no article."""
    return word.key == "a" and word.raw.isupper()


def joined(words: Words) -> str:
    """Join `words` on one line, spaced as they were written."""
    return "".join(f"{' ' if word.gap else ''}{word.raw}" for word in words).strip()


class _Known:
    """Caches keys and addresses, and stops checking addresses when a message has too many."""

    def __init__(self) -> None:
        self.keys = Keys()
        self._emails: dict[str, str | None] = {}
        self._effort = MOST_PEOPLE * addresses.PLAIN

    def email(self, raw: str) -> str | None:
        if not addresses.has_at(raw):
            return None
        written = raw.strip("<>()")  # mail programs write an address twice: a@x.com <a@x.com>
        if written not in self._emails and self._effort > 0 and len(self._emails) < MOST_PEOPLE:
            self._effort -= addresses.effort(written)
            self._emails[written] = addresses.address(written)
        return self._emails.get(written)


def _words(text: str, known: _Known) -> Iterator[Word]:
    at, gap, unclosed = 0, True, set[str]()
    while at < len(text):
        quotation = _quotation(text, at, unclosed) if gap and text[at] in _QUOTES else None
        if quotation:
            inside, end = quotation
            yield _quoted(text[at] + inside + text[end - 1], gap, known)
            at = end
            gap = False
            continue
        piece = _PIECE.match(text, at)
        assert piece  # noqa: S101 - every character begins some piece
        at = piece.end()
        ordinary = piece["ordinary"]
        if ordinary:
            yield Word(Kind.PLAIN, ordinary, known.keys[ordinary], gap)
            gap = True
            continue
        word = _word(piece, gap, known)
        if word:
            yield word
        if word and word.guest and _asks(piece):
            yield Word(Kind.PLAIN, "?", "?", gap=False)
        elif word and word.guest and piece[0].endswith((":", "：")):
            yield Word(Kind.PLAIN, ":", "", gap=False)
        gap = word is None or word.kind is Kind.MARK or piece[0].endswith(":")


def _asks(piece: re.Match[str]) -> bool:
    """Return whether a question mark ends an address: `bob@x.com?`."""
    written = piece[0] if piece.lastgroup in {None, "bracketed"} else ""
    return written.rstrip(">)\"'*_.!").endswith(("?", "？"))


def _quotation(text: str, start: int, unclosed: set[str]) -> tuple[str, int] | None:
    """Return the text quoted from `start` on and its end; a doubled quote stands for one."""
    closers = _QUOTES[text[start]]
    if text[start] in unclosed:
        return None
    end = start + 1
    while end < len(text):
        if text[end] in closers and text[end + 1 : end + 2] != text[end]:
            return text[start + 1 : end].replace(text[end] * 2, text[end]), end + 1
        end += 2 if text[end] in closers else 1
    unclosed.add(text[start])
    return None


def _quoted(raw: str, gap: bool, known: _Known) -> Word:
    raw = _MENTION.sub(lambda found: found["label"] or "", raw)
    inside = " ".join(raw[1:-1].split())
    email = known.email(inside)
    return Word(Kind.QUOTED, raw, "", gap, Guest(email=email) if email else None, inside)


def _word(piece: re.Match[str], gap: bool, known: _Known) -> Word | None:
    match piece.lastgroup:
        case None | "bracketed" | "decimal" as group:
            return _plain(piece[0], gap, known, bracketed=group == "bracketed")
        case "silent":
            return None
        case "mark":
            return Word(Kind.MARK, piece[0].strip("\n"), "", gap)
        case "mention":
            return _mentioned(piece, gap, known)
        case _:
            return _linked(piece, gap, known)


def _mentioned(piece: re.Match[str], gap: bool, known: _Known) -> Word | None:
    name, who = (piece["label"] or "").strip(), piece["who"]
    if piece["by"].casefold() == "email":
        email = known.email(who)
        guest = Guest(email=email, name=_human(name)) if email else None
    else:
        guest = Guest(person_id=who, name=name) if _PERSON_ID.fullmatch(who) else None
    return _person(guest, gap) if guest else _nobody(name or who, gap, known)


def _linked(piece: re.Match[str], gap: bool, known: _Known) -> Word:
    email = known.email(unquote(piece["to"]).partition("?")[0])
    if email is None:
        return _nobody(piece["to"], gap, known)
    return _person(Guest(email=email, name=_human(piece["shown"])), gap, bracketed=True)


def _plain(raw: str, gap: bool, known: _Known, bracketed: bool) -> Word:
    email = known.email(raw)
    if email is None:
        return _nobody(raw, gap, known)
    return _person(Guest(email=email), gap, bracketed)


def _nobody(raw: str, gap: bool, known: _Known) -> Word:
    return Word(Kind.PLAIN, raw, known.keys[raw], gap)


def _person(guest: Guest, gap: bool, bracketed: bool = False) -> Word:
    bracketed = bracketed and not guest.name
    return Word(Kind.PERSON, guest.display_name, "", gap, guest, bracketed=bracketed)


def _human(name: str) -> str:
    """Return `name` on one line, or nothing if it is an address."""
    return "" if addresses.has_at(name) else " ".join(name.split())
