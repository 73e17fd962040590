"""What others wish, and what can wait, is offered and never done at once."""

from __future__ import annotations

from itertools import product

from tests.rows import for_each
from tests.stories.fake import FakeStage

WISHES = [
    *product(
        ["{} ", "patient {} "],
        [
            *("asked for an appointment", "needs an appointment", "wants a call", "has a call"),
            *("requested a call", "would like to talk to me", "would like a meeting with me"),
            *("has an appointment", "asks for a call"),
        ],
    ),
    *product(
        ["{} "],
        [
            *("möchte einen Termin", "braucht einen Termin", "will mich sprechen"),
            *("hat einen Termin", "möchte mit mir sprechen", "wünscht einen Termin"),
            *("a un rdv", "voudrait un rdv", "veut me parler", "demande un rdv"),
            *("quiere una cita", "tiene una cita", "quiere hablar conmigo", "pide una cita"),
        ],
    ),
]
TIMES = ["", " thursday 9am", " tomorrow at 15:00"]


@for_each(("wish", "when"), product(WISHES, TIMES))
def test_a_wish_of_others_invites_nobody(core: FakeStage, wish: tuple[str, str], when: str):
    guest = core.stranger()
    core.hears("erin", "".join(wish).format(guest) + when, space=None)
    assert not core.told(guest)


@for_each("said", [f"{each} thursday 9am" for each in ("{} needs a call", "{} requested a call")])
def test_what_was_wished_for_is_on_a_button(core: FakeStage, said: str):
    guest = core.stranger()
    core.hears("erin", said.format(guest), space=None)
    [meet] = core.told("erin")[-1].card["actions"]
    assert meet["data"]["say"].startswith(f"meet {guest} at 2026-03-05T09:00")


@for_each(
    "said",
    [
        *("call {} when you can", "call {} when he is back", "call {} when you have a minute"),
        *("ruf {} an wenn du kannst", "appelle {} quand tu peux", "llama a {} cuando puedas"),
        "call {} at your convenience",
    ],
)
def test_what_can_wait_is_not_done_now(core: FakeStage, said: str):
    guest = core.stranger()
    core.hears("erin", said.format(guest), space=None)
    assert not core.told(guest)


@for_each("said", ["call me when you can", "ruf mich an wenn du kannst", "call me whenever"])
def test_nobody_is_called_who_can_wait(core: FakeStage, said: str):
    core.hears("erin", said, space="Support")
    assert not any(each.links for each in core.posted_in("Support"))


@for_each("said", ["I want to see {} tomorrow 3pm", "meet {} if possible", "call {} asap please"])
def test_what_is_asked_for_oneself_is_done(core: FakeStage, said: str):
    guest = core.stranger()
    core.hears("erin", said.format(guest), space=None)
    assert core.told(guest)
