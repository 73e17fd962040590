"""The checks that every change passes: format, lint, types, tests. ``python -m tests``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHECKS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy", "--no-error-summary"],
    "tests": ["pytest"],
}


def main(more: list[str]) -> int:
    """Run each check and return 1 if one failed; `more` is handed to pytest."""
    # A .env of the developer's own must not decide what the tests see.
    environment = dict(os.environ)
    failed = []
    for name, (module, *arguments) in CHECKS.items():
        print(f"== {name}", flush=True)
        given = more if name == "tests" else []
        command = [sys.executable, "-m", module, *arguments, *given]
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
    print(f"== failed: {', '.join(failed)}" if failed else "== all passed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
