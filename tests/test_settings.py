"""Missing and invalid settings are named at once, without showing secrets."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest
import structlog
from click.testing import CliRunner

import bot.__main__ as commands
from bot.core.domain.clouds import CLOUDS
from bot.core.domain.commands import Guest
from bot.core.domain.mail_server import MailServer
from bot.core.domain.meetings import Way
from bot.core.wording.languages import NAMES
from bot.process import core_config, services
from bot.process.startup import load_settings
from bot.settings import Settings, SettingsError, read
from bot.settings.setting_types import LanguageCode
from bot.version import VERSION

ROOT = Path(__file__).parent.parent
TOKEN, SECRET = "a-token-of-the-bot", "a-secret-of-the-webhooks"
FLOW = "https://hooks.us.webexconnect.io/events/ABCDEF1234"
GOOD = {"WEBEX_ACCESS_TOKEN": TOKEN, "WEBHOOK_SECRET": SECRET, "BOT_ALLOWED": "example.com"}
REQUIRED = sorted(
    name.upper() for name, each in Settings.model_fields.items() if each.is_required()
)


@pytest.fixture
def env(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment with nothing but the required settings, in an empty folder."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def complaint() -> str:
    """The sentence that a start ends with."""
    with pytest.raises(SettingsError) as raised:
        read()
    return str(raised.value)


def started(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m bot run` as an operator starts it, with only this in its environment."""
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "run"]
    return subprocess.run(
        command,
        cwd=folder,
        env={**bare, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_start_without_settings_names_each_that_is_missing(tmp_path: Path) -> None:
    ended = started(tmp_path)
    assert ended.returncode != 0
    assert ended.stderr == (
        "Error: The bot can't start:\n"
        "- WEBEX_ACCESS_TOKEN is not set.\n"
        "- WEBHOOK_SECRET is not set.\n"
        "- BOT_ALLOWED is not set.\n"
        "Set them in the environment or in .env; .env.example explains each.\n"
    )


def test_a_start_names_what_is_missing_and_what_is_wrong_at_once(env: pytest.MonkeyPatch) -> None:
    wrong = {"WEBHOOK_SECRET": "t00-short", "CLOUD": "moon", "DATABASE_URL": "mysql://me:pw@db/x"}
    for name in REQUIRED:
        env.delenv(name)
    for name, value in wrong.items():
        env.setenv(name, value)
    Path(".env").write_text(f"WEBEX_ACCESS_TOKEN={TOKEN}\nPORT=99999\n")
    ended = CliRunner().invoke(commands.bot, ["run"], catch_exceptions=False)
    assert ended.exit_code == 1
    assert "- BOT_ALLOWED is not set.\n" in ended.stderr
    for name in (*wrong, "PORT"):
        assert f"- {name} can't be used: " in ended.stderr
    assert ended.stderr.count("\n- ") == 5
    for secret in (TOKEN, "t00-short", "me:pw", "Traceback"):
        assert secret not in ended.stderr + ended.stdout


@pytest.mark.long
def test_a_file_in_place_of_the_environment_serves_as_well(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in GOOD.items()))
    ended = started(tmp_path)
    assert ended.returncode != 0
    assert ended.stderr.startswith("Error: PUBLIC_URL is not set")


@pytest.mark.parametrize("name", REQUIRED)
def test_each_required_setting_is_missed(env: pytest.MonkeyPatch, name: str) -> None:
    env.delenv(name)
    assert f"{name} is not set." in complaint()


@pytest.mark.parametrize("name", REQUIRED)
def test_an_empty_setting_counts_as_not_set(env: pytest.MonkeyPatch, name: str) -> None:
    env.setenv(name, "")
    assert f"{name} is not set." in complaint()


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("WEBEX_ACCESS_TOKEN", "  ", "it is empty"),
        ("WEBEX_ACCESS_TOKEN", "Bearer abc", "copy only the token"),
        ("WEBEX_ACCESS_TOKEN", "abc\ndef", "copy only the token"),
        ("WEBHOOK_SECRET", "fifteen letters", "shorter than 16 characters"),
        ("BOT_ALLOWED", " , ", "it is empty"),
        ("BOT_ALLOWED", "example.com, localhost", "localhost isn't a domain"),
        ("BOT_ALLOWED", "*.example.com", "*.example.com isn't a domain"),
        ("BOT_ALLOWED", "https://example.com", "isn't a domain"),
        ("BOT_ALLOWED", "<erin@example.com>", "isn't a domain"),
        ("BOT_ALLOWED", "erin@", "isn't a domain"),
        ("BOT_ALLOWED", "example..com", "isn't a domain"),
        ("PUBLIC_URL", "bot.example.com", "isn't an https address"),
        ("PUBLIC_URL", "http://bot.example.com", "isn't an https address"),
        ("PUBLIC_URL", "https://", "isn't an https address"),
        ("PUBLIC_URL", "https://bot.example.com:99999", "isn't an https address"),
        ("PUBLIC_URL", "https://me:pw@bot.example.com", "isn't an https address"),
        ("PUBLIC_URL", "https://[::1", "isn't an https address"),
        ("PUBLIC_URL", "https://bot..example.com", "isn't an https address"),
        ("DATABASE_URL", "bot.sqlite", "neither sqlite:///FILE nor postgresql://"),
        ("DATABASE_URL", "sqlite://", "has no file name"),
        ("DATABASE_URL", "sqlite:///:memory:", "has no file name"),
        ("DATABASE_URL", "sqlite:///.", "has no file name"),
        ("DATABASE_URL", "sqlite:///nowhere/bot.sqlite", "the folder nowhere doesn't exist"),
        ("DATABASE_URL", f"sqlite:///{'n' * 300}/bot.sqlite", "create it first"),
        ("DATABASE_URL", "sqlite://bot.sqlite", "has no file name"),
        ("DATABASE_URL", "sqlite:///bot.sqlite?mode=ro", "has no file name"),
        ("DATABASE_URL", "sqlite+aiosqlite:///bot.sqlite", "neither sqlite:///FILE"),
        ("DATABASE_URL", "postgresql+asyncpg://bot:pw@db/bot", "nor postgresql://"),
        ("DATABASE_URL", "postgresql://bot:pw@db:port/bot", "nor postgresql://"),
        ("DATABASE_URL", "postgresql://bot:p@w@db/bot", "write that as %40"),
        ("PHONE_REGION", "UK", "isn't a country code such as DE or GB"),
        ("PHONE_REGION", "Germany", "isn't a country code such as DE or GB"),
        ("WEBEX_CONNECT_URL", "hooks.us.webexconnect.io/events/A", "such as https://hooks.us."),
        ("WEBEX_CONNECT_URL", "http://hooks.us.webexconnect.io/events/A", "isn't an https address"),
        ("WEBEX_CONNECT_KEY", "a-key", "it needs WEBEX_CONNECT_URL, which is not set"),
        ("DISCREET", "very", "must be true or false"),
        ("PORT", "eighty", "must be a whole number"),
        ("PORT", "65536", "less than or equal to 65535"),
        ("CLOUD", "moon", "'commercial' or 'fedramp'"),
        ("WEBEX_API_URL", "ftp://webexapis.com", "isn't an https address"),
        ("BROKER_URL", "http://mtg-broker-a.wbx2.com", "isn't an https address"),
        ("BROKER_URL", "https://mtg-broker-a.wbx2.com?x=1", "isn't an https address"),
        ("BROKER_API_VERSION", "v3", "'v1' or 'v2'"),
        ("LINK_BASE", "instant.webex.com", "isn't an https address"),
        ("LINK_BASE", "https://instant.webex.com#x", "isn't an https address"),
        ("LINK_MINUTES", "4", "greater than or equal to 5"),
        ("LINK_MINUTES", "1441", "less than or equal to 1440"),
        ("MOST_GUESTS", "0", "greater than or equal to 1"),
        ("VERTICAL", "vet", "'gen' or 'hc'"),
        ("HOST_LOGIN", "perhaps", "must be true or false"),
        ("SHORT_LINKS", "2", "must be true or false"),
        ("REQUIRE_SHA2", "sha", "must be true or false"),
        ("CONCURRENCY", "201", "less than or equal to 200"),
        ("LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'"),
    ],
)
def test_a_wrong_setting_is_named_with_its_reason(
    env: pytest.MonkeyPatch, name: str, value: str, reason: str
) -> None:
    env.setenv(name, value)
    said = complaint()
    assert said.startswith(f"The bot can't start:\n- {name} can't be used: ")
    assert reason in said


