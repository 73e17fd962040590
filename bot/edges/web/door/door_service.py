"""The interface between the door's pages and what they show and do."""

from __future__ import annotations

from typing import Protocol

from bot.core.domain.doors import DoorView, HostPress, HostView, Press, Reply, Rsvp


class DoorService(Protocol):
    """Reads and changes doors by their tokens. Threads may share it.

    An unknown token, one of a removed guest and one that was replaced get the same answer, None or
    False, after the same time. Without a database, every method raises DatabaseAway.
    """

    def view(self, token: str, visitor: str = "") -> DoorView | None:
        """Return what a guest's page shows; changes nothing.

        Args:
            token: from the address.
            visitor: identifies the browser, by a cookie; only matters at a shared door.
        """

    def press(self, token: str, visitor: str = "", name: str | None = None) -> Press | None:
        """Let a guest in, if it is time; None for a token that opens nothing.

        Makes at most one call to the source of links. The arrival is recorded before it returns.

        Args:
            token: from the address.
            visitor: identifies the browser, by a cookie; only matters at a shared door.
            name: what the visitor of a shared door calls themselves; None for nothing.
        """

    def rsvp(self, token: str, answer: Rsvp) -> bool:
        """Record a guest's answer to the invitation; the host is told."""

    def ask_again(self, token: str) -> bool:
        """Record that a guest asks for a new time; the host is told."""

    def leave(self, token: str) -> bool:
        """Take back a visitor's call at a desk, unless somebody has taken it."""

    def calendar(self, token: str) -> bytes | None:
        """Return the meeting as an iCalendar file with the door's address."""

    def host_view(self, token: str) -> HostView | None:
        """Return what a host's page shows; changes nothing."""

    def host_calendar(self, token: str) -> bytes | None:
        """Return a later meeting as an iCalendar file without any link, for its host."""

    def start(self, token: str) -> HostPress | None:
        """Let a host in, if it is time; None for a token that opens nothing."""

    def admit(self, token: str, visitor_id: str) -> bool:
        """Let a waiting visitor in.

        Args:
            token: of the host's door.
            visitor_id: the id of a `Visitor`.
        """

    def reply(self, token: str, visitor_id: str, answer: Reply) -> bool:
        """Record a host's answer to a visitor, whose page shows it.

        Args:
            token: of the host's door.
            visitor_id: the id of a `Visitor`.
            answer: the answer.
        """

    def lost(self, address: str) -> None:
        """Send fresh links to an address or a phone number that was invited.

        Every one takes the same time.
        """
