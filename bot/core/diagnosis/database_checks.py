"""Judges settings, database, waiting work, and the ways to guests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.diagnosis.findings import Finding, amber, green, not_reached, red
from bot.core.domain.access import EVERYONE, Access
from bot.core.domain.api_keys import ApiKey
from bot.core.domain.errors import Passing, TokenRefused, Trouble

STUCK = 3900.0
"""Seconds after which a conversation in progress counts as stuck."""


def of_settings(
    allowed: str, cloud: str, elsewhere: Sequence[str], *, rotating: bool
) -> Iterator[Finding]:
    """Judge settings that are valid.

    Args:
        allowed: who may use the bot, as BOT_ALLOWED has it.
        cloud: the Webex cloud.
        elsewhere: the settings that replace addresses of that cloud.
        rotating: whether the previous webhook secret is still accepted.
    """
    if EVERYONE in Access.parse(allowed).allowed:
        do = "List domains and addresses in BOT_ALLOWED, unless that is what you want."
        yield amber("settings", "Everyone in Webex may use this bot.", do)
    elif rotating:
        do = "Remove WEBHOOK_SECRET_BEFORE an hour after the change."
        yield amber("settings", "Notices signed with the previous secret are still accepted.", do)
    else:
        yield green("settings", "All settings are valid.")
    but = f", except for {', '.join(elsewhere)}" if elsewhere else ""
    yield green("cloud", f"The cloud is {cloud}{but}.")


def of_time_zone(name: str) -> Finding:
    """Judge whether times of day are clear without anybody being asked."""
    if name:
        return green("time zone", f"Times without a time zone are in {name}.")
    do = "Set TIME_ZONE, as in TIME_ZONE=Europe/Berlin."
    return amber("time zone", "No time zone is set, so people are asked for theirs.", do)


def of_names(misspelt: Mapping[str, str]) -> Iterator[Finding]:
    """Judge names in the environment or the settings file that are nearly a setting's.

    Args:
        misspelt: such names, with the setting that was meant.
    """
    for name, meant in misspelt.items():
        yield amber("settings", f"{name} isn't a setting.", f"Did you mean {meant}?")


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
    """The state of the database.

    Args:
        answers: whether it answers.
        writable: whether a test row could be written.
        tables: ``newest``, ``older``, ``newer`` or ``none``.
        workers: the number of processes that answer commands.
        waiting: the number of waiting notices and due tasks, and the oldest one's age in seconds.
        in_hand: the number of conversations in progress, and the oldest one's age in seconds.
        dead: the number of conversations given up after too many crashes.
        unreadable: the number of entries that can't be decrypted with the current keys.
        by_earlier: the number of entries that need an earlier key; None if there is none.
        encrypted: whether there is a key at all.
        endpoints_off: the number of programs' endpoints that are turned off.
        api_keys: the keys of other programs.
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
    encrypted: bool = True
    endpoints_off: int = 0
    api_keys: tuple[ApiKey, ...] = ()


def of_store(seen: StoreSeen) -> Iterator[Finding]:
    """Judge the database and the work in it."""
    name = "database"
    if not seen.answers:
        do = "Check its address, that it is running, and that it lets this user in."
        yield red(name, "The database in DATABASE_URL isn't responding.", do)
        return
    if not seen.writable:
        do = "Check whether the disk is full, and whether this user may write."
        yield red(name, "The database can't be written to.", do)
    elif seen.tables == "newer":
        do = "Run that version, or set another DATABASE_URL for this one."
        yield red(name, "The database was used by a newer version of the bot.", do)
    elif seen.tables == "none":
        do = "They are created when the bot starts for the first time."
        yield amber(name, "The database doesn't have the bot's tables yet.", do)
    elif seen.tables == "older":
        do = "They are upgraded the next time the bot starts."
        yield amber(name, "The database's tables are from an older version.", do)
    else:
        yield green(name, "The database can be written to, and its tables are up to date.")
    if seen.tables == "newest":
        yield from _of_work(seen)
        yield from _of_keys(seen)
        yield from _of_endpoints(seen)


