"""`wxc_sdk`, the SDK of Webex Calling, whose messaging part is typed strictly."""

from __future__ import annotations

from checks import STATE, check, room, run, token
from wxc_sdk import WebexSimpleApi
from wxc_sdk.webhook import WebhookEventType, WebhookResource

erin = WebexSimpleApi(tokens=token("Erin Expert"))
bot = WebexSimpleApi(tokens=token("Connect Bot"))
for each in (erin, bot):
    each.session.BASE = STATE["api"]
CARD = {
    "contentType": "application/vnd.microsoft.card.adaptive",
    "content": {"type": "AdaptiveCard", "version": "1.2", "body": []},
}


@check
def people() -> None:
    me = erin.people.me()
    assert next(erin.people.list(email=me.emails[0])).person_id == me.person_id
    assert len(list(erin.people.list())) >= 3
    assert erin.people.details(me.person_id).display_name == "Erin Expert"


@check
def directory() -> None:
    assert erin.licenses.list()
    assert erin.organizations.list()
    assert erin.roles.list()


@check
def rooms() -> None:
    made = erin.rooms.create(title="Made")
    assert erin.rooms.details(made.id).title == "Made"
    assert made.id in [each.id for each in erin.rooms.list()]
    made.title = "Renamed"
    assert erin.rooms.update(made).title == "Renamed"
    erin.rooms.delete(made.id)


@check
def memberships() -> None:
    made = erin.rooms.create(title="Members")
    joined = erin.membership.create(room_id=made.id, person_email="carl@example.com")
    assert len(list(erin.membership.list(room_id=made.id))) == 2
    erin.membership.delete(joined.id)


@check
def teams() -> None:
    team = erin.teams.create(name="Team")
    erin.team_memberships.create(team_id=team.id, person_email="carl@example.com")
    assert len(list(erin.team_memberships.list(team_id=team.id))) == 2
    erin.teams.delete(team.id)


@check
def messages() -> None:
    said = erin.messages.create(room_id=room("Support"), markdown="**hello**")
    assert erin.messages.details(said.id).html
    said.text, said.markdown = "changed", None
    assert erin.messages.edit(said).text == "changed"
    assert said.id in [each.id for each in erin.messages.list(room_id=room("Support"))]
    erin.messages.delete(said.id)


@check
def direct_messages() -> None:
    bot.messages.create(to_person_email="erin@example.com", text="hello")
    assert list(bot.messages.list_direct(person_email="erin@example.com"))


@check
def cards() -> None:
    card = bot.messages.create(room_id=room("Support"), text="card", attachments=[CARD])
    pressed = erin.attachment_actions.create(type="submit", message_id=card.id, inputs={"a": "b"})
    assert bot.attachment_actions.details(pressed.id).inputs


@check
def webhooks() -> None:
    made = bot.webhook.create(
        name="n",
        target_url="http://127.0.0.1:9/",
        resource=WebhookResource.messages,
        event=WebhookEventType.created,
    )
    assert [each.webhook_id for each in bot.webhook.list()] == [made.webhook_id]
    bot.webhook.webhook_delete(made.webhook_id)


@check
def room_tabs() -> None:
    tab = erin.room_tabs.create_tab(
        room_id=room("Support"), content_url="https://x.example", display_name="Board"
    )
    assert tab.id in [each.id for each in erin.room_tabs.list_tabs(room_id=room("Support"))]


if __name__ == "__main__":
    run()
