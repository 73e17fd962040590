"""The bot's commands. Each imports what it needs when it is called, so that help comes at once."""

from __future__ import annotations

import click

from bot.command_line import (
    completion,
    doctor_command,
    print_commands,
    run_commands,
    webhook_commands,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def bot() -> None:
    """Start video meetings from a Webex chat; guests need no account."""


for each in (
    run_commands.sandbox,
    run_commands.run,
    run_commands.web,
    run_commands.worker,
    doctor_command.doctor,
    completion.completion,
    print_commands.key,
    webhook_commands.webhooks,
    print_commands.links,
    print_commands.audit,
):
    bot.add_command(each)
