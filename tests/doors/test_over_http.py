"""A guest at the pages of the whole bot, over HTTP as a browser asks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

import pytest

from bot.sandbox.webex.faults import ServerError
from tests.doors.visitors import token_of
from tests.stories.real import RealStage, Town
from tests.stories.stage import a_story_on


@dataclass(frozen=True)
class Page:
    """An answer."""

    status: int
    text: str
    address: str

    @property
    def leads_to(self) -> str:
        """Where the page goes by itself."""
        found = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', self.text)
        assert found, self.text[-1500:]
        return unescape(found[0])


def ask(url: str, method: str = "GET", **form: str) -> Page:
    """Ask for a page; urllib follows redirects, and logs nothing."""
    body = urlencode(form).encode() if method == "POST" else None
    try:
        answer = urlopen(Request(url, body, method=method), timeout=10)  # noqa: S310 - ours
    except HTTPError as error:
        answer = error
    with answer:
        return Page(answer.status, answer.read().decode(), answer.url)


@pytest.fixture
def bot(town: Town) -> Iterator[RealStage]:
    with a_story_on(RealStage(town)) as stage:
        yield stage


def test_a_guest_is_let_in_and_the_host_hears_it_and_starts(bot: RealStage):
    bot.hears("erin", "meet alice@x.com about the attic", space=None)
    door = bot.told("alice@x.com")[-1].link
    before, calls = len(bot.told("erin")), bot.calls_of("joseencrypt")
    for method, path in (("HEAD", ""), ("GET", ""), ("GET", "/state"), ("GET", "/join")):
        assert ask(door + path, method).status == 200
    assert (len(bot.told("erin")), bot.calls_of("joseencrypt")) == (before, calls)
    visit = bot.opens(ask(f"{door}/join", "POST").leads_to)
    bot.settle_doors()
    assert bot.calls_of("joseencrypt") == calls + 1
    told = bot.told("erin")[before:]
    assert ["alice@x.com is here" in each.text for each in told] == [True]
    page = ask(told[0].link)
    assert "alice@x.com" in page.text
    assert bot.opens(ask(f"{told[0].link}/start", "POST").leads_to) == visit.as_host()


def test_an_answer_of_the_host_is_on_the_guests_page(bot: RealStage):
    bot.hears("erin", "meet alice@x.com admit first about the yard", space=None)
    door = bot.told("alice@x.com")[-1].link
    assert "Erin Expert knows that you’re here." in ask(f"{door}/join", "POST").text
    bot.settle_doors()
    state = ask(f"{door}/state").text
    host = bot.told("erin")[-1].link
    [visitor] = set(re.findall(r'name="visitor" value="([^"]+)"', ask(host).text))
    ask(f"{host}/reply", "POST", visitor=visitor, answer="in 5 minutes")
    assert ask(f"{door}/state").text != state
    assert "Erin Expert will be there in 5 minutes." in ask(door).text
    ask(f"{host}/admit", "POST", visitor=visitor)
    assert bot.opens(ask(f"{door}/join", "POST").leads_to).role == "guest"


def test_a_press_while_there_are_no_links_says_so_and_works_later(bot: RealStage):
    bot.hears("erin", "meet alice@x.com about the stove", space=None)
    door = bot.told("alice@x.com")[-1].link
    bot.faults = [ServerError(503, times=None, method="POST", path="joseencrypt")]
    page = ask(f"{door}/join", "POST")
    assert page.status == 503
    assert "The meeting can’t be opened right now." in page.text
    assert "Please try again in a moment." in page.text
    assert 'http-equiv="refresh"' not in page.text, "a reload would not repeat the press"
    bot.faults = []
    [form] = re.findall(r'<form id="retry" method="post" action="([^"]+)"', page.text)
    assert bot.opens(ask(urljoin(page.address, form), "POST").leads_to).role == "guest"


def test_who_waits_while_their_link_is_sent_anew_goes_on_waiting(bot: RealStage):
    bot.hears("erin", "meet alice@x.com and bob@example.com admit first about the barn", space=None)
    alice, bob = (bot.told(who)[-1].link for who in ("alice@x.com", "bob@example.com"))
    ask(f"{alice}/join", "POST")
    bot.settle_doors()
    bot.hears("erin", "resend all of the barn", space=None)
    assert ask(bob).status == 404
    assert "Erin Expert knows that you’re here." in ask(alice).text
    again = bot.told("alice@x.com")[-1].link
    assert again != alice
    assert "Erin Expert knows that you’re here." in ask(again).text
    bot.presses("erin", "Let in alice@x.com")
    assert bot.opens(ask(f"{alice}/join", "POST").leads_to).role == "guest"
    assert ask(alice).status == 404
    assert bot.opens(ask(f"{again}/join", "POST").leads_to).role == "guest"


def test_a_cancelled_meeting_and_a_removed_guest_look_different(bot: RealStage):
    bot.hears("erin", "meet alice@x.com and bob@example.com about the lawn", space=None)
    alice, bob = (bot.told(who)[-1].link for who in ("alice@x.com", "bob@example.com"))
    bot.hears("erin", "remove bob@example.com from the lawn", space=None)
    assert ask(bob).status == 404
    bot.hears("erin", "cancel the lawn", space=None)
    page = ask(alice)
    assert page.status == 200
    assert "Erin Expert cancelled the video meeting about “the lawn”." in page.text
    ask(f"{alice}/again", "POST")
    bot.settle_doors()
    assert "alice@x.com asks for a new time" in bot.told("erin")[-1].text


def test_no_log_and_no_metric_holds_a_token(bot: RealStage, town: Town, logged: io.StringIO):
    bot.hears("erin", "meet alice@x.com about the shed", space=None)
    door = bot.told("alice@x.com")[-1].link
    for path, method in (("", "GET"), ("/state", "GET"), ("/join", "POST"), ("/again", "POST")):
        ask(door + path, method)
    ask(f"{door}x")
    bot.settle_doors()
    pages = [link for note in bot.told("erin") for link in note.links if "/h/" in link]
    host = pages[-1]
    assert ask(host).status == 200
    written = logged.getvalue() + ask(f"{town.receiver}/metrics").text
    assert "conversation" in written
    assert token_of(door) not in written
    assert token_of(host) not in written
