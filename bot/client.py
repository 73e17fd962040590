"""Makes meeting links for other programs, without running the bot.

from bot.client import InstantConnect

with InstantConnect("the token of your bot") as connect:
    meeting = connect.meeting(guests=2, minutes=45)
    print(meeting.host, *meeting.guests)

`Portal` asks a running bot instead, with a key: see bot/docs/api.md.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import cast

from bot.core.domain.clouds import CLOUDS, Cloud
from bot.core.domain.joseencrypt import Encryption, LinkRequest, Vertical
from bot.core.domain.links import Links
from bot.core.wording.texts import url_for_program
from bot.edges.sources import instant_connect
from bot.portal_client import Portal, PortalError
from bot.portal_meetings import (
    Invitee,
    PortalExpertRequest,
    PortalGuest,
    PortalLinks,
    PortalMeeting,
)

__all__ = [
    "InstantConnect",
    "Invitee",
    "MeetingLinks",
    "Portal",
    "PortalError",
    "PortalExpertRequest",
    "PortalGuest",
    "PortalLinks",
    "PortalMeeting",
]


@dataclass(frozen=True)
class MeetingLinks:
    """A meeting and its links. Anybody with a link gets in, so it doesn't print them.

    Args:
        request: the request to the broker, for `InstantConnect.more`.
        hosts: the host links.
        guests: the guest links.
    """

    request: LinkRequest
    hosts: tuple[str, ...] = field(repr=False)
    guests: tuple[str, ...] = field(repr=False)

    @property
    def host(self) -> str:
        """The first host link."""
        return self.hosts[0]

    @property
    def expires(self) -> datetime:
        """When the links stop working, in UTC."""
        return cast(datetime, self.request.expires).astimezone(UTC)  # `meeting` always sets it


class InstantConnect:
    """Creates meetings and links. Threads may share it; also a context manager.

    Args:
        token: the token of a bot whose organization has activated Instant Connect.
        cloud: ``commercial`` or ``fedramp``.
        broker_url: the broker's address, if it isn't the cloud's usual one.
        link_base: the address of long links, if it isn't the cloud's usual one.
        api_version: the version in the broker's path.

    Raises:
        ValueError: the token would be sent unencrypted to another machine.
    """

    def __init__(
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

    def meeting(
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
        """Create a meeting with links.

        Args:
            hosts: the number of host links, 0 to 25.
            guests: the number of guest links; at most 25 together with `hosts`.
            minutes: how long the links work.
            opens: when they start working, timezone-aware; by default now.
            devices: SIP addresses of devices to dial when the host joins.
            vertical: ``gen`` for general, ``hc`` for healthcare.
            login_for_host: whether host links offer to sign in.
            short: whether links are short; long ones have some thousand characters.
            encryption: how links are encrypted; by default the broker chooses.

        Raises:
            ValueError: the broker would refuse it; the message says why.
            Trouble: the broker failed; `bot.core.domain.errors` explains each kind.
        """
        request = LinkRequest(
            sub=secrets.token_hex(20),
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
        """Return more links to `meeting`, which work as long as its first ones.

        Raises:
            ValueError: the broker would refuse it; the message says why.
            Trouble: the broker failed.
        """
        return self._minted(replace(meeting.request, hosts=hosts, guests=guests))

    def close(self) -> None:
        """Close the connections to the broker."""
        self._broker.close()

    def __enter__(self) -> InstantConnect:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def _minted(self, request: LinkRequest) -> MeetingLinks:
        return MeetingLinks(request, **_opened(self._broker.mint(request)))


def _opened(links: Links) -> dict[str, tuple[str, ...]]:
    """Return the links as text. The caller has the token, and so may have any link."""
    return {
        "hosts": tuple(map(url_for_program, links.hosts)),
        "guests": tuple(map(url_for_program, links.guests)),
    }
