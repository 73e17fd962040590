"""Addresses and numbers inside a subject: guests don't read those of others."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

ROOF = "Meet dora@z.net: Friday 6 March 2026, 15:00 – “the roof”"


@pytest.mark.parametrize(
    "said",
    [
        "meet dora@z.net friday 3pm about the roof, then emma@acme.com 15.15",
        "meet dora@z.net friday 3pm about the roof and emma@acme.com 4pm about knee",
        "meet dora@z.net friday 15:00 wegen the roof, dann emma@acme.com 16 Uhr",
        "meet dora@z.net friday 15:00 sobre the roof y luego emma@acme.com 16:00",
    ],
)
def test_a_second_meeting_is_a_second_request(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert "One thing at a time, please: “emma@acme.com" in core.told("erin")[-1].text
    assert core.told("erin")[-1].titles == [ROOF]


@pytest.mark.parametrize(
    "said",
    [
        "meet dora@z.net friday 3pm about the roof of emma@acme.com",
        "meet dora@z.net friday 3pm about the roof from emma@acme.com",
        "meet dora@z.net friday 15:00 wegen the roof von emma@acme.com",
        "meet dora@z.net friday 15:00 sobre the roof de emma@acme.com",
    ],
)
def test_whose_it_is_about_is_not_invited_and_first_not_named(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    first, second = core.told("erin")[-1].titles
    assert first == ROOF
    assert second.startswith("Meet dora@z.net: Friday")


def test_who_is_joined_by_and_is_offered_to_be_invited_second(core: FakeStage):
    core.hears("erin", "meet dora@z.net friday 3pm about the roof and emma@acme.com", space=None)
    assert core.told("erin")[-1].titles[0] == ROOF
    assert core.told("erin")[-1].titles[1].startswith("Meet dora@z.net, emma@acme.com: Friday")
    assert core.told("dora@z.net") == []


def test_a_number_in_a_subject_is_no_subject(core: FakeStage):
    core.hears("erin", "meet dora@z.net at 15:00 about the roof of +49 171 3920042", space=None)
    assert "part of the subject" in core.told("erin")[-1].text
    assert core.told("erin")[-1].titles == []


def test_behind_on_a_subject_ends_before_somebody(core: FakeStage):
    core.hears("erin", "meet dora@z.net friday 15h sur le toit, puis emma@acme.com 16h", space=None)
    assert not any("emma" in each for each in core.told("erin")[-1].titles)
