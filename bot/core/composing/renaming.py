"""Finds the subject in a sentence that gives a meeting another one: `name it the budget`."""

from __future__ import annotations

import re

from bot.core.composing.tokens import tokens
from bot.core.parsing.vocabulary.all_languages import sentence_words

_THE = r"(?:the|this|our|my|das|den|dem|die|unser|mein|la|le|l['’]|cette|notre|ma|el|esta|mi)"
_MEETING = (
    rf"(?:{_THE}\s*)?(?:meeting|call|visit|treffen|termin|besprechung|réunion|rdv|reunión|cita)"
)
_IT = rf"(?:it|this|that|es|ihn|ça|{_MEETING})"
_SUBJECT = (
    rf"(?:{_THE}\s*)?(?:topic|subject|title|name|thema|betreff|titel|namen?|sujet|titre|nom|objet"
    r"|tema|asunto|título|nombre)"
    rf"(?:\s+(?:of|von|vom|de|del|des)\s+{_MEETING})?"
)
_RENAMES = re.compile(
    r"(?:please\s+|pls\s+|bitte\s+)?(?:"
    rf"(?:name|title)\s+{_IT}(?:\s+as)?"
    rf"|(?:change|set|switch)\s+{_SUBJECT}\s+to"
    rf"|benenne?\s+{_IT}\s+um\s+(?:in|zu|auf)|nenne?\s+{_IT}(?:\s+um\s+in)?"
    rf"|(?:ändere?|setze?)\s+{_SUBJECT}\s+(?:auf|in|zu)"
    rf"|renomme[rz]?\s+{_IT}\s+en"
    rf"|(?:change[rz]?|mets|mettez)\s+{_SUBJECT}\s+(?:en|à|par|pour)"
    rf"|renombra\s+(?:a\s+)?{_IT}\s+(?:a|como)|renómbral[ao]\s+(?:a|como)"
    rf"|(?:cambia|pon)\s+{_SUBJECT}\s+(?:a|por|en)"
    rf"|(?:(?:the|le|el|la|der|die|das)\s+)?(?:new|neue[rs]?|nouveau|nuevo)\s+{_SUBJECT}"
    rf"(?:\s+(?:for|für|pour|para)\s+(?:{_MEETING}|#(?P<number>\d{{1,9}})))?"
    r"\s*:"
    r")\s*:?\s+(?P<subject>\S.*?)(?:,?\s+(?:please|pls|bitte|stp|svp|por favor))?[.!]?",
    re.IGNORECASE,
)

_OF_A_NAME = frozenset(tokens(" ".join(sentence_words("manners")) + " possible posible then dann"))
"""Words that may be the end of a name as well as a polite one: `rename it to Offer urgent`."""


def leaves_out_of_name(sentence: str, plain: str) -> bool:
    """Return whether a sentence without its polite words lacks some that a name may end with."""
    _, _, behind = sentence.partition(plain)
    return not _OF_A_NAME.isdisjoint(tokens(behind))


def new_subject(text: str) -> str:
    """Return the subject that a sentence gives to the meeting; empty for none."""
    found = _RENAMES.fullmatch(text.strip())
    return found["subject"] if found else ""


def meeting_renamed(text: str) -> str:
    """Return the number of the meeting that such a sentence names; empty for none."""
    found = _RENAMES.fullmatch(text.strip())
    return found["number"] or "" if found else ""
