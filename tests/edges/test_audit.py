"""The audit lists meetings and how their links went out, without names."""

from __future__ import annotations

import csv
import json
import logging
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import structlog
from click.testing import CliRunner, Result

import bot.__main__ as commands
from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.steps.door_steps import DoorRequest
from bot.core.steps.ledger_steps import (
    AddHost,
    CancelMeeting,
    RecordDeliveries,
    SaveMeeting,
    TransferHost,
)
from bot.edges.storage import audit
from bot.edges.storage.audit import AuditEntry
from bot.edges.storage.data_retention import forget_people
from bot.edges.storage.ledger import Ledger
from bot.settings import Settings
from tests.edges.remembered import NOW
from tests.edges.test_door_store import ALICE, EVERYONE, Doors

SECRET = "a-secret-of-the-webhooks"
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SENT = (
    Delivery(Role.HOST, Guest("erin", "erin@example.com", "Erin"), Way.DIRECT, "m1"),
    Delivery(Role.GUEST, Guest(email="Bob@example.com", name="Bob"), Way.DIRECT, "m2"),
    Delivery(Role.GUEST, Guest(email="bob@example.com"), Way.DIRECT, "m3"),
    Delivery(Role.GUEST, Guest("eve", name="Eve"), Way.SPACE, "m4"),
    Delivery(Role.GUEST, Guest(email="zoe@example.com"), Way.DIRECT, trouble="Refused"),
    Delivery(Role.GUEST, Guest(email="zoe@example.com"), Way.MAIL, "m6", trouble="NotSetUp"),
    Delivery(Role.GUEST, Guest(email="ada@z.net"), Way.MAIL, "m7"),
    Delivery(Role.GUEST, Guest(phone="+491701234567"), Way.PHONE, "m8"),
    Delivery(Role.SPARE, Guest(), Way.HANDED, "m5"),
    Delivery(Role.SPARE, Guest(), Way.HANDED, "m5"),
)

on_a_file = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


def met(ledger: Ledger, sub: str, opens: datetime = NOON, *sent: Delivery) -> int:
    one = Meeting(sub, "erin", "erin@example.com", opens, opens + HOUR, subject="Salary")
    number = ledger.remember(SaveMeeting(one)).number
    ledger.note(RecordDeliveries(number, sent))
    return number


def audited(
    prepared: sa.Engine, secret: str = SECRET, since: datetime | None = None
) -> list[AuditEntry]:
    return audit.entries(prepared, secret, since)


Told = Callable[..., Result]


