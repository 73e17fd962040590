"""What a sentence rules out is on no button: who isn't coming, an hour that doesn't suit."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from tests.rows import for_each
from tests.stories.fake import FakeStage

ALL_INVITE = {"meet", "add", "resend", "expert"}


def kinds(choices: list[str]) -> set[str]:
    return {each.split()[0] for each in choices}


@pytest.fixture
def foot(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has one meeting, tomorrow at 16:00."""
    core.hears("erin", "meet tom@gmail.com tomorrow 16:00 about his foot", space=None)
    core.passes(minutes=20)
    return core


@pytest.fixture
def knee(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has a meeting today, and another one tomorrow."""
    core.hears("erin", "meet kim@gmail.com today 14:00 for 1h about the knee", space=None)
    core.hears("erin", "meet nina@x.com tomorrow 16:00 for 1h about the trial", space=None)
    core.passes(minutes=20)
    return core


@for_each(
    "said",
    [
        *("dora@x.com is not coming", "dora@x.com isn't coming", "dora@x.com doesn't want a call"),
        *("dora@x.com kommt nicht", "dora@x.com möchte keinen Termin"),
        *("dora@x.com ne vient pas", "dora@x.com no viene", "dora@x.com no quiere la cita"),
    ],
)
def test_who_is_not_coming_is_not_invited(core: FakeStage, said: str):
    assert kinds(core.answer("erin", said).offered).isdisjoint(ALL_INVITE)
    assert not core.mailed("dora@x.com")


@for_each(
    "said",
    [
        *("no meeting with {}", "no call with {} tomorrow 3pm", "no need for billing for {}"),
        *("no billing for {}", "kein treffen mit {}", "kein anruf mit {} morgen 15 uhr"),
        *("pas de visio avec {}", "aucun rdv avec {}", "ninguna reunión con {}"),
    ],
)
def test_what_is_not_wanted_is_not_offered(core: FakeStage, said: str):
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Billing", "erin", "carl")
    core.hears("erin", "group billing is here", space="Billing")
    assert core.answer("erin", said.format("dora@x.com")).offered == []
    assert not core.mailed("dora@x.com")


@for_each(
    "said",
    [
        *("no foot meeting tomorrow", "cancel the foot meeting. Actually no, keep it"),
        *("cancel the foot meeting - just kidding", "cancel the foot meeting quietly"),
        *("tom@gmail.com asked for a call tomorrow 3pm but we are full", "foot's off", "void"),
        *("tom@gmail.com no quiere la cita el jueves a las 9h", "scratch that last message"),
    ],
)
def test_what_is_taken_back_is_not_offered(foot: FakeStage, said: str):
    assert foot.answer("erin", said).offered == []


@for_each(
    "said",
    [
        *("cancel his foot surgery", "cancel tom's prescription about his foot"),
        *("storniere die foot bestellung", "annule la commande foot", "cancela el pedido foot"),
    ],
)
def test_no_meeting_is_cancelled_for_another_thing(foot: FakeStage, said: str):
    assert "cancel" not in kinds(foot.answer("erin", said).offered)
    assert not foot.mailed("tom@gmail.com")[1:]


@for_each(
    "said",
    ["remove tom for a moment", "entferne tom kurz", "retire tom un moment", "quita a tom un rato"],
)
def test_nobody_is_removed_for_good_for_a_while(foot: FakeStage, said: str):
    assert "remove" not in kinds(foot.answer("erin", said).offered)


@for_each(
    "said",
    [
        *("tom can't come at 4pm, move it to 5pm", "tom kann um 16 uhr nicht kommen"),
        *("tom ne peut pas venir à 16h", "tom no puede venir a las 16h"),
    ],
)
def test_who_cannot_come_at_an_hour_is_not_removed(foot: FakeStage, said: str):
    assert kinds(foot.answer("erin", said).offered).isdisjoint({"remove", "cancel"})


def test_a_host_link_for_somebody_is_no_new_meeting(foot: FakeStage):
    assert "meet" not in kinds(foot.answer("erin", "send my host link to bob@example.com").offered)


def test_what_is_off_is_still_cancelled(foot: FakeStage):
    assert foot.answer("erin", "the foot meeting is off").offered == ["cancel #1"]


@for_each(
    "said",
    [
        *("move knee anytime but 5pm", "move knee, kim can't do 5pm", "move knee, not at 5pm"),
        *("move knee, kim leaves at 5pm", "verschiebe knee, nicht auf 17 uhr"),
        *("verschiebe knee, 17 uhr geht nicht, nie um 17 uhr", "déplace knee, pas à 17h"),
        "mueve knee, nunca a las 17h",
    ],
)
def test_an_hour_that_does_not_suit_is_not_offered(knee: FakeStage, said: str):
    assert not any("17:00" in each for each in knee.answer("erin", said).offered)


@for_each("said", ["knee needs 15 more minutes", "15 more minutes for knee, not the trial"])
def test_more_time_makes_no_meeting_shorter_and_no_other_longer(knee: FakeStage, said: str):
    assert knee.answer("erin", said).offered == ["extend #1 15m"]


@for_each("said", ["knee 15 min shorter", "kim@gmail.com moved to 5pm", "kim is ill"])
def test_what_is_only_said_of_them_is_not_done_to_them(knee: FakeStage, said: str):
    assert kinds(knee.answer("erin", said).offered).isdisjoint({"move", "meet", "tell", "take"})


@for_each(
    "said",
    [
        *("{}, later with bob@y.com", "{}, don't invite bob@y.com", "{} if bob@y.com can't"),
        *("{} with bob@y.com's permission", "{}, not in german", "{}, not here"),
        *("{}, I agreed it with bob@y.com", "{}, nicht hier", "{}, pas en allemand"),
    ],
)
def test_who_or_what_is_ruled_out_is_no_guest_and_no_option(core: FakeStage, said: str):
    whole = said.format("meet nina@x.com tomorrow 3pm about the price")
    for each in core.answer("erin", whole).offered:
        assert each.startswith("meet nina@x.com at ")
        assert " in German" not in each
        assert "here" not in each.partition(" about ")[0]


@for_each("said", ["call with {}, alice@x.com shouldn't know", "call with {}; alice@x.com is ill"])
def test_who_is_only_spoken_of_is_not_invited(core: FakeStage, said: str):
    invited = {
        each for each in core.answer("erin", said.format("kim@gmail.com")).offered if "meet" in each
    }
    assert invited <= {"meet kim@gmail.com"}


def test_an_expert_is_not_asked_now_for_tomorrow(core: FakeStage):
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Billing", "erin", "carl")
    core.hears("erin", "group billing is here", space="Billing")
    assert core.answer("erin", "kim@gmail.com needs billing tomorrow").offered == []
    assert "I can’t do things later" in core.told("erin")[-1].text


def test_a_day_moves_a_meeting_that_runs_and_makes_it_no_longer(core: FakeStage):
    core.hears("erin", "meet alice@x.com for 90m about the hip consult", space=None)
    core.passes(minutes=20)
    [move] = core.answer("erin", "hip consult wed 10am pls").offered
    assert move.startswith("move #1 at 2026-03-04T10:00")
    assert core.answer("erin", "we're done here").offered == []


@for_each(
    ("said", "beginning"),
    [
        ("visio avec {} demain à 15h au lieu de 14h", "2026-03-03T15:00"),
        ("treffen mit {} morgen 15 uhr statt 14 uhr", "2026-03-03T15:00"),
        ("meet {} tomorrow 3pm instead of 2pm", "2026-03-03T15:00"),
        ("meet {} about the invoice of nina@x.com at 3pm", "2026-03-02T15:00"),
        ("meet {} about 3", "2026-03-02T15:00"),
    ],
)
def test_the_hour_that_was_typed_is_the_meetings(core: FakeStage, said: str, beginning: str):
    guest = core.stranger()
    first, *_ = core.answer("erin", said.format(guest)).offered
    assert first.startswith(f"meet {guest} at {beginning}")
    assert " for " not in first


@for_each("said", ["meet {} thursday week at 3pm", "meet {} re labs @ 3pm w/ nina@x.com"])
def test_an_hour_that_is_not_all_read_starts_no_meeting(core: FakeStage, said: str):
    assert not any(
        "meet" in each for each in core.answer("erin", said.format(core.stranger())).offered
    )


def test_an_hour_is_read_in_no_zone_of_a_language(knee: FakeStage):
    assert not any(
        "Berlin" in each for each in knee.answer("erin", "move knee to 6pm in german").offered
    )
    assert not any("+01:00" in note.text for note in knee.told("erin"))


@pytest.fixture
def roof(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has a meeting with two, and another one."""
    core.hears("erin", "meet alice@x.com and bob@y.com tomorrow 16:00 about the roof", space=None)
    core.hears("erin", "meet kim@gmail.com tomorrow 18:00 about the lab", space=None)
    core.passes(minutes=20)
    return core


@for_each(
    "said",
    [
        *("remove alice please, bob stays", "remove alice, bob can stay", "remove alice, keep bob"),
        *("entferne alice, bob bleibt", "retire alice, bob reste", "quita a alice, bob se queda"),
        *("remove bob and alice? no just alice", "entferne bob und alice? nein nur alice"),
    ],
)
def test_who_stays_is_not_removed(roof: FakeStage, said: str):
    assert roof.answer("erin", said).offered == ["remove alice@x.com from #1"]


@for_each(
    "said",
    [
        *("roof absagen, lab behalten", "cancel roof, keep lab", "keep the lab, cancel roof"),
        *("annule roof, garde lab", "cancela roof, conserva lab"),
    ],
)
def test_a_meeting_that_is_kept_is_not_cancelled(roof: FakeStage, said: str):
    offered = roof.answer("erin", said).offered
    [cancels] = [each for each in offered if each.startswith("cancel")]
    assert cancels in ("cancel #1", 'cancel "roof"')


@for_each(
    "said",
    [
        *("alice@q.com ne peut pas, ajoute bob@q.com", "alice@q.com no puede, añade a bob@q.com"),
        *("add alice@q.com, no better bob@q.com", "alice@q.com can't, add bob@q.com instead"),
        *("alice@q.com kann nicht, lade bob@q.com ein", "ajoute alice@q.com, non plutôt bob@q.com"),
    ],
)
def test_who_cannot_come_is_not_invited_beside_others(roof: FakeStage, said: str):
    assert not any("alice@q.com" in each for each in roof.answer("erin", said).offered)


@for_each("said", ["que no venga Alice", "Alice no hace falta", "alice ya no hace falta"])
def test_who_is_not_to_come_is_offered_to_be_removed(roof: FakeStage, said: str):
    assert roof.answer("erin", said).offered == ["remove alice@x.com from #1"]


@for_each(
    "said",
    [
        *("schick Frau Wolf den Link nochmal", "schick Herrn Wolf den Link nochmal bitte"),
        *("send Ms Wolf her link again", "sag Frau Wolf, dass ich komme"),
        "schick Frau Wolf den Link nochmal, sie findet die Mail nicht",
    ],
)
def test_a_person_with_a_title_is_no_other_guest(core: FakeStage, said: str):
    core.hears("erin", "meet frau.krause@web.de tomorrow 16:00 about the roof", space=None)
    note = core.answer("erin", said)
    assert note.offered == []
    assert "Wolf" in note.text


def test_who_is_told_something_is_not_offered_to_cancel(roof: FakeStage):
    assert "cancel" not in kinds(roof.answer("erin", "komme in 15, sag das nur Alice").offered)


@for_each(
    ("said", "never"),
    [
        *((said, "extend") for said in ("trop long", "way too long", "zu lang", "demasiado largo")),
        *((said, "remove") for said in ("pregúntale a Tom si puede a las 10", "ask tom if he can")),
        *((said, "on") for said in ("hoy no estoy", "I'm not here today", "bin heute nicht da")),
        *((said, "off") for said in ("no I'm not lol", "I'm not")),
    ],
)
def test_a_remark_has_no_button_for_the_opposite(foot: FakeStage, said: str, never: str):
    foot.settings(admins=Access.parse("erin@example.com"))
    foot.space("Cardiology", "erin", "carl")
    foot.hears("erin", "group cardiology is here", space="Cardiology")
    assert never not in kinds(foot.answer("erin", said).offered)
