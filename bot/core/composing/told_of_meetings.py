"""Finds the meeting whose guests a sentence asks to tell something: `tell all of skin we start`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.core.composing.names import OwnMeeting, subject_pattern
from bot.core.composing.told_messages import ADDRESS, EVERYBODY, VERBS, names_of
from bot.core.domain.commands import Guest

_OF = r"(?:of|from|von|vom|aus|de|du|des|del|de la|de los)"
_AT = r"(?:in|at|on|for|to|im|bei|beim|zum|zur|dans|à|au|pour|en|a|para)"
_ARTICLE = r"(?:(?:the|my|our|der|die|das|dem|den|le|la|les|l['’]|el|los|las)\s*\b)?"
_NOUN = r"(?:meeting|call|one|visit|appointment|termin|treffen|réunion|rendez-vous|cita|reunión)"
_ALL = (
    rf"(?:{EVERYBODY}|(?:the\s+|den\s+|les\s+|aux\s+|los\s+|a\s+los\s+)?"
    r"(?:guests|gästen|invités|invitados))"
)
_THAT = r"(?:\s*[:,]\s*|\s+(?:that|dass|daß|que)\s+|\s+)"
_STARTS_A_NAME = re.compile(
    r"(?!(?:it|them|us|you|this|that|these|course|my|mine|ihnen|uns|euch|eux|nous|vous|ellos)\b)"
    r"(?:the\s+|der\s+|die\s+|dem\s+)?\w+.*",
    re.IGNORECASE | re.DOTALL,
)


def _whom_of(text: str, guests: Iterable[Guest], of: str) -> re.Match[str] | None:
    """Return whom a sentence asks to tell something, and what stands behind `of`."""
    called = "|".join([ADDRESS, *map(re.escape, sorted(names_of(guests)))])
    return re.fullmatch(
        rf"{VERBS}\s+(?:to\s+|an\s+|à\s+|a\s+)?(?:(?P<all>{_ALL})|(?P<whom>{called}))"
        rf"\s+(?:who\s+are\s+|die\s+)?{of}\s+(?P<rest>.+)",
        text.strip(),
        re.IGNORECASE | re.DOTALL,
    )


def told_of_meeting(
    text: str, meetings: Sequence[OwnMeeting]
) -> tuple[OwnMeeting, str, str] | None:
    """Return the meeting that is named, whom of its guests to tell something, and what.

    Args:
        text: the sentence.
        meetings: the speaker's meetings.
    """
    for each in meetings:
        said = _whom_of(text, each.guests, rf"(?:{_OF}|{_AT})")
        subject = subject_pattern(each.subject)
        if said is None or not subject:
            continue
        named = re.fullmatch(
            rf"{_ARTICLE}{subject}(?:\s+{_NOUN})?{_THAT}(?P<message>\S.*)",
            said["rest"],
            re.IGNORECASE | re.DOTALL,
        )
        if named:
            return each, said["whom"] or "all", named["message"]
    return None


def told_of_another(text: str, guests: Iterable[Guest]) -> str:
    """Return the words behind `tell all of` that begin with a meeting's name; empty for none.

    Args:
        text: a sentence that names none of the speaker's meetings.
        guests: who may be called by a name in it.
    """
    said = _whom_of(text, guests, "(?:of|von|vom)")
    return said["rest"] if said and _STARTS_A_NAME.fullmatch(said["rest"]) else ""
