"""What a command about experts does, in a few plain words."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.domain.commands import (
    DeskToday,
    Expert,
    Experts,
    GiveBack,
    HangPoster,
    KeepWaiting,
    NextShift,
    OffDuty,
    OnDuty,
    PassRequest,
    Sayable,
    SetGroup,
    Swap,
    TakeRequest,
    WhoIsOn,
)
from bot.core.wording.languages import Language, msgid

_PLAINLY: dict[type, str] = {
    TakeRequest: msgid("Take {meeting}"),
    PassRequest: msgid("Leave {meeting} to others"),
    GiveBack: msgid("Give {meeting} back"),
    KeepWaiting: msgid("Keep waiting for an expert"),
    NextShift: msgid("Wait for the next shift"),
    Experts: msgid("Show the groups of experts"),
    DeskToday: msgid("Show today’s figures"),
    WhoIsOn: msgid("Show who is on duty in {group}"),
}

OF_REQUESTS = (TakeRequest, PassRequest, GiveBack)
"""Commands about a request to a group of experts."""


def expert_plainly(
    t: Language, command: Sayable, meeting: str, when: Callable[..., str]
) -> str | None:
    """Return what a command about experts does; None for another one.

    Args:
        t: the reader's language.
        command: the command.
        meeting: that it is about, as it is called.
        when: writes the times in it.
    """
    match command:
        case OnDuty() | OffDuty() | Swap():
            return _duty(t, command, when)
        case Expert():
            return _expert(t, command)
        case HangPoster():
            return _poster(t, command)
        case SetGroup():
            return _group(t, command)
    said = _PLAINLY.get(type(command))
    group = getattr(command, "group", "")
    return t(said, meeting=meeting, group=group) if said else None


def _duty(t: Language, command: OnDuty | OffDuty | Swap, when: Callable[..., str]) -> str:
    if isinstance(command, Swap):
        said = t("Ask {people} in my place", people=command.to.display_name)
    else:
        said = t("Go on duty") if isinstance(command, OnDuty) else t("Go off duty")
    if command.until is None:
        return said
    return t("{what} until {when}", what=said, when=when(command.until))


def _expert(t: Language, command: Expert) -> str:
    asked = t("Ask {group} for an expert", group=command.group)
    people = [", ".join(each.display_name for each in command.guests)] if command.guests else []
    subject = [t("“{subject}”", subject=command.subject)] if command.subject else []
    return " – ".join([asked, *people, *subject])


def _group(t: Language, command: SetGroup) -> str:
    if command.off:
        return t("Delete the group {group}", group=command.group)
    if command == SetGroup(command.group):
        return t("Show the group {group}", group=command.group)
    if command.tiers:
        return t("Set up the group {group}", group=command.group)
    return t("Change the group {group}", group=command.group)


def _poster(t: Language, command: HangPoster) -> str:
    if command.change == "off":
        return t("Take down the poster for {desk}", desk=command.desk)
    if command.change == "new":
        return t("Give the poster for {desk} a new address", desk=command.desk)
    return t("Print the poster for {desk}", desk=command.desk)
