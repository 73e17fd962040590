"""``/people``.

https://developer.webex.com/docs/api/v1/people
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, request

from bot.sandbox.webex.call_gate import an_admin, here, me
from bot.sandbox.webex.model import Person, Refusal
from bot.sandbox.webex.rest import request_checks as given
from bot.sandbox.webex.rest.answer_shapes import Shape, person_shape

routes = Blueprint("people", __name__, url_prefix="/people")
WORDS = (
    *("firstName", "lastName", "nickName", "avatar", "department", "manager", "managerId"),
    *("title", "extension", "locationId"),
)
LISTS = ("roles", "licenses", "siteUrls")
"""The fields that are kept as they are sent."""


@routes.get("/me")
def get_me() -> Response:
    """Return the caller."""
    return jsonify(_shape(me()))


@routes.get("/<person_id>")
def get_person(person_id: str) -> Response:
    """Return one person."""
    return jsonify(_shape(_person(person_id)))


@routes.get("")
def list_people() -> Response:
    """Return people by address, beginning of the name, or ids; for administrators, all people."""
    found, cursor = given.page(_asked_for())
    shapes = [_shape(person) for person in found]
    if given.query("id"):
        shapes = [{name: each for name, each in one.items() if name != "status"} for one in shapes]
    known = {person.id for person in here().people.values() if person.has_account}
    unknown = [one for one in given.query("id").split(",") if one and one.rstrip("=") not in known]
    more = {"notFoundIds": unknown} if unknown else None
    return given.listed(shapes, more, cursor=cursor)


@routes.post("")
def create_person() -> Response:
    """Give somebody an account in the administrator's organization."""
    admin, sent = an_admin(), given.body()
    emails = given.texts(sent, "emails")
    if len(emails) != 1:
        raise Refusal(400, "emails must be one address.")
    known = here().person_by_email(emails[0])
    if known and known.has_account:
        raise Refusal(409, "A person with this email address already exists.")
    name = _name(sent) or emails[0]
    person = here().add_person(name, emails[0], **_details(sent))
    return jsonify(_shape(here().change_person(person, org_id=admin.org_id)))


@routes.put("/<person_id>")
def update_person(person_id: str) -> Response:
    """Change somebody's name and details."""
    sent, person = given.body(), _managed(person_id)
    given.needed(sent, "displayName")
    if given.texts(sent, "emails") not in ([], [person.email]):
        raise Refusal(400, "The sandbox cannot change the address of a person.")
    changed = here().change_person(person, name=_name(sent), details=_details(sent))
    return jsonify(_shape(changed))


@routes.delete("/<person_id>")
def delete_person(person_id: str) -> tuple[str, int]:
    """Delete somebody's account."""
    here().delete_person(_managed(person_id))
    return "", 204


def _asked_for() -> list[Person]:
    email, name, ids = given.query("email"), given.query("displayName"), given.query("id")
    everybody = not (email or name or ids)
    if everybody and not me().is_admin:
        raise Refusal(400, "Email, displayName, or id list should be specified.")
    with here().lock:
        people = [person for person in here().people.values() if person.has_account]
    return [
        person
        for person in people
        if person.email == email.strip().lower()
        or (name and person.name.lower().startswith(name.lower()))
        or person.id in [one.rstrip("=") for one in ids.split(",")]
        or (everybody and person.org_id == me().org_id)
    ]


def _person(person_id: str) -> Person:
    person = here().person(given.an_id(person_id, "PEOPLE"))
    if person.deleted:
        raise Refusal(404, "The requested resource could not be found.")
    return person


def _managed(person_id: str) -> Person:
    admin, person = an_admin(), _person(person_id)
    if person.org_id != admin.org_id:
        raise Refusal(403, "This person is not in your organization.")
    return person


def _name(sent: given.Body) -> str:
    parts = given.text(sent, "firstName"), given.text(sent, "lastName")
    return given.text(sent, "displayName") or " ".join(filter(None, parts))


def _details(sent: given.Body) -> dict[str, Any]:
    words = {name: given.text(sent, name) for name in WORDS if sent.get(name)}
    return words | {name: given.texts(sent, name) for name in LISTS if sent.get(name)}


def _shape(person: Person) -> Shape:
    """Return a person as the caller sees them: their status only within an organization.

    A bot belongs to no organization here, and sees everybody's status.
    """
    shape = person_shape(person, avatar=f"{request.host_url}chat/static/chat.svg")
    if not (me().is_bot or me().org_id == person.org_id):
        shape.pop("status", None)
    return shape
