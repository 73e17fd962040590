"""Recognizes requests for later or on a condition, which can't be carried out: `cancel it if …`."""

from __future__ import annotations

import re

from bot.core.composing.told_messages import VERBS
from bot.core.parsing.text.phrases import any_of

_POLITE = r"(?:(?:please|pls|ok|bitte|kannst du|can you|could you|stp|svp|por favor)\s+)*"
_VERBS = (
    any_of(
        "cancel|extend|prolong|move|postpone|reschedule|add|invite|remove|uninvite|resend|rename",
        r"admit|hand(?:\s?over)?|start|end|close|let(?!\s+(?:me|us)\b)",
        r"sag\w*(?=.*\bab\b)|storniere?|lösche?|verschiebe?|verlängere?|füge?|lade?|lasse?|entferne?",
        "annule[zr]?|reporte[zr]?|décale[zr]?|prolonge[zr]?|ajoute[zr]?|invite[zr]|retire[zr]?",
        "laisse[zr]?|fais|faites",
        "cancela|cancele|anula|mueve|aplaza|alarga|añade|agrega|invita|quita|deja",
    )
    + r"\b"
)
_IF_IN_FRONT = "if|unless|once|as soon as|in case|wenn|falls|sobald"
_IF = any_of(
    f"{_IF_IN_FRONT}|sofern",
    "si|dès que|dès qu['’]|lorsque|au cas où",
    "cuando|en cuanto|a menos que",
)
_SAYS_WHETHER = r"(?:know|ask|see|check|wonder|tell|wissen|savoir|demande|saber|pregunta)"
_CONDITION = re.compile(
    rf"{_POLITE}{_VERBS}(?!.*\b{_SAYS_WHETHER}\b)(?!.*\b{_IF}\s+(?:possible|you can|möglich"
    rf"|necessary|needed|nötig|posible|nécessaire)\b).*\s{_IF}\s+\S.*",
    re.IGNORECASE | re.DOTALL,
)
_FIRST = re.compile(
    rf"(?:{_IF_IN_FRONT})\s+"
    r"(?!possible\b|you\b|necessary\b|needed\b|that\b|möglich|nötig|du\b|sie\s+k)"
    rf"\w+\s+\w+.*[\s,]{_VERBS}.*",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    rf"{_POLITE}(?:let|admit)\b.*\b(?:in|inside)\b.*\s(?:after|before|when|until)\s+(?!\d)[\w'’]+\s+\w.*",
    re.IGNORECASE | re.DOTALL,
)
_LATER = re.compile(
    rf"{_POLITE}(?:cancel|end|close|stop)\b.*\b(?:in|after)\s+(?:\d{{1,3}}|an?|half an|five|ten)\s*"
    r"(?:min|mins|minutes?|hours?|h)\b[.! ]*(?:please)?",
    re.IGNORECASE,
)

_AWAY = re.compile(
    rf"{_POLITE}(?:hand\s?over|cohost|co-host)\b.*\s(?:when|after|before|until)\s+(?!\d)\w+.*",
    re.IGNORECASE | re.DOTALL,
)
_SENT_LATER = re.compile(
    rf"{_POLITE}(?:resend|re-send|renvoie[zr]?|reenvía|send\b.*\bagain|schick\w*\b.*\bnochmal)\b"
    r".*\s(?:at|um|à|a las?)\s+\d{1,2}(?:[:.h]\d\d)?\s*(?:am|pm|uhr|h|heures?)?[.! ]*",
    re.IGNORECASE,
)

_TELL = (
    rf"{_POLITE}{VERBS}\s+(?:(?:to|an|à|a)\s+)?(?:<@[^<>]{{1,400}}>|[^\s,:]+)\s+"
    r"(?:(?:know|bescheid)\s+)?"
)
_WHEN = rf"(?:{_IF}|when|whenever|after|before|quand|avant|après|antes de|después de)\s"
_THEN = (
    r"(?:(?:at|before|after|on|um|vor|nach|gegen|à|avant|après|antes de|después de|a las)\s+\S*\d"
    r"|(?:tomorrow|tonight|later|morgen|später|demain|plus tard|mañana|más tarde)\b)"
)
_SPEAKER = any_of("i|we|you|it", "ich|wir|du|es", "je|nous|on|tu|vous", "yo|nosotros|usted") + r"\b"
_TOLD_WHEN = re.compile(
    rf"{_TELL}(?:{_WHEN}(?:(?!{_SPEAKER})[^\s,:;.]+\s*){{1,5}}[.!]*"
    rf"|(?:{_WHEN}|{_THEN})[^,:;]{{0,60}}?\s(?:(?:that|dass|daß|que)\s|qu['’]).*)",
    re.IGNORECASE | re.DOTALL,
)
"""`tell alice when paul is free`, `tell alice at 4pm that we start`: nothing to tell her now."""


def is_for_later(sentence: str) -> bool:
    """Return whether a sentence asks for something to be done later, or on a condition."""
    said = sentence.strip()
    forms = (_CONDITION, _FIRST, _AFTER, _LATER, _AWAY, _SENT_LATER, _TOLD_WHEN)
    return any(each.fullmatch(said) for each in forms)
