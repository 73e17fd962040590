"""Pages of lists: which part of a list a request asks for, and where the next one begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.edges.web.api.request_reading import read_number

MOST_LISTED, USUALLY_LISTED = 100, 20
"""Meetings on a page."""

HIGHEST = 999_999_999
"""The highest number that a meeting can have."""


@dataclass(frozen=True)
class ListPage:
    """A part of a list of numbered things, newest first.

    Args:
        most: how many are on it at most.
        before: only those with lower numbers; None for all.
    """

    most: int
    before: int | None

    def following(self, numbers: Sequence[int]) -> str | None:
        """Return the cursor of the next page; None if there is none.

        Args:
            numbers: those on this page, and the next one if there is any.
        """
        return str(numbers[self.most - 1]) if len(numbers) > self.most else None


def read_page() -> ListPage:
    """Return the page that this request asks for.

    Raises:
        ApiProblem: it asks for none that can be.
    """
    most = read_number("limit", MOST_LISTED) or USUALLY_LISTED
    return ListPage(most, read_number("cursor", HIGHEST))
