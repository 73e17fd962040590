"""The `completion` command: shell completion for these commands."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import click

VARIABLE = "_BOT_COMPLETE"
ROOT = Path(__file__).parent.parent.parent


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script that completes these commands in your shell.

    It defines a `bot` command, which you can complete with the Tab key.

    For example, in ~/.bashrc: eval "$(…/python -m bot completion bash)"
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.ClickException(f"{shell} isn't supported.")
    source = found(context.find_root().command, {}, "bot", VARIABLE).source()
    click.echo(_as_function(shell))
    click.echo(_asking_python(source))


def _python() -> str:
    return f"env PYTHONPATH={shlex.quote(str(ROOT))} {shlex.quote(sys.executable)} -m bot"


def _as_function(shell: str) -> str:
    if shell == "fish":
        return f"function bot; {_python()} $argv; end"
    return f'bot() {{ {_python()} "$@"; }}'


def _asking_python(source: str) -> str:
    """Make the completion script call Python, where click's calls a program named `bot`."""
    before = r"(_complete |\(commandline -t\) )"
    asking = re.sub(rf"{before}(?:\$1|bot\b)", lambda found: found[1] + _python(), source)
    return asking.replace("(( ! $+commands[bot] )) && return 1", "")
