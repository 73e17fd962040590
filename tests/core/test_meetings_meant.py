"""Which of several meetings a sentence means: what it names is never replaced by another one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Guest, MeetingReference, Sayable, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting import second_reader
from bot.core.suggesting.readings import Suggested

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
TODAY, TOMORROW = NOW - timedelta(minutes=15), datetime(2026, 3, 11, 10, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 3, 12, 15, 30, tzinfo=UTC)
ALICE, BOB, CAROL = (Guest(email=f"{name}@x.com") for name in ("alice", "bob", "carol"))
MADE = NOW - timedelta(minutes=15)
INVOICE = OwnMeeting(1, "the invoice", (ALICE, BOB), "", TODAY, MADE)
MRI = OwnMeeting(2, "MRI results", (CAROL,), "10:00", TOMORROW, MADE)
ROTA = OwnMeeting(3, "rota", (BOB, CAROL), "15:30", THURSDAY, MADE)
KINDS = dict.fromkeys(("now", "new", "change"), (INVOICE,))
SPOKEN = MentionableMeetings(
    (INVOICE, MRI, ROTA), INVOICE, unnamed=KINDS | {"cancel": (INVOICE, MRI, ROTA)}
)
READ = SentenceParser(NOW, (), "DE")


def meant(said: str, spoken: MentionableMeetings = SPOKEN) -> list[int | None]:
    """Return the numbers of the meetings that the suggestions are about, each once."""
    found = [each.which for each in commands(said, spoken) if hasattr(each, "which")]
    return list(dict.fromkeys(_number(each, spoken) for each in found))


def _number(which: MeetingReference, spoken: MentionableMeetings) -> int | None:
    called = (each.number for each in spoken.meetings if _is_called(each, which.words))
    return next(called, None) if which.words else which.number


def _is_called(meeting: OwnMeeting, words: str) -> bool:
    return set(words.casefold().split()) <= set(meeting.subject.casefold().split())


def commands(said: str, spoken: MentionableMeetings = SPOKEN) -> tuple[Sayable, ...]:
    read = grammar.parse(Said(said), NOW, region="DE")
    which = getattr(read, "which", None)
    if which and which.words and not any(_is_called(each, which.words) for each in spoken.meetings):
        read = Unclear(said[:100], Hint.UNKNOWN)  # as when no meeting is found by these words
    if not isinstance(read, Unclear):
        return () if which and which.number is None and not which.words else (read,)
    reading = second_reader.read(read, said, spoken, READ)
    if isinstance(reading, Suggested):
        return reading.choices
    return () if isinstance(reading, Unclear) else (reading,)


REQUESTS = (
    *("could u maybe cancel {}", "pls do extend {} by 15 min", "i think we should call off {}"),
    *("remind me who is invited to {}", "we need another 10 min for {}"),
)


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize(
    ("named", "number"),
    [
        *(("the MRI", 2), ("the mri one", 2), ("the MRI meeting", 2), ("my MRI call", 2)),
        *(("the mri results", 2), ("the rota", 3), ("the rota one", 3), ("the rota meeting", 3)),
        *(("the invoice", 1), ("the invoice thing", 1), ("#2", 2), ("#3", 3), ("#1", 1)),
        *(("tomorrow's call", 2), ("tomorrow's meeting", 2), ("the meeting on Thursday", 3)),
        *(("the thursday meeting", 3), ("today's call", 1), ("the 10 o'clock meeting", 2)),
        *(("the later one", 3), ("the first one", 1), ("the second one", 2), ("the third one", 3)),
        *(("the next one", 2), ("the newest one", 3), ("the current meeting", 1)),
        *(("der morgige Termin", 2), ("den zweiten Termin", 2), ("die MRI Besprechung", 2)),
        *(("la réunion de demain", 2), ("le deuxième rendez-vous", 2), ("la cita de mañana", 2)),
    ],
)
def test_the_meeting_that_is_named_is_the_one_that_is_meant(request_: str, named: str, number: int):
    assert set(meant(request_.format(named))) <= {number}


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize(
    "named",
    [
        *("the budget meeting", "the budget one", "the x-ray call", "the biopsy meeting", "#7"),
        *("the meeting about the biopsy", "the yearly review meeting", "friday's call"),
        *("the meeting on friday", "the Zimmermann appointment", "die Budget Besprechung"),
    ],
)
def test_a_meeting_that_there_is_not_is_never_replaced_by_another(request_: str, named: str):
    for spoken in (SPOKEN, MentionableMeetings((INVOICE,), INVOICE)):
        assert meant(request_.format(named), spoken) == []


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        *(("cancel the later one", [3]), ("cancel #2 and #3", [2, 3]), ("cancel all", [1, 2, 3])),
        *(("cancel the meeting with alice and carol", []),),
        *(
            ("call off both", [1, 2, 3]),
            ("extend #2 and #3", [2, 3]),
        ),
        *(("make the MRI 15:30", [2]), ("add dora@z.net to the mri one", [2])),
        *(("resend alice the link", [1]), ("put alice on the mri one too", [2])),
    ],
)
def test_sentences_of_a_front_desk(said: str, numbers: list[int]):
    assert [each for each in meant(said) if each] == numbers


@pytest.mark.parametrize("said", ["cancel nothing", "cancel none", "storniere nichts"])
def test_nothing_is_not_cancelled(said: str):
    assert commands(said) == ()


@pytest.mark.parametrize(
    "said", ["cancel my last message", "delete the email", "undo", "undo that"]
)
def test_what_cannot_be_taken_back_is_no_meeting(said: str):
    assert commands(said) == ()


def test_what_was_made_just_now_can_be_undone():
    new = OwnMeeting(3, "rota", (BOB, CAROL), "15:30", THURSDAY, NOW - timedelta(minutes=1))
    assert meant("undo", MentionableMeetings((INVOICE, MRI, new), INVOICE, unnamed=KINDS)) == [3]


@pytest.mark.parametrize("kind", ["now", "new", "change", "cancel"])
def test_a_sentence_without_a_meeting_takes_those_that_a_typed_command_takes(kind: str):
    said = {"now": "i think it has to last 10 minutes longer", "new": "make that 3:30pm"}
    said |= {"change": "the topic should be Budget", "cancel": "i think we must cancel"}
    spoken = MentionableMeetings((INVOICE, MRI, ROTA), INVOICE, unnamed=KINDS | {kind: (MRI, ROTA)})
    assert meant(said[kind], spoken) == [2, 3]
