"""The bot's commands. Each imports what it needs when it is called, so that help comes at once."""

from __future__ import annotations

import click

from bot.command_line import completion, doctor, records, running, webhooks


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def bot() -> None:
    """Start video meetings from a Webex chat; guests need no account."""


for each in (
    running.sandbox,
    running.run,
    running.web,
    running.worker,
    doctor.doctor,
    completion.completion,
    records.key,
    webhooks.webhooks,
    records.links,
    records.audit,
):
    bot.add_command(each)
