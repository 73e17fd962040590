"""Somebody in the place of another one: who is left out is invited by no button."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize(
    "said",
    [
        "meet juan@z.es instead of emma@acme.com tomorrow 6pm",
        "meet juan@z.es rather than emma@acme.com tomorrow 6pm",
        "meet juan@z.es in place of emma@acme.com tomorrow 6pm",
        "treffen mit juan@z.es statt emma@acme.com morgen 18 Uhr",
        "treffen mit juan@z.es anstelle von emma@acme.com morgen 18 Uhr",
        "réunion avec juan@z.es au lieu de emma@acme.com demain 18h",
        "reunión con juan@z.es en lugar de emma@acme.com mañana a las 18:00",
    ],
)
def test_only_who_comes_instead_is_offered(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].titles == ["Meet juan@z.es: Tuesday 3 March 2026, 18:00"]


@pytest.mark.parametrize(
    "said",
    [
        "add marie@y.fr instead of juan@z.es",
        "add marie@y.fr in place of juan",
        "replace juan@z.es with marie@y.fr",
        "swap juan for marie@y.fr",
        "ersetze juan@z.es durch marie@y.fr",
        "füge marie@y.fr statt juan hinzu",
        "remplace juan par marie@y.fr",
        "ajoute marie@y.fr à la place de juan",
        "reemplaza a juan por marie@y.fr",
        "añade marie@y.fr en vez de juan",
    ],
)
def test_a_guest_is_replaced_in_the_meeting_to_which_they_are_invited(core: FakeStage, said: str):
    core.hears("erin", "meet juan@z.es tomorrow 6pm about the lease", space=None)
    core.hears("erin", "meet alice@x.com friday 6pm about the roof", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].titles == [
        "Invite marie@y.fr to “the lease”",
        "Remove juan@z.es from “the lease”",
    ]


def test_nobody_is_removed_who_is_only_left_out(core: FakeStage):
    core.hears("erin", "meet juan@z.es tomorrow 6pm about the lease", space=None)
    core.hears("erin", "add marie@y.fr, not juan@z.es", space=None)
    assert core.told("erin")[-1].titles == ["Invite marie@y.fr to “the lease”"]
