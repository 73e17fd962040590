"""Tracks whether Webex accepts the bot's token.

While it does not, notices are recorded and none is begun: each would only be refused. It is said
once in the log, as an error, and by the receiver's health, until Webex accepts the token again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import structlog

from bot.core.domain.errors import TokenRefused, Trouble
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.sms_steps import SendText
from bot.core.steps.webex_steps import ReadMessage, Step
from bot.edges.minds import Edges

log = structlog.get_logger()

ASK_AGAIN = 30.0
"""Seconds between two questions whether the token is accepted again."""

OTHERS = (SendMail, SendText)
"""Steps of services that do not know the token: what they refuse is a key of their own."""


class TokenHealth:
    """The bot's standing with Webex.

    Args:
        whoami: asks Webex who the bot is; raises Trouble.
        clock: seconds, going on.
    """

    def __init__(
        self, whoami: Callable[[], object], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._whoami = whoami
        self._clock = clock
        self._ask_at = 0.0
        self.good = True

    def doubt(self) -> None:
        """Ask Webex itself: a call was refused, which may be about that call alone."""
        if self.good:
            self._ask()

    def refused(self) -> None:
        """Note that Webex did not accept the token."""
        if self.good:
            log.error(
                "webex.token_refused",
                advice="Webex does not accept WEBEX_ACCESS_TOKEN. Set a new one, made at"
                " https://developer.webex.com/my-apps, and restart. What is asked meanwhile waits.",
            )
        self.good = False
        self._ask_at = self._clock() + ASK_AGAIN

    def accepted(self) -> None:
        """Note that Webex did accept it."""
        if not self.good:
            log.warning("webex.token_accepted_again")
        self.good = True

    def restored(self) -> bool:
        """Return whether it is good, after a question to Webex when it is time for one."""
        if not self.good and self._clock() >= self._ask_at:
            self._ask()
        return self.good

    def _ask(self) -> None:
        try:
            self._whoami()
        except TokenRefused:
            self.refused()
        except Trouble:
            self._ask_at = self._clock() + ASK_AGAIN
        else:
            self.accepted()


class Watched:
    """Performs steps, and notes by what comes of them how the bot stands with Webex.

    Args:
        edges: which perform them.
        standing: where it is noted.
    """

    def __init__(self, edges: Edges, standing: TokenHealth) -> None:
        self._edges = edges
        self._standing = standing

    def perform(self, step: Step) -> Any:
        """Do `step` once, in this thread, and return its answer.

        Raises:
            Trouble: it was not done, and what that means.
        """
        try:
            answer = self._edges.perform(step)
        except TokenRefused:
            if not isinstance(step, OTHERS):
                self._standing.doubt()
            raise
        if isinstance(step, ReadMessage):  # with which nearly everything begins
            self._standing.accepted()
        return answer
