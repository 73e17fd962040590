"""Runs the contract tests on the SDK's other name: ``python -m tests.sdks``.

`webexteamssdk` 1.7 is what `webexpythonsdk` was before 2.0. It pins an old PyJWT, so it is
installed without its dependencies, and given those it needs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
OTHER = "webexteamssdk==1.7"
NEEDED = ["future", "PyJWT", "requests-toolbelt", "setuptools", "wheel"]
HERE = "webexpythonsdk"


def main() -> int:
    """Run the contract tests on both SDKs, and return 1 if any failed."""
    with tempfile.TemporaryDirectory(prefix="sdks-") as folder:
        other = _with_other_sdk(Path(folder))
        results = {HERE: _contract(Path(sys.executable)), OTHER: _contract(other)}
    for name, failed in results.items():
        print(f"{name}: {'failed' if failed else 'passed'}")
    return int(any(results.values()))


def _with_other_sdk(folder: Path) -> Path:
    """Create an environment in `folder`, and return its Python."""
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    _install(python, "-r", str(_requirements(folder)), *NEEDED)
    # Built with what is installed, without fetching anything newer.
    _install(python, "--no-deps", "--no-build-isolation", OTHER)
    return python


def _requirements(folder: Path) -> Path:
    """Write the tests' requirements without the SDK."""
    wanted = [*ROOT.glob(".requirements*.in"), ROOT / "tests" / "requirements.in"]
    lines = [line for path in wanted for line in path.read_text().splitlines()]
    kept = [line for line in lines if not line.startswith(("-r", HERE))]
    written = folder / "requirements.txt"
    written.write_text("\n".join(kept))
    return written


def _install(python: Path, *what: str) -> None:
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *what], check=True)


def _contract(python: Path) -> int:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(python), "-m", "pytest", "tests/contract"]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
