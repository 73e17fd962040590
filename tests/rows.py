"""One test for a whole table of quick cases, which names the cases that fail.

pytest spends milliseconds on each case of `parametrize`, in each of its processes.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]
WRONG = (Exception, BaseExceptionGroup, pytest.fail.Exception)
"""How a row may fail; the last is raised by `pytest.raises` if nothing was raised."""


def for_each(names: str | Sequence[str], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """Call a test with each row, as `pytest.mark.parametrize` does, and report all failures.

    The test's other arguments are fixtures, shared by all rows.

    Args:
        names: the names of a row's arguments.
        rows: a value each, or as many values as names.
    """
    wanted = [names] if isinstance(names, str) else list(names)
    table = [(row,) if isinstance(names, str) else tuple(row) for row in rows]
    assert table, "a test of no rows holds whatever happens"

    def over(test: Test) -> Test:
        @wraps(test)
        def every_row(**fixtures: Any) -> None:
            tried = (_tried(test, dict(zip(wanted, row, strict=True)), fixtures) for row in table)
            failed = [trouble for trouble in tried if trouble]
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(table)} rows fail", failed)

        parameters = inspect.signature(test).parameters.values()
        shared = [one for one in parameters if one.name not in wanted]
        every_row.__signature__ = inspect.Signature(shared)  # type: ignore[attr-defined]
        return every_row

    return over


def _tried(test: Test, row: dict[str, Any], fixtures: dict[str, Any]) -> Any:
    try:
        test(**row, **fixtures)
    except WRONG as trouble:
        trouble.add_note(f"in the row {row!r}")
        return trouble
    return None
