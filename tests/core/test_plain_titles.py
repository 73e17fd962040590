"""Every command has a title for its button that says in plain words what a press does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.domain.commands import Sayable, Unclear
from bot.core.parsing import grammar
from bot.core.parsing.text.mentions import Said
from bot.core.replies.plain_commands import plainly
from bot.core.wording.languages import FOR_HOSTS
from bot.process.translations import spoken
from tests.rows import for_each

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))
NO_GERMAN = (" zu das ", " von das ", " aus das ", " zu die ", " von die ")


def parsed(sentence: str) -> Sayable:
    """Return the command that a sentence says."""
    command = grammar.parse(Said(sentence), NOW, ("Room 12",), "DE")
    assert not isinstance(command, Unclear), sentence
    return command


def title(sentence: str, code: str) -> str:
    """Return the title of the button for a sentence."""
    return plainly(spoken(code), parsed(sentence), {12: "the roof"}, lambda at: f"{at:%H:%M}")


def sentences() -> Iterator[tuple[str, str]]:
    """Yield the examples of all commands, and the bare commands, each with the command's name."""
    for rule in grammar.RULES:
        yield from ((rule.name, example) for example in rule.examples)
        if not isinstance(grammar.parse(Said(rule.name), NOW, ("Room 12",), "DE"), Unclear):
            yield rule.name, rule.name


@for_each(("name", "sentence"), list(sentences()))
def test_no_title_is_what_one_types(name: str, sentence: str):
    titles = [title(sentence, code) for code in FOR_HOSTS]
    typed = {name, sentence, grammar.say(parsed(sentence))}
    assert not typed & set(titles)
    assert all(len(each.split()) > 1 for each in titles)
    assert len(set(titles)) == len(titles), "a language has no title of its own"
    assert not any(wrong in f"{each} " for each in titles for wrong in NO_GERMAN)


@for_each(
    ("sentence", "code", "words"),
    [
        ("off duty", "en", "Go off duty"),
        ("check", "en", "Check whether everything works"),
        ("about", "en", "Show what you are"),
        ("help meet", "en", "Show help about “meet”"),
        ("let in alice@x.com", "en", "Let in alice@x.com"),
        ("let in all", "en", "Let everybody in who waits for the meeting"),
        ("reply coming", "en", "Answer who is at the door: “I’m coming”"),
        ("reply alice@x.com in 5", "de", "alice@x.com antworten: „In 5 Min.“"),
        (
            "expert cardiology for alice@x.com about the ECG",
            "en",
            "Ask cardiology for an expert – alice@x.com – “the ECG”",
        ),
        ("take it", "en", "Take the request"),
        ("take #12", "en", "Take “the roof”"),
        ("meet here", "en", "Start a meeting now – a link for everybody in this space"),
        (
            "meet qr admit first",
            "en",
            "Start a meeting now – a QR code – guests wait until I let them in",
        ),
        ("resend me", "de", "Mir meinen Gastgeber-Link für das Meeting noch einmal senden"),
        ("extend 30m", "de", "Das Meeting um 30 Minuten verlängern"),
        ("cancel #12", "fr", "Annuler « the roof » et prévenir les invités"),
    ],
)
def test_a_title_says_what_a_press_does(sentence: str, code: str, words: str):
    assert title(sentence, code) == words
