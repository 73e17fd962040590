"""The placeholders of the help, such as WHEN: every form that the parser reads for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """One form of a placeholder.

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
        leads: prepositions that mean it if nothing follows them.
        command: a command that its forms work with.
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
        says="Each person gets their own link.",
        forms=(
            *_forms("@Bob", "alice@x.com", "Alice Smith <alice@x.com>", "+49 171 3920042"),
            Form("alice@x.com, bob@x.com and @Bob"),
            Form("3 guests", "guest links for you to share"),
            Form("2 hosts", "a second host link to share"),
            Form("qr", "a link to scan"),
            Form("here", "a link for everyone in this space"),
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
        says="Times are in your own time zone, unless you add a place. Set your zone with"
        " `defaults in Europe/Berlin`. I always repeat the time with its zone.",
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
        says="The links work this long, from the start. Set your default with `defaults for 45m`.",
        forms=_forms("for 45m", "for 1h30", "for 1,5 hours", "for half an hour", "until 23:59"),
        called=("duration", "durations", "length", "long", "minutes", "end", "until"),
        leads=("for",),
    ),
    Topic(
        name="devices",
        word="DEVICES",
        says="Devices are dialled when the host joins. I ask before a camera turns on. Say"
        " `devices` to list them.",
        forms=_forms("with Room 12", "with Room 12 and Lobby", 'with "Board room"'),
        called=("device", "room", "rooms", "camera", "cameras", "dial"),
        leads=("with",),
    ),
    Topic(
        name="kind",
        word="as healthcare",
        says="This is the kind of visit. Set your default with `defaults as healthcare`.",
        forms=_forms("as healthcare", "as general"),
        called=("healthcare", "health care", "general", "vertical", "visit"),
        leads=("as",),
    ),
    Topic(
        name="language",
        word="LANGUAGE",
        says="Guests read my messages in this language. Set your own with `defaults language de`.",
        forms=_forms("in German", "auf Deutsch", "en français", "in Japanese"),
        called=("languages", "german", "english", "french", "spanish", "translation"),
    ),
    Topic(
        name="subject",
        word="SUBJECT",
        says="The subject is everything after `about`, except people and times at the end. If it"
        " holds more than a name, such as a condition, I ask. Put it in quotes to be sure.",
        forms=_forms("about the invoice", "re: the invoice", '"the invoice of 3pm"'),
        called=("subjects", "title", "quotes"),
        leads=("re",),
    ),
    Topic(
        name="meeting",
        word="MEETING",
        says="If you don’t name one, I take the one you just made, else the one running now, else"
        " the only one. If there are several, or you spoke of, changed or cancelled another since,"
        " I ask; `cancel` asks even if one is running. In a space, I mean the space’s meetings."
        " Say `meetings` to list yours.",
        forms=_forms("#12", "the invoice", '"the invoice"'),
        called=("which meeting", "which", "meeting number", "number", "numbers"),
        command="status",
    ),
    Topic(
        name="group name",
        word="GROUP",
        says="Experts are asked by the name of their group. Say `experts` to list them.",
        forms=_forms("cardiology", "front desk"),
        command="expert",
    ),
    Topic(
        name="desk name",
        word="DESK",
        says="A desk is a place where a poster hangs. Name it as people there call it: the name is"
        " on the poster.",
        forms=_forms("front desk", "ward 3"),
        command="poster",
    ),
)

BY_NAME = {tuple(name.split()): each for each in TOPICS for name in (each.name, *each.called)}
BY_LEAD = {(lead,): each for each in TOPICS for lead in each.leads}


def topic_named(name: str) -> Topic | None:
    """Return the topic called `name`, if there is one."""
    return next((each for each in TOPICS if each.name == name), None)
