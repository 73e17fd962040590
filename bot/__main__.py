"""Runs ``python -m bot …``."""

from __future__ import annotations

from bot.command_line import bot
from bot.command_line.completion import VARIABLE

if __name__ == "__main__":
    bot(prog_name="python -m bot", complete_var=VARIABLE)
