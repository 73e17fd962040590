"""Questions about a sentence that was not understood, with what to say instead."""

from __future__ import annotations

from datetime import datetime

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.expert_rules import EXAMPLE_GROUP
from bot.core.parsing.rules import near_names
from bot.core.parsing.text.mentions import named
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import NAMES, Language, msgid
from bot.core.wording.texts import Text, lines


def which_zone(t: Language, opens: datetime | None) -> Text:
    """Ask for the time zone of a meeting, because nobody has set one."""
    clock = t.clock(opens) if opens else ""
    return Text(
        t(
            "**{time} in which time zone?** Nothing was sent. Set yours once, as in `defaults in"
            " Europe/Berlin`, or add it to the time, as in `3pm in Berlin`. Then say it again.",
            time=clock,
        )
    )


_WHY_UNCLEAR = {
    Hint.UNKNOWN: msgid("I didn’t understand that."),
    Hint.SLIP: msgid("I’m not sure what you mean."),
    Hint.NO_VERB: msgid("You didn’t say what to do."),
    Hint.WHO: msgid(
        "I don’t know who “{said}” is. Mention the person, or give an email address or phone"
        " number."
    ),
    Hint.WHAT: msgid(
        "I don’t know what “{said}” means here. Put a subject after `about`. For a person, mention"
        " them or give an email address or phone number."
    ),
    Hint.TWO_TIMES: msgid(
        "“{said}” may name two times. Say the meeting’s number and just its new time, as in"
        " `move #12 to 4pm`."
    ),
    Hint.INSIDE: msgid(
        "The host does that in the meeting itself. Open your host link, or say `resend me` for a"
        " new one."
    ),
    Hint.HOST: msgid(
        "Say `cohost` and a name to add a second host, or `handover` and a name to pass the"
        " meeting on."
    ),
    Hint.RESET: msgid(
        "Defaults can be changed but not cleared. Say what they should be, as in"
        " `defaults for 60m as general`, or `defaults` to see them."
    ),
    Hint.SEND: msgid(
        "For a new meeting, say `meet bob@x.com`. For a fresh link to a meeting you already have,"
        " say `resend bob@x.com`."
    ),
    Hint.EXCEPT: msgid("I can’t leave anybody out. Name only the people you mean."),
    Hint.PLACE: msgid(
        "I don’t know what “{said}” means here. To use a place’s time, put a large city after the"
        " hour, as in `3pm in Berlin`. Put a device after `with`, and a subject after `about`."
    ),
    Hint.PURPOSE: msgid(
        "I don’t know what “{said}” means. Give a length, as in `for 45m`, or a subject, as in"
        " `about the invoice`."
    ),
    Hint.HOW_MANY: msgid(
        "I don’t know what “{said}” means here. Say `2 guests` for guest links to share, or"
        " `2 hosts` for a second host link."
    ),
    Hint.LEAD: msgid(
        "I’m not sure what “{said}” is for. Add the word that goes before it, as in `in German` or"
        " `as healthcare`."
    ),
    Hint.ADDRESS: msgid("“{said}” isn’t a valid email address. Please check it."),
    Hint.ADDRESS_SLIP: msgid(
        "“{said}” looks mistyped. Check the address; if it’s right, put it in `<` and `>`."
    ),
    Hint.PHONE: msgid(
        "“{said}” isn’t a phone number I can reach. Include the country code, as in"
        " `+49 170 1234567`."
    ),
    Hint.PHONES: msgid(
        "I can’t tell if “{said}” is one phone number or several. Put commas between numbers, and"
        " none inside a number."
    ),
    Hint.SUBJECT: msgid(
        "I can’t tell if “{said}” is part of the subject. Put the subject in quotes."
    ),
    Hint.TWO_REQUESTS: msgid("One thing at a time, please: “{said}” looks like a second request."),
    Hint.CANCELLED: msgid(
        "A cancelled meeting can’t be brought back. I can invite the same guests to a new one, with"
        " new links."
    ),
    Hint.IS_CANCELLED: msgid("“{said}” is cancelled."),
    Hint.IS_OVER: msgid("“{said}” is over."),
    Hint.TOO_MANY: msgid("That’s more people than I can invite at once. Name fewer at a time."),
    Hint.LONG: msgid("That’s too long for me to read. Please use fewer words."),
    Hint.PAST: msgid("“{said}” is in the past. Give a later time, such as `tomorrow 15:00`."),
    Hint.NO_SUCH_TIME: msgid(
        "“{said}” isn’t a real date or time. Write it as in `25 November 14:30`."
    ),
    Hint.ENDS_FIRST: msgid("That ends before it starts. Write it as in `at 15:00 until 16:00`."),
    Hint.WHICH_TIME: msgid(
        "I can’t read “{said}” as a time. Write it as in `tomorrow 3pm for 45m`, or say"
        " `help when`."
    ),
    Hint.WHAT_HOUR: msgid(
        "I can’t tell what time “{said}” is. Write it as in `tomorrow 15:00` or `tomorrow 3pm`. If"
        " it’s part of the subject, put the subject in quotes."
    ),
    Hint.WHICH_HALF: msgid(
        "“{said}” could be morning or afternoon. Write it as in `03:00`, `3am` or `3pm`."
    ),
    Hint.HOW_LONG: msgid(
        "I can’t tell how long “{said}” is. Write it as in `30m` or `1h30`, or say `help how long`."
    ),
    Hint.WHICH_DAY: msgid(
        "“{said}” could be more than one day. Write it as in `25 November 14:30`."
    ),
    Hint.SKIPPED: msgid(
        "“{said}” doesn’t exist that day, because the clocks go forward. Give a time an hour later."
    ),
    Hint.ZONE: msgid(
        "I don’t know a time zone “{said}” on that day. Name a place, as in `15:00 Europe/Berlin`."
    ),
    Hint.WHICH: msgid(
        "I can’t tell which meeting “{said}” is. Give its number, as in `#12`, or words from its"
        " subject. Say `meetings` to list yours."
    ),
    Hint.WORDS: msgid("I don’t know what “{said}” means here."),
    Hint.PASSWORD: msgid(
        "Never send a meeting’s password in a message or link; please delete yours. Say only the"
        " number, as in `join 123456789`, and Webex asks for the password."
    ),
    Hint.NUMBER: msgid(
        "“{said}” isn’t a meeting number. It has 9 to 12 digits, as in `join 123456789`."
    ),
    Hint.LANGUAGE: msgid(
        "I don’t speak “{said}”. I speak {languages}. Write it as in `in German` or"
        " `defaults language de`."
    ),
    Hint.NO_TOPIC: msgid("There’s no command “{said}”."),
    Hint.QUOTED: msgid(
        "I don’t act on quoted or forwarded text. Tell me in your own words what to do."
    ),
    Hint.QUESTION: msgid("You asked a question, so I haven’t done anything yet."),
    Hint.SERIES: msgid(
        "I can’t repeat meetings. Give one time, such as `tomorrow 15:00`, and invite again later."
    ),
    Hint.HOST_LINK: msgid(
        "For another host, say `cohost` and a name. For a guest’s own link again, say `resend` and"
        " a name."
    ),
    Hint.BEYOND: msgid("I can’t do that."),
    Hint.NOT_CHOSEN: msgid("Nothing is chosen. Choose from the list, then press the button again."),
    Hint.NOBODY: msgid(
        "Nobody is invited. Fill in guests, or tick “A link for everyone in this space”."
    ),
    Hint.NOT_WANTED: msgid("OK, I’ll leave everything as it is."),
    Hint.NO_UNDO: msgid(
        "There’s nothing new to take back. Say what to change, as in `cancel #12` or"
        " `remove alice@x.com from #12`."
    ),
    Hint.MISSING: msgid("Something’s missing. Write it as in `{said}`."),
}

