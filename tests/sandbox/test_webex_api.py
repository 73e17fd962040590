"""The real SDK against the sandbox, over HTTP."""

from __future__ import annotations

import pytest
import requests
from webexpythonsdk import ApiError

from bot.sandbox.webex.model import Draft
from bot.sandbox.webex.rest import answer_shapes
from tests.sandbox import described

CARD = {
    "contentType": "application/vnd.microsoft.card.adaptive",
    "content": {"type": "AdaptiveCard", "version": "1.3", "body": []},
}


def ask(webex, method: str, path: str, name: str = "bot", **options):
    headers = {"Authorization": f"Bearer sandbox-token-{name}"}
    return requests.request(
        method,
        f"{webex.url}/v1{path}",
        headers=headers,
        timeout=5,
        allow_redirects=False,
        **options,
    )


def room_id(api, title: str) -> str:
    return next(room.id for room in api.rooms.list() if room.title == title)


def mention(bot) -> str:
    return f"<@personId:{bot.people.me().id}|whatever>"


def refusal(call, *arguments, **options) -> tuple[int, str]:
    with pytest.raises(ApiError) as caught:
        call(*arguments, **options)
    return caught.value.status_code, caught.value.message


def test_a_bot_learns_who_it_is(bot):
    me = bot.people.me()
    assert (me.displayName, me.emails, me.type) == ("Connect Bot", ["connect@webex.bot"], "bot")


def test_people_are_found_by_address_by_name_and_by_id(bot, world):
    erin = world.named("Erin Expert")
    assert [one.id for one in bot.people.list(email="ERIN@example.com")] == [erin.id]
    assert [one.id for one in bot.people.list(displayName="erin")] == [erin.id]
    assert [one.id for one in bot.people.list(id=erin.id)] == [erin.id]
    assert bot.people.get(erin.id).displayName == "Erin Expert"


def test_people_who_were_only_invited_are_not_listed(bot):
    bot.messages.create(toPersonEmail="new@y.com", text="hello")
    assert list(bot.people.list(email="new@y.com")) == []


def test_people_are_not_listed_without_a_question(bot):
    assert refusal(lambda: list(bot.people.list()))[0] == 400


def test_a_mention_in_a_group_is_read_by_the_bot_with_its_html(bot, erin):
    said = erin.messages.create(room_id(erin, "Support"), markdown=f"{mention(bot)} meet **now**")
    read = bot.messages.get(said.id)
    me = bot.people.me().id
    assert read.text == "Connect meet now"
    assert read.mentionedPeople == [me]
    assert read.html == (
        f'<p><spark-mention data-object-type="person" data-object-id="{me}">Connect'
        "</spark-mention> meet <strong>now</strong></p>"
    )


def test_a_bot_cannot_read_what_was_not_meant_for_it(bot, erin):
    said = erin.messages.create(room_id(erin, "Support"), text="between us")
    assert refusal(bot.messages.get, said.id)[0] == 404


def test_a_bot_lists_a_group_only_with_its_mentions(bot, erin):
    support = room_id(erin, "Support")
    erin.messages.create(support, text="between us")
    meant = erin.messages.create(support, markdown=f"{mention(bot)} hi")
    assert refusal(lambda: list(bot.messages.list(support)))[0] == 403
    listed = bot.messages.list(support, mentionedPeople="me")
    assert [one.id for one in listed] == [meant.id]


def test_a_person_lists_everything_newest_first(erin):
    support = room_id(erin, "Support")
    said = [erin.messages.create(support, text=str(number)).id for number in range(3)]
    assert [one.id for one in erin.messages.list(support)] == said[::-1]


def test_messages_come_in_pages(erin):
    support = room_id(erin, "Support")
    said = [erin.messages.create(support, text=str(number)).id for number in range(5)]
    assert [one.id for one in erin.messages.list(support, max=2)] == said[::-1]


def test_every_page_but_the_last_links_to_the_next(erin, webex):
    support = room_id(erin, "Support")
    for number in range(4):
        erin.messages.create(support, text=str(number))
    path = f"/messages?roomId={support}&max=2"
    first = ask(webex, "GET", path, name="erin")
    second = requests.get(first.links["next"]["url"], headers=first.request.headers, timeout=5)
    assert [one["text"] for one in first.json()["items"] + second.json()["items"]] == list("3210")
    assert "next" not in second.links


def test_rooms_come_in_pages(erin):
    made = {erin.rooms.create(f"Room {number}").id for number in range(5)}
    assert made < {room.id for room in erin.rooms.list(max=2)}


def test_messages_are_listed_before_a_message_or_a_time(erin):
    support = room_id(erin, "Support")
    said = [erin.messages.create(support, text=str(number)) for number in range(3)]
    before = erin.messages.list(support, beforeMessage=said[1].id)
    assert [one.id for one in before] == [said[0].id]
    assert list(erin.messages.list(support, before="2020-01-01T00:00:00Z")) == []


