"""Whatever happens to a request in whatever order: it has one host or none, and isn't lost."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.domain.access import Access
from bot.core.domain.errors import Trouble
from bot.core.domain.group_requests import ExpertRequest
from bot.core.steps.expert_steps import ReadExpertRequest
from bot.core.steps.step import Step, Together
from bot.edges.performer import Performer
from bot.edges.ports import Core
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.tables import hosts, meetings
from tests.doors.conftest import DOORS_AT, WAYS
from tests.doors.visitors import token_of
from tests.stories.fake import FakeStage


@dataclass
class Talk:
    """A conversation, and what its next step is answered."""

    steps: Generator[Step, Any, Any]
    answer: Any = None
    trouble: Trouble | None = None


class Interleaving:
    """An engine that takes one step of any conversation at a time.

    Args:
        performer: performs the steps.
        check: is called after each step.
    """

    def __init__(self, performer: Performer, check: Callable[[], None]) -> None:
        self._performer, self._check = performer, check
        self._talks: list[Talk] = []

    def drive(self, trigger: Any, core: Callable[[], Core]) -> None:
        """Begin a conversation."""
        self._talks.append(Talk(_conversation(trigger, core())))

    def run(self, choose: Callable[[int], int]) -> None:
        """Take steps until all conversations are over; `choose` says of which the next one is."""
        while self._talks:
            talk = self._talks[choose(len(self._talks))]
            try:
                step = (
                    talk.steps.throw(talk.trouble) if talk.trouble else talk.steps.send(talk.answer)
                )
            except StopIteration:
                self._talks.remove(talk)
                continue
            talk.answer, talk.trouble = self._performed(step)
            self._check()

    def _performed(self, step: Step) -> tuple[Any, Trouble | None]:
        if isinstance(step, Together):
            done = [self._performed(each) for each in step.steps]
            return tuple(trouble or answer for answer, trouble in done), None
        try:
            return self._performer.perform(step), None
        except Trouble as trouble:
            return None, trouble


def _conversation(trigger: Any, core: Core) -> Generator[Step, Any, None]:
    decision = yield from core.decide(trigger)
    if decision is not None:
        yield from core.converse(decision)


class Desk:
    """A group of Carl and Bob, and Erin's request to it."""

    def __init__(self) -> None:
        self.stage = stage = FakeStage()
        stage.settings(ways=WAYS, doors_at=DOORS_AT, admins=Access.parse("erin@example.com"))
        stage.space("Cardiology", "erin", "carl", "bob")
        stage.hears("erin", "group cardiology is here then carl@example.com", space="Cardiology")
        stage.hears("erin", "expert cardiology for alice@x.com about the ECG")
        self.number = stage.posted_in("Support")[0].number
        self.engine = Interleaving(stage.performer, self.has_one_host_or_none)
        stage.engine = self.engine  # type: ignore[assignment]

    @property
    def request(self) -> ExpertRequest:
        found = Ledger(self.stage.database).experts.read(ReadExpertRequest(self.number))
        assert found
        return found

    def presses(self, who: str, title: str) -> None:
        notes = [*self.stage.posted_in("Cardiology"), *self.stage.told(who)]
        with_it = [
            each
            for each in notes
            for card in each.cards
            if title in str(card) and "Action.Submit" in str(card)
        ]
        if with_it:
            self.stage.presses(who, title, with_it[-1])

    def says(self, who: str, words: str) -> None:
        self.stage.hears(who, f"{words} #{self.number}", space=None)

    def starts(self, who: str) -> None:
        for note in self.stage.told(who):
            for link in note.links:
                self.stage.doors.start(token_of(link))

    def act(self, action: str) -> None:
        who, _, what = action.partition(" ")
        if what.endswith("minutes"):
            self.stage.passes(minutes=int(who))
        elif what == "start":
            self.starts(who)
        elif what.istitle() or what in ("Take it", "Not me", "I’m coming", "Keep waiting"):
            self.presses(who, what)
        else:
            self.says(who, what)

    def has_one_host_or_none(self) -> None:
        """Only the claimer hosts."""
        of_meeting = sa.select(hosts.c.person_id).where(hosts.c.number == self.number)
        with self.stage.database.connect() as connection:
            found = connection.scalars(of_meeting.where(hosts.c.without_link.is_not(True))).all()
            assert len(found) <= 1
        assert set(found) <= {self.request.claimed_by}

    def is_not_lost(self) -> None:
        """Somebody hosts it, or it was cancelled, or somebody is asked now or later."""
        request = self.request
        with self.stage.database.connect() as connection:
            of_it = sa.select(meetings.c.state).where(meetings.c.number == self.number)
            state = connection.scalar(of_it)
        cards = [each for each in self.stage.posted_in("Cardiology") if each.cards]
        told = [each.text for each in self.stage.told("erin")]
        if state == "cancelled":
            assert request.closed
            assert cards == []
        elif request.claimed_by:
            assert self._hosts() == [request.claimed_by]
            assert cards == []
        elif request.due:
            assert any(each.due == request.due for each in self.stage.schedule.errands.values())
        else:
            assert any("Nobody in cardiology has taken" in each for each in told)

    def _hosts(self) -> list[str]:
        of_meeting = sa.select(hosts.c.person_id).where(hosts.c.number == self.number)
        with self.stage.database.connect() as connection:
            return [*connection.scalars(of_meeting.where(hosts.c.without_link.is_not(True)))]


ACTIONS = (
    *("carl Take it", "bob Take it", "erin Take it", "carl Not me", "bob Not me"),
    *("carl give back", "bob give back", "erin give back", "carl I’m coming", "bob I’m coming"),
    *("erin keep waiting", "erin cancel", "carl start", "2 minutes", "3 minutes"),
)
at_once = st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=3)


@settings(max_examples=settings.default.max_examples // 3)
@given(st.lists(at_once, min_size=1, max_size=6), st.data())
def test_a_request_has_one_host_or_none_and_is_never_lost(
    happens: list[list[str]], data: st.DataObject
) -> None:
    desk = Desk()
    try:
        for actions in happens:
            for action in actions:
                desk.act(action)
            desk.engine.run(lambda number: data.draw(st.integers(0, number - 1)))
            desk.is_not_lost()
    finally:
        desk.stage.close()


def test_whoever_takes_it_as_soon_as_the_card_is_there_sends_the_guests_their_links() -> None:
    stage = FakeStage()
    stage.settings(admins=Access.parse("erin@example.com"))
    stage.space("Cardiology", "erin", "carl", "bob")
    stage.hears("erin", "group cardiology is here", space="Cardiology")
    engine = Interleaving(stage.performer, lambda: None)
    stage.engine = engine  # type: ignore[assignment]
    stage.hears("erin", "expert cardiology for alice@x.com")
    has_pressed = False

    def first_the_claim(number: int) -> int:
        nonlocal has_pressed
        if has_pressed or not any(each.cards for each in stage.posted_in("Cardiology")):
            return number - 1
        has_pressed = True
        stage.presses("carl", "Take it")
        return number

    engine.run(first_the_claim)
    assert "You’re meeting alice@x.com." in [each.text for each in stage.told("carl")]
    [note] = stage.told("alice@x.com")
    assert stage.opens(note.link).role == "guest"
    stage.close()
