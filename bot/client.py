"""Makes meeting links for other programs, without running the bot.

from bot.client import InstantConnect

with InstantConnect("the token of your bot") as connect:
    meeting = connect.meeting(guests=2, minutes=45)
    print(meeting.host, *meeting.guests)
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import cast

from bot.core.domain.clouds import CLOUDS, Cloud
from bot.core.domain.joseencrypt import Encryption, LinkRequest, Vertical
from bot.core.domain.links import Links
from bot.core.wording.texts import LINK, HostText, Text
from bot.edges.sources import instant_connect


@dataclass(frozen=True)
class MeetingLinks:
    """A meeting and the links into it. Whoever has a link gets in, so it prints none.

    Args:
        request: what was asked of the broker; ask again by `InstantConnect.more`.
        hosts: the hosts' links.
        guests: the guests' links.
    """

    request: LinkRequest
    hosts: tuple[str, ...] = field(repr=False)
    guests: tuple[str, ...] = field(repr=False)

    @property
    def host(self) -> str:
        """The first host's link."""
        return self.hosts[0]

    @property
    def expires(self) -> datetime:
        """When the links stop working, in UTC."""
        return cast(datetime, self.request.expires).astimezone(UTC)  # `meeting` always sets it


class InstantConnect:
    """Makes meetings and links into them. Threads may share it; also a context manager.

    Args:
        token: of a bot whose organisation has switched Instant Connect on.
        cloud: ``commercial`` or ``fedramp``.
        broker_url: where it is not the cloud's usual one.
        link_base: where long links lead, where it is not the cloud's usual place.
        api_version: in the broker's path.

    Raises:
        ValueError: the token would leave this machine in the clear.
    """

    def __init__(  # each is told by its name
        self,
        token: str,
        cloud: Cloud = "commercial",
        *,
        broker_url: str | None = None,
        link_base: str | None = None,
        api_version: str = "v2",
    ) -> None:
        usual = CLOUDS[cloud]
        self._broker = instant_connect.Broker(
            broker_url or usual["broker_url"],
            token,
            api_version=api_version,
            link_base=link_base or usual["link_base"],
        )

    def meeting(  # each is told by its name
        self,
        *,
        hosts: int = 1,
        guests: int = 1,
        minutes: int = 60,
        opens: datetime | None = None,
        devices: tuple[str, ...] = (),
        vertical: Vertical = "gen",
        login_for_host: bool = True,
        short: bool = True,
        encryption: Encryption | None = None,
    ) -> MeetingLinks:
        """Return a new meeting with links into it.

        Args:
            hosts: links for hosts; 0 to 25.
            guests: links for guests; at most 25 together with `hosts`.
            minutes: for which the links work.
            opens: from when on they do; aware. At once by default.
            devices: SIP addresses of devices that are dialled when the host joins.
            vertical: ``gen`` for general, ``hc`` for healthcare.
            login_for_host: whether the host's link offers to log in.
            short: ask for short links rather than for some thousand characters each.
            encryption: of the links; the broker's choice by default.

        Raises:
            ValueError: the broker would refuse it; one sentence says what and why.
            Trouble: the broker did not do it;
                `bot.core.domain.errors` says what each kind means.
        """
        request = LinkRequest(
            sub=secrets.token_urlsafe(24),
            hosts=hosts,
            guests=guests,
            not_before=opens,
            expires=(opens or datetime.now(UTC)) + timedelta(minutes=minutes),
            devices=devices,
            vertical=vertical,
            login_for_host=login_for_host,
            short=short,
            encryption=encryption or Encryption(),
        )
        return self._minted(request)

    def more(self, meeting: MeetingLinks, *, hosts: int = 0, guests: int = 1) -> MeetingLinks:
        """Return more links into the same `meeting`, which work as long as its first ones.

        Raises:
            ValueError: the broker would refuse it; one sentence says what and why.
            Trouble: the broker did not do it.
        """
        return self._minted(replace(meeting.request, hosts=hosts, guests=guests))

    def close(self) -> None:
        """Let go of the connections to the broker."""
        self._broker.close()

    def __enter__(self) -> InstantConnect:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def _minted(self, request: LinkRequest) -> MeetingLinks:
        return MeetingLinks(request, **_opened(self._broker.mint(request)))


def _opened(links: Links) -> dict[str, tuple[str, ...]]:
    """Write links down by the types that may; whoever calls has the token, and so any link."""
    return {
        "hosts": tuple(HostText(LINK, each).deliver(lambda url, _: url) for each in links.hosts),
        "guests": tuple(Text.with_links(LINK, each).markdown for each in links.guests),
    }