@pytest.mark.parametrize(
    "name",
    [
        *("WEBEX_ACCESS_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"),
        *("WEBEX_CONNECT_URL", "WEBEX_CONNECT_KEY"),
    ],
)
def test_a_wrong_secret_is_not_repeated(env: pytest.MonkeyPatch, name: str) -> None:
    if name == "WEBEX_CONNECT_KEY":
        env.setenv("WEBEX_CONNECT_URL", FLOW)
    env.setenv(name, "s3cret pw")
    said = complaint()
    assert f"- {name} can't be used" in said
    assert "s3cret" not in said


def test_a_file_that_is_not_text_is_reported(env: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("BOT_ALLOWED=example.com".encode("utf-16"))
    assert ".env isn't UTF-8 text" in complaint()


@pytest.mark.parametrize(
    ("secret", "is_taken"),
    [
        ("passwordpassword", False),
        ("aaaaaaaaaaaaaaaa", False),
        ("1234567890123456", False),
        ("abcdefghijklmnopqrstuvwxyz", False),
        ("changeme-changeme", False),
        ("0101100101100101", False),
        ("kJ8-wq2LmZ_x7Tf0", True),
        ("7359104826620571", True),
        ("correct horse battery staple", True),
    ],
)
@pytest.mark.parametrize("name", ["WEBHOOK_SECRET", "ADMIN_TOKEN", "METRICS_TOKEN"])
def test_a_secret_that_is_easy_to_guess_is_refused(
    env: pytest.MonkeyPatch, name: str, secret: str, *, is_taken: bool
) -> None:
    env.setenv(name, secret)
    if is_taken:
        read()
    else:
        assert f"{name} can't be used: it is easy to guess" in complaint()


def test_a_misspelt_setting_is_reported_with_the_right_name(
    env: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    env.setenv("LOG_FORMAT", "json")
    env.setenv("BOT_LANGUGE", "de")
    env.setenv("HOSTNAME", "x")
    (tmp_path / ".env").write_text("MOST_GUEST=5\nNGROK_AUTHTOKEN=x\n")
    meant = {"BOT_LANGUGE": "BOT_LANGUAGE", "MOST_GUEST": "MOST_GUESTS"}
    assert read().misspelt == meant
    load_settings()
    lines = [json.loads(each) for each in capsys.readouterr().err.splitlines()]
    assert {each["name"]: each["did_you_mean"] for each in lines} == meant
    structlog.reset_defaults()


def test_a_misspelt_required_setting_is_reported_with_the_right_name(
    env: pytest.MonkeyPatch,
) -> None:
    env.delenv("BOT_ALLOWED")
    env.setenv("BOT_ALOWED", "example.com")
    assert "- BOT_ALOWED isn't a setting. Did you mean BOT_ALLOWED?\n" in complaint()


@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_that_a_container_engine_keeps_are_left_out(
    env: pytest.MonkeyPatch, quote: str
) -> None:
    env.setenv("WEBEX_ACCESS_TOKEN", f"{quote}{TOKEN}{quote}")
    env.setenv("PORT", f"{quote}8081{quote}")
    assert (read().webex_access_token.get_secret_value(), read().port) == (TOKEN, 8081)


@pytest.mark.parametrize(
    "words", [["--env-file", "other.env", "doctor"], ["doctor", "--env-file", "other.env"]]
)
def test_settings_are_read_from_another_file(
    env: pytest.MonkeyPatch, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / ".env").write_text("PORT=99999\n")
    (tmp_path / "other.env").write_text("CLOUD=moon\n")
    said = CliRunner().invoke(commands.bot, [*words, "--json"])
    assert [each["says"].partition(" ")[0] for each in json.loads(said.stdout)] == ["CLOUD"]
    structlog.reset_defaults()


def commands_with_settings(group: click.Group) -> Iterator[click.Command]:
    for command in group.commands.values():
        if isinstance(command, click.Group):
            yield from commands_with_settings(command)
        elif command.name not in {"sandbox", "webex", "completion", "new"}:
            yield command


def test_every_command_that_reads_settings_takes_them_from_another_file() -> None:
    for command in commands_with_settings(commands.bot):
        assert "--env-file" in {name for each in command.params for name in each.opts}, command.name


def test_a_file_that_is_not_there_is_a_mistake(env: pytest.MonkeyPatch) -> None:
    said = CliRunner().invoke(commands.bot, ["--env-file", "nowhere.env", "run"])
    assert said.exit_code == 2
    assert "nowhere.env" in said.stderr


def test_the_version_is_printed_and_heads_the_changes() -> None:
    said = CliRunner().invoke(commands.bot, ["--version"])
    assert said.output == f"Instant Connect bot {VERSION}\n"
    changes = (ROOT / "bot" / "docs" / "changes.md").read_text()
    assert f"This is version {VERSION}." in changes


def test_the_environment_overrides_the_file(env: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_ALLOWED=elsewhere.org\nLINK_MINUTES=15\nNOT_OURS=1\n")
    settings = read()
    assert (settings.bot_allowed, settings.link_minutes) == ("example.com", 15)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_secrets_have_a_type_that_does_not_print_them(name: str) -> None:
    secret = re.search(r"token|secret|password|keys?$|key_|database_url|smtp_url|connect_url", name)
    assert not secret or "SecretStr" in str(Settings.model_fields[name].annotation)


def test_secrets_are_in_no_representation(env: pytest.MonkeyPatch) -> None:
    env.setenv("DATABASE_URL", "postgresql://bot:a-password@db/bot")
    env.setenv("WEBEX_CONNECT_URL", FLOW)
    env.setenv("WEBEX_CONNECT_KEY", "key-of-a-service")
    settings = read()
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    for secret in (TOKEN, SECRET, "a-password", FLOW, "key-of-a-service"):
        assert secret not in shown
    assert settings.webex_access_token.get_secret_value() == TOKEN


def test_a_line_break_is_removed_from_a_pasted_token(env: pytest.MonkeyPatch) -> None:
    env.setenv("WEBEX_ACCESS_TOKEN", f" {TOKEN}\n")
    assert read().webex_access_token.get_secret_value() == TOKEN


def test_a_language_of_the_bot_is_one_that_can_be_set() -> None:
    assert get_args(LanguageCode) == tuple(NAMES)


def test_one_setting_moves_every_address_to_the_other_cloud(env: pytest.MonkeyPatch) -> None:
    hosts = {}
    for cloud in CLOUDS:
        env.setenv("CLOUD", cloud)
        settings = read()
        hosts[cloud] = (settings.api_url, settings.catalog, settings.broker, settings.links)
    assert hosts == {
        "commercial": (
            "https://webexapis.com/v1/",
            "https://u2c.wbx2.com/u2c/api/v1",
            "https://mtg-broker-a.wbx2.com",
            "https://instant.webex.com",
        ),
        "fedramp": (
            "https://api-usgov.webex.com/v1/",
            "https://u2c.gov.ciscospark.com/u2c/api/v1",
            "https://mtg-broker.gov.ciscospark.com",
            "https://instant-usgov.webex.com",
        ),
    }


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("WEBEX_API_URL", "api_url"),
        ("CATALOG_URL", "catalog"),
        ("BROKER_URL", "broker"),
        ("LINK_BASE", "links"),
    ],
)
@pytest.mark.parametrize("cloud", CLOUDS)
def test_each_address_can_be_set_by_itself(
    env: pytest.MonkeyPatch, cloud: str, name: str, reader: str
) -> None:
    env.setenv("CLOUD", cloud)
    others = {each: getattr(read(), each) for each in ("api_url", "catalog", "broker", "links")}
    env.setenv(name, "https://elsewhere.example.com/v1")
    settings = read()
    assert getattr(settings, reader).startswith("https://elsewhere.example.com/v1")
    assert all(getattr(settings, each) == others[each] for each in others if each != reader)


@pytest.mark.parametrize("written", ["https://webexapis.com/v1", "https://webexapis.com/v1/"])
def test_the_api_ends_with_one_slash_however_it_is_written(
    env: pytest.MonkeyPatch, written: str
) -> None:
    env.setenv("WEBEX_API_URL", written)
    assert read().api_url == "https://webexapis.com/v1/"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///bot.sqlite",
        "sqlite:////bot.sqlite",
        "postgres://bot:pw@db.example.com:5432/bot",
        "postgresql://bot:pw@db.example.com/bot?sslmode=require",
        "postgresql+psycopg://bot@/bot?host=/run/postgresql",
    ],
)
def test_a_database_is_a_file_or_postgresql(env: pytest.MonkeyPatch, url: str) -> None:
    env.setenv("DATABASE_URL", url)
    assert read().database_url.get_secret_value() == url


