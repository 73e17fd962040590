"""What a guest said, for their host, with a form to answer."""

from __future__ import annotations

from bot.core.domain.commands import Guest
from bot.core.domain.limits import LONGEST_TOLD
from bot.core.domain.meetings import Meeting
from bot.core.parsing.slots.slot import say_people
from bot.core.replies import cards
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card, Text, inert, lines

LONGEST = 500
"""Characters of a guest's words that are passed on."""


def guest_says(t: Language, meeting: Meeting, guest: str, words: str) -> Text:
    """Return a guest's words, which nobody but the host reads; addresses in them do nothing."""
    said = t(
        "{guest} wrote to me about {meeting}:", guest=inert(guest), meeting=numbered(t, meeting)
    )
    then = t(
        "I told them that I passed it on. To answer, press Answer, or say `tell … of #{number}: …`.",
        number=meeting.number,
    )
    return Text(lines(said, f"“{inert(words, LONGEST)}”", then))


def answer_form(t: Language, meeting: Meeting, guest: Guest) -> Card:
    """Return the button that opens a form for the answer, which says `tell`."""
    field = {
        "type": "Input.Text",
        "id": cards.TOLD,
        "label": t("Your answer"),
        "isMultiline": True,
        "maxLength": LONGEST_TOLD,
        "isRequired": True,
        "errorMessage": t("Enter your answer."),
    }
    sentence = f"tell {say_people([guest])} of #{meeting.number}:"
    form = cards.card([field], [cards.button(t("Send"), sentence, direct=True, style="positive")])
    show = {"type": "Action.ShowCard", "title": t("Answer"), "card": form.content}
    called = guest.display_name or guest.email
    return cards.card([cards.heading(cards.plain(called))], [show])
