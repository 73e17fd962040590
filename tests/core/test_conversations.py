"""A host link goes to its host only, in every possible conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.conversations.command_table import ANSWERS
from bot.core.conversations.deciding import decide
from bot.core.conversations.dispatch import apology, converse
from bot.core.conversations.requests.delivery_ways import BOTH, Ways
from bot.core.conversations.requests.installation import Installation
from bot.core.domain.access import Access
from bot.core.domain.commands import (
    Add,
    Cancel,
    Cohost,
    Defaults,
    Extend,
    Guest,
    Handover,
    Help,
    HostClassic,
    Meet,
    Meetings,
    Move,
    MyLink,
    Nothing,
    Resend,
    Sayable,
    Status,
    TextFor,
    Thanks,
    Unclear,
)
from bot.core.domain.errors import Trouble
from bot.core.domain.links import GuestLink, HostLink, Links
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Preferences, Role, Way
from bot.core.incoming.notices import Notice
from bot.core.incoming.received import Received
from bot.core.parsing import grammar
from bot.core.parsing.text.mentions import mention
from bot.core.steps.expert_steps import ReadGroups
from bot.core.steps.find_steps import (
    FindInvitations,
    FindMeetings,
    FindMentioned,
    ListMeetings,
    ReadMeeting,
)
from bot.core.steps.ledger_steps import (
    CancelMeeting,
    ClaimOnce,
    RecordDeliveries,
    RecordNewLinks,
    SaveMeeting,
)
from bot.core.steps.people_steps import ReadPeople
from bot.core.steps.preference_steps import ReadPreferences, SavePreferences, StoredPreferences
from bot.core.steps.step import Conversation, Posted, Send, Step, Together
from bot.core.steps.webex_steps import (
    DirectChat,
    MayModerate,
    Membership,
    Message,
    MintLinks,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    Say,
    TellHost,
)
from bot.core.suggesting.readings import Reading
from bot.core.wording.languages import Languages
from bot.core.wording.texts import HostText
from bot.process.translations import spoken

AT = datetime(2026, 3, 2, tzinfo=UTC)
HOUSE = Installation(
    *("bot", "connect@webex.bot", Access.parse("example.com"), Languages(spoken)),
    most_guests=30,
    site="https://example.webex.com",
    ways=Ways(mail=True, rules={"example.com": BOTH, "guest1@x.com": BOTH}),
)
NOTICE = Notice("messages", "created", "message", room_id="room")
RECEIVED = Received(NOTICE, AT, "seed")
SECRET = "the-secret-of-the-host"

emails = st.sampled_from([f"guest{n}@x.com" for n in range(40)] + ["erin@example.com"])
guests = st.one_of(
    st.builds(Guest, email=emails),
    st.builds(Guest, person_id=st.sampled_from(["p1", "p2", "erin"]), name=st.just("Bob")),
    st.builds(Guest, phone=st.sampled_from(["+491713920042", "+491713920043"])),
)
meetings = st.builds(
    Meet,
    guests=st.lists(guests, max_size=32, unique_by=lambda guest: guest.identity).map(tuple),
    subject=st.none() | st.text(alphabet="ab <@>*`[]()", max_size=20).map(str.strip),
    here=st.booleans(),
    hosts=st.integers(1, 3),
    spare=st.integers(0, 2),
    qr=st.booleans(),
)
later = st.builds(
    lambda meet, hours: replace(meet, opens=AT + timedelta(hours=hours)),
    meetings,
    st.integers(1, 99),
)
of_a_meeting = st.one_of(
    st.builds(
        Add,
        st.lists(guests, min_size=1, max_size=3, unique_by=lambda guest: guest.identity).map(tuple),
    ),
    st.sampled_from(
        [Resend(me=True), Resend(everybody=True), Extend(30), Move(by=15), Cancel(), Status()]
    ),
    st.sampled_from([TextFor(), TextFor(names=("guest1",))]),
)
of_colleagues = st.builds(Handover, guests) | st.builds(Cohost, guests)
others = st.sampled_from(
    [
        Help(),
        Nothing(),
        Thanks(),
        MyLink(),
        Meetings(),
        Defaults(minutes=45),
        HostClassic("123456789"),
    ]
)
kinds = st.sampled_from([meetings, later, of_a_meeting, of_colleagues, others])
commands = kinds.flatmap(lambda kind: kind)
HELD = MeetingRecord(
    Meeting("sub", "erin", "erin@example.com", AT, AT + timedelta(hours=1), number=7),
    (
        Delivery(Role.HOST, Guest("erin", "erin@example.com"), Way.DIRECT, "m1", "r1", card=True),
        Delivery(Role.GUEST, Guest(email="guest1@x.com"), Way.DIRECT, "m2", "r2"),
        Delivery(Role.GUEST, Guest(email="guest2@x.com"), Way.MAIL, "m4"),
        Delivery(Role.GUEST, Guest(phone="+491713920042"), Way.PHONE, "m5"),
        Delivery(Role.SPARE, Guest(), Way.SPACE, "m3", "room"),
    ),
)
troubles = st.sampled_from([kind("track") for kind in (Trouble, *Trouble.__subclasses__())])


def message(command: Sayable, direct: bool, email: str = "erin@example.com") -> Message:
    said = grammar.say(command)
    html = said.replace("<@personId:", '<spark-mention data-object-type="person" data-object-id="')
    html = html.replace("|", '">').replace("<@", "&lt;@") if "personId" in said else None
    return Message("message", "room", direct, "erin", email, said, html, None)


def conversation() -> Conversation:
    """Decide by what is read, then converse by that."""
    decision = yield from decide(RECEIVED, HOUSE)
    if decision:
        yield from converse(decision)


def live(talk: Conversation, answer_to: Callable[[Step], Any]) -> list[Step]:
    """Drive a conversation to its end, and return what it asked for."""
    request: list[Step] = []
    answer: Any = None
    try:
        while True:
            step = talk.throw(answer) if isinstance(answer, Trouble) else talk.send(answer)
            request.append(step)
            answer = answer_to(step)
    except (StopIteration, Trouble):
        return request


class Life:
    """Answers each step as chance has it, and watches."""

    def __init__(self, data: st.DataObject, heard: Message) -> None:
        self.data = data
        self.heard = heard
        self.steps: list[Step] = []
        self._numbers = count(1)

    def answer(self, step: Step) -> Any:
        """Return what came of a step, or the trouble with it."""
        if isinstance(step, Together):
            return tuple(self.answer(each) for each in step.steps)
        self.steps.append(step)
        if isinstance(step, ReadMessage | ReadPreferences):
            return self._succeed(step)
        if self.data.draw(st.integers(0, 3)) == 0:
            return self.data.draw(troubles)
        return self._succeed(step)

    def _succeed(self, step: Step) -> Any:
        if isinstance(step, ReadMessage):
            return self.heard
        if isinstance(step, ReadMembership):
            return Membership("membership", "room", "bot", direct=False)
        if isinstance(step, MintLinks):
            return self._links(step)
        if isinstance(step, Send):
            return Posted(f"posted{next(self._numbers)}", 0, "room")
        if isinstance(step, RecordDeliveries | RecordNewLinks):
            return self.data.draw(st.booleans())  # whether the meeting is still on
        return self._remembered(step)

    def _remembered(self, step: Step) -> Any:
        match step:
            case SaveMeeting(meeting):
                return replace(meeting, number=7)
            case ListMeetings():
                return (HELD.meeting,)
            case FindInvitations():
                return (GuestInvitation(HELD.meeting, Guest("alice", language="fr")),)
            case ReadPerson(person_id, email):
                return _person(person_id or email.partition("@")[0])
            case ReadPeople(ids):
                return tuple(map(_person, ids))
        known = {
            ReadPreferences: StoredPreferences(),
            CancelMeeting: HELD,
            SavePreferences: Preferences(),
            FindMeetings: (HELD,),
            FindMentioned: (),
            ReadGroups: (),
            ReadMeeting: HELD,
            ClaimOnce: True,
        }
        return known.get(type(step), isinstance(step, MayModerate) or None)

    def _links(self, step: MintLinks) -> Links:
        number, request = next(self._numbers), step.request
        return Links(
            tuple(HostLink(f"https://{SECRET}/{n}") for n in range(request.hosts)),
            tuple(GuestLink(f"https://guest/{number}/{n}") for n in range(request.guests)),
        )


def _person(known_as: str) -> Guest:
    return Guest(known_as, f"{known_as}@example.com", known_as.title())


def written_in(part: Any) -> Iterator[str]:
    """Return all that stands anywhere in a step: its words, cards, mails, texts and pictures."""
    assert not isinstance(part, HostText | HostLink), "a host link that is on its way elsewhere"
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        yield from written_in([getattr(part, each.name) for each in fields(part)])
    elif isinstance(part, Mapping):
        yield from written_in(list(part.values()))
    elif isinstance(part, tuple | list):
        for each in part:
            yield from written_in(each)


def watch(step: Step, hosts: set[str]) -> None:
    assert SECRET not in repr(step)
    if isinstance(step, TellHost):
        assert step.host_id in hosts
        assert SECRET in step.text.deliver(lambda words, card: f"{words} {card and card.content}")
    else:
        assert not any(SECRET in words for words in written_in(step))
    if isinstance(step, Say):
        assert all(place is not None for place in step.places)


@settings(max_examples=100)
@given(st.data(), commands, st.booleans())
def test_the_host_link_goes_to_the_requester_and_nowhere_else(
    data: st.DataObject, command: Sayable, direct: bool
):
    life = Life(data, message(command, direct))
    live(conversation(), life.answer)
    hosts = colleagues(command) or {"erin"}
    for step in life.steps:
        watch(step, hosts)
    minted = sum(step.request.hosts for step in life.steps if isinstance(step, MintLinks))
    wanted = command.hosts if isinstance(command, Meet) else 1
    assert sum(isinstance(step, TellHost) for step in life.steps) <= minted <= wanted


def colleagues(command: Sayable) -> set[str]:
    """Return whom a command makes a host instead of, or beside, whoever asks."""
    named = command.to if isinstance(command, Handover | Cohost) else None
    return {named.person_id, named.email.partition("@")[0]} - {""} if named else set()


@settings(max_examples=50)
@given(st.data(), commands, st.booleans())
def test_a_replay_takes_the_same_path(data: st.DataObject, command: Sayable, direct: bool):
    life = Life(data, message(command, direct))
    answers: list[Any] = []

    def remember(step: Step) -> Any:
        answers.append(life.answer(step))
        return answers[-1]

    first = live(conversation(), remember)
    second = live(conversation(), lambda _: answers.pop(0))
    assert list(map(repr, first)) == list(map(repr, second))
    assert answers == []


@settings(max_examples=25)
@given(st.data(), commands, st.booleans())
def test_a_stranger_who_is_invited_to_nothing_gets_no_links(
    data: st.DataObject, command: Sayable, direct: bool
):
    life = Life(data, message(command, direct, email="eve@other.org"))

    def invited_to_nothing(step: Step) -> Any:
        return () if isinstance(step, FindInvitations) else life.answer(step)

    live(conversation(), invited_to_nothing)
    assert not any(isinstance(step, MintLinks | TellHost) for step in life.steps)


def renews_what_is_in_a_space(command: Sayable) -> bool:
    return isinstance(command, Extend | Move) or (isinstance(command, Resend) and command.everybody)


@settings(max_examples=50)
@given(st.data(), commands.filter(lambda each: not renews_what_is_in_a_space(each)))
def test_in_private_nothing_is_said_in_any_space(data: st.DataObject, command: Sayable):
    life = Life(data, message(command, direct=True))
    live(conversation(), life.answer)
    places = [place for step in life.steps if isinstance(step, Say) for place in step.places]
    assert all(isinstance(place, DirectChat) for place in places)


def test_every_command_has_an_answer():
    assert set(ANSWERS) == {*get_args(Reading)} | {*get_args(Sayable), Unclear}


def test_a_mention_in_a_command_is_read_back():
    said = grammar.say(Meet((Guest(person_id="p1", name="Bob"),)))
    assert mention("p1", "Bob") in said


def test_without_a_room_there_is_nowhere_to_apologise():
    assert apology(replace(RECEIVED, notice=Notice("messages", "created", "a")), HOUSE) is None
    assert isinstance(apology(RECEIVED, HOUSE), Say)
