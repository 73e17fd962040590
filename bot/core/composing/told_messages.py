"""Finds the message in a sentence that asks to pass one on: `tell Alice I am late`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.core.composing.plain_messages import takes_back
from bot.core.domain.commands import Guest

_THAT = re.compile(r":\s+(.+)|\b(?:that|know|dass|que)\b[:,]?\s+(.+)", re.DOTALL | re.IGNORECASE)
VERBS = (
    r"(?:tell|inform|notify|message|let|sagen sie|sage?|informieren sie|informiere|schreibe?"
    r"|dis|dites|préviens|prévenez|informez|avisa|avísale|avisale|avísales|avise|dile|diles|informa|dire|prévenir|informer|decirle|decir"
    r"|avisar|avisarle)"
)
_POLITE = r"(?:(?:please|pls|bitte|can you|could you|por favor|stp|svp)\s+)?"
_TO = r"(?:(?:to|the|my|our|an|der|die|dem|den|à|au|aux|le|la|les|a|al|el|los|las)\s+)?"
_GROUPS = (
    r"all(?:\s+of\s+(?:them|you))?|both|everybody|everyone|them|him|her|(?:guest|patient|client|customer|other)s?"
    r"|allen?|beiden|ihnen|ihm|ihr|gästen|patient(?:in|en)?|kund(?:e|en|in)"
    r"|tous|tout le monde|lui|leur|invités|patiente|clients?|todos|pacientes?|invitados|clientes?"
)

_POLITELY = r"(?:,?\s+(?:please|pls|bitte|mal|bitte mal|stp|svp|s'il (?:te|vous) plaît|por favor))?"
_MENTION = r"<@[^<>]{1,400}>"
ADDRESS = r"[^\s@]{1,99}@[^\s@,]{1,99}|\+?\d[\d ]{2,30}\d"


def message_in(text: str, guests: Iterable[Guest]) -> str:
    """Return the message in a sentence, without whom to tell it; the whole sentence if in doubt.

    Args:
        text: the sentence.
        guests: who may be called by a name in it.
    """
    said = " ".join(text.split())
    match = _THAT.search(said)
    if match:
        return next(filter(None, match.groups()), said)
    one = rf"{_TO}(?:{_called(guests)}|{ADDRESS})"
    whom = rf"{one}(?:\s*(?:,|and|und|et|y)\s+{one})*"
    before = re.compile(rf"{_POLITE}{VERBS}\s+{whom}(?![\w@])\s*,?\s*(?=\S)", re.IGNORECASE)
    after = re.compile(rf"[,;.]?\s+{_POLITE}{VERBS}\s+{whom}[.!]?$", re.IGNORECASE)
    start = before.match(said)
    return after.sub("", said[start.end() :] if start else said) or said


def _called(guests: Iterable[Guest]) -> str:
    """Return the pattern of what stands for guests: a mention, a whole name, or a word of it."""
    known = [*guests]
    whole = [r"\s+".join(map(re.escape, each.name.split())) for each in known if each.name]
    return "|".join([_MENTION, _GROUPS, *whole, *map(re.escape, sorted(names_of(known)))])


def begins_to_tell(text: str, guests: Iterable[Guest]) -> bool:
    """Return whether a sentence begins by telling guests something: `tell everyone we close`.

    Args:
        text: the sentence.
        guests: who may be called by a name in it.
    """
    told = rf"{_POLITE}{_TELLING}\s+{_TO}(?:{_called(guests)}|{ADDRESS})(?![\w@])(?!\s+ab\b)"
    return bool(re.match(told, text.strip(), re.IGNORECASE))


_TELLING = (
    r"(?:tell|inform|notify|message|sagen sie|sage?|informieren sie|informiere|schreibe?|dis|dites"
    r"|préviens|prévenez|informez|avisa|avise|dile|diles|informa)"
)
_NO_SPEAKER = r"(?!(?:me|us|mir|uns|moi|nous|is|was|nos)\b)"
_TELL = (
    rf"{_POLITE}(?:tell|inform|notify|remind|answer|reply|respond|sag|sage|informiere|erinnere|antworte"
    r"|dis|dites|préviens|prévenez|informez|rappelle|rappelez|réponds|répondez|avisa|dile|diles"
    rf"|informa|recuerda|recuérdale|responde|contesta)\s+{_TO}{_NO_SPEAKER}"
)
_IS_FOR_SOMEBODY = re.compile(rf"{_TELL}(?:\w|<@)", re.IGNORECASE)
_IS_FOR_ONE = re.compile(
    rf"{_POLITE}(?:let\s+(?:him|her)\s+know|{_TELL}(?:him|her|ihm|ihr|lui|le)\b"
    r"|(?:dis|dites|demande|demandez)-lui\b|(?:dile|avísale|avisale|pídele)\b)",
    re.IGNORECASE,
)
_QUOTES_MAIL = re.compile(r"\b(?:wrote|writes|schrieb|a écrit|escribió)\s*:", re.IGNORECASE)


def is_for_somebody(text: str) -> bool:
    """Return whether a text asks to tell somebody something, or quotes what somebody wrote."""
    return bool(_IS_FOR_SOMEBODY.match(text.strip()) or _QUOTES_MAIL.search(text))


_NO_MESSAGE = re.compile(
    r"(?:nothing|not yet|nichts|noch nicht|rien|pas encore|nada|todavía no|aún no)\b.*"
    r"|(?:of|from|von|vom|de|du|del)\s+#\d+|ab|bescheid|(?:bitte\s+)?mit"
    rf"|(?:(?:and|but|und|aber|et|mais|y|pero)\s+)?(?:not|nicht|pas|no)\s+(?:à\s+|a\s+)?"
    rf"(?:{_MENTION}|{ADDRESS}).*",
    re.IGNORECASE,
)
"""What is no message: `nothing yet`, a meeting alone, the second part of `sag … ab`."""


def may_be_told(message: str, text: str, people: Sequence[Guest]) -> bool:
    """Return whether words of a sentence may be a message to the people who are named in it.

    A whole sentence that speaks of them is none: `alice can wait`, `carl, tell alice to come`.

    Args:
        message: the words.
        text: the sentence.
        people: who is named.
    """
    if _NO_MESSAGE.fullmatch(message) or is_for_somebody(message) or takes_back(message):
        return False
    if not people or message != " ".join(text.split()):
        return True
    who = "|".join([_MENTION, ADDRESS, *map(re.escape, names_of(people))])
    return not re.search(rf"(?<![\w@])(?:{who})(?![\w@]|\s*[,:])", message, re.IGNORECASE)


def is_for_one(text: str) -> bool:
    """Return whether a text asks to tell something to one person without a name: `tell him …`."""
    return bool(_IS_FOR_ONE.match(text.strip()))


_NAMED = re.compile(
    rf"{_POLITE}(?:{VERBS}|remind|warn|write|écris|écrivez|escribe|reply|answer|respond|antworte?|erinnere?|réponds|répondez"
    rf"|rappelle|responde|contesta)\b[:,]?\s+{_TO}{_NO_SPEAKER}"
    r"(?P<whom>[^\W\d_]{2,30})(?![\w@'’.])",
    re.IGNORECASE,
)


def addressed(text: str) -> str:
    """Return the word at which a message begins to say whom to tell; empty for none."""
    found = _NAMED.match(text.strip())
    whom = found["whom"] if found else ""
    return "" if re.fullmatch(_GROUPS, whom, re.IGNORECASE) else whom


def said_to(text: str) -> tuple[str, str]:
    """Return whom a message says to tell something, and what; nobody if it doesn't say."""
    whom, found = addressed(text), _NAMED.match(text.strip())
    if not whom or found is None:
        return "", text
    return whom, _SO.sub("", text.strip()[found.end() :]) or text


