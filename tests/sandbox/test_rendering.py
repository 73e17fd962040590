"""Webex's markdown, and what must have no effect in it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Person
from bot.sandbox.webex.rendering import plain, render

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ALICE = Person(ids.of_person("alice@x.com"), "alice@x.com", "Alice Customer", "o", "person", NOW)
BOT = Person(ids.of_person("b@webex.bot"), "b@webex.bot", "Connect Bot", "o", "bot", NOW)


def find(name: str) -> Person | None:
    return {one: person for person in (ALICE, BOT) for one in (person.id, person.email)}.get(name)


def html(markdown: str) -> str:
    return render(markdown, find).html


def mentioned(person: Person, label: str) -> str:
    return (
        f'<spark-mention data-object-type="person" data-object-id="{person.id}">'
        f"{label}</spark-mention>"
    )


@pytest.mark.parametrize(
    ("markdown", "made"),
    [
        ("**bold** _it_ `code`", "<p><strong>bold</strong> <em>it</em> <code>code</code></p>"),
        ("one\ntwo  \nthree", "<p>one<br>two<br>three</p>"),
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("# T\n- a\n- b", "<h1>T</h1><ul><li>a</li><li>b</li></ul>"),
        ("> said", "<blockquote><p>said</p></blockquote>"),
        ("[go](https://x.y/?a=1&b=2)", '<p><a href="https://x.y/?a=1&amp;b=2">go</a></p>'),
        ("```\na <b>\n\nb\n```", "<pre><code>a &lt;b&gt;\n\nb\n</code></pre>"),
    ],
)
def test_markdown_becomes_the_html_that_webex_keeps(markdown, made):
    assert html(markdown) == made


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>x",
        "<img src=x onerror=alert(1)>x",
        '<a href="javascript:alert(1)" onclick="x()">x</a>',
        "[x](javascript:alert(1))",
        "[x](data:text/html,hi)",
        '<p style="position:fixed">x</p>',
        "<svg/onload=alert(1)>x",
    ],
)
def test_nothing_that_acts_comes_through(markdown):
    made = html(markdown).lower()
    for tag in ("<script", "<img", "<svg", "onclick=", "style=", 'href="javascript', 'href="data'):
        assert tag not in made


def test_people_are_mentioned_by_id_and_by_address():
    made = render(f"<@personId:{ALICE.id}|Al> and <@personEmail:alice@x.com>", find)
    assert made.html == f"<p>{mentioned(ALICE, 'Al')} and {mentioned(ALICE, 'Alice Customer')}</p>"
    assert made.people == (ALICE.id,)
    assert made.text == "Al and Alice Customer"


def test_only_the_first_word_of_a_bots_name_shows():
    assert html("<@personEmail:b@webex.bot|Anything>") == f"<p>{mentioned(BOT, 'Connect')}</p>"


def test_everybody_is_mentioned_at_once():
    made = render("<@all> hi", find)
    assert (made.groups, made.text) == (("all",), "All hi")
    assert 'data-group-type="all"' in made.html


def test_somebody_who_is_not_in_the_space_is_not_mentioned():
    made = render("<@personEmail:eve@y.com|Eve <b>> hi", find)
    assert made.people == ()
    assert "spark-mention" not in made.html


def test_a_mention_in_code_is_none():
    assert render("`<@all>`", find).groups == ()


def test_a_mention_cannot_be_forged_with_html():
    raw = f'<spark-mention data-object-type="person" data-object-id="{ALICE.id}">x</spark-mention>'
    made = render(f"hi {raw}\n\n{raw}", find)
    assert made.people == ()
    assert "spark-mention" not in made.html


def test_a_label_cannot_carry_html():
    made = html("<@personEmail:alice@x.com|<img src=x onerror=alert(1)>")
    assert "<img" not in made


def test_text_is_what_is_left_without_tags():
    assert plain("<p>a<br>b &amp; c</p><ul><li>d</li></ul>") == "a b & c d"


@given(st.text())
def test_any_text_is_rendered_and_nothing_unknown_is_kept(words):
    made = render(words.encode("utf-8", "replace").decode(), find)
    for tag in ("<script", "<img", "<iframe", "<style"):
        assert tag not in made.html.lower()
