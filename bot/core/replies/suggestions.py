"""What is suggested where a sentence was not understood, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from bot.core.domain.commands import (
    Add,
    Again,
    Cancel,
    Cohost,
    Devices,
    Extend,
    Guest,
    Handover,
    Help,
    HostClassic,
    Join,
    Meet,
    MeetingReference,
    Meetings,
    Move,
    MyLink,
    Plan,
    Remove,
    Rename,
    Resend,
    Sayable,
    Status,
    Tell,
    TextFor,
)
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.replies import cards
from bot.core.replies.questions import as_typed, why
from bot.core.suggesting.faq import NAMED
from bot.core.suggesting.second_reader import Suggested
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card, Text, inert, lines
from bot.core.wording.times import moment

LONGEST_TITLE = 60
"""Characters of a button's title; apps cut off longer ones."""


def question(t: Language, suggested: Suggested, zone: tzinfo) -> Text:
    """Return the question which of some commands was meant."""
    said = [inert(plainly(t, each, suggested.subjects, zone)) for each in suggested.choices]
    typed = [as_typed(grammar.say(each)) for each in suggested.choices]
    rows = [f"{words}: {each}" for words, each in zip(said, typed, strict=True)]
    if len(rows) > 1:
        rows = [f"{number}. {row}" for number, row in enumerate(rows, 1)]
    reason = [why(t, suggested.because)] if suggested.because.hint in _WORTH_SAYING else []
    head = t("Did you mean this?") if len(rows) == 1 else t("What do you want me to do?")
    one = t("Press the button or say `yes`. I haven’t done anything yet.")
    some = t("Press a button or say its number. I haven’t done anything yet.")
    return Text(lines(" ".join([*reason, head]), *rows, one if len(rows) == 1 else some))


_WORTH_SAYING = frozenset(
    {Hint.WHO, Hint.WHAT, Hint.WHICH, Hint.WORDS, Hint.LEAD, Hint.PURPOSE, Hint.QUESTION}
    | {Hint.SUBJECT, Hint.PHONES, Hint.WHICH_HALF, Hint.WHICH_DAY, Hint.QUOTED, Hint.ADDRESS}
)
"""Hints to tell in words, because the suggestions alone don't explain them."""


def buttons(t: Language, suggested: Suggested, zone: tzinfo, *, whose: str) -> Card:
    """Return a button for each command."""
    shown = [
        cards.answer(
            cards.plain(plainly(t, each, suggested.subjects, zone))[:LONGEST_TITLE],
            grammar.say(each),
            whose=whose,
        )
        for each in suggested.choices
    ]
    return cards.card([cards.heading(t("Did you mean this?"))], shown)


def nothing_asked(t: Language) -> Text:
    """Return that there is no question to be answered."""
    asked = t("I haven’t asked you anything in the last ten minutes.")
    return Text(lines(asked, t("Say `help` to see what I can do. Nothing was sent.")))


def which_one(t: Language) -> Text:
    """Return that `yes` does not choose one of several."""
    return Text(t("Which one? Say its number, such as `2`, or press its button."))


def answer(t: Language, name: str, numbers: Mapping[str, object]) -> Text:
    """Return the answer to a question about the bot.

    Args:
        t: the reader's language.
        name: of the question.
        numbers: the installation's numbers.
    """
    return Text(t(NAMED[name].answer, **numbers))


def plainly(t: Language, command: Sayable, subjects: Mapping[int, str], zone: tzinfo) -> str:
    """Return what a command does, in a few plain words.

    Args:
        t: the reader's language.
        command: one with a sentence of its own.
        subjects: of meetings, by their numbers.
        zone: in which times are said.
    """
    if isinstance(command, Meet):
        return _meet(t, command, zone)
    if isinstance(command, Move):
        return _move(t, command, _meeting(t, command.which, subjects), zone)
    say = _PLAINLY.get(type(command))
    if say is None:
        return grammar.say(command)
    return say(t, command, _meeting(t, getattr(command, "which", MeetingReference()), subjects))


