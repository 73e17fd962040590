"""The example of an EMR on the page about FHIR works as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.process.demo import open_sandbox, print_key
from bot.sandbox.webex.world import small_world

PAGE = Path(__file__).parents[2] / "bot" / "docs" / "fhir.md"


def test_the_example_makes_an_appointment_in_the_sandbox(capsys: pytest.CaptureFixture[str]):
    [example] = re.findall(r"(?s)```python\n(.*?)```", PAGE.read_text())
    with open_sandbox(small_world(), begun=print_key):
        base, key = re.search(r"call (\S+) with the key (\S+)", capsys.readouterr().out).groups()
        for _ in range(2):
            ended = subprocess.run(
                [sys.executable, "-c", example],
                env={"BASE": base, "KEY": key},
                capture_output=True,
                text=True,
                check=True,
            )
            assert ended.stdout.startswith(f"booked {base}/j/")
