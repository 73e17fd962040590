"""What an administrator can do: people, roles, licenses, the organization, events."""

from __future__ import annotations

import pytest

from tests.sandbox.test_webex_api import ask, refusal, room_id

NEW = "dora@example.com"


@pytest.fixture
def dora(erin):
    return erin.people.create([NEW], displayName="Dora Doe", department="Sales")


def test_a_person_gets_an_account(erin, dora, world):
    assert (dora.emails, dora.displayName, dora.firstName) == ([NEW], "Dora Doe", "Dora")
    assert dora.json_data["department"] == "Sales"
    assert dora.orgId == erin.people.me().orgId
    assert [one.id for one in erin.people.list(email=NEW)] == [dora.id]
    assert refusal(erin.people.create, [NEW], displayName="Again")[0] == 409


def test_a_status_is_told_one_by_one_and_within_an_organization(erin, bot, sdk, world):
    carl = world.change_person(world.named("Carl Colleague"), details={"status": "meeting"})
    for viewer in (erin, bot):
        assert viewer.people.get(carl.id).status == "meeting"
        assert [one.status for one in viewer.people.list(email=carl.email)] == ["meeting"]
        [listed] = viewer.people.list(id=carl.id)
        assert "status" not in listed.json_data
    assert "status" not in sdk("alice").people.get(carl.id).json_data
    assert "status" not in erin.people.me().json_data


def test_a_person_is_changed(erin, dora):
    changed = erin.people.update(dora.id, emails=[NEW], displayName="Dora Dean", lastName="Dean")
    assert (changed.displayName, changed.lastName) == ("Dora Dean", "Dean")
    assert refusal(erin.people.update, dora.id, emails=["d@example.com"], displayName="D")[0] == 400


def test_a_deleted_person_is_gone_but_what_they_said_stays(erin, sdk):
    (carl,) = erin.people.list(email="carl@example.com")
    said = sdk("carl").messages.create(room_id(erin, "Support"), text="hello")
    erin.people.delete(carl.id)
    assert refusal(erin.people.get, carl.id)[0] == 404
    assert refusal(sdk("carl").people.me)[0] == 401
    members = erin.memberships.list(room_id(erin, "Support"))
    assert "carl@example.com" not in [one.personEmail for one in members]
    assert erin.messages.get(said.id).personEmail == "carl@example.com"


def test_an_administrator_lists_everybody_in_pages(erin):
    assert len(list(erin.people.list(max=1))) == 3  # Erin, Carl and Bob: Alice is elsewhere
    assert next(iter(erin.people.list())).displayName == "Erin Expert"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/people"),
        ("GET", "/licenses"),
        ("GET", "/roles"),
        ("GET", "/organizations"),
    ],
)
def test_what_is_for_administrators_is_refused_to_others(webex, method, path):
    answer = ask(webex, method, path, "carl", json={"emails": [NEW]})
    assert answer.status_code == 403


def test_somebody_of_another_organization_is_not_managed(erin, world):
    alice = world.named("Alice Customer")
    assert refusal(erin.people.delete, alice.id)[0] == 403


def test_ids_that_nobody_has_are_named(webex, erin):
    me, nobody = erin.people.me().id, erin.people.me().orgId
    answer = ask(webex, "GET", f"/people?id={me},{nobody}").json()
    assert [one["id"] for one in answer["items"]] == [me]
    assert answer["notFoundIds"] == [nobody]


def test_everybody_has_a_picture(erin):
    assert erin.people.me().avatar.startswith("http://127.0.0.1")


def test_roles_licenses_and_the_organization_are_listed_and_read(erin):
    role = next(one for one in erin.roles.list() if one.name == "Full Administrator")
    assert role.id in erin.people.me().roles
    plan = next(one for one in erin.licenses.list() if one.name == "Messaging")
    assert erin.licenses.get(plan.id).consumedUnits == 0
    erin.people.create([NEW], displayName="Dora", licenses=[plan.id])
    assert erin.licenses.get(plan.id).consumedUnits == 1
    (ours,) = erin.organizations.list()
    assert erin.organizations.get(ours.id).displayName == "example.com"
    assert refusal(erin.roles.get, plan.id)[0] == 400


def test_events_are_listed_newest_first(erin):
    said = erin.messages.create(room_id(erin, "Support"), text="hello")
    newest = next(iter(erin.events.list()))
    assert (newest.resource, newest.type, newest.actorId) == ("messages", "created", said.personId)
    assert (newest.data.id, newest.json_data["data"]["text"]) == (said.id, "hello")
    assert erin.events.get(newest.id).data.id == said.id


def test_events_are_filtered(erin, bot):
    said = erin.messages.create(room_id(erin, "Support"), text="hello")
    created = said.json_data["created"]
    assert {one.resource for one in erin.events.list(resource="memberships")} == {"memberships"}
    assert {one.type for one in erin.events.list(type="updated")} == set()
    assert [one.data.id for one in erin.events.list(resource="messages")] == [said.id]
    assert list(erin.events.list(to="2020-01-01T00:00:00Z")) == []
    assert said.id in {one.data.id for one in erin.events.list(_from=created)}
    assert refusal(lambda: list(erin.events.list(resource="odd")))[0] == 400


def test_events_of_others_rooms_are_for_administrators(erin, sdk, webex):
    said = sdk("bob").messages.create(toPersonEmail="carl@example.com", text="between us")
    seen = {name: events_of(webex, name) for name in ("erin", "bob", "alice")}
    assert {name: said.id in found for name, found in seen.items()} == {
        "erin": True,
        "bob": True,
        "alice": False,
    }


def events_of(webex, name: str) -> set[str]:
    return {one["data"]["id"] for one in ask(webex, "GET", "/events", name).json()["items"]}