def _of_work(seen: StoreSeen) -> Iterator[Finding]:
    (waiting, waits), (in_hand, takes) = seen.waiting, seen.in_hand
    if not seen.workers:
        said = f"No worker is running. Notices waiting: {waiting}."
        do = "Start `python -m bot run`, or a worker."
        yield red("work", said, do) if waiting else amber("work", "No worker is running.", do)
    elif waits > 60:
        do = "Start more workers, or check the log for what holds them up."
        yield amber("work", f"Notices waiting: {waiting}, the oldest for {waits:.0f} s.", do)
    else:
        yield green("work", f"{waiting} waiting, {in_hand} in progress, {seen.workers} running.")
    if takes > STUCK:
        do = "Find its name in the log, and restart the bot: it continues where it stopped."
        yield red("stuck", f"A conversation has been in progress for {takes / 3600:.0f} h.", do)
    elif seen.dead:
        do = "Check the log. Whoever asked must ask again."
        yield amber(
            "stuck",
            f"Conversations given up because their processes kept dying: {seen.dead}.",
            do,
        )


def _of_keys(seen: StoreSeen) -> Iterator[Finding]:
    if seen.unreadable:
        said = f"Entries that need a key missing from PAYLOAD_KEYS: {seen.unreadable}."
        do = "Add that key to PAYLOAD_KEYS, after the first one, and restart. They are waiting."
        yield red("keys", said, do)
    elif not seen.encrypted:
        do = "Set PAYLOAD_KEYS to a key of `python -m bot key new`, in all processes."
        yield amber("keys", "What is in hand, with people's names, lies unencrypted.", do)
    elif seen.by_earlier == 0:
        do = "Remove the earlier keys from PAYLOAD_KEYS, once no process writes with them."
        yield amber("keys", "No entry needs an earlier key anymore.", do)
    elif seen.by_earlier:
        said = f"All entries can be read. Entries that need an earlier key: {seen.by_earlier}."
        yield green("keys", said)


def _of_endpoints(seen: StoreSeen) -> Iterator[Finding]:
    if seen.endpoints_off:
        said = f"Endpoints of events that are turned off: {seen.endpoints_off}."
        do = "`python -m bot endpoints list` shows them. Turn them on again, or remove them."
        yield amber("events", said, do)


def of_mail(trouble: Trouble | None, *, set_up: bool) -> Finding:
    """Judge the mail server, after a login without sending anything."""
    if not set_up:
        return green("mail", "Email isn't set up: guests only get direct messages.")
    match trouble:
        case None:
            return green("mail", "The mail server lets the bot sign in.")
        case TokenRefused():
            do = (
                "Check the user, password and encryption in SMTP_URL, and the server's certificate."
            )
            return red("mail", "The mail server doesn't let the bot sign in.", do)
    return not_reached("mail", "The mail server", trouble, "SMTP_URL")


def of_texts(status: int | None, *, set_up: bool) -> Finding:
    """Judge whether Webex Connect's webhook answers."""
    if not set_up:
        return green("texts", "Text messages aren't set up.")
    if status is None or status >= 500:
        return not_reached("texts", "Webex Connect", Passing(), "WEBEX_CONNECT_URL")
    if status == 404:
        do = "Copy the webhook's address from the flow again."
        return red("texts", "Webex Connect has no such webhook.", do)
    return green(
        "texts", "Webex Connect responds. Only a text message shows whether the flow works."
    )


def of_websocket(trouble: Trouble | None) -> Finding:
    """Judge whether the bot can open a WebSocket, if notices arrive over one."""
    name = "websocket"
    if trouble is None:
        return green(name, "Webex lets the bot register for its WebSocket.")
    if isinstance(trouble, Passing):
        return not_reached(name, "Webex's device registry", trouble, "CLOUD and CATALOG_URL")
    return red(
        name,
        "Webex doesn't let the bot register for a WebSocket.",
        "Check the token, CLOUD and CATALOG_URL first. Cisco doesn't document this interface and"
        " may have changed it: if so, set INTAKE=webhooks and PUBLIC_URL, or use `run --tunnel`.",
    )
