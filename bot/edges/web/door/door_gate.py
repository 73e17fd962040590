"""Finds the door of a request, or ends the request with the reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Generic, Protocol, TypeVar

from flask import Response, abort

from bot.core.pages.door_notices import NoticePage
from bot.core.wording.languages import NAMES, Language
from bot.edges.web.door.door_limits import DoorLimits
from bot.edges.web.door.door_site import Site

_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,90}")


class _View(Protocol):
    @property
    def language(self) -> str | None: ...


V = TypeVar("V", bound=_View)


class DoorGate(Generic[V]):
    """The way to the doors of one kind.

    Args:
        site: what all pages have in common.
        limits: who may ask how often.
        find: returns a door by its token, or None.
        unknown: says that there is none.
        is_shared: returns whether many use a door at a time.
        languages: what its pages are written in.
    """

    def __init__(
        self,
        site: Site,
        limits: DoorLimits,
        find: Callable[[str], V | None],
        unknown: Callable[[Language], NoticePage],
        *,
        is_shared: Callable[[V], bool],
        languages: Collection[str] = tuple(NAMES),
    ) -> None:
        self._site, self._limits, self._find = site, limits, find
        self._unknown, self._is_shared, self._languages = unknown, is_shared, languages

    def language(self, view: V | None = None) -> Language:
        """Return the visitor's language."""
        return self._site.language(view.language if view else None, self._languages)

    def at_page(self, token: str) -> V:
        """Return the door whose page is asked for."""
        view = self._look(token)
        shared = self._is_shared(view)
        wait = self._limits.wait_for_page(token, self._site.client(), shared=shared)
        self._check(view, wait)
        return view

    def at_press(self, token: str) -> V:
        """Return the door on whose page a button was pressed."""
        if refusal := self._site.refusal_of_press():
            abort(refusal)
        return self.at_page(token)

    def at_state(self, token: str) -> V:
        """Return the door that a page looks at while it is open."""
        view = self._look(token)
        self._check(view, self._limits.wait_for_state(token, self._site.client()))
        return view

    def no_such_door(self) -> Response:
        """Return the answer to a token that opens nothing, whatever the reason."""
        t = self.language()
        return self._site.notice(t, self._unknown(t), 404)

    def _look(self, token: str) -> V:
        view = self._find(token) if _TOKEN.fullmatch(token) else None
        if view is None:
            self._check(None, self._limits.wait_for_unknown(self._site.client()))
            abort(self.no_such_door())
        return view

    def _check(self, view: V | None, wait: float) -> None:
        if wait:
            abort(self._site.too_often(self.language(view), wait))