@pytest.fixture
def told(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """`python -m bot audit` as an administrator calls it, with only this in its environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATABASE_URL", url)
    level = logging.getLogger().level

    def call(*options: str, secret: str = SECRET) -> Result:
        monkeypatch.setenv("WEBHOOK_SECRET", secret)
        return CliRunner().invoke(commands.bot, ["audit", *options], catch_exceptions=False)

    yield call
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()


def test_links_are_counted_by_recipient_and_way(ledger: Ledger, prepared: sa.Engine) -> None:
    number = met(ledger, "s1", NOON, *SENT)
    ledger.call_off(CancelMeeting(number, NOW))
    (found,) = audited(prepared)
    assert (found.meeting, found.state) == (number, "cancelled")
    assert (found.opens, found.expires) == (NOON.isoformat(), (NOON + HOUR).isoformat())
    assert (found.host_links, found.guest_links, found.spare_links) == (1, 5, 2)
    assert (found.mailed, found.texted) == (1, 1)
    assert (found.direct, found.space, found.handed, found.failed) == (3, 1, 2, 1)


def test_one_person_has_one_hash_in_one_installation(ledger: Ledger, prepared: sa.Engine) -> None:
    ledger.add_host(AddHost(met(ledger, "s1", NOON, *SENT), "eve", "eve@example.com"))
    met(ledger, "s2", NOON, *SENT[2:4])
    first, second = audited(prepared)
    erin, eve = first.hosts
    assert second.hosts == (erin,)
    assert (first.guests[:2], first.guests[1]) == (second.guests, eve)
    assert len({*first.hosts, *first.guests}) == 6
    elsewhere = audited(prepared, secret="another-secret-of-webhooks")
    assert not {*first.hosts, *first.guests} & {*elsewhere[0].hosts, *elsewhere[0].guests}


def test_a_host_who_handed_over_is_listed_as_a_former_host(
    ledger: Ledger, prepared: sa.Engine
) -> None:
    ledger.resign(TransferHost(met(ledger, "s1", NOON, *SENT), "erin", Guest("eve")))
    met(ledger, "s2", NOON, *SENT)
    handed_over, kept = audited(prepared)
    assert (handed_over.former_hosts, kept.former_hosts) == (kept.hosts, ())
    assert (handed_over.hosts, handed_over.host_links) == (kept.guests[1:2], 1)


def test_removing_addresses_keeps_the_counts_and_webex_users(
    ledger: Ledger, prepared: sa.Engine
) -> None:
    met(ledger, "s1", NOON, *SENT)
    (before,) = audited(prepared)
    with prepared.begin() as connection:
        forget_people(connection, by=NOON + 2 * HOUR, most=10)
    (after,) = audited(prepared)
    assert after.guests == before.guests[1:2]
    assert vars(after) | {"guests": before.guests} == vars(before)


def test_earlier_meetings_are_left_out(ledger: Ledger, prepared: sa.Engine) -> None:
    met(ledger, "s1", NOON - HOUR, *SENT)
    number = met(ledger, "s2", NOON)
    assert [each.meeting for each in audited(prepared, since=NOON)] == [number]


@on_a_file
@pytest.mark.parametrize("options", [(), ("--json",), ("--csv",)])
def test_the_audit_needs_only_the_database_and_secret_and_names_nobody(
    ledger: Ledger, told: Told, options: tuple[str, ...]
) -> None:
    met(ledger, "the-sub", NOON, *SENT)
    ended = told(*options)
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert not re.search(r"(?i)@|erin|bob|eve|zoe|salary|the-sub|room|secret|m1", ended.stdout)


@on_a_file
def test_json_and_csv_have_the_same_content(
    ledger: Ledger, prepared: sa.Engine, told: Told
) -> None:
    met(ledger, "s1", NOON, *SENT)
    met(ledger, "s2", NOON + 24 * HOUR)
    entry = audited(prepared)[1]
    (told_once,) = json.loads(told("--json", "--since", "2030-01-02").stdout)
    nobody: dict[str, Any] = {"guests": (), "former_hosts": (), "arrivals": ()}
    assert AuditEntry(**told_once | {"hosts": tuple(told_once["hosts"])} | nobody) == entry
    rows = list(csv.DictReader(told("--csv").stdout.splitlines()))
    assert [row["meeting"] for row in rows] == ["1", "2"]
    assert rows[0]["guests"].split(" ") == list(audited(prepared)[0].guests)


@on_a_file
def test_the_audit_says_when_guests_came_without_naming_them(prepared: sa.Engine, told: Told):
    doors = Doors(prepared)
    [own, everyones, unused] = doors.open(ALICE, EVERYONE, DoorRequest("bob@x.com", "Bob"))
    doors.arrives(own)
    doors.arrives(everyones, "a-cookie", "Dora")
    assert doors.at(unused)
    ended = told("--json")
    (entry,) = json.loads(ended.stdout)
    known, stranger = entry["arrivals"]
    assert re.fullmatch(rf"\w+@{re.escape(NOW.isoformat())}", known)
    assert stranger == NOW.isoformat()
    assert not re.search(r"(?i)alice|dora|bob|cookie|x\.com", ended.stdout)


@on_a_file
def test_an_installation_without_meetings_says_so(told: Told) -> None:
    assert told().stdout == "There are no meetings on record.\n"


@on_a_file
def test_without_a_secret_there_is_no_audit(told: Told) -> None:
    ended = told(secret="short")
    assert ended.exit_code != 0
    assert "WEBHOOK_SECRET" in ended.stderr
    assert ended.stdout == ""
