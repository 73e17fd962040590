"""Webhook deliveries signed by Webex, by somebody else, or not at all."""

from __future__ import annotations

import hashlib
import hmac
import json

import pytest

from bot.core.domain.errors import NoticeRefused
from bot.core.incoming.notices import MAX_BODY_BYTES, Notice
from tests.rows import for_each

SECRET = "the secret of the webhooks"
ME = "Y2lzY29zcGFyazovL3VzL1BFT1BMRS9ib3Q"
ENVELOPE = {
    "id": "webhook",
    "resource": "messages",
    "event": "created",
    "actorId": "erin",
    "data": {"id": "message", "roomId": "room", "personId": "erin"},
}
BODY = json.dumps(ENVELOPE).encode()


def sign(body: bytes, kind: str = "sha1", secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), body, getattr(hashlib, kind)).hexdigest()


def newer(body: bytes = BODY) -> str:
    return f"SHA-256={sign(body, 'sha256')}, SHA-512={sign(body, 'sha512')}"


def take(body: bytes = BODY, **headers: str) -> Notice:
    named = {"Content-Type": "application/json"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    return Notice.from_http(named.items(), body, SECRET)


def take_signed(body: bytes) -> Notice:
    return take(body, X_Webex_Signature=newer(body))


def refusal(body: bytes = BODY, **headers: str) -> int:
    with pytest.raises(NoticeRefused) as refused:
        take(body, **headers)
    return refused.value.status


@for_each(
    "headers",
    [
        {"X_Spark_Signature": sign(BODY)},
        {"x_spark_signature": sign(BODY).upper()},
        {"X_Webex_Signature": newer()},
        {"X_WEBEX_SIGNATURE": newer().upper()},
        {"X_Webex_Signature": f"SHA-256={sign(BODY, 'sha256')}"},
        {"X_Webex_Signature": ", ".join(reversed(newer().split(", ")))},
        {"X_Webex_Signature": f" sha512 = {sign(BODY, 'sha512')} "},
        {"X_Webex_Signature": f"SHA-256=00, SHA-512={sign(BODY, 'sha512')}"},
        {"X_Webex_Signature": newer(), "X_Spark_Signature": "forged"},
    ],
)
def test_a_notice_signed_by_webex_is_accepted(headers: dict[str, str]):
    notice = take(**headers)
    assert (notice.resource, notice.event, notice.id) == ("messages", "created", "message")
    assert (notice.actor_id, notice.person_id, notice.room_id) == ("erin", "erin", "room")


@for_each(
    "headers",
    [
        {},
        {"X_Spark_Signature": ""},
        {"X_Spark_Signature": "0" * 40},
        {"X_Spark_Signature": sign(BODY, secret="another secret")},
        {"X_Spark_Signature": sign(BODY, "sha256")},
        {"X_Spark_Signature": "ünlesbar"},
        {"X_Webex_Signature": ""},
        {"X_Webex_Signature": "SHA-512"},
        {"X_Webex_Signature": f"MD5={sign(BODY, 'md5')}"},
        {"X_Webex_Signature": f"SHA-1={sign(BODY)}"},
        {"X_Webex_Signature": f"SHA-512={sign(BODY, 'sha256')}"},
        {"X_Webex_Signature": f"SHA-256={sign(BODY, 'sha256')}, SHA-512=00"},
    ],
)
def test_a_notice_that_webex_did_not_sign_is_refused(headers: dict[str, str]):
    assert refusal(**headers) == 401


@for_each("claimed", ["SHA-512=00", "", "MD5=00"])
def test_a_good_weak_signature_does_not_rescue_a_bad_strong_one(claimed: str):
    assert refusal(X_Webex_Signature=claimed, X_Spark_Signature=sign(BODY)) == 401


def test_the_weak_signature_can_be_switched_off():
    headers = {"Content-Type": "application/json", "X-Spark-Signature": sign(BODY)}
    with pytest.raises(NoticeRefused) as refused:
        Notice.from_http(headers.items(), BODY, SECRET, require_sha2=True)
    assert refused.value.status == 401


def test_without_a_secret_nothing_is_accepted():
    headers = {"Content-Type": "application/json", "X-Spark-Signature": sign(BODY, secret="")}
    with pytest.raises(NoticeRefused) as refused:
        Notice.from_http(headers.items(), BODY, "")
    assert refused.value.status == 401


def test_the_signature_is_of_the_bytes_that_came():
    spaced = json.dumps(ENVELOPE, indent=3).replace("erin", "\\u0065rin").encode()
    reordered = json.dumps(dict(reversed(ENVELOPE.items()))).encode()
    for body in (spaced, reordered):
        assert take_signed(body).actor_id == "erin"
        assert refusal(body, X_Webex_Signature=newer(BODY)) == 401


def test_the_signature_is_looked_at_before_the_body():
    assert refusal(b"not JSON", X_Webex_Signature=newer(BODY)) == 401


@for_each(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"not JSON",
        b"[1, 2]",
        b'"text"',
        b"null",
        b"1" * 5000,
        b"[" * 30_000,
        b'{"data":' * 5_000 + b"1" + b"}" * 5_000,
        b"{}",
        b'{"data": []}',
        b'{"data": {}}',
        b'{"resource": "messages", "event": "created", "data": {}}',
    ],
)
def test_a_body_that_is_not_a_notice_is_refused(body: bytes):
    assert refusal(body, X_Webex_Signature=newer(body)) == 400


