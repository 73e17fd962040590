"""`--say` succeeds if every expected link and the receipt arrive."""

from __future__ import annotations

import pytest

from bot.core.parsing import grammar
from bot.core.parsing.text.mentions import Said
from bot.sandbox.expectations import Expected
from bot.sandbox.webex.model import Draft, Person, PhoneText, Space
from bot.sandbox.webex.world import ALICES_PHONE, World, small_world

LINK = "http://127.0.0.1:1/visit/abc"


@pytest.fixture
def world() -> World:
    return small_world()


def erin(world: World) -> Person:
    return world.named("Erin Expert")


def bot(world: World) -> Person:
    return world.named("Connect Bot")


def missing(world: World, sentence: str, place: Space) -> list[str]:
    """What does not arrive of what Erin asked for there."""
    expected = Expected(world, bot(world), erin(world), place)
    command = grammar.parse(Said(sentence), world.clock())
    return [each.what for each in expected.of(command) if not each.arrived(world, bot(world))]


def says(world: World, space: Space, words: str) -> None:
    world.post(bot(world), space, Draft(markdown=words))


def test_the_links_and_the_receipt_are_waited_for(world: World):
    support, own = world.titled("Support"), world.direct(erin(world), bot(world))
    asked = "meet alice@x.com here"
    says(world, own, LINK)
    says(world, world.direct(world.person_or_invited("alice@x.com"), bot(world)), LINK)
    says(world, support, LINK)
    assert missing(world, asked, support) == ["the receipt"]
    says(world, support, "1 guest invited")
    assert missing(world, asked, support) == []


def test_in_a_direct_chat_both_links_are_expected(world: World):
    own = world.direct(erin(world), bot(world))
    says(world, own, LINK)
    assert missing(world, "meet", own) == ["the host link for Erin Expert"]
    says(world, own, LINK)
    assert missing(world, "meet", own) == []


def test_a_text_to_a_phone_and_a_link_to_scan_are_waited_for(world: World):
    own = world.direct(erin(world), bot(world))
    asked = f"meet {ALICES_PHONE} qr"
    assert missing(world, asked, own) == [
        "the host link for Erin Expert",
        f"the text for {ALICES_PHONE}",
        "the receipt",
    ]
    says(world, own, LINK)
    says(world, own, "1 guest invited")
    world.text(PhoneText("one", ALICES_PHONE, LINK, world.clock()))
    assert missing(world, asked, own) == ["the host link for Erin Expert"]
    says(world, own, LINK)
    assert missing(world, asked, own) == []


@pytest.mark.parametrize("asked", ["meat alice@x.com", "resend me", "meet with Room 12"])
def test_an_answer_without_the_requested_link_is_not_enough(world: World, asked: str):
    support = world.titled("Support")
    says(world, support, "Did you mean something else?")
    assert missing(world, asked, support)


@pytest.mark.parametrize("asked", ["help", "meetings", "hello"])
def test_an_answer_is_enough_if_no_link_was_requested(world: World, asked: str):
    support = world.titled("Support")
    assert missing(world, asked, support) == ["an answer"]
    says(world, support, "Here you are.")
    assert missing(world, asked, support) == []


def test_a_link_of_a_classic_meeting_is_one(world: World):
    support = world.titled("Support")
    says(world, support, "Join: https://example.webex.com/example/m.php?AT=JM&MK=1")
    assert missing(world, "join 123456789", support) == []
