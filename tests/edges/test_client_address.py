"""Which address a client has, behind proxies that are trusted or not."""

from __future__ import annotations

import pytest
from werkzeug import Request
from werkzeug.test import EnvironBuilder

from bot.edges.web.client_address import client_of
from bot.settings.setting_types import networks_in

TRUSTED = networks_in("127.0.0.1, ::1, 10.0.0.0/8")


def client(peer: str, *forwarded: str) -> str:
    headers = [("X-Forwarded-For", each) for each in forwarded]
    built = EnvironBuilder(headers=headers, environ_base={"REMOTE_ADDR": peer})
    return client_of(Request(built.get_environ()), TRUSTED)


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.7", [], "203.0.113.7"),
        ("127.0.0.1", [], "127.0.0.1"),
        ("127.0.0.1", ["203.0.113.7"], "203.0.113.7"),
        ("10.1.2.3", ["203.0.113.7, 10.9.9.9"], "203.0.113.7"),
        ("127.0.0.1", ["198.51.100.1, 203.0.113.7"], "203.0.113.7"),
        ("127.0.0.1", ["198.51.100.1", "203.0.113.7"], "203.0.113.7"),
        ("203.0.113.7", ["198.51.100.1"], "203.0.113.7"),
        ("127.0.0.1", ["10.0.0.1"], "10.0.0.1"),
        ("127.0.0.1", ["unknown"], "127.0.0.1"),
        ("127.0.0.1", ["203.0.113.7:51234"], "203.0.113.7"),
        ("127.0.0.1", ["[2001:db8:1:2:3::4]:51234"], "2001:db8:1:2::/64"),
        ("::ffff:127.0.0.1", ["2001:db8:1:2::9"], "2001:db8:1:2::/64"),
        ("", [], ""),
    ],
)
def test_the_address_is_the_last_one_that_is_no_trusted_proxys(
    peer: str, forwarded: list[str], expected: str
):
    assert client(peer, *forwarded) == expected
