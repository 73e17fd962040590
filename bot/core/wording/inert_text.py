"""What people wrote, so that Webex and other apps show it and do nothing with it."""

from __future__ import annotations

import re
import unicodedata

_MARKDOWN = re.compile(r"([\\`*_\[\]])")
_BLOCK = re.compile(r"^(\d*)(?=[#+\-=~.)])")
_SCHEME = re.compile(r"(?i)(\b(?:https?|ftps?|webexteams|mailto|tel|sips?|xmpp):|/(?=/))")
_EMAIL = r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w.-]+(?![\w@/:])"
_DOTS = ".\u3002\uff0e\uff61"
_DOT = rf"(?<=\w)[{_DOTS}](?=[^\W\d])|(?<=[^\W\d])[{_DOTS}](?=\w)"
_IN_ADDRESSES = re.compile(rf"[@{_DOTS}]")
_EMAIL_OR_DOT = re.compile(f"{_EMAIL}|{_DOT}")
_WORD_JOINER = "\u2060"
"""Invisible. It goes on both sides of a dot, or apps still link one half of the domain."""


def inert(said: str, limit: int = 200, *, addresses: bool = True) -> str:
    """Return what a person wrote, escaped so that Webex shows it and nothing more.

    Markdown, mentions (``<@all>``), HTML, URLs, bare domains, control and bidirectional characters
    lose their effect. Email addresses stay, so that they can be copied.

    Args:
        said: anything.
        limit: the maximum length, in characters of `said`.
        addresses: whether email addresses stay as they are.
    """
    plain = unlinked(said, limit=limit, addresses=addresses)
    escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _BLOCK.sub(r"\1\\", _MARKDOWN.sub(r"\\\1", escaped))


def unlinked(
    said: str, joint: str = _WORD_JOINER, limit: int = 200, *, addresses: bool = True
) -> str:
    """Return what a person wrote as one line in which no app finds the address of a page.

    An email address stays as it is: it is there to be copied.

    Args:
        said: anything.
        joint: what keeps the parts of a domain apart.
        limit: longest result, in characters of `said`.
        addresses: whether email addresses stay as they are.
    """

    def apart(found: re.Match[str]) -> str:
        if "@" in found[0] and addresses:
            return found[0]
        return _IN_ADDRESSES.sub(rf"{joint}\g<0>{joint}", found[0])

    return _SCHEME.sub(rf"\1{joint}", _EMAIL_OR_DOT.sub(apart, one_line(said, limit)))


def one_line(said: str, limit: int = 200) -> str:
    """Return what a person wrote as one line of visible characters, safe for a mail header.

    Args:
        said: anything.
        limit: the maximum length, in characters.
    """
    visible = "".join(c if _visible(c) else " " for c in said)
    return " ".join(visible.split())[:limit]


def _visible(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
