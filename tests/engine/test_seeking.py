"""A message that Webex took is not sent again, though nothing of it was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.webex.faults import Html200, ServerError, Truncated
from tests.engine.crashes import Mortal, mortal_in
from tests.engine.town import EVERYTHING, Town, guest_of


@pytest.fixture
def mortal(town: Town, tmp_path: Path) -> Iterator[Mortal]:
    with mortal_in(town, tmp_path) as mortal:
        yield mortal


def test_a_crash_right_after_each_direct_message_sends_none_twice(town: Town, mortal: Mortal):
    orders = [town.order() for _ in range(3)]
    for order in orders:
        mortal.serve(order)
    assert mortal.crashes == 9
    assert [town.told(each) | {"receipt": 1} for each in orders] == [EVERYTHING] * 3


def test_a_message_is_found_among_many_that_came_since(town: Town, mortal: Mortal):
    erin, bot = town.world.person(town.host_id), town.world.named("Connect Bot")
    order = town.order()

    def crowd(change) -> None:
        said = change.subject
        if change.kind == "messages:created" and said.author_id == bot.id and said.cards:
            town.world.unwatch(crowd)
            for number in range(60):
                town.world.say(erin, town.world.direct(erin, bot), f"And {number}?")

    town.world.watch(crowd)
    mortal.serve(order)
    assert town.told(order)["host"] == 1


LOST = {"path": "/messages", "method": "POST", "naming": guest_of(0)}


@pytest.mark.parametrize("lost", [Truncated(**LOST), ServerError(504, late=True, **LOST)], ids=repr)
def test_a_message_whose_answer_was_lost_is_looked_for_before_it_is_sent_again(
    town: Town, mortal: Mortal, lost
):
    order = town.order()
    town.world.faults = [lost]
    mortal.serve(order)
    assert town.told(order)["guest"] == 1


def test_a_message_is_sent_if_the_search_is_impossible(town: Town, mortal: Mortal):
    town.world.faults = [Html200(path="/messages/direct", times=None)]
    order = town.order()
    mortal.serve(order)
    assert town.told(order).keys() == EVERYTHING.keys()


def test_a_quoted_mark_is_not_taken_for_the_bots_message(town: Town, mortal: Mortal):
    erin, bot = town.world.person(town.host_id), town.world.named("Connect Bot")
    order = town.order()

    def quote(change) -> None:
        said = change.subject
        if change.kind == "messages:created" and said.author_id == bot.id and said.cards:
            town.world.unwatch(quote)
            town.world.say(erin, town.world.direct(erin, bot), said.text)

    town.world.watch(quote)
    mortal.serve(order)
    assert town.told(order)["host"] == 1
