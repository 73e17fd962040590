"""How one asks for texts to forward: `text for alice of #12`."""

from __future__ import annotations

from datetime import datetime

from bot.core.commands import Guest, TextFor, Unclear
from bot.core.hints import Hint
from bot.core.parsing.frames import telling
from bot.core.parsing.rule import Rule
from bot.core.parsing.slots import FILLERS, Slot, Taken, people, say_people
from bot.core.parsing.subjects import clean, quoted
from bot.core.parsing.whichs import WHICH_OF
from bot.core.parsing.words import Kind, Word, Words, joined

_EVERYBODY = r"(?P<everybody>(?:all|everyone|everybody)(?:\ (?:of\ )?(?:them|(?:the\ )?guests))?)"


def _take_whom(words: Words, _: datetime) -> Taken | Unclear:
    """Take people, and names, which are looked for among the guests; `all` is nobody's name."""
    told, rest = telling(words, "everybody")
    found = people(rest)
    if isinstance(found, Unclear):
        return found
    guests, others = found
    names = () if told else tuple(_names(others))
    return {"guests": () if told else guests, "names": names}, ()


def _names(words: Words) -> list[str]:
    """Return the names that stand between separators and `and`."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.kind is Kind.MARK or word.key in FILLERS:
            parts.append([])
        elif word.key or word.kind is Kind.QUOTED:
            parts[-1].append(word)
    return [name for part in parts if part and (name := _name(part))]


def _name(words: list[Word]) -> str | None:
    alone = len(words) == 1 and words[0].kind is Kind.QUOTED
    return clean(words[0].inside if alone else joined(words))


def _say_whom(guests: tuple[Guest, ...], names: tuple[str, ...]) -> str:
    return ", ".join([say_people(guests)] * bool(guests) + [quoted(name) for name in names])


WHOM = Slot(("guests", "names"), _take_whom, _say_whom, _EVERYBODY)
TEXT_FOR = Rule(
    name="text for",
    command=TextFor,
    usage="text for GUEST/all [of MEETING]",
    does="gives you a short and a long text to forward to a guest, with a fresh link",
    examples=("text for alice@x.com", "text for alice of #12", "text for all"),
    slots=(WHOM, WHICH_OF),
    synonyms=(
        *("text", "texts", "texts for", "text to forward", "text to forward for", "sms for"),
        *("sms", "text message for", "message for", "words for"),
    ),
    unread=Hint.WHO,
)
