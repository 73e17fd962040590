"""A new name is kept whole, or asked about: no word of it is dropped, and none of the verb kept."""

from __future__ import annotations

import pytest

from tests.rows import for_each
from tests.stories.fake import FakeStage


@pytest.fixture
def host(core: FakeStage) -> FakeStage:
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    return core


@for_each(
    ("said", "name"),
    [
        ("rename to Call Tom asap", "Call Tom asap"),
        ("rename #1 to Offer, urgent", "Offer, urgent"),
        ("rename to ECG urgent!!", "ECG urgent!!"),
        ("rename it to Contract (urgent)", "Contract (urgent)"),
        ("name it Contract asap", "Contract asap"),
        ("renomme en Contrat urgent", "Contrat urgent"),
        ("renomme la réunion en Contrat urgent svp", "Contrat urgent"),
        ("renombra a Contrato urgente", "Contrato urgente"),
        ("nenne roof in Umzug dringend um", "Umzug dringend"),
        ("benenne #1 in Umzug dringend um", "Umzug dringend"),
    ],
)
def test_a_name_that_may_end_with_a_polite_word_is_offered_whole(
    host: FakeStage, said: str, name: str
):
    host.hears("erin", said, space=None)
    assert "is now called" not in host.told("erin")[-1].text
    assert [each.partition('"')[2] for each in host.told("erin")[-1].offered] == [f'{name}"']


@for_each(
    ("said", "name"),
    [
        ("rename to Call Tom please", "Call Tom"),
        ("rename to Offer, that would be great", "Offer"),
        ("renomme en Contrat, merci", "Contrat"),
        ("nenne #1 in Umzug um", "Umzug"),
        ("nenn es in Vertrag um bitte", "Vertrag"),
    ],
)
def test_a_plain_name_is_given_at_once(host: FakeStage, said: str, name: str):
    host.hears("erin", said, space=None)
    assert f"is now called “{name}”" in host.told("erin")[-1].text
