"""Removes what others wrote from a message: quoted lines, forwarded mails, signatures.

A command in a quotation is not meant for the bot, and the addresses in it are not guests.
"""

from __future__ import annotations

import re

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
