"""An answer that is only a value fills the gap of a question; a sentence around one doesn't."""

from __future__ import annotations

from datetime import datetime
from itertools import product
from zoneinfo import ZoneInfo

from bot.core.domain.commands import Extend, Meet, Move, Sayable
from bot.core.domain.open_questions import GAP, OpenQuestion
from bot.core.parsing.grammar import SentenceParser
from bot.core.suggesting.answers import answer
from tests.rows import for_each

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))
READ = SentenceParser(NOW, ("Lobby",), "DE")

ASKED = [
    f"meet bob@y.com on friday about the boiler {GAP}",
    f"visio avec bob@y.com au sujet du contrat {GAP} vendredi",
    f"move #1 to friday {GAP}",
    f"extend #1 until {GAP}",
    f"again #1 friday {GAP}",
]

ENGLISH = [
    *(
        "he can't do {}",
        "I leave at {}",
        "must go at {}",
        "lunch {}",
        "not at {}",
        "she left at {}",
    ),
    *("the dentist is at {}", "I have another one at {}", "my train leaves {}", "anything but {}"),
    "she left at {}",
    *("{} doesn't work", "{} is too late", "is {} free?", "carl comes at {}", "see you at {}"),
]
GERMAN = [
    *("ich muss um {} weg", "er kann um {} nicht", "um {} ist mittagessen", "ich gehe um {}"),
    *("{} geht nicht", "nicht um {}", "mein zug fährt um {}", "alles außer {}", "ist {} frei?"),
]
FRENCH = [
    *("je pars à {}", "il ne peut pas à {}", "déjeuner à {}", "pas à {}", "mon train est à {}"),
    *("je ne suis pas dispo à {}", "{} ne va pas", "tout sauf {}", "elle arrive à {}"),
]
SPANISH = [
    *("salgo a las {}", "a las {} no puedo", "no a las {}", "mi tren sale a las {}"),
    *("comida a las {}", "todo menos {}", "ella llega a las {}", "tengo dentista a las {}"),
]
AROUND = [
    *product(ENGLISH, ["4pm", "5:30 pm", "16:00"]),
    *product(GERMAN, ["16 uhr", "17:30 uhr"]),
    *product(FRENCH, ["16h", "17h30"]),
    *product(SPANISH, ["16h", "17:30"]),
]


@for_each(("asked", "said"), product(ASKED, AROUND))
def test_no_sentence_around_an_hour_answers_a_question(asked: str, said: tuple[str, str]):
    sentence, hour = said
    reply = answer(OpenQuestion("1", NOW, (), asked), sentence.format(hour), READ)
    assert reply is None, sentence.format(hour)


@for_each(("asked", "said"), product(ASKED, AROUND))
def test_no_sentence_around_an_hour_chooses_another_hour(asked: str, said: tuple[str, str]):
    choices = tuple(asked.replace(GAP, f"at {hour}") for hour in ("11:00", "23:00"))
    sentence, hour = said
    reply = answer(OpenQuestion("1", NOW, choices), sentence.format(hour), READ)
    assert not isinstance(reply, Meet | Move | Extend), sentence.format(hour)


@for_each("asked", ASKED)
@for_each(
    "said",
    [
        *("4pm", "at 4pm please", "make it 4pm", "let's say 4pm", "I think 4pm", "4pm works"),
        *("um 16 Uhr bitte", "sagen wir 16 uhr", "16 uhr passt", "à 16h svp", "disons 16h"),
        *("16h, s'il te plaît", "a las 16h por favor", "digamos 16h", "4pm then", "yes, 4pm"),
    ],
)
def test_an_hour_among_polite_words_answers_a_question(asked: str, said: str):
    reply = answer(OpenQuestion("1", NOW, (), asked), said, READ)
    assert isinstance(reply, Meet | Move | Extend) or "again" in asked, said
    assert reply is not None, said


@for_each("asked", ASKED)
@for_each(
    "said",
    [
        *("maybe 4pm", "4pm or so", "probably 16:00", "vielleicht 16 Uhr", "16:00 vllt"),
        *("16 Uhr wahrscheinlich", "peut-être 16h", "16h sans doute", "quizás a las 16"),
        *("a las 16 tal vez", "igual a las 16"),
    ],
)
def test_an_hour_that_is_not_sure_is_only_suggested(asked: str, said: str):
    reply = answer(OpenQuestion("1", NOW, (), asked), said, READ)
    assert not isinstance(reply, Sayable), said


@for_each("asked", ASKED)
@for_each(
    "said",
    [
        *("thanks", "ok thanks", "leave it then", "forget about it", "and", "some time", "gracias"),
        *("merci", "she is a nightmare", "carl needs a coffee", "sie nervt mich", "and that"),
    ],
)
def test_what_holds_no_value_answers_no_question(asked: str, said: str):
    reply = answer(OpenQuestion("1", NOW, (), asked), said, READ)
    assert not isinstance(reply, Meet | Move | Extend), said
