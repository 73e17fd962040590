"""Judges settings, database, waiting work, and the ways to guests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.diagnosis.findings import Finding, amber, green, not_reached, red
from bot.core.domain.access import EVERYONE, Access
from bot.core.domain.errors import Passing, TokenRefused, Trouble

STUCK = 3900.0
"""Seconds after which a conversation that is still in hand is past all patience."""


def of_settings(
    allowed: str, cloud: str, elsewhere: Sequence[str], *, rotating: bool
) -> Iterator[Finding]:
    """Judge settings that can be used.

    Args:
        allowed: who may ask, as it is written.
        cloud: which Webex.
        elsewhere: the settings that lead away from that cloud's usual addresses.
        rotating: whether an earlier secret is still taken.
    """
    if EVERYONE in Access.of(allowed).allowed:
        do = "Name domains and addresses in BOT_ALLOWED, unless that is what you want."
        yield amber("settings", "Everybody in Webex may ask this bot.", do)
    elif rotating:
        do = "Leave WEBHOOK_SECRET_BEFORE out once an hour has passed."
        yield amber("settings", "Notices signed with an earlier secret are still taken.", do)
    else:
        yield green("settings", "All settings can be used.")
    but = f", but for {', '.join(elsewhere)}" if elsewhere else ""
    yield green("cloud", f"The cloud is {cloud}{but}.")


def of_names(misspelt: Mapping[str, str]) -> Iterator[Finding]:
    """Judge names in the environment or the settings file that are nearly a setting's.

    Args:
        misspelt: such names, with the setting that was meant.
    """
    for name, meant in misspelt.items():
        yield amber("settings", f"{name} is no setting.", f"Did you mean {meant}?")


def of_file(exposed: str | None) -> Iterator[Finding]:
    """Judge who can read the settings file.

    Args:
        exposed: the file's name, if other users of the machine can read it.
    """
    if exposed:
        said = f"Other users of this machine can read {exposed}, and the bot's token in it."
        yield amber("settings", said, f"Run `chmod 600 {exposed}`.")


@dataclass(frozen=True)
class StoreSeen:
    """What was seen of the database.

    Args:
        answers: whether it does.
        writable: whether something could be written, which was taken back.
        tables: ``newest``, ``older``, ``newer`` or ``none``.
        workers: processes that serve.
        waiting: notices and errands that wait, and for how many seconds the oldest does.
        in_hand: conversations that were begun, and for how many seconds the oldest is.
        dead: conversations whose processes died each time.
        unreadable: what waits or is in hand, and cannot be read with these keys.
        by_earlier: what needs an earlier key than the first; None where there is no earlier one.
    """

    answers: bool = True
    writable: bool = True
    tables: str = "newest"
    workers: int = 1
    waiting: tuple[int, float] = (0, 0.0)
    in_hand: tuple[int, float] = (0, 0.0)
    dead: int = 0
    unreadable: int = 0
    by_earlier: int | None = None


def of_store(seen: StoreSeen) -> Iterator[Finding]:
    """Judge the database, and what waits in it."""
    name = "database"
    if not seen.answers:
        do = "Check that it runs, its address, and that it lets this user in."
        yield red(name, "The database that DATABASE_URL names does not answer.", do)
        return
    if not seen.writable:
        do = "Look whether the disk is full, and whether this user may write."
        yield red(name, "The database takes no changes.", do)
    elif seen.tables == "newer":
        do = "Start that version, or give this one another DATABASE_URL."
        yield red(name, "The database was used by a newer version of the bot.", do)
    elif seen.tables == "none":
        do = "The first start of the bot makes them."
        yield amber(name, "The database has no tables of the bot yet.", do)
    elif seen.tables == "older":
        do = "The next start of the bot does that."
        yield amber(name, "The database's tables are not those of this version yet.", do)
    else:
        yield green(name, "The database takes changes, and its tables are up to date.")
    if seen.tables == "newest":
        yield from _of_work(seen)
        yield from _of_keys(seen)


def _of_work(seen: StoreSeen) -> Iterator[Finding]:
    (waiting, waits), (in_hand, takes) = seen.waiting, seen.in_hand
    if not seen.workers:
        said = f"No process serves, and {waiting} notices wait."
        do = "Start `python -m bot run`, or a worker."
        yield red("work", said, do) if waiting else amber("work", "No process serves.", do)
    elif waits > 60:
        do = "Start more workers, or look at the log for why they do not get on."
        yield amber("work", f"{waiting} notices wait, the oldest for {waits:.0f} s.", do)
    else:
        yield green("work", f"{waiting} wait, {in_hand} in hand, {seen.workers} serving.")
    if takes > STUCK:
        do = "Look at the log for its name, and restart the bot: it goes on where it was."
        yield red("stuck", f"A conversation is in hand for {takes / 3600:.0f} h.", do)
    elif seen.dead:
        do = "Look at the log; whoever asked has to ask again."
        yield amber(
            "stuck", f"{seen.dead} conversations were given up: processes died of them.", do
        )


def _of_keys(seen: StoreSeen) -> Iterator[Finding]:
    if seen.unreadable:
        said = f"{seen.unreadable} entries in hand were written with a key that is not there."
        do = "Put that key back into PAYLOAD_KEYS, after the first one, and restart: they wait."
        yield red("keys", said, do)
    elif seen.by_earlier == 0:
        do = "Leave the earlier keys out of PAYLOAD_KEYS, once no process writes with them."
        yield amber("keys", "Nothing in hand needs an earlier key any more.", do)
    elif seen.by_earlier:
        said = f"All in hand can be read, {seen.by_earlier} entries with an earlier key alone."
        yield green("keys", said)


def of_mail(trouble: Trouble | None, *, set_up: bool) -> Finding:
    """Judge the mail server, which was greeted and sent nothing."""
    if not set_up:
        return green("mail", "No e-mail is set up: guests get direct messages alone.")
    match trouble:
        case None:
            return green("mail", "The mail server lets the bot in.")
        case TokenRefused():
            do = "Check user, password and encryption in SMTP_URL, and its certificate."
            return red("mail", "The mail server does not let the bot in.", do)
    return not_reached("mail", "The mail server", trouble, "SMTP_URL")


def of_texts(status: int | None, *, set_up: bool) -> Finding:
    """Judge Webex Connect's webhook, by whether anything answers there."""
    if not set_up:
        return green("texts", "No text messages are set up.")
    if status is None or status >= 500:
        return not_reached("texts", "Webex Connect", Passing(), "WEBEX_CONNECT_URL")
    if status == 404:
        do = "Copy the webhook's address from the flow once more."
        return red("texts", "Webex Connect knows no such webhook.", do)
    return green("texts", "Webex Connect answers; whether the flow works, only a text shows.")


def of_websocket(trouble: Trouble | None) -> Finding:
    """Judge whether Webex lets the bot open a WebSocket, where notices come over one."""
    name = "websocket"
    if trouble is None:
        return green(name, "Webex lets the bot register for its WebSocket.")
    if isinstance(trouble, Passing):
        return not_reached(name, "Webex's registry of devices", trouble, "CLOUD and CATALOG_URL")
    return red(
        name,
        "Webex does not let the bot register for a WebSocket.",
        "Cisco does not document this way, and may have changed it: set INTAKE=webhooks with"
        " PUBLIC_URL, or `run --tunnel`. Before that check the token, CLOUD and CATALOG_URL.",
    )
