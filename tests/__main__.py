"""Runs all checks: format, lint, flaws, types, tests. ``python -m tests``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
HARMLESS = "B101,B105,B107"
"""Assertions, and the word "password": it stands in sentences, and beside the sandbox's tokens."""

CHECKS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "flaws": ["bandit", "--quiet", "--recursive", "bot", "--skip", HARMLESS],
    "types": ["mypy", "--no-error-summary"],
    "tests": ["pytest", "--numprocesses", "3", "--dist", "loadfile", "--no-loadscope-reorder"],
}
"""In the order of conftest.py, a process needs one bot and one browser for all files of a folder;
else the smallest files would come last, and each with a bot or a browser of its own."""

MEANWHILE = ("types", "flaws")
"""What is checked while the tests run, which wait at times, and told of after them."""

YIELDING = 5
"""How far that gives way to the tests, as `nice` counts it."""


MEMORY = "/dev/shm"  # noqa: S108 - only folders of our own are made in it
"""Where Linux keeps files in memory. On a disk, the tests wait for their databases."""

ROOM = 2**30
"""How many bytes have to be free there: the tests fill some hundred million."""


def main(more: list[str]) -> int:
    """Run each check and return 1 if one failed; `more` is handed to pytest."""
    folder = MEMORY if _can_hold_files(MEMORY) else None
    with TemporaryDirectory(prefix="tests-", dir=folder) as os.environ["TMPDIR"]:
        return _run(more)


def _can_hold_files(folder: str) -> bool:
    """Return whether there is room in a folder, for programs too."""
    if not os.access(folder, os.W_OK):
        return False
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize >= ROOM and not found.f_flag & os.ST_NOEXEC


def _run(more: list[str]) -> int:
    meanwhile = {name: _begun(name) for name in MEANWHILE}
    failed = [name for name in ("format", "lint") if _fails(name)]
    failed += ["tests"] if _fails("tests", *more) else []
    failed += [name for name, check in meanwhile.items() if _failed(name, check)]
    print(f"== failed: {', '.join(failed)}" if failed else "== all passed")
    return bool(failed)


def _begun(name: str) -> subprocess.Popen[str]:
    check = _started(name, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    os.setpriority(os.PRIO_PROCESS, check.pid, YIELDING)
    return check


def _failed(name: str, check: subprocess.Popen[str]) -> bool:
    told, _ = check.communicate()
    print(f"== {name}\n{told}", end="", flush=True)
    return check.returncode != 0


def _fails(name: str, *more: str) -> bool:
    print(f"== {name}", flush=True)
    return _started(name, *more).wait() != 0


def _started(name: str, *more: str, **told: int) -> subprocess.Popen[str]:
    # Many processes import the same: where bytecode is not kept, each would compile all of it.
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", *CHECKS[name], *more]
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
