"""The example of an EMR on the page about FHIR works as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stories.real import Town

ROOT = Path(__file__).parents[2]
[EXAMPLE] = re.findall(r"(?s)```python\n(.*?)```", (ROOT / "bot" / "docs" / "fhir.md").read_text())


def printed(base: str, key: str) -> str:
    """Run the example, and return what it prints."""
    command, given = [sys.executable, "-c", EXAMPLE], {"BASE": base, "KEY": key}
    ended = subprocess.run(command, env=given, capture_output=True, text=True, check=True)
    return ended.stdout


def test_the_example_makes_an_appointment_once(
    town: Town, portal: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(town.bot, "doors_at", "https://door.example")
    first = printed(town.receiver, portal)
    assert first.startswith("booked https://door.example/j/")


@pytest.mark.long
def test_the_sandbox_prints_a_key_for_the_example():
    command = [sys.executable, "-u", "-m", "bot", "sandbox", "--key", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE) as sandbox:
        try:
            line = sandbox.stdout.readline().decode()
            base, key = re.search(r"call (\S+) with the key (\S+)", line).groups()
            for _ in range(2):
                assert printed(base, key).startswith(f"booked {base}/j/")
        finally:
            sandbox.terminate()
