"""What a source of links can do; conversations ask this, never which source it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Capabilities:
    """What a source of links can do, where that matters to conversations.

    Args:
        short: whether it makes links that are short enough for a text message.
        devices: whether it dials devices when a host joins.
    """

    short: bool = False
    devices: bool = False


INSTANT_CONNECT = Capabilities(short=True, devices=True)
"""Instant Connect's links can't be taken back, and nobody is told when they are opened: doors are
for that."""
