"""A meeting that is cancelled is not offered again, and no other one in its place."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def off(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin cancelled one of two meetings a while ago."""
    core.hears("erin", "meet juan@z.es tomorrow 5pm about insurance", space=None)
    core.hears("erin", "meet alice@x.com wednesday 4pm about knee", space=None)
    core.hears("erin", "cancel insurance", space=None)
    core.passes(minutes=20)
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("whos in the insurance call", "who is in insurance", "when is insurance"),
        *("extend insurance till 8pm", "move insurance to 5pm", "insurance", "cancel insurance"),
        *("wer ist bei insurance dabei", "verlängere insurance um 10 minuten"),
        *("qui est dans insurance", "annule insurance"),
        *("put insurance on friday at 10", "move insurance to friday 10am and tell juan"),
        *("quién está en insurance", "mueve insurance a las 18:00"),
    ],
)
def test_it_is_said_that_it_is_cancelled(off: FakeStage, said: str):
    off.hears("erin", said, space=None)
    assert "“insurance” is cancelled" in off.told("erin")[-1].text
    assert off.told("erin")[-1].offered == []
    assert [len(off.told(each)) for each in ("juan@z.es", "alice@x.com")] == [2, 1]


@pytest.mark.parametrize(
    "said",
    [
        *("insurance again on friday 10am", "again insurance friday 10am"),
        "insurance nochmal am Freitag um 10 Uhr",
        *("insurance encore vendredi à 10h", "insurance otra vez el viernes a las 10:00"),
    ],
)
def test_it_is_offered_again_where_the_words_ask_for_it(off: FakeStage, said: str):
    off.hears("erin", said, space=None)
    assert off.told("erin")[-1].offered == ["again #1 at 2026-03-06T10:00+00:00 UTC"]


def test_a_new_meeting_about_the_same_is_still_offered(off: FakeStage):
    off.hears("erin", "meet alice about insurance", space=None)
    assert off.told("erin")[-1].offered == ['meet alice@x.com about "insurance"']


def test_one_that_is_on_is_meant_where_both_have_the_subject(off: FakeStage):
    off.hears("erin", "meet juan@z.es friday 5pm about insurance", space=None)
    off.hears("erin", "whos in the insurance call", space=None)
    assert "“insurance” (#3)" in off.told("erin")[-1].text


def test_it_is_said_that_one_is_over(core: FakeStage):
    core.hears("erin", "meet juan@z.es about insurance", space=None)
    core.hears("erin", "meet alice@x.com wednesday 4pm about knee", space=None)
    core.passes(hours=2)
    core.hears("erin", "whos in the insurance call", space=None)
    assert "“insurance” is over" in core.told("erin")[-1].text