@pytest.mark.parametrize(
    "allowed",
    [
        "*",
        "example.com",
        "@example.com",
        "Erin@Example.com",
        "a.example.com; b@c.co, bücher.example",
    ],
)
def test_domains_and_addresses_say_who_is_allowed(env: pytest.MonkeyPatch, allowed: str) -> None:
    env.setenv("BOT_ALLOWED", allowed)
    assert read().bot_allowed == allowed


def test_characters_pasted_around_an_address_are_removed(env: pytest.MonkeyPatch) -> None:
    env.setenv("BROKER_URL", " https://broker.example.com\n")
    env.setenv("DATABASE_URL", "sqlite:///bot.sqlite ")
    assert read().broker == "https://broker.example.com"
    assert read().database_url.get_secret_value() == "sqlite:///bot.sqlite"


@pytest.mark.parametrize("written", ["http://127.0.0.1:8000", "http://localhost:8000/v1/"])
def test_plain_http_is_for_this_machine_alone(env: pytest.MonkeyPatch, written: str) -> None:
    env.setenv("BROKER_URL", written)
    assert read().broker == written


DEVICES = {"Room 12": "room12@rooms.example.com", "Ward 3": "ward3@rooms.example.com"}


@pytest.mark.parametrize("parted", ["; ", "\n"])
def test_devices_are_read_from_the_setting_or_from_a_file(
    parted: str, env: pytest.MonkeyPatch
) -> None:
    written = parted.join(f"{name} = {address}" for name, address in DEVICES.items())
    Path("devices.txt").write_text(written)
    for devices in (written, "devices.txt"):
        env.setenv("DEVICES", devices)
        assert read().named_devices == DEVICES


