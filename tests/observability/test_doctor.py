"""The doctor's findings: each red is provoked, and says what to do."""

from __future__ import annotations

import json
import shutil
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner
from pydantic import SecretStr

from bot.command_line import bot as commands
from bot.core.diagnosis import service_checks as diagnosis
from bot.core.diagnosis.database_checks import StoreSeen, of_store
from bot.core.diagnosis.findings import Finding, TrafficLight
from bot.core.diagnosis.service_checks import of_address, of_token
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.steps.expert_steps import SaveGroup
from bot.edges.doctor import database_probes, service_probes
from bot.edges.storage.database import connect
from bot.edges.storage.encryption import PayloadCipher, new_key
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.web.http_server import served
from bot.edges.web.receiver import create_health_app
from bot.process import doctor
from bot.process.app import Bot
from bot.process.both_halves import running
from bot.sandbox.page import phone_pages
from bot.sandbox.page.post_office import open_post_office
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex import socket_devices
from bot.sandbox.webex.faults import (
    Dated,
    Fault,
    Html200,
    NotFoundYet,
    Rejected,
    Reset,
    ServerError,
    Unauthorized,
)
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings
from bot.settings.group_file import read_group_file
from tests.edges.conftest import prepared_file  # noqa: F401 - a fixture

SECRET = "a-secret-of-the-webhooks"
OLD, NEW = new_key(), new_key()
DUE = '{"errand": ["tidy", 7], "at": 9.0}'
"""What an earlier version left in the inbox."""

WAITS = f"INSERT INTO inbox (key, entry, at) VALUES ('n', '{DUE}', 1)"  # noqa: S608 - our own


@dataclass
class Place:
    """Where a bot runs, and what its environment says."""

    world: World
    given: dict[str, str]
    folder: Path

    def examined(self, **changed: str) -> dict[str, Finding]:
        """What the doctor finds where some settings are others, by its name."""
        found = doctor.examine(Settings(_env_file=None, **(self.given | changed)))
        return {each.name: each for each in found}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder, world = tmp_path_factory.mktemp("examined"), small_world()
    with open_town(world) as address, open_post_office(world) as mail_port:
        given = {
            "webex_access_token": "sandbox-token-bot",
            "webhook_secret": SECRET,
            "bot_allowed": "example.com",
            "time_zone": "Europe/Berlin",
            "webex_api_url": f"{address}/v1/",
            "catalog_url": f"{address}{socket_devices.CATALOG}",
            "broker_url": address,
            "link_base": address,
            "database_url": f"sqlite:///{folder}/bot.sqlite",
            "smtp_url": f"smtp+plain://127.0.0.1:{mail_port}",
            "mail_from": "bot@example.com",
            "webex_connect_url": f"{address}{phone_pages.PATH}",
            "port": "0",
        }
        one = Bot(Settings(_env_file=None, **given))
        with running(one) as receiver:
            one.register(receiver)
            yield Place(world, given | {"public_url": receiver}, folder)
        one.close()


@pytest.fixture
def place(home: Place) -> Iterator[Place]:
    before = dict(home.world.webhooks)
    yield home
    home.world.faults = []
    home.world.webhooks.clear()
    home.world.webhooks.update(before)


@pytest.fixture
def store(place: Place, prepared_file: Path, tmp_path: Path) -> Path:  # noqa: F811 - pytest passes the imported fixture to this one
    """A database in which nobody is at work."""
    return Path(shutil.copy(prepared_file, tmp_path / "bot.sqlite"))


