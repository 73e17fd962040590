"""Who is alive, and who takes over from whom."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from bot.edges.durable import leases as module
from bot.edges.durable.clocks import elapsed
from bot.edges.durable.leases import LEASE, NOWHERE, PLACE, Leases, leases
from bot.edges.durable.shares import Share
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


class Watcher:
    """The leases of a process on a machine of its own, and whom it took over from."""

    def __init__(self, shared: sa.Engine, name: str) -> None:
        self.took: list[str] = []
        self.leases = Leases(shared, name, self.took.append)
        self.leases.renew()
        change(shared, name, place=f"the machine of {name}")

    def looks(self, times: int = 2) -> None:
        """Look so many times; what seems to have lapsed once may be a clock that was set."""
        for _ in range(times):
            self.leases.reap()


def change(shared: sa.Engine, executor: str, **values: object) -> None:
    with shared.begin() as connection:
        connection.execute(leases.update().where(leases.c.executor == executor).values(**values))


def held(shared: sa.Engine) -> set[str]:
    with shared.connect() as connection:
        return set(connection.execute(sa.select(leases.c.executor)).scalars())


def places(shared: sa.Engine, executor: str) -> list[str]:
    with shared.connect() as connection:
        found = sa.select(leases.c.place).where(leases.c.executor == executor)
        return list(connection.execute(found).scalars())


def dead_pid() -> int:
    """Return the id of a process that was here and is gone."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_live_process_is_left_alone(shared):
    Watcher(shared, "other")
    me = Watcher(shared, "me")
    me.leases.reap()
    assert me.took == []


def test_those_who_are_alive_share_what_there_is_to_do(shared):
    watchers = [Watcher(shared, name) for name in ("one", "two", "three")]
    change(shared, "three", until=1.0)
    for each in watchers[:2]:
        each.looks()
    assert {each.leases.share for each in watchers[:2]} == {Share(0, 2), Share(1, 2)}


def test_a_lapsed_lease_is_taken_over_once(shared):
    Watcher(shared, "other")
    change(shared, "other", until=1.0)
    me, third = Watcher(shared, "me"), Watcher(shared, "third")
    me.looks()
    third.looks()
    assert (me.took, third.took) == (["other"], [])
    assert held(shared) == {"me", "third"}


def test_of_many_reapers_at_once_one_takes_over(shared):
    Watcher(shared, "other")
    watchers = [Watcher(shared, f"reaper{number}") for number in range(8)]
    change(shared, "other", until=1.0)
    together = threading.Barrier(len(watchers))

    def reap(watcher: Watcher) -> None:
        watcher.looks(1)
        together.wait(10)
        watcher.looks(1)

    with ThreadPoolExecutor(len(watchers)) as pool:
        list(pool.map(reap, watchers))
    assert [name for watcher in watchers for name in watcher.took] == ["other"]


def test_a_process_that_vanished_here_is_not_waited_for(shared):
    Watcher(shared, "other")
    change(shared, "other", pid=dead_pid(), place=PLACE)
    me = Watcher(shared, "me")
    me.leases.reap()
    assert me.took == ["other"]


def test_the_same_process_id_on_another_machine_says_nothing(shared):
    Watcher(shared, "other")
    change(shared, "other", pid=dead_pid())
    me = Watcher(shared, "me")
    me.leases.reap()
    assert me.took == []


def test_a_reaper_that_dies_over_it_is_replaced_when_its_claim_lapses(shared):
    class DiedOverItError(Exception):
        pass

    def die(_executor: str) -> None:
        raise DiedOverItError

    Watcher(shared, "other")
    change(shared, "other", until=1.0)
    dying = Leases(shared, "dying", die)
    dying.reap()
    with pytest.raises(DiedOverItError):
        dying.reap()
    me = Watcher(shared, "me")
    me.looks()
    assert me.took == []  # the claim holds
    change(shared, "other", until=1.0)
    me.looks()
    assert me.took == ["other"]


def test_a_process_that_was_taken_for_dead_has_a_lease_again_when_it_wakes(shared):
    other = Watcher(shared, "other")
    change(shared, "other", until=1.0)
    me = Watcher(shared, "me")
    me.looks()
    assert held(shared) == {"me"}
    other.leases.renew()
    assert held(shared) == {"me", "other"}


def test_a_process_that_wakes_while_it_is_taken_over_keeps_its_lease(shared):
    other = Watcher(shared, "other")
    change(shared, "other", until=1.0)
    me = Leases(shared, "me", lambda _executor: other.leases.renew())
    me.renew()
    me.reap()
    me.reap()
    assert held(shared) == {"me", "other"}
    [place] = places(shared, "other")
    assert place == PLACE  # so that it gets its share again


def test_a_process_whose_lease_was_claimed_knows_so_when_it_renews_it(shared):
    """A clock that was set may have had it taken for dead, while its own clock says otherwise."""
    other = Leases(shared, "other", lambda _executor: None)
    other.renew()
    began = elapsed()
    assert other.held_since(began)
    change(shared, "other", place=NOWHERE)
    other.renew()
    assert not other.held_since(began)
    assert other.held_since(elapsed())


def test_a_clock_that_is_set_forward_takes_nobody_for_dead(shared):
    Watcher(shared, "other")
    me = Watcher(shared, "me")
    for until in (1.0, 3.0, 5.0):  # renewed between all looks, and lapsed by the new clock
        change(shared, "other", until=until)
        me.looks(1)
    assert me.took == []


def test_a_clock_that_is_set_back_lets_leases_lapse_all_the_same(shared, monkeypatch):
    Watcher(shared, "other")
    change(shared, "other", until=9e9)
    me, began = Watcher(shared, "me"), elapsed()
    me.looks()
    assert me.took == []
    monkeypatch.setattr(module, "elapsed", lambda: began + LEASE + 1)
    me.looks(1)
    assert me.took == ["other"]


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="Linux alone has such a clock.")
def test_a_machine_that_was_suspended_knows_that_its_lease_may_have_lapsed(shared, monkeypatch):
    me, clock = Leases(shared, "me", lambda _executor: None), time.clock_gettime
    me.renew()
    began = elapsed()
    assert me.held_since(began)
    gone = {time.CLOCK_BOOTTIME: LEASE + 1}
    monkeypatch.setattr(time, "clock_gettime", lambda which: clock(which) + gone.get(which, 0.0))
    assert not me.held_since(began)


def test_whoever_leaves_is_taken_over_at_once(shared):
    other = Watcher(shared, "other")
    other.leases.give_up()
    me = Watcher(shared, "me")
    me.leases.reap()
    assert me.took == ["other"]


def test_a_place_fits_into_its_column():
    assert 0 < len(PLACE) <= 255
