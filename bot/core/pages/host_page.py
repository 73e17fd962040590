"""What a host's page says and offers. Nothing in it is escaped yet."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.domain.doors import DoorState, HostView, Reply, Visitor, VisitorState
from bot.core.pages.door_notices import AnswerButton, GoingPage, NoticePage
from bot.core.wording.inert_text import one_line
from bot.core.wording.languages import Language, msgid
from bot.core.wording.times import moment_on_page, time_of_day


@dataclass(frozen=True)
class VisitorRow:
    """A visitor on the host's page.

    Args:
        id: identifies them.
        name: what they are called.
        state: how far they have come, in words.
        admit: the label of the button that lets them in; empty for none.
        tell: the heading of the answers; empty without any.
        replies: the answers that their page can show.
    """

    id: str
    name: str
    state: str
    admit: str = ""
    tell: str = ""
    replies: tuple[AnswerButton, ...] = ()


@dataclass(frozen=True)
class HostPage:
    """A host's page.

    Args:
        title: of the window.
        headline: what it is about.
        when: when it is, or that it is over.
        start: the label of the button that starts it; empty for none.
        calendar: the label of the link to its calendar entry; empty for none.
        heading: of the visitors.
        nobody: that there are none; empty if there are.
        visitors: who is here.
        news: what is announced as it changes.
        lasts: whether the page changes by itself.
    """

    title: str
    headline: str
    when: str
    start: str
    calendar: str
    heading: str
    nobody: str
    visitors: tuple[VisitorRow, ...]
    news: str
    lasts: bool


def host_page(t: Language, view: HostView) -> HostPage:
    """Return what a host sees at their door.

    Args:
        t: the host's language.
        view: the door.
    """
    rows = tuple(_row(t, view, each) for each in view.visitors)
    number, waiting = view.number, _waiting(view)
    subject = one_line(view.subject or "")
    return HostPage(
        t("Your video meeting"),
        t("Your meeting “{subject}” (#{number})", subject=subject, number=number)
        if subject
        else t("Your meeting #{number}", number=number),
        _when(t, view),
        start=_start(t, view),
        calendar=_calendar(t, view) if view.planned else "",
        heading=t("Who is here"),
        nobody="" if rows else t("Nobody yet. This page changes when somebody comes."),
        visitors=rows,
        news=t.count("{number} guest is waiting.", "{number} guests are waiting.", waiting)
        if waiting
        else "",
        lasts=view.state not in _CLOSED,
    )


def no_such_host_door(t: Language) -> NoticePage:
    """Return what a link that opens nothing shows, whatever the reason."""
    return NoticePage(
        t("This link doesn’t lead to a meeting of yours."),
        t("For a new one, say “resend me” to the bot."),
    )


def starting(t: Language) -> GoingPage:
    """Return what is shown on the way into the meeting."""
    return GoingPage(
        t("Starting the meeting …"),
        t("Open the meeting"),
        t("If it doesn’t start, press the button."),
    )


_CLOSED = (DoorState.OVER, DoorState.CALLED_OFF)

_STATES = {
    VisitorState.WAITING: msgid("waiting since {time}"),
    VisitorState.ADMITTED: msgid("can come in, here since {time}"),
    VisitorState.JOINED: msgid("joined at {time}"),
}

_REPLIES = {
    Reply.COMING: msgid("I’m coming"),
    Reply.IN_5: msgid("In 5 minutes"),
    Reply.IN_15: msgid("In 15 minutes"),
    Reply.NOT_TODAY: msgid("Not today"),
}


def _row(t: Language, view: HostView, visitor: Visitor) -> VisitorRow:
    time = time_of_day(t, visitor.since, view.zone)
    is_open = view.state not in _CLOSED
    can_reply = is_open and not view.started
    offered = Reply if can_reply else ()
    name = one_line(visitor.name)
    tell = t("Message for {name}:", name=name) if name else t("Message for this guest:")
    return VisitorRow(
        visitor.id,
        name or t("A guest"),
        t(_STATES[visitor.state], time=time),
        admit=t("Let in") if is_open and visitor.state is VisitorState.WAITING else "",
        tell=tell if can_reply else "",
        replies=tuple(
            AnswerButton(t(_REPLIES[each]), each.value, each is visitor.reply) for each in offered
        ),
    )


def _waiting(view: HostView) -> int:
    return sum(each.state is VisitorState.WAITING for each in view.visitors)


def _when(t: Language, view: HostView) -> str:
    if view.state is DoorState.OVER:
        return t("This meeting has ended.")
    if view.state is DoorState.CALLED_OFF:
        return t("You cancelled this meeting.")
    if view.state is DoorState.EARLY:
        return t("It begins: {when}", when=moment_on_page(t, view.opens, view.zone))
    return t("It lasts until: {when}", when=moment_on_page(t, view.expires, view.zone))


def _calendar(t: Language, view: HostView) -> str:
    if view.state is DoorState.CALLED_OFF:
        return t("Remove from calendar")
    return "" if view.state is DoorState.OVER else t("Add to calendar")


def _start(t: Language, view: HostView) -> str:
    if view.state in _CLOSED or view.state is DoorState.EARLY:
        return ""
    return t("Join again") if view.started else t("Start the meeting")
