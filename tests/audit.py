"""Looks for known vulnerabilities in what is installed. ``python -m tests.audit``.

Needs a network: if no source of advisories can be reached, it says so and passes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.tools import ROOT, installed

PIP_AUDIT = "pip-audit==2.10.1"
SOURCES = ("pypi", "osv")
LISTS = ("requirements.txt", "tests/requirements.txt")


def main() -> int:
    """Ask each source about each list, print what is known, and return 1 if anything is."""
    try:
        with installed(PIP_AUDIT) as commands:
            told = [_told(commands, source, each) for source in SOURCES for each in LISTS]
    except subprocess.CalledProcessError:
        print("Skipped: pip-audit cannot be installed here.")
        return 0
    answered = [each for found in told for each in found if "vulns" in each]
    if not answered:
        print("Skipped: no source of advisories can be reached from here.")
        return 0
    flawed = [each for each in answered if each["vulns"]]
    for each in flawed:
        ids = ", ".join(flaw["id"] for flaw in each["vulns"])
        print(f"{each['name']} {each['version']}: {ids}")
    print(f"{len(flawed)} of {len(answered)} answers tell of a flaw.")
    return bool(flawed)


def _told(commands: Path, source: str, file: str) -> list[dict[str, Any]]:
    """Return what a source knows of each package; nothing where it cannot be reached."""
    options = ["--vulnerability-service", source, "--format", "json", "--timeout", "10"]
    command = [str(commands / "pip-audit"), *options, "--disable-pip", "-r", file]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["dependencies"] if done.stdout.startswith("{") else []


if __name__ == "__main__":
    sys.exit(main())
