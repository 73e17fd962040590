"""Runs the tests in some processes, forked from one that has imported and collected everything.

A process that is started anew, as by pytest-xdist, imports and collects once more what all others
do, which was a tenth of all work. ``-n 1`` runs all in one process, as do systems without fork.
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
from collections.abc import Iterator
from itertools import chain, groupby, pairwise
from multiprocessing.connection import Connection, wait
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest

Files = list[list[pytest.Item]]
WHOLE = {"browser", "edges"}
"""Folders that one process runs alone: a browser, and PostgreSQL, take longer to start than most
of their tests."""

PROCESSES = 4
"""Two keep two cores busy, and the others while those wait for what they test."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take ``-n`` as pytest-xdist does, whose users know it."""
    group = parser.getgroup("side by side")
    group._addoption(  # noqa: SLF001 - the public one keeps small letters to pytest itself
        "-n", dest="processes", type=int, default=PROCESSES, help="run files in so many processes"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run each file in whichever process is free first, and report as if it were here."""
    option = session.config.option
    files = [list(items) for _, items in groupby(session.items, key=_share)]
    number = min(option.processes, len(files)) if hasattr(os, "fork") else 1
    if number < 2 or option.collectonly or option.usepdb or session.testsfailed:
        return None
    session.config._tmp_path_factory.getbasetemp()  # noqa: SLF001 - one for all, not one each
    Crew(session, files, number).work()
    if session.shouldfail:
        raise session.Failed(session.shouldfail)
    return True


def _share(item: pytest.Item) -> Path:
    folder = item.path.parent
    return folder if folder.name in WHOLE else item.path


class Crew:
    """Processes that share files between them.

    Args:
        session: whose tests they run.
        files: the items of each.
        number: of processes.
    """

    def __init__(self, session: pytest.Session, files: Files, number: int) -> None:
        self._session = session
        self._fork = multiprocessing.get_context("fork")
        self._over = self._fork.Event()
        self._todo = self._fork.SimpleQueue()
        for each in [*range(len(files)), *[None] * number]:
            self._todo.put(each)
        self._begun: dict[Connection, Any] = dict(self._started(files) for _ in range(number))

    def _started(self, files: Files) -> tuple[Connection, Any]:
        """Start a process; return where it is heard, and with what it is just busy."""
        hear, tell = self._fork.Pipe(duplex=False)
        told = self._session, _items(files, self._todo), self._over, tell
        self._fork.Process(target=_run, args=told).start()
        tell.close()
        return hear, None

    def work(self) -> None:
        """Report what they do until there is nothing left."""
        while self._begun:
            for hear in wait([*self._begun]):
                self._hear(hear)
            if self._session.shouldfail:
                self._over.set()

    def _hear(self, hear: Connection) -> None:
        config = self._session.config
        try:
            event, told = hear.recv()
        except EOFError:
            event, told = "died", self._begun[hear]
        if event == "report":
            report = config.hook.pytest_report_from_serializable(config=config, data=told)
            config.hook.pytest_runtest_logreport(report=report)
        elif event == "begun":
            self._begun[hear] = told
            config.hook.pytest_runtest_logstart(**told)
        elif event == "ended":
            config.hook.pytest_runtest_logfinish(**told)
        else:
            del self._begun[hear]
            self._account_for(event, told)

    def _account_for(self, event: str, test: Any) -> None:
        """A process that dies without a word fails the test that it had in hand."""
        if event == "died":
            what = {"outcome": "failed", "longrepr": "The process died.", "when": "call"}
            test = test or {"nodeid": "no test", "location": ("", None, "")}
            report = pytest.TestReport(**test, keywords={}, **what)
            self._session.config.hook.pytest_runtest_logreport(report=report)


def _items(files: Files, todo: Any) -> Iterator[pytest.Item]:
    for number in iter(todo.get, None):
        yield from files[number]


def _run(
    session: pytest.Session, items: Iterator[pytest.Item], over: Event, tell: Connection
) -> None:
    """Be one of the processes: run what comes, and tell of it."""
    plugins = session.config.pluginmanager
    plugins.unregister(name="terminalreporter")
    plugins.register(Teller(session.config, tell))
    capture = plugins.getplugin("capturemanager")
    capture.stop_global_capturing()  # into a file that all processes would share
    capture.start_global_capturing()
    try:
        for item, following in pairwise(chain(items, [None])):
            if over.is_set():
                break
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    finally:
        session._setupstate.teardown_exact(None)  # noqa: SLF001 - where a test was interrupted
        atexit._run_exitfuncs()  # noqa: SLF001 - a forked process would end without them
    tell.send(("done", None))


class Teller:
    """Tells the first process what becomes of tests in this one."""

    def __init__(self, config: pytest.Config, tell: Connection) -> None:
        self._config = config
        self._tell = tell

    def pytest_runtest_logstart(self, nodeid: str, location: Any) -> None:
        """A test begins."""
        self._tell.send(("begun", {"nodeid": nodeid, "location": location}))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A part of it is over."""
        told = self._config.hook.pytest_report_to_serializable(config=self._config, report=report)
        self._tell.send(("report", told))

    def pytest_runtest_logfinish(self, nodeid: str, location: Any) -> None:
        """It is over."""
        self._tell.send(("ended", {"nodeid": nodeid, "location": location}))
