"""A process may die between any two steps: afterwards everybody got everything, and once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.conversations.requests.delivery_ways import BOTH, DIRECT, MAIL, Ways
from bot.core.domain.limits import Limits
from bot.core.steps.find_steps import ReadMeeting
from bot.sandbox.webex.faults import Html200, NotFoundYet, RefuseDirect, Reset, ServerError
from tests.stories.fake import FakeStage
from tests.stories.stage import a_story_on

PHONE = "+491713920042"
STARTED = "meet alice@x.com @Bob here 2 guests 2 hosts about the boiler"
LATER = "meet alice@x.com here tomorrow 15:00"

Act = Callable[[FakeStage], object]


def says(sentence: str, who: str = "erin", space: str | None = "Support") -> Act:
    return lambda bot: bot.hears(who, sentence, space)


def presses(title: str, **filled: str) -> Act:
    return lambda bot: bot.presses("erin", title, **filled)


def limits(**given: int) -> Act:
    return lambda bot: bot.settings(limits=Limits(**given))


def passes(**time: float) -> Act:
    return lambda bot: bot.passes(**time)


def allows(meetings: int) -> Act:
    return lambda bot: bot.settings(limits=Limits(per_person=meetings))


def meet_faults(*faults: Any) -> Act:
    return lambda bot: setattr(bot, "faults", list(faults))


def mails() -> Act:
    return lambda bot: bot.settings(ways=BY_MAIL)


def discreetly() -> Act:
    return lambda bot: bot.settings(discreet=True)


NO_ALICE = RefuseDirect(email="alice@x.com", times=None)
BY_MAIL = Ways(mail=True, rules={"x.com": BOTH, "z.net": MAIL, "*": DIRECT})
NO_MAIL = Reset(path="/smtp", times=9)
NO_TEXTS = ServerError(503, path="/events", times=6)
NO_PHONE = NotFoundYet(path="/events", times=None)
NO_BROKER = Html200(path="joseencrypt", times=None)

LIVES: dict[str, list[Act]] = {
    "meet": [says(STARTED)],
    "meet whom one names twice": [says("meet bob@example.com @Bob alice@x.com here")],
    "resend by another naming": [says(STARTED), says("resend bob@example.com")],
    "meet in private": [says("meet", space=None)],
    "meet too often": [allows(2), says("meet"), says("meet"), says(STARTED)],
    "meet as often as allowed": [allows(2), says("meet"), says(STARTED)],
    "meet later": [says(LATER)],
    "meet whom webex refuses": [meet_faults(NO_ALICE), says(STARTED)],
    "meet without a broker": [meet_faults(NO_BROKER), says(STARTED)],
    "meet with a device": [says("meet with Room 12"), presses("Yes, dial Room 12")],
    "meet by mail": [mails(), says(f"{STARTED} and dora@z.net")],
    "meet by mail later": [mails(), says("meet dora@z.net tomorrow 15:00")],
    "meet whom webex refuses by mail": [mails(), meet_faults(NO_ALICE), says("meet emil@y.org")],
    "meet while mail is down": [mails(), meet_faults(NO_MAIL), says("meet dora@z.net @Bob")],
    "extend by mail": [mails(), says("meet dora@z.net tomorrow 15:00"), says("extend 30m")],
    "cancel by mail": [mails(), says("meet dora@z.net tomorrow 15:00"), says("cancel")],
    "meet a phone": [says(f"{STARTED} {PHONE}")],
    "meet a phone while texts are down": [meet_faults(NO_TEXTS), says(f"meet {PHONE} @Bob")],
    "meet a phone that is refused": [meet_faults(NO_PHONE), says(f"meet {PHONE} @Bob")],
    "extend for a phone": [says(f"meet {PHONE} tomorrow 15:00"), says("extend 30m")],
    "cancel for a phone": [says(f"meet {PHONE} tomorrow 15:00"), says("cancel")],
    "remind a phone": [says(f"meet {PHONE} tomorrow 15:00"), passes(hours=29, minutes=55)],
    "meet with a picture": [says("meet qr 2 guests")],
    "text for": [says(STARTED), says("text for all")],
    "meet discreetly": [discreetly(), says(f"{STARTED} {PHONE}")],
    "extend discreetly": [discreetly(), says(STARTED), says("extend 30m")],
    "add": [says(STARTED), says("add dora@z.net emil@z.net")],
    "add spare links": [says(STARTED), says("add dora@z.net and 2 guests")],
    "resend all": [says(STARTED), says("resend all")],
    "my link": [says(STARTED), says("my link", who="alice", space=None)],
    "tell host": [says(STARTED), says("tell host: I’m late", who="alice", space=None)],
    "handover": [says(STARTED), says("handover @Carl")],
    "extend after a handover": [
        says(STARTED),
        says("handover @Carl"),
        says("extend 30m #1", who="carl", space=None),
    ],
    "tidy a former host's": [
        says(STARTED),
        says("handover @Carl"),
        says("extend 30m #1", who="carl", space=None),
        passes(minutes=61),
    ],
    "try again": [
        says(STARTED),
        meet_faults(NO_BROKER),
        says("extend 30m"),
        meet_faults(),
        presses("Try again"),
    ],
    "extend what is over": [
        says(STARTED),
        passes(minutes=65),
        says("extend 30m"),
        presses("Meet again"),
    ],
    "cohost": [says(STARTED), says("cohost carl@example.com")],
    "extend": [says(STARTED), says("extend 30m")],
    "extend whom webex refuses": [says(STARTED), meet_faults(NO_ALICE), says("extend 30m")],
    "extend without a broker": [says(STARTED), meet_faults(NO_BROKER), says("extend 30m")],
    "extend too far": [says(STARTED), says("extend 24h")],
    "extend twice": [says(STARTED), says("extend 30m"), says("extend 30m")],
    "move": [says(STARTED), says("move it 2 hours later")],
    "move by mail": [mails(), says("meet dora@z.net tomorrow 15:00"), says("move to 16:00")],
    "move for a phone": [says(f"meet {PHONE} tomorrow 15:00"), says("move to 16:00 UTC")],
    "move discreetly": [discreetly(), says(STARTED), says("move it 2 hours later")],
    "move without a broker": [says(STARTED), meet_faults(NO_BROKER), says("move it 2 hours later")],
    "move after a handover": [
        says(STARTED),
        says("handover @Carl"),
        says("move #1 2h later", who="carl", space=None),
    ],
    "move and remind": [
        says(LATER),
        says("move it 2 hours later"),
        passes(hours=31, minutes=55),
    ],
    "move and tidy": [says(STARTED), says("move it 2 hours later"), passes(minutes=61)],
    "remove": [says(f"{STARTED} {PHONE}"), says(f"remove alice@x.com @Bob {PHONE}")],
    "remove by mail": [mails(), says("meet dora@z.net tomorrow 15:00"), says("remove dora@z.net")],
    "remove and add": [says(STARTED), says("remove alice@x.com"), says("add alice@x.com")],
    "remove whom webex refuses": [
        meet_faults(NO_ALICE),
        says(STARTED),
        says("remove alice@x.com"),
        says("add alice@x.com"),
        says("remove alice@x.com"),
    ],
    "remove and extend": [says(STARTED), says("remove alice@x.com"), says("extend 30m")],
    "tell": [says(f"{STARTED} {PHONE}"), says("tell all: I am late")],
    "tell by mail": [mails(), says("meet dora@z.net @Bob"), says("tell all: I am late")],
    "tell while mail is down": [
        mails(),
        says("meet dora@z.net"),
        meet_faults(NO_MAIL),
        says("tell all: I am late"),
    ],
    "tell discreetly": [discreetly(), says(STARTED), says("tell alice@x.com: I am late")],
    "tell beyond a limit": [limits(messages_per_guest=1), says(STARTED), says("tell all: late")],
    "cancel": [says(STARTED), says("cancel")],
    "press extend": [says(STARTED), presses("Extend 30 min")],
    "resend beyond a limit": [limits(messages_per_guest=1), says(STARTED), says("resend all")],
    "press cancel": [says(STARTED), presses("Cancel meeting"), presses("Yes, cancel it")],
    "press invite": [says(STARTED), presses("Invite", people="dora@z.net")],
    "meetings": [says(STARTED), says(LATER), says("meetings")],
    "status": [says(STARTED), says("status")],
    "defaults": [says("defaults for 45m"), says("defaults")],
    "which": [says("meet about red roof"), says("meet about blue roof"), says("cancel roof")],
    "refused": [says("meet", who="alice", space=None)],
    "remind": [says(LATER), passes(hours=29, minutes=55)],
    "tidy": [says(STARTED), passes(minutes=61)],
    "plan": [says("plan"), presses("Invite", people="dora@z.net", duration="15m")],
}


@contextmanager
def bot() -> Iterator[FakeStage]:
    with a_story_on(FakeStage()) as stage:
        stage.makes_host("carl")
        yield stage


def lived(life: list[Act], crashes: Callable[[int], bool]) -> tuple[object, ...]:
    """Live a life whose last act crashes so, and return what is left of it."""
    with bot() as stage:
        *before, last = life
        for act in before:
            act(stage)
        stage.engine.crashes = crashes
        last(stage)
        return told(stage), mailed(stage), texted(stage), remembered(stage)


def texted(stage: FakeStage) -> list[str]:
    """Return the texts that came to a phone, without the links' own codes."""
    return sorted(re.sub(r"https?://\S+", "[link]", each) for each in stage.texted(PHONE))


