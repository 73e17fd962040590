"""The commands for a terminal. They import when they run, so that --help is fast."""

from __future__ import annotations

import click

from bot.command_line import (
    backup_commands,
    completion,
    doctor_command,
    endpoints_commands,
    init_command,
    keys_commands,
    print_commands,
    run_commands,
    webex_command,
    webhook_commands,
)
from bot.command_line.command_start import with_env_file
from bot.version import VERSION


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="Instant Connect bot", message="%(prog)s %(version)s")
@with_env_file
def bot() -> None:
    """Start video meetings from a Webex chat. Guests don't need an account."""


for each in (
    run_commands.sandbox,
    webex_command.webex,
    init_command.init,
    run_commands.run,
    run_commands.web,
    run_commands.worker,
    doctor_command.doctor,
    completion.completion,
    print_commands.key,
    keys_commands.keys,
    endpoints_commands.endpoints,
    webhook_commands.webhooks,
    print_commands.links,
    print_commands.audit,
    backup_commands.backup,
    backup_commands.restore,
):
    bot.add_command(each)
