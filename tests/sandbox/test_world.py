"""What people can see and do in the sandbox."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.webex import ids
from bot.sandbox.webex.faults import Fault, Incoming, RefuseDirect, ServerError
from bot.sandbox.webex.model import Change, Draft, Refusal
from bot.sandbox.webex.world import World, small_world


def people(world: World):
    return tuple(
        world.named(name)
        for name in ("Erin Expert", "Carl Colleague", "Alice Customer", "Connect Bot")
    )


def words(messages) -> list[str]:
    return [message.text for message in messages]


def test_the_small_world_has_its_people_and_spaces(world):
    names = {person.name for person in world.people.values()}
    assert names == {
        "Erin Expert",
        "Carl Colleague",
        "Alice Customer",
        "Bob Builder",
        "Connect Bot",
    }
    bot = world.named("Connect Bot")
    assert bot in world.members_of(world.titled("Support"))
    assert bot not in world.members_of(world.titled("Front desk"))
    assert world.who("sandbox-token-erin") == world.named("Erin Expert")


def test_everybody_has_the_same_id_in_every_sandbox(world):
    other = small_world()
    assert {one.id for one in world.people.values()} == {one.id for one in other.people.values()}


def test_alice_belongs_to_another_organization(world):
    erin, carl, alice, _ = people(world)
    assert erin.org_id == carl.org_id != alice.org_id


def test_a_person_in_a_space_sees_all_and_a_bot_only_what_mentions_it_or_is_its_own(world):
    erin, carl, alice, bot = people(world)
    support = world.titled("Support")
    world.say(erin, support, "between us")
    world.say(erin, support, f"<@personId:{bot.id}> for you")
    world.say(bot, support, "mine")
    world.say(erin, support, "<@all> for all")
    heard = ["between us", "Connect for you", "mine", "All for all"]
    assert words(world.messages_in(support, carl)) == heard
    assert words(world.messages_in(support, bot)) == ["Connect for you", "mine"]
    assert words(world.messages_in(support, alice)) == []


def test_who_can_see_a_message_is_known(world):
    erin, carl, _, bot = people(world)
    said = world.say(erin, world.titled("Support"), "between us")
    assert bot not in world.viewers_of(said)
    assert carl in world.viewers_of(said)
    private = world.say(bot, world.direct(bot, erin), "for you")
    assert set(world.viewers_of(private)) == {erin, bot}


def test_two_people_have_one_direct_space_named_after_the_other(world):
    erin, _, alice, _ = people(world)
    space = world.direct(erin, alice)
    assert world.direct(alice, erin) == space
    assert world.title_for(space, erin) == "Alice Customer"
    assert world.title_for(space, alice) == "Erin Expert"


def test_the_liveliest_space_comes_first(world):
    erin = world.named("Erin Expert")
    later = datetime(2100, 1, 1, tzinfo=UTC)
    world.clock = lambda: later
    world.say(erin, world.titled("Front desk"), "hello")
    assert [space.title for space in world.spaces_of(erin)] == ["Front desk", "Support"]


def test_writing_to_somebody_gives_them_no_account(world):
    bot = world.named("Connect Bot")
    guest = world.person_or_invited("New@Y.com")
    world.say(bot, world.direct(bot, guest), "hello")
    assert not guest.has_account
    assert world.person_or_invited("new@y.com") is guest


def test_an_edit_keeps_its_place_and_says_when(world):
    erin = world.named("Erin Expert")
    support = world.titled("Support")
    first = world.say(erin, support, "first")
    world.say(erin, support, "second")
    edited = world.edit(first, erin, Draft(text="better"))
    assert words(world.messages_in(support, erin)) == ["better", "second"]
    assert edited.updated is not None
    assert edited.html == ""


def test_who_was_removed_sees_nothing_any_more(world):
    erin, carl, _, _ = people(world)
    support = world.titled("Support")
    said = world.say(erin, support, "hello")
    (mine,) = [one for one in world.memberships_of(carl) if one.space_id == support.id]
    world.leave(mine, erin)
    with pytest.raises(Refusal):
        world.message(said.id, carl)
    assert world.spaces_of(carl) == []


def test_a_removed_space_is_gone_for_everybody(world):
    erin, carl, _, _ = people(world)
    support = world.titled("Support")
    said = world.say(erin, support, "hello")
    world.delete_space(support, erin)
    assert world.spaces_of(carl) == []
    with pytest.raises(Refusal):
        world.message(said.id, erin)


def test_words_and_addresses_do_not_print(world):
    erin = world.named("Erin Expert")
    said = world.say(erin, world.titled("Support"), "https://instant.example/secret")
    printed = repr([said, erin, Draft(text="secret"), *world.changes])
    assert "secret" not in printed
    assert "erin@" not in printed


def test_what_happens_is_heard_in_order(world):
    erin, _, _, bot = people(world)
    with world.listen() as changes:
        world.say(erin, world.direct(erin, bot), "meet")
        heard = [changes.next(timeout=1).kind for _ in range(4)]
        assert changes.next(timeout=0) is None
    assert heard == [
        "rooms:created",
        "memberships:created",
        "memberships:created",
        "messages:created",
    ]


def test_who_comes_back_hears_what_they_missed(world):
    erin = world.named("Erin Expert")
    first = world.say(erin, world.titled("Support"), "first")
    seen = world.changes[-1].number
    second = world.say(erin, world.titled("Support"), "second")
    with world.listen(after=seen) as changes:
        assert changes.next(timeout=1).subject == second
    with world.listen(after=seen - 1) as changes:
        assert changes.next(timeout=1).subject == first


def test_closing_the_world_ends_all_listening(world):
    heard: list[Change] = []
    changes = world.listen()
    listening = threading.Thread(target=lambda: heard.extend(changes))
    listening.start()
    world.say(world.named("Erin Expert"), world.titled("Support"), "hello")
    world.close()
    listening.join(timeout=5)
    assert not listening.is_alive()
    assert [one.kind for one in heard] == ["messages:created"]
    assert list(world.listen()) == []


def test_waiting_ends_as_soon_as_it_is_true(world):
    erin = world.named("Erin Expert")
    support = world.titled("Support")
    speaking = threading.Thread(target=lambda: world.say(erin, support, "hello"))
    speaking.start()
    found = world.wait_for(lambda: world.messages_in(support, erin))
    assert words(found) == ["hello"]
    speaking.join()


def test_waiting_in_vain_says_so(world):
    with pytest.raises(TimeoutError):
        world.wait_for(lambda: False, timeout=0.01)


def test_the_clock_may_be_turned_by_hand():
    now = [datetime(2026, 3, 2, 12, tzinfo=UTC)]
    world = small_world(clock=lambda: now[0])
    erin = world.named("Erin Expert")
    now[0] += timedelta(hours=1)
    said = world.say(erin, world.titled("Support"), "hello")
    assert said.created == datetime(2026, 3, 2, 13, tzinfo=UTC)


def test_many_threads_may_talk_at_once(world):
    erin, carl, alice, bot = people(world)

    def talk(person, other):
        for number in range(50):
            world.say(person, world.direct(person, other), str(number))

    pairs = [(erin, bot), (bot, erin), (carl, bot), (alice, erin)]
    threads = [threading.Thread(target=talk, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(world.messages_in(world.direct(erin, bot), bot)) == 100
    numbers = [change.number for change in world.changes]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_fault_is_spent_by_the_calls_that_match_it(world):
    world.faults = [ServerError(500, times=2, path="/messages"), Fault(method="PUT")]
    hit = [
        world.fault_for(Incoming(method, path)) is not None
        for method, path in [
            ("GET", "/v1/people/me"),
            ("GET", "/v1/messages/x"),
            ("POST", "/v1/messages"),
            ("POST", "/v1/messages"),
            ("PUT", "/v1/messages/x"),
        ]
    ]
    assert hit == [False, True, True, False, True]
    assert world.faults == []


def test_a_refused_address_is_refused_in_the_chat_page_too(world):
    erin, _, alice, _ = people(world)
    world.faults = [RefuseDirect("alice@x.com")]
    with pytest.raises(Refusal, match="one on one"):
        world.direct(erin, alice)
    assert world.direct(erin, alice)


@pytest.mark.parametrize("wrong", ["", "x", "é", "Y2lzY29zcGFyazovL3Vz", "a/../b", "=", "\x00"])
def test_what_is_no_id_is_none(wrong):
    assert not ids.is_id(wrong, "PEOPLE")


def test_an_id_from_another_cluster_is_one(world):
    elsewhere = "Y2lzY29zcGFyazovL3VybjpURUFNOnVzLXdlc3QtMl9yL1JPT00veA"
    assert ids.is_id(elsewhere, "ROOM")
    assert not ids.is_id(elsewhere, "MESSAGE")
    assert ids.is_id(world.titled("Support").id, "ROOM")
