"""Tells by its words whether somebody is to be host in the speaker's place, or beside them."""

from __future__ import annotations

import re

from bot.core.composing.evidence import Evidence
from bot.core.composing.tokens import tokens

HOSTS = frozenset(
    {"host", "hosts", "cohost", "hosting", "gastgeber", "leiter", "mitgastgeber", "hote", "cohote"}
    | {"animateur", "coanimateur", "organisateur", "anfitrion", "coanfitrion", "organizador"}
    | {"hotesse", "animatrice", "organisatrice", "gastgeberin", "anfitriona", "organizadora"}
)
_TOO = frozenset(
    tokens("too also well both auch ebenfalls zusätzlich aussi également también además")
)
_INSTEAD = frozenset(
    tokens("instead over place change switch new transfer statt stelle anstatt neue neuer neuen")
    + tokens("übernimmt übernehmen übergib nouvel nouveau remplace lugar vez nuevo nueva")
)

_GIVES = re.compile(
    r"\b(?:hand|giv|pass|transfer|tak|took|over|host|cohost|run|lead|chair|cover|replac|swap|leav"
    r"|continu|carr|finish|step|stand|fill|moderat|turn|instead|place|assign|deleg|off\b|go\b|gone"
    r"|über|überg|geb|gib|gastgeb|leit|mach|vertr|spring|weiter|statt|stell|lass|soll|muss"
    r"|donn|laiss|confi|cède|repren|prend|relai|main\b|suite|hôte|anim|remplac|poursui|occup|charge"
    r"|pas|entreg|ced|traspas|dej|dal|anfitri|dirig|encarg|relev|sustit|reemplaz|lugar|cargo|sig)",
    re.IGNORECASE,
)
"""How words begin by which a host gives a meeting to somebody."""


def gives_meeting(text: str) -> bool:
    """Return whether a sentence says anywhere that somebody else is to have the meeting."""
    return bool(_GIVES.search(text))


def commands_meant(command: str, found: Evidence) -> tuple[str, ...]:
    """Return what a command that makes somebody host may mean by the words of the sentence.

    `Anna is the host` doesn't say whether the speaker stays one, too.
    """
    words = set(tokens(found.sentence))
    if command not in ("handover", "cohost") or not HOSTS & words:
        return (command,)
    if _TOO & words:
        return ("cohost",)
    is_open = command == "handover" and not _INSTEAD & words
    return ("handover", "cohost") if is_open else (command,)
