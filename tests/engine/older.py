"""The bot as an older version, whose conversations no other carries on."""

from __future__ import annotations

from bot.__main__ import bot
from bot.edges.durable import workflow_store

if __name__ == "__main__":
    workflow_store.VERSION = "of old"
    bot(prog_name="python -m bot")
