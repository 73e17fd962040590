"""The world of the running test, for a Flask app that is created once.

Flask compiles routes and templates for each app, which takes longer than most tests.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.sandbox.webex.world import World


class Current:
    """Stands for the world of the running test."""

    def __init__(self) -> None:
        vars(self)["_world"] = None

    def let_in(self, world: World) -> None:
        """Switch to this world."""
        vars(self)["_world"] = world

    def clock(self) -> datetime:
        """Return the current world's time. Others store this function."""
        return self._world.clock()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._world, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._world, name, value)
