"""A bot on Errbot and its Webex backend, which listens on the WebSocket."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

CONFIG = """
BACKEND, BOT_EXTRA_BACKEND_DIR, BOT_EXTRA_PLUGIN_DIR = "CiscoWebexTeams", {backend!r}, {folder!r}
BOT_IDENTITY, BOT_ADMINS = {{"TOKEN": {token!r}}}, ("erin@example.com",)
BOT_DATA_DIR, BOT_LOG_FILE, AUTOINSTALL_DEPS = {folder!r}, {folder!r} + "/log", False
BOT_LOG_LEVEL, CORE_PLUGINS, BOT_PREFIX_OPTIONAL_ON_CHAT = 20, ("ACLs", "Help"), True
BOT_ALT_PREFIXES = ("Connect",)  # what a mention of it begins with
"""
PLUGIN = """
from errbot import BotPlugin, botcmd

class Shout(BotPlugin):
    @botcmd
    def shout(self, _message, args):
        'Shout something'
        return args.upper()
"""
ABOUT = "[Core]\nName = Shout\nModule = shout\n[Python]\nVersion = 3\n"


def _point_at_the_sandbox(backend: Path, api: str, devices: str) -> None:
    """Change the addresses of the copied backend, which are fixed in it."""
    module = backend / "CiscoWebexTeams.py"
    code = module.read_text()
    code = code.replace("https://wdm-a.wbx2.com/wdm/api/v1/devices", devices)
    module.write_text(code.replace("WebexAPI(", f"WebexAPI(base_url={api!r}, "))


if __name__ == "__main__":
    from errbot.cli import main

    state = json.loads(os.environ["SANDBOX_STATE"])
    backend = Path(sys.prefix).parent / "backend"
    _point_at_the_sandbox(backend, f"{state['api']}/", f"{state['page']}wdm/api/v1/devices")
    token = next(each["token"] for each in state["bots"])
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (
            ("config.py", CONFIG.format(backend=str(backend), folder=folder, token=token)),
            ("shout.py", PLUGIN),
            ("shout.plug", ABOUT),
        ):
            Path(folder, name).write_text(content)
        print("ready", flush=True)
        sys.argv = ["errbot", "-c", f"{folder}/config.py"]
        main()
