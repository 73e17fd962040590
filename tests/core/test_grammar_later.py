"""The grammar for later and existing meetings: times, extending, adding, cancelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.domain.commands import (
    About,
    Add,
    Again,
    Cancel,
    Check,
    Cohost,
    Command,
    Defaults,
    Devices,
    Extend,
    Guest,
    Handover,
    Help,
    HostClassic,
    Join,
    LetIn,
    Meet,
    MeetingReference,
    Meetings,
    Move,
    MyLink,
    Nothing,
    Plan,
    Remove,
    Rename,
    ReplyAtDoor,
    Resend,
    Sayable,
    Status,
    Tell,
    TellInviter,
    Thanks,
    Unclear,
)
from bot.core.domain.doors import Reply
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.text import mentions
from bot.core.parsing.text.mentions import Said
from bot.core.parsing.times.time_zones import ABBREVIATIONS
from bot.core.replies.questions import unclear
from bot.core.wording.help_topics import TOPICS, Topic
from bot.core.wording.languages import FOR_HOSTS, NAMES
from bot.process.translations import spoken
from tests.rows import for_each

from . import sentences
from .sentences import markup, without_subject
from .sentences_later import AS_TYPED, AS_WRITTEN, NOW, SENTENCES

DEVICES = ("Lobby", "Room 12")


def heard(sentence: str, devices: Sequence[str] = ()) -> Command:
    return grammar.parse(mentions.read(None, markup(sentence), "BOT"), NOW, devices)


@for_each(("sentence", "command"), SENTENCES)
def test_a_sentence_becomes_the_intended_command(sentence: str, command: Command) -> None:
    assert heard(sentence) == command


@for_each("command", [c for _, c in SENTENCES if not isinstance(c, Unclear)])
def test_every_command_of_the_table_has_a_sentence_of_its_own(command: Sayable) -> None:
    assert grammar.parse(Said(grammar.say(command)), NOW) == command


@for_each("command", [c for _, c in SENTENCES if isinstance(c, Unclear)])
def test_every_question_of_the_table_can_be_asked(command: Unclear) -> None:
    assert "Nothing was sent" in unclear(spoken("en"), command).markdown


def test_the_table_of_sentences_is_large_and_half_is_informal() -> None:
    assert len(SENTENCES) >= 150
    assert len(AS_TYPED) >= len(AS_WRITTEN)
    said = [sentence for sentence, _ in [*SENTENCES, *sentences.SENTENCES]]
    assert len(set(said)) == len(said)


def test_every_command_is_in_the_table() -> None:
    assert {rule.command for rule in grammar.RULES} == {
        type(command)
        for _, command in [*SENTENCES, *sentences.SENTENCES]
        if not isinstance(command, Unclear | Nothing | Thanks)
    }


def test_a_password_is_never_repeated() -> None:
    for sentence in ("join 123456789 password tr0ub4dor", "jion 123456789 pw tr0ub4dor"):
        command = heard(sentence)
        assert isinstance(command, Unclear)
        assert "tr0ub4dor" not in command.said
        assert command.meant is None


_printable = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs"])
_line = st.text(_printable | st.just(" "), max_size=60).map(lambda text: " ".join(text.split()))
_name = _line.filter(lambda name: not any(at in name for at in "@＠﹫"))
_mentioned = st.builds(
    Guest,
    person_id=st.from_regex(r"[A-Za-z0-9_=-]{1,80}", fullmatch=True),
    name=_line.map(mentions.plain_label),
)
_addressed = st.builds(
    Guest, email=st.from_regex(r"[a-z0-9]{1,20}@[a-z0-9]{1,20}\.com", fullmatch=True), name=_name
)
_guest = _mentioned | _addressed
_guests = st.lists(_guest, max_size=8, unique_by=lambda guest: guest.identity).map(tuple)
_some = _guests.filter(bool)
_words = _line.filter(bool)
_which = st.builds(MeetingReference, st.integers(0, 999_999_999)) | st.builds(
    MeetingReference, words=_line
)
_minutes = st.integers(1, 999_999)
_vertical = st.sampled_from([None, "gen", "hc"])
_language = st.none() | st.sampled_from(sorted(NAMES))
_ZONES = [ZoneInfo(z) for z in ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "EST")]
_offsets = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_instants = st.datetimes(
    datetime(2026, 11, 24),  # noqa: DTZ001 - the strategy adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    timezones=st.just(UTC),
)
_opens = st.builds(datetime.astimezone, _instants, st.sampled_from(_ZONES) | _offsets) | st.builds(
    lambda instant, zone: instant.replace(second=0, microsecond=0).astimezone(zone),
    _instants,
    st.sampled_from(_ZONES),
)
_device = _words.filter(lambda name: "@" not in name and "＠" not in name and "﹫" not in name)
_meet = st.builds(
    Meet,
    guests=_guests,
    subject=st.none() | _words,
    here=st.booleans(),
    opens=st.none() | _opens,
    minutes=st.none() | _minutes,
    devices=st.lists(_device, max_size=3, unique_by=str.casefold).map(tuple),
    vertical=_vertical,
    spare=st.integers(0, 9999),
    hosts=st.integers(1, 9999),
    dial=st.booleans(),
    language=_language,
    admit_first=st.sampled_from([None, True, False]),
)
_resend = st.builds(Resend, st.booleans(), st.booleans(), _guests, _which)
_told_zones = sorted(
    name for name in available_timezones() if name.casefold() not in {*ABBREVIATIONS, "localtime"}
)
_defaults = st.builds(
    Defaults,
    minutes=st.none() | _minutes,
    vertical=_vertical,
    zone=st.none() | st.sampled_from([z for z in _told_zones if z != "Factory"]),
    login=st.sampled_from([None, True, False]),
    language=_language,
    admit_first=st.sampled_from([None, True, False]),
)
_number = st.from_regex(r"[0-9]{9,12}", fullmatch=True)
_berlin = st.just(ZoneInfo("Europe/Berlin"))
_clock = st.builds(time, st.integers(0, 23), st.integers(0, 59), tzinfo=_berlin)
_by = st.integers(1, 9999) | st.integers(-9999, -1)
_visitors = st.lists(st.integers(1, 9999), unique=True, max_size=3).map(tuple)
_commands = st.one_of(
    _meet,
    st.builds(Add, _some, _which, _language, st.integers(0, 9999)),
    st.builds(Add, st.just(()), _which, _language, st.integers(1, 9999)),
    _resend.filter(lambda resend: resend.me or resend.everybody or bool(resend.guests)),
    st.builds(Handover, _guest, _which),
    st.builds(Cohost, _guest, _which),
    st.builds(Extend, _minutes, _which),
    st.builds(Extend, until=_opens, which=_which),
    st.builds(Extend, clock=_clock, which=_which),
    st.builds(Cancel, _which),
    st.builds(Rename, _words, _which),
    st.builds(Remove, st.just((Guest(email="alice@x.com"),)), _which),
    st.builds(LetIn, _some, st.just(()), _visitors, _which),
    st.builds(LetIn, which=_which),
    st.builds(ReplyAtDoor, st.sampled_from(Reply), _some, st.just(()), _visitors, _which),
    st.builds(ReplyAtDoor, st.sampled_from(Reply), which=_which),
    st.builds(Tell, st.just("I’m late, ok?"), st.just(True), st.just(()), _which),
    st.builds(TellInviter, st.just("I’m late, ok?"), _which),
    st.builds(Again, st.none() | _opens, st.none() | _minutes, _which),
    st.builds(Status, _which),
    st.builds(Move, opens=_opens, minutes=st.none() | _minutes, which=_which),
    st.builds(Move, clock=_clock, minutes=st.none() | _minutes, which=_which),
    st.builds(Move, by=_by, minutes=st.none() | _minutes, which=_which),
    _defaults,
    st.builds(Join, _number, st.none() | _words),
    st.builds(HostClassic, _number),
    st.builds(Help, st.none() | st.sampled_from([each.name for each in (*grammar.RULES, *TOPICS)])),
    st.sampled_from(
        [MyLink(), Meetings(), Devices(), Plan(), About(), Check(), Nothing(), Thanks()]
    ),
)


@given(_commands)
def test_the_sentence_of_a_command_is_parsed_as_that_command(command: Sayable) -> None:
    said = mentions.read(None, grammar.say(command), "BOT")
    assert grammar.parse(said, NOW) == command


@for_each(("topic", "form"), [(topic, form.said) for topic in TOPICS for form in topic.forms])
def test_every_form_that_the_help_shows_is_read(topic: Topic, form: str) -> None:
    told = heard(f"{topic.command} {form}", DEVICES)
    assert not isinstance(told, Unclear)
    assert told != heard(topic.command)


@for_each("code", FOR_HOSTS)
def test_every_form_that_the_help_shows_means_the_same_in_each_language(code: str) -> None:
    translated = spoken(code)
    for topic in TOPICS:
        for form in topic.forms:
            said = f"{topic.command} {translated.translated(form.said)}"
            theirs, ours = (heard(each, DEVICES) for each in (said, f"{topic.command} {form.said}"))
            assert without_subject(theirs) == without_subject(ours), said


@for_each(
    ("topic", "word"), [(each, word) for each in TOPICS for word in (*each.called, *each.leads)]
)
def test_the_help_knows_each_thing_by_every_word_for_it(topic: Topic, word: str) -> None:
    assert heard(f"help {word}") == heard(f"help {topic.name}") == Help(topic.name)


def test_every_placeholder_in_a_usage_is_explained() -> None:
    usages = " ".join(rule.usage for rule in grammar.RULES)
    words = set(re.findall(r"[A-Z]{3,}(?: [A-Z]{3,})*", usages)) - {"NUMBER", "NAME", "TEXT"}
    assert words - {"COLLEAGUE", "GUEST"} <= {topic.word for topic in TOPICS}


_VERBS = tuple(rule.name for rule in grammar.RULES)
_FRAGMENTS = (
    *("at", "15:00", "3pm", "tomorrow", "friday", "next", "until", "for", "45m", "1h30", "in"),
    *("31.2.", "25/11", "2026-11-25T14:30Z", "Europe/Berlin", "CET", "noon", "half past", "3"),
    *("morning", "to", "of", "#12", "12", "the", "meeting", "invoice", "all", "me", "with"),
    *("Room 12", '"Lobby"', "dial it", "as hc", "2 guests", "3 hosts", "login", "no", "language"),
    *(
        "de",
        "123456789",
        "name",
        "in German",
        "auf deutsch",
        "in Polish",
        "password",
        "alice@x.com",
        "@Bob",
        "about",
        "here",
        ",",
        "🙏",
    ),
    *("99999", "0", "-", "15:00-16:00", "midnight", "in 0 minutes", "25:99", "٣", "9999-12-31"),
)
_sentences = st.builds(
    lambda verb, rest: " ".join([verb, *rest]),
    st.sampled_from(_VERBS),
    st.lists(st.sampled_from(_FRAGMENTS), max_size=12),
)


@example("expert at at 15:00 15:00 15:00 15:00 tomorrow at", _ZONES[0])
@given(_sentences, st.sampled_from(_ZONES))
def test_no_sentence_raises_and_every_command_has_a_sentence(text: str, zone: ZoneInfo) -> None:
    now = NOW.astimezone(zone)
    command = grammar.parse(mentions.read(None, markup(text), "BOT"), now)
    if isinstance(command, Unclear):
        assert len(command.said) <= 100
    else:
        # "Now" to the minute is no time to come, once it is said with its seconds.
        again = grammar.parse(Said(grammar.say(command)), now)
        assert again == command or (isinstance(command, Meet) and _is_now(command, now))


def _is_now(command: Meet, now: datetime) -> bool:
    return command.opens is not None and command.opens <= now


def test_a_command_with_a_question_answered_is_a_sentence_too() -> None:
    asked = heard('meet alice@x.com with "Room 12" tomorrow 3pm')
    assert isinstance(asked, Meet)
    answered = replace(asked, dial=True)
    assert grammar.parse(Said(grammar.say(answered)), NOW) == answered


def test_a_sentence_with_too_many_phrases_is_not_a_command() -> None:
    command = heard("meet " + "3pm " * 65 + "about the invoice at 15:00")
    assert isinstance(command, Unclear)
    assert command.hint is Hint.UNKNOWN
