"""What experts and those who asked for one say in a hurry."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from tests.stories.fake import FakeStage
from tests.stories.test_experts import asked


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with a group whose space is Carl's and Bob's."""
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here from 8 to 18 in Europe/Berlin", space="Cardiology")
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("mine", "got it", "i can do it", "this one is mine", "I got the cardiology one"),
        *("I'm on it", "ich mach das", "ich kümmere mich", "je m'en occupe", "yo me encargo"),
    ],
)
def test_who_says_that_they_take_it_is_offered_to(core: FakeStage, said: str):
    asked(core)
    core.hears("carl", said, space="Cardiology")
    note = core.posted_in("Cardiology")[-1]
    assert note.titles == ["Take the request"]
    core.presses("carl", "Take the request", note)
    assert "Carl Colleague took" in core.posted_in("Cardiology")[-1].text


def test_without_groups_there_is_nothing_to_take(core: FakeStage):
    core.hears("erin", "group cardiology off", space="Cardiology")
    core.hears("erin", "yes", space="Cardiology")
    core.hears("carl", "I'm on it", space="Cardiology")
    assert not core.posted_in("Cardiology")[-1].cards


@pytest.mark.parametrize("said", ["yes", "1", "ja", "oui", "sí"])
def test_the_group_with_a_similar_name_is_asked_after_a_yes(core: FakeStage, said: str):
    core.hears("erin", "expert cardology for alice@x.com about the ECG", space=None)
    assert "There is no group “cardology”" in core.told("erin")[-1].text
    core.hears("erin", said, space=None)
    assert "I asked cardiology about “the ECG”" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("who took it", "has anybody taken my request", "wer hat die anfrage übernommen"),
        *("qui l'a pris", "quién lo ha tomado"),
    ],
)
def test_who_took_it_is_shown(core: FakeStage, said: str):
    asked(core)
    core.presses("carl", "Take it")
    core.hears("erin", said, space=None)
    assert "Carl Colleague (host)" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "said",
    ["who is the guest", "wer ist der Patient", "qui est le patient", "quién es el paciente"],
)
def test_the_host_asks_who_the_guest_is(core: FakeStage, said: str):
    asked(core)
    core.presses("carl", "Take it")
    core.hears("carl", said, space=None)
    assert "alice@x.com: invited" in core.told("carl")[-1].text


@pytest.mark.parametrize("between", [", ", ": "])
def test_a_note_stands_behind_a_comma_too(core: FakeStage, between: str):
    asked(core)
    core.presses("carl", "Take it")
    core.hears("carl", f"give it back{between}please ask bob", space=None)
    card = str(core.posted_in("Cardiology")[-1].card)
    assert "please ask bob" in card


def test_who_waits_for_the_next_shift_reads_when_it_is_asked(core: FakeStage):
    asked(core)
    core.hears("erin", "next shift", space="Support")
    core.hears("erin", "keep asking", space="Support")
    said = core.posted_in("Support")[-1].text
    assert "when its next shift begins: Tuesday 3 March 2026, 07:00 (UTC)" in said


@pytest.mark.parametrize(
    "said",
    [
        *("get me a doctor for alice@x.com", "hol mir einen Arzt für alice@x.com"),
        *("trouve-moi un médecin pour alice@x.com", "búscame un médico para alice@x.com"),
    ],
)
def test_which_expert_is_asked_and_nothing_else_offered(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert "Which group should I ask?" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    "said",
    ["how many waited today", "wie viele haben heute gewartet", "cuántos pacientes esperaron hoy"],
)
def test_how_many_waited_is_a_figure_of_the_desk(core: FakeStage, said: str):
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].titles == ["Show today’s figures"]


@pytest.mark.parametrize(
    "said",
    [
        "ask cardiology to call alice@x.com about her pacemaker",
        "have cardiology call alice@x.com about her pacemaker",
    ],
)
def test_a_group_that_is_to_call_somebody_is_asked_and_not_the_one_who_speaks(
    core: FakeStage, said: str
):
    core.hears("erin", said)
    first, *_ = core.posted_in("Support")[-1].card["actions"]
    assert first["data"]["say"] == 'expert cardiology alice@x.com about "her pacemaker"'


@pytest.mark.parametrize("said", ["cardio NOW for {} chest pain", "urgent!! heart NOW for {}"])
def test_nobody_is_made_host_by_words_that_say_nothing_of_it(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about the roof")
    for whom in ("bob@example.com", "alice@x.com", "dora@z.net"):
        core.hears("erin", said.format(whom))
        assert "host" not in core.posted_in("Support")[-1].text
        assert "Hand" not in str(core.posted_in("Support")[-1].cards)
