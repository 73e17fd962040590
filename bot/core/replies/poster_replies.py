"""What is said about posters to those who hang them, and to experts who take a call from one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.desks import Desk
from bot.core.domain.links import GuestLink
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, Text


def poster_ready(
    t: Language, desk: Desk, *, is_renewed: bool, has_other_letters: bool = False
) -> Text:
    """Return what stands above a poster."""
    said = t(
        "Here is the poster for {desk}: print the first page on A4 or the second on A5. It calls"
        " {group}. To take it down, say `poster {name} off`.",
        desk=inert(desk.title),
        group=inert(desk.group),
        name=inert(desk.name),
    )
    if is_renewed:
        said += " " + t("The earlier one no longer works: please replace it.")
    if has_other_letters:
        said += " " + t(
            "Check it before you print it: some characters, such as Japanese ones, are missing if"
            " your computer has no font for them."
        )
    return Text(said)


def poster_of(t: Language, desk: Desk) -> Text:
    """Return what stands beside the file."""
    return Text(t("The poster for {desk}", desk=inert(desk.title)))


def screen_ready(t: Language, desk: Desk) -> Text:
    """Confirm that the screen of a desk is ready."""
    return Text(
        t(
            "The screen for {desk} is ready, and its code calls {group}. I sent you its address in"
            " our direct chat.",
            desk=inert(desk.title),
            group=inert(desk.group),
        )
    )


def screen_link(t: Language, desk: Desk, link: GuestLink) -> Text:
    """Return the address of a desk's screen, for the person who sets it up."""
    said = t(
        "Open this page on the screen at {desk}: {link}  \nKeep the address to yourself: anybody"
        " who has it always has a code that works.",
        desk=inert(desk.title),
        link=LINK,
    )
    return Text.with_links(said, link)


def may_renew(t: Language, desk: Desk) -> Text:
    """Ask whether to give a desk another address, and say what that stops."""
    stops = t("Posters already up will say they’re no longer in use.")
    if desk.screen:
        stops = t("The page on its screen will stop working.")
    asks = t(
        "Make a new address for {desk}? Press the button or say `yes`; otherwise nothing changes.",
        desk=inert(desk.title),
    )
    return Text(f"{stops} {asks}")


def taken_down(t: Language, desk: Desk) -> Text:
    """Confirm that a poster was taken out of use."""
    return Text(
        t(
            "The poster for {desk} is out of use, and says so when it’s scanned. To use it again,"
            " say `poster {name}`.",
            desk=inert(desk.title),
            name=inert(desk.name),
        )
    )


def no_such_poster(t: Language, name: str) -> Text:
    """Say that a desk has no poster."""
    return Text(
        t(
            "There is no poster for {desk}. To make one, say `poster {desk} for GROUP`.",
            desk=inert(name),
        )
    )


def which_group(t: Language, name: str, groups: Sequence[str]) -> Text:
    """Ask which group a poster calls."""
    said = ", ".join(f"`poster {inert(name)} for {inert(each)}`" for each in groups[:3])
    return Text(
        t("Which group should {desk} call? Say: {sentences}", desk=inert(name), sentences=said)
    )


def only_leads(t: Language) -> Text:
    """Say that only administrators and leads decide about posters."""
    return Text(t("Only an administrator or a lead of the group can do that. Nothing changed."))


def no_pages(t: Language) -> Text:
    """Say that posters don't work, because the bot's pages can't be reached."""
    return Text(
        t(
            "Posters lead to my pages, which can’t be reached from outside. Please ask my"
            " administrator to set that up."
        )
    )


def caller_waits(t: Language, title: str) -> Text:
    """Tell an expert from which desk they are called."""
    return Text(
        t("Somebody is calling at {desk}. They’re waiting and will join now.", desk=inert(title))
    )
