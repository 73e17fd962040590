"""Runs the tests and the sandbox on every supported Python. ``python -m tests.matrix``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
VERSIONS = ("3.11", "3.12", "3.13")
TESTS = ("tests/stories", "tests/edges", "tests/contract")
"""The tests of what meets the outside; the rest is the same in every Python."""

SAID = "@bot meet alice@x.com about the invoice"


def main() -> int:
    """Run all, print the results, and return 1 if one failed."""
    results = {version: _result(version) for version in VERSIONS}
    for version, result in results.items():
        print(f"== {version}: {result}")
    return int("failed" in " ".join(results.values()))


def _result(version: str) -> str:
    python = _found(version)
    if python is None:
        return "not found, neither on the path nor under pyenv"
    with tempfile.TemporaryDirectory(prefix="matrix-") as folder:
        failed = [name for name, *command in _steps(python, Path(folder)) if not _ran(command)]
    return f"failed: {', '.join(failed)}" if failed else "passed"


def _found(version: str) -> str | None:
    """Return the first that starts: pyenv puts names on the path that don't."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    homes = sorted(pyenv.glob(f"{version}.*/bin/python{version}"), reverse=True)
    for each in (shutil.which(f"python{version}"), *map(str, homes)):
        if (
            each
            and not subprocess.run([each, "-c", ""], capture_output=True, check=False).returncode
        ):
            return each
    return None


def _steps(python: str, folder: Path) -> list[tuple[str, ...]]:
    own = str(folder / "bin" / "python")
    needed = str(ROOT / "tests" / "requirements.txt")
    there = [each for each in TESTS if (ROOT / each).is_dir()]
    return [
        ("venv", python, "-m", "venv", str(folder)),
        ("installation", own, "-m", "pip", "install", "--quiet", "--requirement", needed),
        ("tests", own, "-m", "pytest", *there),
        ("sandbox", own, "-m", "bot", "sandbox", "--say", SAID),
    ]


def _ran(command: list[str]) -> bool:
    print("==", *command, flush=True)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return not subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
