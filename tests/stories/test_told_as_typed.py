"""What is offered to be told is what was typed for them: no part of a name, and not for later."""

from __future__ import annotations

import pytest

from tests.rows import for_each
from tests.stories.fake import FakeStage

LATER = "I can’t do things later or on a condition"


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin meets Carl, whom she mentions by two words."""
    core.hears("erin", "meet @Carl and nina@x.com tomorrow 15:30 about the plaster")
    core.passes(minutes=20)
    return core


@for_each(
    ("said", "told"),
    [
        ("tell @Carl what time it is", "what time it is"),
        ("let @Carl know what time it is", "what time it is"),
        ("sag @Carl wie spät es ist", "wie spät es ist"),
        ("dis à @Carl quelle heure il est", "quelle heure il est"),
        ("dile a @Carl qué hora es", "qué hora es"),
    ],
)
def test_a_mention_of_two_words_stays_out_of_what_is_told(core: FakeStage, said: str, told: str):
    core.hears("erin", said)
    [tell] = [each for each in core.posted_in("Support")[-1].offered if each.startswith("tell")]
    assert tell.endswith(f"of #1: {told}")
    assert "<@personId:" in tell.partition(" of #1")[0]


@for_each(
    "said",
    [
        *(
            "tell @Carl nothing yet",
            "tell @Carl her code is 1234 - no wait dont",
            "tell all of #1",
        ),
        *("sag @Carl noch nicht", "dis à @Carl rien", "dile a @Carl nada"),
        *("carl can wait", "I'd tell nina@x.com we start late", "nina is ill"),
        *("tell nina@x.com tell bob we start", "tell nina@x.com and not bob@y.com I'm late"),
    ],
)
def test_what_is_no_message_is_not_told(core: FakeStage, said: str):
    core.hears("erin", said)
    assert not any(each.startswith("tell") for each in core.posted_in("Support")[-1].offered)


@for_each(
    "said",
    [
        *("tell {} when paul is free", "tell {} once the room is free", "tell {} if paul is late"),
        *("tell {} before 3pm that we start", "tell {} tomorrow that the order is in"),
        *("tell {} at 4pm that we start soon", "let {} know as soon as paul arrives"),
        *("sag {} wenn sie da ist dass wir anfangen", "sag {} morgen dass wir anfangen"),
        *("dis à {} quand elle arrive qu'on commence", "dis à {} demain qu'on commence"),
        *("dile a {} cuando llegue que empezamos", "dile a {} mañana que empezamos"),
    ],
)
def test_nobody_is_told_later_or_on_a_condition(core: FakeStage, said: str):
    for whom in ("nina@x.com", "@Carl"):
        core.hears("erin", said.format(whom))
        assert core.posted_in("Support")[-1].offered == []
        assert LATER in core.posted_in("Support")[-1].text


def test_a_german_verb_in_two_parts_tells_and_asks_about_the_rest(core: FakeStage):
    core.hears(
        "erin", "teile nina@x.com bitte mit dass wir später anfangen und storniere den termin"
    )
    assert core.posted_in("Support")[-1].offered[0] == "tell nina@x.com of #1: wir später anfangen"
    assert {each.split()[0] for each in core.posted_in("Support")[-1].offered[1:]} == {
        "tell",
        "cancel",
    }


def test_a_guests_name_is_no_slip(core: FakeStage):
    core.hears("erin", "move nina to 4pm", space=None)
    [note] = core.told("erin")[-1:]
    assert note.offered == ["move #1 at 16:00 UTC+00:00"]


@for_each("said", ["tell them tell alice im late", "sag ihnen sag alice ich komme später"])
def test_the_request_to_tell_somebody_is_told_to_nobody(core: FakeStage, said: str):
    core.hears("erin", said)
    assert not any("alice" in each for each in core.posted_in("Support")[-1].offered)
