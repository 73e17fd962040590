"""Whom the bot doesn't answer: strangers, other bots, itself."""

from __future__ import annotations

import pytest

from tests.stories.stage import Stage


@pytest.mark.whole
def test_a_stranger_is_refused_once(bot: Stage):
    stranger = bot.stranger()
    bot.hears(stranger, "meet alice@x.com", space=None)
    bot.hears(stranger, "meet alice@x.com", space=None)
    [note] = bot.told(stranger)
    assert "Sorry, I only start meetings" in note.text
    assert "ask my administrator" in note.text
    assert bot.said() == [note]
    assert bot.calls_of("joseencrypt") == 0


def test_each_stranger_is_refused(bot: Stage):
    strangers = [bot.stranger(), bot.stranger()]
    for each in strangers:
        bot.hears(each, "help", space=None)
    assert [len(bot.told(each)) for each in strangers] == [1, 1]


def test_a_stranger_in_a_space_is_answered_in_the_thread(bot: Stage):
    stranger = bot.stranger()
    bot.space("Mixed", "erin", stranger)
    asked = bot.hears(stranger, "meet", space="Mixed")
    [note] = bot.posted_in("Mixed")
    assert note.thread == asked.id
    assert note.links == []


@pytest.mark.whole
def test_another_bot_is_not_answered(bot: Stage):
    bot.world.add_person("Other Bot", "other@webex.bot", kind="bot")
    bot.space("Bots", "erin", "other@webex.bot")
    bot.hears("other@webex.bot", "meet alice@x.com", space="Bots")
    assert bot.said() == []


@pytest.mark.whole
def test_the_bots_own_messages_are_not_commands(bot: Stage):
    own = bot.world.say(bot.me, bot.world.direct(bot.me, bot.person("erin")), "meet alice@x.com")
    bot.settle("messages:created", own.id)
    assert bot.told("alice@x.com") == []
    assert [note.id for note in bot.said()] == [own.id]


@pytest.mark.whole
def test_messages_to_others_are_ignored(bot: Stage):
    bot.overhears("erin", "Let us meet alice@x.com.")
    assert bot.said() == []
    assert bot.calls_of("") == 0


@pytest.mark.whole
def test_a_message_that_is_really_deleted_is_let_go(bot: Stage):
    bot.world.faults = []
    space = bot.spaces["Support"]
    with bot.world.lock:  # nobody reads while it is held
        said = bot.world.say(bot.person("erin"), space, f"<@personId:{bot.me.id}|C> meet")
        bot.world.delete(said, bot.person("erin"))
    bot.settle("messages:created", said.id)
    assert bot.said() == []
