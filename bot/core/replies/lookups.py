"""What is said when somebody looks something up or decides what is usual."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.meetings import Usual
from bot.core.wording.languages import ENGLISH, NAMES, Language
from bot.core.wording.texts import Text, inert, lines


def about_bot(t: Language) -> Text:
    """Return what the bot is."""
    return Text(
        lines(
            t(
                "**I start video meetings by Webex Instant Connect.** The host signs in or not,"
                " guests need no account and no app: they open a link in a browser."
            ),
            t("I keep who was invited and how, never a link. Say `help` for what I can do."),
        )
    )


def welcome(t: Language) -> Text:
    """Return the answer to thanks."""
    return Text(t("With pleasure. Say `help` for what else I can do."))


def plan_beside(t: Language) -> Text:
    """Return what stands beside the form, for those whose app shows no cards."""
    example = "meet alice@x.com about the invoice tomorrow 15:00 for 45m"
    return Text(t("Fill in the form, or type it: `{example}`.", example=example))


def devices(t: Language, names: Sequence[str]) -> Text:
    """Return which devices can be dialled."""
    if not names:
        return Text(t("No devices are set up. Whoever runs me can name some in DEVICES."))
    rows = [f"- {inert(each)}" for each in names]
    return Text(lines(t("**Devices that I can dial**, as in `meet with …`:"), "", *rows))


def usual(t: Language, now: Usual, *, direct: bool) -> Text:
    """Return what is usual here."""
    head = t("**Usual for you:**") if direct else t("**Usual in this space:**")
    how = t(
        "Change it as in `{example}`.", example="defaults for 45m as healthcare in Europe/Berlin"
    )
    return Text(lines(head, "", *(f"- {row}" for row in _usual(t, now)), "", how))


def _usual(t: Language, now: Usual) -> tuple[str, ...]:
    language = NAMES.get(now.language or ENGLISH, ENGLISH)
    return (
        t("a meeting lasts {length}", length=t.length(now.minutes or 0)),
        t("kind of visit: healthcare") if now.vertical == "hc" else t("kind of visit: general"),
        t("time zone: {zone}", zone=inert(now.zone or "UTC")),
        t("the host’s link offers to sign in")
        if now.login
        else t("the host’s link does not offer to sign in"),
        t("language: {language}", language=language),
    )


def only_moderators(t: Language) -> Text:
    """Return who may decide for a space."""
    return Text(
        t(
            "Only this space’s moderators can change what is usual here. Nothing was changed; in a"
            " direct chat with me you can set it for yourself."
        )
    )


def no_site(t: Language) -> Text:
    """Return that classic meetings are not set up."""
    return Text(
        t(
            "Classic Webex meetings are not set up here. Whoever runs me can name the site in"
            " MEETINGS_SITE."
        )
    )


def classic_link(t: Language, number: str, address: str) -> Text:
    """Return a link of the classic Meetings URL API. It holds no password."""
    return Text(t("Meeting {number}: {address}", number=inert(number), address=address))
