"""The `init` command: asks for the settings and writes .env."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from bot.command_line.command_start import busy, plainly

BOT_DOMAINS = ("@webex.bot", "@sparkbot.io")


@click.command()
@click.option(
    "--env-file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=".env",
    show_default=True,
    help="The file to write.",
)
@click.option("--cloud", type=click.Choice(["commercial", "fedramp"]), help="The Webex cloud.")
def init(file: Path, cloud: str | None) -> None:
    """Ask for the settings and write them to .env.

    It checks the token with Webex and generates the webhook secret. Only you can read the file.
    """
    from bot.process import env_file

    if file.exists():
        raise click.ClickException(
            f"{file} already exists. Edit it, or choose another file with --env-file."
        )
    values = {"WEBEX_ACCESS_TOKEN": _ask_token(cloud), "WEBHOOK_SECRET": env_file.new_secret()}
    values |= _ask_the_rest(env_file.machine_time_zone())
    values |= {"CLOUD": cloud} if cloud else {}
    with plainly():
        env_file.write(file, values)
    click.echo(_next_steps(file, has_url="PUBLIC_URL" in values))


def _ask_token(cloud: str | None) -> str:
    from bot.settings.setting_types import bare_token

    def checked(written: str) -> str:
        token = _checked_by(bare_token)(written)
        click.echo(_whose(token, cloud))
        return token

    said = "The bot's token, from https://developer.webex.com/my-apps"
    token: str = click.prompt(said, hide_input=True, value_proc=checked)
    return token


def _whose(token: str, cloud: str | None) -> str:
    """Return what Webex says of a token, as a sentence."""
    from bot.core.domain.errors import TokenRefused, Trouble
    from bot.process import operator_tasks, start_errors

    try:
        with busy("Asking Webex"):
            me = operator_tasks.owner_of(token, cloud)
    except TokenRefused:
        raise click.UsageError("Webex rejects this token. Copy it again.") from None
    except Trouble as trouble:
        return f"I couldn't check the token. {start_errors.why(trouble)}"
    if me.email.endswith(BOT_DOMAINS):
        return f"This is the token of {me.email}."
    return f"This is the token of {me.email}, who seems to be a person. Use a bot's token instead."


def _ask_the_rest(zone: str) -> dict[str, str]:
    from bot.settings import setting_types

    allowed = click.prompt(
        "Who may use the bot (domains and addresses, or * for everyone)",
        value_proc=_checked_by(setting_types.somebody),
    )
    url = click.prompt(
        "The HTTPS address where Webex reaches the bot (press Enter for none)",
        default="",
        show_default=False,
        value_proc=_checked_by(lambda written: written and setting_types.address(written)),
    )
    zone = click.prompt(
        "The time zone", default=zone, value_proc=_checked_by(setting_types.time_zone)
    )
    answers = {"BOT_ALLOWED": allowed, "PUBLIC_URL": url, "TIME_ZONE": zone}
    return {name: value for name, value in answers.items() if value}


def _checked_by(check: Callable[[str], str]) -> Callable[[str], str]:
    """Return a check that makes click ask again, with the reason, if `check` raises."""

    def checked(written: str) -> str:
        try:
            return check(written.strip())
        except ValueError as error:
            raise click.UsageError(f"That can't be used: {error}.") from None

    return checked


def _next_steps(file: Path, *, has_url: bool) -> str:
    where = "" if file == Path(".env") else f"--env-file {file} "
    run = "run" if has_url else "run --tunnel"
    steps = f"`python -m bot {where}doctor`, then `python -m bot {where}{run}`"
    return f"Saved to {file}, which only you can read. Next, run {steps}."
