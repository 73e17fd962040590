"""Pins everything that is installed, with its hashes. ``python -m tests.requirements --write``.

What the code imports stands in the lists that end in ``.in``; what those packages bring, and the
hashes of all files that may be fetched, in the lists that pip reads. They serve every Python and
system.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tools import ROOT, installed

UV = "uv==0.13.8"
EVERYTHING = ROOT / "tests" / "requirements.txt"
BOT = ROOT / ".requirements.in"
LISTS = {
    EVERYTHING: [ROOT / "tests" / "requirements.in"],
    ROOT / "requirements.txt": [BOT, ROOT / ".requirements.sandbox.in"],
    ROOT / "bot/deploy/requirements.txt": [BOT],
    ROOT / "bot/deploy/requirements-observability.txt": [ROOT / ".requirements.observability.in"],
}
"""What is made of what: for the tests, to try the bot, for production, for observability."""

OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet")


def pinned(file: Path) -> dict[str, str]:
    """Return the versions that a list names, of either kind, by package."""
    lines = [line.partition(" ")[0] for line in file.read_text().splitlines()]
    pairs = [line.split("==") for line in lines if "==" in line and line[0].isalnum()]
    return {name.partition("[")[0]: version for name, version in pairs}


def write() -> None:
    """Make the lists anew; what is pinned already stays, unless it has to change."""
    with installed(UV) as commands:
        for made, sources in LISTS.items():
            names = [str(each.relative_to(ROOT)) for each in sources]
            told = ["--custom-compile-command", "python -m tests.requirements --write"]
            if made != EVERYTHING:  # one version of each, wherever it is
                told += ["--constraint", str(EVERYTHING.relative_to(ROOT))]
            command = [str(commands / "uv"), "pip", "compile", *OPTIONS, *told, *names]
            into = ["--output-file", str(made.relative_to(ROOT))]
            subprocess.run([*command, *into], cwd=ROOT, check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        print(__doc__)
