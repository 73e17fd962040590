"""The sandbox's broker and its page: what it refuses, mints and shows."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.domain.joseencrypt import AUDIENCE
from bot.sandbox.instant_connect.broker import create_broker
from bot.sandbox.instant_connect.sealing import ENCS, JWE_ALGS, JWS_ALGS, Keys, NotOurs, Seal
from bot.sandbox.webex.faults import Html200, RateLimited
from bot.sandbox.webex.world import World, small_world
from tests.current import Current
from tests.recorded import SAMPLES, recorded

BOT = {"Authorization": "Bearer sandbox-token-bot"}
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NUMBERS = count(1)
SEAL = Seal("PBES2-HS512+A256KW", 60, 1000, "A256GCM", "HS512")
ORG = "549daacb-bfee-4919-a4e4-c0944a64de25"


class Instant:
    """The sandbox's broker as a caller and a visitor see it, at a time that the test sets."""

    def __init__(self) -> None:
        self.current = Current()
        self.closed: set[str] = set()
        app = Flask("sandbox")
        app.register_blueprint(
            create_broker(self.current, iterations=range(1000, 1001), not_activated=self.closed)
        )
        self.client: FlaskClient = app.test_client()
        self.begin()

    def begin(self) -> None:
        """Forget what was, but for links: each test has a meeting of its own."""
        self.now, self.meeting = NOON, f"meeting-{next(NUMBERS)}"
        self.world: World = small_world(lambda: self.now)
        self.current.let_in(self.world)
        self.closed.clear()

    def ask(self, version: str = "v2", jwt: Any = None, **fields: Any) -> Any:
        body = {"aud": AUDIENCE, "jwt": {"sub": self.meeting} if jwt is None else jwt} | fields
        return self.client.post(f"/api/{version}/joseencrypt", json=body, headers=BOT)

    def links(self, jwt: Any = None, **fields: Any) -> tuple[list[str], list[str]]:
        answer = self.ask(jwt=jwt, provideShortUrls=True, **fields).json
        paths = {
            role: [f"/visit/{link['short']}" for link in answer[role]] for role in ("host", "guest")
        }
        return paths["host"], paths["guest"]

    def page(self, path: str) -> tuple[int, str]:
        answer = self.client.get(path)
        words = re.sub(r"(?s)<(style|script).*?</\1>|<[^>]*>", " ", answer.text)
        return answer.status_code, " ".join(words.split())


@pytest.fixture(scope="module")
def broker() -> Instant:
    return Instant()


@pytest.fixture
def instant(broker: Instant) -> Instant:
    broker.begin()
    return broker


def header_of(cipher: str) -> dict[str, Any]:
    encoded = cipher.split(".", maxsplit=1)[0]
    return json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))


def test_the_smallest_body_gives_a_host_and_a_guest_cipher(instant: Instant):
    answer = instant.ask()
    assert answer.status_code == 200
    assert {role: [*links[0]] for role, links in answer.json.items()} == {
        "host": ["cipher"],
        "guest": ["cipher"],
    }


def test_short_codes_have_seven_characters_and_a_base(instant: Instant):
    answer = instant.ask(provideShortUrls=True, numGuest=3).json
    assert answer["baseUrl"] == "http://localhost/visit/"
    assert all(re.fullmatch(r"[A-Za-z0-9]{7}", link["short"]) for link in answer["guest"])
    assert len({link["short"] for link in answer["guest"]}) == 3


def test_the_first_version_of_the_api_answers_with_bare_ciphers(instant: Instant):
    (host,) = instant.ask("v1").json["host"]
    assert header_of(host)["cty"] == "JWT"


def test_recorded_requests_are_served(instant: Instant):
    for sample in recorded("requests.json"):
        body = sample["body"] | {"aud": AUDIENCE}
        answer = instant.client.post("/api/v2/joseencrypt", json=body, headers=BOT)
        assert answer.status_code == 200, sample["source"]
        assert len(answer.json["guest"]) == int(body.get("numGuest", 1))


def test_answers_have_the_fields_of_the_recorded_ones(instant: Instant):
    answers = [each["body"] for each in recorded("responses.json") if "host" in each["body"]]
    assert answers
    for theirs in answers:
        version = "v1" if isinstance(theirs["host"][0], str) else "v2"
        ours = instant.ask(version, provideShortUrls="baseUrl" in theirs).json
        assert ours.keys() == theirs.keys()
        for role in ("host", "guest"):
            link, real = ours[role][0], theirs[role][0]
            assert link.keys() == real.keys() if version == "v2" else isinstance(link, str)


