"""A second request is never taken for a part of the first one's subject."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.domain.commands import Command, Meet, Rename, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.rules import PHRASES
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting.two_requests import requests_in

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
RENAMED = ("rename it to X-ray", "benenne es um in Röntgen", "renomme en radio", "renombra a radio")
VERBS = [
    *(
        "cancel",
        "extend",
        "move",
        "remove",
        "uninvite",
        "add",
        "invite",
        "tell",
        "notify",
        "resend",
    ),
    *("hand over", "cohost", "rename", "let in", "reply", "reschedule", "postpone", "take … off"),
    *("storniere", "verlängere", "verschiebe", "entferne", "sag", "füge … hinzu", "lade … ein"),
    *("übergib", "benenne", "antworte", "wiederhole nicht, sondern storniere"),
    *("annule", "prolonge", "déplace", "décale", "enlève", "ajoute", "invite", "préviens"),
    *("renvoie", "renomme", "réponds", "repousse"),
    *("cancela", "alarga", "mueve", "aplaza", "quita", "añade", "invita", "avisa", "reenvía"),
    *("renombra", "responde"),
]
ANDS = ["and", "&", "and then", "and please", "then", "und", "und dann", "et", "puis", "y", "luego"]


def parsed(said: str) -> Command:
    return grammar.parse(Said(said), NOW, region="DE")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("connecting", [*(f" {each} " for each in ANDS), ", ", "; ", ". "])
def test_a_second_request_is_no_part_of_a_new_subject(verb: str, connecting: str):
    second = f"{verb.replace('…', 'bob@x.com')} bob@x.com"
    for first in RENAMED:
        command = parsed(f"{first}{connecting}{second}")
        assert isinstance(command, Unclear)


@pytest.mark.parametrize("connecting", [" and ", ", then ", " und ", " et ", " y "])
def test_no_verb_of_a_changing_command_is_swallowed_by_a_subject(connecting: str):
    changes = {"cancel", "move", "extend", "remove", "add", "handover", "rename", "resend"}
    nouns = {
        "transfer",
        "übergabe",
        "renvoi",
        "absage",
        "reporter",
        "delay",
        "shift",
        "include",
        "auch",
    }
    verbs = [said for said, rule in PHRASES.items() if rule.name in changes and "…" not in said]
    assert len(verbs) > 250
    for words in verbs:
        if words[0] not in nouns:
            said = " ".join(words)
            command = parsed(f"meet alice@x.com about the roof{connecting}{said}")
            assert not (isinstance(command, Meet) and said in (command.subject or "")), said


@pytest.mark.parametrize(
    "person",
    ["bob@home.org", "<bob@home.org>", "+49 171 3920042", "0171 3920042", "<@personId:Y2|Bob>"],
)
@pytest.mark.parametrize("around", ["{}", "talk with {}", "X-ray of {}", "{} comes", "for {}, 3pm"])
def test_nobody_is_part_of_a_new_subject(person: str, around: str):
    for first in RENAMED:
        command = parsed(f"{first} {around.format(person)}")
        assert isinstance(command, Unclear)


@pytest.mark.parametrize(
    "subject",
    [
        *("search and rescue", "budget and meeting notes", "delays and transfers", "Q3 2026"),
        *("Befund und Therapie", "radio et bilan", "plan y presupuesto", "room 12, then lunch"),
    ],
)
def test_other_words_are_part_of_it(subject: str):
    command = parsed(f"rename it to {subject}")
    assert isinstance(command, Rename)
    assert command.subject == subject


def test_a_subject_in_quotes_is_one():
    command = parsed('rename it to "X-ray and remove bob@home.org"')
    assert isinstance(command, Rename)
    assert command.subject == "X-ray and remove bob@home.org"
    assert parsed(grammar.say(command)) == command


def test_what_may_be_a_second_request_is_said():
    command = parsed("rename it to X-ray and please cancel the other one")
    assert isinstance(command, Unclear)
    assert command.hint is Hint.TWO_REQUESTS
    assert command.said == "please cancel the other one"


@pytest.mark.parametrize(
    ("said", "requests"),
    [
        ("extend by 10 and tell alice I'm late", ["extend by 10", "tell alice I'm late"]),
        ("resend bob@x.com, then move it to 4pm", ["resend bob@x.com", "move it to 4pm"]),
        ("storniere #2 und verlängere #1", ["storniere #2", "verlängere #1"]),
        ("cancel #1. add bob@x.com", ["cancel #1", "add bob@x.com"]),
        ("meet bob@x.com and carol@x.com", []),
        ("cancel it", []),
    ],
)
def test_a_sentence_is_split_into_its_requests(said: str, requests: list[str]):
    assert requests_in(said) == requests
