"""Reads a Webex message as one plain text in which every mention carries its person's id.

What others wrote is left out: quoted lines, forwarded mails, signatures.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

_LONGEST_LINE = 500
"""Characters of a line that can introduce a quotation."""

_QUOTED_LINE = re.compile(r"\s*[>＞❯]")
_FORWARDED = r"(?:fwd?|wg|tr|rv|enc|doorst)\s*:"
_HEADER = r"(?:from|von|de|da|van|sender|absender|差出人)\s*:"
_NEXT_HEADER = r"(?:sent|gesendet|date|datum|envoyé|enviado|fecha|to|an|à|para|cc)\b"
_WROTE = r"(?:wrote|writes|schrieb|a\s+écrit|escribió|ha\s+scritto|escreveu|schreef)"
_RULER = (
    r"[-_*=\s]*(?:original\s+message|forwarded\s+message|begin\s+forwarded\s+message"
    r"|ursprüngliche\s+nachricht|weitergeleitete\s+nachricht|message\s+d'origine"
    r"|message\s+transféré|mensaje\s+original|mensaje\s+reenviado)\b"
)
_SENT_FROM = (
    r"(?:sent\s+from\s+my|get\s+outlook\s+for|von\s+meinem\s+\S+\s+gesendet"
    r"|envoyé\s+de(?:puis)?\s+mon|enviado\s+desde\s+mi)\s"
)
_REST_IS_NOT_OWN = re.compile(
    rf"\s*(?:{_FORWARDED}.*|{_RULER}.*|{_SENT_FROM}.*|(?:--|—|_{{5,}})\s*"
    rf"|(?:on|am|le|el|il|em|op)\b.{{1,200}}\b{_WROTE}\b.{{0,200}}:\s*"
    rf"|.{{1,200}}\b{_WROTE}\b.{{0,100}}:\s*)",
    re.IGNORECASE,
)
_HEADERS = re.compile(rf"\s*\**{_HEADER}.*\n\s*\**{_NEXT_HEADER}.{{0,20}}:.*", re.IGNORECASE)


def own_text(text: str) -> tuple[str, bool]:
    """Return the part of `text` that its sender wrote, and whether there was another part."""
    lines = text.split("\n")
    own: list[str] = []
    for at, line in enumerate(lines):
        if len(line) <= _LONGEST_LINE and _ends_own_text(lines, at):
            return "\n".join(own), True
        if not _QUOTED_LINE.match(line):
            own.append(line)
    return "\n".join(own), len(own) < len(lines)


def _ends_own_text(lines: list[str], at: int) -> bool:
    """Return whether this line and the rest of the message are from somebody else."""
    if _REST_IS_NOT_OWN.fullmatch(lines[at]):
        return True
    following = next((each for each in lines[at + 1 : at + 3] if each.strip()), "")
    return bool(_HEADERS.fullmatch(f"{lines[at]}\n{following[:_LONGEST_LINE]}"))


JOINERS = "\u200c\u200d"
"""The invisible characters to keep: Persian spelling and family emoji need them."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs"})
_LINES = frozenset({"p", "br", "li", "div", "tr", "pre", "blockquote", "h1", "h2", "h3"})
_CELLS = frozenset({"td", "th", "dt", "dd"})
_DOUBTFUL = re.compile(rf"[^\w\n -~{JOINERS}]")
"""A character that may be invisible: not a letter or digit of any script."""

_PERSON = re.compile(r"<@personId:([^<>|\s]{1,320})\|")

# html.parser takes quadratic time for unclosed tags. Webex sends none.
_ENDLESS_TAG = re.compile(r"<(?![a-zA-Z/][^<>]*>)")


@dataclass(frozen=True)
class Said:
    """The text of a message to the bot.

    Args:
        text: without the bot's own mention, control and invisible characters; mentions of others
            are written as in Webex's markdown, `<@personId:ID|Label>`, see
            https://developer.webex.com/messaging/docs/basics#formatting-messages
        quotes: whether the message quoted somebody; the quotation is not in `text`.
    """

    text: str = field(repr=False)
    quotes: bool = False


