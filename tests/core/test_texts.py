"""Types decide who may read a text, and what people write has no effect in it."""

from __future__ import annotations

import copy
import json
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from linkify_it import LinkifyIt
from linkify_it.main import Match

from bot.core.domain.links import GuestLink, HostDoor, HostLink, Links
from bot.core.steps.webex_steps import DirectChat, Say, Space, TellHost
from bot.core.wording.inert_text import inert
from bot.core.wording.texts import (
    LINK,
    MESSAGE_BYTES,
    HostText,
    Text,
    filled_in_for_host,
    lines,
    pages,
    url_for_program,
)
from bot.sandbox.webex.rendering import render
from tests.rows import for_each

ROOT = Path(__file__).parent.parent.parent
URL = "https://host.example/visit/secret"
HOST = HostLink(URL)
DOOR = HostDoor(URL)
GUEST = GuestLink("https://guest.example/visit/other")


def nobody(_: str) -> None:
    return None


def test_a_host_text_cannot_be_said_in_a_place():
    with pytest.raises(TypeError):
        Say(HostText(LINK, HOST), (Space("room"),))


@for_each("link", [HOST, DOOR])
def test_a_text_takes_no_host_link(link: HostLink | HostDoor):
    with pytest.raises(TypeError):
        Text.with_links(LINK, link)


def test_a_host_s_page_takes_no_guest_link():
    assert filled_in_for_host(LINK, HostLink("https://x.example/?a&b")).endswith("?a&amp;b")
    with pytest.raises(TypeError):
        filled_in_for_host(LINK, GUEST)


def test_a_host_text_takes_no_guest_link():
    with pytest.raises(TypeError):
        HostText(LINK, GUEST)


@for_each("link", [HOST, DOOR, GUEST])
@for_each("written", ["{}".format, "%s".__mod__, str, lambda one: f"see {one}"])
def test_a_link_cannot_be_written_into_a_string(link: HostLink, written):
    with pytest.raises(TypeError):
        written(link)


@for_each(
    "holder",
    [
        HOST,
        DOOR,
        [HOST],
        Links((HOST,), (GUEST,)),
        HostText(LINK, HOST),
        TellHost(HostText(LINK, HOST), "host"),
        Say(Text.with_links(LINK, GUEST), (DirectChat("p"),)),
    ],
)
def test_nothing_prints_a_link(holder: object):
    assert "secret" not in repr(holder) + repr(vars(type(holder)))
    assert "other" not in repr(holder)


def test_a_link_cannot_be_serialized_to_json():
    with pytest.raises(TypeError):
        json.dumps({"link": HOST})


def by_pickle(link: HostLink) -> HostLink:
    return pickle.loads(pickle.dumps(link))  # noqa: S301 - our own


@for_each("way", [copy.copy, copy.deepcopy, by_pickle])
def test_a_copy_of_a_link_prints_no_more_than_the_link(way):
    assert "secret" not in repr(way(HOST))


def test_a_sentence_has_one_place_for_each_link():
    with pytest.raises(ValueError, match="one place"):
        Text.with_links("no place", GUEST)
    with pytest.raises(ValueError, match="one place"):
        HostText(LINK + LINK, HOST)
    assert Text.with_links(f"a {LINK} b {LINK}", GUEST, GUEST).markdown.count("other") == 2


TOKENS = st.text(alphabet="abZ09_-.~*", min_size=5, max_size=40)


def shown_links(markdown: str) -> list[str]:
    """Return the addresses that people can open: those of links, and those an app makes one of."""
    made = render(markdown, nobody)
    bare = re.sub(r"<a .*?</a>", "", made.html)
    return re.findall(r'href="([^"]+)"', made.html) + re.findall(r"https://[^\s<]+", bare)


@given(st.lists(TOKENS, min_size=1, max_size=6))
@example(["a-_b", "c_-d"])
def test_markdown_changes_no_link(tokens: list[str]):
    urls = sorted(f"https://x.example/j/{each}" for each in tokens)
    sentence = lines("**Join:**", *[f"here {LINK}" for _ in urls])
    hosts = HostText(sentence, *map(HostLink, urls)).deliver(lambda markdown, _card: markdown)
    guests = Text.with_links(sentence, *map(GuestLink, urls)).markdown
    for markdown in (guests, hosts):
        assert sorted(shown_links(markdown)) == urls
        assert all(each in render(markdown, nobody).text for each in urls)


