"""What the last sentence was about decides what the next one, which names no meeting, may do."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

UNNAMED = [
    *("verschiebe auf 16 Uhr", "add carl@example.com", "sag allen: bitte Brille mitbringen"),
    *(
        "rename to boots",
        "extend",
        "um 30 Minuten verlängern",
        "and carl@example.com too",
        "cancel",
    ),
    *("avance-la de 15 minutes", "resend all", "cohost carl@example.com"),
]
REFUSED = [
    *("meet dora@z.net monday 3pm about round", "Termin mit dora@z.net am 31.2. um 10 Uhr"),
    *("meet dora@z.net yesterday 9am about round", "rdv avec dora@z.net lundi à 15h"),
    *("meet the new lead tomorrow 3pm", "expert radiology for dora@z.net", "cancel #40"),
]
LOST = ["cancel", "handover carl@example.com"]


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot that Erin has asked for one meeting, which goes on for days."""
    core.hears("erin", "meet alice@x.com tomorrow 10:00 about the roof", space=None)
    core.makes_host("carl")
    core.makes_host("bob")
    core.passes(minutes=1)
    return core


def done(core: FakeStage) -> list[object]:
    """Return what was told to others than Erin, and how many links were asked for."""
    told = [
        len(core.told(each)) for each in ("alice@x.com", "bob@example.com", "carl", "dora@z.net")
    ]
    return [told, len(core.broker.asked)]


def asks(core: FakeStage, *said: str) -> None:
    """Say some sentences, and expect that the last one has done nothing and was asked about."""
    for each in said[:-1]:
        core.hears("erin", each, space=None)
        core.passes(seconds=5)
    before = done(core)
    core.hears("erin", said[-1], space=None)
    assert done(core) == before
    assert core.told("erin")[-1].cards or "?" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", UNNAMED)
@pytest.mark.parametrize("refused", REFUSED)
def test_the_only_meeting_is_not_the_one_that_was_refused(core: FakeStage, refused: str, said: str):
    asks(core, refused, "thanks", said)


@pytest.mark.parametrize("said", UNNAMED)
@pytest.mark.parametrize("lost", LOST)
def test_the_only_one_left_is_not_the_one_given_away(core: FakeStage, lost: str, said: str):
    asks(core, "meet bob@example.com friday 14:00 about the cellar", lost, said)


def test_a_meeting_that_is_named_again_is_meant_again(core: FakeStage):
    core.hears("erin", "meet dora@z.net yesterday 9am", space=None)
    core.passes(seconds=5)
    core.hears("erin", "status #1", space=None)
    core.passes(seconds=5)
    core.hears("erin", "tell all: bring your glasses", space=None)
    assert "bring your glasses" in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *(
            "for 30 minutes",
            "in German",
            "and carl@example.com",
            "30 Minuten",
            "with carl@example.com",
        ),
        *("for 20 minutes please", "pour 30 minutes", "make it 4pm", "15 Uhr"),
    ],
)
@pytest.mark.parametrize("refused", REFUSED[:4])
def test_nothing_but_a_day_and_time_replaces_those_in_question(
    core: FakeStage, refused: str, said: str
):
    asks(core, refused, said)


def test_a_day_and_time_answer_the_question(core: FakeStage):
    core.hears("erin", "meet dora@z.net yesterday 9am about round", space=None)
    core.hears("erin", "tomorrow 4pm", space=None)
    assert "16:00" in core.told("dora@z.net")[-1].text


def test_an_hour_alone_does_not_move_to_the_old_day(core: FakeStage):
    asks(core, "move #1 to monday 3pm", "4pm")


@pytest.mark.parametrize(
    "answer", ["maybe 3pm", "vielleicht 15 Uhr", "15:00 vllt", "igual a las 15", "in a minute"]
)
def test_what_is_not_sure_is_asked_about(core: FakeStage, answer: str):
    asks(core, "move #1", answer)


def test_one_second_chooses_nothing(core: FakeStage):
    asks(core, "meet bob@example.com friday 14:00", "meetings", "cancel", "one second")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("rename #1 to round, and cancel #2", "cancel #2 and #1"),
        ("rename #1 to round and extend #2", "extend #1 and #2"),
    ],
)
def test_a_new_command_chooses_nothing(core: FakeStage, first: str, then: str):
    core.hears("erin", "meet bob@example.com friday 14:00", space=None)
    core.passes(seconds=5)
    asks(core, first, then)


