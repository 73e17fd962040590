"""What the words don't say is not on a button: removing, cancelling, going on duty."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize(
    "said", ["the offer is off", "offer fällt aus", "offer est annulé", "offer está cancelado"]
)
def test_what_is_off_is_cancelled_and_nobody_removed(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 16:00 about the offer", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == ["cancel #1"]


@pytest.mark.parametrize(
    "said", ["add him back", "füge ihn wieder hinzu", "ajoute-le encore", "añade a juan otra vez"]
)
def test_who_is_to_be_added_is_not_removed(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 16:00 about the offer", space=None)
    core.hears("erin", said, space=None)
    kinds = {each.split()[0] for each in core.told("erin")[-1].offered}
    assert kinds.isdisjoint({"cancel", "remove", "on", "off"})


@pytest.fixture
def four(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has four meetings tomorrow."""
    for hour, subject in enumerate(("the offer", "the demo", "the pilot", "the roof"), 14):
        core.hears("erin", f"meet alice@x.com tomorrow {hour}:00 about {subject}", space=None)
    core.passes(minutes=20)
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("cancel both", "cancel all my meetings tomorrow", "cancel everything on friday"),
        *("sag alle termine morgen ab", "annule toutes mes réunions demain"),
        "cancela todas mis citas mañana",
    ],
)
def test_all_of_several_are_asked_about(four: FakeStage, said: str):
    four.hears("erin", said, space=None)
    assert "Which meeting do you mean" in four.told("erin")[-1].text
    assert len(four.told("erin")[-1].offered) == 4


@pytest.mark.parametrize(
    "said",
    [
        *("can you move the demo to thursday same time", "move the demo to thursday"),
        *("verschiebe demo auf donnerstag", "déplace demo à jeudi", "mueve demo al jueves"),
    ],
)
def test_a_meeting_moved_to_a_day_keeps_its_hour(four: FakeStage, said: str):
    four.hears("erin", said, space=None)
    assert four.told("erin")[-1].offered == ["move #2 at 2026-03-05T15:00+00:00 UTC"]


@pytest.mark.parametrize(
    "said", ["move them both to friday", "verschiebe beide auf freitag", "mueve ambas al viernes"]
)
def test_each_of_both_keeps_its_hour(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 16:00 about the offer", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 17:00 about the demo", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == [
        "move #1 at 2026-03-06T16:00+00:00 UTC",
        "move #2 at 2026-03-06T17:00+00:00 UTC",
    ]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        *(("meet paul tomorrow at 2", "2pm"), ("meet paul tomorrow", "14:00")),
        ("treffen mit paul morgen", "14 uhr"),
    ],
)
def test_a_time_for_a_new_meeting_moves_no_other(core: FakeStage, said: str, answer: str):
    core.hears("erin", "meet alice@x.com tomorrow 11:00 about the xray", space=None)
    core.passes(minutes=20)
    core.hears("erin", said, space=None)
    core.hears("erin", answer, space=None)
    assert core.told("erin")[-1].offered == []
    assert "I don’t know who “paul” is" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("resend emma@acme.com at 5pm", "schick emma@acme.com den link nochmal um 17 uhr"),
        "renvoie le lien à emma@acme.com à 17h",
    ],
)
def test_a_link_for_later_invites_nobody(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 11:00 about the xray", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == []
    assert "I can’t do things later" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "said", ["remove me", "add me", "I can't make it", "ich kann nicht kommen"]
)
def test_who_speaks_of_themselves_means_no_group_and_no_link(core: FakeStage, said: str):
    core.hears("erin", said)
    note = core.posted_in("Support")[-1]
    assert "group" not in note.text
    assert "my link" not in note.text


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("meeting with bob@example.com wednesday 11am on the switch at 3pm", "the switch at 3pm"),
        ("réunion avec bob@example.com mercredi 11h sur le passage à 15h", "le passage à 15h"),
        ("treffen mit bob@example.com mittwoch 11 uhr zum umzug um 15 uhr", "umzug um 15 uhr"),
    ],
)
def test_a_time_in_a_subject_is_not_the_meetings(core: FakeStage, said: str, subject: str):
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == [
        f'meet bob@example.com at 2026-03-04T11:00+00:00 UTC about "{subject}"'
    ]


@pytest.mark.parametrize("said", ["meet paul@clinic.d now", "treffen mit paul@clinic.d jetzt"])
def test_a_guests_address_is_offered_for_one_nearly_the_same(core: FakeStage, said: str):
    core.hears("erin", "meet paul@clinic.de tomorrow 11:00 about the xray", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].offered == ["meet paul@clinic.de"]


@pytest.mark.parametrize(
    "said",
    [
        *("tell everyone at 5 we close", "tell alice to add bob@example.com", "sag alice ab"),
        *("tell alice the meeting is over", "dis à alice d'annuler", "inform alice we cancel all"),
    ],
)
def test_what_is_to_be_told_is_not_done(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 11:00 about the xray", space=None)
    core.passes(minutes=20)
    core.hears("erin", said, space=None)
    kinds = {each.split()[0] for each in core.told("erin")[-1].offered}
    assert kinds <= ({"cancel"} if said == "sag alice ab" else {"tell"})
    assert "cancelled" not in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        "add her son +49 172 1112223, he must not know about the biopsy",
        "lad bob@example.com ein, er darf von der biopsy nichts wissen",
        "meet 0171 3920042 or 0172 3920042",
        "add bob@example.com or carl@example.com",
    ],
)
def test_nobody_is_offered_who_is_not_to_know_or_not_to_come(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 11:00 about the biopsy", space=None)
    core.passes(minutes=20)
    core.hears("erin", said, space=None)
    assert not any(each.startswith(("add", "meet")) for each in core.told("erin")[-1].offered)
