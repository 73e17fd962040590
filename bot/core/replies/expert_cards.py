"""The cards that experts and those who ask for one press."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from bot.core.domain.commands import (
    GiveBack,
    KeepWaiting,
    MeetingReference,
    NextShift,
    PassRequest,
    Sayable,
    TakeRequest,
)
from bot.core.domain.experts import ExpertRequest
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.replies.card_inputs import note_input
from bot.core.replies.cards import answer, button, card, heading, line, plain, title
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card
from bot.core.wording.times import moment


def wanted(
    t: Language, meeting: Meeting, made: ExpertRequest, zone: tzinfo, *, direct: bool
) -> Card:
    """Return the card that asks who takes a request. It never names a guest."""
    which = MeetingReference(meeting.number)
    said = [t("Since {time}", time=plain(moment(t, made.asked, zone)))]
    if meeting.subject:
        said.insert(0, plain(meeting.subject))
    if made.note:
        said.append(t("Given back: {note}", note=plain(made.note)))
    return card(
        [heading(t("{group}: who is free?", group=plain(made.group))), *map(line, said)],
        [
            _says(t("Take it"), TakeRequest(which), "positive", direct=direct),
            _says(t("Not me"), PassRequest(which), direct=direct),
        ],
    )


def choices(t: Language, meeting: Meeting, later: str) -> Card:
    """Return what whoever asked can do if nobody has taken it.

    Args:
        t: their language.
        meeting: that nobody has taken.
        later: when the next shift begins; empty if that isn't known.
    """
    which, cancel = MeetingReference(meeting.number), f"cancel #{meeting.number}"
    then = [_says(t("Next shift ({time})", time=later), NextShift(which))] if later else []
    return card(
        [heading(title(t, meeting))],
        [
            _says(t("Keep waiting"), KeepWaiting(which), "positive"),
            *then,
            answer(t("Cancel it"), cancel, whose="", style="destructive"),
        ],
    )


def give_back(t: Language, meeting: Meeting) -> Card:
    """Return the form to give a request back, with a note."""
    back = GiveBack(MeetingReference(meeting.number))
    form = card([note_input(t, "text")], [_says(t("Give back"), back, "destructive")])
    opens = {"type": "Action.ShowCard", "title": t("Give back…"), "card": form.content}
    return card([heading(title(t, meeting))], [opens])


def still_coming(t: Language, meeting: Meeting) -> Card:
    """Return what a claimer who hasn't started can answer."""
    which = MeetingReference(meeting.number)
    return card(
        [heading(title(t, meeting))],
        [
            _says(t("I’m coming"), TakeRequest(which), "positive"),
            _says(t("Give back"), GiveBack(which)),
        ],
    )


def _says(
    words: str, command: Sayable, style: str = "default", *, direct: bool = True
) -> dict[str, Any]:
    return button(words, grammar.say(command), direct=direct, style=style)
