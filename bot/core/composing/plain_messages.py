"""Finds how much of a message to pass on is plainly for those who are told: `tell Alice I'm late`.

Without a colon, what follows may also be how to tell it, a remark about who is told, or something
else to do: `but don't mention the surgery`, `she always pays late`, `and move it to 4`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.parsing.text.phrases import any_of, any_phrase, one_of
from bot.core.parsing.text.words import Words, split
from bot.core.parsing.unclear_requests import begins_request
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.parsing.vocabulary.aside_words import ORDERS, YOURS
from bot.core.parsing.vocabulary.language_names import LANGUAGES
from bot.core.parsing.vocabulary.verb_stems import any_form

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
_ENDS = re.compile(
    r"[.!?;,:]+\s+|\s+(?:[-–—]+|/)\s+|\s+(?=[(\[])"
    rf"|\s+(?=(?:{_BUT}|{_AND}|{_LEADS}|{_EXCEPTIONS})(?!\w))",
    re.IGNORECASE,
)
_CONNECTED = re.compile(rf"(?:(?:{_BUT}|{_AND})(?!\w)[\s,]*)+", re.IGNORECASE)
_CONNECTING = re.compile(rf"(?:[\s,;.]+(?:{_AND}|{_BUT}|actually|oh))+\s*$", re.IGNORECASE)
_BEGINS_WITH_BUT = re.compile(rf"(?:{_AND}\s+)?{_BUT}(?!\w)", re.IGNORECASE)
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
_TELLS = re.compile(_TELLING, re.IGNORECASE)
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
_ASIDE = re.compile(
    r"(?!(?:what|when|where|who|why|how|which|so|or|ok|okay|thanks|sorry|was|wann|wo|wer|warum|wie|oder"
    r"|danke|quand|où|qui|que|comment|pourquoi|ou|merci|qué|cuándo|dónde|quién|cómo|o|gracias|please"
    r"|bitte|porfa|can|could|would|will|do|are|is|kannst|können|peux|puedes)\b)"
    r"(?:[^\W\d_]{2,20}|<@[^<>]+>)\s+"
    r"(?:(?:do|can|could|would|will|are|did|have) you|please|pls|bitte|por favor"
    r"|(?:kannst|könntest|hast|bist|magst|was meinst) du|(?:peux|pourrais|veux|es|as)[- ]tu"
    r"|tu (?:peux|es|as)|puedes|podrías|quieres|estás|qué)\b",
    re.IGNORECASE,
)
"""Somebody else who is asked something: `carl do you agree`."""


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

_CORRECTS = re.compile(
    any_of(
        "no|nope|i mean|i meant|or rather|actually",
        "nein|ich meine|besser gesagt",
        "non|je veux dire|plutôt",
        "quiero decir|mejor dicho",
    )
    + r"[,\s]+(?!"
    + any_of(
        "worries|problem|prob|rush|hurry|need|stress|panic|pressure|matter|idea|show|big|later",
        "problem|stress|eile|panik|sorge",
        "souci|problème|stress|panique",
        "prisa|problema|pasa",
    )
    + r"\b)(?:\S+\s*){1,3}$",
    re.IGNORECASE,
)
"""Who, or what, was meant instead, at the end: `… no, paul`."""

_TOO = re.compile(r"\S+(?:\s\S+)?\s+(?:too|as well|auch|aussi|también)\W*$", re.IGNORECASE)
"""Somebody else who is to be told: `and carl too`."""

_CHANGES = any_form("cancels", "discards", "moves", "adds")
_REPLACING = sentence_words("replacing")
"""Verbs of further requests, in any form."""

_ANDS = sentence_words("ands")
_SHORTEST_ORDER = 3
"""Words of `and call carl`."""


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
    if re.search(r"[(\[]", clause) or _EXCEPT.search(clause):
        return True
    if denied and not _SPEAKER.match(denied["before"] or ""):
        return True
    if about.search(clause) and (of_one or not is_first):
        return True
    return not is_first and _is_order(clause)


def _is_order(clause: str) -> bool:
    """Return whether a further clause asks for something: how to tell it, or what else to do."""
    said = _CONNECTED.sub("", clause, count=1) if _CONNECTED.match(clause) else clause
    by_speaker = bool(_SPEAKER.match(said))
    if not by_speaker and (_BEGINS_WITH_BUT.match(clause) or _TELLS.search(said)):
        return True
    if not by_speaker and _CORRECTS.match(said):
        return True
    if _TAKES_BACK.match(said) or (_TOO.match(said) and not by_speaker):
        return True
    if _TO_SPEAKER.match(said):
        return False
    words = split(said)
    is_request = bool(words) and (begins_request(words, 0) or words[0].key in _REPLACING)
    is_order = _orders(split(clause))
    return is_request or is_order or bool(_ASIDE.match(said) or _CHANGES.match(said))


def _orders(words: Words) -> bool:
    """Return whether a clause behind `and` orders what isn't for whoever reads the message."""
    if len(words) < _SHORTEST_ORDER or words[0].key not in _ANDS or words[1].key not in ORDERS:
        return False
    return YOURS.isdisjoint(word.key for word in words)


def takes_back(sentence: str) -> bool:
    """Return whether a sentence takes back at its end what it says before: `… - no, wait`."""
    return any(_TAKES_BACK.match(sentence[each.end() :]) for each in _ENDS.finditer(sentence))


def leaves_out(clause: str) -> bool:
    """Return whether words say whom not to tell: `except alice`, `but don't tell bob`."""
    return bool(_EXCEPT.search(clause) or _TELLS_NOT.search(clause))


def leaves_out_somebody(message: str) -> bool:
    """Return whether a message ends with an address or a mention of who is not to be told."""
    return bool(_EXCEPT_PERSON.search(message))
