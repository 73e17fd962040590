"""Faults that calls to the sandbox meet, such as an outage or a limited rate.

``world.faults = [RateLimited(30), ServerError(503, method="POST", path="/messages")]``
Each fault hits the first `times` calls that match, and is then gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Incoming:
    """A call before it is answered; `named` is its query and body as text."""

    method: str
    path: str
    named: str = ""


@dataclass(frozen=True)
class Answer:
    """The answer of a fault: a Webex error with a `message`, or an HTML `page`."""

    status: int
    message: str = ""
    page: str = ""
    retry_after: int | str | None = None


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault.

    Args:
        times: the number of calls it hits; None for all.
        method: only calls with this HTTP method.
        path: only calls whose path contains this.
        naming: only calls with this id or address in path, query or body.
        late: the call is carried out first, and only its answer is affected.
    """

    times: int | None = 1
    method: str = ""
    path: str = ""
    naming: str = ""
    late: bool = False
    fixed: ClassVar[Answer | None] = None

    def hits(self, call: Incoming) -> bool:
        """Return whether it hits this call."""
        return (
            self.method in ("", call.method)
            and self.path in call.path
            and (self.naming in call.named or self.naming in call.path)
        )

    def answer(self) -> Answer | None:
        """Return the answer; None to cut the connection instead."""
        return self.fixed


@dataclass(frozen=True)
class RateLimited(Fault):
    """429 with an HTML page, as Webex's gateway sends it; `retry_after` is sent unchanged."""

    retry_after: int | str | None = 30

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(429, page="<h1>Too many requests</h1>", retry_after=self.retry_after)


@dataclass(frozen=True)
class Locked423(Fault):
    """423, as Webex answers while it moves a space."""

    retry_after: int | str | None = 1

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(423, "The requested resource is locked.", retry_after=self.retry_after)


@dataclass(frozen=True)
class ServerError(Fault):
    """500, 502, 503 or 504."""

    status: int = 503

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(self.status, "Something went wrong on the server.")


@dataclass(frozen=True)
class NotFoundYet(Fault):
    """404 for an object that exists, but isn't known to all of Webex yet."""

    fixed = Answer(404, "The requested resource could not be found.")


@dataclass(frozen=True)
class Unauthorized(Fault):
    """401, as if the token had been revoked."""

    fixed = Answer(
        401, "The request requires a valid access token set in the Authorization header."
    )


@dataclass(frozen=True)
class Rejected(Fault):
    """400 for a correct call, as if something behind it weren't set up."""

    fixed = Answer(400, "The request could not be served.")


@dataclass(frozen=True)
class Reset(Fault):
    """The connection is cut."""


@dataclass(frozen=True)
class Silence(Fault):
    """No answer for some seconds, then the connection is cut."""

    seconds: float = 60.0


@dataclass(frozen=True)
class Slow(Fault):
    """The call is carried out after some seconds."""

    seconds: float = 3.0


@dataclass(frozen=True)
class Truncated(Fault):
    """The call is carried out, and only half of the answer's body arrives."""

    late: bool = field(default=True, kw_only=True)


@dataclass(frozen=True)
class Dated(Fault):
    """The call is carried out, and its answer has this ``Date``."""

    date: str = "Thu, 01 Jan 1970 00:00:00 GMT"
    late: bool = field(default=True, kw_only=True)


@dataclass(frozen=True)
class Html200(Fault):
    """200 with a proxy's HTML page."""

    fixed = Answer(200, page="<h1>Welcome to the hotel</h1>")


@dataclass(frozen=True)
class SocketClosed(Fault):
    """Instead of sending an event, the WebSocket is closed with this code."""

    code: int = 1000
    reason: str = "idle"
    path: str = field(default="/mercury", kw_only=True)


@dataclass(frozen=True)
class SocketShutdown(Fault):
    """After an event, the end of the WebSocket is announced, so that its client opens another."""

    path: str = field(default="/mercury", kw_only=True)


@dataclass(frozen=True)
class RefuseDirect(Fault):
    """Direct messages to this address are refused."""

    email: str = ""

    def hits(self, call: Incoming) -> bool:  # noqa: ARG002 - other faults look at the call
        """Return False: the world checks for this one itself, on direct messages."""
        return False
