"""Events on the WebSocket become the same notices as those of webhooks."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.core.incoming.activities import (
    Envelope,
    cluster_of,
    parse_envelope,
    parse_room_id,
    rest_id,
)
from bot.core.incoming.notices import HANDLED
from tests.rows import for_each

ERIN, BOT = "7c36daeb-ab94-5e45-be72-2c9449558e64", "4d40c986-bc53-5dee-ba10-0fdfa095e8ad"
SPACE, SAID = "8d3b1ff0-54a5-11ee-8c99-0242ac120002", "9e4c2000-54a5-11ee-8c99-0242ac120002"


def frame(verb: str = "post", **activity: Any) -> str:
    told = {
        "id": SAID,
        "verb": verb,
        "actor": {"id": "erin@example.com", "entryUUID": ERIN},
        "object": {"objectType": "comment"},
        "target": {"id": SPACE, "url": f"https://conv-a.wbx2.com/conversations/{SPACE}"},
        **activity,
    }
    data = {"eventType": "conversation.activity", "activity": told}
    return json.dumps({"id": "envelope-1", "data": data, "sequenceNumber": 7})


def test_a_post_is_the_notice_of_a_message() -> None:
    envelope = parse_envelope(frame())
    assert (envelope.id, envelope.number, envelope.ready) == ("envelope-1", 7, False)
    notice = envelope.activity.notice("us")
    assert notice.key == f"messages:created:{rest_id('us', 'MESSAGE', SAID)}"
    assert notice.room_id == rest_id("us", "ROOM", SPACE)
    assert notice.person_id == notice.actor_id == rest_id("us", "PEOPLE", ERIN)


def test_files_and_button_presses_become_notices_too() -> None:
    assert parse_envelope(frame("share")).activity.notice("us").resource == "messages"
    pressed = parse_envelope(frame("cardAction")).activity.notice("us")
    assert pressed.key == f"attachmentActions:created:{rest_id('us', 'ATTACHMENT_ACTION', SAID)}"


def test_an_invitation_names_the_person_who_was_added() -> None:
    notice = parse_envelope(frame("add", object={"id": BOT})).activity.notice("us")
    assert notice.id == rest_id("us", "MEMBERSHIP", f"{BOT}:{SPACE}")
    assert notice.person_id == rest_id("us", "PEOPLE", BOT)
    assert notice.actor_id == rest_id("us", "PEOPLE", ERIN)


def test_elsewhere_things_are_named_by_their_cluster_and_people_are_not() -> None:
    notice = parse_envelope(frame()).activity.notice("urn:TEAM:eu-central-1_k")
    assert parse_room_id(notice.room_id) == (SPACE, "urn:TEAM:eu-central-1_k")
    assert notice.person_id == rest_id("us", "PEOPLE", ERIN)


@for_each("verb", ["post", "share", "cardAction", "add"])
def test_each_notice_is_one_that_the_bot_knows(verb: str) -> None:
    notice = parse_envelope(frame(verb, object={"id": BOT})).activity.notice("us")
    assert (notice.resource, notice.event) in HANDLED


def test_an_edit_names_the_message_that_was_edited() -> None:
    told = {"parent": {"id": SAID, "type": "edit"}, "published": "2026-03-10T12:20:00.000Z"}
    notice = parse_envelope(frame("post", id=BOT, **told)).activity.notice("us")
    said = rest_id("us", "MESSAGE", SAID)
    assert notice.key == f"messages:updated:{said}:1773145200"


@for_each(
    "told",
    [
        frame("delete"),
        frame("post", parent={"id": None, "type": "edit"}),
        frame("post", id="../../people/me"),
        frame("post", target={"id": SPACE + "/.."}),
        frame("post", actor=None),
        frame("add", object=None),
        frame("post", target=None),
    ],
)
def test_an_activity_for_others_is_acknowledged_and_ignored(told: str) -> None:
    assert parse_envelope(told) == Envelope("envelope-1", 7)


@for_each("told", ['{"type": "shutdown"}', '{"type": "shutdown", "id": "e", "data": {}}'])
def test_webex_says_when_the_connection_is_about_to_end(told: str) -> None:
    assert parse_envelope(told).ending


@for_each("event", ["mercury.buffer_state", "mercury.registration_status"])
def test_webex_says_when_the_connection_is_authorized(event: str) -> None:
    assert parse_envelope(json.dumps({"id": "e", "data": {"eventType": event}})).ready


@for_each("told", ["", "{", "[]", '{"type": "pong", "id": "p"}', '{"data": {}}'])
def test_a_frame_that_is_not_an_envelope_is_ignored(told: str) -> None:
    assert parse_envelope(told) is None


FIELDS = st.sampled_from(["id", "data", "activity", "verb", "target", "eventType", "url"])
JSON = st.recursive(
    st.sampled_from([None, True, 7, "post", SAID, "conversation.activity"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(FIELDS, inner, max_size=4),
    max_leaves=8,
)


@given(JSON)
def test_whatever_comes_is_read_or_not(anything: Any) -> None:
    data = {"eventType": "conversation.activity", "activity": anything}
    for told in (anything, {"id": "e", "data": anything}, {"id": "e", "data": data}):
        parse_envelope(json.dumps(told))


@for_each(
    ("service", "cluster"),
    [
        ("urn:TEAM:us-east-2_a:conversation", "us"),
        ("urn:TEAM:us-east-1_int13:conversation", "us"),
        ("urn:TEAM:eu-central-1_k:conversation", "urn:TEAM:eu-central-1_k"),
        ("conversation", None),
        (None, None),
    ],
)
def test_a_services_cluster_is_named_as_ids_name_it(service: object, cluster: str | None) -> None:
    assert cluster_of(service) == cluster
