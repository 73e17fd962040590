"""Judges token, clock, Instant Connect, public address and webhooks.

The sentences are for operators, and contain no secrets and nobody's address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.diagnosis.findings import Finding, amber, green, not_reached, red
from bot.core.domain.errors import NotActivated, Refused, TokenRefused, Trouble
from bot.core.incoming.notices import REGISTERED
from bot.core.wording.failure_reasons import ACTIVATION_PAGE

APPS = "https://developer.webex.com/my-apps"
SLOW = 2.0
"""Seconds after which an answer counts as slow."""


@dataclass(frozen=True)
class WebexSeen:
    """Webex's answer to who the bot is.

    Args:
        trouble: the trouble instead of an answer, if any.
        name: the token owner's name.
        bot: whether the owner is a bot.
        seconds: how long the answer took.
        clock_off: seconds that this machine's clock is ahead of Webex's; None if unknown.
    """

    trouble: Trouble | None = None
    name: str = ""
    bot: bool = True
    seconds: float = 0.0
    clock_off: float | None = None


@dataclass(frozen=True)
class HookSeen:
    """A webhook of the token, as stored in Webex.

    Args:
        kind: such as ``messages:created``.
        ours: whether it calls this installation.
        active: False once Webex disabled it.
        secret: whether it has this installation's secret; None if Webex doesn't say.
    """

    kind: str
    ours: bool
    active: bool
    secret: bool | None = None


@dataclass(frozen=True)
class AddressSeen:
    """The result of a call to the bot's public address.

    Args:
        url: the address; None if there is none.
        local: whether only this machine or its network can reach it.
        alive: whether a bot answered.
        status: the HTTP status for a signed notice; None without an answer.
    """

    url: str | None
    local: bool = False
    alive: bool = False
    status: int | None = None


def of_token(seen: WebexSeen) -> Iterator[Finding]:
    """Judge the token, the connection to Webex, and the clock."""
    if isinstance(seen.trouble, TokenRefused):
        yield green("webex", "Webex responds.")
        yield _token_refused("token")
        return
    if seen.trouble:
        yield not_reached("webex", "Webex", seen.trouble, "CLOUD and WEBEX_API_URL")
        return
    yield _timed("webex", "Webex", seen.seconds)
    if seen.bot:
        yield green("token", f"The token belongs to the bot {seen.name}.")
    else:
        yield red(
            "token",
            f"The token belongs to a person, {seen.name}, and expires within hours.",
            f"Create a bot at {APPS}, and set WEBEX_ACCESS_TOKEN to its token.",
        )
    yield of_clock(seen.clock_off)


def of_clock(off: float | None) -> Finding:
    """Compare this machine's clock with Webex's."""
    if off is None:
        return amber("clock", "Webex didn't say what time it is.", "Check the clock yourself.")
    said = (
        f"This machine's clock is {abs(off):.0f} s {'ahead of' if off > 0 else 'behind'} Webex's."
    )
    if abs(off) < 5:
        return green("clock", "This machine's clock is right.")
    do = "Synchronize the clock (NTP): links open and expire by it."
    return amber("clock", said, do) if abs(off) < 60 else red("clock", said, do)


def of_broker(trouble: Trouble | None, seconds: float) -> Iterator[Finding]:
    """Judge Instant Connect, after minting a link that expires at once."""
    name = "instant connect"
    match trouble:
        case None:
            yield _timed(name, "Instant Connect", seconds)
            yield green("guest links", "A link was made, so the organization is set up.")
        case NotActivated():
            yield red(
                name,
                "Instant Connect isn't turned on for this organization.",
                f"An administrator of the organization can turn it on at {ACTIVATION_PAGE}",
            )
        case Refused() | TokenRefused():
            yield green(name, "Instant Connect responds.")
            yield _no_links(trouble)
        case _:
            yield not_reached(name, "Instant Connect", trouble, "CLOUD and BROKER_URL")


def _no_links(trouble: Refused | TokenRefused) -> Finding:
    name = "guest links"
    if isinstance(trouble, TokenRefused):
        return red(
            name,
            "Instant Connect rejects WEBEX_ACCESS_TOKEN.",
            f"Check the token, or make a new one, at {APPS}. If Webex itself accepts it, the"
            " Instant Connect service app may not be authorized: an administrator can check that at"
            f" {ACTIVATION_PAGE}",
        )
    return red(
        name,
        "Instant Connect responds, but refused to make a link.",
        "The organization may have no Guest-to-Guest meeting site, or the Instant Connect service"
        " app isn't authorized: an administrator can check that in Control Hub, and at"
        f" {ACTIVATION_PAGE}",
    )


def of_address(seen: AddressSeen) -> Iterator[Finding]:
    """Judge whether Webex can reach the bot, and whether it is this installation."""
    name = "address"
    if seen.url is None:
        do = "Set PUBLIC_URL to the bot's https address, or use `run --tunnel`."
        yield amber(name, "PUBLIC_URL isn't set, so I can't check how Webex reaches the bot.", do)
        return
    if not seen.alive:
        yield red(
            name,
            f"No bot answers at {seen.url}.",
            "Start the bot, then check that the server at that address forwards /webex and /healthz"
            " to it.",
        )
        return
    if seen.local:
        do = "Set PUBLIC_URL to an https address that can be reached from the internet."
        yield amber(name, f"{seen.url} can only be reached from this machine or its network.", do)
    else:
        yield green(name, f"A bot answers at {seen.url}, as seen from here.")
    yield _of_delivery(seen.status)


def _of_delivery(status: int | None) -> Finding:
    name = "secret"
    if status == 204:
        return green(name, "It accepts a notice signed with WEBHOOK_SECRET.")
    if status == 401:
        do = "Set the same WEBHOOK_SECRET for both, restart, then run `webhooks sync`."
        return red(name, "The bot there has a different WEBHOOK_SECRET.", do)
    do = "Check the bot's log, and the server at its address."
    return red(name, "The bot there doesn't accept a signed notice.", do)


def of_webhooks(seen: Sequence[HookSeen] | Trouble, url: str | None) -> Finding:
    """Judge the webhooks."""
    name, sync = "webhooks", "Run `python -m bot webhooks sync` to fix that."
    if isinstance(seen, TokenRefused):
        return _token_refused(name)
    if isinstance(seen, Trouble):
        return not_reached(name, "Webex", seen, "CLOUD and WEBEX_API_URL")
    if url is None:
        return amber(name, "Without PUBLIC_URL, I can't tell which are this bot's.", "Set it.")
    ours = {each.kind: each for each in seen if each.ours}
    if wrong := _wrong_with(ours):
        return red(name, wrong, sync)
    if others := len(seen) - len(ours):
        do = "Remove unwanted ones: `webhooks list`, then `webhooks remove --url`."
        return amber(name, f"Webhooks of this token for other addresses: {others}.", do)
    return green(name, f"All {len(REGISTERED)} are registered and active.")


def _wrong_with(ours: Mapping[str, HookSeen]) -> str:
    if missing := {":".join(each) for each in REGISTERED} - ours.keys():
        return f"Webex has no webhook for {', '.join(sorted(missing))}."
    if silent := [kind for kind, each in ours.items() if not each.active]:
        return f"Webex disabled {', '.join(sorted(silent))}, after too many failures."
    if any(each.secret is False for each in ours.values()):
        return "Webex signs with a secret other than WEBHOOK_SECRET."
    return ""


def _token_refused(name: str) -> Finding:
    do = f"Check the token, or make a new one, at {APPS}."
    return red(name, "Webex rejects WEBEX_ACCESS_TOKEN.", do)


def _timed(name: str, service: str, seconds: float) -> Finding:
    said = f"{service} responded in {1000 * seconds:.0f} ms."
    if seconds < SLOW:
        return green(name, said)
    return amber(name, said, "Check the network, and https://status.webex.com.")
