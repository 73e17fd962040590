"""Who is alive, and who takes over from whom."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from bot.edges.durable.leases import PLACE, Leases, leases
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


def change(shared: sa.Engine, executor: str, **values: object) -> None:
    with shared.begin() as connection:
        connection.execute(leases.update().where(leases.c.executor == executor).values(**values))


def held(shared: sa.Engine) -> set[str]:
    with shared.connect() as connection:
        return set(connection.execute(sa.select(leases.c.executor)).scalars())


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
        each.leases.reap()
    assert {each.leases.share for each in watchers[:2]} == {Share(0, 2), Share(1, 2)}


def test_a_lapsed_lease_is_taken_over_once(shared):
    Watcher(shared, "other")
    change(shared, "other", until=1.0)
    me, third = Watcher(shared, "me"), Watcher(shared, "third")
    me.leases.reap()
    third.leases.reap()
    assert (me.took, third.took) == (["other"], [])
    assert held(shared) == {"me", "third"}


def test_of_many_reapers_at_once_one_takes_over(shared):
    Watcher(shared, "other")
    watchers = [Watcher(shared, f"reaper{number}") for number in range(8)]
    change(shared, "other", until=1.0)
    together = threading.Barrier(len(watchers))

    def reap(watcher: Watcher) -> None:
        together.wait(10)
        watcher.leases.reap()

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
    with pytest.raises(DiedOverItError):
        Leases(shared, "dying", die).reap()
    me = Watcher(shared, "me")
    me.leases.reap()
    assert me.took == []  # the claim holds
    change(shared, "other", until=1.0)
    me.leases.reap()
    assert me.took == ["other"]


def test_a_process_that_was_taken_for_dead_has_a_lease_again_when_it_wakes(shared):
    other = Watcher(shared, "other")
    change(shared, "other", until=1.0)
    me = Watcher(shared, "me")
    me.leases.reap()
    assert held(shared) == {"me"}
    other.leases.renew()
    assert held(shared) == {"me", "other"}


def test_a_process_that_wakes_while_it_is_taken_over_keeps_its_lease(shared):
    other = Watcher(shared, "other")
    change(shared, "other", until=1.0)
    me = Leases(shared, "me", lambda _executor: other.leases.renew())
    me.renew()
    me.reap()
    assert held(shared) == {"me", "other"}


def test_whoever_leaves_is_taken_over_at_once(shared):
    other = Watcher(shared, "other")
    other.leases.give_up()
    me = Watcher(shared, "me")
    me.leases.reap()
    assert me.took == ["other"]


def test_a_place_fits_into_its_column():
    assert 0 < len(PLACE) <= 255
