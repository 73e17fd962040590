"""Why a request of another program wasn't served."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.domain.errors import BotError, NotActivated, Passing, TokenRefused, Trouble

NOTHING_HERE = "There is nothing at this address."


class ApiProblem(BotError):
    """A request that wasn't served.

    Args:
        status: the HTTP status of the answer.
        detail: what is wrong and what to do, in a sentence that quotes nothing of the request.
        headers: further headers of the answer.
        tracking_id: of the service that failed, for Cisco's support.
        errors: where in the body, and what is wrong there.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        headers: Mapping[str, str] | None = None,
        tracking_id: str | None = None,
        errors: Sequence[Mapping[str, str]] = (),
    ) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.headers, self.tracking_id = dict(headers or {}), tracking_id
        self.errors = errors


def problem_of(trouble: Trouble) -> ApiProblem:
    """Return what to tell a program when Instant Connect or the database failed."""
    if isinstance(trouble, Passing):
        again = {"Retry-After": f"{max(1.0, trouble.retry_after or 5.0):.0f}"}
        said = "Instant Connect isn't responding. Try again."
        return ApiProblem(503, said, again, trouble.tracking_id)
    said = {
        TokenRefused: "Webex rejects the bot's token. Its operator has to replace it.",
        NotActivated: "Instant Connect isn't turned on for the bot's organization.",
    }.get(type(trouble), "Instant Connect didn't make the links.")
    return ApiProblem(502, said, {}, trouble.tracking_id)
