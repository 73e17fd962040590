"""What a guest's page says and offers, by the state of its door. Nothing in it is escaped yet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.core.domain.doors import DoorState, DoorView, Reply, Rsvp
from bot.core.pages.door_notices import AnswerButton
from bot.core.wording.inert_text import one_line
from bot.core.wording.languages import Language, msgid
from bot.core.wording.times import moment_on_page

LONGEST_MESSAGE = 2000
"""Characters of a host's message that a page shows."""

MOST_MESSAGES = 5
"""How many messages of the host a page shows."""


@dataclass(frozen=True)
class GuestPage:
    """A guest's page.

    Args:
        headline: what it is about.
        lines: what to know, and what to do.
        news: what the host did last, which is announced.
        messages: what the host wrote last.
        author: who wrote them.
        enters: when one can join, to count down to; None if one can already.
        begins: when it begins; None if that doesn't matter any more.
        ends: until when the link works; None if it can't be used yet.
        times: its times, as text.
        offset: minutes by which the host's clocks are ahead of UTC then.
        join: the label of the button that joins; empty for none.
        name: the label of the field for the visitor's name; empty for none.
        answers: the buttons for whether the guest comes.
        folded: the heading under which these are folded away; empty to show them.
        again: the label of the button that asks for another meeting; empty for none.
        leave: the label of the button that takes a call at a desk back; empty for none.
        calendar: whether the meeting can be added to a calendar.
        test: whether camera and microphone can be tested.
        lasts: whether the page changes by itself, and so is kept up to date.
    """

    headline: str
    lines: tuple[str, ...] = ()
    news: str = ""
    messages: tuple[str, ...] = ()
    author: str = ""
    enters: datetime | None = None
    begins: datetime | None = None
    ends: datetime | None = None
    times: tuple[str, ...] = ()
    offset: int = 0
    join: str = ""
    name: str = ""
    answers: tuple[AnswerButton, ...] = ()
    folded: str = ""
    again: str = ""
    leave: str = ""
    calendar: bool = False
    test: bool = False
    lasts: bool = field(default=True, kw_only=True)


def guest_page(t: Language, view: DoorView) -> GuestPage:
    """Return what a guest sees at their door.

    Args:
        t: the guest's language.
        view: the door.
    """
    page = _PAGES[view.state](t, view)
    if view.state in _CLOSED:
        return page
    host = one_line(view.host)
    newest = view.messages[-MOST_MESSAGES:]
    messages = tuple(one_line(each, LONGEST_MESSAGE) for each in newest)
    page = replace(page, messages=messages, author=t("{host} writes:", host=host))
    if view.reply is None:
        return page
    again = t("Ask for a new time") if view.reply is Reply.NOT_TODAY else ""
    return replace(page, news=t(_REPLIES[view.reply], host=host), again=again)


def _early(t: Language, view: DoorView) -> GuestPage:
    return GuestPage(
        _invitation(t, view),
        lines=(_from_when(t, view), *_told(t, view)),
        enters=view.enters,
        begins=view.opens,
        times=_times(t, view),
        offset=_offset(view, view.opens),
        answers=_answers(t, view, tuple(Rsvp)),
        calendar=True,
        test=True,
    )


def _open(t: Language, view: DoorView) -> GuestPage:
    return GuestPage(
        _invitation(t, view),
        lines=_told(t, view),
        times=_until(t, view),
        ends=view.expires,
        offset=_offset(view, view.expires),
        join=t("Join"),
        name=t("Your name, so that {host} knows who you are", host=one_line(view.host))
        if view.shared
        else "",
        answers=_answers(t, view, (Rsvp.LATE, Rsvp.CANNOT)),
        folded=t("Not ready to join?"),
        test=True,
    )


def _waiting(t: Language, view: DoorView) -> GuestPage:
    host = one_line(view.host)
    stay = t("Please keep this page open. It continues when {host} lets you in.", host=host)
    leave = t("I no longer need this") if view.called else ""
    knows = t("{host} knows that you’re here.", host=host)
    return GuestPage(knows, lines=(stay,), leave=leave, test=True)