def test_a_link_that_markdown_leaves_alone_is_written_as_it_is():
    assert Text.with_links(f"Join: {LINK}", GUEST).markdown == f"Join: {url_for_program(GUEST)}"


def test_many_long_links_show_only_their_site_so_that_they_fit():
    urls = [f"https://x.example/{'a_-' * 350}{each}" for each in range(6)]
    text = Text.with_links(lines(*[LINK] * len(urls)), *map(GuestLink, urls))
    assert text.size <= MESSAGE_BYTES
    assert shown_links(text.markdown) == urls
    assert render(text.markdown, nobody).text == " ".join(["x.example"] * 6)


@given(st.text())
def test_text_from_people_is_escaped(said: str):
    for sentence in (f"- {inert(said)}: invited", f"**Ready about “{inert(said)}”**"):
        made = render(sentence, nobody)
        tags = set(made.html.split("<")[1:])
        assert {tag.partition(">")[0].strip("/") for tag in tags} <= {"ul", "li", "strong", "p"}
        assert made.people == made.groups == ()


@given(st.text(alphabet="<@all>personId:|*_`[]()#-+~=!&;\\\n .1a", max_size=40))
def test_text_that_looks_like_markup_is_shown_as_written(said: str):
    shown = render(f"“{inert(said)}”", nobody).text.replace("\u2060", "")
    assert shown == f"“{' '.join(said.split())}”".replace("“ ", "“")


@for_each("scheme", ["https", "HTTP", "webexteams", "mailto", "tel", "sip"])
def test_a_web_address_from_people_does_not_become_a_link(scheme: str):
    assert f"{scheme}:e" not in inert(f"see {scheme}:evil.example")


LINKS = LinkifyIt()
"""What apps make links of, as many of them decide it: https://github.com/markdown-it/linkify-it"""


PIECES = (
    *("www.", "evil", ".", ".com", ".co.uk", "4", "://", "http:", "https://", "mailto:", "//"),
    *("/x", "?q=1", "@", "a@", " ", "(", "<", "_", "-", "é", "。", "me@x.com"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@example("see evil.com and www.evil.com/path?q=1")
@example("www.4chan.org")
@example("evil.com:8080")
def test_no_app_makes_a_link_of_what_people_write_but_of_an_address(said: str):
    shown = render(inert(said), nobody).text
    links = [each for each in LINKS.match(shown) or () if not within_address(each, shown)]
    assert [each.text for each in links] == []


def within_address(link: Match, shown: str) -> bool:
    """Whether it is one, or the beginning of one whose domain linkify-it does not know."""
    whole = link.text + shown[link.last_index :].partition(" ")[0]
    return re.match(r"[^@/]+@[^@:/]", whole) is not None


@for_each(
    "said", ["first.last@mail.example.com", "3.5 kg", "v1.2", "25.11.2026 14:30", "Dr. No", "1.2.3"]
)
def test_addresses_of_people_and_numbers_can_be_copied_as_they_are(said: str):
    assert inert(f"see {said}, please") == f"see {said}, please"


def test_directions_and_invisible_characters_are_gone():
    assert inert("a\u202e\u2066\u200b\ufeff\x00\ue000b") == "a b"


def test_text_that_is_too_long_is_cut():
    assert len(inert("a" * 1000)) == 200
    assert inert("a" * 1000, limit=3) == "aaa"


def test_lines_break_as_webex_breaks_them():
    assert lines("a", "b", "") == "a  \nb"


@settings(max_examples=30)
@given(st.lists(st.text(alphabet="aé長", min_size=1, max_size=900), min_size=1, max_size=60))
def test_pages_cut_no_row_and_fit_into_messages(rows: list[str]):
    made = pages(*rows)
    assert "  \n".join(page.markdown for page in made).split("  \n") == rows
    assert all(len(page.markdown.encode()) <= MESSAGE_BYTES for page in made)
