"""What Webex takes although its description doesn't say so."""

from __future__ import annotations

import base64

import pytest

from bot.sandbox.webex import ids
from bot.sandbox.wsgi_thread import Server
from tests.sandbox.test_webex_api import CARD, ask, mention, room_id

ERIN = "erin@example.com"


def test_a_slash_at_the_end_does_not_matter(webex, erin):
    me = erin.people.me().id
    found = ask(webex, "GET", f"/people/?id={me}&showAllTypes=false").json()["items"]
    assert [one["id"] for one in found] == [me]
    assert ask(webex, "GET", "/rooms/").status_code == 200
    sent = {"name": "n", "targetUrl": "http://127.0.0.1:9/", "resource": "all", "event": "all"}
    assert ask(webex, "POST", "/webhooks/", json=sent).status_code == 200


@pytest.mark.parametrize("yes", [True, "true"])
def test_booleans_may_be_strings(webex, yes):
    made = ask(webex, "POST", "/rooms", json={"title": "Board", "isLocked": yes}).json()
    assert made["isLocked"] is True


def test_a_form_is_taken(webex):
    sent = ask(webex, "POST", "/messages", data={"toPersonEmail": ERIN, "text": "hello"})
    assert sent.json()["text"] == "hello"


def test_a_message_says_to_whom_it_was_addressed(webex, erin):
    by_email = ask(webex, "POST", "/messages", json={"toPersonEmail": ERIN, "text": "x"}).json()
    by_id = {"toPersonId": by_email["personId"], "text": "x"}
    assert by_email["toPersonEmail"] == ERIN
    assert ask(webex, "POST", "/messages", "erin", json=by_id).json()["toPersonId"]
    assert "toPersonEmail" not in ask(webex, "GET", f"/messages/{by_email['id']}").json()


def test_a_reply_may_name_its_parent_as_the_websocket_does(webex, bot, erin):
    root = erin.messages.create(room_id(erin, "Support"), markdown=f"{mention(bot)} hi")
    sent = {"roomId": root.roomId, "parentId": ids.name_in(root.id), "text": "here"}
    assert ask(webex, "POST", "/messages", json=sent).json()["parentId"] == root.id


def test_a_reply_needs_no_room(webex, erin):
    root = erin.messages.create(room_id(erin, "Support"), text="hi")
    reply = ask(webex, "POST", "/messages", "erin", json={"parentId": root.id, "text": "x"}).json()
    assert (reply["roomId"], reply["parentId"]) == (root.roomId, root.id)


def test_padding_of_an_id_does_not_matter(webex, bot):
    sent = bot.messages.create(toPersonEmail=ERIN, text="x", attachments=[CARD])
    press = {"type": "submit", "messageId": sent.id, "inputs": {}}
    made = ask(webex, "POST", "/attachment/actions", "erin", json=press).json()
    padded = base64.urlsafe_b64encode(base64.urlsafe_b64decode(f"{made['id']}===")).decode()
    assert padded.endswith("=")
    assert ask(webex, "GET", f"/attachment/actions/{padded}").json()["id"] == made["id"]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_membership_is_changed_in_two_ways(webex, erin, method):
    (mine,) = erin.memberships.list(room_id(erin, "Support"), personEmail=ERIN)
    changed = ask(webex, method, f"/memberships/{mine.id}", "erin", json={"isModerator": "true"})
    assert changed.json()["isModerator"] is True


def test_a_webhook_keeps_what_an_update_leaves_out(webex, bot):
    hook = bot.webhooks.create("n", "http://127.0.0.1:9/x", "messages", "created")
    changed = ask(webex, "PUT", f"/webhooks/{hook.id}", json={"name": "m"}).json()
    assert (changed["name"], changed["targetUrl"]) == ("m", hook.targetUrl)


def test_a_file_is_downloaded_from_this_machine(bot, webex, erin):
    def serve(_environ, start_response):
        start_response("200 OK", [("Content-Type", "image/gif; charset=x")])
        return [b"GIF89a"]

    with Server(serve) as elsewhere:
        sent = bot.messages.create(
            toPersonEmail=ERIN, text="see", files=[f"{elsewhere.url}/a%20b.gif"]
        )
    got = ask(webex, "GET", sent.files[0].removeprefix(f"{webex.url}/v1"), name="erin")
    assert (got.content, got.headers["Content-Type"]) == (b"GIF89a", "image/gif")
    assert "a b.gif" in got.headers["Content-Disposition"]


def test_the_tabs_of_a_room_are_added_changed_and_removed(erin, sdk, webex):
    support, desk = room_id(erin, "Support"), room_id(erin, "Front desk")
    tab = erin.room_tabs.create(roomId=support, contentUrl="https://x.example", displayName="Board")
    assert [one.id for one in erin.room_tabs.list(roomId=support)] == [tab.id]
    assert list(erin.room_tabs.list(roomId=desk)) == []
    changed = erin.room_tabs.update(tab.id, support, "https://y.example", "Plan")
    assert (changed.displayName, changed.contentUrl) == ("Plan", "https://y.example")
    assert ask(webex, "GET", f"/room/tabs/{tab.id}", "alice").status_code == 404
    erin.room_tabs.delete(tab.id)
    assert list(erin.room_tabs.list(roomId=support)) == []


def test_a_room_says_how_to_join_its_meeting(erin):
    info = erin.rooms.get_meeting_info(room_id(erin, "Support"))
    assert info.sipAddress == f"{info.meetingNumber}@sandbox.webex.com"
