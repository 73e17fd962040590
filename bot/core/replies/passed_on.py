"""What a guest said, for their host, with a form to answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.parsing.slots.slot import say_people
from bot.core.replies.card_inputs import message_input
from bot.core.replies.cards import answer, button, card, heading, plain
from bot.core.replies.invitations import numbered
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card, Text, lines

LONGEST = 500
"""Characters of a guest's words that are passed on."""


def guest_says(t: Language, meeting: Meeting, guest: str, words: str) -> Text:
    """Return a guest's words, which nobody but the host reads; addresses in them do nothing."""
    said = t(
        "{guest} wrote to me about {meeting}:", guest=inert(guest), meeting=numbered(t, meeting)
    )
    then = t(
        "I told them that I passed it on. To answer, press Answer, or say"
        " `tell … of #{number}: …`.",
        number=meeting.number,
    )
    return Text(lines(said, f"“{inert(words, LONGEST)}”", then))


def which_host(titles: Sequence[str], words: str, choices: Sequence[str]) -> Card:
    """Return a button for each host who may be meant.

    Args:
        titles: what each host is called, and when they meet.
        words: what would be passed on.
        choices: the sentences that pass it on, in the same order.
    """
    buttons = [answer(title, said, whose="") for title, said in zip(titles, choices, strict=True)]
    return card([heading(plain(f"“{words}”"))], buttons)


def answer_form(t: Language, meeting: Meeting, guest: Guest) -> Card:
    """Return the button that opens a form for the answer, which says `tell`."""
    sentence = f"tell {say_people([guest])} of #{meeting.number}"
    send = button(t("Send"), sentence, direct=True, style="positive")
    form = card([message_input(t, "text")], [send])
    show = {"type": "Action.ShowCard", "title": t("Answer"), "card": form.content}
    called = guest.display_name or guest.email
    return card([heading(plain(called))], [show])
