"""``/people``.

https://developer.webex.com/docs/api/v1/people
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Person, Refusal
from bot.sandbox.webex.rest.answer_shapes import person_shape
from bot.sandbox.webex.rest.request_checks import an_id, listed, page, query

routes = Blueprint("people", __name__, url_prefix="/people")


@routes.get("/me")
def get_me() -> Response:
    """Return the caller."""
    return jsonify(person_shape(me()))


@routes.get("/<person_id>")
def get_person(person_id: str) -> Response:
    """Return one person."""
    return jsonify(person_shape(here().person(an_id(person_id, "PEOPLE"))))


@routes.get("")
def list_people() -> Response:
    """Return people by address, beginning of the name, or ids."""
    found, cursor = page(_asked_for())
    return listed([person_shape(person) for person in found], cursor=cursor)


def _asked_for() -> list[Person]:
    email, name, ids = query("email"), query("displayName"), query("id")
    if not (email or name or ids):
        raise Refusal(400, "Email, displayName, or id list should be specified.")
    with here().lock:
        people = [person for person in here().people.values() if person.has_account]
    return [
        person
        for person in people
        if person.email == email.strip().lower()
        or (name and person.name.lower().startswith(name.lower()))
        or person.id in ids.split(",")
    ]
