"""Every sentence is translated into each of its languages, with the same content."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from bot.core.domain.commands import Meetings
from bot.core.domain.open_questions import OpenQuestion
from bot.core.parsing.grammar import SentenceParser
from bot.core.suggesting import answers
from bot.core.wording import sms_length
from bot.core.wording.languages import NAMES
from bot.process.translations import spoken
from tests import catalogues
from tests.catalogues import EVERY, template

HOW = "python -m tests.catalogues --write brings the files in step; then fill in what is empty."


def test_every_translated_sentence_is_collected():
    collected = {_first(each.id) for domain in catalogues.LANGUAGES for each in template(domain)}
    lost = [(file, said) for file, said in catalogues.sentences_said() if said not in collected]
    assert lost == [], "Take each out of its f-string: the collection does not look into those."


def test_sentences_have_typographic_apostrophes():
    assert [said for _, said in catalogues.sentences_said() if "'" in said] == []


@pytest.mark.parametrize("code", [code for code in NAMES if code != "ja"])
def test_no_letter_of_a_text_message_makes_it_two_sms(code: str):
    sent = [said for file, said in catalogues.sentences_said() if file == "replies/sms_texts.py"]
    words = [re.sub(r"{\w+}", "", spoken(code).translated(each)) for each in sent]
    assert [each for each in words if sms_length.messages(each.ljust(160)) > 1] == []


WORDS = {
    "de": "videogespräch",
    "es": "videollamada",
    "fr": "visioconférence",
    "it": "videochiamata",
    "ja": "ビデオ会議",
    "nl": "videogesprek",
    "pt": "videochamada",
}
"""What guests are invited to, in each language."""


@pytest.mark.parametrize("code", [code for code in NAMES if code != "en"])
def test_guests_read_one_word_for_what_they_are_invited_to(code: str):
    said = [_first(each.id) for each in template("guests")]
    named = [each for each in said if "video meeting" in each.lower()]
    assert len(named) > 40
    others = [each for each in named if WORDS[code] not in spoken(code).translated(each).lower()]
    assert others == []


def _first(sentence: str | tuple[str, ...] | list[str]) -> str:
    return sentence if isinstance(sentence, str) else sentence[0]


@pytest.mark.parametrize(("domain", "code"), EVERY)
def test_no_language_lacks_a_sentence(domain: str, code: str):
    assert catalogues.missing(domain, code) == [], HOW


@pytest.mark.parametrize(("domain", "code"), EVERY)
def test_no_language_has_a_sentence_that_nobody_says(domain: str, code: str):
    assert catalogues.unused(domain, code) == [], HOW


@pytest.mark.parametrize(("domain", "code"), EVERY)
def test_names_commands_and_markdown_are_the_same_in_each_language(domain: str, code: str):
    assert list(catalogues.differing(domain, code)) == []


@pytest.mark.parametrize("code", catalogues.SAID)
def test_the_bot_reads_an_example_as_it_reads_the_english_one(code: str):
    read = SentenceParser(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    for english, there in catalogues.SAID[code].items():
        if english == "yes":
            question = OpenQuestion("1", read.now, ("meetings",))
            assert answers.answer(question, there, read) == Meetings()
            continue
        day = "" if english.startswith("tomorrow") else "tomorrow "
        meet = f"meet alice@x.com {day}"
        assert read.command(meet + there) == read.command(meet + english) is not None


@pytest.mark.parametrize(("domain", "code"), EVERY)
def test_the_files_are_as_they_are_written(domain: str, code: str):
    written = catalogues.path_of(domain, code).read_text()
    assert written == catalogues.brought_in_step(domain, code), HOW
