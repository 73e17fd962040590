"""The placeholders of the help, such as WHEN: every form that the parser reads for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """One way to say it.

    Args:
        said: as a person types it.
        means: an explanation, if it needs one.
    """

    said: str
    means: str = ""


@dataclass(frozen=True)
class Topic:
    """A placeholder in the usage of commands.

    Args:
        name: for `help NAME`.
        word: the placeholder.
        says: an explanation in one sentence.
        forms: each form that the parser reads.
        called: other names for it, in lower case.
        leads: prepositions that mean it where they stand alone.
        command: that its forms work with.
    """

    name: str
    word: str
    says: str
    forms: tuple[Form, ...]
    called: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    command: str = "meet"


def _forms(*said: str) -> tuple[Form, ...]:
    return tuple(Form(each) for each in said)


TOPICS: tuple[Topic, ...] = (
    Topic(
        name="people",
        word="PEOPLE",
        says="Whoever is named gets a link of their own.",
        forms=(
            *_forms("@Bob", "alice@x.com", "Alice Smith <alice@x.com>", "+49 171 3920042"),
            Form("alice@x.com, bob@x.com and @Bob"),
            Form("3 guests", "spare links for you to hand on"),
            Form("2 hosts", "a second host link to hand on"),
            Form("qr", "a link to scan"),
            Form("here", "a link for everybody in this space"),
        ),
        called=(
            *("person", "persons", "guest", "guests", "who", "whom", "attendees", "names"),
            *("mention", "mentions", "address", "addresses", "email", "emails", "e-mail", "mail"),
            *("phone", "phones", "phone number", "phone numbers", "sms", "hosts", "spare"),
            *("spare links", "links", "qr", "qr code", "here", "colleague"),
        ),
    ),
    Topic(
        name="when",
        word="WHEN",
        says="A time is one of your own zone, which `defaults in Europe/Berlin` sets, unless a"
        " place stands behind it; I say it back with its zone.",
        forms=_forms(
            *("at 15:00", "3pm", "15 Uhr", "in 20 minutes", "tomorrow 3pm", "on Friday at 9"),
            *("25.11. 14:30", "25 November 14:30", "2030-01-31 14:30", "from 3pm to 4pm"),
            *("3pm in Berlin", "9am New York", "15:00 Europe/Berlin", "3pm UTC+2"),
        ),
        called=(
            *("time", "times", "date", "dates", "day", "days", "hour", "hours", "clock"),
            *("zone", "zones", "timezone", "timezones", "time zone", "time zones", "place"),
            *("later", "tomorrow", "today", "weekday", "weekdays"),
        ),
        leads=("at", "on", "in"),
    ),
    Topic(
        name="how long",
        word="HOW LONG",
        says="For so long the links work, from the beginning on; `defaults for 45m` sets what is"
        " usual.",
        forms=_forms("for 45m", "for 1h30", "for 1,5 hours", "for half an hour", "until 23:59"),
        called=("duration", "durations", "length", "long", "minutes", "end", "until"),
        leads=("for",),
    ),
    Topic(
        name="devices",
        word="DEVICES",
        says="What is dialled when the host joins, by its name; I ask before a camera opens, and"
        " `devices` lists them.",
        forms=_forms("with Room 12", "with Room 12 and Lobby", 'with "Board room"'),
        called=("device", "room", "rooms", "camera", "cameras", "dial"),
        leads=("with",),
    ),
    Topic(
        name="kind",
        word="as healthcare",
        says="Which kind of visit it is; `defaults as healthcare` sets what is usual.",
        forms=_forms("as healthcare", "as general"),
        called=("healthcare", "health care", "general", "vertical", "visit"),
        leads=("as",),
    ),
    Topic(
        name="language",
        word="LANGUAGE",
        says="In which the guests read; `defaults language de` sets your own.",
        forms=_forms("in German", "auf Deutsch", "en français", "in Japanese"),
        called=("languages", "german", "english", "french", "spanish", "translation"),
    ),
    Topic(
        name="subject",
        word="SUBJECT",
        says="All that follows `about`, but for people and times that are named last; quotes"
        " settle every doubt.",
        forms=_forms("about the invoice", "re: the invoice", '"the invoice of 3pm"'),
        called=("subjects", "title", "quotes"),
        leads=("re",),
    ),
    Topic(
        name="meeting",
        word="MEETING",
        says="Where none is named it is the one that you just made, else the one that runs, else"
        " the next one: of this space, or in private of yours; `meetings` lists yours.",
        forms=_forms("#12", "the invoice", '"the invoice"'),
        called=("which meeting", "which", "meeting number", "number", "numbers"),
        command="status",
    ),
)

BY_NAME = {tuple(name.split()): each for each in TOPICS for name in (each.name, *each.called)}
BY_LEAD = {(lead,): each for each in TOPICS for lead in each.leads}


def topic_named(name: str) -> Topic | None:
    """Return the topic called `name`, if there is one."""
    return next((each for each in TOPICS if each.name == name), None)