@for_each(
    "hostile",
    ["a/../../people/me", "", "a b", "a\n", "é", "x" * 401, "\ud800", "a?b", "..", None, 1, ["a"]],
)
def test_a_hostile_id_gets_no_further(hostile: object):
    body = json.dumps(ENVELOPE | {"data": {"id": hostile}}).encode()
    assert refusal(body, X_Webex_Signature=newer(body)) == 400


@for_each("where", ["personId", "roomId"])
def test_a_hostile_id_gets_no_further_wherever_it_stands(where: str):
    body = json.dumps(ENVELOPE | {"data": {"id": "a", where: "a/../b"}}).encode()
    assert refusal(body, X_Webex_Signature=newer(body)) == 400


@for_each(("name", "value"), [("resource", "../x"), ("event", 7), ("event", None)])
def test_a_malformed_resource_or_event_is_refused(name: str, value: object):
    body = json.dumps(ENVELOPE | {name: value}).encode()
    assert refusal(body, X_Webex_Signature=newer(body)) == 400


def test_a_body_longer_than_any_notice_is_refused_unread():
    assert refusal(b"x" * (MAX_BODY_BYTES + 1)) == 413


@for_each("kind", ["text/plain", "", "application/jsonp", "multipart/form-data"])
def test_a_body_not_declared_as_json_is_refused(kind: str):
    assert refusal(Content_Type=kind, X_Webex_Signature=newer()) == 415


def test_only_the_id_is_promised_by_webex():
    body = json.dumps({"resource": "messages", "event": "created", "data": {"id": "a"}}).encode()
    notice = take_signed(body)
    assert (notice.actor_id, notice.person_id, notice.room_id) == (None, None, None)
    assert notice.concerns(ME)


def test_a_refusal_holds_nothing_of_the_body():
    body = json.dumps({"data": {"id": "alice@x.com/../"}}).encode()
    with pytest.raises(NoticeRefused) as refused:
        take(body, X_Webex_Signature=newer(body))
    assert "alice" not in repr(refused.value) + refused.value.reason


@for_each(
    ("notice", "concerns"),
    [
        (Notice("messages", "created", "a", "erin", "erin"), True),
        (Notice("messages", "created", "a", ME, ME), False),
        (Notice("messages", "created", "a", None, ME), False),
        (Notice("messages", "deleted", "a"), False),
        (Notice("rooms", "created", "a"), False),
        (Notice("memberships", "created", "a", "erin", ME), True),
        (Notice("memberships", "created", "a", "erin", "bob"), False),
        (Notice("memberships", "created", "a", ME, ME), False),
        (Notice("memberships", "created", "a"), True),
    ],
)
def test_only_what_the_bot_has_an_answer_to_concerns_it(notice: Notice, concerns: bool):
    assert notice.concerns(ME) is concerns


def test_two_deliveries_of_one_notice_have_one_key():
    again = json.dumps(ENVELOPE | {"id": "another registration"}).encode()
    assert take_signed(BODY).key == take_signed(again).key


def test_a_notice_survives_its_record():
    notice = take_signed(BODY)
    assert Notice(**notice.record()) == notice


NEW = "the secret after a change"


@for_each("secret", [NEW, SECRET])
def test_notices_signed_with_the_previous_secret_are_accepted(secret: str):
    headers = {"Content-Type": "application/json", "X-Spark-Signature": sign(BODY, secret=secret)}
    assert Notice.from_http(headers.items(), BODY, NEW, secret_before=SECRET).id == "message"


def test_a_secret_that_was_given_up_opens_nothing():
    headers = {"Content-Type": "application/json", "X-Spark-Signature": sign(BODY)}
    for before in (None, "", "yet another"):
        with pytest.raises(NoticeRefused):
            Notice.from_http(headers.items(), BODY, NEW, secret_before=before)
