"""Presence: what Webex says about whether somebody can be reached now."""

from __future__ import annotations

from datetime import timedelta

HEAD_START = timedelta(seconds=20)
"""How long before those who are away or busy the others of a tier are asked."""

_ELSEWHERE = frozenset({"call", "meeting", "presenting", "donotdisturb", "outofoffice", "inactive"})


def is_elsewhere(status: object) -> bool:
    """Return whether a status says that somebody is away or busy; an unknown one doesn't."""
    return isinstance(status, str) and status.casefold() in _ELSEWHERE