@pytest.mark.parametrize("devices", ["Room 12", "no/such/file", "Room 12=nowhere", "=a@b.example"])
def test_devices_that_cannot_be_read_stop_the_start(devices: str, env: pytest.MonkeyPatch) -> None:
    env.setenv("DEVICES", devices)
    assert "DEVICES" in complaint()
    assert "NAME=ADDRESS" in complaint()


def test_proxies_are_addresses_or_networks(env: pytest.MonkeyPatch) -> None:
    env.setenv("TRUSTED_PROXIES", "10.0.0.0/8, ::1")
    assert [str(each) for each in read().trusted_networks] == ["10.0.0.0/8", "::1/128"]
    env.setenv("TRUSTED_PROXIES", "10.0.0.0/8, proxy.example.com")
    assert "proxy.example.com isn't an address or a network such as 10.0.0.0/8" in complaint()


SMTP = "smtps://bot:a%40secret@mail.example.com"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://mail.example.com", "it must be smtps://USER:PASSWORD@HOST"),
        ("smtps://", "it must be smtps://USER:PASSWORD@HOST"),
        ("smtps://mail.example.com:99999", "its port isn't a number up to 65535"),
        ("smtp+plain://bot:secret@mail.example.com", "passwords can't be sent unencrypted"),
    ],
)
def test_a_mail_server_that_cannot_be_used_is_named_without_its_password(env, url, says) -> None:
    env.setenv("SMTP_URL", url)
    env.setenv("MAIL_FROM", "no-reply@example.com")
    said = complaint()
    assert f"SMTP_URL can't be used: {says}" in said
    assert "secret" not in said


