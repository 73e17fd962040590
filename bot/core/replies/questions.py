"""What is asked where a sentence was not understood, with what to say instead."""

from __future__ import annotations

import re

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.wording.languages import NAMES, Language, msgid
from bot.core.wording.texts import Text, inert, lines

_WHY_UNCLEAR = {
    Hint.UNKNOWN: msgid("I did not find a command in that."),
    Hint.SLIP: msgid("I am not sure what you mean."),
    Hint.NO_VERB: msgid("You did not say what I am to do."),
    Hint.WHO: msgid(
        "I do not know who “{said}” is. Mention the person, or write an e-mail address or a"
        " phone number."
    ),
    Hint.WHAT: msgid(
        "I do not know what “{said}” means there. A subject follows `about`; a person is"
        " mentioned, or written as an e-mail address or a phone number."
    ),
    Hint.MOVE: msgid(
        "A meeting cannot be moved, since its links are for its time. Say `cancel`, then `meet`"
        " with the new time."
    ),
    Hint.REMOVE: msgid(
        "I can take nobody out of a meeting: their link works until it expires. `cancel` ends it"
        " for everybody; then `meet` those who are to come."
    ),
    Hint.INSIDE: msgid(
        "That is done within the meeting, by its host: open your host link. `resend me` gives"
        " you another."
    ),
    Hint.HOST: msgid(
        "For a second host beside you say `cohost` and whom; to leave the meeting to somebody,"
        " `handover` and whom."
    ),
    Hint.RESET: msgid(
        "What is usual can be replaced, not forgotten: say what it shall be, as in"
        " `defaults for 60m as general`; `defaults` shows what it is."
    ),
    Hint.SEND: msgid(
        "For a new meeting say `meet` and whom, as in `meet bob@x.com`; for a fresh link to a"
        " meeting that you have, `resend bob@x.com`."
    ),
    Hint.PLACE: msgid(
        "I do not know what “{said}” means there. For a place’s time name a large city behind the"
        " hour, as in `3pm in Berlin`; a device follows `with`, a subject `about`."
    ),
    Hint.PURPOSE: msgid(
        "I do not know what “{said}” means. How long is said as in `for 45m`, a subject as in"
        " `about the invoice`."
    ),
    Hint.HOW_MANY: msgid(
        "I do not know what “{said}” means there. Spare links for people without an address are"
        " `2 guests`, more host links of a new meeting `2 hosts`."
    ),
    Hint.LEAD: msgid(
        "I am not sure what “{said}” is meant for. Say it with the word that leads to it, as in"
        " `in German` or `as healthcare`."
    ),
    Hint.ADDRESS: msgid("“{said}” looks like an e-mail address, but is none. Please check it."),
    Hint.PHONE: msgid(
        "“{said}” looks like a phone number, but is none that I can reach. Write it with its"
        " country, as in `+49 170 1234567`."
    ),
    Hint.PHONES: msgid(
        "I am not sure whether “{said}” is one phone number or several. Put commas between"
        " numbers, and none within one."
    ),
    Hint.SUBJECT: msgid(
        "I am not sure whether “{said}” belongs to the subject. Put the subject into quotes."
    ),
    Hint.TOO_MANY: msgid("These are more people than I can invite at once. Name fewer at a time."),
    Hint.LONG: msgid("That is longer than what I read. Say it in fewer words."),
    Hint.PAST: msgid("“{said}” is over already. Say a time to come, such as `tomorrow 15:00`."),
    Hint.NO_SUCH_TIME: msgid(
        "There is no such day or time as “{said}”. Say it as in `25.11. 14:30`."
    ),
    Hint.ENDS_FIRST: msgid("It would end before it begins. Say it as in `at 15:00 until 16:00`."),
    Hint.WHICH_TIME: msgid(
        "I cannot read “{said}” as a time. Say it as in `tomorrow 3pm for 45m`; `help when` tells"
        " more."
    ),
    Hint.WHAT_HOUR: msgid(
        "I cannot tell the hour from “{said}”. Say it as in `tomorrow 15:00` or `tomorrow"
        " 3pm`; if it belongs to the subject, put the subject into quotes."
    ),
    Hint.WHICH_HALF: msgid(
        "“{said}” may be in the morning or in the afternoon. Say it as in `03:00`, `3am` or `3pm`."
    ),
    Hint.HOW_LONG: msgid(
        "I cannot tell how long “{said}” is. Say it as in `30m` or `1h30`; `help how long` tells"
        " more."
    ),
    Hint.WHICH_DAY: msgid("“{said}” may be more than one day. Say it as in `25 November 14:30`."),
    Hint.SKIPPED: msgid(
        "There is no “{said}”: the clocks are put forward over it on that day. Say a time an"
        " hour later."
    ),
    Hint.ZONE: msgid(
        "I know no time zone “{said}” on that day. Name a place, as in `15:00 Europe/Berlin`."
    ),
    Hint.WHICH: msgid(
        "I cannot tell which meeting “{said}” is. Say its number, as in `#12`, or words of"
        " its subject; `meetings` lists yours."
    ),
    Hint.WORDS: msgid("I do not know what “{said}” means there."),
    Hint.PASSWORD: msgid(
        "A meeting’s password belongs into no message and no link; you had better delete"
        " yours. Say the number alone, as in `join 123456789`: Webex asks for the password."
    ),
    Hint.NUMBER: msgid(
        "“{said}” is no meeting number: it has 9 to 12 digits, as in `join 123456789`."
    ),
    Hint.LANGUAGE: msgid(
        "I do not speak “{said}”, but {languages}. Say it as in `in German` or"
        " `defaults language de`."
    ),
    Hint.NO_TOPIC: msgid("There is no command “{said}”."),
    Hint.QUOTED: msgid(
        "I don't act on quoted or forwarded text. Tell me in your own words what to do."
    ),
    Hint.QUESTION: msgid("You asked, so I haven't done anything yet."),
    Hint.SERIES: msgid(
        "I can't repeat meetings. Say one time, such as `tomorrow 15:00`, and invite again later."
    ),
    Hint.HOST_LINK: msgid(
        "For another host say `cohost` and whom; for a guest's own link again, `resend` and whom."
    ),
    Hint.MISSING: msgid("Something is missing there. Say it as in `{said}`."),
}


def unclear(t: Language, command: Unclear) -> Text:
    """Return the question that a sentence leaves open."""
    if command.hint is Hint.NO_TOPIC:
        return Text(f"{why(t, command)} {_what_there_is(t, command.said)}")
    return Text(lines(why(t, command), t("Say `help` to see what I can do. Nothing was sent.")))


def why(t: Language, command: Unclear) -> str:
    """Return why a sentence was not understood."""
    said, languages = inert(command.said, 100), ", ".join(NAMES.values())
    return t(_WHY_UNCLEAR[command.hint], said=said, languages=languages)


def _what_there_is(t: Language, said: str) -> str:
    """Return the nearest of what one can ask about, or all of it."""
    near = grammar.near(said)
    if near:
        names = ", ".join(f"`help {name}`" for name in near)
        return t("The nearest that I know: {names}. `help` tells everything.", names=names)
    names = ", ".join(f"`{rule.name}`" for rule in grammar.RULES)
    return t("These are the commands: {names}. `help` tells what each does.", names=names)


def as_typed(sentence: str) -> str:
    """Return a canonical sentence as a person would type it, inert."""
    typed = _MENTION.sub(r"@\1", sentence)
    return f"**{inert(typed, 1000)}**"


_MENTION = re.compile(r"<@personId:[^|<>]*\|([^|<>]*)>")
"""How a canonical sentence holds a mention; a person types the name alone."""
