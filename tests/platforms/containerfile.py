"""Follows a Containerfile in a folder instead of a container, as far as possible."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

INERT = {"FROM", "USER", "VOLUME", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK"}
"""Instructions that a folder can't follow, or needn't."""


def steps(text: str) -> list[tuple[str, str]]:
    """Return the instructions of a Containerfile and their arguments."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


@dataclass
class Built:
    """A folder as a container's root.

    Args:
        root: a new folder.
        context: the folder to copy from.
    """

    root: Path
    context: Path
    at: Path = field(default=Path("/"))
    environment: dict[str, str] = field(default_factory=dict)
    command: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.root.mkdir()
        subprocess.run([sys.executable, "-m", "venv", self.root / "python"], check=True)

    def build(self, text: str) -> None:
        """Follow a Containerfile."""
        for name, rest in steps(text):
            if name not in INERT:
                getattr(self, f"_{name.lower()}")(rest)

    def inside(self, written: str) -> str:
        """Return a command with the container's paths mapped into the folder."""
        for path in ("/app", "/data"):
            written = written.replace(path, f"{self.root}{path}")
        return written

    def variables(self) -> dict[str, str]:
        """The environment of a process in it."""
        path = f"{self.root}/python/bin:{os.environ['PATH']}"
        return {"PATH": path, "HOME": str(self.root), **self.environment}

    @property
    def folder(self) -> Path:
        """The working directory of a process in it."""
        return self.root / self.at.relative_to("/")

    def _workdir(self, rest: str) -> None:
        self.at = Path(rest)
        self.folder.mkdir(parents=True, exist_ok=True)

    def _copy(self, rest: str) -> None:
        source, target = rest.split()
        if (self.context / source).is_dir():
            unwanted = shutil.ignore_patterns("__pycache__")
            shutil.copytree(self.context / source, self.folder / target, ignore=unwanted)
        else:
            shutil.copy(self.context / source, self.folder / target)

    def _run(self, rest: str) -> None:
        command = ["sh", "-ec", self.inside(rest)]
        subprocess.run(command, cwd=self.folder, env=self.variables(), check=True)

    def _env(self, rest: str) -> None:
        name, _, value = rest.partition("=")
        self.environment[name] = self.inside(value)

    def _entrypoint(self, rest: str) -> None:
        self.command = json.loads(rest)

    def _cmd(self, rest: str) -> None:
        self.command += json.loads(rest)