def test_links_of_every_recorded_form_open(instant: Instant):
    forms, (answer,) = recorded("link_forms.json"), [instant.ask(provideShortUrls=True).json]
    for role in ("host", "guest"):
        for form in forms[f"{role}_long"]:
            path = form.removeprefix("https://instant.webex.com")
            assert instant.page(path + answer[role][0]["cipher"])[0] == 200, form
        assert instant.page(f"/visit/{answer[role][0]['short']}")[0] == 200


def test_a_cipher_has_the_shape_of_the_recorded_ones(instant: Instant):
    ours = instant.ask().json["guest"][0]["cipher"]
    files = sorted(SAMPLES.glob("*.jwe"))
    for theirs in [
        *(each["cipher"] for each in recorded("real_ciphers.json")),
        *(each.read_text().strip() for each in files),
    ]:
        assert [*header_of(ours)] == [*header_of(theirs)]
        same = ("aud", "cty", "enc", "alg")
        assert [header_of(ours)[name] for name in same] == [
            header_of(theirs)[name] for name in same
        ]
        assert [len(part) for part in ours.split(".")][1:3] == [
            len(part) for part in theirs.split(".")
        ][1:3]
        assert re.fullmatch(r"[0-9a-f-]{36}", header_of(ours)["iss"])


@pytest.mark.parametrize("alg", JWE_ALGS)
@pytest.mark.parametrize("enc", ENCS)
@pytest.mark.parametrize("signature", JWS_ALGS)
def test_a_link_opens_under_every_choice_of_encryption(
    instant: Instant, alg: str, enc: str, signature: str
):
    answer = instant.ask(jweAlg=alg, enc=enc, jwsAlg=signature, numHost=0).json
    cipher = answer["guest"][0]["cipher"]
    assert (header_of(cipher)["alg"], header_of(cipher)["enc"]) == (alg, enc)
    assert instant.page(f"/gen/v1/talk?int=jose&v=1&data={cipher}")[0] == 200


@pytest.mark.parametrize(("salt", "count"), [(8, 1000), (128, 32767), ("64", "2000")])
def test_salt_and_iterations_are_what_was_asked(instant: Instant, salt: Any, count: Any):
    answer = instant.ask(saltLength=salt, iterations=count, numHost=0).json
    header = header_of(answer["guest"][0]["cipher"])
    assert len(base64.urlsafe_b64decode(header["p2s"] + "==")) == int(salt)
    assert header["p2c"] == int(count)


def test_what_is_sealed_comes_out_again():
    keys = Keys()
    claims = {"sub": "m-1", "role": "host"}
    assert keys.opened(keys.sealed(claims, ORG, SEAL)) == claims


def test_the_keys_of_another_broker_open_nothing():
    with pytest.raises(NotOurs):
        Keys().opened(Keys().sealed({"sub": "m-1"}, ORG, SEAL))


def forged(header: object) -> str:
    encoded = base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")
    lengths = (40, 12, 9, 16)  # of key, nonce, content and tag
    parts = (base64.urlsafe_b64encode(b"x" * n).decode().rstrip("=") for n in lengths)
    return ".".join((encoded, *parts))


@pytest.mark.parametrize(
    "cipher",
    [
        "",
        "a.b.c.d.e",
        "....",
        "a" * 20_000,
        forged([]),
        forged({}),
        forged({"p2c": 1, "p2s": "YQ", "alg": JWE_ALGS[0], "enc": "A256GCM"}),
        forged({"p2c": 999_999_999, "p2s": "YQ", "alg": JWE_ALGS[0], "enc": "A256GCM"}),
        forged({"p2c": 1000, "p2s": 7, "alg": JWE_ALGS[0], "enc": "A256GCM"}),
        forged({"p2c": 1000, "p2s": "YQ", "alg": "dir", "enc": "A256GCM"}),
        forged({"p2c": 1000, "p2s": "YQ", "alg": JWE_ALGS[0], "enc": ["A256GCM"]}),
        forged({"p2c": 1000, "p2s": "Y", "alg": JWE_ALGS[0], "enc": "A128CBC-HS256"}),
    ],
)
def test_a_forged_cipher_is_no_link(instant: Instant, cipher: str):
    status, words = instant.page(f"/gen/v1/talk?data={cipher}")
    assert (status, "isn’t a meeting link" in words) == (404, True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, 600), st.sampled_from("Az0_-."))
