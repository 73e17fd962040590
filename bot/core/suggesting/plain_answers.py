"""Tells an answer that is only a value, such as `3pm please`, from a sentence around one.

Almost any words can be read into a question's sentence, so that `he can't do 4pm` would become
its hour and a part of its subject.
"""

from __future__ import annotations

import re

from bot.core.composing import evidence
from bot.core.composing.tokens import tokens
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.vocabulary.all_languages import NUMBERS
from bot.core.parsing.vocabulary.aside_words import HEDGES
from bot.core.suggesting.clearer_times import TIME_WORDS

_PHRASES = (
    *("i think", "i guess", "i'd say", "i would say", "i mean", "i meant", "i said"),
    *("let's say", "make it", "make that", "would be good", "would be great", "is good"),
    *("is fine", "is ok", "that works", "works", "works for me", "sounds good", "how about"),
    *("what about", "it is", "it's", "his address is", "her address is", "the address is"),
    *("the number is", "thank you"),
    *("ich denke", "ich glaube", "ich meine", "ich meinte", "ich würde sagen", "sagen wir"),
    *("mach es", "wäre gut", "wäre super", "ist gut", "passt", "passt gut", "wie wäre es mit"),
    *("es ist", "die adresse ist", "die nummer ist", "seine adresse ist", "ihre adresse ist"),
    *("je pense", "je crois", "je dirais", "je voulais dire", "disons", "c'est"),
    *("ce serait bien", "ça me va", "c'est bon", "son adresse est", "l'adresse est"),
    *("le numéro est", "s'il te plaît", "s'il vous plaît", "d'accord"),
    *("creo que", "diría que", "quise decir", "quería decir", "digamos", "estaría bien"),
    *("me va bien", "está bien", "qué tal", "su dirección es", "el número es", "por favor"),
    *("de acuerdo",),
)
"""What is said around a value as a whole; its words alone may say something else."""

_POLITE = frozenset(
    tokens(
        "please then okay yes yeah sure well uh hmm oh sorry thanks instead"
        " rather better sharp exactly bitte dann ja gut also na äh danke lieber"
        " besser doch genau oui bon alors euh plutôt merci mieux svp stp pile sí vale pues"
        " bueno entonces gracias mejor porfa"
    )
)
"""Words that say nothing beside a value, and are left out of it."""

_OF_VALUES = frozenset(
    tokens(
        "at on to in for from with until till by the a an about around say its address"
        " email mail number is minutes minute hours hour and both um zu bis mit für ab von"
        " der die das den dem etwa gegen ungefähr und uhr ist adresse nummer auf à au le"
        " la les l de du jusqu pour avec dès vers environ et heures heure est numéro al"
        " las los el desde hasta para con hacia sobre y hora horas es dirección correo"
        " número punto en"
    )
)
"""Words that may belong to a value."""

_NUMBERS = frozenset(tokens(" ".join(NUMBERS)))

_SAID = re.compile(rf"(?<![\w'’]){one_of(frozenset(_PHRASES))}(?![\w'’])", re.IGNORECASE)
_HEDGED = re.compile(rf"(?<![\w'’]){one_of(HEDGES)}(?![\w'’])", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{\w+\}")


def is_hedged(text: str) -> bool:
    """Return whether an answer isn't sure: `maybe 3pm`."""
    return bool(_HEDGED.search(text))


def value_in(text: str, read: SentenceParser) -> str:
    """Return the times, lengths or people of an answer that holds nothing else; else nothing.

    Args:
        text: the answer.
        read: holds the devices and the region.
    """
    said = _HEDGED.sub(" ", _SAID.sub(" ", text.replace("’", "'")))
    kept = [word for word in said.split() if not _POLITE.issuperset(tokens(word))]
    value = " ".join(kept).strip(" ,;.!-–—")
    found = evidence.find(value, (), read.devices, read.region)
    left = tokens(_PLACEHOLDER.sub(" ", found.sentence))
    is_time = "{time}" in found.sentence
    holds_one = "{" in found.sentence or any(
        each in _NUMBERS or each[:1].isdigit() for each in left
    )
    if not holds_one:
        return ""  # `and` or `on the whole` is no value
    return value if all(_is_of_value(each, is_time=is_time) for each in left) else ""


def _is_of_value(word: str, *, is_time: bool) -> bool:
    """Return whether a word may belong to a value: `lunch` does only where no time is said."""
    is_timed = word in TIME_WORDS and not is_time
    return word in _OF_VALUES | _NUMBERS or is_timed or bool(re.match(r"\d", word))