@pytest.fixture(scope="module")
def closed() -> str:
    """An address at which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"127.0.0.1:{taken.getsockname()[1]}"


def change(file: Path, *orders: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for order in orders:
            connection.execute(order)
        connection.commit()


def test_a_bot_that_is_well_is_green_throughout(place: Place) -> None:
    began, found = time.monotonic(), place.examined()
    assert {name: each.says for name, each in found.items() if each.light != "green"} == {}
    assert len(found) == 17
    assert time.monotonic() - began < 5


def test_what_is_green_needs_nothing_done_and_all_else_does(place: Place, closed: str) -> None:
    found = place.examined(public_url=f"http://{closed}").values()
    assert all(bool(each.do) == (each.light is not TrafficLight.GREEN) for each in found)
    assert TrafficLight.RED in {each.light for each in found}


@pytest.mark.parametrize(
    ("setting", "name", "says"),
    [
        ({"webex_access_token": "nobodys"}, "token", "rejects WEBEX_ACCESS_TOKEN"),
        ({"webex_access_token": "nobodys"}, "webhooks", "rejects WEBEX_ACCESS_TOKEN"),
        ({"webex_access_token": "nobodys"}, "guest links", "rejects WEBEX_ACCESS_TOKEN"),
        ({"webex_access_token": "sandbox-token-erin"}, "token", "belongs to a person, Erin Expert"),
        ({"webex_api_url": "http://{closed}"}, "webex", "Webex isn't responding"),
        ({"webex_api_url": "http://{closed}"}, "webhooks", "Webex isn't responding"),
        ({"broker_url": "http://{closed}"}, "instant connect", "isn't responding"),
        ({"public_url": "http://{closed}"}, "address", "No bot answers at http://{closed}"),
        ({"public_url": "{town}"}, "address", "No bot answers at {town}"),  # something else does
        ({"webhook_secret": "another secret altogether"}, "secret", "a different WEBHOOK_SECRET"),
        ({"database_url": "postgresql://bot:pw@{closed}/bot"}, "database", "isn't responding"),
        ({"smtp_url": "smtp+plain://{closed}"}, "mail", "The mail server isn't responding"),
        ({"smtp_url": "smtp://{mail}"}, "mail", "doesn't let the bot sign in"),
        ({"webex_connect_url": "http://{closed}"}, "texts", "Webex Connect isn't responding"),
        ({"webex_connect_url": "{town}/nothing"}, "texts", "has no such webhook"),
    ],
)
def test_a_setting_that_leads_nowhere_is_red(
    place: Place, closed: str, setting: dict[str, str], name: str, says: str
) -> None:
    known = {
        "closed": closed,
        "mail": place.given["smtp_url"].rpartition("/")[2],
        "town": place.given["broker_url"],
    }
    found = place.examined(**{key: value.format(**known) for key, value in setting.items()})
    assert found[name].light is TrafficLight.RED
    assert says.format(**known) in found[name].says


@pytest.mark.parametrize(
    ("fault", "name", "says"),
    [
        (Unauthorized(times=None, path="people"), "token", "rejects"),
        (ServerError(times=None, path="people"), "webex", "isn't responding"),
        (Html200(times=None, path="people"), "webex", "Something other than"),
        (Reset(times=None, path="webhooks"), "webhooks", "isn't responding"),
        (ServerError(times=None, path="joseencrypt"), "instant connect", "isn't responding"),
        (Html200(times=None, path="joseencrypt"), "instant connect", "Something other than"),
        (NotFoundYet(times=None, path="joseencrypt"), "instant connect", "isn't turned on"),
        (Rejected(times=None, path="joseencrypt"), "guest links", "refused to make a link"),
        (ServerError(times=None, path="/events"), "texts", "Webex Connect isn't responding"),
        (Dated(times=None, path="people"), "clock", "s ahead of Webex's"),
        (Dated("Fri, 31 Dec 2100 00:00:00 GMT", times=None, path="people"), "clock", "s behind"),
    ],
)
def test_a_service_that_does_not_serve_is_red(
    place: Place, fault: Fault, name: str, says: str
) -> None:
    place.world.faults = [fault]
    found = place.examined()[name]
    assert found.light is TrafficLight.RED
    assert says in found.says


def test_webhooks_that_are_missing_disabled_or_signed_otherwise_are_red(place: Place) -> None:
    hooks = place.world.webhooks
    one = next(iter(hooks))
    whole = hooks[one]
    hooks[one] = type(whole)(**vars(whole) | {"active": False})
    assert "Webex disabled" in place.examined()["webhooks"].says
    hooks[one] = type(whole)(**vars(whole) | {"secret": "another secret altogether"})
    signed_otherwise = place.examined()["webhooks"]
    del hooks[one]
    missing = place.examined()["webhooks"]
    assert "Webex has no webhook for " in missing.says
    assert missing.light is TrafficLight.RED
    assert "webhooks sync" in missing.do
    assert "signs with a secret other than" in signed_otherwise.says


def test_a_clock_that_is_a_little_wrong_is_amber(place: Place) -> None:
    api, token = place.given["webex_api_url"], place.given["webex_access_token"]
    for off, light in (
        (3600, TrafficLight.RED),
        (20, TrafficLight.AMBER),
        (-20, TrafficLight.AMBER),
        (0, TrafficLight.GREEN),
    ):
        seen = service_probes.probe_webex(api, token, lambda off=off: time.time() + off)
        [clock] = [each for each in of_token(seen) if each.name == "clock"]
        assert clock.light is light


def test_something_that_is_alive_and_takes_no_notices_is_red(place: Place) -> None:
    with served(create_health_app(lambda: True), "127.0.0.1", 0) as address:
        found = place.examined(public_url=address)
    assert found["address"].light is TrafficLight.GREEN
    assert "doesn't accept a signed notice" in found["secret"].says


def test_a_database_that_takes_nothing_is_red(place: Place, store: Path) -> None:
    refuse = "CREATE TRIGGER full BEFORE INSERT ON courtesies BEGIN SELECT RAISE(FAIL, ''); END"
    change(store, refuse)
    assert (
        "can't be written to" in place.examined(database_url=f"sqlite:///{store}")["database"].says
    )


def test_a_database_of_a_newer_bot_is_red_and_of_an_older_one_amber(
    place: Place, store: Path
) -> None:
    lights = {}
    for revision in ("9999", "0001"):
        change(store, f"UPDATE alembic_version SET version_num = '{revision}'")  # noqa: S608 - ours
        lights[revision] = place.examined(database_url=f"sqlite:///{store}")["database"].light
    assert lights == {"9999": TrafficLight.RED, "0001": TrafficLight.AMBER}


def test_checking_a_missing_database_does_not_create_it(place: Place, tmp_path: Path) -> None:
    found = place.examined(database_url=f"sqlite:///{tmp_path}/none.sqlite")
    assert found["database"].light is TrafficLight.AMBER
    assert "doesn't have the bot's tables yet" in found["database"].says
    assert not (tmp_path / "none.sqlite").exists()


def test_groups_that_cannot_be_asked_are_amber(place: Place, store: Path, tmp_path: Path) -> None:
    url, file = f"sqlite:///{store}", tmp_path / "experts.toml"
    file.write_text('[triage]\nask = ["nobody@example.com", "alice@x.com", "erin@example.com"]\n')
    database, settings = connect(url), Settings(_env_file=None, **place.given)
    groups = GroupStore(database)
    groups.save_filed(read_group_file(file))
    groups.save(SaveGroup(ExpertGroup("desk", (Tier("gone"),))))
    groups.save(SaveGroup(ExpertGroup("triage", ())))
    [people] = [each.tiers for each in read_group_file(file).groups]
    groups.save(SaveGroup(ExpertGroup("other", people)))
    database.dispose()
    looked = settings.model_copy(update={"experts": str(file), "database_url": SecretStr(url)})
    says = [each.says for each in doctor.examine(looked) if each.name == "experts"]
    assert says == [
        "triage is as it was set up in a chat, not as the file has it.",
        "I'm not in the space that desk asks.",
        "nobody@example.com of other isn't in Webex, or isn't allowed to use the bot.",
        "alice@x.com of other isn't in Webex, or isn't allowed to use the bot.",
    ]


def test_notices_waiting_without_a_worker_are_red(place: Place, store: Path) -> None:
    url = f"sqlite:///{store}"
    assert place.examined(database_url=url)["work"].light is TrafficLight.AMBER
    change(store, WAITS)
    waits = place.examined(database_url=url)["work"]
    assert (waits.light, waits.says) == (
        TrafficLight.RED,
        "No worker is running. Notices waiting: 1.",
    )


@pytest.mark.parametrize(
    ("seen", "light"),
    [
        (StoreSeen(in_hand=(1, 4000.0)), TrafficLight.RED),
        (StoreSeen(in_hand=(1, 1.0)), None),
        (StoreSeen(dead=1), TrafficLight.AMBER),
    ],
)
def test_stuck_work_is_reported(seen: StoreSeen, light: TrafficLight | None) -> None:
    found = {each.name: each.light for each in of_store(seen)}
    assert found.get("stuck") is light


def test_endpoints_that_are_off_are_reported() -> None:
    names = [each.name for each in of_store(StoreSeen(endpoints_off=2))]
    assert "events" in names
    assert "events" not in [each.name for each in of_store(StoreSeen())]


def test_unencrypted_records_are_amber() -> None:
    [told] = [each for each in of_store(StoreSeen(encrypted=False)) if each.name == "keys"]
    assert told.light is TrafficLight.AMBER


@pytest.mark.parametrize(
    ("keys", "light", "says"),
    [
        ([NEW], TrafficLight.RED, "Entries that need a key missing from PAYLOAD_KEYS: 1."),
        (
            [NEW, OLD],
            TrafficLight.GREEN,
            "All entries can be read. Entries that need an earlier key: 1.",
        ),
        ([OLD, NEW], TrafficLight.AMBER, "No entry needs an earlier key anymore."),
    ],
)
def test_missing_and_unneeded_keys_are_reported(
    store: Path, keys: list[str], light: TrafficLight, says: str
) -> None:
    sealed = PayloadCipher([OLD]).encrypt(DUE)
    change(store, f"INSERT INTO inbox (key, entry, at) VALUES ('e', '{sealed}', 9e9)")  # noqa: S608 - the value is made by this test
    seen = database_probes.probe_database(f"sqlite:///{store}", keys)
    [told] = [each for each in of_store(seen) if each.name == "keys"]
    assert (told.light, told.says) == (light, says)


@pytest.mark.parametrize(
    ("changed", "name", "says"),
    [
        ({"bot_allowed": "*"}, "settings", "Everyone in Webex may use"),
        ({"time_zone": ""}, "time zone", "No time zone is set"),
        ({"webhook_secret_before": "the secret before"}, "settings", "the previous secret"),
    ],
)
def test_what_is_worth_a_look_is_amber(
    place: Place, changed: dict[str, str], name: str, says: str
) -> None:
    found = place.examined(**changed)[name]
    assert found.light is TrafficLight.AMBER
    assert says in found.says


def test_what_the_services_say_may_be_worth_a_look(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnosis, "SLOW", 0.0)
    place.world.faults = [Dated("soon", times=None, path="people")]
    hooks = place.world.webhooks
    somebody_elses = replace(next(iter(hooks.values())), target_url="https://other.example.com")
    hooks["somebody else's"] = replace(somebody_elses, id="somebody else's")
    found = place.examined()
    assert {name for name, each in found.items() if each.light is TrafficLight.AMBER} == {
        *("webex", "instant connect"),  # which are slow
        *("clock", "webhooks"),
    }
    assert "for other addresses: 1" in found["webhooks"].says


def test_an_address_that_only_this_machine_reaches_is_amber(place: Place) -> None:
    seen = service_probes.probe_public_url(
        place.given["public_url"], SECRET, "https://webexapis.com/v1/"
    )
    [address, secret] = of_address(seen)
    assert (address.light, secret.light) == (TrafficLight.AMBER, TrafficLight.GREEN)
    assert "only be reached from this machine" in address.says


def test_notices_that_wait_long_although_somebody_serves_are_amber(
    place: Place, store: Path
) -> None:
    change(
        store,
        "INSERT INTO leases (executor, until) VALUES ('w', 9e9)",
        WAITS,
    )
    work = place.examined(database_url=f"sqlite:///{store}")["work"]
    assert (work.light, work.says.partition(",")[0]) == (TrafficLight.AMBER, "Notices waiting: 1")


def test_without_an_address_little_is_known(place: Place) -> None:
    without = {key: value for key, value in place.given.items() if key != "public_url"}
    found = Place(place.world, without, place.folder).examined()
    assert {found[each].light for each in ("address", "webhooks")} == {TrafficLight.AMBER}


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:8080", True),
        ("https://10.1.2.3", True),
        ("https://bot", True),
        ("https://bot.local", True),
        ("https://bot.example.com", False),
        ("https://9.9.9.9", False),
    ],
)
def test_an_address_of_this_network_alone_is_known(url: str, local: bool) -> None:
    assert service_probes.is_local(url) is local


@pytest.fixture
def environment(
    place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> pytest.MonkeyPatch:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in place.given.items():
        monkeypatch.setenv(name.upper(), value)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def typed(*words: str):
    return CliRunner().invoke(commands, words, catch_exceptions=False)


def test_the_command_says_so_line_by_line_and_ends_well(environment: pytest.MonkeyPatch) -> None:
    said = typed("doctor")
    assert said.exit_code == 0
    assert len(said.stdout.splitlines()) == 17
    assert all(line.startswith("green  ") for line in said.stdout.splitlines())


def test_the_command_exits_with_one_if_a_finding_is_red(
    environment: pytest.MonkeyPatch, closed: str
) -> None:
    environment.setenv("BROKER_URL", f"http://{closed}")
    said = typed("doctor", "--json")
    found = {each["name"]: each for each in json.loads(said.stdout)}
    assert said.exit_code == 1
    assert found["instant connect"]["light"] == "red"
    assert "BROKER_URL" in found["instant connect"]["do"]


def test_settings_that_cannot_be_used_are_the_only_red_lines(
    environment: pytest.MonkeyPatch,
) -> None:
    environment.delenv("WEBEX_ACCESS_TOKEN")
    environment.setenv("CLOUD", "moon")
    said = typed("doctor", "--json")
    found = json.loads(said.stdout)
    assert said.exit_code == 1
    assert {each["light"] for each in found} == {"red"}
    missing, wrong = [each["says"] for each in found]
    assert missing == "WEBEX_ACCESS_TOKEN is not set."
    assert wrong.startswith("CLOUD can't be used: ")


def test_the_findings_contain_no_secret(place: Place, closed: str) -> None:
    said = str(
        [each.record() for each in place.examined(webhook_secret="other-kJ8-wq2LmZ_x").values()]
    )
    for secret in ("sandbox-token", SECRET, "other-kJ8", "/visit/"):
        assert secret not in said


def test_without_a_token_there_is_no_admin_page(place: Place) -> None:
    assert requests.get(f"{place.given['public_url']}/admin", timeout=5).status_code == 404


def test_with_a_websocket_the_doctor_registers_a_device(home: Place) -> None:
    found = home.examined(intake="websocket")
    assert found["websocket"].light is TrafficLight.GREEN
    assert not {"webhooks", "address"} & found.keys()


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        (ServerError(times=None, path="/wdm"), "CATALOG_URL"),
        (NotFoundYet(times=None, path="/u2c"), "INTAKE=webhooks"),
        (Unauthorized(times=None, path="/wdm"), "Check the token"),
    ],
)
def test_an_unavailable_websocket_is_red(home: Place, fault: Fault, advice: str) -> None:
    home.world.faults = [fault]
    found = home.examined(intake="websocket")["websocket"]
    home.world.faults = []
    assert found.light is TrafficLight.RED
    assert advice in found.do