def test_a_cipher_changed_anywhere_is_no_link(at: int, other: str):
    keys = Keys()
    cipher = keys.sealed({"sub": "m-1"}, ORG, SEAL)
    at %= len(cipher)
    changed = cipher[:at] + other + cipher[at + 1 :]
    try:
        claims = keys.opened(changed)
    except NotOurs:
        return
    # The last character of a part has bits that mean nothing; such a cipher is still the same.
    assert claims == {"sub": "m-1"}


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"aud": "another"}, "aud"),
        ({"jwt": []}, "jwt must be"),
        ({"jwt": {}}, "jwt.sub"),
        ({"jwt": {"sub": " "}}, "jwt.sub"),
        ({"jwt": {"sub": 7}}, "jwt.sub"),
        ({"jwt": {"sub": "m", "exp": "soon"}}, "exp"),
        ({"jwt": {"sub": "m", "exp": 1_795_435_200_000}}, "exp"),
        ({"jwt": {"sub": "m", "nbf": -1}}, "nbf"),
        ({"jwt": {"sub": "m", "nbf": 20, "exp": 10}}, "nbf must not be later"),
        ({"jwt": {"sub": "m", "flow": {"id": "other", "data": []}}}, "sip-no-knock"),
        ({"jwt": {"sub": "m", "flow": {"id": "sip-no-knock"}}}, "sip-no-knock"),
        ({"jwt": {"sub": "m", "flow": {"id": "sip-no-knock", "data": [1]}}}, "uri"),
        ({"jwt": {"sub": "m", "flow": {"id": "sip-no-knock", "data": [{"uri": "\ud800"}]}}}, "uri"),
        ({"numHost": -1}, "numHost"),
        ({"numHost": 26}, "numHost"),
        ({"numGuest": 26}, "numGuest"),
        ({"numGuest": 25}, "together must not exceed 25"),
        ({"numGuest": "many"}, "numGuest"),
        ({"numGuest": True}, "numGuest"),
        ({"numGuest": 1.5}, "numGuest"),
        ({"provideShortUrls": "yes"}, "provideShortUrls"),
        ({"loginUrlForHost": 1}, "loginUrlForHost"),
        ({"verticalType": "legal"}, "verticalType"),
        ({"jweAlg": "RSA1_5"}, "jweAlg"),
        ({"enc": ["A256GCM"]}, "enc"),
        ({"jwsAlg": "none"}, "jwsAlg"),
        ({"saltLength": 7}, "saltLength"),
        ({"saltLength": 129}, "saltLength"),
        ({"iterations": 999}, "iterations"),
        ({"iterations": 32768}, "iterations"),
    ],
)
def test_what_is_out_of_bounds_is_refused_as_webex_refuses(
    instant: Instant, fields: dict[str, Any], complaint: str
):
    answer = instant.ask(**fields)
    assert answer.status_code == 400
    assert complaint in answer.json["message"]
    assert answer.json["errors"] == [{"description": answer.json["message"]}]
    assert answer.headers["trackingid"] == answer.json["trackingId"]


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[" * 100_000, b"[]", b"null"])
def test_a_body_that_is_no_json_object_is_refused(instant: Instant, raw: bytes):
    assert instant.client.post("/api/v2/joseencrypt", data=raw, headers=BOT).status_code == 400


@pytest.mark.parametrize(("hosts", "guests"), [(0, 25), (25, 0), (1, 24), (0, 0)])
def test_up_to_twenty_five_links_are_made_in_one_call(instant: Instant, hosts: int, guests: int):
    answer = instant.ask(numHost=hosts, numGuest=guests).json
    assert (len(answer["host"]), len(answer["guest"])) == (hosts, guests)


def test_an_unknown_token_is_refused(instant: Instant):
    answer = instant.client.post("/api/v2/joseencrypt", headers={"Authorization": "Bearer x"})
    assert (answer.status_code, "trackingId" in answer.json) == (401, True)


@pytest.mark.parametrize(("path", "status"), [("/api/v3/joseencrypt", 404), ("/api/v2/x", 404)])
def test_another_path_is_not_there(instant: Instant, path: str, status: int):
    assert instant.client.post(path, headers=BOT).status_code == status


def test_an_organization_that_is_not_activated_is_refused_until_it_is(instant: Instant):
    instant.closed.add(instant.world.named("Connect Bot").org_id)
    assert instant.ask().status_code == 403
    instant.closed.clear()
    assert instant.ask().status_code == 200


def test_faults_reach_the_broker(instant: Instant):
    instant.world.faults = [RateLimited(retry_after=7, path="joseencrypt"), Html200()]
    limited = instant.ask()
    assert (limited.status_code, limited.headers["Retry-After"]) == (429, "7")
    assert instant.ask().mimetype == "text/html"
    assert instant.ask().status_code == 200


def test_a_guest_sees_the_meeting_and_until_when_the_link_works(instant: Instant):
    _, (guest,) = instant.links()
    status, words = instant.page(guest)
    assert status == 200
    assert "You’re in" in words
    assert "This link works until Monday 23 November 2026, 12:15 UTC" in words
    assert "Your host isn’t here yet." in words
    assert instant.meeting not in words


def test_the_same_sub_is_the_same_meeting_and_another_is_another(instant: Instant):
    def name_of(sub: str) -> str:
        words = instant.page(instant.links({"sub": sub})[1][0])[1]
        return re.search(r"Meeting number (\d{3} \d{3} \d{3})", words)[1]  # type: ignore[index]

    assert name_of("m-1") == name_of("m-1") != name_of("m-2")


def test_visitors_of_one_meeting_see_each_other_come(instant: Instant):
    (host,), guests = instant.links(numGuest=2)
    assert "You’re the first" in instant.page(guests[0])[1]
    instant.page(guests[0])
    words = instant.page(host)[1]
    assert "1 other link to this meeting has been opened." in words
    assert "Guest 1 since 12:00 UTC" in words
    words = instant.page(guests[1])[1]
    assert "You Guest 2" in words
    assert "Your host is here." in words


def test_the_host_sees_the_devices_and_whether_a_login_is_offered(instant: Instant):
    flow = {"id": "sip-no-knock", "data": [{"uri": "room12@example.com"}, {"uri": "<b>@x.y"}]}
    (host,), _ = instant.links({"sub": "m", "flow": flow}, verticalType="hc", loginUrlForHost=False)
    words = instant.page(host)[1]
    assert "Dialled when the host joins room12@example.com &lt;b&gt;@x.y" in words
    assert "Kind of meeting Healthcare" in words
    assert "Host sign-in Not offered" in words


def test_a_link_opens_at_its_first_second_and_not_before(instant: Instant):
    opens = NOON + timedelta(hours=1)
    times = {"nbf": int(opens.timestamp()), "exp": int(opens.timestamp()) + 60}
    _, (guest,) = instant.links({"sub": "m", **times})
    instant.now = opens - timedelta(seconds=1)
    status, words = instant.page(guest)
    assert status == 403
    assert "isn’t open yet You can join from Monday 23 November 2026, 13:00 UTC" in words
    instant.now = opens
    assert instant.page(guest)[0] == 200


@pytest.mark.parametrize(("role", "advice"), [(0, "Ask the bot for"), (1, "Ask your host for")])
def test_a_visitor_is_told_when_the_link_has_expired_and_whom_to_ask(
    instant: Instant, role: int, advice: str
):
    (link,) = instant.links()[role]
    instant.now = NOON + timedelta(minutes=15)
    status, words = instant.page(link)
    assert status == 410
    assert "This link has expired It worked until Monday 23 November 2026, 12:15 UTC" in words
    assert f"{advice} a fresh link" in words


def test_a_meeting_closed_by_zero_times_has_expired(instant: Instant):
    _, (guest,) = instant.links({"sub": "m", "nbf": 0, "exp": 0})
    assert instant.page(guest)[0] == 410


def test_an_unknown_short_code_is_no_link(instant: Instant):
    assert instant.page("/visit/AAAAAAA")[0] == 404


def test_the_page_loads_nothing_and_leaks_nothing(instant: Instant):
    _, (guest,) = instant.links()
    answer = instant.client.get(guest)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r"(src|href)=|https?://", answer.text)
    assert guest.removeprefix("/visit/") not in answer.text


def test_links_are_not_remembered_among_the_calls(instant: Instant):
    _, (guest,) = instant.links()
    instant.page(guest)
    assert [call.path for call in instant.world.calls] == ["/api/v2/joseencrypt"]
