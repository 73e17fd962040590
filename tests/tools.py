"""Runs tools that few commands need, each in a temporary environment."""

from __future__ import annotations

import subprocess
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


@contextmanager
def installed(requirement: str) -> Iterator[Path]:
    """Install a tool, and yield the folder with its commands.

    Raises:
        subprocess.CalledProcessError: it can't be installed, for example without a network.
    """
    with tempfile.TemporaryDirectory(prefix="tool-") as folder:
        venv.create(folder, with_pip=True)
        commands = Path(folder) / "bin"
        wanted = [str(commands / "python"), "-m", "pip", "install", "--quiet", requirement]
        subprocess.run(wanted, check=True, stderr=subprocess.DEVNULL)
        yield commands
