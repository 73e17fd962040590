"""The weather: faults that calls to the sandbox meet.

``world.weather = [RateLimited(30), ServerError(503, method="POST", path="/messages")]``
Each befalls the first `times` calls that match, then is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Incoming:
    """What is known of a call before it is served; `named` holds its query and body as text."""

    method: str
    path: str
    named: str = ""


@dataclass(frozen=True)
class Answer:
    """What a misfortune answers with: a Webex error that says `message`, or a `page` of html."""

    status: int
    message: str = ""
    page: str = ""
    retry_after: int | str | None = None


@dataclass(frozen=True, kw_only=True)
class Misfortune:
    """Something that goes wrong.

    Args:
        times: how many calls it befalls; None for all of them.
        method: only calls of this HTTP method.
        path: only calls whose path contains this.
        naming: only calls that name this id or address in path, query or body.
        late: the call is carried out first, and only its answer suffers.
    """

    times: int | None = 1
    method: str = ""
    path: str = ""
    naming: str = ""
    late: bool = False

    def befalls(self, call: Incoming) -> bool:
        """Say whether this call is one of those it befalls."""
        return (
            self.method in ("", call.method)
            and self.path in call.path
            and (self.naming in call.named or self.naming in call.path)
        )

    def answer(self) -> Answer | None:
        """Return what the caller gets; None where the connection is cut instead."""
        return None


@dataclass(frozen=True)
class RateLimited(Misfortune):
    """429, with a page of html as Webex's gateway sends it; `retry_after` is sent as it is."""

    retry_after: int | str | None = 30

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(429, page="<h1>Too many requests</h1>", retry_after=self.retry_after)


@dataclass(frozen=True)
class Locked423(Misfortune):
    """423, as Webex answers while a space is being moved."""

    retry_after: int | str | None = 1

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(423, "The requested resource is locked.", retry_after=self.retry_after)


@dataclass(frozen=True)
class ServerError(Misfortune):
    """500, 502, 503 or 504."""

    status: int = 503

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(self.status, "Something went wrong on the server.")


@dataclass(frozen=True)
class NotFoundYet(Misfortune):
    """404 for something that is there: Webex's parts do not all learn of it at once."""

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(404, "The requested resource could not be found.")


@dataclass(frozen=True)
class Unauthorized(Misfortune):
    """401, as if the token had been revoked."""

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(
            401, "The request requires a valid access token set in the Authorization header."
        )


@dataclass(frozen=True)
class Rejected(Misfortune):
    """400, for a call that is as it should be: something behind it is not set up."""

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(400, "The request could not be served.")


@dataclass(frozen=True)
class Reset(Misfortune):
    """The connection is cut."""


@dataclass(frozen=True)
class Silence(Misfortune):
    """No answer for so many seconds, then the connection is cut."""

    seconds: float = 60.0


@dataclass(frozen=True)
class Truncated(Misfortune):
    """The call is carried out, and only half of the answer's body arrives."""

    late: bool = field(default=True, kw_only=True)


@dataclass(frozen=True)
class Dated(Misfortune):
    """The call is carried out, and its answer has this ``Date``, whatever the time."""

    date: str = "Thu, 01 Jan 1970 00:00:00 GMT"
    late: bool = field(default=True, kw_only=True)


@dataclass(frozen=True)
class Html200(Misfortune):
    """A success in form, and the page of a proxy in content."""

    def answer(self) -> Answer:
        """Return the answer."""
        return Answer(200, page="<h1>Welcome to the hotel</h1>")


@dataclass(frozen=True)
class RefuseDirect(Misfortune):
    """Webex has no way to write to this address directly."""

    email: str = ""

    def befalls(self, call: Incoming) -> bool:  # noqa: ARG002
        """Say no: the world itself asks for this one, when somebody is written to."""
        return False