def _meet(t: Language, command: Meet, zone: tzinfo) -> str:
    people, when = _people(command.guests), command.opens and moment(t, command.opens, zone)
    about = f" – “{command.subject}”" if command.subject else ""
    if command.spare:
        links = t.count("{number} guest link", "{number} guest links", command.spare)
        about += f" – {links}"
    if people and when:
        return t("Meet {people}: {when}", people=people, when=when) + about
    if when:
        return t("Plan a meeting: {when}", when=when) + about
    return (t("Meet {people} now", people=people) if people else t("Start a meeting now")) + about


def _move(t: Language, command: Move, meeting: str, zone: tzinfo) -> str:
    if command.opens:
        when = moment(t, command.opens, zone)
        return t("Move {meeting}: {when}", meeting=meeting, when=when)
    if command.clock:
        clock = t.clock(datetime.combine(date(2000, 1, 1), command.clock))
        return t("Move {meeting}, same day: {when}", meeting=meeting, when=clock)
    length = t.length(abs(command.by))
    if command.by < 0:
        return t("Move {meeting}: {length} earlier", meeting=meeting, length=length)
    return t("Move {meeting}: {length} later", meeting=meeting, length=length)


def _meeting(t: Language, which: MeetingReference, subjects: Mapping[int, str]) -> str:
    if which.number is None:
        return f"“{which.words}”" if which.words else t("the meeting")
    subject = subjects.get(which.number)
    return f"“{subject}”" if subject else f"#{which.number}"


def _people(some: Sequence[Guest]) -> str:
    return ", ".join(each.display_name for each in some)


def _resend(t: Language, command: Resend, meeting: str) -> str:
    if command.me:
        return t("Send me my host link for {meeting} again", meeting=meeting)
    if command.everybody:
        return t("Send everyone in {meeting} a new link", meeting=meeting)
    return t("Send {people} a new link", people=_people(command.guests))


def _add(t: Language, command: Add, meeting: str) -> str:
    if not command.guests:
        return t.count(
            "Give me {number} more link for {meeting}",
            "Give me {number} more links for {meeting}",
            command.spare,
            meeting=meeting,
        )
    return t("Invite {people} to {meeting}", people=_people(command.guests), meeting=meeting)


def _text(t: Language, command: TextFor, _meeting: str) -> str:
    people = _people(command.guests) or ", ".join(command.names)
    if not people:
        return t("Give me texts to forward")
    return t("Give me a text to forward to {people}", people=people)


def _tell(t: Language, command: Tell, meeting: str) -> str:
    if command.everybody:
        return t("Tell the guests of {meeting}: “{text}”", meeting=meeting, text=command.text)
    return t("Tell {people}: “{text}”", people=_people(command.guests), text=command.text)


def _extend(t: Language, command: Extend, meeting: str) -> str:
    return t("Extend {meeting} by {length}", meeting=meeting, length=t.length(command.minutes))


_PLAINLY: dict[type, Callable[[Language, Any, str], str]] = {
    Add: _add,
    Resend: _resend,
    TextFor: _text,
    Extend: _extend,
    Tell: _tell,
    Remove: lambda t, command, meeting: t(
        "Remove {people} from {meeting}", people=_people(command.guests), meeting=meeting
    ),
    Rename: lambda t, command, meeting: t(
        "Rename {meeting} to “{subject}”", meeting=meeting, subject=command.subject
    ),
    Again: lambda t, _, meeting: t("Meet the guests of {meeting} again", meeting=meeting),
    MyLink: lambda t, _, __: t("Send me my own link"),
    Handover: lambda t, command, meeting: t(
        "Hand {meeting} over to {people}", meeting=meeting, people=command.to.display_name
    ),
    Cohost: lambda t, command, meeting: t(
        "Make {people} a host of {meeting} too", meeting=meeting, people=command.to.display_name
    ),
    Cancel: lambda t, _, meeting: t("Cancel {meeting} and tell the guests", meeting=meeting),
    Status: lambda t, _, meeting: t("Show who got a link for {meeting}", meeting=meeting),
    Meetings: lambda t, _, __: t("Show my meetings"),
    Devices: lambda t, _, __: t("Show rooms and devices"),
    Plan: lambda t, _, __: t("Open the form"),
    Help: lambda t, _, __: t("Show help"),
    Join: lambda t, command, _: t("Join meeting {number}", number=command.number),
    HostClassic: lambda t, command, _: t("Host meeting {number}", number=command.number),
}
