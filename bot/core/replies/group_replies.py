"""What is said to those who set up groups of experts or delete them, and about unknown ones."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.replies.delivery_outcomes import name
from bot.core.replies.invitations import numbered
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


def no_group(t: Language, said: str, near: Sequence[str], lead: str) -> Text:
    """Say that there is no such group, and which groups have similar names.

    Args:
        t: the reader's language.
        said: the unknown name.
        near: the names of groups like it.
        lead: the words of the command before the name.
    """
    missing = t("There is no group “{group}”.", group=inert(said))
    if not near:
        return Text(f"{missing} " + t("Say `experts` to see all groups."))
    groups = ", ".join(f"`{lead} {inert(each)}`" for each in near)
    return Text(f"{missing} " + t("Did you mean {groups}?", groups=groups))


def may_delete(t: Language, group: str) -> Text:
    """Ask whether to delete a group, which a button below answers."""
    return Text(
        t(
            "Delete {group}? Nobody will be able to ask it, and its posters will stop working."
            " Press the button or say `yes`; otherwise it stays.",
            group=inert(group),
        )
    )


def group_deleted(t: Language, group: str) -> Text:
    """Confirm that a group was deleted."""
    return Text(t("{group} is deleted.", group=inert(group)))


def group_gone(t: Language, meeting: Meeting, group: str) -> Text:
    """Tell the requester that the group was deleted, and what they can do."""
    return Text(
        t(
            "{group} was deleted, so I’m no longer asking anybody about {meeting}. Say"
            " `cancel #{number}`, or ask another group.",
            group=inert(group),
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def group_gone_here(t: Language, meeting: Meeting, group: str) -> Text:
    """Return what stands where the card of a deleted group was."""
    return Text(
        t(
            "{group} was deleted, so I’m no longer asking anybody about #{number}. There is nothing"
            " left to do.",
            group=inert(group),
            number=meeting.number,
        )
    )


def only_leads(t: Language) -> Text:
    """Say that only administrators and leads can change a group."""
    return Text(t("Only an administrator or a lead of the group can change it. Nothing changed."))


def only_administrators_name_leads(t: Language) -> Text:
    """Say that only administrators can name leads."""
    return Text(t("Only an administrator can choose who leads a group. Nothing changed."))


def no_calendar(t: Language, group: str) -> Text:
    """Say that a group has no on-call calendar."""
    return Text(
        t(
            "{group} has no on-call calendar. Nothing changed. An administrator can add one in the"
            " file of groups.",
            group=inert(group),
        )
    )


def which_zone(t: Language) -> Text:
    """Ask for a time zone."""
    return Text(
        t(
            "In which time zone? Nothing changed. Say it again with `in Europe/Berlin` at the end,"
            " or set your own with `defaults in Europe/Berlin`."
        )
    )


def not_here_in_private(t: Language) -> Text:
    """Say that `here` only works in a space."""
    return Text(t("Please say that in the group’s own space. Nothing changed."))


def not_an_expert(t: Language, who: Guest) -> Text:
    """Say that a person can't be in a group."""
    return Text(
        t("{person} isn’t allowed to use me, or isn’t in Webex. Nothing changed.", person=name(who))
    )
