"""What the bot should say in answer to a sentence, for ``sandbox --say``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.domain.commands import (
    Add,
    Cohost,
    Command,
    Extend,
    Guest,
    Handover,
    HostClassic,
    Join,
    Meet,
    Move,
    MyLink,
    Resend,
    Unclear,
)
from bot.sandbox.webex.model import Message, Person, Space
from bot.sandbox.webex.world import World

_LINK = re.compile(r"https?://\S+/(?:visit/|[jh]/|(?:gen|hc)/v1/|[mp]\.php\?)[^\s<>\"]+")
_ASK_FOR_LINKS = (Meet, Add, Cohost, Extend, Handover, HostClassic, Join, Move, MyLink, Resend)


@dataclass(frozen=True)
class Wanted:
    """A message that the bot should send.

    Args:
        what: a name for it, for people.
        space: the space where it appears; None for any.
        links: the least number of links.
        plain: the least number of messages without links.
        phone: the number that gets it as a text message; empty if it is no text message.
        email: the address where an email will do instead.
    """

    what: str
    space: Space | None
    links: int = 0
    plain: int = 0
    phone: str = ""
    email: str = ""

    def arrived(self, world: World, bot: Person) -> bool:
        """Return whether it has arrived."""
        if self.phone:
            return any(each.number == self.phone for each in world.texts.values())
        if self.email and world.mails_of(self.email):
            return True
        said = [each for each in said_by(world, bot) if self._is_in_place(each)]
        links = [len(_LINK.findall(each.text)) for each in said]
        return sum(links) >= self.links and links.count(0) >= self.plain

    def _is_in_place(self, message: Message) -> bool:
        return self.space is None or message.space_id == self.space.id


@dataclass(frozen=True)
class Expected:
    """What a person can expect after saying something.

    Args:
        world: the sandbox.
        bot: the bot in it.
        person: who speaks.
        place: the space where they speak.
    """

    world: World
    bot: Person
    person: Person
    place: Space

    def answered(self, command: Command) -> bool:
        """Return whether everything has arrived."""
        if _hands_out(command):
            return all(each.arrived(self.world, self.bot) for each in self.of(command))
        return bool(said_by(self.world, self.bot))

    def of(self, command: Command) -> list[Wanted]:
        """Return what the bot should send for `command`."""
        if isinstance(command, Unclear):
            return [Wanted("what was asked for, since the bot did not understand", None, links=1)]
        if isinstance(command, Meet) and _hands_out(command):
            return list(self._of_meeting(command))
        if isinstance(command, _ASK_FOR_LINKS):
            return [Wanted("a link", None, links=1)]
        return [Wanted("an answer", self.place, plain=1)]

    def _of_meeting(self, command: Meet) -> Iterator[Wanted]:
        own = self.world.direct(self.person, self.bot)
        handed_on = command.spare + command.qr
        for_all = command.here or not (command.guests or handed_on)
        kept = command.hosts + handed_on + (for_all and self.place.id == own.id)
        yield Wanted(f"the host link for {self.person.name}", own, links=kept)
        yield from self._of_guests(command)
        if for_all and self.place.id != own.id:
            yield Wanted("the guest link for the space", self.place, links=1)
        if command.guests or (handed_on and self.place.id != own.id):
            yield Wanted("the receipt", self.place, plain=1)

    def _of_guests(self, command: Meet) -> Iterator[Wanted]:
        for guest in command.guests:
            if guest.phone:
                yield Wanted(f"the text for {guest.display_name}", None, phone=guest.phone)
            elif (who := self._who(guest)) not in (self.person, self.bot):
                what = f"the guest link for {guest.display_name}"
                yield Wanted(what, self._direct(who), links=1, email=who.email)

    def _direct(self, who: Person) -> Space:
        return self.world.direct(who, self.bot)

    def _who(self, guest: Guest) -> Person:
        if guest.person_id:
            return self.world.person(guest.person_id)
        return self.world.person_or_invited(guest.email)


def _hands_out(command: Command) -> bool:
    """Return whether links are sent at once. Devices are confirmed first: they open a camera."""
    return isinstance(command, Meet) and (command.dial or not command.devices)


def said_by(world: World, bot: Person) -> list[Message]:
    """Return the bot's messages in all spaces, in order."""
    spaces = world.spaces_of(bot)
    said = [each for space in spaces for each in world.messages_in(space, bot)]
    return sorted((each for each in said if each.author_id == bot.id), key=lambda m: m.created)