def mailed(stage: FakeStage) -> list[tuple[str, str, str]]:
    """Return whom which mail reached, without the links' own codes and the time."""
    everybody = {each.to for each in stage.world.mails}
    letters = [(to, letter) for to in everybody for letter in stage.mailed(to)]
    return sorted((to, each.subject, bare(stage, each.text, each.links)) for to, each in letters)


def told(stage: FakeStage) -> list[list[tuple[object, ...]]]:
    """Return what everybody reads, without the links' own codes."""
    notes = [stage._notes([space]) for space in stage.world.spaces_of(stage.me)]  # noqa: SLF001 - the stage shows no more of itself to other stories
    return sorted(
        sorted(
            (bare(stage, note.text, note.links), bool(note.cards), bool(note.thread))
            for note in some
        )
        for some in notes
    )


def bare(stage: FakeStage, text: str, links: list[str]) -> str:
    for link in links:
        text = text.replace(link, f"[{stage.opens(link).role}]")
    return text


def remembered(stage: FakeStage) -> list[tuple[object, ...]]:
    """Return what the ledger holds of each meeting, and what is still to be done."""
    perform = stage.performer.perform
    found = [perform(ReadMeeting(number)) for number in range(1, 4)]
    errands = sorted(stage.schedule.errands)
    return [
        (each.meeting.expires, each.meeting.state, deliveries(stage, each.deliveries), errands)
        for each in found
        if each
    ]


