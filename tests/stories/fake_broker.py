"""A broker without network, with the real broker's limits."""

from __future__ import annotations

import json
import secrets

from bot.core.domain.errors import NotActivated, Trouble
from bot.core.domain.joseencrypt import LinkRequest, links_from
from bot.core.domain.links import Links
from bot.edges.sources.instant_connect import NOT_ACTIVATED
from bot.sandbox.instant_connect import visits
from bot.sandbox.instant_connect.link_orders import read_order
from bot.sandbox.webex import model
from bot.sandbox.webex.world import World
from tests.stories.fake_webex import FakeService
from tests.stories.stage import Visit

VISITS = "https://visits.invalid/visit/"
CIPHER_BYTES = 675  # in base64, 900 letters


class FakeBroker(FakeService):
    """Mints links that are only names, within the real broker's limits."""

    def __init__(self, world: World, bot: model.Person) -> None:
        super().__init__(world, bot)
        self.asked: list[LinkRequest] = []
        self._links: dict[str, tuple[str, LinkRequest]] = {}

    def mint(self, request: LinkRequest) -> Links:
        """Mint links."""
        body = request.body()
        return self.call("POST", "/api/v2/joseencrypt", body, lambda: self._minted(request))

    def visit(self, link: str) -> Visit:
        """Open a link."""
        role, asked = self._links[link.partition("data=")[2] or link.rpartition("/")[2]]
        now, opens, expires = self.world.clock(), asked.not_before, asked.expires
        state = "early" if opens and now < opens else "expired" if expires <= now else "open"
        return Visit(role, visits.Meeting.of(asked.sub).number, state)

    def trouble(self, status: int, retry_after: object = None) -> Trouble:
        """Return the trouble that the real edge makes of an answer."""
        if status in NOT_ACTIVATED:
            return NotActivated("SANDBOX_fake")
        return super().trouble(status, retry_after)

    def _minted(self, request: LinkRequest) -> Links:
        body = json.dumps(request.body()).encode()
        order = read_order(body, int(self.world.clock().timestamp()))
        self.asked.append(request)
        answer = {
            "host": [self._link("host", request) for _ in range(order.hosts)],
            "guest": [self._link("guest", request) for _ in range(order.guests)],
            "baseUrl": VISITS,
        }
        return links_from(answer, request)

    def _link(self, role: str, request: LinkRequest) -> dict[str, str]:
        code = secrets.token_hex(4) if request.short else secrets.token_urlsafe(CIPHER_BYTES)
        self._links[code] = (role, request)
        return {"short" if request.short else "cipher": code}
