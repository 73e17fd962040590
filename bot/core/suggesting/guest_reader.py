"""Reads what guests say who can't start meetings: they want their link or their host."""

from __future__ import annotations

from bot.core.composing import evidence
from bot.core.composing.evidence import Evidence
from bot.core.domain.commands import (
    Command,
    Meetings,
    MyLink,
    Resend,
    Tell,
    TellInviter,
    Unclear,
)
from bot.core.parsing.text.phrases import any_phrase
from bot.core.suggesting import guest_questions
from bot.core.suggesting.ranking import index
from bot.core.suggesting.readings import GuestSays

NEAR = 0.3
"""How near an example has to be for a guest to be sent their own link, which harms nobody."""

CLEAR = 0.42
"""How near an example has to be for a guest's question about the bot to be answered."""

ANSWERED = frozenset({"account", "phone", "secure", "privacy", "shared link"})
"""The questions about the bot whose answers are for guests, too."""

_THEIR_LINK = frozenset({"my link", "resend me"})
_A_LINK = frozenset({"resend", "resend all"})
"""Commands by which guests ask for their own link, unless they name somebody else."""


_NOT_FOR_A_LINK = any_phrase(
    r"(?:don['’]t|can['’]t) get (?:in|there) before|lost my (?!link|invit|e-?mail|one\b)",
    r"komm(?:e|en)?\b(?=.*\bnicht\b)(?!.*\b(?:rein|hinein|reinkommen)\b)(?!.*\bin\s)|absagen",
    r"n['’](?:arrive|entre) pas (?:avant|à)",
    "no (?:llego|entro) (?:antes|hasta)",
)
"""What a guest says who comes late or not at all, though the words are near to those of a link."""


def read_guest(command: Command, sentence: str) -> Command | GuestSays:
    """Return what a guest says: a command, a request for their link, or words for their host.

    Args:
        command: that the grammar found.
        sentence: all that was said.
    """
    if isinstance(command, TellInviter):
        return GuestSays(command.text, command.which.number)
    if isinstance(command, Tell) and command.which.number is not None:
        return GuestSays(command.text, command.which.number)
    if isinstance(command, MyLink) or not sentence:
        return command
    if isinstance(command, Resend):
        return GuestSays() if command.guests else MyLink()
    found = evidence.find(sentence, ())
    asks = guest_questions.WHEN if isinstance(command, Meetings) else guest_questions.asked(found)
    if asks:
        return GuestSays(asks=asks)
    return _nearest(found) if isinstance(command, Unclear) else command


def _nearest(found: Evidence) -> MyLink | GuestSays:
    """Return what the nearest examples mean."""
    if _NOT_FOR_A_LINK.search(found.text):
        return GuestSays()
    scored = index().commands(found.sentence)
    likely = dict(scored)
    asked, score = scored[0] if scored else ("", 0.0)
    asks = asked.removeprefix("? ")
    if score >= CLEAR and asks != asked and asks in ANSWERED:
        return GuestSays(asks=asks)
    of_link = _THEIR_LINK if found.people else _THEIR_LINK | _A_LINK
    link = max(likely.get(each, 0.0) for each in of_link)
    words = max(likely.get(each, 0.0) for each in ("tell", "cancel"))
    return MyLink() if link >= NEAR and link > words else GuestSays()
