"""Two addresses are one person's only if mail to them reaches one mailbox."""

from __future__ import annotations

from bot.core.domain.access import Access
from bot.core.domain.commands import Guest
from bot.core.domain.email_addresses import address_key
from tests.rows import for_each


@for_each(
    ("one", "other", "same"),
    [
        ("Alice@X.com", "alice@x.com", True),
        ("alice@bücher.example", "alice@xn--bcher-kva.example", True),
        ("alice@BÜCHER.example", "alice@bücher.example", True),
        ("alice@straße.de", "alice@strasse.de", False),
        ("alice@straße.de", "alice@xn--strae-oqa.de", True),
        ("strauß@x.com", "strauss@x.com", False),
        ("alice@x.com", "alice@x.org", False),
        ("a@-x-.com", "A@-X-.com", True),
    ],
)
def test_addresses_are_compared_as_mail_servers_do(one: str, other: str, same: bool):
    assert (address_key(one) == address_key(other)) is same
    assert Guest(email=one).is_same(Guest(email=other)) is same
    assert (Guest(email=one).identity == Guest(email=other).identity) is same


def test_a_domain_that_may_ask_lets_no_similar_one_in():
    access = Access.parse("straße.de, bücher.example")
    assert access.admits("erin@straße.de")
    assert access.admits("erin@xn--bcher-kva.example")
    assert not access.admits("erin@strasse.de")
