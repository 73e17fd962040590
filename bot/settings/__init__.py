"""The only reader of the environment: every setting, typed, with its default and its reason."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.core.domain.errors import BotError
from bot.core.domain.meetings import Usual
from bot.settings import setting_types
from bot.settings.intake_settings import HearingSettings
from bot.settings.link_settings import LinkSettings
from bot.settings.mail_settings import MailSettings
from bot.settings.meeting_settings import MeetingSettings
from bot.settings.observability_settings import SeeingSettings
from bot.settings.phone_settings import PhoneSettings
from bot.settings.process_settings import ProcessSettings
from bot.settings.webex_settings import WebexSettings


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

    cannot: ClassVar[str] = "The bot cannot start"
    """What is said where they are missing or wrong."""

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


class _Registering(Settings):
    """Those of a command that speaks to Webex, and has nobody ask for anything."""

    cannot: ClassVar[str] = "This command cannot run"
    bot_allowed: str = ""


class _Asking(_Registering):
    """Those of a command that only asks a service for something, with the bot's token."""

    webhook_secret: SecretStr = SecretStr("")


class _Recalling(_Registering):
    """Those of a command that only reads what the bot keeps: it speaks to nobody."""

    webex_access_token: SecretStr = SecretStr("")


To = Literal["serve", "register", "ask", "recall"]
NEEDED: dict[To, type[Settings]] = {
    "serve": Settings,
    "register": _Registering,
    "ask": _Asking,
    "recall": _Recalling,
}
"""What has to be set, by what is done."""


def read(to: To = "serve") -> Settings:
    """Return the settings of this process.

    Args:
        to: what it does, since not everything needs all of them.

    Raises:
        SettingsError: names, in one sentence, every setting that is missing or wrong.
    """
    kind = NEEDED[to]
    try:
        return kind()
    except UnicodeDecodeError:
        raise SettingsError(f"{kind.cannot}: .env is not text in UTF-8; save it so.") from None
    except ValidationError as error:
        raise SettingsError(f"{kind.cannot}: {setting_types.complaint(error)}") from None
