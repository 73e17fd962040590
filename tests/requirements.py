"""Pins everything that is installed, with its hashes. ``python -m tests.requirements --write``.

What the code imports stands in the lists that end in ``.in``; what those packages bring, and the
hashes of all files that may be fetched, in the lists that pip reads. They serve every Python and
system. ``--write pyyaml`` also upgrades a package that only others bring. Never edit a version in
the lists that pip reads: its hashes would stay those of the version before.
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


def write(upgrade: list[str]) -> None:
    """Make the lists again. What is pinned stays, except if it must change or is to be upgraded.

    Args:
        upgrade: packages that are only brought by others.
    """
    wanted = [word for each in upgrade for word in ("--upgrade-package", each)]
    with installed(UV) as commands:
        for made, sources in LISTS.items():
            names = [str(each.relative_to(ROOT)) for each in sources]
            options = ["--custom-compile-command", "python -m tests.requirements --write", *wanted]
            if made != EVERYTHING:  # one version of each package, wherever it is
                options += ["--constraint", str(EVERYTHING.relative_to(ROOT))]
            command = [str(commands / "uv"), "pip", "compile", *OPTIONS, *options, *names]
            into = ["--output-file", str(made.relative_to(ROOT))]
            subprocess.run([*command, *into], cwd=ROOT, check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(sys.argv[2:])
    else:
        print(__doc__)
