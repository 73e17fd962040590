"""Each change to a meeting has a sentence and a form, in every language of hosts."""

from __future__ import annotations

import pytest

from bot.core.wording.languages import FOR_HOSTS
from bot.process.translations import spoken
from bot.sandbox.webex.faults import RefuseDirect
from tests.stories.fake import FakeStage
from tests.stories.stage import Note, Stage
from tests.stories.test_more_links import started

ON_THE_WHOLE_BOT = "de"
"""The language whose stories the whole bot plays in each run."""
EACH_LANGUAGE = pytest.mark.parametrize(
    "code",
    [
        pytest.param(code, marks=pytest.mark.whole if code == ON_THE_WHOLE_BOT else ())
        for code in FOR_HOSTS
    ],
)

SENTENCES = {
    "en": (
        "move it to 16:00",
        "tell all: see you",
        "rename it to Budget",
        "remove alice@x.com",
        "again tomorrow 15:00",
    ),
    "de": (
        "verschiebe auf 16 Uhr",
        "sag allen: see you",
        "nenne es Budget",
        "entferne alice@x.com",
        "wiederhole das Meeting morgen um 15 Uhr",
    ),
    "fr": (
        "décale à 16h",
        "dis à tous: see you",
        "renomme en Budget",
        "retire alice@x.com",
        "refais la réunion demain à 15h",
    ),
    "es": (
        "mueve a las 16:00",
        "avisa a todos: see you",
        "renombra a Budget",
        "quita a alice@x.com",
        "repite la reunión mañana a las 15:00",
    ),
}


def check_changed(bot: Stage, removed: str, other: str) -> None:
    """Check that a meeting was moved, its guests told, and one of them removed."""
    seen = [note.text for note in bot.told(other)]
    assert any("16:00" in text for text in seen)
    assert any("see you" in text for text in seen)
    assert not any(note.links for note in bot.told(removed))
    assert len([note for note in bot.told(other) if note.links]) == 1


def check_met_again(bot: Stage, removed: str, other: str) -> None:
    """Check that the guests were invited again, with the new subject."""
    assert "Budget" in bot.told(other)[-1].text
    assert len([note for note in bot.told(other) if note.links]) == 2
    assert not any(note.links for note in bot.told(removed))


@EACH_LANGUAGE
def test_a_meeting_is_changed_by_sentences(bot: Stage, code: str):
    host, guest, other = bot.colleague(), bot.stranger(), bot.stranger()
    move, tell, rename, remove, again = SENTENCES[code]
    bot.hears(host, f"defaults language {code}", space=None)
    bot.hears(host, f"meet {guest} {other} tomorrow 15:00", space=None)
    for said in (move, tell, rename, remove.replace("alice@x.com", guest)):
        bot.hears(host, said, space=None)
    check_changed(bot, guest, other)
    bot.hears(host, again, space=None)
    check_met_again(bot, guest, other)


@EACH_LANGUAGE
def test_a_meeting_is_changed_by_its_card(bot: Stage, code: str):
    host, guest, other = bot.colleague(), bot.stranger(), bot.stranger()
    t = spoken(code)
    bot.hears(host, f"defaults language {code}", space=None)
    bot.hears(host, f"meet {guest} {other} tomorrow 15:00", space=None)
    bot.presses(host, t("More…"))
    card = bot.told(host)[-1]
    bot.presses(host, t("Move"), card, **{"move.time": "16:00"})
    bot.presses(host, t("Send"), card, **{"tell.text": "see you"})
    bot.presses(host, t("Rename"), card, **{"rename.subject": "Budget"})
    bot.presses(host, t("Remove guest"), card, **{"guest.people": guest})
    check_changed(bot, guest, other)
    bot.presses(host, t("Invite again"), card)
    check_met_again(bot, guest, other)


def more(core: FakeStage, said: str) -> Note:
    """Have Erin open the forms of a meeting."""
    note = started(core, said)
    core.presses("erin", "More…", note)
    return core.told("erin")[-1]


def test_one_guest_gets_a_message_or_a_fresh_link(core: FakeStage):
    card = more(core, "meet alice@x.com @Bob")
    bob = f"<@personId:{core.person('bob').id}|Bob Buyer>"
    core.presses("erin", "Send", card, **{"tell.people": bob, "tell.text": "come to room 3"})
    core.presses("erin", "Resend link", card, **{"guest.people": bob})
    assert [len(core.told(who)) for who in ("alice@x.com", "bob")] == [1, 3]
    assert "come to room 3" in core.told("bob")[1].text


def test_the_move_form_stands_at_the_meetings_time_in_the_hosts_zone(core: FakeStage):
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    card = more(core, "meet alice@x.com tomorrow 15:00 for 45m")
    assert "Time in Europe/Berlin" in str(card.card)
    core.presses("erin", "Move", card)
    assert "is already on Tuesday 3 March 2026, 15:00" in core.told("erin")[-1].text
    core.hears("erin", "defaults in America/New_York", space=None)
    core.presses("erin", "Move", card, **{"move.time": "15:30", "move.duration": "90m"})
    assert "15:30 (Europe/Berlin" in core.told("alice@x.com")[-1].text
    assert "1 hour 30 minutes" in core.told("alice@x.com")[-1].text


def test_an_app_that_sends_the_inputs_of_every_form_does_no_harm(core: FakeStage):
    card = more(core, "meet alice@x.com @Bob about the roof tomorrow 15:00")
    every = {
        "tell.people": "all",
        "tell.text": "hello",
        "guest.people": "alice@x.com",
        "move.date": "2026-03-09",
        "move.time": "10:00",
        "again.date": "2026-03-10",
        "again.time": "11:00",
        "again.duration": "90m",
    }
    core.presses("erin", "Rename", card, **every, **{"rename.subject": "the #1 <@all> at 3pm"})
    assert "#1 is now called “the #1" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == 1
    core.presses("erin", "Resend to everybody", card, **every)
    assert [len(core.told(who)) for who in ("alice@x.com", "bob")] == [2, 2]


@pytest.mark.parametrize(
    ("button", "answered"),
    [
        ("Send", "Nothing was sent"),
        ("Resend link", "Choose from the list"),
        ("Remove guest", "Choose from the list"),
        ("Move", "can’t tell what time"),
    ],
)
def test_an_app_that_lets_a_form_go_empty_does_no_harm(core: FakeStage, button: str, answered: str):
    card = more(core, "meet alice@x.com @Bob")
    core.presses("erin", button, card)
    assert answered in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == 1


def test_there_are_forms_for_what_can_be_done(core: FakeStage):
    alone = ["Move or extend", "Rename", "Meet again"]
    core.hears("erin", "meet tomorrow 15:00", space=None)
    core.presses("erin", "More…")
    assert core.told("erin")[-1].titles == alone
    assert more(core, "meet here").titles == ["Message guests", *alone]
    guests = ["Message guests", "Resend or remove"]
    assert more(core, "meet alice@x.com for 30m").titles == [*guests, *alone]
    core.passes(minutes=31)
    core.hears("erin", "status #3", space=None)
    assert core.told("erin")[-1].titles == ["Meet again"]
    core.presses("erin", "Invite again")
    assert "/visit/" in core.told("alice@x.com")[-1].text


def test_a_guest_who_could_not_be_reached_can_be_sent_a_fresh_link(core: FakeStage):
    core.faults = [RefuseDirect(email="dora@z.net", times=1)]
    core.hears("erin", "meet dora@z.net", space=None)
    core.presses("erin", "More…")
    core.presses("erin", "Resend link", **{"guest.people": "dora@z.net"})
    assert core.told("dora@z.net")[-1].links
