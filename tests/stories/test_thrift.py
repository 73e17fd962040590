"""How many queries a command costs before its links are sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from tests.stories.fake import FakeStage
from tests.stories.test_more_links import started

Act = Callable[[FakeStage], object]


@contextmanager
def transactions(core: FakeStage) -> Iterator[list[str]]:
    """Gather a line for each transaction: what is usual is asked for with every message."""
    begun: list[str] = []

    def began(_connection: sa.Connection) -> None:
        begun.append("")

    def sent(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        begun[-1] += statement

    sa.event.listen(core.database, "begin", began)
    sa.event.listen(core.database, "before_cursor_execute", sent)
    yield begun
    sa.event.remove(core.database, "begin", began)
    sa.event.remove(core.database, "before_cursor_execute", sent)


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("meetings", 2),  # theirs, and those to which others invited them
        ("status #1", 1),
        ("my link", 4),
        ("add dora@z.net to #1", 2),
        ("resend all of #1", 3),  # what follows isn't an invitation
        ("extend 30m #1", 2),
        ("cancel #1", 4),  # it may be a call at a desk; what follows may be for it
        ("handover @Carl of #1", 7),  # one takes back the former host's card
    ],
)
def test_a_command_asks_the_ledger_for_little(core: FakeStage, said: str, most: int):
    core.makes_host("carl")
    started(core, "meet alice@x.com here about the roof")
    with transactions(core) as begun:
        core.hears("erin", said)
    assert len([each for each in begun if "FROM usual" not in each]) == most
    assert len(core.said()) > 3


def test_to_ask_which_meeting_is_one_question(core: FakeStage):
    started(core, "meet alice@x.com bob@x.com about the red roof")
    started(core, "meet alice@x.com bob@x.com about the blue roof")
    with transactions(core) as begun:
        core.hears("erin", "cancel the roof")
    assert "Which meeting do you mean?" in core.posted_in("Support")[-1].text
    asked = [each for each in begun if "FROM usual" not in each]
    assert len([each for each in asked if "open_questions" not in each]) == 1
