"""``/messages``.

https://developer.webex.com/docs/api/v1/messages
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from flask import Blueprint, Response, jsonify, request

from bot.sandbox.webex import ids
from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.file_download import download
from bot.sandbox.webex.model import Draft, Message, Person, Refusal, Space
from bot.sandbox.webex.rest import request_checks as given
from bot.sandbox.webex.rest.answer_shapes import Shape, message_shape
from bot.sandbox.webex.rest.item_routes import serve_items
from bot.sandbox.webex.world import World

routes = Blueprint("messages", __name__, url_prefix="/messages")
UUID = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@routes.get("")
def list_messages() -> Response:
    """Return a room's messages, newest first."""
    space = here().space(given.an_id(given.query("roomId"), "ROOM"), me())
    _check_mentions(space)
    return _page(
        space, given.number("max", 50, at_most=100 if given.query("mentionedPeople") else 1000)
    )


@routes.get("/direct")
def list_direct_messages() -> Response:
    """Return the messages of a direct room, newest first."""
    other = _addressee(given.query("personId"), given.query("personEmail"))
    space = here().direct_between(me(), other) if other else None
    if space is None:
        raise Refusal(404, "Could not find a one on one room with this person.")
    return _page(space, given.number("max", 50))


@routes.post("")
def create_message() -> Response:
    """Post a message."""
    sent = given.body()
    space = _destination(sent)
    answer = _shape(here().post(me(), space, _draft(sent, space)))
    addressed = {name: sent[name] for name in ("toPersonId", "toPersonEmail") if sent.get(name)}
    return jsonify(answer | addressed)


@routes.put("/<message_id>")
def update_message(message_id: str) -> Response:
    """Replace the text of a message of the caller's."""
    sent, message = given.body(), _message(message_id)
    if given.needed(sent, "roomId") != message.space_id:
        raise Refusal(400, "roomId is not the room of this message.")
    if not (given.text(sent, "text") or given.text(sent, "markdown")):
        raise Refusal(400, "text or markdown is required.")
    words = Draft(given.text(sent, "text"), given.text(sent, "markdown"))
    return jsonify(_shape(here().edit(message, me(), words)))


def _message(message_id: str) -> Message:
    return here().message(given.an_id(message_id, "MESSAGE"), me())


def _shape(message: Message) -> Shape:
    return message_shape(here(), message, f"{request.host_url}v1")


def _check_mentions(space: Space) -> None:
    mentioned = given.query("mentionedPeople")
    if mentioned not in ("", "me", me().id):
        raise Refusal(400, "mentionedPeople may only be me, or the ID of the current user.")
    if me().is_bot and not space.is_direct and not mentioned:
        raise Refusal(403, "A bot must pass mentionedPeople=me to list messages of a group room.")


def _page(space: Space, most: int) -> Response:
    with here().lock:
        found = list(islice(_asked_for(space), most + 1))
    following = found[most - 1].id if len(found) > most else ""
    return given.listed([_shape(message) for message in found[:most]], beforeMessage=following)


def _asked_for(space: Space) -> Iterator[Message]:
    parent_id, mentioned, before = (
        given.query("parentId"),
        given.query("mentionedPeople"),
        given.moment("before"),
    )
    for message in _since(space, given.query("beforeMessage")):
        if (
            parent_id in ("", message.parent_id)
            and (not mentioned or me().id in message.mentioned_people)
            and _is_before(message, before)
        ):
            yield message


def _since(space: Space, before_message: str) -> Iterator[Message]:
    messages = here().latest_in(space, me())
    if before_message:
        _message(before_message)
        for message in messages:
            if message.id == before_message:
                break
    return messages


def _is_before(message: Message, before: datetime | None) -> bool:
    return before is None or message.created < before


def _destination(sent: given.Body) -> Space:
    room_id = given.text(sent, "roomId")
    if room_id:
        return here().space(given.an_id(room_id, "ROOM"), me())
    to_id, to_email = given.text(sent, "toPersonId"), given.text(sent, "toPersonEmail")
    if to_email and not to_id:
        return here().direct(me(), here().person_or_invited(to_email))
    if not to_id:
        return _room_of_parent(sent)
    return here().direct(me(), here().person(given.an_id(to_id, "PEOPLE")))


def _room_of_parent(sent: given.Body) -> Space:
    parent_id = given.text(sent, "parentId")
    if not parent_id:
        raise Refusal(400, "One of roomId, toPersonId, toPersonEmail or parentId is required.")
    return here().space(_message(parent_id).space_id, me())


def _addressee(person_id: str, email: str) -> Person | None:
    if person_id:
        return here().person(given.an_id(person_id, "PEOPLE"))
    if not email:
        raise Refusal(400, "personId or personEmail is required.")
    return here().person_by_email(email)


def _draft(sent: given.Body, space: Space) -> Draft:
    return Draft(
        text=given.text(sent, "text"),
        markdown=given.text(sent, "markdown"),
        parent_id=_parent_id(sent, space),
        files=_files(sent),
        cards=tuple(_cards(sent)),
    )


def _parent_id(sent: given.Body, space: Space) -> str:
    parent_id = given.text(sent, "parentId")
    if UUID.fullmatch(parent_id):  # the WebSocket's name for it
        return ids.encode("MESSAGE", parent_id, ids.cluster_in(space.id))
    return parent_id and given.an_id(parent_id, "MESSAGE")


def _cards(sent: given.Body) -> list[given.Body]:
    cards = sent.get("attachments") or []
    if not isinstance(cards, list) or not all(isinstance(card, dict) for card in cards):
        raise Refusal(400, "attachments must be an array of objects.")
    return cards


def _files(sent: given.Body) -> tuple[str, ...]:
    uploaded, addresses = request.files.getlist("files"), given.texts(sent, "files")
    if len(uploaded) + len(addresses) > 1:
        raise Refusal(400, "Only one file is allowed.")
    files = [(one.filename or "file", one.mimetype, one.read()) for one in uploaded]
    files += map(download, addresses)
    return tuple(here().add_content(*file).id for file in files)


serve_items(routes, _message, _shape, World.delete)
