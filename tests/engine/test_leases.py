"""Who is alive, and who takes over from whom."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from bot.edges.durable import leases as module
from bot.edges.durable.leases import LEASE, LEFT, Leases, elapsed, leases
from bot.edges.storage.database import prepare
from tests.engine.databases import connected


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)]
)
def prepared(
    request: pytest.FixtureRequest, databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sa.Engine]:
    with (
        databases(request.param, tmp_path_factory.mktemp("leases")) as url,
        connected(url) as engine,
    ):
        prepare(engine)
        yield engine


@pytest.fixture
def shared(prepared: sa.Engine) -> sa.Engine:
    with prepared.begin() as connection:
        connection.execute(leases.delete())
    return prepared


class Clock:
    """The clock of each process, which a test puts forward."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def passes(self, *watchers: Watcher) -> None:
        """Let so much time pass that a lease lapses, while these go on renewing and looking."""
        for _ in range(3):
            self.now += LEASE / 2
            for each in watchers:
                each.leases.renew()
            for each in watchers:
                each.looks()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "elapsed", clock)
    return clock


class Watcher:
    """The leases of a process, and whom it took over from."""

    def __init__(self, shared: sa.Engine, name: str) -> None:
        self.took: list[str] = []
        self.leases = Leases(shared, name, lambda executor, _crashed: self.took.append(executor))
        self.leases.renew()

    def looks(self) -> None:
        """Look who is alive."""
        self.leases.recover()


def change(shared: sa.Engine, executor: str, **values: object) -> None:
    with shared.begin() as connection:
        connection.execute(leases.update().where(leases.c.executor == executor).values(**values))


def held(shared: sa.Engine) -> set[str]:
    with shared.connect() as connection:
        return set(connection.execute(sa.select(leases.c.executor)).scalars())


def test_a_live_process_is_left_alone(shared, clock):
    other, me = Watcher(shared, "other"), Watcher(shared, "me")
    clock.passes(me, other)
    clock.passes(me, other)
    assert me.took == other.took == []


def test_a_lapsed_lease_is_taken_over_once(shared, clock):
    Watcher(shared, "other")
    me, third = Watcher(shared, "me"), Watcher(shared, "third")
    clock.passes(me, third)
    clock.passes(me, third)
    assert (me.took, third.took) == (["other"], [])
    assert held(shared) == {"me", "third"}


def test_a_process_that_was_suspended_takes_over_from_nobody(shared, clock):
    """A machine that was suspended finds all its processes as they were."""
    Watcher(shared, "other")
    me = Watcher(shared, "me")
    me.looks()
    clock.now += 10 * LEASE
    me.looks()
    assert me.took == []


def test_only_one_of_many_takes_over(shared, clock):
    Watcher(shared, "other")
    watchers = [Watcher(shared, f"watcher{number}") for number in range(8)]
    for each in watchers:
        each.looks()
    for _ in range(2):
        clock.now += LEASE * 0.9
        for each in watchers:
            each.leases.renew()
            each.leases._looked = clock.now - 1  # noqa: SLF001 - they are awake
    together = threading.Barrier(len(watchers))

    def look(watcher: Watcher) -> None:
        together.wait(10)
        watcher.looks()

    with ThreadPoolExecutor(len(watchers)) as pool:
        list(pool.map(look, watchers))
    assert [name for watcher in watchers for name in watcher.took] == ["other"]


def test_a_process_that_dies_while_taking_over_is_replaced(shared, clock):
    class DiedOverItError(Exception):
        pass

    def die(_executor: str, _crashed: bool) -> None:
        raise DiedOverItError

    Watcher(shared, "other")
    dying, me = Leases(shared, "dying", die), Watcher(shared, "me")
    change(shared, "other", until=LEFT)
    with pytest.raises(DiedOverItError):
        dying.recover()
    me.looks()
    assert me.took == []  # the claim holds
    clock.passes(me)
    assert me.took == ["other"]


def test_a_process_that_was_taken_for_dead_has_a_lease_again_when_it_wakes(shared, clock):
    other, me = Watcher(shared, "other"), Watcher(shared, "me")
    me.looks()
    clock.passes(me)
    assert held(shared) == {"me"}
    other.leases.renew()
    assert held(shared) == {"me", "other"}


def test_a_process_that_wakes_while_it_is_taken_over_keeps_its_lease(shared):
    other = Watcher(shared, "other")
    me = Leases(shared, "me", lambda _executor, _crashed: other.leases.renew())
    me.renew()
    change(shared, "other", until=LEFT)
    me.recover()
    assert held(shared) == {"me", "other"}


def test_a_process_knows_that_its_lease_expired_before_it_renewed_it(shared, clock):
    other = Leases(shared, "other", lambda _executor, _crashed: None)
    other.renew()
    began = clock.now
    clock.now += LEASE / 2
    other.renew()
    assert other.held_since(began)
    clock.now += LEASE + 1
    assert not other.held_since(began)
    other.renew()
    assert not other.held_since(began)
    assert other.held_since(clock.now)


def test_a_lease_that_expired_during_a_slow_renewal_counts_as_expired(shared, clock, monkeypatch):
    other = Leases(shared, "other", lambda _executor, _crashed: None)
    other.renew()
    began, write = clock.now, other._write  # noqa: SLF001 - a slow database

    def write_slowly(until: float) -> None:
        clock.now += LEASE + 1
        write(until)

    monkeypatch.setattr(other, "_write", write_slowly)
    clock.now += LEASE / 2
    other.renew()
    assert not other.held_since(began)


def test_setting_the_wall_clock_changes_nobodys_lease(shared, clock, monkeypatch):
    other, me = Watcher(shared, "other"), Watcher(shared, "me")
    for until in (9e9, 1.0):
        with monkeypatch.context() as patch:
            patch.setattr(module.time, "time", lambda until=until: until)
            other.leases.renew()
        me.looks()
        assert me.took == []
    clock.passes(me)
    assert me.took == ["other"]


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="Linux alone has such a clock.")
def test_a_lease_expires_while_the_machine_is_suspended(shared, monkeypatch):
    me, clock = Leases(shared, "me", lambda _executor, _crashed: None), time.clock_gettime
    me.renew()
    began = elapsed()
    assert me.held_since(began)
    gone = {time.CLOCK_BOOTTIME: LEASE + 1}
    monkeypatch.setattr(time, "clock_gettime", lambda which: clock(which) + gone.get(which, 0.0))
    assert not me.held_since(began)


def test_a_process_that_stops_is_taken_over_at_once(shared):
    other = Watcher(shared, "other")
    other.leases.release()
    me = Watcher(shared, "me")
    me.looks()
    assert me.took == ["other"]
