"""A day without a time of day: the form for a meeting, filled in."""

from __future__ import annotations

import pytest

from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.stage import Note, Stage, inputs_of


def filled_in(note: Note) -> dict[str, str]:
    return {each["id"]: each["value"] for each in inputs_of(note.card) if each.get("value")}


@pytest.mark.whole
def test_a_day_alone_gives_the_form_filled_in(bot: Stage):
    guest = bot.stranger()
    bot.hears("erin", f"meet {guest} tomorrow for 45m about the roof", space=None)
    note = bot.told("erin")[-1]
    assert "At what time?" in note.text
    filled = filled_in(note)
    assert (filled["people"], filled["subject"], filled["duration"]) == (guest, "the roof", "45m")
    bot.presses("erin", "Invite", note, time="15:00")
    [invited] = bot.told(guest)
    assert "the roof" in invited.text
    assert "15:00" in invited.text


def test_the_form_is_for_that_day_in_ones_own_zone(core: FakeStage):
    core.hears("erin", "defaults in Asia/Tokyo language de", space=None)
    core.hears("erin", "Treffen mit alice@x.com morgen auf Deutsch", space=None)
    note = core.told("erin")[-1]
    assert filled_in(note)["date"] == "2026-03-03"
    core.presses("erin", "Einladen", note, time="09:00")
    assert "09:00 Uhr (Asia/Tokyo" in core.told("alice@x.com")[0].text


def test_what_has_no_field_is_kept(core: FakeStage):
    core.hears(
        "erin", "meet @Bob, alice@x.com, here tomorrow with 2 guests and qr", space="Support"
    )
    core.presses("erin", "Invite", time="15:00")
    assert len(core.told("alice@x.com")) == len(core.told("bob")) == 1
    assert any(each.links for each in core.posted_in("Support"))
    assert sum(len(each.links) for each in core.told("erin")) >= 3


def test_the_hour_in_words_does_it_too_and_only_once(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow", space=None)
    core.hears("erin", "3pm", space=None)
    core.presses("erin", "Invite", time="16:00")
    assert len(core.told("alice@x.com")) == 1


@for_each(
    "said", ["move to tomorrow", "again tomorrow", "meet alice@x.com tomorrow about #12 at 9ish"]
)
def test_other_questions_about_a_time_have_no_form(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", said, space=None)
    assert not core.told("erin")[-1].cards or "Invite" not in str(core.told("erin")[-1].card)


@for_each(
    ("asked", "said"),
    [
        ("meet {} on friday about the boiler", "he can't do 4pm"),
        ("meet {} on friday about the boiler", "I leave at 4pm"),
        ("visio avec {} vendredi au sujet du budget", "je pars à 17h"),
        ("reunión con {} el viernes sobre la factura", "salgo a las 17h"),
    ],
)
def test_a_sentence_about_something_else_invites_nobody(core: FakeStage, asked: str, said: str):
    guest = core.stranger()
    core.hears("erin", asked.format(guest), space=None)
    core.hears("erin", said, space=None)
    assert not core.told(guest)
