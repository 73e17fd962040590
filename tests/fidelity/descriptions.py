"""schemathesis: calls made up from Cisco's OpenAPI description, and what is answered to them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from bot.emulator.webex_emulator import EmulatedWebex
from tests.fidelity.environments import UnavailableError, python_with
from tests.sandbox.described import DESCRIPTION, IS_HERE

CHECKS = "not_a_server_error,status_code_conformance,response_schema_conformance"
EMULATED = "^/(people|rooms|memberships|messages|attachment|webhooks|team|room/tabs|events)"
WITHIN = 900  # seconds


def run(folder: Path, webex: EmulatedWebex) -> dict[str, str]:
    """Run schemathesis as an administrator, and return what failed."""
    if not IS_HERE:
        raise UnavailableError("Cisco's description is not on this machine")
    python = python_with(folder, "schemathesis")[0]
    description = folder / "webex.json"
    description.write_text(json.dumps(_with_press_200(json.loads(DESCRIPTION.read_text()))))
    token = webex.token("Erin Expert")
    ended = subprocess.run(
        [
            *(str(Path(python).with_name("schemathesis")), "run", str(description)),
            *("--url", webex.address + "/v1", "--header", f"Authorization: Bearer {token}"),
            *("--checks", CHECKS, "--include-path-regex", EMULATED, "--max-examples", "20"),
            *("--seed", "1", "--no-color", "--phases", "examples,fuzzing"),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=WITHIN,
    )
    found = re.findall(r"(?m)^_+ ([A-Z]+ /\S*) _+$", ended.stdout)
    made = re.search(r"(\d+) generated", ended.stdout)
    failures = dict.fromkeys(found, "see the answer above")
    if ended.returncode and not found:
        failures = {"it runs": (ended.stderr or ended.stdout)[-500:]}
    if failures:
        print(ended.stdout)
    return {f"{made[1] if made else 'all'} calls": ""} | failures


def _with_press_200(description: dict) -> dict:
    """Describe what Cisco's own SDKs expect of a press, where the description says 202."""
    answers = description["paths"]["/attachment/actions"]["post"]["responses"]
    answers["200"] = answers["202"]
    return description
