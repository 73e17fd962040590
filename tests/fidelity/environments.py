"""Installs public clients, by name, into folders that are thrown away."""

from __future__ import annotations

import shutil
import subprocess
import venv
from pathlib import Path

WITHIN = 900  # seconds


class UnavailableError(Exception):
    """The client can't be had on this machine, with the reason."""


def python_with(folder: Path, *packages: str) -> list[str]:
    """Return the command of a Python with these packages from PyPI.

    Raises:
        UnavailableError: they can't be installed.
    """
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    _install([python, "-m", "pip", "install", "--quiet", *packages], folder)
    return [python]


def node_with(folder: Path, *packages: str) -> list[str]:
    """Return the command of Node, for a folder with these packages from npm.

    Raises:
        UnavailableError: there is no Node, or they can't be installed.
    """
    if not shutil.which("npm"):
        raise UnavailableError("npm is not installed")
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    (folder / "package.json").write_text("{}")
    _install(["npm", "install", *quiet, *packages], folder)
    return ["node"]


def _install(command: list[str], folder: Path) -> None:
    try:
        subprocess.run(
            command, cwd=folder, check=True, capture_output=True, text=True, timeout=WITHIN
        )
    except subprocess.CalledProcessError as failed:
        last = (failed.stderr or failed.stdout).strip().splitlines()[-1:]
        raise UnavailableError(f"it can't be installed: {''.join(last)}") from None
    except subprocess.TimeoutExpired:
        raise UnavailableError("installing it took too long") from None
