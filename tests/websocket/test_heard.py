"""Events on the WebSocket are handled like webhooks."""

from __future__ import annotations

import io

from bot.sandbox.webex.faults import Reset
from bot.sandbox.webex.sockets_out import PATH
from tests.stories.real import TOKEN
from tests.stories.test_more_links import started
from tests.websocket.conftest import SocketStage

ELSEWHERE = "urn:TEAM:eu-central-1_k"


def test_a_meeting_starts_without_any_webhook(bot: SocketStage) -> None:
    bot.hears("erin", "meet alice@x.com about the invoice")
    assert bot.world.webhooks == {}
    [note] = bot.told("erin")
    assert bot.opens(note.links[-1]).role == "host"
    [note] = bot.told("alice@x.com")
    assert bot.opens(note.link).role == "guest"


def test_a_repeated_event_is_served_once(bot: SocketStage) -> None:
    message = bot.hears("erin", "meet alice@x.com")
    bot.hears_again_of(message)
    assert len(bot.told("alice@x.com")) == 1


def test_a_button_works(bot: SocketStage) -> None:
    note = started(bot)
    bot.presses("erin", "Extend 30 min", note)
    assert len(bot.told("alice@x.com")) == 2


def test_the_bot_greets_where_it_is_invited(bot: SocketStage) -> None:
    bot.space("Ward 7", "erin", invite_bot=False)
    bot.is_invited("Ward 7", by="erin")
    assert len(bot.posted_in("Ward 7")) == 1


def test_messages_during_a_lost_connection_are_found(bot: SocketStage) -> None:
    bot.faults = [Reset(path=PATH)]
    with bot.unwatched():
        bot.hears("erin", "meet alice@x.com")
    bot.world.wait_for(lambda: bot.told("alice@x.com"), 20)
    bot.world.wait_for(lambda: bot.told("erin"), 20)


def test_spaces_of_another_cluster_have_ids_of_their_own(bot: SocketStage) -> None:
    bot.world.cluster = ELSEWHERE
    bot.space("Frankfurt", "erin")
    bot.hears("erin", "meet alice@x.com", space="Frankfurt")
    assert len(bot.told("alice@x.com")) == 1


def test_an_edit_of_a_message_that_was_not_understood_is_heard(bot: SocketStage) -> None:
    said = bot.hears("erin", "meat alice@x.com now")
    assert bot.told("alice@x.com") == []
    bot.edits(said, "meet alice@x.com")
    bot.world.wait_for(lambda: bot.told("alice@x.com"), 20)
    bot.hears("erin", "help")
    assert len(bot.told("alice@x.com")) == 1


def test_messages_between_others_are_ignored(bot: SocketStage) -> None:
    bot.overhears("erin", "meet alice@x.com")
    assert bot.told("alice@x.com") == []


def test_the_token_is_sent_to_nobody_else(bot: SocketStage, logged: io.StringIO) -> None:
    bot.hears("erin", "help")
    assert TOKEN not in logged.getvalue()
    assert "Bearer" not in logged.getvalue()
