"""The reasons why a sentence was not understood."""

from __future__ import annotations

from enum import Enum


class Hint(Enum):
    """Why a sentence wasn't understood, which decides what the bot suggests."""

    UNKNOWN = "it begins with no command"
    SLIP = "the command looks like a typo"
    NO_VERB = "people are named, but not what to do with them"
    WHO = "these words name nobody: a mention, an address or a number would"
    EXCEPT = "somebody is left out: those who are meant have to be named"
    ADDRESS = "this isn't a valid email address"
    PHONE = "this isn't a valid phone number"
    PHONES = "these digits may be one phone number or several"
    SUBJECT = "is this person invited, or part of the subject?"
    TWO_REQUESTS = "these words may be a request of their own"
    TOO_MANY = "too many people for one sentence"
    LONG = "too many words for one message"
    PAST = "the time is in the past"
    NO_SUCH_TIME = "there is no such day or time"
    ENDS_FIRST = "it would end before it begins"
    WHICH_TIME = "these words should be a time or a duration"
    WHAT_HOUR = "a day without a time"
    WHICH_HALF = "the time may be in the morning or in the afternoon"
    HOW_LONG = "a duration without a unit"
    WHICH_DAY = "the words name two days, or can be read as two"
    SKIPPED = "the clocks skip this time"
    ZONE = "no time zone has this name, or not on that day"
    WHICH = "no meeting has this number, or these words in its subject"
    WORDS = "these words mean nothing there"
    PASSWORD = "a meeting's password belongs in no message and no link"  # noqa: S105 - a reason, not a password
    NUMBER = "the number of a classic meeting has 9 to 12 digits"
    LANGUAGE = "no language that the bot knows has this name"
    NO_TOPIC = "there is no such command or topic"
    TWO_TIMES = "one of these times may be the one that the meeting has now"
    INSIDE = "the host does this in the meeting"
    HOST = "a second host, or one in place of the first?"
    RESET = "defaults can be changed but not cleared"
    SEND = "a link to a new meeting, or a fresh link to an existing one?"
    PLACE = "the word after the hour may be a place, whose time is meant, or something else"
    PURPOSE = "is this the meeting's length or its subject?"
    HOW_MANY = "this number doesn't count anything that can be asked for"
    LEAD = "a word is missing before this, as in `in German` or `as healthcare`"
    WHAT = "people are named; the other words may be the subject"
    ADDRESS_SLIP = "the address is a letter off a well-known one, or mixes two alphabets"
    QUOTED = "others wrote this: it was quoted or forwarded"
    QUESTION = "it was asked, not requested"
    SERIES = "there are no series of meetings"
    HOST_LINK = "a link for another host, or a guest's link again?"
    BEYOND = "it is clear what is wanted, but the bot has no command for it"
    NOT_CHOSEN = "a button is for one of several meetings or guests, and none was chosen"
    NOBODY = "a form in a space names no guest, and isn't for everyone there"
    NOT_WANTED = "it says what not to do"
    CANCELLED = "the meeting was cancelled, which can't be undone; its guests can be met again"
    IS_CANCELLED = "these words name a meeting that was cancelled"
    IS_OVER = "these words name a meeting that is over"
    NO_UNDO = "nothing was done just now that can be taken back"
    MISSING = "something is missing, such as for whom or for how long"


OPEN = frozenset(
    {Hint.UNKNOWN, Hint.SLIP, Hint.NO_VERB, Hint.WHO, Hint.WHAT, Hint.WORDS, Hint.WHICH, Hint.LEAD}
    | {Hint.HOST, Hint.HOST_LINK, Hint.SEND, Hint.MISSING}
    | {Hint.QUESTION, Hint.PURPOSE}
)
"""Hints after which a sentence is read again. The others already say exactly what is unclear."""

OF_TIMES = frozenset({Hint.WHICH_TIME, Hint.HOW_LONG, Hint.PLACE, Hint.HOW_MANY})
"""Hints about a time or number; they mislead if the sentence doesn't ask for a meeting."""
