"""Rules for all tests: no network beyond this machine, no timing."""

from __future__ import annotations

import gc
import ipaddress
import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from hypothesis import is_hypothesis_test, settings
from hypothesis import strategies as st

gc.disable()  # until all is collected, of which nothing goes


class ReachedOutsideError(Exception):
    """A test tried to leave this machine."""


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {"localhost", ""}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and not _is_loopback(str(address[0])):
        raise ReachedOutsideError("A test may talk to 127.0.0.1 and to nobody else.")


# An audit hook cannot be taken away again, so that no test can forget it.
sys.addaudithook(_watch)

# The machine may be busy with something else; what has to be fast is measured by tests.bench.
settings.register_profile("house", deadline=None, database=None, max_examples=25)
# Every run tries other examples; this tries many: python -m tests --hypothesis-profile=thorough
settings.register_profile("thorough", deadline=None, database=None, max_examples=2000)
settings.load_profile("house")


@pytest.fixture(scope="module", autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    """A command that was run in this process may have said how it logs."""
    yield
    structlog.reset_defaults()


FIRST = (
    *("tests/browser", "tests/engine/test_leaving", "tests/engine/test_kills"),
    *("tests/engine/test_at_once", "tests/engine", "tests/test_commands", "tests/edges"),
)
"""What waits for processes goes first, so that none is left alone with it in the end."""

LONG = pytest.StashKey[dict[str, set[bool]]]()
"""Of each test that was collected, by its name: whether it is part of the long run, or not, or
is so in some of its cases."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave most stories of the whole bot to the long run, where all are played."""
    found = config.stash[LONG] = defaultdict(set)
    for item in items:
        if _is_of_the_whole_bot(item) and not item.get_closest_marker("whole"):
            item.add_marker(pytest.mark.long)
        found[item.originalname].add(item.get_closest_marker("long") is not None)
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    if is_hypothesis_test(getattr(item, "obj", None)):
        return -1  # before a bot runs in the same process: engines draw at random, too
    return next((turn for turn, each in enumerate(FIRST) if item.nodeid.startswith(each)), 99)


def pytest_collection_finish() -> None:
    """Nothing collected goes before the end: to look for it took a tenth of the time.

    In a fresh clone, each process would take seconds to learn which characters there are.
    """
    st.text().validate()
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 100)


def _is_of_the_whole_bot(item: pytest.Item) -> bool:
    parameters = getattr(item, "callspec", None)
    return parameters is not None and parameters.params.get("bot") == "real"
