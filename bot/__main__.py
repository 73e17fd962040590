"""``python -m bot …``."""

from __future__ import annotations

from bot.command_line import bot

if __name__ == "__main__":
    bot(prog_name="python -m bot")
