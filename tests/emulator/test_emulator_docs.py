"""The page about the emulator: its examples work as a reader would use them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

from bot.__main__ import bot
from bot.emulator.webex_emulator import InitialState
from bot.sandbox.outages import OUTAGES
from tests import readme
from tests.test_docs import blocks

PAGE = (readme.DOCS / "webex-emulator.md").read_text()


def test_the_strangers_bot_passes_its_test(tmp_path: Path) -> None:
    for block in blocks(PAGE, "python"):
        name = block.splitlines()[0].removeprefix("# ")
        (tmp_path / name).write_text(block)
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=readme.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 passed" in ended.stdout, ended.stdout


def test_the_example_of_a_world_can_be_used(tmp_path: Path) -> None:
    (file := tmp_path / "world.toml").write_text(*blocks(PAGE, "toml"))
    world = InitialState(file).world()
    assert world.named("Ada Admin").is_admin
    assert len(world.members_of(world.titled("Lab"))) == 3


def test_the_options_are_those_of_the_command() -> None:
    command = bot.commands["webex"]
    given = {name for each in command.params for name in each.opts}
    assert {each for each in given if f"`{each} " in PAGE} == given - {"--help"}
    (weather,) = (each for each in command.params if each.name == "weather")
    assert isinstance(weather.type, click.Choice)
    assert set(weather.type.choices) == set(OUTAGES)
    assert all(f"`{name}`" in PAGE for name in OUTAGES)
