"""What experts are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.domain.commands import Guest
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meetings import Meeting
from bot.core.replies.delivery_outcomes import name
from bot.core.replies.expert_cards import ARE_YOU_COMING
from bot.core.replies.invitations import numbered
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text
from bot.core.wording.times import moment


def wanted(t: Language, group: str) -> Text:
    """Return what stands above the card, for notifications."""
    return Text(t("**{group}:** an expert is needed.", group=inert(group)))


def taken_here(t: Language, meeting: Meeting, who: str, at: datetime, zone: tzinfo) -> Text:
    """Return what stands where the card was."""
    words = {"person": inert(who), "meeting": f"#{meeting.number}", "time": moment(t, at, zone)}
    return Text(t("{person} took {meeting} at {time}.", **words))


def closed_here(t: Language, meeting: Meeting) -> Text:
    """Return what stands where the card of a cancelled request was."""
    return Text(t("#{number} was cancelled. There is nothing left to do.", number=meeting.number))


def was_first(t: Language, meeting: Meeting, who: str, at: datetime, zone: tzinfo) -> Text:
    """Return who was first."""
    words = {"person": inert(who), "meeting": f"#{meeting.number}", "time": moment(t, at, zone)}
    return Text(
        t(
            "{person} was first and took {meeting} at {time}. There is nothing left to do.",
            **words,
        )
    )


def yours_already(t: Language, meeting: Meeting) -> Text:
    """Confirm to an expert that a request is theirs."""
    return Text(
        t(
            "OK, {meeting} is yours. For a fresh host link, say `resend me of #{number}`.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def given_back(t: Language, meeting: Meeting) -> Text:
    """Confirm to an expert that they gave a request back."""
    return Text(t("OK, I’m asking the others to take {meeting}.", meeting=numbered(t, meeting)))


def not_taken_by_you(t: Language, meeting: Meeting) -> Text:
    """Tell somebody that they have nothing to give back."""
    return Text(
        t(
            "You haven’t taken {meeting}, so there’s nothing to give back. Say `cancel #{number}`"
            " to cancel it.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def are_you_coming(t: Language, meeting: Meeting) -> Text:
    """Ask an expert who hasn't started whether they are coming."""
    return Text(t(ARE_YOU_COMING, meeting=numbered(t, meeting)))


def lapsed(t: Language, meeting: Meeting) -> Text:
    """Tell an expert that their request went back to the group."""
    return Text(
        t(
            "You didn’t start {meeting}, so I’m asking the others. You’re no longer its host.",
            meeting=numbered(t, meeting),
        )
    )


def waits_for_you(t: Language, guests: Sequence[Guest]) -> Text:
    """Tell an expert whom they meet."""
    return Text(t("You’re meeting {guests}.", guests=", ".join(map(name, guests))))


def left_to_others(t: Language) -> Text:
    """Confirm to an expert that a request is left to others."""
    return Text(t("OK, I’ll leave it to the others."))


def no_request(t: Language) -> Text:
    """Say that there is nothing to take."""
    return Text(t("That request is over, or isn’t for your groups. There is nothing to take."))


def none_here(t: Language) -> Text:
    """Say that no request is waiting here to be taken."""
    return Text(t("No request is waiting here. If you got a card, press *Take it* on it."))


def which_request(t: Language, asked: Sequence[ExpertRequest]) -> Text:
    """Ask which request is meant."""
    said = ", ".join(f"`take #{each.number}` ({inert(each.group, 40)})" for each in asked)
    return Text(t("Several requests are waiting. Say which: {said}.", said=said))
