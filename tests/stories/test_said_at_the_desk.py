"""Requests beside a reason: `Termin fällt aus, Patient krank`, `put bob in charge, I'm off`."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("Termin fällt aus, Patient krank", "cancel #1"),
        ("put bob@example.com in charge, im off", "handover bob@example.com of #1"),
        ("the one with alice needs 30 more minutes", "extend #1 30m"),
        ("pas dispo, décale à 16h", "move #1 at 16:00 UTC+00:00"),
    ],
)
def test_what_is_asked_for_is_offered(core: FakeStage, said: str, offered: str):
    core.hears("erin", "meet alice@x.com tomorrow 10:00 about the roof", space=None)
    core.passes(minutes=20)
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    assert offered in note.offered
    assert len(core.told("alice@x.com")) == 1


def test_thanks_in_short_are_thanks(core: FakeStage):
    core.hears("erin", "ok merci bcp", space=None)
    assert "welcome" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("how do guests get in without an account", "need no account"),
        ("wie kommen Gäste ohne Konto rein", "need no account"),
        ("what do you do with our data", "I keep names and addresses"),
        ("que faites-vous de nos données", "I keep names and addresses"),
        ("qué hacéis con nuestros datos", "I keep names and addresses"),
        ("j'ai quoi demain", "You have no meetings"),
    ],
)
def test_questions_at_the_desk_are_answered(core: FakeStage, asked: str, answered: str):
    core.hears("erin", asked, space=None)
    assert answered in core.told("erin")[-1].text
