"""Right after a command that was wrong, the ways back are suggested."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize(
    "said",
    [
        "undo",
        "oops",
        "wrong person",
        "oops, wrong person",
        "Ups, falsche Person",
        "rückgängig",
        "oups, mauvaise personne",
        "je me suis trompé",
        "ups, persona equivocada",
        "deshacer",
    ],
)
def test_the_ways_back_are_suggested_and_nothing_is_done(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com carl@z.net", space=None)
    core.hears("erin", "add dora@z.net", space=None)
    core.hears("erin", said, space=None)
    asked = core.told("erin")[-1].text
    assert "cancel #1" in asked
    assert "remove dora@z.net from #1" in asked
    assert [len(core.told(each)) for each in ("alice@x.com", "dora@z.net")] == [1, 1]


def test_who_was_named_wrongly_is_removed_and_who_was_meant_is_added(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "I meant carl@z.net, not alice@x.com", space=None)
    asked = core.told("erin")[-1].text
    assert "remove alice@x.com from #1" in asked
    assert "add carl@z.net to #1" in asked
    core.hears("erin", "1", space=None)
    assert "has withdrawn your invitation" in core.told("alice@x.com")[-1].text


def test_without_a_meeting_there_is_no_way_back(core: FakeStage):
    core.hears("erin", "undo", space=None)
    assert "remove" not in core.told("erin")[-1].text
