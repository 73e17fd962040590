"""What is written down of a recorded step, so that a replay is answered without doing it again."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.core.errors import Trouble
from bot.core.presses import Pressed
from bot.core.steps import Posted


def written(answer: Any, trouble: Trouble | None) -> dict[str, Any]:
    """Return what came of a step as plain data; it holds no link and no address."""
    if trouble:
        return trouble.record()
    if isinstance(answer, Posted):
        return asdict(answer)
    if isinstance(answer, Pressed):
        return {"pressed": asdict(answer)}
    return {"answer": answer}


def read(record: dict[str, Any]) -> tuple[Any, Trouble | None]:
    """Return the answer or the trouble that `record` wrote down."""
    if "trouble" in record:
        return None, Trouble.from_record(record)
    if "pressed" in record:
        return Pressed(**record["pressed"]), None
    if "message_id" in record:
        return Posted(**record), None
    return record["answer"], None
