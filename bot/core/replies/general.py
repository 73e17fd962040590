"""What the bot says of itself, and where it could not do what was asked.

Whatever a person wrote goes in by `inert`; a link goes in by its own text type.
"""

from __future__ import annotations

import re

from bot.core import reasons
from bot.core.commands import Unclear
from bot.core.errors import Trouble
from bot.core.hints import Hint
from bot.core.limits import Full
from bot.core.parsing import grammar
from bot.core.texts import Text, inert, lines
from bot.core.tongues import NAMES, Tongue, msgid

TRIED = ("meet alice@x.com", "meet", "help")
"""What a greeting proposes; the grammar's tests say each."""


def greeting(t: Tongue) -> Text:
    """Return what the bot says when it is invited into a space."""
    hello = t(
        "Hello. I start video meetings for people with or without Webex: the host link goes"
        " to you in private, each guest gets a link of their own."
    )
    rows = (t("- mention me and say `{example}`", example=example) for example in TRIED)
    return Text(lines(hello, "", *rows))


def late(t: Tongue, minutes: int, said: str) -> Text:
    """Return what is said to somebody whose message was not heard when it was written."""
    return Text(
        t(
            "I could not hear you when you wrote this, {duration} ago: “{said}”. Shall I still do"
            " it? Press the button, or say it again; otherwise nothing happens.",
            duration=t.length(minutes),
            said=inert(said, 100),
        )
    )


def help_text(t: Tongue, topic: str | None, *, direct: bool = False) -> Text:
    """Return what one can say: all of it, or `topic` at length; `direct`: in a direct chat."""
    rule = grammar.rule_named(topic) if topic else None
    return _help_on(t, rule) if rule else _help_overview(t, direct=direct)


def _help_overview(t: Tongue, *, direct: bool) -> Text:
    head = (
        t("**What you can say.** Here just say it; in a space, mention me first.")
        if direct
        else t("**What you can say.** Mention me first; in a direct chat with me, just say it.")
    )
    rows = [f"- `{rule.usage}` – {t(rule.does)}" for rule in grammar.RULES]
    return Text(lines(head, "", *rows, "", t("`help meet` tells more about one of them.")))


def _help_on(t: Tongue, rule: grammar.Rule) -> Text:
    examples = [f"- `{example}`" for example in rule.examples]
    return Text(lines(f"`{rule.usage}` – {t(rule.does)}", "", t("For example:"), "", *examples))


_WHY_UNCLEAR = {
    Hint.UNKNOWN: msgid("I did not find a command in that."),
    Hint.SLIP: msgid("I am not sure what you mean."),
    Hint.NO_VERB: msgid("You named somebody, but not what to do."),
    Hint.WHO: msgid(
        "I do not know who “{said}” is. Mention the person, or write an e-mail address or a"
        " phone number."
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
        "I cannot read “{said}” as a time. Say it as in `tomorrow 3pm for 45m`."
    ),
    Hint.WHAT_HOUR: msgid(
        "I cannot tell the hour from “{said}”. Say it as in `tomorrow 15:00` or `tomorrow"
        " 3pm`; if it belongs to the subject, put the subject into quotes."
    ),
    Hint.WHICH_HALF: msgid(
        "“{said}” may be in the morning or in the afternoon. Say it as in `03:00`, `3am` or `3pm`."
    ),
    Hint.HOW_LONG: msgid("I cannot tell how long “{said}” is. Say it as in `30m` or `1h30`."),
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
    Hint.MISSING: msgid("Something is missing there. Say it as in `{said}`."),
}


def unclear(t: Tongue, command: Unclear) -> Text:
    """Return the question that a sentence leaves open, with what was probably meant."""
    said, languages = inert(command.said, 100), ", ".join(NAMES.values())
    why = t(_WHY_UNCLEAR[command.hint], said=said, languages=languages)
    if command.meant is None:
        return Text(lines(why, t("Say `help` to see what I can do. Nothing was sent.")))
    meant = lines(
        t("{why} Did you mean:", why=why), "", f"- {as_typed(grammar.say(command.meant))}"
    )
    return Text(f"{meant}\n\n{t('Say that, or `help`. Nothing was sent.')}")


def as_typed(sentence: str) -> str:
    """Return a canonical sentence as a person would type it, inert."""
    typed = _MENTION.sub(r"@\1", sentence)
    return f"**{inert(typed, 1000)}**"


_MENTION = re.compile(r"<@personId:[^|<>]*\|([^|<>]*)>")
"""How a canonical sentence holds a mention; a person types the name alone."""


def too_many(t: Tongue, guests: int, hosts: int, most: int) -> Text:
    """Return that one meeting cannot have so many guests, or so many hosts."""
    if guests > most:
        return Text(
            t(
                "That would be {guests} guests, and one meeting can have {most}. Nothing was sent;"
                " name fewer people, or start two meetings.",
                guests=guests,
                most=most,
            )
        )
    return Text(
        t(
            "That would be {hosts} hosts, and one meeting can have {most}. Nothing was sent;"
            " name fewer people, or start two meetings.",
            hosts=hosts,
            most=most,
        )
    )


def too_often(t: Tongue, reached: Full) -> Text:
    """Return that as many meetings were asked for within an hour as may be."""
    if reached.space:
        return Text(
            t(
                "{most} meetings were started in this space within an hour, and more are not"
                " allowed, so nobody was invited. Please wait a while, ask me in a direct chat, or"
                " `add` people to a meeting that you have.",
                most=reached.most,
            )
        )
    return Text(
        t(
            "You started {most} meetings within an hour, and more are not allowed, so nobody was"
            " invited. Please wait a while, or `add` people to a meeting that you have.",
            most=reached.most,
        )
    )


def broken(t: Tongue) -> Text:
    """Return what is said when the bot itself has a fault."""
    return Text(
        t(
            "Something in me went wrong, and I may not have finished what you asked. Please say it"
            " again; if this comes back, tell whoever runs me: my log says more."
        )
    )


def not_read(t: Tongue, trouble: Trouble) -> Text:
    """Return that a message for the bot could not be read."""
    said = t(
        "There is a message for me here, and Webex did not let me read it, so I did nothing."
        " Please say it again; if this comes back, tell whoever runs me."
    )
    return Text(lines(said, reasons.for_the_log(t, trouble)))


def not_finished(t: Tongue, trouble: Trouble) -> Text:
    """Return that only a part of what was asked may have been done."""
    said = t(
        "I could not finish what you asked: {why} What I did until then stands; `status` tells it."
        " Please ask me again in a few minutes; if this comes back, tell whoever runs me.",
        why=reasons.not_done(t, trouble),
    )
    return Text(lines(said, reasons.for_the_log(t, trouble)))


def no_meeting(t: Tongue, trouble: Trouble) -> Text:
    """Return why there is no meeting, and what to do."""
    what, so = t("I could not start the meeting"), t("Nobody was invited.")
    return _no_links(t, trouble, what, so)


def no_links(t: Tongue, trouble: Trouble) -> Text:
    """Return why there are no more links for a meeting, and what to do."""
    return _no_links(t, trouble, t("I could not get new links"), t("Nothing was sent."))


def _no_links(t: Tongue, trouble: Trouble, what: str, so: str) -> Text:
    return Text(lines(reasons.no_links(t, trouble, what, so), reasons.for_the_log(t, trouble)))
