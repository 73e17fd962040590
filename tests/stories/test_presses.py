"""Buttons: who may press them, how often, and what outdated ones do."""

from __future__ import annotations

import json

import pytest

from bot.sandbox.webex.model import Draft
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_more_links import started


@pytest.mark.whole
def test_a_button_pressed_twice_does_it_once_and_says_how_to_do_it_again(bot: Stage):
    note = started(bot)
    bot.presses("erin", "More…", note)
    card = bot.told("erin")[-1]
    for _ in range(2):
        bot.presses("erin", "Resend to everybody", card)
    assert len(bot.told("alice@x.com")) == 2
    last = bot.told("erin")[-1].text
    assert "already pressed that button" in last
    assert f"resend all of #{note.number}" in last


def test_the_same_form_with_other_people_is_another_press(core: FakeStage):
    note = started(core)
    for who in ("dora@z.net", "emil@z.net", "dora@z.net"):
        core.presses("erin", "Invite", note, people=who)
    assert [len(core.told(who)) for who in ("dora@z.net", "emil@z.net")] == [1, 1]


def test_a_button_of_a_card_that_is_gone_does_nothing_and_says_so(bot: Stage):
    note = started(bot)
    with bot.world.lock:  # nobody reads while it is held
        card = bot.world.messages[note.id]
        inputs = {"say": f"extend 30m #{note.number}", "direct": "1"}
        pressed = bot.world.submit(bot.person("erin"), card, inputs)
        bot.world.delete(card, bot.me)
    bot.settle("attachmentActions:created", pressed.id)
    bot.world.wait_for(lambda: bot.told("erin"), 10)
    assert "message I’ve replaced" in bot.told("erin")[-1].text
    assert len(bot.told("alice@x.com")) == 1


@pytest.mark.parametrize("words", ["Look", "Look, <@personId:{}|Connect>"])
def test_a_button_of_somebody_elses_card_does_nothing(
    core: FakeStage, words: str, monkeypatch: pytest.MonkeyPatch
):
    # The sandbox tells a bot of presses on its own cards alone; Webex doesn't promise that.
    monkeypatch.setattr(core.world, "action", lambda name, _: core.world.actions[name])
    note = started(core)
    draft = Draft(markdown=words.format(core.me.id), cards=core.world.messages[note.id].cards)
    forged = core.world.post(core.person("carl"), core.spaces["Support"], draft)
    erin = core.person("erin")
    pressed = core.world.submit(erin, forged, {"say": f"extend 30m #{note.number}", "direct": "1"})
    data = {"id": pressed.id, "roomId": pressed.space_id, "personId": erin.id}
    notice = {"resource": "attachmentActions", "event": "created", "actorId": erin.id, "data": data}
    core.deliver(json.dumps(notice).encode())
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize("wrong", ["personId", "messageId"])
def test_what_webex_says_of_a_press_counts_and_not_its_notice(core: FakeStage, wrong: str):
    note = started(core)
    mine = core.hears("carl", "help")
    core.world.webhooks.clear()
    others = {"personId": core.person("carl").id, "messageId": mine.id}
    card, erin = core.world.messages[note.id], core.person("erin")
    pressed = core.world.submit(erin, card, {"say": f"extend 30m #{note.number}", "direct": "1"})
    data = {"id": pressed.id, "roomId": card.space_id, "personId": erin.id, "messageId": card.id}
    notice = {"resource": "attachmentActions", "event": "created", "actorId": erin.id}
    core.deliver(json.dumps(notice | {"data": data | {wrong: others[wrong]}}).encode())
    assert len(core.told("alice@x.com")) == 2


def test_a_button_of_a_meeting_that_is_over_says_that_it_is_over(core: FakeStage):
    note = started(core)
    core.hears("erin", "meetings")
    core.hears("erin", f"cancel #{note.number}", space=None)
    core.presses("erin", "Extend 30 min")
    assert "You don’t have an open meeting" in core.told("erin")[-1].text


