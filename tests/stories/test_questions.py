"""Plain questions about the bot are answered in two sentences, and nothing is done."""

from __future__ import annotations

import re

import pytest

from bot.core.suggesting.faq import NAMED, QUESTIONS
from bot.process.translations import spoken
from tests.stories.fake import FakeStage

ASKED = {
    "en": {
        "account": "do guests need an account?",
        "phone": "can they join from an iPhone?",
        "dial-in": "can somebody dial in by phone?",
        "secure": "is it secure?",
        "privacy": "what do you store about my patients?",
        "shared link": "can someone else use the link?",
        "host link": "who gets the host link?",
        "what guests see": "can my guest see my phone number?",
        "valid": "how long does the link work?",
        "expired": "what happens when the link expires?",
        "early": "how early can guests join?",
        "cancelled": "what happens if I cancel?",
        "how many": "how many people can I invite?",
        "whatsapp": "whatsapp?",
        "sms": "can you send the link by text message?",
        "mail": "how will my guests get the link?",
        "calendar": "does it show up in Outlook?",
        "reminder": "do you send reminders?",
        "series": "do you support recurring meetings?",
        "languages": "which languages do you speak?",
        "record": "can I share my screen?",
        "waiting room": "is there a waiting room?",
        "cost": "what does it cost?",
        "who may": "who is allowed to use this bot?",
        "compliant": "is this HIPAA compliant?",
        "condition": "can you extend it automatically?",
        "join": "how do I get in?",
        "room": "is Room 12 free tomorrow?",
        "support": "who can I call if it doesn't work?",
    },
    "de": {
        "account": "brauchen Gäste ein Konto?",
        "secure": "ist das sicher?",
        "valid": "wie lange gilt der Link?",
        "cost": "was kostet das?",
        "compliant": "ist das DSGVO-konform?",
        "join": "wie komme ich ins Meeting?",
        "room": "ist Room 12 frei?",
        "whatsapp": "geht das mit WhatsApp?",
        "waiting room": "gibt es ein Wartezimmer?",
    },
    "fr": {
        "account": "les invités ont-ils besoin d'un compte ?",
        "secure": "c'est sécurisé ?",
        "valid": "combien de temps le lien est-il valable ?",
        "cost": "combien ça coûte ?",
    },
    "es": {
        "account": "¿necesitan una cuenta los invitados?",
        "secure": "¿es seguro?",
        "valid": "¿cuánto tiempo funciona el enlace?",
        "cost": "¿cuánto cuesta?",
    },
}


def words_of(code: str, name: str) -> list[str]:
    """Return the words of an answer, without the installation's numbers."""
    answer = spoken(code)(NAMED[name].answer, guests=0, early=0, remind=0)
    return words_in(answer)


def words_in(text: str) -> list[str]:
    """Return the words of a text, without numbers and markup."""
    return re.findall(r"[^\W\d]+", text)


def test_each_question_of_the_table_is_asked() -> None:
    assert set(ASKED["en"]) == set(NAMED)
    assert len(QUESTIONS) >= 25


@pytest.mark.parametrize(
    "name", [each.name for each in QUESTIONS], ids=[each.name for each in QUESTIONS]
)
def test_an_answer_has_at_most_two_sentences(name: str) -> None:
    assert len(re.findall(r"[.!?](?:\s|$)", NAMED[name].answer)) <= 2


def test_no_answer_is_a_bare_yes_or_no() -> None:
    """A similar question may mean the opposite: `are we done?` must not be answered with yes."""
    assert not [each.name for each in QUESTIONS if each.answer.startswith(("Yes", "No.", "No,"))]


@pytest.mark.parametrize("code", ASKED)
@pytest.mark.parametrize("meeting", [False, True], ids=["without a meeting", "with a meeting"])
def test_a_question_is_answered_and_nothing_is_done(core: FakeStage, code: str, meeting: bool):
    core.hears("erin", f"defaults language {code}", space=None)
    if meeting:
        core.hears("erin", "meet alice@x.com about the roof", space=None)
    made, told = len(core.broker.asked), len(core.told("alice@x.com"))
    for name, said in ASKED[code].items():
        core.hears("erin", said, space=None)
        answer = core.told("erin")[-1]
        assert words_in(answer.text) == words_of(code, name), said
        assert not answer.cards
    assert (len(core.broker.asked), len(core.told("alice@x.com"))) == (made, told)


def test_a_lookup_that_names_no_known_meeting_is_suggested(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "status of alice", space=None)
    assert core.told("erin")[-1].cards
