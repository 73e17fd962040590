"""Finds how much of a message to pass on is plainly for those who are told: `tell Alice I'm late`.

Without a colon, what follows may also be how to tell it, a remark about who is told, or something
else to do: `but don't mention the surgery`, `she always pays late`, `and move it to 4`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.composing.reader_phrases import FOR_READER
from bot.core.parsing.text.phrases import any_of, any_phrase, one_of
from bot.core.parsing.vocabulary.language_names import LANGUAGES

_BUT = any_of("but|only|just", "aber|nur|bloß", "mais|seulement|juste", "pero|solo|sólo|sino")
_AND = any_of("and|then|so|please|pls", "und|dann|bitte", "et|puis|alors", "y|e|luego")
_LEADS = any_of(
    "without|if|when|once|unless|don['’]?t|do not",
    "ohne|wenn|falls|sobald",
    "sans|si|quand|dès que",
    "sin|cuando|salvo que",
)
_EXCEPTIONS = any_of(
    "except|excluding|apart from|other than|not to|not for",
    "außer|ausser|ausgenommen|bis auf|nicht an|nicht für",
    "sauf|excepté|hormis|à part|pas à|pas pour",
    "excepto|salvo|menos a|menos para|no a|aparte de",
)
_EXCEPT = any_phrase(_EXCEPTIONS)
_EXCEPT_PERSON = re.compile(rf"\b{_EXCEPTIONS}\s+(?:<@|\S+@\S)", re.IGNORECASE)
_HESITATES = r"(?:h+m+|u+h+m*|umm+|oops|ups|ä+h+m*|öh+|ehm|e+uh)"
_RATHER = any_of(
    "i mean|i meant|or rather",
    "ich meine|besser gesagt",
    "je veux dire",
    "quiero decir|mejor dicho",
)
_ENDS = re.compile(
    r"[.!?;,:]+\s+|\s+(?:[-–—]+|/)\s+|\s+(?=[(\[])|\s+(?=(?:or|oder|ou|o)\s+[^\d\s])"
    rf"|\s+(?=(?:{_BUT}|{_AND}|{_LEADS}|{_EXCEPTIONS}|{_HESITATES}|{_RATHER})(?!\w))"
    r"|\s+(?=(?:no|nein|nee|non)\W*$)",
    re.IGNORECASE,
)
_CONNECTED = re.compile(rf"(?:(?:{_BUT}|{_AND})(?!\w)[\s,]*)+", re.IGNORECASE)
_CONNECTING = re.compile(
    rf"(?:[\s,;.]+(?:{_AND}|{_BUT}|actually|oh|sorry|pardon|perdón))+[\s,;.]*$", re.IGNORECASE
)
_SPEAKER = re.compile(
    any_of(
        r"i|i['’](?:m|ll|ve|d)|im|we|we['’](?:re|ll|ve|d)|you|you['’](?:re|ll|ve)|it|it['’]s|there|my"
        r"|our|your|the|will|am|are|still|on my way|coming|running",
        "ich|wir|du|ihr|es|das|der|die|dein|mein|meine|unser|unsere|bin|komme|kommen|Sie",
        r"je|j['’]\w+|nous|on|tu|vous|ce|c['’]est|mon|ma|notre|votre|le|la|les|arrive|arrivons",
        "yo|nosotros|usted|ustedes|tú|voy|vamos|llego|llegamos|llegaré|estoy|estamos|mi|nuestro|el"
        "|los|las|ya|tengo|tenemos|me|nos",
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
_TELLING = (
    r"\b"
    + any_of(
        "mention(?:ing)?|tell(?:ing)?|say(?:ing)?|show(?:ing)?|reveal(?:ing)?|discuss(?:ing)?"
        "|disclose|forward|speak|talk|let slip",
        r"sagt?|sage|sagen|erwähn\w*|erzähl\w*|verrat\w*|verrät|zeig\w*|sprich|sprecht|verschweig\w*",
        r"dis|dites|dire|parle[zr]?|mentionne[zr]?|montre[zr]?|révèle[zr]?|raconte[zr]?|évoque[zr]?",
        r"dig(?:as|a|an|áis)|decir\w*|dile|dígale|mencion\w+|mues?tr\w+|enseñ\w+|habl(?:es|e|ar)"
        r"|cuent\w+|coment\w+|revel\w+",
    )
    + r"\b(?!(?:\s+|-)(?:me|us|mir|uns|moi|nous|nos)\b)"
)
_TELLS_NOT = re.compile(
    r"(?P<before>\S+\s+)?\b(?:don['’]?t|do not|never|not|nichts?|kein\w*|nie|ne|n['’]|no|nunca)"
    rf"\s*(?:\S+\s+){{0,3}}?{_TELLING}",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:(?i:she|he|her|him|hers|his|herself|himself)|(?i:er|ihm|ihn)|sie|ihr"
    r"|(?i:elle|lui|il(?!\s+(?:y a|faut|est \d|pleut|neige))|ella|él|no le"
    r"|(?i:poor (?:thing|soul|girl|guy|man|woman)|(?:die|der) arme|la pauvre|le pauvre|la pobre"
    r"|el pobre)))\b(?!['’]?\s*@)"
)
"""Who is told, spoken of to somebody else; `Sie` and `Ihr` speak to them."""

_THEY = re.compile(
    r"\b(?:(?i:they|them|their)|ihnen|sie|(?i:ils|elles|eux|leur|ellos|ellas|no les))\b"
)
_TAKES_BACK = re.compile(
    any_of(
        r"(?:actually|oh|wait|no|nope)[,\s]+(?:no|don['’]?t|wait|not)|no|never ?mind|forget it"
        r"|scratch that|not yet|don['’]?t|do not|no,? wait,? (?:no|don['’]?t|do not)"
        r"|(?:(?:actually|oh|no)[,\s]+){0,2}(?:leave it|keep it|(?:just )?kidding|joking)",
        r"(?:ach|nein|doch|moment)[,\s]+(?:nein|doch|nicht|lieber nicht)|lieber nicht|vergiss es",
        r"nein|(?:en fait|non|attends)[,\s]+(?:non|pas|attends)|laisse tomber|surtout pas|non",
        r"(?:mejor|espera|no)[,\s]+(?:no|espera)|olvídalo|todavía no",
    )
    + r"\W*(?=$)",
    re.IGNORECASE,
)
_HOW_TOLD = re.compile(
    rf",?\s+(?:(?:in|auf|en)\s+{one_of(LANGUAGES)}"
    r"|(?:by|via|per|par|por)\s+(?:text|sms|e-?mail|mail|webex|phone|telefon|courriel|correo))\W*$",
    re.IGNORECASE,
)
"""In what language, or by what way, at the end: `in French`, `by text`."""

_TO_SPEAKER = re.compile(
    r"(?:\w+(?:\s+|-)(?:me|us|mir|uns|moi|nous)|(?:di|dí|aví[sz]a|manda|envía|llama)(?:me|nos))\b",
    re.IGNORECASE,
)
"""What those who are told are asked to do for whoever tells it: `please tell me`."""


def plain_part(message: str, *, of_one: bool) -> str:
    """Return the beginning of a message that is plainly for those who are told; all if it is.

    Args:
        message: what to tell, as it follows whom to tell.
        of_one: whether one person is told.
    """
    for at, start, clause in _clauses(message):
        if _is_beside(clause, of_one=of_one, is_first=at == 0):
            return _CONNECTING.sub("", message[:start]).rstrip(" ,;:./-–—")
    return _HOW_TOLD.sub("", message)


def _clauses(message: str) -> Iterator[tuple[int, int, str]]:
    """Yield the clauses of a message, with their places."""
    starts = [0, *(each.end() for each in _ENDS.finditer(message))]
    ends = [*starts[1:], len(message)]
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        yield at, start, message[start:end]


def _is_beside(clause: str, *, of_one: bool, is_first: bool) -> bool:
    """Return whether a clause is, or may be, for whoever passes the message on."""
    about = _ONE if of_one else _THEY
    denied = _TELLS_NOT.search(clause)
    if re.search(r"[(\[]|<@|\S@\S", clause) or _EXCEPT.search(clause):
        return True
    if denied and not _SPEAKER.match(denied["before"] or ""):
        return True
    if about.search(clause) and (of_one or not is_first):
        return True
    return bool(_TAKES_BACK.match(clause)) if is_first else not _is_for_reader(clause)


def _is_for_reader(clause: str) -> bool:
    """Return whether a further clause can only be for those who are told."""
    said = _CONNECTED.sub("", clause, count=1) if _CONNECTED.match(clause) else clause
    return bool(FOR_READER.match(said) or _TO_SPEAKER.match(said))


def takes_back(sentence: str) -> bool:
    """Return whether a sentence takes back at its end what it says before: `… - no, wait`."""
    return any(_TAKES_BACK.match(sentence[each.end() :]) for each in _ENDS.finditer(sentence))


def leaves_out(clause: str) -> bool:
    """Return whether words say whom not to tell: `except alice`, `but don't tell bob`."""
    return bool(_EXCEPT.search(clause) or _TELLS_NOT.search(clause))


def leaves_out_somebody(message: str) -> bool:
    """Return whether a message ends with an address or a mention of who is not to be told."""
    return bool(_EXCEPT_PERSON.search(message))
