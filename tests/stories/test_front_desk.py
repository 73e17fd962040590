"""What a front desk types one thing after another, and what is suggested to it."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

LATER = "meet alice@x.com tomorrow 15:00 for 45m about the roof"
NOW = "meet alice@x.com bob@example.com"


@pytest.mark.parametrize(
    ("before", "said", "first"),
    [
        (LATER, "oops i meant friday", "Move “the roof”: Friday 6 March 2026, 15:00"),
        (LATER, "move it to friday", "Move “the roof”: Friday 6 March 2026, 15:00"),
        (LATER, "move to friday same time", "Move “the roof”: Friday 6 March 2026, 15:00"),
        (LATER, "verschiebe auf Freitag", "Move “the roof”: Friday 6 March 2026, 15:00"),
        (LATER, "make it 30 minutes", "Move “the roof”, same day: 15:00 – 30 minutes"),
        (LATER, "and 30 minutes only", "Move “the roof”, same day: 15:00 – 30 minutes"),
        (LATER, "nur 20 Minuten", "Move “the roof”, same day: 15:00 – 20 minutes"),
        (LATER, "Betreff: Befund", "Rename “the roof” to “Befund”"),
        (NOW, "wrong number sorry", "Remove bob@example.com from #1"),
        (NOW, "oops", "Cancel #1 and tell the guests"),
        (NOW, "finish", "Cancel #1 and tell the guests"),
        (NOW, "alice cant make it, remove her", "Remove alice@x.com from #1"),
        (
            NOW,
            "Running 10 min late, tell the patient",
            "Tell the guests of #1: “Running 10 min late”",
        ),
        (NOW, "sag Alice der Arzt kommt später", "Tell alice@x.com: “der Arzt kommt später”"),
        (NOW, "in spanish please", "Change the defaults here: español"),
    ],
)
def test_what_was_meant_is_suggested_first(core: FakeStage, before: str, said: str, first: str):
    core.hears("erin", before, space=None)
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    assert note.card["actions"][0]["title"] == first
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "meet alice@x.con",
        "repeat that please",
        "meet alice@x.com and not dora@z.net",
        "dora@z.net will be late",
        "dora@z.net can't make it, remove her",
    ],
)
def test_nothing_is_done_that_nobody_asked_for(core: FakeStage, said: str):
    core.hears("erin", NOW, space=None)
    core.hears("erin", said, space=None)
    assert len(core.broker.asked) == 1
    assert not any("Remove" in str(note.cards) for note in core.told("erin")[-1:])


def test_a_command_is_no_answer_to_what_another_lacks(core: FakeStage):
    core.hears("erin", NOW, space=None)
    core.hears("erin", "rename", space=None)
    core.hears("erin", "move", space=None)
    assert "move to tomorrow 3pm" in core.told("erin")[-1].text
    core.hears("erin", "rename", space=None)
    core.hears("erin", "the roof", space=None)
    core.hears("erin", "yes", space=None)
    assert "now called “the roof”" in core.told("erin")[-1].text
    core.hears("erin", "asdf", space=None)
    assert "I didn’t understand that" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["no", "nein danke", "non", "nope"])
def test_a_no_to_nothing_is_fine(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert "OK, I’ll leave everything as it is" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["danke schön", "vielen dank", "muchas gracias", "merci beaucoup"])
def test_thanks_are_welcome(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert "You’re welcome" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["tell alice im 10 min late", "tell all I'm late"])
def test_a_clear_message_is_passed_on(core: FakeStage, said: str):
    core.hears("erin", NOW, space=None)
    core.hears("erin", said, space=None)
    assert said.split(" ", 2)[2] in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize("hour", ["16h", "8h"])
@pytest.mark.parametrize(
    "how", ["meet alice@x.com", "call avec alice@x.com", "termin mit alice@x.com"]
)
def test_hours_that_may_be_a_time_of_day_start_nothing(core: FakeStage, how: str, hour: str):
    core.hears("erin", f"{how} {hour}", space=None)
    assert core.told("alice@x.com") == []
    assert core.told("erin")


@pytest.mark.parametrize("how", ["meet alice@x.com", "call avec alice@x.com"])
def test_an_hour_after_a_is_a_time_of_day(core: FakeStage, how: str):
    core.hears("erin", f"{how} demain a 16h", space=None)
    assert "16:00" in core.told("alice@x.com")[-1].text


def test_buttons_that_would_look_the_same_are_numbered(core: FakeStage):
    long = "a-long-address-of-somebody@somewhere-else.example.org"
    core.hears("erin", f"meet alice@x.com and the postman {long} tomorrow 3pm", space=None)
    titles = core.told("erin")[-1].titles
    assert [each[:2] for each in titles] == ["1.", "2."]
    assert all(len(each) <= 60 for each in titles)


@pytest.mark.parametrize(
    "said",
    [
        "call with alice@x.com or",
        "video call with alice@x.com once bob@example.com has answered",
        "start a call with alice@x.com then bob@example.com",
        "Carl will call alice@x.com tomorrow at 3pm",
    ],
)
def test_words_that_say_nothing_are_no_subject(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert core.told("alice@x.com") == []
    note = core.told("erin")[-1]
    assert note.cards
    assert not any("“" in each for each in note.titles)


@pytest.mark.parametrize("about", ["please", "or", "then"])
def test_such_words_after_about_are_asked_about(core: FakeStage, about: str):
    core.hears("erin", f"meet alice@x.com about {about}", space=None)
    assert not any(f"“{about}”" in each.text for each in core.told("alice@x.com"))


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("meet alice@x.com abuot the bill tomorrow 4pm", "the bill"),
        ("qr code for the trade fair please, 2 hours", "the trade fair"),
        ("budget meeting with alice@x.com tomorrow 4pm", "budget"),
    ],
)
def test_what_may_be_a_subject_is_offered_as_one(core: FakeStage, said: str, subject: str):
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    title = note.card["actions"][0]["title"]
    assert f"“{subject}”" in title


@pytest.mark.parametrize("said", ["his name is Robert", "the patient's name is Robert"])
def test_a_name_is_no_place(core: FakeStage, said: str):
    core.hears("erin", NOW, space=None)
    core.hears("erin", said, space=None)
    assert "time zone" not in core.told("erin")[-1].text
    assert not core.told("erin")[-1].cards


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("45 min is enough", "Move “the roof results”, same day: 15:00 – 45 minutes"),
        ("45 Minuten reichen", "Move “the roof results”, same day: 15:00 – 45 minutes"),
        ("45 min suffisent", "Move “the roof results”, same day: 15:00 – 45 minutes"),
        ("make the roof 30 minutes", "Move “the roof results”, same day: 15:00 – 30 minutes"),
        ("the roof only needs 20 minutes", "Move “the roof results”, same day: 15:00 – 20 minutes"),
        ("make the roof 15:30", "Move “the roof results”, same day: 15:30"),
        ("move it to half past 5 then", "Move the meeting, same day: 17:30"),
    ],
)
def test_a_later_meeting_is_changed_by_words_of_its_subject(core: FakeStage, said: str, first: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof results", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].card["actions"][0]["title"] == first
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "cancel the roof if alice doesn't show up",
        "if alice doesn't come, cancel the meeting",
        "cancel it in 10 minutes",
        "add carl@example.com if bob@example.com says yes",
        "let alice in after bob leaves",
        "sag das Meeting ab, wenn Alice nicht kommt",
        "annule la réunion si alice ne vient pas",
        "cancela la reunión si alice no viene",
    ],
)
def test_what_is_for_later_is_neither_done_nor_offered(core: FakeStage, said: str):
    core.hears("erin", f"{NOW} about the roof", space=None)
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    assert "I can’t do things later or on a condition, so I did nothing" in note.text
    assert note.cards == ()
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize(
    "said",
    ["extend by 10 min if possible", "if you can, extend it by 10 minutes", "resend if needed"],
)
def test_a_polite_if_is_no_condition(core: FakeStage, said: str):
    core.hears("erin", NOW, space=None)
    core.hears("erin", said, space=None)
    assert not any("on a condition" in note.text for note in core.told("erin"))


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("is room 12 free?", "I can’t see which rooms are free"),
        ("is this hipaa compliant?", "ask your administrator"),
        ("how do i get in?", "Open your own link"),
        ("who sees the host link?", "Only the host gets the host link"),
        ("who has a link?", "alice@x.com: invited"),
        ("are we done?", "I didn’t understand that"),
    ],
)
def test_a_question_is_not_answered_with_something_else(core: FakeStage, said: str, answer: str):
    core.hears("erin", NOW, space=None)
    core.hears("erin", said, space=None)
    assert answer in core.told("erin")[-1].text


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("tell", "What should I tell them?"),
        ("tell alice@x.com", "What should I tell them?"),
        ("add", "Who should I invite?"),
        ("remove", "Who is no longer invited?"),
        ("postpone the roof", "To what time?"),
        ("rename", "What should it be called?"),
        ("handover", "Who should be the host?"),
        ("reply alice@x.com", "What should I answer?"),
    ],
)
def test_a_command_that_lacks_something_is_asked_what_it_is(core: FakeStage, said: str, asked: str):
    core.hears("erin", f"{NOW} about the roof", space=None)
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    assert note.text.startswith(asked)
    assert note.cards == ()


def test_what_to_tell_is_offered_before_it_is_told(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "tell alice@x.com", space=None)
    core.hears("erin", "I'm late", space=None)
    assert len(core.told("alice@x.com")) == 1
    assert "“I'm late”" in core.told("erin")[-1].card["actions"][0]["title"]
