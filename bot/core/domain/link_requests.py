"""The request for links to a meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from bot.core.domain.joseencrypt import Encryption, LinkRequest
from bot.core.domain.meetings import Meeting


@dataclass(frozen=True)
class LinkKind:
    """How an installation's links are made.

    Args:
        early_minutes: minutes before the beginning of a meeting at which links start to work.
        short: whether links are short.
        encryption: how the broker encrypts them.
    """

    early_minutes: int = 10
    short: bool = True
    encryption: Encryption = field(default_factory=Encryption)


def request_links(meeting: Meeting, kind: LinkKind, hosts: int, guests: int) -> LinkRequest:
    """Return the request for some links to a meeting, which work until it ends."""
    return LinkRequest(
        sub=meeting.sub,
        hosts=hosts,
        guests=guests,
        not_before=meeting.opens - timedelta(minutes=kind.early_minutes),
        expires=meeting.expires,
        devices=meeting.devices,
        vertical=meeting.vertical,
        login_for_host=meeting.login,
        short=kind.short,
        encryption=kind.encryption,
    )
