"""Email addresses with everything that mail programs and keyboards put around them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.access import Access
from bot.core.domain.commands import Guest, Meet, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.text.addresses import address, intended, looks_like_address, mixes_scripts
from bot.core.parsing.text.mentions import Said
from tests.rows import for_each

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)


@for_each(
    "pasted",
    [
        "alice@x.com",
        "mailto:alice@x.com",
        "MAILTO:alice@x.com?subject=Hello",
        "<alice@x.com>",
        "<mailto:alice@x.com>;",
        "(alice@x.com)",
        "'alice@x.com'",
        '"alice@x.com",',
        "“alice@x.com”",
        "«alice@x.com»",
        "`alice@x.com`",
        "**alice@x.com**",
        "_alice@x.com_",
        "_alice@x.com_.",
        "alice@x.com.",
        "alice@x.com?!",
        "alice@x.com…",
        "email:alice@x.com",
        "alice@X.COM",
        "ali\u200bce@x.com\ufeff",
        "\u2066alice@x.com\u2069",
        "ａｌｉｃｅ＠ｘ．ｃｏｍ",
        "alice@x。com",
    ],
)
def test_the_wrapping_of_an_address_comes_off(pasted: str) -> None:
    assert address(pasted) == "alice@x.com"


@for_each(
    "written",
    [
        "alice+invoice@x.com",
        "_alice@x.com",
        "o'brien@x.com",
        "a.b-c_d@sub.x-y.com",
        "ALICE@x.com",
        "jörg@bücher.de",
        "用户@例子.广告",
        "иван@почта.рф",
    ],
)
def test_an_address_stays_as_its_owner_writes_it(written: str) -> None:
    assert address(written) == written


@for_each(
    "written",
    [
        "alice",
        "@alice",
        "alice@",
        "alice@x",
        "alice@@x.com",
        "alice@x..com",
        ".alice@x.com",
        "alice@x.com's",
        "alice@-x.com",
        "alice@x_y.com",
        "alice@[127.0.0.1]",
        "alice@printer.local",
        "sip:room@x.com",
        "a" * 65 + "@x.com",
        "alice@" + "x" * 7000 + ".com",
    ],
)
def test_an_invalid_address_is_not_taken_for_an_address(written: str) -> None:
    assert address(written) is None


def test_a_typed_name_with_an_at_sign_was_not_meant_as_an_address() -> None:
    assert not looks_like_address("@Bob")
    assert looks_like_address("bob@")
    assert looks_like_address("ｂｏｂ＠ｘ")


@given(st.text(max_size=400))
def test_no_word_raises_and_an_address_is_an_address_again(word: str) -> None:
    found = address(word + "@x.com")
    assert found is None or address(found) == found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(
            ("a@gmial.com", "a@gmail.com"),
            ("a@gmail.co", "a@gmail.com"),
            ("a@gmai.com", "a@gmail.com"),
        ),
        *(("a@gmaill.com", "a@gmail.com"), ("a@gnail.com", "a@gmail.com"), ("a@gmx.d", "a@gmx.de")),
        *(("a@hotmial.com", "a@hotmail.com"), ("a@outlok.com", "a@outlook.com")),
        *(("a@yaho.com", "a@yahoo.com"), ("a@iclud.com", "a@icloud.com"), ("a@wbe.de", "a@web.de")),
    ],
)
def test_a_letter_off_a_well_known_domain_is_asked_about(written: str, meant: str) -> None:
    assert intended(written) == meant
    said = grammar.parse(Said(f"meet {written} and bob@y.org"), NOW)
    assert isinstance(said, Unclear)
    assert said.hint is Hint.ADDRESS_SLIP
    assert said.meant == Meet((Guest(email=meant), Guest(email="bob@y.org")))
    certain = Meet((Guest(email=written),))
    assert grammar.parse(Said(f"meet <{written}>"), NOW) == certain
    assert grammar.parse(Said(grammar.say(certain)), NOW) == certain


@pytest.mark.parametrize(
    "email", ["a@gmail.com", "a@love.com", "a@gmx.net", "a@example.com", "jörg@bücher.de", "ж@ж.рф"]
)
def test_other_addresses_are_accepted_as_they_are(email: str) -> None:
    assert intended(email) is None
    assert not mixes_scripts(email)


def test_an_address_that_ends_in_one_letter_is_asked_about() -> None:
    for said in ("meet paul@patients.d", "meet a@gmial.com and paul@patients.d"):
        asked = grammar.parse(Said(said), NOW)
        assert isinstance(asked, Unclear)
        assert asked.hint is Hint.ADDRESS_SLIP
        assert asked.meant is None


@pytest.mark.parametrize("email", ["\u0430lice@example.com", "alice@ex\u0430mple.com"])
def test_an_address_in_two_alphabets_is_asked_about(email: str) -> None:
    said = grammar.parse(Said(f"meet {email}"), NOW)
    assert isinstance(said, Unclear)
    assert said.hint is Hint.ADDRESS_SLIP
    assert said.meant is None


@pytest.mark.parametrize(
    ("said", "guest"),
    [
        ("Alice Smith alice@x.com", Guest(email="alice@x.com", name="Alice Smith")),
        ("Frau Müller +49 171 3920042", Guest(phone="+491713920042", name="Frau Müller")),
        ("Tel. +49 171 3920042", Guest(phone="+491713920042")),
        ("mobile +49 171 3920042", Guest(phone="+491713920042")),
        ("+39 02 12345678", Guest(phone="+390212345678")),
    ],
)
def test_a_name_or_a_label_may_precede_an_address_or_a_number(said: str, guest: Guest) -> None:
    assert grammar.parse(Said(f"meet {said}"), NOW) == Meet((guest,))
    assert grammar.parse(Said(f"meet {said} and bob@y.org tomorrow"), NOW) != Meet((guest,))


@pytest.mark.parametrize(
    "said", ["Bob alice@x.com", "alice bob +49 171 3920042", "Bob Alice alice@x.com"]
)
def test_a_name_that_may_be_somebody_else_is_asked_about(said: str) -> None:
    assert isinstance(grammar.parse(Said(f"meet {said}"), NOW), Unclear)


def test_a_domain_may_be_allowed_as_people_write_it() -> None:
    allowed = Access.parse("*@example.com, @other.org")
    assert allowed.admits("erin@example.com")
    assert allowed.admits("carl@other.org")
    assert not allowed.admits("mallory@example.com.evil.org")