def test_a_reply_is_in_its_thread(bot, erin):
    support = room_id(erin, "Support")
    root = erin.messages.create(support, markdown=f"{mention(bot)} meet")
    reply = bot.messages.create(support, text="here", parentId=root.id)
    assert reply.parentId == root.id
    assert [one.id for one in erin.messages.list(support, parentId=root.id)] == [reply.id]
    assert refusal(bot.messages.create, support, text="x", parentId=reply.id)[0] == 400


def test_a_direct_message_opens_a_room_of_two(bot, sdk):
    sent = bot.messages.create(toPersonEmail="alice@x.com", markdown="**hello**")
    alice = sdk("alice")
    (room,) = alice.rooms.list(type="direct")
    assert (sent.roomType, room.id, room.title) == ("direct", sent.roomId, "Connect Bot")
    again = bot.messages.create(toPersonId=alice.people.me().id, text="again")
    assert again.roomId == sent.roomId
    listed = alice.messages.list_direct(personEmail="connect@webex.bot")
    assert [one.text for one in listed] == ["again", "hello"]


def test_an_address_without_an_account_is_invited(bot):
    assert bot.messages.create(toPersonEmail="new@y.com", text="hello").roomType == "direct"


def test_a_bot_cannot_write_to_itself(bot):
    status, words = refusal(bot.messages.create, toPersonEmail="connect@webex.bot", text="me")
    assert (status, words) == (400, "Failed to get one on one conversation")


def test_only_members_read_and_write_in_a_space(bot, erin):
    desk = room_id(erin, "Front desk")
    assert refusal(bot.messages.create, desk, text="x")[0] == 404
    assert refusal(bot.rooms.get, desk)[0] == 404


def test_only_moderators_post_in_an_announcement_room(bot, erin, world):
    support = world.titled("Support")
    world.change_space(support, world.named("Erin Expert"), locked=True, announcement_only=True)
    assert refusal(bot.messages.create, support.id, text="x")[0] == 403


def test_a_message_may_be_edited_ten_times(bot):
    sent = bot.messages.create(toPersonEmail="erin@example.com", text="0")
    for number in range(1, 11):
        edited = bot.messages.update(messageId=sent.id, roomId=sent.roomId, text=str(number))
        assert edited.text == str(number)
    again = {"messageId": sent.id, "roomId": sent.roomId, "text": "11"}
    assert refusal(bot.messages.update, **again)[0] == 400
    assert bot.messages.get(sent.id).json_data["updated"]


