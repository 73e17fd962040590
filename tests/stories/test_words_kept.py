"""What becomes a subject, a message or a meeting's name is suggested as it was typed."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("add marie@y.fr to the blood one", "blod"),
        ("move the blood thing by half an hour", "blod"),
        ("cancel the one greta made", "great"),
        ("extend insurance till 8pm", "insurance "),
        ("shedule a call with carl@example.com about blood", "blod"),
    ],
)
def test_what_is_quoted_is_never_corrected(core: FakeStage, said: str, never: str):
    core.hears("erin", "meet alice@x.com about knee", space=None)
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    titles = note.titles
    assert not any(never in each for each in titles)
    assert never not in note.text.replace(said, "")


@pytest.mark.parametrize("said", ["cancle the blood results", "cancel teh blood results"])
def test_what_is_a_slip_is_still_corrected(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about blood results", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].card["actions"][0]["title"].startswith("Cancel “blood results”")


@pytest.mark.parametrize(
    ("about", "subject"),
    [
        ("about his visit here", "his visit here"),
        ("au sujet de sa visite ici", ""),
        ("sobre su visita aquí", ""),
        ("about the broken qr", "the broken qr"),
        ("about her 2 hosts", "her 2 hosts"),
        ("about 2 guests", "2 guests"),
        ("about her new job as general", "her new job as general"),
        ("about moving here in french", "moving here in french"),
        ("about prices in french", "prices in french"),
        ("about moving to 3pm", "moving to 3pm"),
        ("au sujet du train de 12h", ""),
    ],
)
def test_what_may_belong_to_the_subject_is_asked_about(core: FakeStage, about: str, subject: str):
    core.hears("erin", f"meet alice@x.com tomorrow 2pm {about}")
    assert core.told("alice@x.com") == []
    assert core.broker.asked == []
    assert not subject or f'about "{subject}"' in core.posted_in("Support")[-1].text


def test_what_a_comma_sets_apart_is_no_subject(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 2pm about prices, in french", space=None)
    assert "« prices »" in core.told("alice@x.com")[-1].text
