"""Templates of whole sentences are strict: what no template has is never left unread."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.tokens import NOT, tokens
from bot.core.domain.commands import Add, Command, Extend, Guest, Meet, Unclear, WhoIsOn
from bot.core.domain.hints import OF_TIMES, OPEN, Hint
from bot.core.parsing.grammar import SentenceParser, is_question
from bot.core.parsing.text.words import split
from bot.core.templates import template_reader
from bot.core.templates.tables import CLEAR_TABLES
from bot.core.templates.template_syntax import expand, trees

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
BY = SentenceParser(NOW, ("Lobby",), "DE")
UNCLEAR = Unclear("", Hint.UNKNOWN)
ALICE, BOB, CAROL = (Guest(email=f"{name}@x.com") for name in ("alice", "bob", "carol"))
INVOICE = OwnMeeting(1, "the invoice", (ALICE,))
RESULTS = OwnMeeting(2, "lab results", (BOB, CAROL), "10:00")
GROUPS = ("cardiology",)
WORLDS = [
    MentionableMeetings(groups=GROUPS),
    MentionableMeetings((INVOICE,), INVOICE, groups=GROUPS),
    MentionableMeetings((INVOICE, RESULTS), INVOICE, groups=GROUPS),
]
VALUES = {
    "person": "alice@x.com",
    "time": "tomorrow 3pm",
    "length": "20 min",
    "meeting": "#1",
    "guests": "3 guests",
    "number": "123456789",
    "language": "in spanish",
    "place": "London",
    "device": "lobby",
    "group": "cardiology",
}
SAY_NOTHING = {"idle", "ending", "courtesy"}
SENTENCES = sorted(
    {
        (heading, example.format(**VALUES))
        for table in CLEAR_TABLES
        for heading, tree in trees(table)
        if heading not in SAY_NOTHING and not heading.startswith("~")
        for example in expand(tree)[:4]
    }
)
"""Some sentences of each template, with its heading."""

ADDED = {
    "dora@z.net": {"dora@z.net"},
    "+49 171 3920042": {"+491713920042"},
    "friday 9am": {datetime(2026, 3, 13, 9, 0, tzinfo=UTC)},
    "45 min": {45, datetime(2026, 3, 10, 13, 5, tzinfo=UTC)},
    "in french": {"fr"},
    "#2": {2},
    "7 guests": {7},
}
"""What else may be said, and what of it a command that takes it holds; `in 45 min` says when."""

said = st.sampled_from(SENTENCES).map(lambda each: each[1])
worlds = st.sampled_from(WORLDS)
places = st.floats(0, 1)


def done(sentence: str, spoken: MentionableMeetings, unclear: Unclear = UNCLEAR) -> Command | None:
    return template_reader.read(unclear, sentence, spoken, BY)


def with_word(sentence: str, word: str, place: float) -> str:
    """Return a sentence with another word somewhere in it."""
    words = sentence.split()
    words.insert(round(place * len(words)), word)
    return " ".join(words)


def values(of: Any) -> Iterator[Any]:
    """Yield all that a command holds."""
    if dataclasses.is_dataclass(of) and not isinstance(of, type):
        of = [getattr(of, each.name) for each in dataclasses.fields(of)]
    if isinstance(of, (tuple, list, frozenset)):
        for each in of:
            yield from values(each)
    else:
        yield of


@given(said, st.from_regex(r"qz[a-z]{2,9}", fullmatch=True), places, worlds)
def test_no_word_is_left_unread(
    sentence: str, word: str, place: float, spoken: MentionableMeetings
):
    assert done(with_word(sentence, word, place), spoken) is None


@given(said, st.sampled_from(sorted(ADDED)), places, worlds)
def test_nothing_that_is_said_is_left_out(
    sentence: str, addition: str, place: float, spoken: MentionableMeetings
):
    assume("123456789" not in sentence)  # more digits make another number
    command = done(with_word(sentence, addition, place), spoken)
    assert command is None or ADDED[addition] & set(values(command))


@given(said, st.sampled_from(["not", "nicht", "pas", "nunca", "never", "kein", "if", "wenn", "si"]))
def test_a_condition_or_denial_is_not_left_out(sentence: str, word: str):
    words = sentence.split()
    assume(NOT not in tokens(sentence))
    for at in range(len(words) + 1):
        assert done(" ".join([*words[:at], word, *words[at:]]), WORLDS[1]) is None


@given(said, worlds)
def test_a_question_is_only_done_if_it_is_a_request(sentence: str, spoken: MentionableMeetings):
    asked = f"{sentence}?"
    command = done(asked, spoken)
    if command is not None:
        assert NOT not in tokens(sentence)
        assert not is_question(split(asked)) or isinstance(command, (Add, Meet, Extend, WhoIsOn))


@given(said, st.sampled_from(['"', "“", "„", "»", "\n", "://"]), places, worlds)
def test_what_others_wrote_is_not_done(
    sentence: str, sign: str, place: float, spoken: MentionableMeetings
):
    assert done(with_word(sentence, sign, place), spoken) is None


@given(said, worlds, st.sampled_from(sorted(set(Hint) - OPEN - OF_TIMES, key=str)))
def test_what_the_grammar_refuses_by_name_is_not_done(
    sentence: str, spoken: MentionableMeetings, hint: Hint
):
    assert done(sentence, spoken, Unclear("", hint)) is None


@pytest.mark.parametrize("said", ["she lost her link", "patient lost the link", "resend it to her"])
def test_nobody_is_guessed_if_there_are_several(said: str):
    alone = OwnMeeting(3)
    both = OwnMeeting(4, guests=(ALICE, BOB))
    for meetings in ([alone], [both], [INVOICE, alone], [INVOICE, RESULTS]):
        assert done(said, MentionableMeetings(tuple(meetings), meetings[0])) is None


@pytest.mark.parametrize(
    "said",
    [
        *("cancel #1 #2", "cancel #1 with bob@x.com", "cancel the call #1 with dora@z.net"),
        *("cancel the meeting #7", "3 guest links and 7 guests", "join 123456789 and 987654321"),
        *("always 45 min 20 min", "another 45 min 20 min", "starte #2 123456789"),
    ],
)
def test_what_contradicts_itself_is_not_done(said: str):
    for spoken in WORLDS:
        assert done(said, spoken) is None