def test_somebody_elses_question_does_not_open_their_meeting(bot: Stage):
    for subject in ("the red boiler", "the blue boiler"):
        bot.hears("erin", f"meet about {subject}")
    bot.hears("erin", "add dora@z.net to boiler")
    button = next(each["title"] for each in bot.posted_in("Support")[-1].card["actions"])
    bot.presses("carl", button)
    assert "That question is for erin@example.com" in bot.posted_in("Support")[-1].text
    assert bot.told("dora@z.net") == []
    bot.presses("erin", button)
    assert len(bot.told("dora@z.net")) == 1


def test_pressing_somebody_elses_question_says_whose_it_is(bot: Stage):
    bot.hears("erin", "meet alice@x.com with Room 12")
    bot.presses("carl", "Yes, dial Room 12")
    said = bot.posted_in("Support")[-1].text
    assert "That question is for erin@example.com, so I did nothing" in said
    assert "say: meet alice@x.com with" in said
    assert "dial it" in said
    assert (bot.told("carl"), bot.told("alice@x.com")) == ([], [])
    bot.presses("erin", "Yes, dial Room 12")
    assert len(bot.told("alice@x.com")) == 1
    assert bot.opens(bot.told("erin")[0].link).role == "host"


def test_a_stranger_who_presses_is_refused_and_spoils_nothing_for_others(bot: Stage):
    stranger = bot.stranger()
    bot.space("Mixed", "erin", stranger)
    bot.hears("erin", "help", space="Mixed")
    bot.presses(stranger, "Meet now")
    assert "Sorry, I only start meetings" in bot.posted_in("Mixed")[-1].text
    assert bot.told(stranger) == []
    bot.presses("erin", "Meet now")
    assert bot.opens(bot.told("erin")[0].link).role == "host"


def test_another_host_presses_their_own_card(core: FakeStage):
    started(core)
    core.makes_host("carl")
    core.hears("erin", "cohost @Carl")
    core.presses("carl", "Extend 30 min")
    assert [len(note.links) for note in core.told("carl") if note.links] == [1]
    assert "lasts until" in core.told("carl")[-1].text
    assert len([note for note in core.told("erin") if note.links]) == 1


def test_each_person_may_press_the_same_button_once(core: FakeStage):
    core.hears("erin", "help")
    for who in ("erin", "carl"):
        core.presses(who, "Meet now")
        assert core.opens(core.told(who)[0].link).role == "host"


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"say": None},
        {"say": ["cancel"]},
        {"say": "x" * 50_000},
        {"say": "meet", "people": {"a": 1}, "date": 7},
        {"say": "cancel all meetings", "direct": "no"},
        {"say": "add ", "people": "\u202e<@all>"},
        {"anything": "else"},
    ],
    ids=str,
)
def test_inputs_that_no_card_of_ours_sends_do_no_harm(core: FakeStage, inputs: dict[str, object]):
    note = started(core)
    before = len(core.broker.asked)
    core.submits("erin", core.world.messages[note.id], inputs)
    assert len(core.told("alice@x.com")) == 1
    assert "something went wrong on my side" not in core.said()[-1].text
    assert len(core.broker.asked) - before <= 1


def test_a_question_has_one_answer(core: FakeStage):
    for subject in ("the red boiler", "the blue boiler"):
        core.hears("erin", f"meet about {subject}")
    core.hears("erin", "cancel boiler")
    asked = core.posted_in("Support")[-1]
    for button in asked.card["actions"]:
        core.presses("erin", button["title"], asked)
    said = [note.text for note in core.posted_in("Support")]
    assert sum("is cancelled" in text for text in said) == 1
    assert "You already answered that question" in said[-1]
    assert "cancel #1" in said[-1]


def test_a_suggestion_pressed_when_it_is_no_longer_open_is_asked_again(core: FakeStage):
    core.hears("erin", "alice@x.com", space=None)
    asked = core.told("erin")[-1]
    core.clock.turn(11 * 60)
    core.presses("erin", asked.titles[0], asked)
    assert not core.told("alice@x.com")
    assert core.told("erin")[-1].offered == ["meet alice@x.com"]
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 1


def test_a_suggestion_pressed_in_time_is_carried_out(core: FakeStage):
    core.hears("erin", "alice@x.com", space=None)
    asked = core.told("erin")[-1]
    core.clock.turn(9 * 60)
    core.presses("erin", asked.titles[0], asked)
    assert len(core.told("alice@x.com")) == 1