def _admitted(t: Language, view: DoorView) -> GuestPage:
    return GuestPage(
        t("You can come in."),
        news=t("You can come in."),
        times=_until(t, view),
        ends=view.expires,
        offset=_offset(view, view.expires),
        join=t("Join"),
    )


def _over(t: Language, view: DoorView) -> GuestPage:
    if view.called:
        return GuestPage(t("This call is over."), (_call_again(t),), lasts=False)
    return GuestPage(
        t("This meeting is over."),
        lines=(
            t("If you still need to talk to {host}, ask for a new time.", host=one_line(view.host)),
        ),
        again=t("Ask for a new time"),
        lasts=False,
    )


def _called_off(t: Language, view: DoorView) -> GuestPage:
    if view.called:
        return GuestPage(t("This call was cancelled."), (_call_again(t),), lasts=False)
    return GuestPage(
        _cancellation(t, view),
        lines=(t("You don’t need to do anything."),),
        again=t("Ask for a new time"),
        lasts=False,
    )


def _call_again(t: Language) -> str:
    return t("To call again, scan the code on the poster.")


_CLOSED = (DoorState.OVER, DoorState.CALLED_OFF)

_PAGES = {
    DoorState.EARLY: _early,
    DoorState.OPEN: _open,
    DoorState.WAITING: _waiting,
    DoorState.ADMITTED: _admitted,
    DoorState.OVER: _over,
    DoorState.CALLED_OFF: _called_off,
}

_REPLIES = {
    Reply.COMING: msgid("{host} is coming."),
    Reply.IN_5: msgid("{host} will be there in 5 minutes."),
    Reply.IN_15: msgid("{host} will be there in 15 minutes."),
    Reply.NOT_TODAY: msgid("{host} can’t make it today."),
}

_ANSWERS = {
    Rsvp.THERE: msgid("I’ll be there"),
    Rsvp.LATE: msgid("I’m running late"),
    Rsvp.CANNOT: msgid("I can’t come"),
}


def _invitation(t: Language, view: DoorView) -> str:
    host = one_line(view.host)
    if not view.subject:
        return t("{host} invites you to a video meeting.", host=host)
    subject = one_line(view.subject)
    return t("{host} invites you to a video meeting about “{subject}”.", host=host, subject=subject)


def _cancellation(t: Language, view: DoorView) -> str:
    host = one_line(view.host)
    if not view.subject:
        return t("{host} cancelled the video meeting.", host=host)
    subject = one_line(view.subject)
    return t("{host} cancelled the video meeting about “{subject}”.", host=host, subject=subject)


def _times(t: Language, view: DoorView) -> tuple[str, ...]:
    """Return the beginning in the host's zone, and in UTC if clocks there show another time."""
    zones = (view.host_zone, UTC) if _offset(view, view.opens) else (view.host_zone,)
    return tuple(moment_on_page(t, view.opens, zone) for zone in zones)


def _offset(view: DoorView, at: datetime) -> int:
    """Return how many minutes the host's clocks are ahead of UTC at some time."""
    return (at.astimezone(view.host_zone).utcoffset() or timedelta()) // timedelta(minutes=1)


def _from_when(t: Language, view: DoorView) -> str:
    minutes = (view.opens - view.enters) // timedelta(minutes=1)
    if minutes <= 0:
        return t("You can join here when it begins.")
    return t("You can join here {early} before it begins.", early=t.length(minutes))


def _until(t: Language, view: DoorView) -> tuple[str, ...]:
    until = moment_on_page(t, view.expires, view.host_zone)
    return (t("The link works until {until}.", until=until),)


def _answers(t: Language, view: DoorView, offered: tuple[Rsvp, ...]) -> tuple[AnswerButton, ...]:
    """Return the buttons for whether a guest comes; a shared door can't tell who that is."""
    if view.shared:
        return ()
    return tuple(AnswerButton(t(_ANSWERS[each]), each.value, each is view.rsvp) for each in offered)


def _told(t: Language, view: DoorView) -> tuple[str, ...]:
    """Return what the host was told, if anything."""
    if view.rsvp is None:
        return ()
    host, answer = one_line(view.host), t(_ANSWERS[view.rsvp])
    return (t("You told {host}: “{answer}”.", host=host, answer=answer),)
