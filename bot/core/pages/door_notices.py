"""Pages without a meeting, such as of lost and dead links, and what all pages of doors share."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.wording.languages import Language, msgid


@dataclass(frozen=True)
class NoticePage:
    """A page that says one thing.

    Args:
        headline: what happened.
        line: what to do next.
        way_on: the label of the link to ``/lost``; empty for none.
        reload: the label of the link to the same page; empty for none.
        retry: the label of the button that sends a form again; empty for none.
        retrying: what a page that tries again by itself says meanwhile.
        gave_up: what it says when it stops.
    """

    headline: str
    line: str
    way_on: str = ""
    reload: str = ""
    retry: str = ""
    retrying: str = ""
    gave_up: str = ""


@dataclass(frozen=True)
class GoingPage:
    """A page that goes on into the meeting by itself.

    Args:
        headline: what happens.
        button: the label of the link, for browsers that stay.
        hint: when to press it.
    """

    headline: str
    button: str
    hint: str


@dataclass(frozen=True)
class AnswerButton:
    """A button with which a guest answers the host, or a host a guest.

    Args:
        label: what it says.
        value: what it sends.
        chosen: whether it was pressed last.
    """

    label: str
    value: str
    chosen: bool = False


@dataclass(frozen=True)
class LostPage:
    """The form for people who lost their link.

    Args:
        headline: what it does.
        line: how.
        address: the label of its field.
        send: the label of its button.
    """

    headline: str
    line: str
    address: str
    send: str


def no_such_door(t: Language) -> NoticePage:
    """Return what a link that opens nothing shows, whatever the reason."""
    return NoticePage(
        t("This link doesn’t lead to a meeting."),
        t("A newer one may have replaced it: look in your latest message or email."),
        way_on=t("Get my link again"),
    )


def going(t: Language) -> GoingPage:
    """Return what a guest sees on the way into the meeting."""
    return GoingPage(
        t("Opening the meeting …"),
        t("Join the meeting"),
        t("If it doesn’t open, press the button."),
    )


def cannot_open(t: Language) -> NoticePage:
    """Return what a press shows while there are no links."""
    return NoticePage(
        t("The meeting can’t be opened right now."),
        t("This isn’t your fault. Please try again in a moment."),
        retry=t("Try again"),
        retrying=t("Trying again. Please keep this page open."),
        gave_up=t("It still doesn’t work. Please try again in a few minutes."),
    )


def cannot_show(t: Language) -> NoticePage:
    """Return what any page shows while the database is away, or after a bug."""
    return NoticePage(
        t("This page can’t be shown right now."),
        t("Please try again in a few minutes."),
        reload=t("Try again"),
    )


def too_often(t: Language, seconds: int) -> NoticePage:
    """Return the answer to somebody who asks too often.

    Args:
        t: their language.
        seconds: after which they may ask again.
    """
    wait = t.length(-(-seconds // 60))
    return NoticePage(t("Too many tries."), t("You can try again in {length}.", length=wait))


def pressed_elsewhere(t: Language) -> NoticePage:
    """Return the answer to a press that came from another site's page."""
    return NoticePage(
        t("That button was on another page."),
        t("Please open the link in your invitation, and press the button there."),
    )


def lost_link(t: Language) -> LostPage:
    """Return the form for people who lost their link."""
    return LostPage(
        t("Get your link again"),
        t("Enter the email address or phone number that was invited."),
        address=t("Email address or phone number"),
        send=t("Send my link"),
    )


def link_is_coming(t: Language) -> NoticePage:
    """Return the answer to every address, invited or not."""
    return NoticePage(
        t("Look in your messages."),
        t(
            "If that address is invited to a meeting, a new link is on its way, the same way as the"
            " invitation. It can take a minute."
        ),
    )


def said_to_host(t: Language, what: str) -> str:
    """Confirm what a guest pressed; empty for anything that needs no confirmation."""
    return t(_SAID[what]) if what in _SAID else ""


_SAID = {
    "again": msgid("The host knows that you’d like a new time."),
    "leave": msgid("OK, we’re cancelling your call."),
}
