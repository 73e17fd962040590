"""What no notice told is found and served: once, the oldest first, and nothing stale unasked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from dbos import DBOS
from structlog.testing import capture_logs

from bot.core.incoming.notices import REGISTERED, Notice
from bot.edges.durable.engine import Engine
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.storage.tables import singleton_tasks
from bot.edges.webex import recent_messages
from bot.edges.webex.look_back import COMPLETE, TASK
from bot.process.app import Bot
from bot.process.worker_half import engine_of, watch_of
from bot.sandbox.webex.faults import (
    Fault,
    Locked423,
    NotFoundYet,
    RateLimited,
    Rejected,
    ServerError,
)
from bot.sandbox.webex.model import Draft, Message
from tests.engine.databases import begun, wait_until
from tests.engine.town import EVERYTHING, Order, Town, open_town


@dataclass
class Deaf:
    """A bot that nobody told anything since it looked back last, ten minutes ago."""

    town: Town
    bot: Bot
    engine: Engine
    singleton_tasks: SingletonTasks

    def looks_back(self, minutes: float | None = 10) -> None:
        """Have it do its rounds, as long after the last ones."""
        if minutes is not None:
            self.singleton_tasks.note(TASK, time.time() - 60 * minutes)
        watch_of(self.bot, self.engine).check()
        wait_until(lambda: self.bot.backlog().waiting == 0)
        for key in self.names(status="PENDING"):
            DBOS.retrieve_workflow(key).get_result(polling_interval_sec=0.01)

    def names(self, **such: str) -> list[str]:
        """Return the names of all its conversations, or of those that are so."""
        return [each.workflow_id for each in DBOS.list_workflows(load_input=False, **such)]

    def ordered(self, minutes: float = 0) -> Order:
        """Have Erin ask for a meeting so many minutes ago."""
        order = self.town.order()
        written_before(self.town, order.message, minutes)
        return order


def written_before(town: Town, said: Message, minutes: float) -> None:
    then = said.created - timedelta(minutes=minutes)
    town.world.messages[said.id] = replace(said, created=then)


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deaf]:
    file = tmp_path_factory.mktemp("deaf") / "bot.sqlite"
    with open_town() as town:
        bot = town.bot(begun(file), LOOK_BACK_MINUTES="60")
        engine = engine_of(bot, 0.05)
        engine.start()
        yield Deaf(town, bot, engine, SingletonTasks(bot.database))
        engine.stop()
        bot.close()


@pytest.fixture
def deaf(living: Deaf) -> Iterator[Deaf]:
    """The same bot, which has heard everything that was said before this test.

    It looks into few spaces: those of earlier tests are gone.
    """
    living.looks_back(1440)
    yield living
    world = living.town.world
    for space in [each for each in world.spaces.values() if each.title.startswith("Case ")]:
        world.delete_space(space, world.person(living.town.host_id))


def test_a_message_without_a_notice_is_served_once(deaf: Deaf):
    order = deaf.ordered()
    deaf.looks_back()
    deaf.looks_back()
    assert deaf.town.told(order) == EVERYTHING


def test_direct_messages_are_found_too(deaf: Deaf):
    world = deaf.town.world
    erin, bot = world.person(deaf.town.host_id), world.named("Connect Bot")
    order = deaf.town.order()
    world.delete(order.message, erin)
    said = world.say(erin, world.direct(erin, bot), f"meet {order.guest} about order{order.number}")
    deaf.looks_back()
    assert deaf.town.told(order)["guest"] == 1
    assert f"messages:created:{said.id}" in deaf.names()


def test_a_message_with_a_notice_is_not_served_again(deaf: Deaf):
    order = deaf.ordered()
    deaf.engine.accept(Notice.from_envelope(deaf.town.notice(order)))
    deaf.looks_back()
    deaf.engine.accept(Notice.from_envelope(deaf.town.notice(order)))  # and told once more
    deaf.looks_back()
    assert deaf.town.told(order) == EVERYTHING


def test_the_oldest_is_served_first(deaf: Deaf, monkeypatch: pytest.MonkeyPatch):
    first, second, third = deaf.ordered(3), deaf.ordered(1), deaf.ordered(2)
    taken: list[str] = []
    accept = deaf.engine.accept
    monkeypatch.setattr(
        deaf.engine, "accept", lambda notice, at: taken.append(notice.id) or accept(notice, at)
    )
    deaf.looks_back()
    assert taken == [each.message.id for each in (first, third, second)]


def test_an_old_message_leads_to_a_question_with_a_button(deaf: Deaf):
    order = deaf.ordered(minutes=40)
    deaf.looks_back(minutes=50)
    assert deaf.town.told(order) == {"receipt": 1}
    [question] = deaf.town.answers(order)
    assert "40 minutes ago" in question.text
    [button] = question.cards[0]["content"]["actions"]
    world = deaf.town.world
    action = world.submit(world.person(deaf.town.host_id), question, button["data"])
    deaf.engine.accept(Notice("attachmentActions", "created", action.id))
    deaf.looks_back(None)
    assert deaf.town.told(order)["host"] == 1
    assert deaf.town.told(order).keys() == EVERYTHING.keys()


def test_a_message_before_the_look_back_is_left_alone(deaf: Deaf):
    order = deaf.ordered(minutes=70)
    deaf.looks_back(minutes=90)
    assert deaf.town.told(order) == {}


def test_a_look_back_that_webex_refuses_is_repeated(deaf: Deaf):
    order = deaf.ordered()
    deaf.town.world.faults = [RateLimited(60, path="/rooms")]
    deaf.singleton_tasks.note(TASK, time.time() - 600)
    watch_of(deaf.bot, deaf.engine).once()
    assert deaf.town.told(order) == {}
    deaf.looks_back(None)
    assert deaf.town.told(order) == EVERYTHING


@pytest.mark.parametrize("refusal", [Rejected, NotFoundYet, Locked423])
def test_a_space_that_webex_refuses_does_not_block_others(deaf: Deaf, refusal: type[Fault]):
    world = deaf.town.world
    erin, bot = world.person(deaf.town.host_id), world.named("Connect Bot")
    order = deaf.ordered()
    closed = world.direct(erin, bot)
    world.say(erin, closed, "help")
    world.faults = [refusal(times=None, method="GET", path="/messages", naming=closed.id)]
    deaf.looks_back()
    world.faults = []
    assert deaf.town.told(order) == EVERYTHING


def test_a_space_that_could_not_be_read_for_a_while_is_caught_up_on_once(deaf: Deaf):
    """Others are served meanwhile, and the looks after it begin where the last whole one did."""
    closed, order = deaf.ordered(minutes=9), deaf.ordered(minutes=6)
    deaf.town.world.faults = [closing(closed.message.space_id)]
    deaf.singleton_tasks.note(COMPLETE, time.time() - 1800)
    for minutes in (30, 1):
        deaf.looks_back(minutes)
        assert deaf.town.told(order) == EVERYTHING
    deaf.town.world.faults = []
    for _ in range(2):
        deaf.looks_back(1)
        assert deaf.town.told(closed) == EVERYTHING
    assert deaf.town.told(order) == EVERYTHING


@pytest.mark.long
def test_a_pass_stops_when_webex_is_down(deaf: Deaf, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(recent_messages, "MOST_FAILURES", 2)
    orders = [deaf.ordered() for _ in range(3)]
    world = deaf.town.world
    world.faults = [ServerError(times=None, method="GET", path="/messages")]
    calls = len(world.calls)
    deaf.looks_back()
    asked = [each for each in list(world.calls)[calls:] if each.path.endswith("/messages")]
    assert len(asked) == 2
    world.faults = []
    deaf.looks_back()
    assert all(deaf.town.told(order) == EVERYTHING for order in orders)


@pytest.mark.long
def test_spaces_that_failed_are_read_last(deaf: Deaf, monkeypatch: pytest.MonkeyPatch):
    """So many of them in a row would seem to be all of Webex, and hold up the others for ever."""
    monkeypatch.setattr(recent_messages, "MOST_FAILURES", 2)
    order = deaf.ordered()
    closed = [deaf.ordered().message.space_id for _ in range(2)]
    deaf.town.world.faults = [closing(each) for each in closed]
    deaf.looks_back()
    assert deaf.town.told(order) == {}
    deaf.looks_back()
    assert deaf.town.told(order) == EVERYTHING
    deaf.town.world.faults = []
    deaf.looks_back()


@pytest.mark.parametrize("away", ["/webhooks", "/rooms"])
def test_webhooks_and_looking_back_do_not_wait_for_each_other(deaf: Deaf, away: str):
    world, order = deaf.town.world, deaf.ordered()
    for each in list(world.webhooks.values()):
        world.keep_webhook(replace(each, active=False))
    world.faults = [ServerError(times=None, path=away)]
    with capture_logs() as logs:
        deaf.looks_back()
    told = [each["event"] for each in logs if each["log_level"] == "warning"]
    if away == "/webhooks":
        assert told == ["watch.webhooks_not_mended"]
        assert deaf.town.told(order) == EVERYTHING
    else:
        assert told == ["watch.not_looked_back"]
        assert all(each.active for each in world.webhooks.values())
    world.faults = []
    deaf.looks_back()


def closing(space_id: str) -> Fault:
    return Locked423(times=None, method="GET", path="/messages", naming=space_id)


def test_a_disabled_webhook_is_enabled_again_and_missed_messages_are_found(deaf: Deaf):
    world = deaf.town.world
    assert len(world.webhooks) == len(REGISTERED)
    for each in list(world.webhooks.values()):
        world.keep_webhook(replace(each, active=False))
    order = deaf.ordered()
    deaf.looks_back(minutes=1)
    assert all(each.active for each in world.webhooks.values())
    assert deaf.town.told(order) == EVERYTHING


def test_a_new_installation_ignores_earlier_messages(deaf: Deaf):
    with deaf.bot.database.begin() as connection:
        connection.execute(singleton_tasks.delete())
    order = deaf.ordered(minutes=1)
    deaf.looks_back(None)
    assert deaf.town.told(order) == {}


def edited(deaf: Deaf, said: Message, words: str) -> None:
    world = deaf.town.world
    world.edit(said, world.person(said.author_id), Draft(markdown=words))


def links_of_guest(deaf: Deaf, order: Order) -> int:
    world = deaf.town.world
    guest, bot = world.person_by_email(order.guest), world.named("Connect Bot")
    place = world.direct_between(guest, bot) if guest else None
    return len(world.messages_in(place, bot)) if place else 0


def test_an_edit_of_a_message_that_was_not_understood_is_found(deaf: Deaf):
    world, order = deaf.town.world, deaf.ordered(minutes=1)
    erin = world.person(deaf.town.host_id)
    at_me = f"<@personId:{world.named('Connect Bot').id}|Connect>"
    said = world.say(erin, world.spaces[order.message.space_id], f"{at_me} meat {order.guest}")
    world.delete(order.message, erin)
    deaf.looks_back()
    assert links_of_guest(deaf, order) == 0
    edited(deaf, said, f"{at_me} meet {order.guest} about order{order.number}")
    for _ in range(2):
        deaf.looks_back(1)
        assert links_of_guest(deaf, order) == 1


def test_an_edit_of_a_message_that_was_acted_on_is_left_alone(deaf: Deaf):
    order = deaf.ordered()
    deaf.looks_back()
    edited(deaf, order.message, f"{order.message.markdown} tomorrow 3pm")
    before = len(deaf.names())
    deaf.looks_back(1)
    assert deaf.town.told(order) == EVERYTHING
    assert len(deaf.names()) == before


def test_a_message_that_gets_its_mention_by_an_edit_is_found(deaf: Deaf):
    world, order = deaf.town.world, deaf.ordered()
    erin = world.person(deaf.town.host_id)
    words = order.message.text.removeprefix("Connect ")
    world.delete(order.message, erin)
    said = world.say(erin, world.spaces[order.message.space_id], words)
    written_before(deaf.town, said, 5)
    deaf.looks_back(1)
    assert links_of_guest(deaf, order) == 0
    mention = f"<@personId:{world.named('Connect Bot').id}|Connect>"
    edited(deaf, world.messages[said.id], f"{mention} {words}")
    deaf.looks_back(1)
    assert links_of_guest(deaf, order) == 1


def test_a_yes_to_the_question_about_an_old_message_does_it_once(deaf: Deaf):
    world, order = deaf.town.world, deaf.ordered(minutes=40)
    deaf.looks_back(minutes=50)
    erin, bot = world.person(deaf.town.host_id), world.named("Connect Bot")
    for _ in range(2):
        space = world.spaces[order.message.space_id]
        world.say(erin, space, f"<@personId:{bot.id}|Connect> yes")
        deaf.looks_back(1)
    assert links_of_guest(deaf, order) == 1
