"""What the page of a desk says, and its poster. Nothing in it is escaped yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.core.domain.desks import CallRefusal, DeskState, DeskView, Opening
from bot.core.pages.door_notices import NoticePage
from bot.core.steps.desk_steps import PosterWords
from bot.core.wording.languages import Language, msgid
from bot.core.wording.times import brief_moment


@dataclass(frozen=True)
class DeskPage:
    """The page of a desk.

    Args:
        headline: its name.
        lines: what to know, and what to do.
        call: the label of its button; empty for none.
        code: the label of the field for the digits on the poster; empty for none.
    """

    headline: str
    lines: tuple[str, ...]
    call: str = ""
    code: str = ""


@dataclass(frozen=True)
class ScreenPage:
    """The page that a screen at a desk shows.

    Args:
        headline: what one can do.
        line: how.
        picture: what the code is, for people who don't see it.
    """

    headline: str
    line: str
    picture: str


def desk_page(t: Language, view: DeskView) -> DeskPage:
    """Return what somebody sees who scanned a poster.

    Args:
        t: their language.
        view: the desk.
    """
    lines: tuple[str, ...]
    match view.state:
        case DeskState.OFF:
            lines = (t("This poster is no longer in use."), t("Please ask at the desk."))
        case DeskState.MOVED:
            replaced = t("This poster has been replaced.")
            lines = (replaced, t("Please scan the new one, or ask at the desk."))
        case DeskState.CLOSED:
            lines = _closed(t, view)
        case _:
            return _ready(t, view)
    return DeskPage(view.title, lines)


def _ready(t: Language, view: DeskView) -> DeskPage:
    if view.by_screen:
        return DeskPage(view.title, (t("Please scan the code on the screen at the desk."),))
    closes = _changes(t, view.opening)
    lines = (
        t("Press the button to talk to us by video."),
        t("We’ll know right away. You wait on the next page until one of us is free."),
        t("No account needed."),
        *([t("Open until: {time}", time=closes)] if closes else []),
    )
    code = t("The four digits on the poster") if view.asks_code else ""
    return DeskPage(view.title, lines, t("Call"), code)


def _closed(t: Language, view: DeskView) -> tuple[str, ...]:
    nobody = t("Nobody is here right now.")
    opens = _changes(t, view.opening)
    if not opens or view.opening.is_open:
        return (nobody, t("Please ask at the desk."))
    back = t("Open again: {time}", time=opens)
    return (nobody, back, t("Please come back then, or ask at the desk."))


def _changes(t: Language, opening: Opening) -> str:
    """Return when a group opens or closes, in its own time zone: callers are there."""
    zone = ZoneInfo(opening.zone)
    return brief_moment(t, opening.changes, zone) if opening.changes else ""


def no_such_desk(t: Language) -> NoticePage:
    """Return what an address shows that leads to no desk."""
    return NoticePage(
        t("There is no desk at this address."),
        t("Compare it with the one on the poster, or scan the code again."),
    )


_REFUSALS = {
    CallRefusal.CODE: (
        msgid("These aren’t the digits on the poster."),
        msgid("Look at the poster again, and try once more."),
    ),
    CallRefusal.OLD_CODE: (
        msgid("The code has changed since."),
        msgid("Please scan the code on the screen again."),
    ),
    CallRefusal.DEVICE: (
        msgid("You’ve already called several times."),
        msgid("Please try again in 15 minutes, or ask at the desk."),
    ),
    CallRefusal.DESK: (
        msgid("Many people are calling right now."),
        msgid("Please try again in 5 minutes, or ask at the desk."),
    ),
    CallRefusal.WAITING: (
        msgid("Many people are already waiting."),
        msgid("Please try again in a few minutes, or ask at the desk."),
    ),
}


def no_call(t: Language, why: CallRefusal) -> NoticePage:
    """Return why a press led to no call, and what to do."""
    said, then = _REFUSALS[why]
    again = t("Try again") if why is CallRefusal.CODE else ""
    return NoticePage(t(said), t(then), reload=again)


def connecting(t: Language) -> NoticePage:
    """Return what somebody sees until there is a door for them."""
    return NoticePage(
        t("One moment, please."),
        t("We’re calling. This page continues by itself."),
        reload=t("Continue"),
    )


def screen_page(t: Language) -> ScreenPage:
    """Return what the screen at a desk says."""
    return ScreenPage(
        t("Talk to us by video"),
        t("Scan the code with your phone’s camera."),
        t("A code to scan"),
    )


def nobody_free(t: Language) -> str:
    """Tell a caller that nobody has been free so far."""
    return t(
        "Nobody has been free so far. You can keep waiting here, try again later, or ask at the"
        " desk."
    )


def poster_words(spoken: Iterable[Language]) -> tuple[PosterWords, ...]:
    """Return what a poster says, in each language."""
    return tuple(
        PosterWords(
            t.code,
            t("Talk to us by video"),
            t("Scan the code with your phone’s camera, or type the address below."),
            t("Digits"),
        )
        for t in spoken
    )
