"""Tasks that one process does for the whole installation."""

from __future__ import annotations

import sqlalchemy as sa

from bot.edges.storage.singleton_tasks import SingletonTasks


def test_one_of_many_processes_does_a_task_each_time(prepared: sa.Engine):
    processes = [SingletonTasks(prepared) for _ in range(3)]
    assert [each.claim("a duty", 60) for each in processes] == [True, False, False]
    assert [each.claim("another duty", 0) for each in processes] == [True, True, True]
    assert [each.done("a duty") for each in processes] == [None, None, None]


def test_all_know_how_far_it_was_done(prepared: sa.Engine):
    one, other = SingletonTasks(prepared), SingletonTasks(prepared)
    one.note("a duty", 1.5)
    assert other.done("a duty") == 1.5
    assert other.claim("a duty", 60)
    other.note("a duty", 2.5)
    assert one.done("a duty") == 2.5
    assert not one.claim("a duty", 60)
