"""Pins everything that is installed, with hashes. ``python -m tests.requirements --write``.

``.requirements.in`` and ``tests/requirements.in`` name what the bot and its tests import. The files
that pip reads add what those need, and the hashes of all files, for every Python and system.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tools import ROOT, installed

UV = "uv==0.13.8"
LISTS = {
    ROOT / ".requirements.in": ROOT / "requirements.txt",
    ROOT / "tests" / "requirements.in": ROOT / "tests" / "requirements.txt",
}
"""What is written by hand, and what is made of it; the tests' holds all of the bot's."""

OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet")


def pinned(file: Path) -> dict[str, str]:
    """Return the versions that a list names, of either kind, by package."""
    lines = [line.partition(" ")[0] for line in file.read_text().splitlines()]
    pairs = [line.split("==") for line in lines if "==" in line and line[0].isalnum()]
    return {name.partition("[")[0]: version for name, version in pairs}


def write() -> None:
    """Make the lists anew; what is pinned already stays, unless it has to change."""
    with installed(UV) as commands:
        for source, made in LISTS.items():
            names = [str(each.relative_to(ROOT)) for each in (source, made)]
            told = "--custom-compile-command", "python -m tests.requirements --write"
            command = [str(commands / "uv"), "pip", "compile", *OPTIONS, *told]
            subprocess.run([*command, names[0], "--output-file", names[1]], cwd=ROOT, check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        print(__doc__)
