"""What people write has no effect but to be shown, in every sentence of the bot."""

from __future__ import annotations

import inspect
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import replies
from bot.core.diagnosis.findings import red
from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import Guest, Meet, MeetingReference, Unclear
from bot.core.domain.errors import Passing
from bot.core.domain.hints import Hint
from bot.core.domain.links import GuestLink, HostDoor, HostLink
from bot.core.domain.meetings import Delivery, HostReason, Meeting, Role, Way
from bot.core.replies import meeting_cards
from bot.core.wording.languages import ENGLISH
from bot.core.wording.texts import HostText, Text
from bot.core.wording.times import Times
from bot.process.translations import spoken
from bot.sandbox.webex.rendering import render
from tests.core.test_cards import parts

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
OURS = "https://links.example/"
EVIL = (
    "<@all>",
    "<@personId:evil|You>",
    "[free](https://evil.example)",
    "<a href='https://evil.example'>x</a>",
    "https://evil.example",
    "evil.example",
    "**bold** `code` # _x_",
    "\r\nBcc: everybody@evil.example\r\n\r\n",
    "\u202emoc.evil\u2066\u200b\ufeff\x00\x1b[31m",
    "\ue000",
    "{subject} {0} %s",
)
hostile = st.lists(st.sampled_from(EVIL) | st.text(max_size=10), min_size=1, max_size=4).map(
    " ".join
)


def given_for(name: str, kind: str, said: str) -> Any:
    """Return what a reply may be given under this name, with `said` wherever people write."""
    guest = Guest("", f"{said[:20]}@x.com", said)
    meeting = Meeting("sub", "erin", said, NOW, NOW + timedelta(hours=1), said, number=7)
    told = tuple(
        Delivery(role, guest, Way.DIRECT, trouble=trouble)
        for role in Role
        for trouble in (None, "Refused")
    )
    known = {
        "zone": UTC,
        "number": "123456789",
        "address": f"{OURS}m.php",
        "troubles": [(Way.MAIL, Passing(said))],
        "meant": Text(""),
        "direct": True,
        "buttons": True,
        "guest": guest,
        "to": guest,
        "meeting": meeting,
        "told": told,
        "deliveries": told,
        "closed": "",  # our own words
        "came": [Attendance(said, said, 1, since=NOW)],
        "delivery": told[-1],
        "which": MeetingReference(None, said),
        "trouble": Passing(said),
        "known": {said: said},
    }
    by_kind = {
        "str": said,
        "str | None": said,
        "int": 3,
        "bool": True,
        "HostReason": HostReason.COHOST,
        "datetime": NOW,
        "datetime | None": NOW,
        "GuestLink": GuestLink(f"{OURS}g"),
        "GuestLink | None": GuestLink(f"{OURS}g"),
        "HostLink": HostLink(f"{OURS}h"),
        "HostLink | HostDoor": HostLink(f"{OURS}h"),
        "HostDoor | None": HostDoor(f"{OURS}h"),
        "Sequence[GuestLink]": (GuestLink(f"{OURS}g"),),
        "Sequence[HostLink]": (HostLink(f"{OURS}h"),),
        "Sequence[str]": [said],
        "Sequence[Guest]": [guest],
        "Sequence[Meeting]": [meeting],
        "Sequence[Finding]": [red("token", "It is wrong.", "Mend it.")],  # our own words
        "Meet": Meet(devices=(said,), subject=said),
        "Command": Meet((guest,), subject=said),
        "Command | GuestSays": Meet((guest,), subject=said),
        "tuple[Guest, GuestLink]": (guest, GuestLink(f"{OURS}g")),
        "Times": Times(UTC, 10),
        "Language": spoken("de"),
        "Unclear": Unclear(said[:100], Hint.WHO, Meet((), subject=said[:50])),
    }
    return known[name] if name in known else by_kind[kind]


OTHERS = {"Occasion", "PhoneMessage", "Preferences", "LimitReached"}
"""What mails and texts are given, of another kind, and what people's words do not come into."""


def kinds_of(name: str) -> set[str]:
    parameters = inspect.signature(getattr(replies, name)).parameters.values()
    return {str(each.annotation) for each in parameters}


SENTENCES = [name for name in replies.__all__ if not OTHERS & kinds_of(name)]


def said_by(name: str, said: str) -> Iterator[str]:
    """Yield the markdown of each message that a reply makes."""
    reply = getattr(replies, name)
    wanted = list(inspect.signature(reply).parameters.values())[1:]
    given_to_it = {each.name: given_for(each.name, str(each.annotation), said) for each in wanted}
    made = reply(spoken(ENGLISH), **given_to_it)
    for each in made if isinstance(made, tuple) else (made,):
        if isinstance(each, HostText):
            yield each.deliver(lambda markdown, _card: markdown)
        else:
            yield each.markdown


@pytest.mark.parametrize("name", SENTENCES)
@settings(max_examples=settings.default.max_examples // 3)  # for each of many sentences
@given(said=hostile)
def test_nothing_that_people_write_mentions_links_or_turns_anything_round(name: str, said: str):
    for markdown in said_by(name, said):
        made = render(markdown, lambda _: None)
        assert made.people == made.groups == ()
        assert not any("evil" in each for each in re.findall(r"<[^>]*>", made.html))
        assert not unseen(markdown), ascii(markdown)


@given(hostile)
def test_a_card_shows_what_people_wrote_on_one_line_without_effect(said: str):
    meeting = given_for("meeting", "", said)
    made = meeting_cards.host_card(spoken(ENGLISH), meeting, UTC)
    shown = [part["text"] for part in parts(made.content) if part["type"] == "TextBlock"]
    assert not any(unseen(each) or "](" in each for each in shown)


def unseen(text: str) -> set[str]:
    """Return the characters that nobody sees, but for our own: breaks, joiners, places of links."""
    ours = {"\n", "\u2060", "\ue000"}
    return {c for c in set(text) - ours if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cn"}}
