"""What a guest said, for their host."""

from __future__ import annotations

from bot.core.domain.meetings import Meeting
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, inert, lines

LONGEST = 500
"""Characters of a guest's words that are passed on."""


def guest_says(t: Language, meeting: Meeting, guest: str, words: str) -> Text:
    """Return a guest's words, which nobody but the host reads; addresses in them do nothing."""
    said = t(
        "{guest} wrote to me about {meeting}:", guest=inert(guest), meeting=numbered(t, meeting)
    )
    then = t("I told them that I passed it on. To answer, write to them directly.")
    return Text(lines(said, f"“{inert(words, LONGEST)}”", then))