@pytest.mark.parametrize("sender", [None, "nobody", "Example", "a@b@c.example"])
def test_mail_needs_somebody_to_be_from(env, sender: str | None) -> None:
    env.setenv("SMTP_URL", SMTP)
    if sender:
        env.setenv("MAIL_FROM", sender)
    assert "MAIL_FROM can't be used: " in complaint()
    assert "such as Example <no-reply@example.com>" in complaint()


@pytest.mark.parametrize(
    ("sender", "name"),
    [("no-reply@example.com", "Example Clinic"), ("Reception <no-reply@example.com>", "Reception")],
)
def test_emails_come_from_the_organization_unless_another_name_is_given(
    env: pytest.MonkeyPatch, sender: str, name: str
) -> None:
    env.setenv("SMTP_URL", SMTP)
    env.setenv("MAIL_FROM", sender)
    env.setenv("ORGANISATION", "Example Clinic")
    assert (read().mail_sender.display_name, read().mail_sender.domain) == (name, "example.com")


def test_guests_are_told_the_organization_and_see_its_logo(env: pytest.MonkeyPatch) -> None:
    env.setenv("ORGANISATION", "Example Clinic")
    env.setenv("LOGO_URL", "https://example.com/logo.png")
    told = core_config.installation_of(read(), "bot", "bot@webex.bot")
    assert (told.organisation, told.logo_url) == ("Example Clinic", "https://example.com/logo.png")
    env.setenv("LOGO_URL", "http://example.com/logo.png")
    assert "LOGO_URL can't be used" in complaint()


