"""The only reader of the environment: every setting, typed, with its default and its reason."""

from __future__ import annotations

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.core.errors import BotError
from bot.core.meetings import Usual
from bot.settings import kinds
from bot.settings.hearing import HearingSettings
from bot.settings.links import LinkSettings
from bot.settings.mail import MailSettings
from bot.settings.meetings import MeetingSettings
from bot.settings.phones import PhoneSettings
from bot.settings.process import ProcessSettings
from bot.settings.seeing import SeeingSettings
from bot.settings.webex import WebexSettings


class SettingsError(BotError):
    """The settings do not allow a start; the message names each that is missing or wrong."""


class Settings(
    HearingSettings,
    SeeingSettings,
    PhoneSettings,
    MailSettings,
    LinkSettings,
    MeetingSettings,
    WebexSettings,
    ProcessSettings,
    BaseSettings,
):
    """What an installation decides. Each field is an environment variable in capitals.

    They are told in the order of the groups, the last one first.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,  # "PUBLIC_URL=" in a file means that it is not set
        extra="ignore",
        hide_input_in_errors=True,
    )

    @property
    def usual(self) -> Usual:
        """What is usual where neither a space nor a person says otherwise."""
        return Usual(self.link_minutes, self.vertical, self.time_zone, self.host_login)


class RecordSettings(Settings):
    """Those of a command that only reads what the bot keeps: it speaks to nobody."""

    webex_access_token: SecretStr = SecretStr("")
    bot_allowed: str = ""


def read(kind: type[Settings] = Settings) -> Settings:
    """Return the settings of this process.

    Args:
        kind: which of them are needed.

    Raises:
        SettingsError: names, in one sentence, every setting that is missing or wrong.
    """
    try:
        return kind()
    except UnicodeDecodeError:
        raise SettingsError(
            "The bot cannot start: .env is not text in UTF-8; save it so."
        ) from None
    except ValidationError as error:
        raise SettingsError(kinds.complaint(error)) from None
