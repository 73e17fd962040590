"""Tells by its words what a sentence isn't meant for, however near the examples are."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.composing.evidence import Evidence
from bot.core.composing.first_verbs import speaks_of_an_end, speaks_of_removing
from bot.core.composing.tokens import negates, tokens
from bot.core.composing.told_messages import begins_to_tell
from bot.core.suggesting import duty_meant
from bot.core.suggesting.made_host import gives_meeting

_ASKS_WHO_OR_WHEN = re.compile(
    r"(?:(?:and|so|und|et|y|c['’ ]est|es)\s+)?"
    r"(?:who|whos|who['’]s|when|when['’]s|whens|where|does|did|has|is(?!\s+(?:it\s+(?:possible|ok\w*)|there\s+a\w*\s+way))|was"
    r"|wer|wann|wo|wurde|war|qui|quand|où|quién|cuándo|dónde)\b(?!.*[,.;?]\s*\w)",
    re.IGNORECASE,
)
"""How a question about a meeting begins that has no request behind it."""

_CHANGES = frozenset(
    {"cancel", "remove", "move", "undo", "meet", "add", "again", "rename", "handover", "cohost"}
    | {"extend", "tell", "on duty", "off duty"}
)
"""Commands that nobody asks for by `who …` or `when …`."""

_GROUP = re.compile(r"gr(?:o|u)u?pp?[eo]?|team|équipe|equipo", re.IGNORECASE)
_POSTER = re.compile(r"poster|plakat|aushang|affiche|cartel|code|desk", re.IGNORECASE)
"""Things that a sentence has to name for a command about them: `remove me` is about no group."""

_CANT_COME = re.compile(
    r"\b(?:can['’]?t|can ?not|won['’]?t|will not|unable to|not able to)"
    r"\s+(?:make it|come|attend|be there)"
    r"|\bkann\b.*\bnicht\b.*\bkommen\b|\bkomme\b.*\bnicht\b|\bne\s+(?:peux|pourrai|viens)\b.*\bpas\b"
    r"|\bno\s+(?:puedo|podré)\s+(?:ir|venir|asistir)\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\b(?:not|can['’]?t|nicht|pas|no)\b.*\b(?:come in(?: yet)?\W*$|rein\w*|entrer|entrar|pasar)"
    r"|\b(?:has|have|needs?|must|should) (?:to )?wait\b|\b(?:muss|soll) (?:noch )?warten\b"
    r"|\bdoit (?:attendre|patienter)\b|\b(?:tiene que|debe) esperar\b",
    re.IGNORECASE,
)
"""Who isn't to come in yet stays a guest, whose link works."""

_IS_AWAY = re.compile(
    r"\W*\{person\} (?:is|ist|est|está|sera|will be) (?:still )?"
    r"(?:out|away|off|busy|absente?|weg|unterwegs|fuera|ocupad[oa]|bis|until|till|jusqu\S*|hasta)\b"
    r"[^,;]*",
    re.IGNORECASE,
)
"""Who is away for a while is neither called now nor removed."""

_IS_A_SECRET = re.compile(
    r"\b(?:must|should|may|shall)(?: ?not|n['’]t) (?:know|learn|find out|hear)\b"
    r"|\b(?:darf|soll)\b.*\bnichts?\b.*\b(?:wissen|erfahren)\b"
    r"|\bne doi(?:t|vent) (?:pas|rien) savoir\b|\bno deben? saber\b",
    re.IGNORECASE,
)
"""What somebody must not know may be the subject of the meeting, which guests read."""


def keeps_a_secret(found: Evidence) -> bool:
    """Return whether a sentence invites somebody who is not to know something."""
    is_secret = bool(_IS_A_SECRET.search(found.text))
    return is_secret and not begins_to_tell(found.text, found.people)


_ONE_OF_TWO = re.compile(r"\{person\} (?:or|oder|ou|o) \{person\}", re.IGNORECASE)
"""Who is one of two isn't both of them."""


_TELLS = re.compile(
    r"(?:^|[,.;:]\s|\b(?:and|und|et|y)\s)\W*(?:please\s|bitte\s)?"
    r"(?:tell|inform|notify|sage?|schreibe?|informiere|dis|dites|préviens|prévenez|dile|avisa)\b"
    r"(?!.*\bab\W*$)",
    re.IGNORECASE,
)
"""Where somebody is to be told something: `… , sag das nur Alice`."""

_CLOCK = re.compile(r"\d")
"""A time of day, among the words that say when."""


def _says_off(found: Evidence) -> bool:
    """Return whether a sentence with a time of day says that something is off, or not to be."""
    return speaks_of_an_end(found.text) or negates(tokens(found.text))


_RULES: tuple[tuple[frozenset[str], Callable[[Evidence], object]], ...] = (
    (frozenset({"group"}), lambda found: not _GROUP.search(found.text)),
    (frozenset({"poster"}), lambda found: not _POSTER.search(found.text)),
    (frozenset({"handover"}), lambda found: not gives_meeting(found.text)),
    (
        frozenset({"remove"}),
        lambda found: not (found.people or speaks_of_removing(found.text)),
    ),
    (
        frozenset({"remove", "resend"}),
        lambda found: _WAITS.search(found.text) and not speaks_of_removing(found.text),
    ),
    (
        frozenset({"meet", "add", "remove", "resend", "cancel"}),
        lambda found: _IS_AWAY.fullmatch(found.sentence),
    ),
    (
        frozenset({"meet", "add", "resend", "remove", "cohost", "handover"}),
        lambda found: _ONE_OF_TWO.search(found.sentence),
    ),
    (frozenset({"cancel"}), lambda found: _CLOCK.search(found.times) and not _says_off(found)),
    (
        frozenset({"cancel"}),
        lambda found: _TELLS.search(found.text) and not speaks_of_an_end(found.text),
    ),
    (frozenset({"my link"}), lambda found: _CANT_COME.search(found.text)),
    (_CHANGES, lambda found: _ASKS_WHO_OR_WHEN.match(found.text.strip())),
)
"""Commands, and what says of a sentence that it is meant for none of them."""


def says_otherwise(command: str, found: Evidence) -> bool:
    """Return whether words of a sentence say that it isn't meant for a command."""
    if duty_meant.is_of_others(command, found):
        return True
    return any(command in commands and says(found) for commands, says in _RULES)
