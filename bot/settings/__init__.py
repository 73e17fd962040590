"""Reads the settings from the environment and .env, and nothing else does."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from pydantic import PrivateAttr, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    SettingsConfigDict,
)

from bot.core.domain.meetings import Preferences
from bot.settings.complaints import HOW_TO_SET, SettingsError, nearly_settings, problems_of
from bot.settings.intake_settings import IntakeSettings
from bot.settings.link_settings import LinkSettings
from bot.settings.mail_settings import MailSettings
from bot.settings.meeting_settings import MeetingSettings
from bot.settings.observability_settings import ObservabilitySettings
from bot.settings.phone_settings import PhoneSettings
from bot.settings.process_settings import ProcessSettings
from bot.settings.webex_settings import WebexSettings

__all__ = ["ENV_FILE", "Settings", "SettingsError", "misspelt", "read"]

ENV_FILE = Path(".env")


class Settings(
    IntakeSettings,
    ObservabilitySettings,
    PhoneSettings,
    MailSettings,
    LinkSettings,
    MeetingSettings,
    WebexSettings,
    ProcessSettings,
    BaseSettings,
):
    """All settings. Each field is an environment variable in capitals.

    Pydantic lists the groups from the last to the first.
    """

    cannot: ClassVar[str] = "The bot can't start"
    """How the error begins if settings are missing or wrong."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True,  # "PUBLIC_URL=" in a file means that it is not set
        extra="ignore",
        hide_input_in_errors=True,
    )

    _misspelt: dict[str, str] = PrivateAttr(default_factory=dict)
    _exposed_file: Path | None = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def without_quotes(cls, given: Any) -> Any:
        """Leave out quotes around a value: `podman --env-file` keeps them."""
        return {name: _unquoted(value) for name, value in given.items()}

    @classmethod
    def from_file(cls, env_file: Path) -> Self:
        """Read the environment, and a file for what the environment doesn't set."""
        made = cls(_env_file=env_file)
        made._misspelt = misspelt(env_file)
        made._exposed_file = env_file if _is_exposed(env_file) else None
        return made

    @property
    def misspelt(self) -> dict[str, str]:
        """Unknown names that look like a setting's, with that setting."""
        return self._misspelt

    @property
    def exposed_file(self) -> Path | None:
        """The settings file, if other users of this machine can read it."""
        return self._exposed_file

    @property
    def usual(self) -> Preferences:
        """The defaults of spaces and people who have set none."""
        return Preferences(
            self.link_minutes, self.vertical, self.time_zone or None, self.host_login
        )


def _is_exposed(file: Path) -> bool:
    return file.is_file() and bool(file.stat().st_mode & 0o077)


def _unquoted(value: Any) -> Any:
    is_quoted = isinstance(value, str) and value[:1] in {"'", '"'} and value[:1] == value[-1:]
    return value[1:-1] if is_quoted else value


class _WebhookSettings(Settings):
    """For commands that call Webex but don't answer anybody."""

    cannot: ClassVar[str] = "This command can't run"
    bot_allowed: str = ""


class _TokenSettings(_WebhookSettings):
    """For commands that only call a service with the bot's token."""

    webhook_secret: SecretStr = SecretStr("")


class _DatabaseReadSettings(_WebhookSettings):
    """For commands that only read the database."""

    webex_access_token: SecretStr = SecretStr("")


class _DatabaseSettings(_DatabaseReadSettings):
    """Those of a command that only needs the database."""

    webhook_secret: SecretStr = SecretStr("")


To = Literal["serve", "register", "ask", "recall", "maintain"]
NEEDED: dict[To, type[Settings]] = {
    "serve": Settings,
    "register": _WebhookSettings,
    "ask": _TokenSettings,
    "recall": _DatabaseReadSettings,
    "maintain": _DatabaseSettings,
}
"""The required settings, by what a command does."""


def read(to: To = "serve", env_file: Path = ENV_FILE) -> Settings:
    """Return the settings of this process.

    Args:
        to: what the process does, which says which settings are required.
        env_file: read for settings that the environment doesn't set.

    Raises:
        SettingsError: names every setting that is missing or wrong.
    """
    kind = NEEDED[to]
    try:
        return kind.from_file(env_file)
    except OSError as error:
        raise SettingsError(f"{kind.cannot}: {env_file} can't be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{kind.cannot}: {env_file} isn't UTF-8 text.") from None
    except ValidationError as error:
        problems = problems_of(error, misspelt(env_file))
        advice = HOW_TO_SET.format(file=env_file)
        raise SettingsError(kind.cannot, problems, advice) from None


def with_token(token: str, cloud: str | None) -> Settings:
    """Return settings for calling Webex with `token`; the rest is from the environment.

    Args:
        token: the bot's.
        cloud: the Webex cloud; None for the one of the environment.

    Raises:
        SettingsError: something in the environment is wrong.
    """
    given: dict[str, Any] = {"cloud": cloud} if cloud else {}
    try:
        return _TokenSettings(webex_access_token=token, _env_file=None, **given)
    except ValidationError as error:
        raise SettingsError(_TokenSettings.cannot, problems_of(error, {}), HOW_TO_SET) from None


def misspelt(env_file: Path) -> dict[str, str]:
    """Return unknown names in the environment and a file, with the setting each looks like."""
    sources = (EnvSettingsSource(Settings), DotEnvSettingsSource(Settings, env_file=env_file))
    names = {name.upper() for each in sources for name in each.env_vars}
    return nearly_settings(names, [name.upper() for name in Settings.model_fields])
