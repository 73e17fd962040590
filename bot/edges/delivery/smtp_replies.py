"""Tells from a mail server's reply whether the address or the installation is refused.

The three-digit code doesn't say; the enhanced status code does. RFC 2034, RFC 3463, and the list
at https://www.iana.org/assignments/smtp-enhanced-status-codes/
"""

from __future__ import annotations

import re

from bot.core.domain.errors import Passing, Refused, TokenRefused, Trouble

_ENHANCED = re.compile(r"(?<![\d.])[45]\.(\d{1,3})\.(\d{1,3})(?![\d.])")

_OF_INSTALLATION = re.compile(r"[357]\.|4\.5$|1\.[78]$")
"""Subjects and details that are about the sender or its server: the system, the protocol, security
and policy, such as relaying; a quota; and the sender's own address."""

_WITHOUT = frozenset({530, 535, 554})
"""Codes that are about the installation where no enhanced code says otherwise."""


def trouble_of_reply(code: int, said: bytes | str) -> Trouble:
    """Return the Trouble for a refusal of a recipient or of the message.

    Args:
        code: the reply's three digits: 4xx is temporary, 5xx permanent.
        said: the reply's text.
    """
    if code < 500:
        return Passing()
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    found = _ENHANCED.search(text)
    if found:
        ours = _OF_INSTALLATION.match(f"{found[1]}.{found[2]}") is not None
    else:
        ours = code in _WITHOUT or "relay" in text.lower()
    return TokenRefused() if ours else Refused()
