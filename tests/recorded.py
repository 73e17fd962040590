"""What Instant Connect was recorded to be asked and to answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path("../shared/reference/samples/joseencrypt")


def recorded(name: str) -> Any:
    """Return a recording; without the recordings, the test is skipped."""
    if not SAMPLES.is_dir():
        pytest.skip("the recorded samples are other people's data and not part of this repository")
    return json.loads((SAMPLES / name).read_text())
