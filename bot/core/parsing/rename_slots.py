"""The slots of `rename`: which meeting, and its new subject after a word such as `to`."""

from __future__ import annotations

from datetime import datetime

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots import Slot, Taken
from bot.core.parsing.subjects import clean, quoted
from bot.core.parsing.words import Kind, Words, joined

_TO = frozenset({"to", "as", "into", "in", "zu", "auf", "en", "à", "a", "como"})
_NUMBERED = frozenset({"number", "hash", "bare"})


def _take(words: Words, _: datetime) -> Taken | Unclear:
    """Take the words after the last `to`, or else a quotation, or the words after a number."""
    start = max((at for at, word in enumerate(words) if word.key in _TO), default=None)
    if start is None:
        start = _without_to(words)
        before, said = words[:start], words[start:]
    else:
        before, said = words[:start], words[start + 1 :]
    one = said[0].inside if len(said) == 1 and said[0].kind is Kind.QUOTED else joined(said)
    subject = clean(one)
    return ({"subject": subject}, before) if subject else Unclear("", Hint.MISSING)


def _without_to(words: Words) -> int:
    """Return where the subject begins without a word such as `to`."""
    numbers = [at for at, word in enumerate(words) if word.means in _NUMBERED]
    quotations = [at for at, word in enumerate(words) if word.kind is Kind.QUOTED]
    return quotations[-1] if quotations else numbers[-1] + 1 if numbers else 0


NEW_SUBJECT = Slot(("subject",), _take, lambda subject: f"to {quoted(subject)}")