@pytest.mark.parametrize(
    "first",
    [
        *("tell alice@x.com: be on time", "cohost bob@example.com", "resend alice@x.com"),
        *("text for alice@x.com", "remove alice@x.com"),
    ],
)
@pytest.mark.parametrize("then", ["and carl@example.com too", "und carl@example.com auch"])
def test_too_may_mean_what_was_done_last(core: FakeStage, first: str, then: str):
    asks(core, first, then)


def test_too_behind_an_invitation_invites(core: FakeStage):
    core.hears("erin", "add dora@z.net", space=None)
    core.hears("erin", "and carl@example.com too", space=None)
    assert "invites you" in core.told("carl")[-1].text


@pytest.mark.parametrize("said", ["yes", "ok", "ja", "sí"])
def test_yes_is_not_for_a_question_before_a_guests_message(core: FakeStage, said: str):
    core.hears("erin", "alice isn't coming", space=None)
    assert core.told("erin")[-1].cards
    core.passes(seconds=5)
    core.hears("alice@x.com", "I can come after all, is that ok?", space=None)
    assert "after all" in core.told("erin")[-1].text
    core.passes(seconds=5)
    asks(core, said)


def test_yes_in_the_thread_of_others_is_not_for_an_earlier_question(core: FakeStage):
    core.hears("erin", "meet bob@example.com tomorrow 12:00 about parking")
    core.passes(minutes=1)
    core.hears("erin", "cancel parking?")
    core.passes(seconds=5)
    core.hears("carl", "meet alice@x.com friday")
    before = done(core)
    core.passes(seconds=5)
    core.hears("erin", "ok")
    assert done(core) == before
    assert "Did you mean" in core.posted_in("Support")[-1].text


def test_yes_in_the_own_thread_is_an_answer_all_the_same(core: FakeStage):
    core.hears("erin", "meet bob@example.com tomorrow 12:00 about parking")
    core.passes(minutes=1)
    asked = core.hears("erin", "cancel parking?")
    core.passes(seconds=5)
    core.hears("carl", "meet alice@x.com friday")
    core.hears("erin", "yes", thread=asked.id)
    assert "cancelled" in core.told("bob@example.com")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("meet dora@z.net and", "meet dora@z.net tomorrow 3pm about", "add dora@z.net and"),
        *("cancel #1 and", "remove alice@x.com and"),
        *("Termin mit dora@z.net morgen 15 Uhr und", "rdv avec dora@z.net demain 15h et"),
        *("reunión con dora@z.net mañana a las 15 y", "tell alice@x.com: come early and"),
    ],
)
def test_what_was_sent_too_early_is_asked_about(core: FakeStage, said: str):
    asks(core, said)


@pytest.mark.parametrize(
    "said",
    [
        *("@Bob bitte dora@z.net anrufen", "@Bob bitte um 14 uhr dora@z.net anrufen"),
        *("für @Bob : dora@z.net anrufen", "@Bob dora@z.net anrufen"),
        *("@Bob please call dora@z.net", "@Bob, peux-tu appeler dora@z.net"),
    ],
)
def test_a_colleague_who_is_asked_to_call_somebody_is_not_invited(core: FakeStage, said: str):
    before = done(core)
    core.hears("erin", said)
    assert done(core) == before
    assert core.posted_in("Support")[-1].cards


def test_a_question_about_the_bot_is_about_no_other_meeting(core: FakeStage):
    core.hears("erin", "how long do links work?", space=None)
    core.passes(seconds=5)
    core.hears("erin", "tell all: bring your glasses", space=None)
    assert "bring your glasses" in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("llamada de dora@z.net", "appel de dora@z.net", "una llamada de dora@z.net a las 15"),
        *("rdv de dora@z.net demain 10h", "visita de dora@z.net mañana 10h"),
        *("annulé", "quité a alice@x.com", "enlevé alice@x.com", "rencontré dora@z.net"),
        *("entrevista de dora@z.net", "ich muss dora@z.net morgen um 17 uhr noch anrufen"),
        *("I have to meet dora@z.net at 4pm", "ich muss dora@z.net um 16 Uhr treffen"),
    ],
)
def test_what_may_only_be_told_of_is_not_made(core: FakeStage, said: str):
    asks(core, said)


