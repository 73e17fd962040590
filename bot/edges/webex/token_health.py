"""Tracks whether Webex accepts the bot's token.

While Webex refuses it, notices are recorded but no conversation starts: each call would fail. The
log gets one error, and `/healthz` fails, until Webex accepts the token again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import structlog

from bot.core.domain.errors import TokenRefused, Trouble
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import ReadMessage
from bot.edges.ports import Edges

log = structlog.get_logger()

ASK_AGAIN = 30.0
"""Seconds between checks of a refused token."""

OTHERS = (SendMail, SendText)
"""Steps of services with credentials of their own: a refusal there says nothing about the token."""


class TokenHealth:
    """Whether Webex accepts the bot's token, as far as this process knows.

    Args:
        whoami: asks Webex who the bot is; raises Trouble.
        clock: monotonic, in seconds.
    """

    def __init__(
        self, whoami: Callable[[], object], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._whoami = whoami
        self._clock = clock
        self._ask_at = 0.0
        self.good = True

    def check(self) -> None:
        """Ask Webex whether a refused call means that the token is refused."""
        if self.good:
            self._ask()

    def refused(self) -> None:
        """Record that Webex refused the token."""
        if self.good:
            log.error(
                "webex.token_refused",
                advice="Webex rejects WEBEX_ACCESS_TOKEN. Set a new one, made at"
                " https://developer.webex.com/my-apps, and restart. Until then, commands wait.",
            )
        self.good = False
        self._ask_at = self._clock() + ASK_AGAIN

    def accepted(self) -> None:
        """Record that Webex accepted the token."""
        if not self.good:
            log.warning("webex.token_accepted_again")
        self.good = True

    def restored(self) -> bool:
        """Return whether the token is good; ask Webex again if a check is due."""
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


class TokenWatcher:
    """Performs steps, and records whether Webex accepted the token.

    Args:
        edges: performs the steps.
        token_health: where the result is recorded.
    """

    def __init__(self, edges: Edges, token_health: TokenHealth) -> None:
        self._edges = edges
        self._token_health = token_health

    def perform(self, step: Step) -> Any:
        """Perform `step` once, in this thread, and return its answer.

        Raises:
            Trouble: it failed.
        """
        try:
            answer = self._edges.perform(step)
        except TokenRefused:
            if not isinstance(step, OTHERS):
                self._token_health.check()
            raise
        if isinstance(step, ReadMessage):  # nearly every conversation starts with this step
            self._token_health.accepted()
        return answer
