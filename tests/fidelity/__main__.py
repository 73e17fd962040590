"""Runs public Webex clients against the sandbox: ``python -m tests.fidelity [CLIENT …]``.

Each is installed by its name into a folder that is thrown away, and driven by a program of ours.
A client that can't be had is skipped, with the reason.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.emulator.webex_emulator import EmulatedWebex, InitialState, open_emulator
from tests.fidelity import descriptions, framework_bots
from tests.fidelity.environments import UnavailableError, node_with, python_with

WITHIN = 300  # seconds
Outcomes = dict[str, str]
"""The checks of a client, with what failed; empty for nothing."""


def _drives(install: Callable[..., list[str]], *packages: str, driver: str, args: str = ""):
    def run(folder: Path, webex: EmulatedWebex) -> Outcomes:
        command = install(folder, *packages)
        program = folder / driver  # beside its packages, where Node looks for them
        program.write_text((framework_bots.DRIVERS / driver).read_text())
        (folder / "checks.py").write_text((framework_bots.DRIVERS / "checks.py").read_text())
        state = {"SANDBOX_STATE": json.dumps(webex.state)}
        ended = subprocess.run(
            [*command, str(program), *args.split()],
            env={**os.environ, **state},
            capture_output=True,
            text=True,
            check=False,
            timeout=WITHIN,
        )
        lines = [each for each in ended.stdout.splitlines() if each.startswith("{")]
        told = {each["name"]: each["failed"] for each in map(json.loads, lines)}
        return told or {"it starts": ended.stderr.strip()[-300:]}

    return run


def _hosts(*packages: str, driver: str, checks: tuple[framework_bots.Check, ...]):
    def run(folder: Path, webex: EmulatedWebex) -> Outcomes:
        with framework_bots.process(python_with(folder, *packages), driver, webex):
            return {each.__name__: _outcome(each, webex) for each in checks}

    return run


def _outcome(check: framework_bots.Check, webex: EmulatedWebex) -> str:
    try:
        check(webex)
    except Exception as error:  # noqa: BLE001 - whatever fails is an outcome
        return f"{type(error).__name__}: {error}"
    return ""


def _errbot(folder: Path, webex: EmulatedWebex) -> Outcomes:
    backend = os.environ.get("ERRBOT_WEBEX_BACKEND", "")
    if not backend:
        raise UnavailableError(
            "its Webex backend isn't on PyPI: clone marksull/err-backend-cisco-webex-teams,"
            " and set ERRBOT_WEBEX_BACKEND to its folder"
        )
    shutil.copytree(backend, folder / "backend")
    run = _hosts(
        *("errbot", "webexpythonsdk", "websockets", "markdown", "setuptools<81"),
        driver="errbot_process.py",
        checks=framework_bots.WITH_COMMANDS,
    )
    return run(folder, webex)


CLIENTS: dict[str, Callable[[Path, EmulatedWebex], Outcomes]] = {
    "webexpythonsdk": _drives(
        python_with, "webexpythonsdk", driver="sdk_driver.py", args="webexpythonsdk"
    ),
    "webexteamssdk": _drives(
        python_with,
        *("webexteamssdk", "setuptools<81"),
        driver="sdk_driver.py",
        args="webexteamssdk",
    ),
    "wxc_sdk": _drives(python_with, "wxc-sdk", driver="wxc_driver.py"),
    "webex 2 (npm)": _drives(node_with, "webex@2.60.4", driver="webex_driver.js"),
    "webex 3 (npm)": _drives(node_with, "webex@3.12.0", driver="webex_driver.js"),
    "webex_bot": _hosts(
        "webex-bot", driver="webex_bot_process.py", checks=framework_bots.WITH_THREADS_AND_CARDS
    ),
    "webexteamsbot": _hosts(
        *("webexteamsbot", "setuptools<81"),
        driver="webexteamsbot_process.py",
        checks=framework_bots.EVERY_BOT,
    ),
    "errbot": _errbot,
    "schemathesis": descriptions.run,
}


def main(asked: list[str]) -> int:
    """Run the clients that are asked for, else all, and return 1 if a check failed."""
    failed = False
    for name, run in CLIENTS.items():
        if asked and not any(each in name for each in asked):
            continue
        with tempfile.TemporaryDirectory() as folder, open_emulator(InitialState()) as webex:
            try:
                outcomes = run(Path(folder), webex)
            except UnavailableError as why:
                print(f"{name}: skipped, {why}", flush=True)
                continue
        wrong = {check: words for check, words in outcomes.items() if words}
        print(f"{name}: {len(outcomes) - len(wrong)} of {len(outcomes)}", flush=True)
        for check, words in wrong.items():
            print(f"    {check}: {words}", flush=True)
        failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
