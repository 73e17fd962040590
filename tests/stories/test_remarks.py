"""Remarks about things are asked about: a doctor stops a prescription, a colleague takes it."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.test_experts import asked, with_host_link


@pytest.fixture
def host(core: FakeStage) -> FakeStage:
    """A host whose meeting about a prescription is tomorrow."""
    core.hears("erin", "meet alice@x.com tomorrow 10:00 about rezept", space=None)
    return core


@for_each(
    "said",
    [
        *("stop rezept", "end the rezept", "please finish rezept", "terminate rezept"),
        *("beende rezept", "stoppe das rezept", "kannst du rezept beenden"),
        *("arrête rezept", "termine rezept", "termina rezept", "deja rezept"),
        *("delete rezept", "lösche das rezept", "supprime rezept", "borra rezept"),
        *("cancel #1 tomorrow", "cancel #1 on friday"),
    ],
)
def test_nobody_ends_what_has_not_begun(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard


@for_each("said", ["stop rezept", "beende rezept", "arrête rezept", "termina rezept"])
def test_whether_to_cancel_it_is_asked(host: FakeStage, said: str):
    host.hears("erin", said, space=None)
    assert host.told("erin")[-1].offered == ["cancel #1"]


def test_a_meeting_that_runs_is_ended_at_once(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "end the roof", space=None)
    assert "cancelled" in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize("said", ["cancel rezept", "end #1", "delete the rezept meeting"])
def test_what_names_a_meeting_needs_no_question(host: FakeStage, said: str):
    host.hears("erin", said, space=None)
    assert "cancelled" in host.told("alice@x.com")[-1].text


@for_each(
    "said",
    [
        *("again rezept", "repeat rezept", "wiederhole rezept", "Wiederhole das Rezept bitte"),
        *("refais rezept", "repite rezept", "repite", "wiederhole", "again"),
        *("schon wieder morgen 13 Uhr", "wieder mal morgen 11 Uhr"),
    ],
)
def test_nothing_is_repeated_that_may_be_a_thing_or_is_to_come(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    [offered] = host.told("erin")[-1].offered
    assert offered.startswith("again #1")


@pytest.mark.parametrize(
    "said", ["again rezept friday 10am", "wiederhole rezept am freitag um 10 Uhr"]
)
def test_a_meeting_is_repeated_at_another_time(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) > heard


@for_each(
    "said", ["verschiebe rezept um 11", "verschieb #1 um 11", "kannst du rezept um 11 verschieben"]
)
def test_a_number_may_be_an_hour_or_minutes(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    at, by = host.told("erin")[-1].offered
    assert at.startswith("move #1 at 11:00")
    assert by == "move #1 11m later"


@for_each("said", ["verschiebe rezept um 11 Uhr", "verschiebe rezept um 11.30"])
def test_an_hour_moves_at_once(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) > heard


@for_each(
    "said",
    [
        *(
            "visit bob@y.com on thursday 2pm",
            "please visit bob@y.com",
            "visite bob@y.com demain 14h",
        ),
        *("thursday 2pm visit bob@y.com", "go visit bob@y.com thursday 2pm"),
        *("visita a bob@y.com mañana a las 14", "besuche bob@y.com morgen 14 Uhr"),
    ],
)
def test_who_goes_there_is_asked(host: FakeStage, said: str):
    host.hears("erin", said, space=None)
    assert host.told("bob@y.com") == []
    assert host.told("erin")[-1].offered[0].startswith("meet bob@y.com")


@pytest.mark.parametrize("said", ["visit with bob@y.com", "video visit bob@y.com tomorrow 2pm"])
def test_a_visit_with_somebody_is_a_meeting(host: FakeStage, said: str):
    host.hears("erin", said, space=None)
    assert host.told("bob@y.com")


@for_each(
    "said",
    [
        *("can you take it?", "would you take it", "@Bob can you take it"),
        *("kannst du das übernehmen?", "peux-tu la prendre ?", "puedes tomarla"),
    ],
)
def test_a_colleague_who_is_asked_to_take_it_is_not_the_one_who_asks(core: FakeStage, said: str):
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here", space="Cardiology")
    asked(core)
    core.hears("carl", said, space="Cardiology")
    assert with_host_link(core, "carl") == []


def test_who_asked_a_colleague_may_still_take_it(core: FakeStage):
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here", space="Cardiology")
    number = asked(core)
    core.hears("carl", "can you take it?", space="Cardiology")
    assert core.posted_in("Cardiology")[-1].offered == [f"take #{number}"]
    core.hears("carl", "yes", space="Cardiology")
    assert with_host_link(core, "carl")


def test_an_idiom_is_no_new_name(host: FakeStage):
    host.hears("erin", "call it a day with rezept", space=None)
    assert "is now called" not in host.told("erin")[-1].text


@for_each("said", ["move rezept half an hour back", "décale rezept de 10h", "move #1 by 10 hours"])
def test_a_move_that_has_two_meanings_is_asked_about(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert len(host.told("erin")[-1].offered) == 2


@for_each("said", ["push rezept back half an hour", "move rezept 2 hours later"])
def test_a_move_of_one_meaning_is_made(host: FakeStage, said: str):
    host.hears("erin", said, space=None)
    assert "moved" in host.told("alice@x.com")[-1].text
