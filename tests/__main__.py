"""The checks that every change passes: format, lint, flaws, types, tests. ``python -m tests``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HARMLESS = "B101,B105,B107"
"""Assertions, and the word "password": it stands in sentences, and beside the sandbox's tokens."""

CHECKS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "flaws": ["bandit", "--quiet", "--recursive", "bot", "--skip", HARMLESS],
    "types": ["mypy", "--no-error-summary"],
    "tests": ["pytest"],
}


def main(more: list[str]) -> int:
    """Run each check and return 1 if one failed; `more` is handed to pytest.

    The tests wait at times, and the types are checked meanwhile; they are told of after the tests.
    """
    types = _started("types", capture=True)
    failed = [name for name in ("format", "lint", "flaws") if _fails(name)]
    failed += ["tests"] if _fails("tests", *more) else []
    print("== types", flush=True)
    told, _ = types.communicate()
    print(told, end="", flush=True)
    failed += ["types"] if types.returncode else []
    print(f"== failed: {', '.join(failed)}" if failed else "== all passed")
    return bool(failed)


def _fails(name: str, *more: str) -> bool:
    print(f"== {name}", flush=True)
    return _started(name, *more).wait() != 0


def _started(name: str, *more: str, capture: bool = False) -> subprocess.Popen[str]:
    # Many processes import the same: where bytecode is not kept, each would compile all of it.
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(
        [sys.executable, "-m", *CHECKS[name], *more],
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE if capture else None,
        stderr=subprocess.STDOUT if capture else None,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