def test_a_message_with_a_card_or_a_file_is_not_edited(bot, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("hello")
    with_card = bot.messages.create(toPersonEmail="erin@example.com", text="x", attachments=[CARD])
    with_file = bot.messages.create(toPersonEmail="erin@example.com", text="x", files=[str(path)])
    for sent in (with_card, with_file):
        change = {"messageId": sent.id, "roomId": sent.roomId, "text": "y"}
        assert refusal(bot.messages.update, **change)[0] == 400


def test_only_ones_own_message_is_edited_or_deleted(bot, erin):
    sent = bot.messages.create(toPersonEmail="erin@example.com", text="x")
    change = {"messageId": sent.id, "roomId": sent.roomId, "text": "y"}
    assert refusal(erin.messages.update, **change)[0] == 403
    assert refusal(erin.messages.delete, sent.id)[0] == 403


def test_a_deleted_message_is_gone(bot):
    sent = bot.messages.create(toPersonEmail="erin@example.com", text="x")
    bot.messages.delete(sent.id)
    assert refusal(bot.messages.get, sent.id)[0] == 404


def test_a_file_goes_up_and_comes_down_to_those_who_may_see_it(bot, webex, tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"caf\xe9")
    sent = bot.messages.create(toPersonEmail="erin@example.com", text="see", files=[str(path)])
    there = sent.files[0].removeprefix(f"{webex.url}/v1")
    got = ask(webex, "GET", there, name="erin")
    assert got.content == b"caf\xe9"
    assert "note.txt" in got.headers["Content-Disposition"]
    assert ask(webex, "GET", there, name="carl").status_code == 404


def test_a_card_is_pressed_and_the_press_is_read_by_whose_card_it_is(bot, webex, sdk):
    sent = bot.messages.create(toPersonEmail="erin@example.com", text="x", attachments=[CARD])
    press = {"type": "submit", "messageId": sent.id, "inputs": {"who": "alice@x.com"}}
    made = ask(webex, "POST", "/attachment/actions", name="erin", json=press)
    assert made.status_code == 200
    read = bot.attachment_actions.get(made.json()["id"])
    assert (read.inputs["who"], read.messageId) == ("alice@x.com", sent.id)
    assert refusal(sdk("carl").attachment_actions.get, read.id)[0] == 404


def test_a_room_is_opened_renamed_and_removed(erin):
    room = erin.rooms.create("Plans")
    assert erin.rooms.update(room.id, "Better plans").title == "Better plans"
    erin.rooms.delete(room.id)
    assert refusal(erin.rooms.get, room.id)[0] == 404


def test_a_direct_room_is_neither_removed_nor_left_nor_joined(bot, erin):
    sent = bot.messages.create(toPersonEmail="erin@example.com", text="x")
    (one, other) = bot.memberships.list(roomId=sent.roomId)
    assert refusal(bot.rooms.delete, sent.roomId)[0] == 403
    assert refusal(bot.memberships.delete, one.id)[0] == 403
    assert {one.roomType, other.roomType} == {"direct"}
    bob = {"roomId": sent.roomId, "personEmail": "bob@example.com"}
    assert refusal(bot.memberships.create, **bob)[0] == 400


def test_the_bot_is_invited_and_removed(bot, erin):
    desk = room_id(erin, "Front desk")
    joined = erin.memberships.create(roomId=desk, personEmail="connect@webex.bot")
    assert desk in [room.id for room in bot.rooms.list()]
    twice = {"roomId": desk, "personEmail": "connect@webex.bot"}
    assert refusal(erin.memberships.create, **twice)[0] == 409
    assert erin.memberships.get(joined.id).personDisplayName == "Connect Bot"
    erin.memberships.delete(joined.id)
    assert desk not in [room.id for room in bot.rooms.list()]


def test_a_locked_room_is_its_moderators(erin, bot, webex):
    room = ask(webex, "POST", "/rooms", "erin", json={"title": "Board", "isLocked": True}).json()
    erin.memberships.create(roomId=room["id"], personEmail="connect@webex.bot")
    carl = {"roomId": room["id"], "personEmail": "carl@example.com"}
    assert refusal(bot.memberships.create, **carl)[0] == 403
    (mine,) = bot.memberships.list(roomId=room["id"], personEmail="connect@webex.bot")
    erin.memberships.update(mine.id, isModerator=True)
    assert bot.memberships.create(**carl).personEmail == "carl@example.com"


def test_memberships_without_a_room_are_ones_own(bot):
    me = bot.people.me().id
    assert {one.personId for one in bot.memberships.list()} == {me}


def test_webhooks_are_ones_own(bot, erin):
    asked = {"targetUrl": "http://127.0.0.1:9/x", "resource": "messages", "event": "created"}
    hook = bot.webhooks.create(name="n", filter="roomType=group", secret="s" * 32, **asked)
    assert (hook.status, hook.filter) == ("active", "roomType=group")
    renamed = bot.webhooks.update(
        hook.id, name="m", targetUrl="http://127.0.0.1:8/y", status="active", secret="t" * 32
    )
    assert (renamed.name, renamed.targetUrl) == ("m", "http://127.0.0.1:8/y")
    assert [one.id for one in bot.webhooks.list()] == [hook.id]
    assert list(erin.webhooks.list()) == []
    assert refusal(erin.webhooks.get, hook.id)[0] == 404
    bot.webhooks.delete(hook.id)
    assert refusal(bot.webhooks.get, hook.id)[0] == 404


@pytest.mark.skipif(not described.IS_HERE, reason="Cisco's description is not on this machine")
def test_the_description_would_notice_a_wrong_answer():
    wrong = described.Answered("GET", "/v1/people/me", 200, {"id": 7, "emails": "x"})
    assert len(described.problems(wrong)) == 2


@pytest.mark.skipif(not described.IS_HERE, reason="Cisco's description is not on this machine")
def test_messages_and_rooms_have_no_field_that_cisco_has_not(world):
    erin, support = world.named("Erin Expert"), world.titled("Support")
    draft = Draft(markdown="<@all> **x**", files=("a",), cards=(CARD,))
    message = answer_shapes.message_shape(world, world.post(erin, support, draft), "")
    assert set(message) <= described.fields("ListMessage")
    assert set(answer_shapes.space_shape(world, support, erin)) <= described.fields("Room")
    assert set(answer_shapes.person_shape(erin)) <= described.fields("Person")
    membership = world.memberships_in(support)[0]
    assert set(answer_shapes.membership_shape(world, membership)) <= described.fields("Membership")


@pytest.mark.skipif(not described.IS_HERE, reason="Recorded answers are not on this machine")
def test_a_message_has_the_fields_that_were_recorded(bot, erin):
    said = erin.messages.create(room_id(erin, "Support"), markdown=f"{mention(bot)} hello")
    (real,) = described.recorded("*mention_item*.json")
    ours = bot.messages.get(said.id).json_data
    assert set(ours) - {"markdown"} == set(real)  # the app, unlike the API, sends html alone
    assert {name: type(value) for name, value in ours.items() if name in real} == {
        name: type(value) for name, value in real.items()
    }