_WHAT_IS_MISSING = {
    "add": msgid("Who should I invite? Write it as in `{said}`."),
    "cohost": msgid("Who should be the second host? Write it as in `{said}`."),
    "expert": msgid("Which group should I ask? Write it as in `{said}`."),
    "extend": msgid("How much longer? Write it as in `{said}`."),
    "group": msgid("Which group, and who is in it? Write it as in `{said}`."),
    "handover": msgid("Who should be the host? Write it as in `{said}`."),
    "move": msgid("To what time? Write it as in `{said}`."),
    "poster": msgid("Where does the poster hang, and who is called? Write it as in `{said}`."),
    "remove": msgid("Who is no longer invited? Write it as in `{said}`."),
    "rename": msgid("What should it be called? Write it as in `{said}`."),
    "reply": msgid("What should I answer? Write it as in `{said}`."),
    "swap": msgid("Who should be asked in your place? Write it as in `{said}`."),
    "tell": msgid("What should I tell them? Write it as in `{said}`."),
    "tell host": msgid("What should I tell the host? Write it as in `{said}`."),
    "who is on for": msgid("In which group? Write it as in `{said}`."),
}
"""The questions about what a command lacks, by its name."""


def unclear(t: Language, command: Unclear, group: str = "") -> Text:
    """Ask what a sentence leaves open.

    Args:
        t: the reader's language.
        command: the sentence.
        group: a group of experts to name in an example; empty for the usual one.
    """
    if command.hint is Hint.NO_TOPIC:
        return Text(f"{why(t, command)} {_what_there_is(t, command.said)}")
    if command.hint is Hint.NOT_WANTED:
        return Text(why(t, command))  # what was done before may have been sent
    return Text(
        lines(why(t, command, group), t("Say `help` to see what I can do. Nothing was sent."))
    )


def what_time(t: Language) -> Text:
    """Ask at what time of a day a meeting begins; a form is beside it."""
    return Text(t("At what time? Say it, as in `3pm`, or fill in the form. Nothing was sent yet."))


def what_hour(t: Language) -> Text:
    """Ask for the time of day."""
    return Text(t("At what time? Say it, as in `3pm`. Nothing was sent yet."))


def why(t: Language, command: Unclear, group: str = "") -> str:
    """Return why a sentence was not understood; `group` is as for `unclear`."""
    if command.hint is Hint.MISSING and command.said:
        return _what_is_missing(t, command.said, group)
    languages = ", ".join(NAMES.values())
    return t(_WHY_UNCLEAR[command.hint], said=inert(command.said, 100), languages=languages)


def _what_is_missing(t: Language, example: str, group: str) -> str:
    """Return what a command lacks, with an example of the whole, in the reader's language."""
    rule = next((rule for rule in grammar.RULES if example in rule.examples), None)
    asked = _WHAT_IS_MISSING.get(rule.name if rule else "", _WHY_UNCLEAR[Hint.MISSING])
    said = t.translated(example)
    return t(asked, said=inert(said.replace(EXAMPLE_GROUP, group) if group else said, 100))


def _what_there_is(t: Language, said: str) -> str:
    """Return the nearest topics of the help, or the names of all commands."""
    near = near_names(said)
    if near:
        names = ", ".join(f"`help {name}`" for name in near)
        return t("The closest matches: {names}. Say `help` to see everything.", names=names)
    names = ", ".join(f"`{rule.name}`" for rule in grammar.RULES)
    return t("The commands are {names}. Say `help` to see what they do.", names=names)


def as_typed(sentence: str) -> str:
    """Return a canonical sentence as a person would type it, made inert."""
    return f"**{inert(named(sentence), 1000)}**"
