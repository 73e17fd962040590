"""The broker's request and answer: each parameter at its limits, each form of answer."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.errors import Unintelligible
from bot.core.domain.joseencrypt import (
    AUDIENCE,
    Enc,
    Encryption,
    JweAlg,
    JwsAlg,
    LinkRequest,
    links_from,
)
from bot.core.domain.links import Links
from bot.core.domain.url_trust import is_trustworthy
from tests.recorded import recorded
from tests.rows import for_each

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def reveal(links: Links) -> tuple[list[str], list[str]]:
    """Return the addresses, which the bot itself only ever writes into texts."""
    hosts, guests = links.hosts, links.guests
    return [each._reveal() for each in hosts], [each._reveal() for each in guests]  # noqa: SLF001 - compares the links themselves


def short_answer(hosts: int = 1, guests: int = 1) -> dict[str, Any]:
    return {
        "host": [{"cipher": f"h.{n}", "short": f"hostAA{n}"} for n in range(hosts)],
        "guest": [{"cipher": f"g.{n}", "short": f"guestA{n}"} for n in range(guests)],
        "baseUrl": "https://instant-usgov.webex.com/visit/",
    }


def test_the_smallest_request_asks_for_one_host_and_one_guest_by_short_links():
    assert LinkRequest("m-1").body() == {
        "aud": AUDIENCE,
        "jwt": {"sub": "m-1"},
        "numHost": 1,
        "numGuest": 1,
        "provideShortUrls": True,
        "verticalType": "gen",
        "loginUrlForHost": True,
    }


def test_every_parameter_of_the_broker_can_be_said():
    encryption = Encryption("PBES2-HS256+A128KW", 8, 1000, "A128CBC-HS256", "HS256")
    request = LinkRequest(
        "m-1",
        hosts=2,
        guests=3,
        not_before=NOON,
        expires=NOON + timedelta(hours=1),
        devices=("room12@example.com", "ward@example.com"),
        vertical="hc",
        login_for_host=False,
        short=False,
        encryption=encryption,
    )
    assert request.body() == {
        "aud": AUDIENCE,
        "jwt": {
            "sub": "m-1",
            "nbf": 1795435200,
            "exp": 1795438800,
            "flow": {
                "id": "sip-no-knock",
                "data": [{"uri": "room12@example.com"}, {"uri": "ward@example.com"}],
            },
        },
        "numHost": 2,
        "numGuest": 3,
        "provideShortUrls": False,
        "verticalType": "hc",
        "loginUrlForHost": False,
        "jweAlg": "PBES2-HS256+A128KW",
        "saltLength": 8,
        "iterations": 1000,
        "enc": "A128CBC-HS256",
        "jwsAlg": "HS256",
    }


def test_times_are_sent_as_whole_seconds_in_any_zone():
    noon_in_berlin = datetime(2026, 11, 23, 13, 0, 0, 999, tzinfo=timezone(timedelta(hours=1)))
    assert LinkRequest("m-1", not_before=noon_in_berlin).body()["jwt"]["nbf"] == 1795435200


def test_our_bodies_use_no_field_that_the_recorded_requests_do_not():
    seen = {name for sample in recorded("requests.json") for name in sample["body"]}
    full = LinkRequest(
        "m", encryption=Encryption("PBES2-HS512+A256KW", 8, 1000, "A256GCM", "HS512")
    )
    assert set(full.body()) == seen


@for_each(("hosts", "guests"), [(0, 1), (1, 0), (1, 24), (25, 0), (0, 25), (12, 13)])
def test_one_to_twenty_five_links_are_one_call(hosts: int, guests: int):
    body = LinkRequest("m-1", hosts=hosts, guests=guests).body()
    assert (body["numHost"], body["numGuest"]) == (hosts, guests)


@for_each(
    ("hosts", "guests"), [(0, 0), (1, 25), (13, 13), (-1, 2), (26, 0), (0, 26), (True, 1), (1.0, 1)]
)
def test_another_number_of_links_is_refused_in_a_sentence(hosts: Any, guests: Any):
    with pytest.raises(ValueError, match=r"25.*\."):
        LinkRequest("m-1", hosts=hosts, guests=guests)


@for_each(("salt", "iterations"), [(8, 1000), (128, 32767), (None, None)])
def test_salt_and_iterations_are_taken_at_their_bounds(salt: int | None, iterations: int | None):
    assert Encryption(salt_length=salt, iterations=iterations).salt_length == salt


@for_each("salt", [7, 129, 0, "8", True])
def test_a_salt_beyond_its_bounds_is_refused(salt: Any):
    with pytest.raises(ValueError, match="from 8 to 128"):
        Encryption(salt_length=salt)


@for_each("iterations", [999, 32768, 0, "1000"])
def test_iterations_beyond_their_bounds_are_refused(iterations: Any):
    with pytest.raises(ValueError, match="from 1000 to 32767"):
        Encryption(iterations=iterations)


@for_each("alg", get_args(JweAlg))
def test_every_key_wrapping_can_be_asked_for(alg: Any):
    assert Encryption(jwe_alg=alg).body() == {"jweAlg": alg}


@for_each("enc", get_args(Enc))
def test_every_content_encryption_can_be_asked_for(enc: Any):
    assert Encryption(enc=enc).body() == {"enc": enc}


@for_each("alg", get_args(JwsAlg))
def test_every_inner_signature_can_be_asked_for(alg: Any):
    assert Encryption(jws_alg=alg).body() == {"jwsAlg": alg}


@for_each("name", ["jwe_alg", "enc", "jws_alg"])
def test_an_unknown_algorithm_is_answered_with_the_known_ones(name: str):
    with pytest.raises(ValueError, match=r"must be one of .*256"):
        Encryption(**{name: "none"})


def test_an_unknown_vertical_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match="one of gen, hc"):
        LinkRequest("m-1", vertical="legal")  # type: ignore[arg-type]


@for_each("sub", ["", "  ", "\n", None, 7])
def test_a_meeting_without_a_name_is_refused(sub: Any):
    with pytest.raises(ValueError, match="must not be empty"):
        LinkRequest(sub)


@for_each("seconds", [0, -1, 0.5])
def test_links_that_expire_before_they_open_are_refused(seconds: float):
    with pytest.raises(ValueError, match="expire before they open"):
        LinkRequest("m-1", not_before=NOON, expires=NOON + timedelta(seconds=seconds))


def test_a_time_without_its_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        LinkRequest("m-1", expires=NOON.replace(tzinfo=None))


@for_each("device", ["", "room12", "a b@example.com", "a@b@c", "@example.com"])
def test_a_device_without_a_sip_address_is_refused(device: str):
    with pytest.raises(ValueError, match="SIP address"):
        LinkRequest("m-1", devices=(device,))


def test_a_request_does_not_print_the_name_of_its_meeting():
    assert "m-1" not in repr(LinkRequest("m-1"))


def test_short_links_lead_where_the_broker_says():
    hosts, guests = reveal(links_from(short_answer(2, 1), LinkRequest("m", hosts=2)))
    assert hosts == [f"https://instant-usgov.webex.com/visit/hostAA{n}" for n in range(2)]
    assert guests == ["https://instant-usgov.webex.com/visit/guestA0"]


def test_a_base_without_its_last_slash_still_makes_a_link():
    answer = short_answer() | {"baseUrl": "https://instant.webex.com/visit"}
    assert reveal(links_from(answer, LinkRequest("m")))[1] == [
        "https://instant.webex.com/visit/guestA0"
    ]


@for_each(("login", "path"), [(True, "login"), (False, "talk")])
@for_each("vertical", ["gen", "hc"])
def test_long_links_carry_the_cipher(login: bool, path: str, vertical: Any):
    request = LinkRequest("m", short=False, login_for_host=login, vertical=vertical)
    (host,), (guest,) = reveal(links_from(short_answer(), request))
    start = f"https://instant.webex.com/{vertical}/v1"
    assert host == f"{start}/{path}?int=jose&v=1&data=h.0"
    assert guest == f"{start}/talk?int=jose&v=1&data=g.0"


def test_a_cipher_comes_out_of_a_long_link_as_it_went_in():
    answer = {"host": [{"cipher": "a+b/c=&d#e"}], "guest": []}
    request = LinkRequest("m", guests=0, short=False)
    (host,), _ = reveal(links_from(answer, request, "https://instant-usgov.webex.com/"))
    assert parse_qs(urlsplit(host).query)["data"] == ["a+b/c=&d#e"]
    assert host.startswith("https://instant-usgov.webex.com/gen/v1/login?")


@for_each("short", [True, False])
def test_the_old_api_answers_with_bare_ciphers_which_make_long_links(short: bool):
    links = links_from({"host": ["aa.bb"], "guest": ["cc.dd"]}, LinkRequest("m", short=short))
    assert reveal(links)[1] == ["https://instant.webex.com/gen/v1/talk?int=jose&v=1&data=cc.dd"]


def test_long_links_have_the_recorded_forms():
    forms = recorded("link_forms.json")
    (host,), (guest,) = reveal(links_from(short_answer(), LinkRequest("m", short=False)))
    assert host.removesuffix("h.0") in forms["host_long"]
    assert guest.removesuffix("g.0") in forms["guest_long"]


def test_recorded_answers_are_understood():
    for sample in recorded("responses.json"):
        body = sample["body"]
        if "host" not in body:
            continue
        short = "baseUrl" in body
        request = LinkRequest("m", hosts=len(body["host"]), guests=len(body["guest"]), short=short)
        hosts, guests = reveal(links_from(body, request))
        assert all(url.startswith("https://instant") for url in hosts + guests)


def test_an_answer_with_more_links_than_asked_gives_what_was_asked():
    links = links_from(short_answer(3, 3), LinkRequest("m"))
    assert (len(links.hosts), len(links.guests)) == (1, 1)


def test_kinds_of_links_that_were_not_requested_may_be_missing():
    answer = short_answer()
    del answer["host"]
    assert links_from(answer, LinkRequest("m", hosts=0)).hosts == ()


@for_each(
    "answer",
    [
        None,
        [],
        "ok",
        {},
        short_answer(guests=0),
        short_answer() | {"guest": {}},
        short_answer() | {"guest": [None]},
        short_answer() | {"guest": [{"short": ""}]},
        short_answer() | {"guest": [{"cipher": "secret"}]},
        short_answer() | {"guest": [{"short": "a/../b"}]},
        short_answer() | {"guest": [""]},
        short_answer() | {"guest": ["a b"]},
        short_answer() | {"guest": ["\ud800"]},
        short_answer() | {"baseUrl": None},
        short_answer() | {"baseUrl": ""},
        short_answer() | {"baseUrl": "http://instant.webex.com/visit/"},
        short_answer() | {"baseUrl": "javascript:alert(1)//"},
        short_answer() | {"baseUrl": "https://user@evil.example/"},
        short_answer() | {"baseUrl": "https://[::1/"},
        short_answer() | {"baseUrl": "https:///visit/"},
        short_answer() | {"baseUrl": "https://x.example/) [y](https://z.example/"},
    ],
)
def test_another_answer_is_unintelligible(answer: object):
    with pytest.raises(Unintelligible):
        links_from(answer, LinkRequest("m"))


@for_each(
    "base",
    ["https://x.example", "http://127.0.0.1:8080/visit/", "http://[::1]:1/", "http://localhost"],
)
def test_tls_and_loopback_are_trusted(base: str):
    assert is_trustworthy(base)


@for_each(
    "base",
    [
        "http://x.example",
        "ftp://127.0.0.1",
        "https://",
        "https://x:99999",
        "https://x\n",
        "x",
        "",
        "https://a..b",
    ],
)
def test_any_other_base_is_not(base: str):
    assert not is_trustworthy(base)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("https://a.b/"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["host", "guest", "baseUrl", "cipher", "short", "x"]), inner
        )
    ),
)


@given(
    json_values | st.fixed_dictionaries({"host": json_values, "guest": json_values}), st.booleans()
)
def test_any_json_gives_links_or_the_one_error(answer: object, short: bool):
    with suppress(Unintelligible):
        links = links_from(answer, LinkRequest("m", short=short))
        assert (len(links.hosts), len(links.guests)) == (1, 1)
        assert "a.b" not in repr(links)


@given(st.text(st.characters(codec="ascii", exclude_categories=["C", "Z"]), min_size=12))
def test_an_error_never_holds_a_cipher(cipher: str):
    entry = {"cipher": cipher}
    with pytest.raises(Unintelligible) as caught:
        links_from({"host": [entry], "guest": [entry, "x"]}, LinkRequest("m", guests=3))
    assert cipher not in f"{caught.value!r} {caught.value} {caught.value.record()}"
