"""The bot's identity and its settings, as conversations see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bot.core.conversations.delivery_ways import Ways
from bot.core.domain.access import Access
from bot.core.domain.capabilities import INSTANT_CONNECT, Capabilities
from bot.core.domain.joseencrypt import Encryption
from bot.core.domain.limits import Limits
from bot.core.domain.link_requests import LinkKind
from bot.core.domain.meetings import Meeting, Preferences
from bot.core.wording.languages import Languages

DEFAULT_PREFERENCES = Preferences(minutes=60, vertical="gen", zone="UTC", login=True)
"""The defaults where neither settings, nor a space, nor a person say otherwise."""


@dataclass(frozen=True)
class Installation:
    """The bot's identity and its settings, as conversations see them.

    Args:
        bot_id: the bot's person id.
        bot_email: the bot's address.
        access: who may use the bot.
        admins: who of them may say `check`.
        languages: the languages it speaks, and the default one.
        defaults: the defaults; all but the language are set.
        most_guests: the most guests of one meeting.
        most_minutes: the most minutes that links may work.
        limits: how many meetings may be started within an hour.
        horizon_days: how many days ahead a meeting can be planned.
        open_early_minutes: minutes before its time at which a later meeting opens.
        remind_minutes: minutes before its time at which people are reminded.
        ask_after_minutes: minutes after which a late message is confirmed first.
        devices: SIP addresses by device names.
        site: the site of classic meetings, such as ``https://example.webex.com``; None for none.
        short_links: whether links are short.
        encryption: how the broker encrypts links.
        ways: how guests are reached.
        region: the country of phone numbers without a country code, as two letters.
        discreet: whether only hosts learn what a meeting is about.
        organisation: the name of the hosts' organisation, for guests; empty for none.
        logo_url: the address of its logo, for e-mails; empty for none.
        source: what the source of links can do.
        doors_at: the public address where guests find the meetings' doors; empty if they get
            links that lead straight into a meeting.
        presence: whether experts who are away or busy are asked a little later.
    """

    bot_id: str
    bot_email: str
    access: Access
    languages: Languages
    defaults: Preferences = DEFAULT_PREFERENCES
    most_guests: int = 100
    most_minutes: int = 1440
    limits: Limits = field(default_factory=Limits)
    horizon_days: int = 90
    open_early_minutes: int = 10
    remind_minutes: int = 10
    ask_after_minutes: int = 10
    devices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    site: str | None = None
    short_links: bool = True
    encryption: Encryption = field(default_factory=Encryption)
    ways: Ways = field(default_factory=Ways)
    discreet: bool = False
    admins: Access = field(default_factory=lambda: Access(frozenset()))
    region: str = ""
    organisation: str = ""
    logo_url: str = ""
    source: Capabilities = INSTANT_CONNECT
    doors_at: str = ""
    presence: bool = False

    @property
    def link_kind(self) -> LinkKind:
        """How links are made."""
        return LinkKind(self.open_early_minutes, self.has_short_links, self.encryption)

    @property
    def has_short_links(self) -> bool:
        """Whether links are short, if their source can make them so."""
        return self.short_links and self.source.short

    def device_names(self, meeting: Meeting) -> list[str]:
        """Return the names of the devices that a meeting dials; an address if it was renamed."""
        names = {uri: name for name, uri in self.devices.items()}
        return [names.get(uri, uri) for uri in meeting.devices]

    def public_view(self, meeting: Meeting) -> Meeting:
        """Return `meeting` as people other than its hosts may see it."""
        subject = None if self.discreet else meeting.subject
        return replace(meeting, subject=subject, organisation=self.organisation)
