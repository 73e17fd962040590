"""Converts Webex's markdown to HTML, with mentions.

https://developer.webex.com/docs/api/basics#formatting-messages
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from bot.sandbox.webex.model import Person

KEPT_TAGS = {
    *("p", "br", "h1", "h2", "h3", "blockquote", "pre", "ul", "ol", "li"),
    *("a", "strong", "em", "code", "spark-mention"),
}
KEPT_ATTRIBUTES = {
    "a": {"href"},
    "spark-mention": {"data-object-type", "data-object-id", "data-group-type"},
}
KEPT_SCHEMES = {"http", "https", "mailto", "tel", "sip", "webexteams"}
MENTION = re.compile(r"<@(?:(all)|(personId|personEmail):([^|>]*)(?:\|([^>]*))?)>")
BLOCK_TAGS = {"p", "br", "li", "pre", "blockquote", "h1", "h2", "h3"}

FindPerson = Callable[[str], Person | None]


@dataclass(frozen=True)
class Rendered:
    """A message as HTML and plain text, and the people it mentions."""

    html: str
    text: str
    people: tuple[str, ...]
    groups: tuple[str, ...]


def render(markdown: str, find: FindPerson) -> Rendered:
    """Render `markdown` as Webex does.

    Args:
        markdown: as posted, with mentions such as ``<@personEmail:a@x.com|Alice>``.
        find: returns the member of the space with an id or address, or None.
    """
    env: dict[str, Any] = {"find": find, "people": [], "groups": []}
    made = nh3.clean(
        MARKDOWN.render(markdown, env),
        tags=KEPT_TAGS,
        attributes=KEPT_ATTRIBUTES,
        url_schemes=KEPT_SCHEMES,
        link_rel=None,
    )
    flat = re.sub(r">\n+<", "><", made).replace("<br>\n", "<br>").strip()
    return Rendered(flat, plain(flat), _once(env["people"]), _once(env["groups"]))


def is_plain(made: Rendered) -> bool:
    """Return whether the HTML says no more than the text."""
    return made.html == f"<p>{html.escape(made.text, quote=False)}</p>"


def plain(made: str) -> str:
    """Return the text of HTML as Webex does: blocks and line breaks become a space."""
    reader = _TextReader()
    reader.feed(made)
    reader.close()
    return " ".join("".join(reader.parts).split())


def _once(ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - html.parser calls it with attributes
        if tag in BLOCK_TAGS:
            self.parts.append(" ")


def _read_mention(state: StateInline, silent: bool) -> bool:
    found = MENTION.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("mention", "", 0).meta = {"found": found.groups()}
    state.pos = found.end()
    return True


def _write_mention(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: Any, env: Any
) -> str:
    everybody, _, who, label = tokens[index].meta["found"]
    if everybody:
        env["groups"].append("all")
        return '<spark-mention data-object-type="groupMention" data-group-type="all">All' + _END
    person = env["find"](who)
    if person is None:  # not in the space: Webex leaves the label as text
        return html.escape(label or who)
    env["people"].append(person.id)
    shown = person.shown_name if person.is_bot else label or person.name
    return (
        f'<spark-mention data-object-type="person" data-object-id="{person.id}">'
        f"{html.escape(shown)}{_END}"
    )


_END = "</spark-mention>"


def _write_raw_html(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: Any, _env: Any
) -> str:
    raw = tokens[index].content
    return "" if "spark-mention" in raw.lower() else raw  # mentions can't be forged


def _make_markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"breaks": True, "html": True})
    markdown.inline.ruler.before("autolink", "mention", _read_mention)
    markdown.add_render_rule("mention", _write_mention)
    markdown.add_render_rule("html_inline", _write_raw_html)
    markdown.add_render_rule("html_block", _write_raw_html)
    return markdown


MARKDOWN = _make_markdown()
