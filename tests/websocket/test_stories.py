"""All stories of the whole bot, over the WebSocket."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest

from tests import stories

pytestmark = pytest.mark.long

NAMES = sorted(each.stem for each in Path(stories.__path__[0]).glob("test_*.py"))

for name in NAMES:
    module = importlib.import_module(f"tests.stories.{name}")
    for test, function in vars(module).items():
        if test.startswith("test_") and "bot" in inspect.signature(function).parameters:
            globals()[f"{test}__{name}"] = function
