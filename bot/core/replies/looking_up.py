"""What is said when somebody looks something up or decides what is usual."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.meetings import Usual
from bot.core.texts import Text, inert, lines
from bot.core.times import duration


def about_bot() -> Text:
    """Return what the bot is."""
    return Text(
        lines(
            "**I start video meetings by Webex Instant Connect.** The host signs in or not, guests"
            " need no account and no app: they open a link in a browser.",
            "I keep who was invited and how, never a link. Say `help` for what I can do.",
        )
    )


def plan_beside() -> Text:
    """Return what stands beside the form, for those whose app shows no cards."""
    return Text(
        "Fill in the form, or type it: `meet alice@x.com about the invoice tomorrow 15:00 for 45m`."
    )


def devices(names: Sequence[str]) -> Text:
    """Return which devices can be dialled."""
    if not names:
        return Text("No devices are set up. Whoever runs me can name some in DEVICES.")
    rows = [f"- {inert(each)}" for each in names]
    return Text(lines("**Devices that I can dial**, as in `meet with …`:", "", *rows))


def usual(now: Usual, *, direct: bool) -> Text:
    """Return what is usual here."""
    kind = "healthcare" if now.vertical == "hc" else "general"
    return Text(
        lines(
            f"**Usual {'for you' if direct else 'in this space'}:**",
            "",
            f"- a meeting lasts {duration(now.minutes or 0)}",
            f"- kind of visit: {kind}",
            f"- time zone: {inert(now.zone or 'UTC')}",
            f"- the host’s link {'offers' if now.login else 'does not offer'} to sign in",
            f"- language: {inert(now.language or 'en')}",
            "",
            "Change it as in `defaults for 45m as healthcare in Europe/Berlin`.",
        )
    )


def only_moderators() -> Text:
    """Return who may decide for a space."""
    return Text(
        "Only this space’s moderators can change what is usual here. Nothing was changed; in a"
        " direct chat with me you can set it for yourself."
    )


def no_site() -> Text:
    """Return that classic meetings are not set up."""
    return Text(
        "Classic Webex meetings are not set up here. Whoever runs me can name the site in"
        " MEETINGS_SITE."
    )


def classic_link(number: str, address: str) -> Text:
    """Return a link of the classic Meetings URL API. It holds no password."""
    return Text(f"Meeting {inert(number)}: {address}")
