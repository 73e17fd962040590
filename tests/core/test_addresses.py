"""Email addresses with everything that mail programs and keyboards put around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.core.parsing.addresses import address, looks_like_address
from tests.rows import for_each


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
def test_what_is_no_address_is_not_taken_for_one(written: str) -> None:
    assert address(written) is None


def test_a_typed_name_with_an_at_sign_was_not_meant_as_an_address() -> None:
    assert not looks_like_address("@Bob")
    assert looks_like_address("bob@")
    assert looks_like_address("ｂｏｂ＠ｘ")


@given(st.text(max_size=400))
def test_no_word_raises_and_an_address_is_an_address_again(word: str) -> None:
    found = address(word + "@x.com")
    assert found is None or address(found) == found
