"""The text of a message, whose type says who may read it.

A `Text` may hold guest links and can be posted anywhere. A `HostText` holds host links; the only
way to get its content is `deliver`, which the step that writes to the host's direct space uses. So
posting a host link in a space is a type error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, TypeVar
from urllib.parse import urlsplit

from bot.core.domain.links import GuestLink, HostDoor, HostLink

T = TypeVar("T")
P = TypeVar("P")

MESSAGE_BYTES = 7439
"""The maximum length of a message, in bytes of UTF-8.

https://developer.webex.com/docs/api/v1/messages/create-a-message
"""

LINK = "\ue000"
"""The placeholder of a link in a sentence; a character that `inert` removes."""

PAGE = "\ue001"
"""The placeholder of the address of the host's page, in a host's card."""

_GAP = "  \n  \n"
"""Between the parts of a message."""

_IN_LINKS = re.compile(r"([\\`*_~\[\]])")


@dataclass(frozen=True)
class Text:
    """Markdown for everyone in the place where it is posted; it may hold guest links.

    Args:
        markdown: at most `MESSAGE_BYTES` bytes.
    """

    markdown: str = field(repr=False)

    @classmethod
    def with_links(cls, sentence: str, *links: GuestLink) -> Text:
        """Return `sentence` with each ``LINK`` replaced by the next of `links`."""
        return cls(_in_markdown(sentence, [_written(link, GuestLink) for link in links]))

    @property
    def size(self) -> int:
        """How long it is, in bytes."""
        return len(self.markdown.encode())


@dataclass(frozen=True)
class Card:
    """An Adaptive Card 1.3, as JSON.

    https://developer.webex.com/docs/buttons-and-cards
    """

    content: dict[str, Any] = field(repr=False)

    def attachment(self) -> dict[str, Any]:
        """Return the entry for a message's ``attachments``."""
        return {
            "contentType": "application/vnd.microsoft.card.adaptive",
            "content": self.content,
        }


class HostText:
    """Markdown with host links, only for the host's direct space.

    Args:
        sentence: markdown with one ``LINK`` for each link.
        links: the host links, and the addresses of the host's page.
        card: shown with the text; each ``LINK`` in it becomes the first link, and each ``PAGE`` the
            address of the host's page.
    """

    __slots__ = ("__card", "__markdown")

    def __init__(
        self, sentence: str, *links: HostLink | HostDoor, card: Card | None = None
    ) -> None:
        urls = [_written(link, HostLink, HostDoor) for link in links]
        self.__markdown = _in_markdown(sentence, urls)
        pages = [url for link, url in zip(links, urls, strict=True) if type(link) is HostDoor]
        self.__card = card and Card(_linked(card.content, urls[0], *pages[:1]))

    def __repr__(self) -> str:
        return "HostText(…)"

    @classmethod
    def joined(cls, parts: Sequence[Text | HostText]) -> HostText:
        """Return these texts as one for the host; their cards are left out."""
        whole = cls("")
        whole.__markdown = _GAP.join(
            each.__markdown  # noqa: SLF001 - of its own class
            if isinstance(each, HostText)
            else each.markdown
            for each in parts
        )
        return whole

    @property
    def size(self) -> int:
        """How long it is, in bytes."""
        return len(self.__markdown.encode())

    def deliver(self, post_directly: Callable[[str, Card | None], T]) -> T:
        """Pass the markdown and the card to `post_directly`, which posts them to the host alone."""
        return post_directly(self.__markdown, self.__card)


def joined(parts: Sequence[Text | HostText]) -> Text | HostText:
    """Return these texts as one, which is for the host alone if one of them is."""
    plain = [each for each in parts if isinstance(each, Text)]
    if len(plain) < len(parts):
        return HostText.joined(parts)
    return Text(_GAP.join(each.markdown for each in plain))


def fitting_together(parts: Sequence[P], text_of: Callable[[P], Text | HostText]) -> list[list[P]]:
    """Split parts into as few messages as possible, in order."""
    filled: list[list[P]] = []
    left = 0
    for part in parts:
        size = text_of(part).size + len(_GAP)
        if not filled or size > left:
            filled.append([])
            left = MESSAGE_BYTES + len(_GAP)
        filled[-1].append(part)
        left -= size
    return filled


def filled_in(sentence: str, *links: GuestLink) -> str:
    """Return `sentence`, which isn't markdown, with each ``LINK`` replaced by the next link."""
    return _filled(sentence, [_written(link, GuestLink) for link in links])


def filled_in_html(page: str, *links: GuestLink) -> str:
    """Return a page of HTML with each ``LINK`` replaced by the next of `links`."""
    return _filled(page, [escape(_written(link, GuestLink)) for link in links])


def filled_in_for_host(page: str, *links: HostLink) -> str:
    """Return a page of HTML with each ``LINK`` replaced; only the host's own page uses it."""
    return _filled(page, [escape(_written(link, HostLink)) for link in links])


def url_for_program(link: GuestLink | HostLink) -> str:
    """Return a link's address, for a program that asked for it."""
    return _written(link, GuestLink, HostLink)


def _linked(part: Any, url: str, page: str = "") -> Any:
    match part:
        case dict():
            return {name: _linked(each, url, page) for name, each in part.items()}
        case list():
            return [_linked(each, url, page) for each in part]
        case str():
            return part.replace(LINK, url).replace(PAGE, page)
    return part


def _written(link: GuestLink | HostLink | HostDoor, *kinds: type) -> str:
    if type(link) not in kinds:
        meant = " or ".join(kind.__name__ for kind in kinds)
        raise TypeError(f"A {type(link).__name__} cannot stand where a {meant} is meant.")
    return link._reveal()  # noqa: SLF001 - the one place where a link becomes text


def _in_markdown(sentence: str, urls: list[str]) -> str:
    """Return `sentence` with its addresses; one too long for a message shows only their sites."""
    whole = _filled(sentence, [markdown_link(url, url) for url in urls])
    if len(whole.encode()) <= MESSAGE_BYTES:
        return whole
    return _filled(sentence, [markdown_link(url, urlsplit(url).netloc) for url in urls])


def markdown_link(url: str, shown: str) -> str:
    """Return an address for markdown: bare, or as a link if Webex would read emphasis in it."""
    if not _IN_LINKS.search(url):
        return url
    inert_label = _IN_LINKS.sub(r"\\\1", shown)
    return f"[{inert_label}]({url})"


def _filled(sentence: str, urls: list[str]) -> str:
    pieces = sentence.split(LINK)
    if len(pieces) != len(urls) + 1:
        raise ValueError("A sentence has one place for each of its links.")
    return pieces[0] + "".join(url + piece for url, piece in zip(urls, pieces[1:], strict=True))


def lines(*parts: str) -> str:
    """Join `parts` with Webex's line break, which is two spaces and a newline."""
    return "  \n".join(parts).rstrip()


def pages(*rows: str) -> tuple[Text, ...]:
    """Split `rows` into as few messages as possible, without cutting a row."""
    filled: list[list[str]] = [[]]
    for row in rows:
        if filled[-1] and len("  \n".join([*filled[-1], row]).encode()) > MESSAGE_BYTES:
            filled.append([])
        filled[-1].append(row)
    return tuple(Text("  \n".join(page)) for page in filled)