def test_nobody_may_be_in_two_delivery_lists(env) -> None:
    env.setenv("MAIL_TO", "x.com")
    env.setenv("BOTH_TO", "y.org x.com")
    assert "BOTH_TO can't be used: x.com is already in MAIL_TO." in complaint()


def test_by_default_colleagues_get_direct_messages_and_others_email(env) -> None:
    env.setenv("SMTP_URL", SMTP)
    env.setenv("MAIL_FROM", "Example Clinic <no-reply@example.com>")
    ways = core_config.ways_of(read())
    assert ways.of(Guest(email="bob@example.com")) == (Way.DIRECT,)
    assert ways.of(Guest(email="alice@x.com")) == (Way.MAIL,)
    assert "a%40secret" not in repr(read())


def test_a_mail_servers_address_is_read_as_urls_are() -> None:
    server = MailServer.at(SMTP)
    assert (server.port, server.security, server.password) == (465, "tls", "a@secret")
    assert MailServer.at("smtp://mail.example.com").port == 587
    assert "secret" not in repr(server)


def test_without_a_flow_there_are_no_texts_and_with_one_they_go_there(env) -> None:
    assert services.texter_of(read()) is None
    env.setenv("WEBEX_CONNECT_URL", f" {FLOW}\n")
    env.setenv("WEBEX_CONNECT_KEY", " key-of-a-service\n")
    assert read().webex_connect_url.get_secret_value() == FLOW
    assert read().webex_connect_key.get_secret_value() == "key-of-a-service"
    assert services.texter_of(read()) is not None


def test_a_country_code_may_be_in_lower_case(env) -> None:
    env.setenv("PHONE_REGION", " de ")
    assert read().phone_region == "DE"
