"""What guests ask when they meet, and whom their words are for."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

KNEE = "Carl Colleague, Friday 6 March 2026, 17:00"


def invited(core: FakeStage) -> int:
    """Have Erin, in Berlin, invite Alice; return how many messages Erin got."""
    core.hears("erin", "my timezone is berlin", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 3pm about the scan", space=None)
    return len(core.told("erin"))


def of_two_hosts(core: FakeStage) -> None:
    """Have Erin invite Alice for tomorrow, and Carl for Friday."""
    invited(core)
    core.hears("carl", "meet alice@x.com friday 5pm about the knee", space=None)


@pytest.mark.parametrize(
    "asks",
    [
        *("when is it?", "what time is my appointment?", "is it at 4 or 5?", "when do we meet"),
        *("is it still on friday?", "meetings", "hi, what's the date of the appointment please"),
        *("Wann ist mein Termin?", "um wie viel Uhr ist das?", "ist das noch um 15 Uhr?"),
        *("c'est à quelle heure ?", "à quelle heure est le rendez-vous ?", "c'est bien à 15h ?"),
        *("¿a qué hora es?", "¿cuándo es la cita?", "¿es a las 4 o a las 5?"),
        *("quando è?", "que horas é a consulta?", "hoe laat is het?", "いつですか？"),
        *("help", "hilfe", "aide", "ayuda", "aiuto", "what can you do?", "wie funktioniert das?"),
    ],
)
def test_a_guest_who_asks_when_or_for_help_is_answered_in_the_zone_of_the_invitation(
    core: FakeStage, asks: str
):
    before = invited(core)
    core.hears("alice@x.com", asks, space=None)
    answer = core.told("alice@x.com")[-1].text
    assert "“the scan”, Tuesday 3 March 2026, 15:00 (Europe/Berlin, UTC+01:00)" in answer
    assert "Erin Expert (erin@example.com)" in answer
    assert len(core.told("erin")) == before


@pytest.mark.parametrize(
    "says",
    [
        *("can we move it to 5?", "is 5pm ok?", "when can you call me?", "is it about my knee?"),
        *("I need help with my camera", "what time suits you?", "hello"),
        *(
            "können wir es auf 17 Uhr verschieben?",
            "on peut décaler à 17h ?",
            "¿puede ser a las 5?",
        ),
    ],
)
def test_what_only_the_host_knows_is_passed_on(core: FakeStage, says: str):
    invited(core)
    core.hears("alice@x.com", says, space=None)
    assert f"“{says}”" in core.told("erin")[-1].text


def test_questions_that_were_answered_leave_room_for_what_is_passed_on(core: FakeStage):
    invited(core)
    for _ in range(6):
        core.hears("alice@x.com", "when is it?", space=None)
    core.hears("alice@x.com", "I need to cancel", space=None)
    assert "“I need to cancel”" in core.told("erin")[-1].text


def test_a_guests_new_link_has_the_zone_of_the_invitation(core: FakeStage):
    invited(core)
    core.hears("alice@x.com", "my link", space=None)
    assert "15:00 (Europe/Berlin, UTC+01:00)" in core.told("alice@x.com")[-1].text


def test_a_guests_subjects_stay_private_in_discreet_mode(core: FakeStage):
    core.settings(discreet=True)
    of_two_hosts(core)
    for said in ("when is it?", "I'm late"):
        core.hears("alice@x.com", said, space=None)
        assert "Erin Expert" in core.told("alice@x.com")[-1].text
        assert "scan" not in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize(
    "says",
    [
        *("not coming friday", "the knee is fine", "ich kann am Freitag nicht"),
        *("je ne viens pas vendredi", "el viernes no puedo"),
    ],
)
def test_the_host_of_the_meeting_that_is_named_comes_first(core: FakeStage, says: str):
    of_two_hosts(core)
    core.hears("alice@x.com", says, space=None)
    note = core.told("alice@x.com")[-1]
    assert note.card["actions"][0]["title"] == KNEE
    assert note.text.index("the knee") < note.text.index("the scan")
    core.presses("alice@x.com", KNEE, note)
    assert f"“{says}”" in core.told("carl")[-1].text


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("tell carl: could we do thursday: morning?", "could we do thursday: morning?"),
        ("please tell Carl that I am late", "I am late"),
        ("sag Carl, dass ich später komme", "ich später komme"),
        ("dis à Carl que je suis en retard", "je suis en retard"),
        ("dile a Carl que llego tarde", "llego tarde"),
    ],
)
def test_a_host_who_is_named_is_told_and_only_the_words_for_them(
    core: FakeStage, says: str, told: str
):
    of_two_hosts(core)
    before = len(core.told("erin"))
    core.hears("alice@x.com", says, space=None)
    assert f"“{told}”" in core.told("carl")[-1].text
    assert len(core.told("erin")) == before


def test_tell_host_of_a_guest_passes_on_only_the_words_behind(core: FakeStage):
    invited(core)
    core.hears("alice@x.com", "tell host I'm late", space=None)
    assert "“I'm late”" in core.told("erin")[-1].text
    core.hears("alice@x.com", "tell dave I'm late", space=None)
    assert "“tell dave I'm late”" in core.told("erin")[-1].text
