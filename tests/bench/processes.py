"""Starts, watches and stops other processes. Linux only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds for a process to start, or to leave."""


class Process:
    """One process, whose words go to a file.

    Args:
        arguments: for Python.
        folder: where it runs, away from anybody's `.env`, and writes its log.
        settings: environment variables; of this process's own it inherits almost none.
    """

    def __init__(self, arguments: list[str], folder: Path, **settings: str) -> None:
        self.log = folder / f"{time.monotonic_ns()}.log"
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=folder,
                env=kept | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | settings,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def said(self, pattern: str) -> str:
        """Wait until it says what matches `pattern`, and return that.

        Raises:
            RuntimeError: it did not, or left.
        """
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            if found := re.search(pattern, self.log.read_text()):
                return found[0]
            time.sleep(0.005)
        raise RuntimeError(f"A process did not start; it said:\n{self.log.read_text()[-2000:]}")

    def cpu(self) -> float:
        """Return the seconds of CPU that it and its children have used."""
        return sum(map(_cpu_of, [self._process.pid, *_children_of(self._process.pid)]))

    def memory(self) -> float:
        """Return the MB that it and its children hold, with their share of what others do too.

        https://docs.kernel.org/filesystems/proc.html
        """
        return sum(map(_memory_of, [self._process.pid, *_children_of(self._process.pid)]))

    def wait(self) -> None:
        """Wait until it leaves by itself.

        Raises:
            subprocess.TimeoutExpired: it does not.
        """
        self._process.wait(PATIENCE)

    def stop(self) -> None:
        """Ask it to leave, and make it leave if it does not."""
        self._process.terminate()
        try:
            self.wait()
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def started(arguments: list[str], folder: Path, **settings: str) -> Iterator[Process]:
    """Run Python with `arguments` for as long as the block runs."""
    process = Process(arguments, folder, **settings)
    try:
        yield process
    finally:
        process.stop()


def _cpu_of(pid: int) -> float:
    # How Linux numbers the CPU clock of a process: clock_getcpuclockid(3) gives the same.
    return time.clock_gettime((~pid << 3) | 2)


def _memory_of(pid: int) -> float:
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return sum(map(int, re.findall(r"^Pss:\s+(\d+)", told, re.MULTILINE))) / 1024


def _children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
