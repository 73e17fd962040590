"""What the API refuses, and how."""

from __future__ import annotations

import pytest
import requests

from bot.sandbox.webex import ids
from tests.sandbox.test_webex_api import CARD, ask

SOMEBODY = "erin@example.com"


def post(webex, **sent):
    return ask(webex, "POST", "/messages", json={"toPersonEmail": SOMEBODY, **sent})


def explained(answer: requests.Response) -> int:
    body = answer.json()
    assert set(body) == {"message", "errors", "trackingId"}
    assert body["errors"] == [{"description": body["message"]}]
    assert answer.headers["trackingid"] == body["trackingId"]
    return answer.status_code


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer wrong", "sandbox-token-bot"])
def test_a_wrong_token_is_refused(webex, header):
    headers = {"Authorization": header}
    answer = requests.get(f"{webex.url}/v1/people/me", headers=headers, timeout=5)
    assert explained(answer) == 401


def test_every_answer_carries_a_tracking_id(webex):
    assert ask(webex, "GET", "/people/me").headers["trackingid"]


def test_what_is_not_there_is_404_and_a_wrong_method_405(webex):
    assert explained(ask(webex, "GET", "/nowhere")) == 404
    wrong = ask(webex, "DELETE", "/rooms")
    assert explained(wrong) == 405
    assert wrong.headers["Allow"] == "GET, HEAD, OPTIONS, POST"


OF_A_ROOM = "Y2lzY29zcGFyazovL3VzL1JPT00vMDM2ODRjMjItMmY4NS00NzZmLTgyYzktNDM1YWRlM2VmNDg2"


@pytest.mark.parametrize(
    "path",
    [
        "/people/x",
        "/messages/%ff",
        f"/messages/{OF_A_ROOM}",
        "/rooms/a%20b",
        "/memberships/..",
        "/webhooks/é",
        "/attachment/actions/x",
        "/messages?roomId=x",
        "/messages",
        "/memberships?personEmail=a@x.com",
        "/rooms?type=odd",
        "/rooms?max=0",
        "/rooms?max=99999999999999999999",
        "/people?email=a@x.com&cursor=-1",
        "/messages/direct",
    ],
)
def test_a_question_that_makes_no_sense_is_400(webex, path):
    assert explained(ask(webex, "GET", path)) in (400, 404)


def test_an_id_of_the_right_kind_that_nobody_has_is_404(webex):
    for path, kind in [("people", "PEOPLE"), ("messages", "MESSAGE"), ("rooms", "ROOM")]:
        assert explained(ask(webex, "GET", f"/{path}/{ids.fresh(kind)}")) == 404


def test_an_id_with_a_path_in_it_reaches_nobody_else(webex):
    assert explained(ask(webex, "GET", "/messages/a%2F..%2F..%2Fpeople%2Fme")) == 400


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"\xff"])
def test_a_body_that_is_no_json_object_is_400(webex, body):
    token = {"Authorization": "Bearer sandbox-token-bot", "Content-Type": "application/json"}
    answer = requests.post(f"{webex.url}/v1/messages", data=body, headers=token, timeout=5)
    assert explained(answer) == 400


def test_half_a_character_is_400(webex):
    assert explained(ask(webex, "POST", "/rooms", json={"title": "\ud800"})) == 400


def test_another_content_type_is_415(webex):
    assert explained(ask(webex, "POST", "/messages", data="text=x")) == 415


@pytest.mark.parametrize("field", ["text", "markdown"])
def test_words_may_have_7439_bytes_and_no_more(webex, field):
    assert post(webex, **{field: "é" * 3719 + "x"}).status_code == 200
    assert explained(post(webex, **{field: "é" * 3720})) == 400


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": ""},
        {"text": 7},
        {"text": "\ud800"},
        {"text": "x", "parentId": "x"},
        {"text": "x", "attachments": "card"},
        {"text": "x", "attachments": ["card"]},
        {"text": "x", "attachments": [CARD, CARD]},
        {"text": "x", "attachments": [{**CARD, "contentType": "text/html"}]},
        {"text": "x", "attachments": [{**CARD, "content": []}]},
        {"text": "x", "attachments": [{**CARD, "content": {"type": "AdaptiveCard"}}]},
        {"text": "x", "files": ["http://127.0.0.1:9/x"]},
        {"text": "x", "files": ["http://files.example.com/x"]},
        {"text": "x", "files": [7]},
    ],
)
def test_a_message_that_webex_does_not_take_is_400(webex, sent):
    assert explained(post(webex, **sent)) == 400


@pytest.mark.parametrize(("version", "status"), [("1.3", 200), ("1.4", 400)])
def test_cards_go_up_to_version_1_3(webex, version, status):
    card = {**CARD, "content": {**CARD["content"], "version": version}}
    assert post(webex, text="x", attachments=[card]).status_code == status


def test_a_card_may_have_80_kilobytes_and_no_more(webex):
    def card(size: int):
        return {**CARD, "content": {**CARD["content"], "fallbackText": "x" * size}}

    assert post(webex, text="x", attachments=[card(79_000)]).status_code == 200
    assert explained(post(webex, text="x", attachments=[card(80_000)])) == 400


@pytest.mark.parametrize("address", ["", "alice", "@x.com", "a@", "a b@x.com", "a@b@c"])
def test_a_message_to_no_address_is_400(webex, address):
    assert explained(post(webex, toPersonEmail=address, text="x")) == 400


@pytest.mark.parametrize(
    "wrong",
    [
        {"resource": "nothing"},
        {"event": "exploded"},
        {"resource": "attachmentActions", "event": "deleted"},
        {"targetUrl": "ftp://x"},
        {"targetUrl": "http://[::1"},
        {"targetUrl": "http://127.0.0.1/\n"},
        {"name": " "},
        {"filter": "nonsense"},
    ],
)
def test_a_webhook_that_cannot_be_is_400(webex, wrong):
    right = {
        "name": "n",
        "targetUrl": "http://127.0.0.1:9/x",
        "resource": "messages",
        "event": "created",
    }
    assert explained(ask(webex, "POST", "/webhooks", json={**right, **wrong})) == 400


def test_a_webhook_cannot_be_switched_off(webex, bot):
    hook = bot.webhooks.create("n", "http://127.0.0.1:9/x", "messages", "created")
    change = {"name": "n", "targetUrl": hook.targetUrl, "status": "inactive"}
    assert explained(ask(webex, "PUT", f"/webhooks/{hook.id}", json=change)) == 400


def test_two_files_in_one_message_are_400(webex):
    parts = [("files", ("a.txt", b"a")), ("files", ("b.txt", b"b"))]
    sent = {"toPersonEmail": SOMEBODY}
    assert explained(ask(webex, "POST", "/messages", data=sent, files=parts)) == 400
