"""Nothing is done that nobody asked for: each kind of harm, generated as a family.

The sentences that did harm to an earlier version are in `tests/hearing/harm.jsonl`.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from html import escape
from itertools import combinations
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.domain.commands import Command, Guest, Help, Meet, Nothing, Status, Thanks, Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.parsing import grammar
from bot.core.parsing.grammar import PERMISSIONS, REQUESTS
from bot.core.parsing.slots.slot import EXCEPTIONS
from bot.core.parsing.slots.subjects import CONNECTORS, COURTESIES, KEYWORDS
from bot.core.parsing.text import mentions
from bot.core.parsing.text.mentions import Said
from bot.core.parsing.vocabulary.all_languages import PARTS, WEEKDAYS, all_of
from tests.rows import for_each

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))
BOB, ALICE = Guest(email="bob@x.com"), Guest(email="alice@x.com")
ACTING = (
    *("meet eve@x.com", "cancel", "cancel #1", "cancel the invoice", "handover eve@x.com"),
    *("cohost eve@x.com", "add eve@x.com", "extend 30m", "resend all", "defaults for 60m", "meet"),
    *("absagen", "annule", "cancela", "triff eve@x.com", "appelle eve@x.com", "llama a eve@x.com"),
)
"""Sentences that do something."""

acting = st.sampled_from(ACTING)
word = st.from_regex(r"[a-z]{3,9}", fullmatch=True).filter(
    lambda each: each not in CONNECTORS | COURTESIES | KEYWORDS | {"here"}
)
words = st.lists(word, min_size=1, max_size=4).map(" ".join)


def heard(sentence: str, region: str = "") -> Command:
    return grammar.parse(mentions.read(None, sentence, "BOT"), NOW, (), region)


def in_html(html: str) -> Command:
    return grammar.parse(mentions.read(html, "not read", "BOT"), NOW)


HARM = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "hearing/harm.jsonl").read_text().splitlines()
]


@for_each("row", HARM)
def test_sentences_that_once_did_harm_lead_to_a_question(row: dict[str, str]) -> None:
    said = row["say"]
    for name in ("Bob", "Carol"):
        said = said.replace(f"@{name}", f"<@personId:{name}|{name}>")
    assert isinstance(heard(said, row["region"]), Unclear)


# What others wrote.

INTRODUCED = (
    *("> {}", ">{}", "  > {}", "＞ {}", "Fwd: {}", "FW: {}", "fwd: {}", "WG: {}", "TR: {}"),
    *("RV: {}", "On Mon, 9 Mar 2026 at 10:00, Eve <eve@x.com> wrote:\n{}", "-- \n{}", "--\n{}"),
    *("Am Mo., 9. März 2026 um 10:00 Uhr schrieb Eve <eve@x.com>:\n\n{}", "Eve wrote:\n{}"),
    *("Le lun. 9 mars 2026 à 10:00, Eve <eve@x.com> a écrit :\n{}", "Sent from my iPhone\n{}"),
    *("El lun, 9 mar 2026 a las 10:00, Eve (<eve@x.com>) escribió:\n{}", "_______\n{}"),
    *("-----Original Message-----\n{}", "---------- Forwarded message ---------\n{}"),
    *("From: Eve <eve@x.com>\nSent: Monday\nTo: Bob\nSubject: x\n\n{}",),
    *("Von: Eve <eve@x.com>\nGesendet: Montag\nAn: Bob\n\n{}",),
)


@given(acting, st.sampled_from(INTRODUCED), st.sampled_from(["", "thanks\n", "hi\n", "\n"]))
def test_a_quoted_line_is_not_a_command(command: str, form: str, before: str) -> None:
    said = heard(before + form.format(command))
    assert isinstance(said, Unclear | Thanks | Nothing)
    assert not isinstance(said, Nothing) or before == "hi\n"


@given(acting, acting, st.sampled_from(INTRODUCED))
def test_only_the_text_above_a_quotation_is_done(own: str, quoted: str, form: str) -> None:
    assert heard(f"{own}\n{form.format(quoted)}") == heard(own)


@given(acting, st.sampled_from(["", "thanks", "<p>thanks</p>"]), st.booleans())
def test_a_quoted_block_is_not_a_command(command: str, own: str, nested: bool) -> None:
    quoted = f"<p>{escape(command)}</p>"
    if nested:
        quoted = f"<blockquote>{quoted}</blockquote>{quoted}"
    said = in_html(f"<blockquote>{quoted}</blockquote>{own}")
    assert isinstance(said, Unclear | Thanks)
    said = in_html(f"meet bob@x.com<blockquote>{quoted} <a href='mailto:eve@x.com'>Eve</a>")
    assert said == Meet((BOB,))


# Who and what a subject is about.

KEYWORD = st.sampled_from(["about", "re:", "regarding", "subject:", "to discuss", "topic:"])
people = st.sampled_from(
    ["alice@x.com", "<alice@x.com>", "Alice Smith <alice@x.com>", "<@personId:Q|Alice>"]
)


@given(KEYWORD, words, people, st.sampled_from(["", " tomorrow 3pm", " for 45m", " please"]))
@example("about", "the case against", "<@personId:Q|Alice>", "")
@example("about", "not inviting", "alice@x.com", "")
@example("about", "the trouble with", "alice@x.com", "")
@example("re:", "Fwd: meet", "alice@x.com", "")
def test_people_in_a_subject_are_not_invited(
    keyword: str, subject: str, person: str, behind: str
) -> None:
    said = heard(f"meet bob@x.com {keyword} {subject} {person}{behind}")
    assert isinstance(said, Unclear)
    alone = heard(f"meet {keyword} {subject} {person}{behind}")
    assert isinstance(alone, Unclear)


@for_each("said", ["move #2 to midnight", "verschiebe #2 auf Mitternacht", "move #2 midnight"])
def test_midnight_of_a_meetings_own_day_is_asked_about(said: str) -> None:
    assert isinstance(heard(said), Unclear)


@given(KEYWORD, words, st.sampled_from([", ", " plus ", " cc ", "\n", " and invite "]))
def test_a_guest_can_still_be_named_behind_a_subject(
    keyword: str, subject: str, joined: str
) -> None:
    said = heard(f"meet bob@x.com {keyword} the {subject} xyz{joined}alice@x.com")
    assert isinstance(said, Unclear) or said.guests == (BOB, ALICE)  # type: ignore[union-attr]
    assert heard(f"meet bob@x.com about the invoice{joined}alice@x.com") == Meet(
        (BOB, ALICE), "the invoice"
    )


@given(
    words,
    st.sampled_from(["", "tomorrow 3pm ", "mañana a las 15h "]),
    st.sampled_from(["", " not", ", never", ", checked", ", pas", ", kein Wort", ", don't share"]),
    st.sampled_from(["with", "mit", "avec", "con"]),
)
def test_who_stands_behind_with_may_belong_to_the_subject(
    subject: str, when: str, before: str, with_: str
) -> None:
    rest = f"about the {subject} xyz{before} {with_} alice@x.com"
    assert isinstance(heard(f"meet bob@x.com {when}{rest}"), Unclear)
    assert isinstance(heard(f"expert billing for bob@x.com {rest}"), Unclear)


_REGIONS = ("DE", "US", "FR", "ES", "GB", "IT", "IN", "CH", "AT", "NL")
_FORMATS = (
    phonenumbers.PhoneNumberFormat.E164,
    phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    phonenumbers.PhoneNumberFormat.NATIONAL,
)


@given(
    KEYWORD,
    words,
    st.sampled_from(_REGIONS),
    st.sampled_from(_FORMATS),
    st.sampled_from([" ", " no ", " no. ", " with ", ", ", ": ", " #"]),
    st.sampled_from(["", " tomorrow 3pm"]),
)
def test_a_number_in_a_subject_is_never_texted(  # noqa: PLR0917 - each is a part of the sentence
    keyword: str, noun: str, region: str, form: int, joined: str, behind: str
) -> None:
    number = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    written = phonenumbers.format_number(number, form)
    said = heard(f"meet bob@x.com {keyword} {noun}{joined}{written}{behind}", region)
    assert isinstance(said, Unclear) or said.guests == (BOB,)  # type: ignore[union-attr]


# Times that cannot be read.

UNREAD = (
    *all_of("vague"),
    *all_of("vague_lengths"),
    *(f"{roughly} 3pm" for roughly in all_of("roughly")),
    *("for 30", "in a few minutes", "dans quelques minutes", "en unos minutos", "3-ish"),
    *("between 3 and 4pm", "zwischen 3 und 4", "entre 15h et 16h", "entre las 3 y las 4"),
    *("in ein paar Stunden", "not tomorrow", "every monday 9am", "mondays 9am", "montags um 9"),
    *("every 2 weeks", "weekly", "jeden Dienstag", "tous les lundis", "todos los martes"),
)


@for_each("unread", UNREAD)
def test_a_subject_swallows_no_time(unread: str) -> None:
    assert isinstance(heard(f"meet bob@x.com {unread}"), Unclear)
    behind = heard(f"meet bob@x.com about the invoice {unread}")
    assert isinstance(behind, Unclear), behind


@for_each("day", [name for names in WEEKDAYS for name in names if len(name) > 3])
def test_a_series_of_meetings_is_explained_as_impossible(day: str) -> None:
    for said in (f"every {day}", f"jeden {day}", f"tous les {day}", f"cada {day}"):
        command = heard(f"meet bob@x.com {said} at 9:00")
        assert isinstance(command, Unclear)
        assert command.hint is Hint.SERIES


@given(
    st.sampled_from(["not", "without", "but not", "except", "instead of"]),
    st.sampled_from(["", " about the invoice"]),
)
def test_people_who_are_excluded_are_not_invited(negation: str, subject: str) -> None:
    said = heard(f"meet alice@x.com{subject} {negation} bob@x.com")
    assert isinstance(said, Unclear)


# The part of the day against the clock.

parts = st.sampled_from(sorted(PARTS))
GERMAN_PARTS = {"morgen", "vormittag", "mittag", "nachmittag", "abend"}


@given(parts, st.integers(0, 23), st.sampled_from([0, 15, 30]), st.booleans())
@example("tonight", 1, 0, False)
@example("tonight", 0, 30, False)
def test_a_part_of_the_day_never_overrides_an_exact_clock(
    part: str, hour: int, minute: int, behind: bool
) -> None:
    half = f"{(hour + 11) % 12 + 1}:{minute:02}{'am' if hour < 12 else 'pm'}"
    exact = [half, f"{hour:02}:{minute:02}"] if hour < 10 or hour > 12 else [half]
    if behind and hour < 12 and part in GERMAN_PARTS:
        exact.remove(half)  # "12:00am vormittag" may be the German "12:00 am Vormittag"
    for clock in exact:
        told = f"at {clock} {part}" if behind else f"{part} at {clock}"
        said = heard(f"meet bob@x.com 2026-03-12 {told}")
        if isinstance(said, Meet):
            assert said.opens == datetime(2026, 3, 12, hour, minute, tzinfo=NOW.tzinfo)
            assert PARTS[part].allows(hour * 60 + minute)
        else:
            assert not PARTS[part].allows(hour * 60 + minute)


spans = st.sampled_from([*combinations(range(1, 12), 2)])


@given(parts, spans, st.sampled_from(["{p} {s}", "{s} {p}"]))
@example("in the evening", (7, 9), "{s} {p}")
@example("at night", (10, 11), "{s} {p}")
def test_a_part_of_the_day_belongs_to_both_ends_of_a_span(
    part: str, span: tuple[int, int], order: str
) -> None:
    first, last = span
    told = order.format(p=part, s=f"from {first} to {last}")
    said = heard(f"meet bob@x.com 2026-03-12 {told}")
    both = [PARTS[part].allows(hour * 60 + 720) for hour in (first, last)]
    if all(both) and not PARTS[part].allows(first * 60):
        assert isinstance(said, Meet)
        assert said.opens is not None
        assert (said.opens.hour, said.minutes) == (first + 12, (last - first) * 60)


@given(st.integers(17, 23), st.integers(0, 4))
def test_a_span_may_cross_midnight(first: int, last: int) -> None:
    said = heard(f"meet bob@x.com tomorrow {first}:00 until {last:02}:00")
    assert isinstance(said, Meet)
    assert said.minutes == (last + 24 - first) * 60
    assert said.opens == (NOW + timedelta(days=1)).replace(hour=first, minute=0)


@for_each("told", ["tonight at 12", "tonight at 1am", "tonight 12:30am", "tomorrow morning 3pm"])
def test_a_contradiction_is_asked_about(told: str) -> None:
    said = heard(f"meet bob@x.com {told}")
    assert isinstance(said, Unclear)
    assert said.hint is Hint.WHICH_TIME


# Questions.


@given(acting, st.sampled_from(["?", " ?", "??", "?!", "？", "? thanks", "? 🙏", "\nok?"]))
@example("can you believe they want to cancel", "?")
def test_a_question_is_not_a_request(command: str, mark: str) -> None:
    assert isinstance(heard(command + mark), Unclear)


@given(acting, st.sampled_from(sorted(PERMISSIONS)), st.sampled_from(["", "?", " please"]))
def test_who_asks_whether_they_may_is_asked_back(command: str, form: str, behind: str) -> None:
    assert isinstance(heard(f"{form} {command}{behind}"), Unclear)


@given(acting, st.sampled_from(sorted(REQUESTS)))
def test_a_polite_request_is_done(command: str, form: str) -> None:
    assert heard(f"{form} {command}?") == heard(command)


@for_each(
    ("said", "command"),
    [("status?", Status()), ("help?", Help()), ("thanks?", Thanks()), ("who is coming?", Status())],
)
def test_a_lookup_may_be_asked_as_a_question(said: str, command: Command) -> None:
    assert heard(said) == command


def test_a_question_mark_in_a_quoted_subject_does_not_ask() -> None:
    meeting = Meet((BOB,), "why?")
    assert grammar.parse(Said(grammar.say(meeting)), NOW) == meeting


# Which meeting.

_EMPTY = ("no", "is", "a", "the", "of", "me", "us", "not", "in a", "my latest meeting", "latest")


@given(st.sampled_from(["cancel", "extend"]), st.sampled_from(_EMPTY))
def test_words_that_say_nothing_find_no_meeting(verb: str, said: str) -> None:
    assert isinstance(heard(f"{verb} {said}"), Unclear)


@for_each("said", ["handover bob@x.com in a", "cohost bob@x.com of the", "add bob@x.com to no"])
def test_neither_do_they_behind_people(said: str) -> None:
    assert isinstance(heard(said), Unclear)


@given(st.sampled_from(["-", "−", "–", "- ", "by -"]), st.integers(1, 90))
def test_nothing_is_made_longer_by_less_than_nothing(minus: str, minutes: int) -> None:
    assert isinstance(heard(f"extend {minus}{minutes}m"), Unclear)


@given(st.sampled_from(["to", "until", "till", "bis", "for", "by"]), st.integers(1, 24))
def test_a_number_after_extend_is_not_a_meeting(until: str, hour: int) -> None:
    command = heard(f"extend {until} {hour}")
    if until in {"to", "for", "by"} or hour < 12:
        assert isinstance(command, Unclear)
    else:  # `until 24` is no time of day
        assert isinstance(command, Unclear) or getattr(command, "which", None) == NO_MEETING


@for_each(
    "said",
    [
        *("host link for alice@x.com", "resend host link to alice@x.com"),
        *(
            "resend alice@x.com the host link",
            "send alice@x.com the host link",
            "host link for all",
        ),
    ],
)
def test_a_host_link_for_somebody_else_is_asked_about(said: str) -> None:
    command = heard(said)
    assert isinstance(command, Unclear)


# Who is left out, and two times at once.

LEAVES_OUT = sorted(EXCEPTIONS)
PEOPLE_NAMED = (
    *("meet alice@x.com", "meet alice@x.com tomorrow 3pm", "add alice@x.com", "resend all"),
    *("resend alice@x.com of #12", "text for all", "remove alice@x.com", "handover alice@x.com"),
    *("let in all", "let alice@x.com in", "let everyone in", "lass alle rein", "admit everybody"),
    *("fais entrer tout le monde", "deja entrar a todos", "reply alice@x.com in 5"),
)
LATER = ("at 5pm", "tomorrow 3pm", "um 17 Uhr", "à 17h", "a las 17:00", "in 20 minutes")


@given(st.sampled_from(LEAVES_OUT), st.sampled_from(PEOPLE_NAMED), st.sampled_from(["", ","]))
@example("except", "let in all", "")
@example("not", "let alice@x.com in", ",")
@example("au lieu de", "add alice@x.com", "")
@example("à la place de", "meet alice@x.com", "")
def test_who_is_left_out_is_not_meant(but: str, sentence: str, comma: str) -> None:
    said = heard(f"{sentence}{comma} {but} eve@x.com")
    assert isinstance(said, Unclear)
    assert said.meant is None


@given(st.sampled_from(sorted(all_of("now"))), st.sampled_from(LATER))
def test_now_and_a_time_are_two_times(now: str, later: str) -> None:
    assert isinstance(heard(f"meet alice@x.com {now} and bob@x.com {later}"), Unclear)


@for_each(
    "said",
    [
        *(
            "meet alice@x.com by 5pm",
            "meet alice@x.com about results by 5pm",
            "call alice@x.com by 17:00",
        ),
        "meet alice@x.com now about her appointment tomorrow at 3pm",
    ],
)
def test_a_time_that_is_no_beginning_is_asked_about(said: str) -> None:
    assert isinstance(heard(said), Unclear)


@for_each(
    "said",
    [
        *("start the meeting", "host the meeting", "open the call", "start our meeting"),
        *("starte das Meeting", "lance la réunion", "inicia la reunión", "begin this meeting"),
    ],
)
def test_the_meeting_may_be_one_that_there_is(said: str) -> None:
    assert isinstance(heard(said), Unclear)


@for_each("said", ["start a meeting", "start meeting", "starte ein Meeting", "lance une réunion"])
def test_a_meeting_is_a_new_one(said: str) -> None:
    assert heard(said) == Meet()
