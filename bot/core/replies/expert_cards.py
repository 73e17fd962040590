"""The cards that experts and those who ask for one press."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from bot.core.domain.commands import (
    Cancel,
    GiveBack,
    Guest,
    KeepWaiting,
    MeetingReference,
    NextShift,
    PassRequest,
    Sayable,
    TakeRequest,
)
from bot.core.domain.desks import desk_of
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.replies.card_inputs import note_input
from bot.core.replies.cards import answer, button, card, heading, line, plain, title
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import Card
from bot.core.wording.times import moment


def wanted(
    t: Language, meeting: Meeting, made: ExpertRequest, zone: tzinfo, *, direct: bool
) -> Card:
    """Return the card that asks who takes a request. It never names a guest."""
    which = MeetingReference(meeting.number)
    subject = f"#{meeting.number}: {meeting.subject}" if meeting.subject else f"#{meeting.number}"
    said = [plain(subject), t("Since {time}", time=plain(moment(t, made.asked, zone)))]
    if made.note:
        said.append(t("Given back: {note}", note=plain(made.note)))
    # Whoever called at a desk is nobody who could be asked to cancel it.
    off = [_says(t("Cancel it"), Cancel(which), "destructive", direct=direct)]
    return card(
        [heading(t("{group}: who is free?", group=plain(made.group))), *map(line, said)],
        [
            _says(t("Take it"), TakeRequest(which), "positive", direct=direct),
            _says(t("Not me"), PassRequest(which), direct=direct),
            *off * bool(desk_of(meeting)),
        ],
    )


def choices(t: Language, meeting: Meeting, group: str, later: str, *, closed: bool) -> Card:
    """Return what the requester can do if nobody has taken their request.

    Args:
        t: their language.
        meeting: the request's.
        group: who was asked.
        later: when the next shift begins; empty if that isn't known.
        closed: whether nobody is on duty any more.
    """
    which, cancel = MeetingReference(meeting.number), f"cancel #{meeting.number}"
    then = [_says(t("Next shift ({time})", time=later), NextShift(which))] if later else []
    yet = t("Nobody in {group} has taken it yet, but somebody still can.", group=plain(group))
    gone = t("Nobody in {group} has taken it, and nobody is on duty now.", group=plain(group))
    return card(
        [heading(title(t, meeting)), line(gone if closed else yet)],
        [
            *[_says(t("Keep waiting"), KeepWaiting(which), "positive")] * (not closed),
            *then,
            answer(t("Cancel it"), cancel, whose="", style="destructive"),
        ],
    )


def give_back(t: Language, meeting: Meeting, guests: Sequence[Guest]) -> Card:
    """Return whom an expert meets, with the form to give the request back, with a note.

    Args:
        t: the expert's language.
        meeting: the request's.
        guests: whom they meet; nobody for a caller at a desk.
    """
    back = GiveBack(MeetingReference(meeting.number))
    form = card([note_input(t, "text")], [_says(t("Give back"), back, "destructive")])
    opens = {"type": "Action.ShowCard", "title": t("Give back…"), "card": form.content}
    names = ", ".join(plain(each.email or each.display_name) for each in guests)
    caller = t(
        "Somebody is calling at {desk}. They’re waiting and will join now.",
        desk=plain(meeting.host_name),
    )
    met = t("You’re meeting {guests}.", guests=names) if guests else caller
    return card([heading(title(t, meeting)), line(met)], [opens])


ARE_YOU_COMING = msgid(
    "**Are you coming?** You took {meeting} and haven’t started. Your host link is above. If you"
    " don’t answer within 2 minutes, I’ll ask the others."
)


def still_coming(t: Language, meeting: Meeting) -> Card:
    """Ask an expert who hasn't started whether they are coming, with their answers."""
    which = MeetingReference(meeting.number)
    return card(
        [line(t(ARE_YOU_COMING, meeting=title(t, meeting)))],
        [
            _says(t("I’m coming"), TakeRequest(which), "positive"),
            _says(t("Give back"), GiveBack(which)),
        ],
    )


def _says(
    words: str, command: Sayable, style: str = "default", *, direct: bool = True
) -> dict[str, Any]:
    return button(words, grammar.say(command), direct=direct, style=style)
