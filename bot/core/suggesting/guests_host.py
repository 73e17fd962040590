"""Tells which host a guest's words are for, if several invited them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.core.composing import evidence
from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.tokens import NOT, tokens
from bot.core.composing.told_messages import said_to
from bot.core.parsing.grammar import SentenceParser
from bot.core.suggesting.which_meeting import meetings_meant

_HOST = frozenset(tokens("host gastgeber gastgeberin hôte organisateur anfitrión anfitriona"))


def addressed_host(text: str, hosts: Mapping[int, str]) -> tuple[list[int], str]:
    """Return the meetings whose host a guest's words say to tell, and what is to be told.

    Args:
        text: such as `tell Sam: could we do Friday instead`.
        hosts: the names of the hosts, by the number of each meeting.
    """
    whom, told = said_to(text)
    called = set(tokens(whom))
    if called & _HOST:
        return [], told
    named = [number for number, host in hosts.items() if called & set(tokens(host))]
    if not named:
        return [], text
    surnames = set(tokens(" ".join(hosts[number] for number in named))) - called
    first, _, rest = told.partition(" ")
    is_name = bool(rest) and set(tokens(first)) <= surnames and bool(tokens(first))
    return named, rest if is_name else told


def ruled_out(text: str, hosts: Mapping[int, str]) -> set[int]:
    """Return the meetings of hosts whom a guest's words say not to tell: `don't tell Max`."""
    found = _NOT_TOLD.search(text)
    called = set(tokens(" ".join(filter(None, found.groups())))) if found else set()
    return {number for number, host in hosts.items() if called & set(tokens(host))}


_NOT_TOLD = re.compile(
    r"\b(?:don['’]?t|do not|never|not to) (?:tell|inform|ask)\s+(?:(?:dr|doctor|mr|mrs|ms)\.?\s+)?"
    r"(?P<whom>[^\W\d_]{2,30})|\bne (?:dites?|dis) (?:pas|rien) (?:à|au) (?:dr\.?\s+)?(?P<a>\w+)",
    re.IGNORECASE,
)


def fitting_meetings(
    text: str, meetings: Sequence[OwnMeeting], hosts: Mapping[int, str], by: SentenceParser
) -> set[int]:
    """Return the meetings that a guest's words name, by a day, a subject or the host.

    Args:
        text: what the guest said.
        meetings: those to which they are invited.
        hosts: the names of the hosts, by the number of each meeting.
        by: parses days.
    """
    said = set(tokens(text))
    by_host = {number for number, host in hosts.items() if said & set(tokens(host))}
    # "not on Friday" names Friday all the same
    found = evidence.find(" ".join(word for word in text.split() if tokens(word) != [NOT]), ())
    meant = meetings_meant("status", found, MentionableMeetings(tuple(meetings)), by).meetings
    return by_host | {each.number for each in meant}
