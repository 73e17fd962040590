"""The bot finds out from outside whether its doors' pages are reached."""

from __future__ import annotations

import threading

import pytest
from flask import Flask, Response

from bot.edges.web.door.door_check import add_door_check
from bot.edges.web.door.door_watch import PATH, DoorWatch, is_reached
from bot.edges.web.http_server import served

SECRET = "a secret of this installation"


def watched(answers: str) -> list[bool]:
    """Return what is told while a page is reached (``+``) or not (``-``), in this order."""
    told: list[bool] = []
    left, over = list(answers), threading.Event()

    def look() -> bool:
        if not left:
            over.set()
            return told[-1:] == [True]
        return left.pop(0) == "+"

    watch = DoorWatch(look, told.append, pauses=(0.0, 0.0, 0.0))
    watch.start()
    assert over.wait(10)
    watch.stop()
    return told


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("+", [True]),
        ("---+", [True]),
        ("+--+--+", [True]),
        ("+---", [True, False]),
        ("+---+", [True, False, True]),
    ],
)
def test_doors_open_once_they_are_reached_and_close_when_that_ends(answers: str, told: list[bool]):
    assert watched(answers) == told


def test_the_bot_recognizes_its_own_page_and_no_other():
    app = Flask(__name__)
    add_door_check(app, SECRET)
    with served(app, "127.0.0.1", 0) as address:
        assert is_reached(address, SECRET)
        assert is_reached(f"{address}/", SECRET)
        assert not is_reached(address, "another secret")
    assert not is_reached(address, SECRET)


def test_a_proxy_that_answers_everything_is_not_the_bot():
    app = Flask(__name__)
    app.add_url_rule("/<path:_>", "any", lambda **_: Response("ok"))
    with served(app, "127.0.0.1", 0) as address:
        assert not is_reached(address, SECRET)


def test_the_page_proves_nothing_but_a_nonce():
    app = Flask(__name__)
    add_door_check(app, SECRET)
    assert app.test_client().get(f"{PATH}/anything").status_code == 404
