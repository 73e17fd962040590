"""How a guest is reached."""

from __future__ import annotations

from bot.core.conversations.requests.delivery_ways import BOTH, DIRECT, MAIL, Ways
from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Way
from tests.rows import for_each

RULES = {"example.com": DIRECT, "shop@example.com": MAIL, "x.com": BOTH, "*": MAIL}


@for_each(
    ("email", "ways"),
    [
        ("bob@example.com", DIRECT),
        ("BOB@EXAMPLE.COM", DIRECT),
        ("shop@example.com", MAIL),
        ("alice@x.com", BOTH),
        ("dora@sub.example.com", MAIL),
        ("dora@z.net", MAIL),
    ],
)
def test_the_closest_rule_says_how_an_address_is_reached(email: str, ways: tuple[Way, ...]):
    assert Ways(mail=True, rules=RULES).of(Guest(email=email)) == ways


def test_without_email_everybody_gets_a_direct_message():
    assert Ways(rules=RULES).of(Guest(email="dora@z.net")) == DIRECT


def test_who_was_mentioned_is_in_webex():
    assert Ways(mail=True, rules={"*": MAIL}).of(Guest("some-id", "alice@x.com")) == DIRECT


def test_email_is_tried_after_a_direct_message_and_nothing_after_email():
    ways = Ways(mail=True)
    assert ways.instead_of(Way.DIRECT) is Way.MAIL
    assert ways.instead_of(Way.MAIL) is None
