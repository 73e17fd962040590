"""Runs all of the doctor's checks side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.core.diagnosis import database_checks, door_checks, expert_checks, service_checks
from bot.core.diagnosis.api_key_checks import of_api_keys
from bot.core.diagnosis.findings import Finding, red
from bot.core.diagnosis.service_checks import HookSeen
from bot.core.domain.access import Access
from bot.core.domain.errors import Trouble
from bot.edges.doctor import database_probes, expert_probes, service_probes
from bot.edges.web.door.door_watch import is_reached
from bot.process.services import broker_of, devices_of, mailer_of, webex_of
from bot.process.trial_message import send_test
from bot.settings import Settings, SettingsError, read
from bot.settings.group_file import read_group_file

Look = Callable[[Settings], Iterator[Finding]]


def examine(settings: Settings) -> list[Finding]:
    """Run all checks side by side and return their findings.

    Args:
        settings: the installation's.
    """
    with ThreadPoolExecutor(len(LOOKS), thread_name_prefix="doctor") as threads:
        looks = [threads.submit(_looked, each, settings) for each in LOOKS]
        return [finding for look in looks for finding in look.result()]


def _looked(look: Look, settings: Settings) -> list[Finding]:
    return list(look(settings))


def examine_this(env_file: Path, test: str | None) -> list[Finding]:
    """Return the findings about the installation that the environment and a file describe.

    Args:
        env_file: settings that the environment leaves open are read from this file.
        test: an address or a phone number to send a test message to; None for no test.

    Raises:
        ValueError: `test` is neither.
    """
    try:
        settings = read(env_file=env_file)
    except SettingsError as error:
        *others, last = error.problems
        do = ".env.example explains each setting. Nothing else was checked."
        return [*(red("settings", each, "") for each in others), red("settings", last, do)]
    return examine(settings) + (send_test(settings, test) if test else [])


def _settings(settings: Settings) -> Iterator[Finding]:
    elsewhere = ("webex_api_url", "broker_url", "link_base")
    yield from database_checks.of_settings(
        settings.bot_allowed,
        settings.cloud,
        [each.upper() for each in elsewhere if getattr(settings, each)],
        rotating=settings.webhook_secret_before is not None,
    )
    yield database_checks.of_time_zone(settings.time_zone)
    yield from database_checks.of_names(settings.misspelt)
    exposed = settings.exposed_file
    yield from database_checks.of_file(str(exposed) if exposed else None)


def _webex(settings: Settings) -> Iterator[Finding]:
    token = settings.webex_access_token.get_secret_value()
    yield from service_checks.of_token(service_probes.probe_webex(settings.api_url, token))


def _broker(settings: Settings) -> Iterator[Finding]:
    connect, silence = service_probes.TIMEOUTS
    with closing(broker_of(settings, connect_timeout=connect, read_timeout=silence)) as broker:
        yield from service_checks.of_broker(*service_probes.probe_broker(broker))


def _address(settings: Settings) -> Iterator[Finding]:
    if settings.intake == "websocket":
        yield database_checks.of_websocket(
            service_probes.probe_websocket(devices_of(settings, "doctor"))
        )
        return
    secret = settings.webhook_secret.get_secret_value()
    yield from service_checks.of_address(
        service_probes.probe_public_url(settings.public_url, secret, settings.api_url)
    )


def _webhooks(settings: Settings) -> Iterator[Finding]:
    if settings.intake == "websocket":
        return
    yield service_checks.of_webhooks(hooks_seen(settings), settings.public_url)


def hooks_seen(settings: Settings) -> list[HookSeen] | Trouble:
    """Return the webhooks of the bot's token, as Webex has them."""
    registered = webex_of(settings, timeout=3).webhooks
    secret = settings.webhook_secret.get_secret_value()
    return service_probes.list_webhooks(registered, settings.public_url, secret)


def _store(settings: Settings) -> Iterator[Finding]:
    seen = database_probes.probe_database(settings.database_url.get_secret_value(), settings.keys)
    yield from database_checks.of_store(seen)
    yield from of_api_keys(seen.api_keys, datetime.now(UTC))


def _ways(settings: Settings) -> Iterator[Finding]:
    mailer, trouble = mailer_of(settings), None
    try:
        if mailer:
            mailer.check_login()
    except Trouble as found:
        trouble = found
    yield database_checks.of_mail(trouble, set_up=mailer is not None)
    url = settings.webex_connect_url
    status = service_probes.probe_webex_connect(url.get_secret_value() if url else None)
    yield database_checks.of_texts(status, set_up=url is not None)


def _doors(settings: Settings) -> Iterator[Finding]:
    if settings.door == "off":
        yield door_checks.doors_off()
        return
    url, secret = settings.public_url, settings.webhook_secret.get_secret_value()
    reached = url is not None and is_reached(url, secret)
    texts = settings.webex_connect_url is not None
    yield from door_checks.of_doors(url and url.rstrip("/"), reached=reached, texts=texts)


def _experts(settings: Settings) -> Iterator[Finding]:
    file = Path(settings.experts) if settings.experts else None
    filed, now = read_group_file(file, settings.time_zone), datetime.now(UTC)
    seen = expert_probes.probe_experts(settings.database_url.get_secret_value(), filed, file, now)
    if seen.groups:
        webex = webex_of(settings, timeout=3)
        seen = expert_probes.probe_people(webex, seen, Access.parse(settings.bot_allowed))
    yield from expert_checks.of_experts(seen, now)


LOOKS: tuple[Look, ...] = (
    *(_settings, _webex, _broker, _address, _webhooks, _doors, _store, _ways, _experts),
)
