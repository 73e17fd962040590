"""Splits sentences into words to compare: without case, accents or verb endings."""

from __future__ import annotations

import re
import unicodedata

NOT = "not"
"""The word that replaces every negation, in each language."""

_CONTRACTED = re.compile(r"n['’`]t\b")
_WORD = re.compile(r"\{\w+\}|\w+|\+")
_NEGATIONS = frozenset(
    {"not", "never", "dont", "doesnt", "didnt", "wont", "isnt", "without"}
    | {"nicht", "nichts", "kein", "keine", "keinen", "keinem", "keiner", "nie", "niemals", "ohne"}
    | {"pas", "jamais", "sans", "rien", "nunca", "sin", "nada", "jamas", "tampoco"}
    | {"non", "senza", "nao", "niet", "geen"}
)
_SPELLED = {
    "cannot": "can not", "cant": "can not", "couldnt": "could not", "won not": "will not",
    "ca not": "can not", "u": "you", "pls": "please", "plz": "please", "ok": "okay",
    "mtg": "meeting", "tmrw": "tomorrow", "w": "with", "im": "i m", "ill": "i ll",
    "thx": "thanks", "canceled": "cancelled", "hasnt": "has not", "havent": "have not",
    "isnt": "is not", "doesnt": "does not", "didnt": "did not", "dont": "do not",
    "wont": "will not", "wasnt": "was not", "arent": "are not",
    "bjr": "bonjour", "slt": "salut", "pq": "pourquoi", "pk": "pourquoi", "pr": "pour",
    "pa": "para", "bcp": "beaucoup", "tt": "tout", "ajd": "aujourd hui", "dmain": "demain",
    "qd": "quand", "xfa": "por favor", "xfavor": "por favor", "porfi": "por favor",
    "tmb": "tambien", "tmbn": "tambien", "xq": "por que", "q": "que", "mnn": "manana",
    "mnna": "manana", "bzgl": "bezuglich", "vllt": "vielleicht",
}  # fmt: skip


def tokens(text: str) -> list[str]:
    """Return the words of `text` in a form that compares well."""
    plain = _CONTRACTED.sub(" not", _without_accents(text.casefold()))
    words = _WORD.findall(plain)
    spelled = " ".join(_SPELLED.get(word, word) for word in words)
    spelled = spelled.replace("wo not", "will not").replace("ca not", "can not")
    return [NOT if word in _NEGATIONS else word for word in spelled.split()]


def negates(words: list[str]) -> bool:
    """Return whether these words contain a negation."""
    return NOT in words


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(char for char in apart if not unicodedata.combining(char))
