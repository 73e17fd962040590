"""Converts a message's HTML to plain text for a terminal: paragraphs, lines and lists."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = {"p", "h1", "h2", "h3", "ul", "ol", "blockquote", "pre"}


def plain_text(html: str) -> str:
    """Return the text of a message, a list item on each line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.parts)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.numbers: list[int | None] = []
        """The next number of each open list; None for bullets."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the base class has it
        if tag in ("ul", "ol"):
            self.numbers.append(1 if tag == "ol" else None)
        if tag == "li":
            self.parts.append(f"\n{'  ' * (len(self.numbers) - 1)}{self._bullet()} ")
        elif tag == "br":
            self.parts.append("\n")
        elif tag in _BLOCKS and self._is_outside_list(tag):
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self.numbers:
            self.numbers.pop()
        if tag in _BLOCKS and self._is_outside_list(tag):
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def _is_outside_list(self, tag: str) -> bool:
        return len(self.numbers) <= (tag in ("ul", "ol"))

    def _bullet(self) -> str:
        number = self.numbers[-1] if self.numbers else None
        if number is None:
            return "-"
        self.numbers[-1] = number + 1
        return f"{number}."
