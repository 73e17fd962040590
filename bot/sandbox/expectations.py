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
    MyLink,
    Resend,
    Unclear,
)
from bot.sandbox.webex.model import Message, Person, Space
from bot.sandbox.webex.world import World

_LINK = re.compile(r"https?://\S+/(?:visit/|(?:gen|hc)/v1/|[mp]\.php\?)[^\s<>\"]+")
_ASK_FOR_LINKS = (Meet, Add, Cohost, Extend, Handover, HostClassic, Join, MyLink, Resend)


@dataclass(frozen=True)
class Wanted:
    """What the bot is to say.

    Args:
        what: it is, for people.
        space: where; None for anywhere.
        links: at least so many.
        plain: at least so many messages without any.
        phone: to which a text comes; empty where it is no text.
        email: an address where a mail will do instead.
    """

    what: str
    space: Space | None
    links: int = 0
    plain: int = 0
    phone: str = ""
    email: str = ""

    def arrived(self, world: World, bot: Person) -> bool:
        """Return whether it is there."""
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
    """What can be expected by whoever says something.

    Args:
        world: in which they do.
        bot: of that world.
        person: who speaks.
        place: where.
    """

    world: World
    bot: Person
    person: Person
    place: Space

    def answered(self, command: Command) -> bool:
        """Return whether there is as much as will come."""
        if _hands_out(command):
            return all(each.arrived(self.world, self.bot) for each in self.of(command))
        return bool(said_by(self.world, self.bot))

    def of(self, command: Command) -> list[Wanted]:
        """Return what is wanted of `command`."""
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
                yield Wanted(f"the text for {guest.called}", None, phone=guest.phone)
            elif (who := self._who(guest)) not in (self.person, self.bot):
                what = f"the guest link for {guest.called}"
                yield Wanted(what, self._direct(who), links=1, email=who.email)

    def _direct(self, who: Person) -> Space:
        return self.world.direct(who, self.bot)

    def _who(self, guest: Guest) -> Person:
        if guest.person_id:
            return self.world.person(guest.person_id)
        return self.world.person_or_invited(guest.email)


def _hands_out(command: Command) -> bool:
    """Return whether links follow at once; a device that opens a camera is asked about first."""
    return isinstance(command, Meet) and (command.dial or not command.devices)


def said_by(world: World, bot: Person) -> list[Message]:
    """Return what the bot said anywhere, in order."""
    spaces = world.spaces_of(bot)
    said = [each for space in spaces for each in world.messages_in(space, bot)]
    return sorted((each for each in said if each.author_id == bot.id), key=lambda m: m.created)
