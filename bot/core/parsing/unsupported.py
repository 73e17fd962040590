"""Requests that the bot can't fulfill, or not in these words, with a hint for each."""

from __future__ import annotations

from bot.core.domain.hints import Hint

_BEYOND = {
    Hint.INSIDE: (*("record", "mute", "unmute", "lock", "unlock", "share screen"),),
    Hint.HOST: ("make … host", "make host", "give … host", "give host to", "make … second host"),
    Hint.HOST_LINK: (
        *("host link for …", "host link to …", "send host link to …", "send … host link"),
        *("resend host link to …", "resend … host link", "give … host link", "my host link for …"),
        *(f"host link for {everybody}" for everybody in ("all", "everyone", "everybody", "them")),
    ),
    Hint.RESET: (
        *(
            f"{verb} {what}"
            for verb in ("reset", "clear", "forget", "delete", "remove")
            for what in ("defaults", "default", "settings", "preferences", "my defaults")
        ),
        *("defaults reset", "defaults clear"),
    ),
    Hint.SEND: (
        *(
            "send",
            "email",
            "e-mail",
            "mail",
            "send link",
            "send link to",
            "get link",
            "get me link",
        ),
        *("create link", "make link", "generate link", "send invite", "send invitation"),
    ),
}
BEYOND = {tuple(words.split()): hint for hint, said in _BEYOND.items() for words in said}
"""The beginnings of such requests, with the hint for each."""
