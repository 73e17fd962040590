"""Looks for known vulnerabilities and missing wheels. ``python -m tests.audit``.

Needs a network: what can't be reached is skipped, and said so.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.requirements import EVERYTHING, UV
from tests.tools import ROOT, installed

PIP_AUDIT = "pip-audit==2.10.1"
SOURCES = ("pypi", "osv")
PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
"""No package may need a compiler on any of these."""

PLATFORMS = ("x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "macos", "windows")


def main() -> int:
    """Check both; return 1 if something is wrong."""
    return int(bool(_flaws()) | bool(_without_wheels()))


def _flaws() -> int:
    """Print the known flaws of each package; return how many packages have one."""
    try:
        with installed(PIP_AUDIT) as commands:
            answers = [found for source in SOURCES for found in _told(commands, source)]
    except subprocess.CalledProcessError:
        print("Skipped: pip-audit cannot be installed here.")
        return 0
    answered = [each for each in answers if "vulns" in each]
    if not answered:
        print("Skipped: no source of advisories can be reached from here.")
        return 0
    flawed = [each for each in answered if each["vulns"]]
    for each in flawed:
        ids = ", ".join(flaw["id"] for flaw in each["vulns"])
        print(f"{each['name']} {each['version']}: {ids}")
    print(f"{len(flawed)} of {len(answered)} answers tell of a flaw.")
    return len(flawed)


def _told(commands: Path, source: str) -> list[dict[str, Any]]:
    """Return what a source knows of each package; nothing where it cannot be reached."""
    options = ["--vulnerability-service", source, "--format", "json", "--timeout", "10"]
    command = [str(commands / "pip-audit"), *options, "--disable-pip", "-r", str(EVERYTHING)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["dependencies"] if done.stdout.startswith("{") else []


def _without_wheels() -> int:
    """Print for which Python and system a wheel is missing; return for how many."""
    try:
        with installed(UV) as commands:
            missing = [_missing(commands, python, on) for python in PYTHONS for on in PLATFORMS]
    except subprocess.CalledProcessError:
        print("Skipped: uv cannot be installed here.")
        return 0
    said = [each for each in missing if each]
    print("\n".join([*said, f"Wheels are missing for {len(said)} of {len(missing)} systems."]))
    return len(said)


def _missing(commands: Path, python: str, platform: str) -> str:
    """Return what is said where a package would have to be compiled."""
    options = ["--only-binary", ":all:", "--python-version", python, "--python-platform", platform]
    needed = str(ROOT / "requirements.txt")
    with tempfile.TemporaryDirectory() as folder:
        command = [str(commands / "uv"), "pip", "install", "--dry-run", "--target", folder]
        done = subprocess.run(
            [*command, *options, "-r", needed], capture_output=True, text=True, check=False
        )
    return f"{python} on {platform}: {done.stderr.strip()}" if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
