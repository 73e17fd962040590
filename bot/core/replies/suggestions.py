"""What is suggested where a sentence was not understood, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from functools import partial

from bot.core.domain.commands import Sayable, TellInviter
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.parsing import grammar
from bot.core.replies import cards
from bot.core.replies.plain_commands import plainly, tell_somebody
from bot.core.replies.plain_meet import When
from bot.core.replies.questions import as_typed, why
from bot.core.suggesting.faq import NAMED
from bot.core.suggesting.readings import Suggested
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card, Text, lines
from bot.core.wording.times import brief_moment, moment

LONGEST_TITLE = 60
"""Characters of a button's title; apps cut off longer ones."""


def question(t: Language, suggested: Suggested, zone: tzinfo, first: str = "") -> Text:
    """Ask which of some commands was meant.

    Args:
        t: the reader's language.
        suggested: the commands.
        zone: of the times in them.
        first: what is said before the question, in place of why the sentence is not clear.
    """
    when = partial(moment, t, zone=zone)
    said = [inert(each) for each in _all_plainly(t, suggested, when)]
    typed = [as_typed(grammar.say(each)) for each in suggested.choices]
    rows = [f"{words}: {each}" for words, each in zip(said, typed, strict=True)]
    if len(rows) > 1:
        rows = [f"{number}. {row}" for number, row in enumerate(rows, 1)]
    is_worth = suggested.because.hint in _WORTH_SAYING
    reason = [first or why(t, suggested.because)] if first or is_worth else []
    head = t("Did you mean this?") if len(rows) == 1 else t("What do you want me to do?")
    one = t("Press the button or say `yes`. I haven’t done anything yet.")
    some = t("Press a button or say its number. I haven’t done anything yet.")
    return Text(lines(" ".join([*reason, head]), *rows, one if len(rows) == 1 else some))


_WORTH_SAYING = frozenset(
    {Hint.WHO, Hint.WHAT, Hint.WHICH, Hint.WORDS, Hint.LEAD, Hint.PURPOSE, Hint.QUESTION}
    | {
        Hint.CANCELLED,
        Hint.SUBJECT,
        Hint.TWO_REQUESTS,
        Hint.PHONES,
        Hint.WHICH_HALF,
        Hint.WHICH_DAY,
        Hint.QUOTED,
        Hint.ADDRESS,
    }
)
"""Hints to tell in words, because the suggestions alone don't explain them."""


def buttons(t: Language, suggested: Suggested, zone: tzinfo, *, whose: str) -> Card:
    """Return a button for each command."""
    when = partial(brief_moment, t, zone=zone)
    titles = _told_apart(_all_plainly(t, suggested, when))
    shown = [
        cards.answer(title, grammar.say(each), whose=whose)
        for title, each in zip(titles, suggested.choices, strict=True)
    ]
    return cards.card([cards.heading(t("Did you mean this?"))], shown)


def _all_plainly(t: Language, suggested: Suggested, when: When) -> list[str]:
    """Return what each command does; those that sound the same begin with their meeting."""
    said = [_plainly(t, each, suggested, when) for each in suggested.choices]
    meetings = [_meeting(each, suggested) for each in suggested.choices]
    return [
        f"{meeting}: {words}" if meeting and said.count(words) > 1 else words
        for words, meeting in zip(said, meetings, strict=True)
    ]


def _meeting(command: Sayable, suggested: Suggested) -> str:
    """Return the subject of the meeting that a command is about, or its number."""
    number = getattr(command, "which", NO_MEETING).number
    return "" if number is None else suggested.subjects.get(number) or f"#{number}"


def _plainly(t: Language, command: Sayable, suggested: Suggested, when: When) -> str:
    """Return what a suggested command does; for a message to a host, which host."""
    number = command.which.number if isinstance(command, TellInviter) else None
    host = suggested.hosts.get(number) if number is not None else None
    if host and isinstance(command, TellInviter):
        return tell_somebody(t, host, command.text)
    return plainly(t, command, suggested.subjects, when)


def _told_apart(said: Sequence[str]) -> list[str]:
    """Return titles for what buttons do; those that look the same begin with their number."""
    titles = [_title(each) for each in said]
    return [
        _title(f"{number}. {words}") if titles.count(title) > 1 else title
        for number, (title, words) in enumerate(zip(titles, said, strict=True), 1)
    ]


def _title(said: str) -> str:
    title = cards.plain(said)
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def nothing_asked(t: Language) -> Text:
    """Say that no question is open."""
    asked = t("I haven’t asked you anything in the last ten minutes.")
    return Text(lines(asked, t("Say `help` to see what I can do. Nothing was sent.")))


def which_one(t: Language) -> Text:
    """Ask which of several, since `yes` alone doesn't say."""
    return Text(t("Which one? Say its number, such as `2`, or press its button."))


def answer(t: Language, name: str, numbers: Mapping[str, object]) -> Text:
    """Return the answer to a question about the bot.

    Args:
        t: the reader's language.
        name: of the question.
        numbers: the installation's numbers.
    """
    return Text(t(NAMED[name].answer, **numbers))
