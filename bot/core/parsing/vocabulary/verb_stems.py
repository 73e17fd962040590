"""How verbs begin that say what a request does, whatever their form: `storn` of `storniert`."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class VerbStems:
    """The beginnings of words in one language, in lower case; any letters may follow.

    Args:
        cancels: verbs that cancel a meeting.
        discards: verbs that cancel meetings, or take something else away.
        ends: words that say that something is over.
        moves: verbs that move a meeting or make it longer.
        shortens: words for less time.
        adds: verbs that invite somebody.
        removes: words of which somebody may be a guest no longer.
    """

    cancels: tuple[str, ...]
    discards: tuple[str, ...]
    ends: tuple[str, ...]
    moves: tuple[str, ...]
    shortens: tuple[str, ...]
    adds: tuple[str, ...]
    removes: tuple[str, ...]


_LANGUAGES = (
    VerbStems(
        cancels=("cancel", "call off", "scrap", "abort"),
        discards=("delete", "drop"),
        ends=("end", "stop", "over", "done", "finish", "called off", "calling off"),
        moves=("move", "push", "shift", "postpone", "reschedule", "extend", "prolong"),
        shortens=("shorte", "less"),
        adds=(
            "add",
            "invite",
        ),
        removes=(
            "remov",
            "uninvit",
            "disinvit",
            "kick",
            "exclud",
            "delete",
            "drop",
            "take",
            "revoke",
            "wrong",
            "mistake",
            "oops",
        ),
    ),
    VerbStems(
        cancels=("storn", "cancel", "absag", "abblas"),
        discards=("streich", "lösch"),
        ends=("abgesagt", "fertig", "fällt aus"),
        moves=("verschieb", "verleg", "verläng"),
        shortens=("kürze",),
        adds=(
            "füg",
            "lade",
            "lad",
        ),
        removes=(
            "entfern",
            "lösch",
            "auslad",
            "raus",
            "nimm",
            "nehm",
            "falsch",
            "versehen",
        ),
    ),
    VerbStems(
        cancels=("annul",),
        discards=("supprim",),
        ends=("terminé", "fini"),
        moves=("décal", "déplac", "report", "repouss", "prolong"),
        shortens=("plus court", "raccourci"),
        adds=(
            "ajout",
            "invite",
        ),
        removes=(
            "retir",
            "supprim",
            "enlèv",
            "enlev",
            "mauvais",
            "tromp",
            "désinvit",
            "erreur",
        ),
    ),
    VerbStems(
        cancels=("cancel", "cancél", "anul"),
        discards=("elimin", "borra"),
        ends=("terminad",),
        moves=("mueve", "aplaza", "pospón", "alarga"),
        shortens=("más cort", "acort"),
        adds=(
            "añad",
            "agreg",
            "invit",
        ),
        removes=(
            "quit",
            "elimin",
            "saca",
            "borra",
            "equivoc",
        ),
    ),
)


def any_form(*names: str) -> re.Pattern[str]:
    """Return the pattern of whole words that begin as some of these do, in any language.

    Args:
        names: fields of `VerbStems`.
    """
    said = dict.fromkeys(
        stem for each in _LANGUAGES for name in names for stem in getattr(each, name)
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\w*", re.IGNORECASE)
