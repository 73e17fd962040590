"""A key is shown once, is valid until it expires or is revoked, and two are while it is changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.edges.storage.api_key_store import ApiKeyStore
from tests.edges.remembered import on_both

START = datetime(2030, 1, 1, 12, tzinfo=UTC)
BOTH = ["meetings", "host-links"]
YEAR, DAY, MINUTE = timedelta(days=365), timedelta(days=1), timedelta(minutes=1)


class Clock:
    """A clock set by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(prepared: sa.Engine, clock: Clock) -> ApiKeyStore:
    return ApiKeyStore(prepared, clock=clock)


def everything_in(database: sa.Engine) -> str:
    with database.connect() as connection:
        return str(connection.exec_driver_sql("SELECT * FROM api_keys").all())


@on_both
def test_a_key_is_found_and_its_use_noted_but_its_secret_is_not_stored(
    store: ApiKeyStore, prepared: sa.Engine
):
    assert not store.exists()
    key = store.new("portal", BOTH, YEAR, per_minute=7)
    assert store.exists()
    found = store.find(key)
    assert found is not None
    assert (found.name, found.scopes, found.per_minute) == ("portal", frozenset(BOTH), 7)
    [listed] = store.all()
    assert (listed.id, listed.used, listed.expires) == (found.id, START, START + YEAR)
    assert key.split("_", 2)[2] not in everything_in(prepared)
    assert found.room_seed not in repr(found)


def test_the_last_use_is_noted_once_a_minute(store: ApiKeyStore, clock: Clock):
    key = store.new("portal", BOTH, YEAR)
    seen = []
    for _ in range(3):
        store.find(key)
        seen.append(store.all()[0].used)
        clock.now += MINUTE / 2
    assert seen == [START, START, START + MINUTE]


def test_another_secret_opens_nothing(store: ApiKeyStore):
    key = store.new("portal", BOTH, YEAR)
    other = store.new("crm", BOTH, YEAR)
    mixed = "_".join([*key.split("_")[:2], other.split("_", 2)[2]])
    made_up = key.replace(key.split("_")[1], "0" * 12)
    for wrong in (mixed, made_up, key[:-1], f"{key} ", "", "icb__", "icb_é_é", key.upper()):
        assert store.find(wrong) is None


def test_a_key_ends_when_it_expires(store: ApiKeyStore, clock: Clock):
    day, ever = store.new("day", BOTH, DAY), store.new("ever", BOTH, None)
    clock.now += DAY
    assert store.find(day) is None
    clock.now += 10 * YEAR
    assert store.find(ever)
    assert [each.state(clock.now) for each in store.all()] == ["expired", "valid"]


@on_both
def test_two_keys_are_valid_while_one_is_changed(store: ApiKeyStore, clock: Clock):
    first = store.new("portal", BOTH, YEAR)
    clock.now += 100 * DAY
    second, until = store.rotate("portal", 7 * DAY)
    assert until == clock.now + 7 * DAY
    before, after = store.find(first), store.find(second)
    assert before
    assert after
    assert before.id != after.id
    assert before.room_seed == after.room_seed
    assert (after.scopes, after.expires) == (before.scopes, clock.now + YEAR)
    with pytest.raises(ValueError, match="two valid keys already"):
        store.rotate("portal", DAY)
    clock.now += 7 * DAY
    assert store.find(first) is None
    assert store.find(second)


def test_a_change_never_prolongs_the_first_key(store: ApiKeyStore, clock: Clock):
    store.new("portal", BOTH, DAY)
    _, until = store.rotate("portal", 7 * DAY)
    assert until == clock.now + DAY


@on_both
def test_revoking_by_name_ends_all_keys_and_by_id_one(store: ApiKeyStore):
    first = store.new("portal", BOTH, YEAR)
    second, _ = store.rotate("portal", DAY)
    other = store.new("crm", BOTH, YEAR)
    assert store.revoke(first.split("_")[1]) == 1
    assert store.find(first) is None
    assert store.find(second)
    assert store.revoke("portal") == 1
    assert store.find(second) is None
    assert store.revoke("portal") == 0
    assert store.find(other)


def test_a_program_keeps_its_meetings_with_its_next_key(store: ApiKeyStore):
    first = store.find(store.new("portal", BOTH, YEAR))
    store.revoke("portal")
    second = store.find(store.new("portal", BOTH, YEAR))
    other = store.find(store.new("crm", BOTH, YEAR))
    assert first.room_seed == second.room_seed != other.room_seed


@pytest.mark.parametrize(
    ("name", "scopes", "why"),
    [
        ("portal", BOTH, "has a key already"),
        ("Portal", BOTH, "lower-case"),
        ("", BOTH, "lower-case"),
        ("p" * 41, BOTH, "lower-case"),
        ("crm", ["everything"], "no scope everything"),
        ("crm", [], "needs a scope"),
    ],
)
def test_what_cannot_be_a_key_is_explained(
    store: ApiKeyStore, name: str, scopes: list[str], why: str
):
    store.new("portal", BOTH, YEAR)
    with pytest.raises(ValueError, match=why):
        store.new(name, scopes, YEAR)
    with pytest.raises(ValueError, match="no valid key"):
        store.rotate("crm", DAY)