def deliveries(stage: FakeStage, given: Any) -> list[tuple[str, ...]]:
    def known(each: Any) -> str:
        people = stage.world.people
        return (
            people[each.guest.person_id].email if each.guest.person_id else each.guest.display_name
        )

    return sorted(
        (each.role, known(each), each.way, str(each.message_id is None), str(each.trouble))
        for each in given
    )


@cache
def undisturbed(name: str) -> tuple[object, ...]:
    """Return what is left of a life in which nothing crashes."""
    return lived(LIVES[name], lambda _: False)


@pytest.mark.parametrize("name", LIVES)
def test_a_crash_after_every_single_step_changes_nothing(name: str):
    assert lived(LIVES[name], lambda _: True) == undisturbed(name)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(sorted(LIVES)), st.sets(st.integers(0, 30), max_size=5))
def test_crashes_here_and_there_change_nothing(name: str, where: set[int]):
    assert lived(LIVES[name], where.__contains__) == undisturbed(name)


def test_a_crash_is_really_one():
    with bot() as stage:
        seen: list[int] = []
        stage.engine.crashes = lambda position: not seen.append(position)
        stage.hears("erin", "meet")
        assert seen.count(0) == len(set(seen)) + 1


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ([], "meet alice@x.com"),
        ([STARTED], "resend all"),
        ([STARTED], "extend 30m"),
        ([STARTED], "cohost @Carl"),
    ],
)
def test_a_reported_failure_is_not_retried_after_a_crash(before: list[str], said: str):
    """Even where the broker is well again by the time that the conversation is replayed."""

    def heals(_: int) -> bool:
        over = any("Please try again" in note.text for note in stage.posted_in("Support"))
        stage.faults = [] if over else stage.faults
        return over

    with bot() as stage:
        for sentence in before:
            stage.hears("erin", sentence)
        everything = len(stage.said())
        stage.faults = [NO_BROKER]
        stage.engine.crashes = heals
        stage.hears("erin", said)
        assert stage.faults == []
        assert len(stage.said()) == everything + 1
