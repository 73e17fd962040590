"""What a person can ask of the bot, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True)
class Guest:
    """Somebody who is invited: a person of Webex by id, or anybody by e-mail address.

    It prints neither address nor name, because what is printed ends in logs.

    Args:
        person_id: Webex's id of the person who was mentioned; empty for an address.
        email: the address, its domain in lower case; empty for a mention.
        name: the mention's label, or the human name that stood before the address; may be empty.
    """

    person_id: str = ""
    email: str = field(default="", repr=False)
    name: str = field(default="", repr=False)

    @property
    def called(self) -> str:
        """Return what to call this guest in a sentence."""
        return self.name or self.email or self.person_id

    @property
    def same_as(self) -> str:
        """Return what two namings of one guest have in common."""
        return self.person_id or self.email.casefold()


@dataclass(frozen=True)
class Meet:
    """A meeting now.

    Args:
        guests: each once, in the order they were named; empty when nobody was.
        subject: at most 200 characters without controls; it may hold markdown, so a reply
            has to write it inert.
        here: a guest link is wanted in the space as well.
    """

    guests: tuple[Guest, ...] = ()
    subject: str | None = field(default=None, repr=False)
    here: bool = False


@dataclass(frozen=True)
class Help:
    """What one can say; about one command where `topic` names a rule of the grammar."""

    topic: str | None = None


@dataclass(frozen=True)
class Nothing:
    """Only a mention, only a file, only a greeting: answered with help."""


class Hint(Enum):
    """Why a sentence was not understood, and so what to do next."""

    UNKNOWN = "no command stands at its beginning"
    SLIP = "the command looks like a slip for one we know"
    NO_VERB = "people are named, but not what to do with them"
    WHO = "these words name nobody: a person is mentioned, or written as an e-mail address"
    ADDRESS = "this looks like an e-mail address, and is none"
    SUBJECT = "is this person invited, or part of the subject? Quotes around a subject settle it"
    TOO_MANY = "more people than one sentence may name"


@dataclass(frozen=True)
class Unclear:
    """Not understood, and therefore not done.

    Args:
        said: the words in question, at most 100 characters; may hold an address or markdown.
        hint: why they were not understood.
        meant: what was probably meant, to be asked about; None when there is no telling.
    """

    said: str = field(repr=False)
    hint: Hint
    meant: Meet | Help | None = None


Sayable = Meet | Help | Nothing
"""What has a sentence of its own: `grammar.say` writes it, `grammar.parse` reads it back."""

Command = Sayable | Unclear
