"""Backs up and restores the database."""

from __future__ import annotations

from pathlib import Path

import click

from bot.command_line.command_start import busy, plainly, read_settings, with_env_file

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@with_env_file
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Copy the SQLite database to FILE, also while the bot runs.

    FILE holds people's names and addresses, but not the encryption key.
    """
    settings = read_settings("maintain")
    from bot.process import backup_tasks

    with plainly(), busy("Copying"):
        key = backup_tasks.back_up(settings, file)
    click.echo(f"Saved to {file}, which only you can read.")
    if keys := ["PAYLOAD_KEYS"] * bool(settings.keys) + [str(key)] * bool(key):
        said = " and ".join(keys)
        click.echo(f"It doesn't contain the encryption key. Keep {said} too, in another place.")


@click.command()
@with_env_file
@click.argument("file", type=FILE, required=False)
def restore(file: Path | None) -> None:
    """Replace the SQLite database with the backup FILE. Stop the bot first.

    With PostgreSQL, run this without FILE after pg_restore. Commands that were in progress at the
    backup are not resumed, so that nothing is sent twice.
    """
    settings = read_settings("maintain")
    from bot.process import backup_tasks

    if not file and settings.database_url.get_secret_value().startswith("sqlite"):
        raise click.UsageError("Missing argument 'FILE'.")
    with plainly(), busy("Restoring"):
        done = (
            backup_tasks.restore(settings, file)
            if file
            else backup_tasks.after_pg_restore(settings)
        )
    said = [f"The database is restored from {file}." if file else "The database is ready."]
    if done.replaced:
        said.append(f"The one that it replaces is now {done.replaced}.")
    if done.cancelled:
        said.append(
            f"{done.cancelled} commands were in progress at the backup and are not resumed, since"
            " they may have been finished after it. Whoever still needs one asks again."
        )
    click.echo(" ".join(said))