_SO = re.compile(r"^[\s,:]+(?:(?:that|dass|daß|que|de que)\s+|qu['’](?=\w))?", re.IGNORECASE)


def names_of(guests: Iterable[Guest]) -> set[str]:
    """Return the words by which guests may be called."""
    return {word for each in guests for word in _words_of(each)}


_SPEAKER = (
    r"(?:i|im|we|it|she|he|they|you|please|ich|wir|es|er|sie|bitte|je|nous|on|il|elle|ils|vous"
    r"|llego|llegaré|llegamos|voy|vamos|estoy|estamos|tengo|yo|nosotros)(?=['’\s])|j['’]"
)
EVERYBODY = (
    r"all|everybody|everyone|guests|allen?|gästen?|tous|tout le monde|invités|todos|invitados"
)
_GIVE = r"(?:gib|gebt|geben sie|richte|richten sie)"
_NOTICE = r"(?:bescheid|aus)"
_ASKED = (
    rf"(?:{_POLITE}|(?:kannst du|könntest du|können sie|peux-tu|pourrais-tu|pouvez-vous"
    r"|puedes|podrías|puede)\s+)(?:bitte\s+)?"
)
_GERMAN_IN = re.compile(
    r"(?:bitte\s+)?(?:sag|schreib|informier|gib|gebt)\w*\s.*?\bim\s", re.IGNORECASE
)
"""What names a meeting in German: `sag allen im Termin …`; there, `im` isn't `I'm`."""

_THAT_OR_SPEAKER = rf"(?:(?:that|dass|daß|que|de que)\s+|qu['’](?=\w)|(?={_SPEAKER}))"


def told_plainly(text: str, guests: Iterable[Guest]) -> tuple[str, str] | None:
    """Return whom a sentence tells something, and what, if it says so plainly.

    Args:
        text: the sentence.
        guests: who may be called by a name in it.
    """
    if _GERMAN_IN.match(text.strip()):
        return None
    names = names_of(guests)
    called = "|".join([EVERYBODY, _MENTION, *map(re.escape, sorted(names))])
    whom = rf"{_TO}(?P<whom>{called}|{ADDRESS})"
    given = rf"{_GIVE}\s+{whom.replace('whom', 'to')}\s+{_NOTICE}"
    shared = rf"teil(?:e|t|en sie)?\s+{whom.replace('whom', 'shared')}(?:\s+bitte)?\s+mit"
    around = rf"(?:let\s+{whom}\s+know|{given}|{shared})"
    verb = rf"(?:{around}|{VERBS}\s+{whom.replace('whom', 'who')})"
    found = re.fullmatch(
        rf"{_ASKED}{verb}{_POLITELY}\s*,?\s+{_THAT_OR_SPEAKER}(?P<text>.+)",
        text.strip(),
        re.IGNORECASE,
    )
    if found is None:
        return None
    return found["whom"] or found["to"] or found["shared"] or found["who"], found["text"]


def means_everybody(whom: str) -> bool:
    """Return whether a word stands for all guests."""
    return bool(re.fullmatch(EVERYBODY, whom, re.IGNORECASE))


def _words_of(guest: Guest) -> set[str]:
    account = re.sub(r"[._+0-9-]", " ", guest.email.partition("@")[0])
    return {each for each in f"{guest.name} {account}".casefold().split() if len(each) > 1}
