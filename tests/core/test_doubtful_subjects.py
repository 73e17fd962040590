"""A subject is a name: what else it may hold is asked about, before a guest reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import cycle

import pytest

from bot.core.domain.commands import Expert, Meet, Rename, Unclear
from bot.core.parsing.grammar import parse
from bot.core.parsing.text.mentions import Said

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)

ABOUT = ("about", "wegen", "concernant", "sobre")
ASIDES = (
    *("parking, she is a bit slow", "parking, carl joins too", "parking. Don't tell bob"),
    *("parking, max", "parking (she is late)", "parking instead", "parking and remind me"),
    *("parking, please be gentle", "parking unless he is sick", "parking when she is back"),
    *("parking as discussed with bob@y.com", "her visit german", "his visit if he can"),
    *("Parkplatz falls sie kann", "Parkplatz, sie ist schwierig", "Parkplatz, sag bob nichts"),
    *("Parkplatz stattdessen", "Parkplatz aber nicht zu lang", "Befund wenn er kann"),
    *("parking, ne dis rien à bob", "parking sauf si elle est malade", "parking quand elle peut"),
    *("parking plutôt", "parking, elle est lente", "parking, no le digas nada a bob"),
    *(
        "the price, anytime but",
        "prix, mais",
        "the bill and",
        "the price for 20 min not",
        "the bill for 5ish minutes",
    ),
    *("the same as #70", "dasselbe wie #70", "la même chose que #70", "lo mismo que #70"),
    *("parking cuando ella pueda", "parking, está enferma", "parking mejor", "parking salvo juan"),
)
DAYS = (
    *("results a week", "her visit toworrow", "results tuseday", "her visit tomorrow half four"),
    *(
        "her visit this arvo",
        "results christmas eve",
        "results after her holiday",
        "a visit by xmas",
    ),
    *("Befund dienstg", "Befund am donerstag", "Befund morgn", "Befund nach dem Wochenende"),
    *("Befund ende der Woche", "Befund zu Weihnachten", "bilan jeudi en huit", "bilan mercedi"),
    *("bilan après les vacances", "informe de hoy en ocho", "informe después de navidad"),
)


def heard(sentence: str):
    return parse(Said(sentence), NOW)


@pytest.mark.parametrize(("about", "subject"), list(zip(cycle(ABOUT), ASIDES, strict=False)))
def test_an_aside_in_a_subject_is_asked_about(about: str, subject: str) -> None:
    for sentence in (f"tomorrow 3pm {about} {subject}", f"{about} {subject} for 20 minutes"):
        assert isinstance(heard(f"meet nina@x.com {sentence}"), Unclear), sentence
    assert isinstance(heard(f"expert cardiology for nina@x.com {about} {subject}"), Unclear)


@pytest.mark.parametrize("subject", DAYS)
def test_a_day_in_a_subject_is_asked_about(subject: str) -> None:
    for clock in ("", " at 3pm", " um 15 Uhr", " à 15h", " a las 15h"):
        assert isinstance(heard(f"meet nina@x.com about {subject}{clock}"), Unclear), clock


@pytest.mark.parametrize(
    "subject",
    [
        *("the monday report", "our friday call", "the results", "knee, hip and foot", "her son"),
        *("le bilan", "den Befund", "el contrato", "room 12, then lunch", "Dr. Smith and the MRI"),
        *(
            "the domain",
            "terms and conditions",
            "diet and exercise",
            "the hip and the knee",
            "last week's visit",
            "les résultats du bilan",
            "die Leute im Labor",
        ),
    ],
)
def test_a_name_is_a_subject(subject: str) -> None:
    command = heard(f"meet nina@x.com tomorrow 3pm about {subject}")
    assert isinstance(command, Meet)
    assert command.subject == subject


@pytest.mark.parametrize("subject", ["parking, she is slow", "her visit tomorrow half four"])
def test_a_quoted_subject_is_taken_as_it_is(subject: str) -> None:
    command = heard(f'meet nina@x.com about "{subject}"')
    assert isinstance(command, Meet)
    assert command.subject == subject


@pytest.mark.parametrize(
    "subject",
    [
        '"aftercare" but don’t tell nina',
        "ECG, sorry for the mess",
        "ECG follow up tomorrow",
        "ECG unless she is sick",
    ],
)
def test_neither_is_an_aside_a_new_name(subject: str) -> None:
    assert isinstance(heard(f"rename it to {subject}"), Unclear)
    assert heard("rename it to ECG follow up") == Rename("ECG follow up")


@pytest.mark.parametrize(
    "said", ["let me in", "lass mich rein", "admit me", "let us in", "let me in please"]
)
def test_whoever_wants_in_lets_nobody_else_in(said: str) -> None:
    assert isinstance(heard(said), Unclear)


def test_an_expert_is_asked_about_what_was_named() -> None:
    command = heard("expert cardiology for nina@x.com about the ECG")
    assert isinstance(command, Expert)
    assert command.subject == "the ECG"
