"""Cisco's Python SDK, under either of its names."""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path

from checks import STATE, check, room, run, token

SDK = importlib.import_module(sys.argv[1])
API = getattr(SDK, "WebexAPI", None) or SDK.WebexTeamsAPI
erin = API(token("Erin Expert"), base_url=f"{STATE['api']}/")
bot = API(token("Connect Bot"), base_url=f"{STATE['api']}/")
CARD = {
    "contentType": "application/vnd.microsoft.card.adaptive",
    "content": {"type": "AdaptiveCard", "version": "1.2", "body": []},
}


@check
def people() -> None:
    me = erin.people.me()
    assert next(iter(erin.people.list(email=me.emails[0]))).id == me.id
    assert len(list(erin.people.list(max=1))) >= 3
    made = erin.people.create(["dora@example.com"], displayName="Dora", orgId=me.orgId)
    assert erin.people.update(made.id, displayName="Dora Doe").displayName == "Dora Doe"
    erin.people.delete(made.id)


@check
def directory() -> None:
    for api in (erin.licenses, erin.roles, erin.organizations):
        first = next(iter(api.list()))
        assert api.get(first.id).id == first.id


@check
def rooms() -> None:
    made = erin.rooms.create("Made")
    assert erin.rooms.update(made.id, "Renamed").title == "Renamed"
    assert made.id in [each.id for each in erin.rooms.list(max=1)]
    erin.rooms.delete(made.id)


@check
def memberships() -> None:
    made = erin.rooms.create("Members")
    joined = erin.memberships.create(made.id, personEmail="carl@example.com")
    assert erin.memberships.update(joined.id, isModerator=True).isModerator
    assert len(list(erin.memberships.list(made.id, max=1))) == 2
    erin.memberships.delete(joined.id)


@check
def teams() -> None:
    team = erin.teams.create("Team")
    joined = erin.team_memberships.create(team.id, personEmail="carl@example.com")
    assert erin.team_memberships.update(joined.id, isModerator=True).isModerator
    assert erin.rooms.create("Of the team", teamId=team.id).teamId == team.id
    erin.teams.update(team.id, name="Renamed")
    erin.teams.delete(team.id)


@check
def messages() -> None:
    said = erin.messages.create(room("Support"), markdown="**hello**")
    assert said.html == "<p><strong>hello</strong></p>"
    reply = erin.messages.create(room("Support"), parentId=said.id, text="yes")
    assert [each.id for each in erin.messages.list(room("Support"), max=1)][:2] == [
        reply.id,
        said.id,
    ]
    erin.messages.delete(reply.id)


@check
def direct_messages() -> None:
    said = bot.messages.create(toPersonEmail="erin@example.com", text="hello")
    assert said.toPersonEmail == "erin@example.com"
    listed = bot.messages.list_direct(personEmail="erin@example.com")
    assert [each.text for each in listed] == ["hello"]


@check
def files() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "note.txt"
        path.write_text("hello")
        uploaded = bot.messages.create(room("Support"), text="see", files=[str(path)])
    linked = bot.messages.create(
        room("Support"), text="see", files=[f"{STATE['page']}chat/static/chat.svg"]
    )
    assert len(uploaded.files) == len(linked.files) == 1


@check
def cards() -> None:
    card = bot.messages.create(room("Support"), text="card", attachments=[CARD])
    pressed = erin.attachment_actions.create("submit", card.id, {"yes": 1})
    assert bot.attachment_actions.get(pressed.id).inputs["yes"] == 1


@check
def webhooks() -> None:
    made = bot.webhooks.create("n", "http://127.0.0.1:9/", "messages", "created")
    bot.webhooks.update(made.id, name="m", targetUrl=made.targetUrl)
    assert [each.name for each in bot.webhooks.list()] == ["m"]
    bot.webhooks.delete(made.id)


@check
def events() -> None:
    first = next(iter(erin.events.list(resource="messages")))
    assert erin.events.get(first.id).data.id


if __name__ == "__main__":
    run()
