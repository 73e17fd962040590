"""What came of each recorded step, so that a replay is answered without doing it again.

The engine has checkpoints of its own; two round trips and three statements for each step took it
a third of all the processor time that a command costs. Measured: bot/README.md.
"""

from __future__ import annotations

import json
import time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.core.domain.errors import Trouble
from bot.core.domain.meeting_record import FoundMeetings
from bot.core.incoming.presses import ButtonPress
from bot.core.steps.step import Posted
from bot.edges.durable.payloads import PLAIN, Payloads
from bot.edges.storage.prepared import Prepared

# Written once: building a statement costs more than running it.
_READ = sa.text("SELECT step, kind, answer FROM checkpoints WHERE conversation = :conversation")
_WRITE = sa.text(
    "INSERT INTO checkpoints (conversation, step, kind, answer, at)"
    " VALUES (:conversation, :step, :kind, :answer, :at)"
)


Recorded = tuple[str, dict[str, Any]]
"""The kind of a step, and its answer as plain data."""


class OvertakenError(Exception):
    """Another process did this step: it owns the conversation now."""


class DivergedError(Exception):
    """A replay came to another step than the one that was recorded."""


class Checkpoints:
    """The recorded steps of all conversations.

    Args:
        database: where they lie.
        payloads: seals what is written.
    """

    def __init__(self, database: sa.Engine, payloads: Payloads = PLAIN) -> None:
        self._database = database
        self._payloads = payloads
        self._writing = Prepared.of(_WRITE, database.dialect)

    def of(self, conversation: str) -> dict[int, Recorded]:
        """Return kind and answer of each recorded step, by its place in the conversation."""
        with self._database.connect() as connection:
            rows = connection.execute(_READ, {"conversation": conversation}).all()
        opened = self._payloads.opened
        return {step: (kind, json.loads(opened(answer))) for step, kind, answer in rows}

    def write(self, conversation: str, step: int, kind: str, answer: dict[str, Any]) -> None:
        """Record what came of a step.

        Raises:
            OvertakenError: it is recorded already.
        """
        row = {
            "conversation": conversation,
            "step": step,
            "kind": kind,
            "answer": self._payloads.sealed(json.dumps(answer)),
            "at": time.time(),
        }
        try:
            with self._database.begin() as connection:
                self._writing.execute(connection, row)
        except IntegrityError:
            raise OvertakenError from None


def written(answer: Any, trouble: Trouble | None) -> dict[str, Any]:
    """Return what came of a step as plain data; it holds no link and no address."""
    if trouble:
        return trouble.record()
    if isinstance(answer, Posted):
        return dict(vars(answer))
    if isinstance(answer, ButtonPress):
        return {"pressed": dict(vars(answer))}
    if isinstance(answer, FoundMeetings):
        return {"found": answer.ends}
    return {"answer": answer}


def read(record: dict[str, Any]) -> tuple[Any, Trouble | None]:
    """Return the answer or the trouble that `record` wrote down."""
    if "trouble" in record:
        return None, Trouble.from_record(record)
    if "pressed" in record:
        return ButtonPress(**record["pressed"]), None
    if "found" in record:
        return FoundMeetings(tuple((number, end) for number, end in record["found"])), None
    if "message_id" in record:
        return Posted(**record), None
    return record["answer"], None
