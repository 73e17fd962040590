"""A method at an address of `/v1`, as its description has it."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel


@dataclass(frozen=True)
class Operation:
    """What a method does at an address.

    Args:
        method: in lower case.
        path: below `/v1`.
        name: of the function that a generated client has for it.
        summary: what it does.
        answer: what comes back; None for nothing.
        body: what is sent, if anything.
        status: of a successful answer.
        problems: statuses beyond those that every request may be answered with.
        paged: whether it returns one page of a list.
        tagged: whether the answer has an ETag.
    """

    method: str
    path: str
    name: str
    summary: str
    answer: type[BaseModel] | None
    body: type[BaseModel] | None = None
    status: int = 200
    problems: tuple[int, ...] = ()
    paged: bool = False
    tagged: bool = False
