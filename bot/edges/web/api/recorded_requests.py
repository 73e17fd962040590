"""Has the engine do what programs ask, once for the same request, and waits for it a while."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.core.incoming.api_requests import ApiCommand, ApiRequest
from bot.edges.durable.inbox import Inbox
from bot.edges.storage.api_meeting_store import ApiMeetings, NewRequest, StoredRequest
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.web.api.api_problems import ApiProblem
from bot.edges.web.api.engine_wait import EngineWait

T = TypeVar("T")


@dataclass(frozen=True)
class ProgramRequest:
    """What a program asks once.

    Args:
        program: its name.
        idempotency: its key.
        about: what is asked, to tell another request with the same key.
        reference: the program's own name for the meeting; None for none.
    """

    program: str
    idempotency: str
    about: str
    reference: str | None = None


@dataclass(frozen=True)
class RecordedRequests:
    """The requests of programs. Threads may share it.

    Args:
        asked: who asked for what.
        inbox: where the engine finds what is asked.
        wait: waits for the engine.
        new_seed: returns an unguessable text that identifies a meeting.
        now: returns the time, aware.
    """

    asked: ApiMeetings
    inbox: Inbox
    wait: EngineWait
    new_seed: Callable[[], str]
    now: Callable[[], datetime]

    def once(self, request: ProgramRequest) -> str:
        """Record a request that the engine has no part in; return the name of the same request.

        Raises:
            ApiProblem: the key was used for another request.
        """
        return self._recorded(request, lambda _: None).name

    def begin(
        self,
        request: ProgramRequest,
        command: ApiCommand,
        host: str,
        check: Callable[[], None] = lambda: None,
    ) -> StoredRequest:
        """Record a command to carry out, unless the same request did before.

        Args:
            request: who asks, and which request it is.
            command: what a host would say.
            host: their address.
            check: raises if a new request can't be done; then nothing is recorded.

        Raises:
            ApiProblem: the key was used for another request.
        """

        def row_of(new: NewRequest) -> InboxRow:
            check()
            made = ApiRequest(request.program, new.name, command, host, new.at, new.seed)
            return self.inbox.row_of(made)

        return self._recorded(request, row_of)

    def outcome(self, program: str, asked: StoredRequest, look: Callable[[], T | None]) -> T:
        """Return what a request led to, which may have been asked before.

        Args:
            program: who asked.
            asked: the request.
            look: returns None while there is nothing.

        Raises:
            ApiProblem: the bot refused, or it takes too long.
        """
        wait = self.wait.until if asked.is_new else self.wait.already
        return wait(look, f"api:{program}:{asked.name}")

    def do(
        self,
        program: str,
        command: ApiCommand,
        host: str,
        is_done: Callable[[], bool] | None = None,
    ) -> None:
        """Carry out a command that is safe to repeat.

        Args:
            program: who asks.
            command: what a host would say.
            host: their address.
            is_done: returns whether it is; None if the end of the conversation tells.

        Raises:
            ApiProblem: the bot refused, or it takes too long.
        """
        name = secrets.token_hex(16)
        request = ApiRequest(program, name, command, host, self.now(), self.new_seed())
        self.inbox.add(request)
        look = is_done or (lambda: self.wait.is_finished(request.key))
        self.wait.until(lambda: look() or None, request.key)

    def _recorded(
        self, request: ProgramRequest, row_of: Callable[[NewRequest], InboxRow | None]
    ) -> StoredRequest:
        new = NewRequest(
            request.program,
            _hash(request.idempotency),
            _hash(request.about),
            self.new_seed(),
            secrets.token_hex(16),
            request.reference,
            self.now(),
        )
        asked = self.asked.ask(new, lambda: row_of(new))
        if asked.body_hash != new.body_hash:
            said = "This Idempotency-Key was used for another request. Take a new one."
            raise ApiProblem(422, said)
        return asked


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