@pytest.mark.parametrize(
    "said", ["the demo", "la démo", "la consulta", "la reunión", "demo", "our call"]
)
def test_a_meeting_that_is_only_named_is_not_made(core: FakeStage, said: str):
    before = done(core)
    core.hears("erin", said)
    assert done(core) == before
    assert "Start here" not in core.posted_in("Support")[-1].text


@pytest.mark.parametrize("said", ["meet", "meeting", "a meeting please", "eine Besprechung jetzt"])
def test_a_meeting_that_is_asked_for_is_made(core: FakeStage, said: str):
    before = done(core)
    core.hears("erin", said)
    assert done(core) != before


@pytest.mark.parametrize(
    "said",
    [
        *("the meeting with bob@example.com", "la réunion de demain à 9h", "the meeting at 3pm"),
        *("Meeting am Donnerstag um 10", "den Termin am Donnerstag um 10 Uhr"),
    ],
)
def test_which_meeting_is_answered_by_no_new_one(core: FakeStage, said: str):
    core.hears("erin", "meet bob@example.com friday 14:00", space=None)
    core.passes(minutes=6)
    asks(core, "cancel", said)
    core.hears("erin", "1", space=None)
    assert "is cancelled" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("rename it", "meeting with dora@z.net"),
        ("tell alice@x.com", "meet me tomorrow at 9"),
        ("move it", "meeting tomorrow at 9"),
    ],
)
def test_the_words_asked_for_are_no_command(core: FakeStage, first: str, then: str):
    asks(core, first, then)


@pytest.mark.parametrize(
    "said",
    [
        *("my meeting with dora@z.net tomorrow 3pm", "der Termin mit dora@z.net morgen um 15 Uhr"),
        *("remove alice@x.com for bob@example.com", "notre réunion avec dora@z.net demain 15h"),
    ],
)
def test_a_meeting_that_there_is_already_is_asked_about(core: FakeStage, said: str):
    core.hears("erin", "add bob@example.com", space=None)
    asks(core, said)


@pytest.mark.parametrize("said", ["mit", "mit uns", "mit mir", "anruf", "ein anruf", "with us"])
def test_words_to_colleagues_make_no_meeting(core: FakeStage, said: str):
    before = done(core)
    core.hears("erin", said)
    assert done(core) == before


@pytest.mark.parametrize("said", ["I'm in London", "speak German", "everything in English"])
def test_the_defaults_of_a_space_are_asked_about(core: FakeStage, said: str):
    core.hears("erin", said)
    assert core.posted_in("Support")[-1].cards
    core.hears("erin", "defaults")
    shown = core.posted_in("Support")[-1].text
    assert "London" not in shown
    assert "Deutsch" not in shown


def test_defaults_that_are_called_so_are_set_at_once(core: FakeStage):
    core.hears("erin", "defaults in Europe/London")
    assert "Europe/London" in core.posted_in("Support")[-1].text


@pytest.mark.parametrize("said", ["until 5pm", "bis 17 uhr", "till noon", "hasta las 17"])
@pytest.mark.parametrize("asked", ["meet dora@z.net tomorrow 3pm?", "move #1 to 3pm?"])
def test_an_end_is_no_beginning(core: FakeStage, asked: str, said: str):
    asks(core, asked, said)


@pytest.mark.parametrize("said", ["noch 30 minuten", "10 minutos más", "30 minutes more"])
def test_more_minutes_may_be_those_until_a_meeting_begins(core: FakeStage, said: str):
    asks(core, said)


@pytest.mark.parametrize("said", ["extend by 30 minutes", "make it 30 minutes longer"])
def test_a_meeting_that_is_to_last_longer_is_extended(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert "now lasts until" in core.told("erin")[-1].text


def test_yes_in_an_older_thread_is_not_for_a_question_in_another(core: FakeStage):
    theirs = core.hears("carl", "meet alice@x.com friday 9:00")
    core.hears("erin", "meet bob@example.com tomorrow 12:00 about parking")
    core.passes(minutes=1)
    core.hears("erin", "cancel parking?")
    before = done(core)
    core.passes(seconds=5)
    core.hears("erin", "ok", thread=theirs.id)
    assert done(core) == before
    assert "Did you mean" in core.posted_in("Support")[-1].text


def test_a_question_about_the_only_meeting_leaves_it_the_one_meant(core: FakeStage):
    core.hears("erin", "move it to monday 3pm", space=None)
    core.passes(seconds=5)
    core.hears("erin", "move it to tomorrow 3pm", space=None)
    assert "15:00" in core.told("alice@x.com")[-1].text