def read(html: str | None, text: str | None, bot_id: str) -> Said:
    """Return the text of a message.

    Mentions are read from `html` only: `text` shows just the first word of a bot's name, and a
    label can be any text.

    Args:
        html: the message's HTML; plain messages have none.
        text: the message's text; a message with just a file has none.
        bot_id: the bot's own person id.
    """
    if not html:
        return _own(visible(text or ""), quotes=False)
    reader = _Reader(bot_id)
    reader.feed(_ENDLESS_TAG.sub("&lt;", html))
    reader.close()
    return _own(visible("".join(reader.parts)), quotes=reader.quotes)


def _own(text: str, *, quotes: bool) -> Said:
    own, more = own_text(text)
    return Said(own, quotes or more)


def mention(person_id: str, label: str) -> str:
    """Return the markdown of one mention.

    Args:
        person_id: Webex's id of the person.
        label: to show; characters that would end the markup are removed.
    """
    return f"<@personId:{person_id}|{plain_label(label)}>"


def named(text: str) -> str:
    """Return `text` with the name alone of each person whom it mentions: `@Bob`."""
    return _MENTIONED.sub(r"@\1", text)


_MENTIONED = re.compile(r"<@personId:[^|<>]*\|([^|<>]*)>")


def people(text: str) -> tuple[str, ...]:
    """Return the ids of the people mentioned in `text`, each once and at most a hundred."""
    return tuple(dict.fromkeys(_PERSON.findall(text)))[:100]


def plain_label(label: str) -> str:
    """Return `label` on one line and without markup."""
    return " ".join(re.sub(r"[<>|]", " ", label).split())[:200].rstrip()


def visible(text: str) -> str:
    """Return `text` without controls, direction marks and zero-width characters."""
    return _DOUBTFUL.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    char = found[0]
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in _HIDDEN else char


class _Reader(HTMLParser):
    """Collects the text outside of quotations; mentions and `mailto:` links become markdown."""

    def __init__(self, bot_id: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.quotes = False
        self._bot_id = bot_id
        self._open: dict[str, str | None] | None = None
        self._label: list[str] = []
        self._quoted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self._finish()
            self._quoted += 1
            self.quotes = True
        if tag in {"spark-mention", "a"}:
            self._finish()
            self._open = {**dict(attrs), "tag": tag}
        else:
            self.parts.append(_gap_at(tag))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open["tag"] == tag:
            self._finish()
        else:
            self.parts.append(_gap_at(tag))
        if tag == "blockquote":
            self._finish()
            self._quoted = max(0, self._quoted - 1)

    def handle_data(self, data: str) -> None:
        if not self._quoted:
            (self.parts if self._open is None else self._label).append(data)

    def close(self) -> None:
        super().close()
        self._finish()

    def _finish(self) -> None:
        if self._open is not None and not self._quoted:
            self.parts.append(_marked(self._open, "".join(self._label), self._bot_id))
        self._open, self._label = None, []


def _gap_at(tag: str) -> str:
    """Return what parts the words around a tag, so that lines and cells aren't glued together."""
    return "\n" if tag in _LINES else " " if tag in _CELLS else ""


def _marked(attributes: dict[str, str | None], label: str, bot_id: str) -> str:
    if attributes["tag"] == "a":
        return _linked(attributes.get("href") or "", label)
    person_id = attributes.get("data-object-id")
    if attributes.get("data-object-type") != "person" or not person_id:
        return " "  # @all isn't a person
    return " " if person_id == bot_id else mention(person_id, label)


def _linked(href: str, label: str) -> str:
    scheme, _, address = href.partition(":")
    if scheme.casefold() != "mailto":
        return label
    return f"[{re.sub(r'[][]', ' ', label)}](mailto:{address})"
