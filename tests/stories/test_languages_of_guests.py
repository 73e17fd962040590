"""`write to her in French` offers her link in French, and `always` the language of all guests."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has a meeting with Alice, and one with Carl tomorrow."""
    core.hears("erin", "meet carl@z.net tomorrow 10:00 about the cellar", space=None)
    core.passes(minutes=20)
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("write to her in French", "send her the link in French", "schreib ihr auf Französisch"),
        *("écris-lui en français", "escríbele en francés"),
    ],
)
def test_her_link_in_her_language_is_offered(two: FakeStage, said: str):
    first, *others = two.answer("erin", said).offered
    assert first.startswith("add alice@x.com to #2 in ")
    assert not [each for each in others if not each.startswith("defaults language")]
    two.hears("erin", "1", space=None)
    assert "vous invite" in two.told("alice@x.com")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("write to carl in Spanish", "schreib Carl auf Spanisch", "écris à Carl en espagnol"),
        "escribe a Carl en español",
    ],
)
def test_it_is_offered_for_the_meeting_of_the_guest_named(two: FakeStage, said: str):
    assert two.answer("erin", said).offered[0].startswith("add carl@z.net to #1 in ")


@pytest.mark.parametrize("said", ["write to dave in French", "schreib Dave auf Französisch"])
def test_nothing_is_offered_for_somebody_unknown(two: FakeStage, said: str):
    assert not [
        each for each in two.answer("erin", said).offered if not each.startswith("defaults")
    ]


@pytest.mark.parametrize(
    "said",
    [
        *("always write to my guests in Italian", "from now on write to my guests in Italian"),
        "Schreib meinen Gästen immer auf Italienisch",
        *("écris toujours à mes invités en italien", "escribe siempre a mis invitados en italiano"),
    ],
)
def test_the_language_of_all_guests_is_offered_as_a_default(two: FakeStage, said: str):
    assert two.answer("erin", said).offered[0].startswith("defaults language ")
