"""What answers to the bot's own questions mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.domain.commands import (
    Cancel,
    Cohost,
    Extend,
    Guest,
    Meet,
    MeetingReference,
    Resend,
    TellInviter,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.domain.open_questions import GAP, OpenQuestion
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting.answers import answer
from bot.core.suggesting.gap_answers import with_gap
from bot.core.suggesting.readings import (
    Completed,
    Declined,
    NothingAsked,
    Suggested,
    WhatHour,
    WhichOne,
)
from tests.rows import for_each

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))
READ = SentenceParser(NOW, ("Lobby",), "DE")
ONE = OpenQuestion("1", NOW, ("cancel #1",))
TWO = OpenQuestion("2", NOW, ("cancel #1", "cancel #2"))
ALICE = Guest(email="alice@x.com")
BOB = Guest(email="bob@x.com")


@for_each("said", ["yes", "Yes, please!", "ok", "👍", "go ahead", "ja", "vas-y", "sí", "mach das"])
def test_yes_does_the_only_thing_that_was_suggested(said: str):
    assert answer(ONE, said, READ) == Cancel(MeetingReference(1))


@for_each("said", ["yes", "ok", "oui", "genau"])
def test_yes_to_several_suggestions_chooses_none(said: str):
    assert answer(TWO, said, READ) == WhichOne()


@for_each(
    "said", ["2", "the second", "second one please", "the last one", "die zweite", "le deuxième"]
)
def test_a_suggestion_is_chosen_by_its_place(said: str):
    assert answer(TWO, said, READ) == Cancel(MeetingReference(2))


@for_each("said", ["#2", "#2 please", "no, the second", "nein, die zweite"])
def test_a_meeting_is_chosen_by_its_number(said: str):
    assert answer(TWO, said, READ) == Cancel(MeetingReference(2))


@for_each("said", ["#3", "the second meeting of the invoice", "is it working?", "who is that"])
def test_what_is_no_answer_chooses_nothing(said: str):
    assert answer(TWO, said, READ) is None


@for_each("said", ["the third", "two or three", "12", "the other one", "both", "this or that"])
def test_an_answer_that_fits_no_suggestion_is_asked_about_again(said: str):
    assert answer(TWO, said, READ) == WhichOne()


@for_each("said", ["the first", "2", "second one please", "die zweite", "le premier", "la última"])
def test_an_ordinal_without_a_question_means_nothing(said: str):
    assert answer(None, said, READ) == NothingAsked()


@for_each(
    "said",
    [
        *("no", "no thanks", "nein danke", "never mind", "non merci", "no gracias"),
        *("nein, doch nicht", "non attends", "no espera"),
    ],
)
def test_no_declines(said: str):
    assert answer(ONE, said, READ) == Declined()


@for_each("said", ["no", "nope", "nein danke", "nvm"])
def test_a_plain_no_declines_even_without_a_question(said: str):
    assert answer(None, said, READ) == Declined()


@for_each("said", ["never mind", "doch nicht", "laisse tomber", "olvídalo"])
def test_what_may_take_something_back_is_no_answer_without_a_question(said: str):
    assert answer(None, said, READ) is None


@for_each("said", ["yes", "go ahead", "ja", "oui", "claro"])
def test_yes_without_a_question_is_recognized(said: str):
    assert answer(None, said, READ) == NothingAsked()


@for_each("said", ["yes but later", "yesterday", "I said no to alice", "okay we need a room", ""])
def test_a_sentence_that_only_begins_like_an_answer_is_not_an_answer(said: str):
    assert answer(ONE, said, READ) is None


@for_each(
    "said",
    [
        *("not that", "no, not that one", "no wait, not #1", "not this", "nicht das", "pas ça"),
        *("no, the other one", "the other one", "not now", "eso no", "no wait"),
    ],
)
def test_what_is_not_meant_declines_the_only_suggestion(said: str):
    assert answer(ONE, said, READ) == Declined()


@for_each(
    "said", ["neither", "both no", "none of them", "beide nicht", "aucun des deux", "ninguno"]
)
def test_neither_declines_all(said: str):
    assert answer(TWO, said, READ) == Declined()


@for_each("said", ["not the first", "no, not #1", "nicht die erste", "not the first one please"])
def test_what_is_not_meant_leaves_the_others(said: str):
    assert answer(TWO, said, READ) == Suggested(
        (Cancel(MeetingReference(2)),), Unclear("", Hint.UNKNOWN)
    )


PEOPLE = OpenQuestion("4", NOW, ("resend alice@x.com of #1", "resend bob@x.com of #1"))


@for_each("said", ["bob", "bob please", "to bob", "an bob", "no, bob"])
def test_a_suggestion_is_chosen_by_who_it_is_for(said: str):
    reply = answer(PEOPLE, said, READ)
    assert reply in (
        Resend(guests=(BOB,), which=MeetingReference(1)),
        Suggested((Resend(guests=(BOB,), which=MeetingReference(1)),), Unclear("", Hint.UNKNOWN)),
    )


LABELLED = OpenQuestion(
    "8",
    NOW,
    ("tell host of #1: late", "tell host of #2: late"),
    labels=("Erin Expert (erin@example.com)", "Carl Colleague (carl@example.com)"),
)


@for_each("said", ["Carl", "carl please", "Carl Colleague", "carl@example.com", "the other, Carl"])
def test_a_choice_is_chosen_by_what_else_it_is_called(said: str):
    assert answer(LABELLED, said, READ) == TellInviter("late", MeetingReference(2))


@for_each("said", ["not alice", "no wait, not alice", "nicht alice", "pas alice"])
def test_who_is_not_meant_leaves_the_others(said: str):
    left = Resend(guests=(BOB,), which=MeetingReference(1))
    assert answer(PEOPLE, said, READ) == Suggested((left,), Unclear("", Hint.UNKNOWN))


HALVES = OpenQuestion(
    "5",
    NOW,
    (
        "meet alice@x.com at 2026-03-11T15:00+01:00 Europe/Berlin",
        "meet alice@x.com at 2026-03-11T03:00+01:00 Europe/Berlin",
    ),
)
MOVED = OpenQuestion("6", NOW, ("move #1 at 14:30 Europe/Berlin", "move #1 at 02:30 Europe/Berlin"))
UNTIL = OpenQuestion("7", NOW, ("extend #1 until 17:00", "extend #1 until 05:00"))


@for_each("asked", [HALVES, MOVED, UNTIL])
@for_each(
    "said",
    [
        *("the afternoon", "afternoon", "in the afternoon", "pm", "p.m.", "PM please", "evening"),
        *("nachmittags", "am Nachmittag", "der Nachmittag", "abends", "the later", "the later one"),
        *(
            "l'après-midi",
            "de l'après-midi",
            "après-midi",
            "le soir",
            "por la tarde",
            "de la tarde",
        ),
        *(
            "la tarde",
            "the latest",
            "die spätere",
            "le plus tard",
            "el de más tarde",
            "pm of course",
        ),
    ],
)
def test_a_part_of_the_day_chooses_by_the_time_of_each(asked: OpenQuestion, said: str):
    assert answer(asked, said, READ) == READ.command(asked.choices[0])


@for_each("asked", [HALVES, MOVED, UNTIL])
@for_each(
    "said",
    [
        *("the morning", "morning", "am", "a.m.", "AM please", "in the morning", "the earlier one"),
        *("morgens", "vormittags", "früh", "am Vormittag", "le matin", "du matin", "le plus tôt"),
        *("de la mañana", "por la mañana", "at night", "nachts", "la nuit", "earlier"),
    ],
)
def test_the_other_half_of_the_day_chooses_the_other(asked: OpenQuestion, said: str):
    assert answer(asked, said, READ) == READ.command(asked.choices[1])


@for_each(
    ("said", "clocks"),
    [
        ("3:30pm", ["15:30"]),
        ("make that 3:30 pm", ["15:30"]),
        ("no, 16:00", ["16:00"]),
        ("lieber um 16 Uhr", ["16:00"]),
        ("plutôt 16h30", ["16:30"]),
        ("mejor a las 16:30", ["16:30"]),
        ("make that 3:30", ["15:30", "03:30"]),
        ("make it 4 then", ["16:00", "04:00"]),
        ("half past", ["15:30", "03:30"]),
        ("half past 4 please", ["16:30", "04:30"]),
        ("halb 5", ["16:30", "04:30"]),
        ("sagen wir viertel nach 4", ["16:15", "04:15"]),
        ("4 h et demie", ["16:30", "04:30"]),
    ],
)
def test_another_time_takes_the_place_of_those_in_question(said: str, clocks: list[str]):
    reply = answer(HALVES, said, READ)
    meets = reply.choices if isinstance(reply, Suggested) else (reply,)
    assert [f"{each.opens:%H:%M}" for each in meets if isinstance(each, Meet)] == clocks
    assert all(isinstance(each, Meet) and each.guests == (ALICE,) for each in meets)


@for_each("said", ["sorry 5pm", "no, 5pm", "make that 5pm", "17 Uhr", "plutôt 17h30"])
@for_each(
    "others",
    [
        ("tell all of #1: 4pm rather",),
        ("move #2 at 16:00 Europe/Berlin",),
        ("cancel #1", "extend #1 30m"),
    ],
)
def test_another_time_is_asked_about_among_other_things(said: str, others: tuple[str, ...]):
    asked = OpenQuestion("9", NOW, (*others, "move #1 at 16:00 Europe/Berlin"))
    assert isinstance(answer(asked, said, READ), Suggested | WhichOne)


@for_each(
    ("said", "sentence"),
    [
        ("the afternoon", f"meet alice@x.com tomorrow {GAP} in the afternoon"),
        ("vormittags", f"meet alice@x.com tomorrow {GAP} in the morning"),
        ("le soir", f"meet alice@x.com tomorrow {GAP} in the evening"),
    ],
)
def test_a_part_of_the_day_leaves_the_hour_open(said: str, sentence: str):
    asked = OpenQuestion("3", NOW, (), f"meet alice@x.com tomorrow {GAP}")
    assert answer(asked, said, READ) == WhatHour(sentence)
    whole = answer(OpenQuestion("3", NOW, (), sentence), "10" if "vor" in said else "8:30", READ)
    assert isinstance(whole, Meet) == (said != "the afternoon")


@for_each(
    ("asked", "said", "sentence"),
    [
        (f"meet alice@x.com tomorrow {GAP}", "3", "meet alice@x.com tomorrow at 3"),
        (f"meet alice@x.com tomorrow {GAP}", "at 3:30", "meet alice@x.com tomorrow at 3:30"),
        (f"meet {GAP}", "alice@gmial.com", "meet alice@gmial.com"),
    ],
)
def test_an_answer_may_leave_another_question(asked: str, said: str, sentence: str):
    assert answer(OpenQuestion("3", NOW, (), asked), said, READ) == Completed(sentence)


@for_each(
    ("sentence", "said", "command"),
    [
        (
            "meet alice@x.com tomorrow",
            "3pm",
            Meet((ALICE,), opens=NOW.replace(day=11, hour=15, minute=0)),
        ),
        ("meet alice@x.com at 9", "9pm", Meet((ALICE,), opens=NOW.replace(hour=21, minute=0))),
        ("meet alice", "alice@x.com", Meet((replace(ALICE, name="alice"),))),
        ("cohost", "bob@x.com", Cohost(Guest(email="bob@x.com"))),
        ("extend for 30", "30 min", Extend(30)),
    ],
)
def test_an_answer_fills_the_gap_in_the_question(sentence: str, said: str, command: object):
    unclear = grammar.parse(Said(sentence), NOW)
    assert isinstance(unclear, Unclear)
    gap = with_gap(unclear, sentence)
    assert answer(OpenQuestion("3", NOW, (), gap), said, READ) == command


@for_each("said", ["alice lost her link", "the invoice", "never"])
def test_words_of_a_subject_fill_no_gap_of_a_length(said: str):
    assert answer(OpenQuestion("3", NOW, (), f"extend {GAP}"), said, READ) is None


@for_each("said", ["thanks", "hmm", "who is that?", "cancel", "never"])
def test_an_answer_that_does_not_fit_the_gap_does_nothing(said: str):
    asked = OpenQuestion("3", NOW, (), f"meet alice@x.com tomorrow {GAP}")
    assert not isinstance(answer(asked, said, READ), Meet)


def test_a_question_is_open_for_ten_minutes():
    assert ONE.is_open(NOW + timedelta(minutes=10))
    assert not ONE.is_open(NOW + timedelta(minutes=10, seconds=1))
    assert not ONE.is_open(NOW - timedelta(seconds=1))
