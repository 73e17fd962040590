"""Answers to `about`, `devices`, `defaults`, `join` and `host`."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.meetings import Preferences
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import ENGLISH, NAMES, Language
from bot.core.wording.texts import Text, lines, markdown_link
from bot.core.wording.times import zone_name


def about_bot(t: Language) -> Text:
    """Return what the bot does."""
    return Text(
        lines(
            t(
                "**I start video meetings with Webex Instant Connect.** Guests don’t need an"
                " account or an app: they open a link in a browser. Hosts can sign in, but don’t"
                " have to."
            ),
            t(
                "I remember who was invited and how, but never a link. Say `help` to see what I can"
                " do."
            ),
        )
    )


def welcome(t: Language) -> Text:
    """Return the answer to thanks."""
    return Text(t("You’re welcome."))


def plan_beside(t: Language) -> Text:
    """Return the text beside the form, for apps that show no cards."""
    example = "meet alice@x.com about the invoice tomorrow 15:00 for 45m"
    return Text(t("Fill in the form, or type it: `{example}`.", example=example))


def devices(t: Language, names: Sequence[str]) -> Text:
    """Return the devices that can be dialled."""
    if not names:
        return Text(
            t("No devices are set up. My administrator can add some in the DEVICES setting.")
        )
    rows = [f"- {inert(each)}" for each in names]
    return Text(lines(t("**Devices I can dial**, as in `meet with …`:"), "", *rows))


def usual(t: Language, now: Preferences, *, direct: bool) -> Text:
    """Return the defaults of a person or a space."""
    head = t("**Your defaults:**") if direct else t("**Defaults in this space:**")
    example = "defaults for 45m as healthcare in Europe/Berlin"
    how = t("To change them, say for example `{example}`.", example=example)
    return Text(lines(head, "", *(f"- {row}" for row in _usual(t, now)), "", how))


def _usual(t: Language, now: Preferences) -> tuple[str, ...]:
    language = NAMES.get(now.language or ENGLISH, ENGLISH)
    return (
        t("length: {length}", length=t.length(now.minutes or 0)),
        t("kind of visit: healthcare") if now.vertical == "hc" else t("kind of visit: general"),
        t("time zone: {zone}", zone=inert(zone_name(now.zone))),
        t("host sign-in: offered") if now.login else t("host sign-in: not offered"),
        t("guests: let in by you") if now.admit_first else t("guests: straight in"),
        t("language: {language}", language=language),
    )


def only_moderators(t: Language) -> Text:
    """Say that only moderators can change a space's defaults."""
    return Text(
        t(
            "Only this space’s moderators can change its defaults. Nothing changed. You can set"
            " your own in a direct chat with me."
        )
    )


def no_site(t: Language) -> Text:
    """Say that classic Webex meetings are not set up."""
    return Text(
        t(
            "Classic Webex meetings aren’t set up here. My administrator can add the site in the"
            " MEETINGS_SITE setting."
        )
    )


def classic_link(t: Language, number: str, address: str) -> Text:
    """Return a link of the classic Webex Meetings URL API, which holds no password."""
    link = markdown_link(address, address)
    return Text(t("Meeting {number}: {address}", number=inert(number), address=link))
