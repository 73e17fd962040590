"""Judges token, clock, Instant Connect, public address and webhooks.

The words are for whoever runs the bot; they hold no secret, and no address of a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.diagnosis.findings import Finding, amber, green, not_reached, red
from bot.core.domain.errors import NotActivated, Refused, TokenRefused, Trouble
from bot.core.incoming.notices import KNOWN
from bot.core.wording.failure_reasons import ACTIVATION_PAGE

APPS = "https://developer.webex.com/my-apps"
SLOW = 2.0
"""Seconds after which an answer of a service is slow."""


@dataclass(frozen=True)
class WebexSeen:
    """What Webex answered when it was asked who the bot is.

    Args:
        trouble: that there was no such answer.
        name: of the token's owner.
        bot: whether that is a bot.
        seconds: until the answer.
        clock_off: seconds by which this machine's clock is ahead of Webex's; None if not told.
    """

    trouble: Trouble | None = None
    name: str = ""
    bot: bool = True
    seconds: float = 0.0
    clock_off: float | None = None


@dataclass(frozen=True)
class HookSeen:
    """A webhook of the token, as Webex keeps it.

    Args:
        kind: such as ``messages:created``.
        ours: whether it tells this installation.
        active: not, once Webex disabled it.
        secret: whether it is signed with this installation's secret; None where Webex is silent.
    """

    kind: str
    ours: bool
    active: bool
    secret: bool | None = None


@dataclass(frozen=True)
class AddressSeen:
    """What came of a visit to the bot's public address.

    Args:
        url: where that is; None where there is none.
        local: whether it leads to this machine or its network alone.
        alive: whether a bot answered there.
        status: what a signed notice was answered with; None where it was not answered.
    """

    url: str | None
    local: bool = False
    alive: bool = False
    status: int | None = None


def of_token(seen: WebexSeen) -> Iterator[Finding]:
    """Judge the token, the way to Webex, and the clock."""
    if isinstance(seen.trouble, TokenRefused):
        yield green("webex", "Webex answers.")
        yield _token_refused("token")
        return
    if seen.trouble:
        yield not_reached("webex", "Webex", seen.trouble, "CLOUD and WEBEX_API_URL")
        return
    yield _timed("webex", "Webex", seen.seconds)
    if seen.bot:
        yield green("token", f"The token is that of the bot {seen.name}.")
    else:
        yield red(
            "token",
            f"The token is a person's, {seen.name}: it expires within hours.",
            f"Make a bot at {APPS}, and set its token as WEBEX_ACCESS_TOKEN.",
        )
    yield of_clock(seen.clock_off)


def of_clock(off: float | None) -> Finding:
    """Judge this machine's clock by Webex's."""
    if off is None:
        return amber("clock", "Webex did not say what time it is.", "Look at the clock yourself.")
    said = (
        f"This machine's clock is {abs(off):.0f} s {'ahead of' if off > 0 else 'behind'} Webex's."
    )
    if abs(off) < 5:
        return green("clock", "This machine's clock is right.")
    do = "Have the clock set by the network (NTP): links open and expire by it."
    return amber("clock", said, do) if abs(off) < 60 else red("clock", said, do)


def of_broker(trouble: Trouble | None, seconds: float) -> Iterator[Finding]:
    """Judge Instant Connect by a link that it was asked for, and that expires at once."""
    name = "instant connect"
    match trouble:
        case None:
            yield _timed(name, "Instant Connect", seconds)
            yield green("guest links", "A link was made, so the organisation is set up for it.")
        case NotActivated():
            yield red(
                name,
                "Instant Connect is not switched on for this organisation.",
                f"An administrator of the organisation switches it on at {ACTIVATION_PAGE}",
            )
        case Refused() | TokenRefused():
            yield green(name, "Instant Connect answers.")
            yield _no_links(trouble)
        case _:
            yield not_reached(name, "Instant Connect", trouble, "CLOUD and BROKER_URL")


def _no_links(trouble: Refused | TokenRefused) -> Finding:
    name = "guest links"
    if isinstance(trouble, TokenRefused):
        return red(
            name,
            "Instant Connect does not accept WEBEX_ACCESS_TOKEN.",
            f"Look the token up, or make a new one, at {APPS}. Where Webex itself accepts it, the"
            " Instant Connect service app may not be authorised: an administrator looks at"
            f" {ACTIVATION_PAGE}",
        )
    return red(
        name,
        "Instant Connect refused to make a link, although it is there.",
        "Perhaps the organisation has no Guest-to-Guest meeting site, or the Instant Connect"
        " service app is not authorised: an administrator looks in Control Hub, and at"
        f" {ACTIVATION_PAGE}",
    )


def of_address(seen: AddressSeen) -> Iterator[Finding]:
    """Judge whether Webex can reach the bot, and whether what is there is this installation."""
    name = "address"
    if seen.url is None:
        do = "Set PUBLIC_URL to the https address that leads to the bot, or `run --tunnel`."
        yield amber(name, "PUBLIC_URL is not set, so nothing is known of how Webex comes.", do)
        return
    if not seen.alive:
        yield red(
            name,
            f"No bot answers at {seen.url}.",
            "Start the bot; then look whether what serves that address passes /webex and"
            " /healthz on to it.",
        )
        return
    if seen.local:
        do = "Set PUBLIC_URL to an https address that the internet reaches."
        yield amber(name, f"{seen.url} leads to this machine or its network alone.", do)
    else:
        yield green(name, f"A bot answers at {seen.url}, as seen from here.")
    yield _of_delivery(seen.status)


def _of_delivery(status: int | None) -> Finding:
    name = "secret"
    if status == 204:
        return green(name, "A notice signed with WEBHOOK_SECRET is taken there.")
    if status == 401:
        do = "Give both the same WEBHOOK_SECRET, and restart; then `webhooks sync`."
        return red(name, "The bot there has another WEBHOOK_SECRET than this one.", do)
    do = "Look at the log of the bot, and at what serves its address."
    return red(name, "The bot there does not take a signed notice.", do)


def of_webhooks(seen: Sequence[HookSeen] | Trouble, url: str | None) -> Finding:
    """Judge what Webex was asked to tell the bot."""
    name, sync = "webhooks", "`python -m bot webhooks sync` mends that."
    if isinstance(seen, TokenRefused):
        return _token_refused(name)
    if isinstance(seen, Trouble):
        return not_reached(name, "Webex", seen, "CLOUD and WEBEX_API_URL")
    if url is None:
        return amber(
            name, "Without PUBLIC_URL there is no telling which are this bot's.", "Set it."
        )
    ours = {each.kind: each for each in seen if each.ours}
    if wrong := _wrong_with(ours):
        return red(name, wrong, sync)
    if others := len(seen) - len(ours):
        do = "Remove what is not wanted: `webhooks list`, `webhooks remove --url`."
        return amber(name, f"The token has {others} more that tell somebody else.", do)
    return green(name, f"All {len(KNOWN)} are there and active, and tell this installation.")


def _wrong_with(ours: Mapping[str, HookSeen]) -> str:
    if missing := {":".join(each) for each in KNOWN} - ours.keys():
        return f"Webex does not tell the bot of {', '.join(sorted(missing))}."
    if silent := [kind for kind, each in ours.items() if not each.active]:
        return f"Webex disabled {', '.join(sorted(silent))}, after too many failures."
    if any(each.secret is False for each in ours.values()):
        return "Webex signs with another secret than WEBHOOK_SECRET."
    return ""


def _token_refused(name: str) -> Finding:
    do = f"Look the token up, or make a new one, at {APPS}."
    return red(name, "Webex does not accept WEBEX_ACCESS_TOKEN.", do)


def _timed(name: str, service: str, seconds: float) -> Finding:
    said = f"{service} answers within {1000 * seconds:.0f} ms."
    if seconds < SLOW:
        return green(name, said)
    return amber(name, said, "Look at the way from here to it, and at https://status.webex.com.")
