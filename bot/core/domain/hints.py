"""The reasons why a sentence was not understood."""

from __future__ import annotations

from enum import Enum


class Hint(Enum):
    """Why a sentence was not understood, and so what to do next."""

    UNKNOWN = "no command stands at its beginning"
    SLIP = "the command looks like a slip for one we know"
    NO_VERB = "people are named, but not what to do with them"
    WHO = "these words name nobody: a person is mentioned, or written as an address or a number"
    ADDRESS = "this looks like an e-mail address, and is none"
    PHONE = "this looks like a phone number, and is none"
    PHONES = "these digits may be one phone number or several"
    SUBJECT = "is this person invited, or part of the subject? Quotes around a subject settle it"
    TOO_MANY = "more people than one sentence may name"
    LONG = "more words than are read of one message"
    PAST = "the time is over already"
    NO_SUCH_TIME = "there is no such day or time"
    ENDS_FIRST = "it would end before it begins"
    WHICH_TIME = "words that stand where a time or a duration is due, and are none"
    WHAT_HOUR = "a day without a time"
    WHICH_HALF = "a time that may be in the morning or in the afternoon"
    HOW_LONG = "a duration without a unit"
    WHICH_DAY = "the words name two days, or may be read as two"
    SKIPPED = "the clocks are put forward over this time"
    ZONE = "no time zone is called so, or none is called so on that day"
    WHICH = "a meeting is known by its number or by words of its subject, not by these words"
    WORDS = "these words mean nothing there"
    PASSWORD = "a meeting's password belongs into no message and no link"  # noqa: S105
    NUMBER = "the number of a classic meeting has 9 to 12 digits"
    LANGUAGE = "no language is called so, or none that is known here"
    NO_TOPIC = "no command is called so, and nothing that one can be told"
    MOVE = "a meeting cannot be moved: its links are for its time"
    REMOVE = "nobody can be taken out of a meeting: their link works until it expires"
    INSIDE = "this is done within the meeting, by its host"
    HOST = "beside the host, or in their place?"
    RESET = "what is usual can be replaced, and not forgotten"
    SEND = "a link of a new meeting, or a fresh one of a meeting that there is?"
    PLACE = "a place whose time is meant stands behind the hour; or this means something else"
    PURPOSE = "is it how long, or what it is about?"
    HOW_MANY = "a number of something that is not counted here"
    LEAD = "the word that leads to this is missing: `in German`, `as healthcare`"
    WHAT = "people are named; these words are nobody, and perhaps the subject"
    MISSING = "the command needs something that is not there, such as whom or for how long"
