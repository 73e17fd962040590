"""A process loads only what it uses, and changes nothing for a program that imports from it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.bench.processes import ROOT


def said_by(program: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


@pytest.mark.parametrize(
    ("half", "unused"),
    [
        ("bot.wsgi", "dbos cheroot babel bot.process.core_config bot.core.parsing.grammar"),
        ("bot.wsgi, bot.process.door_setup", "dbos bot.core.parsing.grammar bot.core.replies"),
        ("bot.process.worker_half", "flask werkzeug waitress icalendar"),
    ],
)
def test_a_half_loads_nothing_that_the_other_one_alone_needs(half: str, unused: str) -> None:
    assert said_by(f"import sys, {half}; print(*{{*{unused.split()}}} & {{*sys.modules}})") == ""


def test_settings_that_name_no_country_load_no_numbers_of_any() -> None:
    asked = "import sys; from bot.settings.phone_settings import region; region('')"
    assert said_by(f"{asked}; print('phonenumbers' in sys.modules)") == "False"


def test_a_program_that_imports_the_client_imports_rich_as_ever() -> None:
    program = "import sys, bot.client; print([n for n, m in sys.modules.items() if m is None])"
    assert said_by(program) == "[]"
    assert said_by("import bot.client, rich; print(rich.__name__)") == "rich"
