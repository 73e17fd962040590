"""Requests and calls to experts: until the card and, from *Take it*, the host link."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import requests

from bot.core.domain.joseencrypt import LinkRequest
from bot.sandbox.webex.model import Space
from tests.bench.report import Target, table
from tests.engine.bots import BotProcess, installed
from tests.engine.desk_town import cards, hung
from tests.engine.doorkeeper import Doorkeeper
from tests.engine.expert_town import ADMIN, ExpertTown
from tests.engine.town import Town, open_town

UPSTREAM = 0.05
"""Seconds added to each upstream call."""

WARM_UP, ROUNDS = 3, 20
DESKS = 3
"""A desk takes ten calls in five minutes."""

MOST_MS = 100.0
"""Milliseconds beyond the bare calls."""


def measure(folder: Path) -> list[Target]:
    """Ask an expert and take it, then call at a desk, again and again; compare with bare calls."""
    asked, claimed, plain = _requests(folder)
    rows = {
        "request to card": (asked, [each[0] for each in plain]),
        "Take it to host link": (claimed, [each[1] for each in plain]),
        "press at a desk to card": (_calls(folder), [each[2] for each in plain]),
    }
    return _told(rows)


def _requests(folder: Path) -> tuple[list[float], list[float], list[tuple[float, ...]]]:
    """Return the seconds until each card and each host link, and those of the bare calls."""
    with (
        open_town() as town,
        installed(town, f"sqlite:///{folder}/bot.sqlite", folder) as bots,
    ):
        bot = bots.run(BOT_ADMINS=ADMIN)
        experts = ExpertTown(town, groups=1, experts=1)
        experts.set_up(lambda: bot.address)
        town.world.latency = UPSTREAM
        found = [_once(experts, bot, number) for number in range(WARM_UP + ROUNDS)][WARM_UP:]
        plain = _Plain(town, experts.spaces[0])
        floors = [(plain.card(), plain.claim(), plain.call()) for _ in range(ROUNDS)]
    return [each[0] for each in found], [each[1] for each in found], floors


def _once(experts: ExpertTown, bot: BotProcess, number: int) -> tuple[float, float]:
    """Return the seconds from the request to the card, and from the press to the host link."""
    world = experts.town.world
    asked = world.clock().timestamp()
    experts.ask_one(0, number)
    experts.deliver_all(bot.address)
    card = world.wait_for(lambda: experts.card_of(number), 30)
    pressed = world.clock().timestamp()
    experts.press(card)
    experts.deliver_all(bot.address)
    link = world.wait_for(lambda: experts.host_link_of(number), 30)
    world.wait_for(lambda: experts.is_told(number), 30)
    return card.created.timestamp() - asked, link.created.timestamp() - pressed


def _calls(folder: Path) -> list[float]:
    """Return the seconds from each press at a desk to the card."""
    url = f"sqlite:///{folder}/desks.sqlite"
    with open_town() as town, installed(town, url, folder) as bots:
        paths = [hung(town, url, f"desk {number}") for number in range(DESKS)]
        address = Doorkeeper(bots, ("run",), random.SystemRandom()).start()
        town.world.latency = UPSTREAM
        calls = [_call(town, address + paths[each % DESKS]) for each in range(WARM_UP + ROUNDS)]
        return calls[WARM_UP:]


def _call(town: Town, desk: str) -> float:
    """Call at a desk from a device of its own; return the seconds until the card."""
    phone, before = requests.Session(), len(cards(town))
    phone.trust_env = False
    [form] = re.findall(r'name="form" value="([^"]+)"', phone.get(desk, timeout=10).text)
    pressed = town.world.clock().timestamp()
    phone.post(desk, {"form": form}, timeout=10, allow_redirects=False).raise_for_status()
    card = town.world.wait_for(lambda: cards(town)[before:], 30)[0]
    return card.created.timestamp() - pressed


class _Plain:
    """The calls that it takes at least, one after the other, over a kept connection."""

    def __init__(self, town: Town, space: Space) -> None:
        self._url, self._space = town.url, space
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Authorization"] = "Bearer sandbox-token-bot"
        mine = self._post({"roomId": space.id, "markdown": "a message"})
        self._message: str = mine["id"]

    def card(self) -> float:
        """Read a message and post one; return the seconds."""
        return self._timed(self._read, self._say)

    def claim(self) -> float:
        """Read a message, mint a link and post it; return the seconds."""
        return self._timed(self._read, self._mint, self._say)

    def call(self) -> float:
        """Post a message; return the seconds."""
        return self._timed(self._say)

    def _timed(self, *calls: Callable[[], object]) -> float:
        began = time.perf_counter()
        for call in calls:
            call()
        return time.perf_counter() - began

    def _read(self) -> None:
        self._session.get(f"{self._url}/v1/messages/{self._message}").raise_for_status()

    def _mint(self) -> None:
        order = LinkRequest(sub="plain", hosts=1, guests=0).body()
        self._session.post(f"{self._url}/api/v2/joseencrypt", json=order).raise_for_status()

    def _say(self) -> None:
        self._post({"roomId": self._space.id, "markdown": "a message"})

    def _post(self, body: dict[str, str]) -> dict[str, str]:
        answer = self._session.post(f"{self._url}/v1/messages", json=body)
        answer.raise_for_status()
        made: dict[str, str] = answer.json()
        return made


def _told(found: dict[str, tuple[list[float], list[float]]]) -> list[Target]:
    rows, targets = [], []
    for name, (times, bare) in found.items():
        beyond = 1000 * (median(times) - median(bare))
        rows.append((name, 1000 * median(times), 1000 * median(bare), beyond))
        targets.append(Target(f"{name}, beyond the bare calls", beyond, MOST_MS, " ms"))
    title = f"Requests to experts, {1000 * UPSTREAM:.0f} ms added to each upstream call"
    table(title, ("", "median ms", "bare calls ms", "beyond ms"), rows)
    return targets
