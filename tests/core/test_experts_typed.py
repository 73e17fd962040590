"""What experts and front desks type about groups, duty and posters, in four languages."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Expert, Experts, Nothing, Thanks, Unclear, WhoIsOn
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.replies.plain_commands import plainly
from bot.core.suggesting import second_reader
from bot.core.suggesting.readings import Question, Suggested
from bot.process.translations import spoken
from tests.rows import for_each

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))
UNTIL_15 = "until 2026-03-10T15:00+01:00 Europe/Berlin"
UNTIL_18 = "until 2026-03-10T18:00+01:00 Europe/Berlin"
SHOWN = (Experts, WhoIsOn)


def comes_to(sentence: str) -> str:
    """Return what is shown, asked or suggested; what would be done has a ``!`` before it."""
    read = grammar.parse(Said(sentence), NOW, (), "DE")
    if isinstance(read, Unclear):
        again = second_reader.read(
            read, sentence, MentionableMeetings(), SentenceParser(NOW, (), "DE")
        )
        if isinstance(again, Suggested):
            return grammar.say(again.choices[0])
        assert not isinstance(again, Question), again
        read = again  # type: ignore[assignment]
    if isinstance(read, Unclear):
        return read.said if read.hint.name == "MISSING" else "?"
    said = grammar.say(read)  # type: ignore[arg-type]
    return said if isinstance(read, (*SHOWN, Nothing, Thanks)) else f"!{said}"


@for_each(
    ("said", "words"),
    [
        ("take #12", "Take #12"),
        ("not me #12", "Leave #12 to others"),
        ("give back #12: no time", "Give #12 back"),
        ("keep waiting", "Keep waiting for an expert"),
        ("next shift", "Wait for the next shift"),
        ("expert cardiology for alice@x.com", "Ask cardiology for an expert – alice@x.com"),
        ("experts", "Show the groups of experts"),
        ("who is on for cardiology", "Show who is on duty in cardiology"),
        ("on duty", "Go on duty"),
        ("off duty until 15:00", "Go off duty until 15:00"),
        ("swap with bob@x.com", "Ask bob@x.com in my place"),
        ("swap with bob@x.com until 18:00", "Ask bob@x.com in my place until 18:00"),
        ("desk", "Show today’s figures"),
        ("poster hatch for cardiology", "Print the poster for hatch"),
        ("poster hatch new", "Give the poster for hatch a new address"),
        ("poster hatch off", "Take down the poster for hatch"),
        ("group cardiology", "Show the group cardiology"),
        ("group cardiology off", "Delete the group cardiology"),
        ("group cardiology is bob@x.com", "Set up the group cardiology"),
    ],
)
def test_what_is_suggested_is_said_in_plain_words(said: str, words: str):
    command = grammar.parse(Said(said), NOW, (), "DE")
    assert plainly(spoken("en"), command, {}, lambda at: f"{at:%H:%M}") == words  # type: ignore[arg-type]


@for_each(
    ("said", "meant"),
    [
        ("welche Experten gibt es?", "experts"),
        ("quels experts y a-t-il ?", "experts"),
        ("qué expertos hay", "experts"),
        ("which experts are there?", "experts"),
        ("who is on call?", "experts"),
        ("who's on duty right now", "experts"),
        ("wer ist in Bereitschaft?", "experts"),
        ("qui est de garde ?", "experts"),
        ("quien esta de guardia", "experts"),
        ("am I on call today?", "experts"),
        ("habe ich heute Dienst?", "experts"),
        ("who's on call for cardio?", "who is on for cardio"),
        ("wer hat Bereitschaft in der Kardiologie?", "who is on for kardiologie"),
        ("qui est de garde en cardiologie ?", "who is on for cardiologie"),
        ("quién está de guardia en cardiología", "who is on for cardiología"),
    ],
)
def test_who_is_there_is_shown(said: str, meant: str):
    assert comes_to(said) == meant


@for_each(
    ("said", "meant"),
    [
        ("I am unavailable until 3pm", f"off duty {UNTIL_15}"),
        ("i'm out for lunch, don't page me", "off duty"),
        ("ich bin ab jetzt nicht erreichbar", "off duty"),
        ("bin bis 15 Uhr nicht erreichbar", f"off duty {UNTIL_15}"),
        ("ich mache Feierabend", "off duty"),
        ("je ne suis plus joignable", "off duty"),
        ("je ne suis pas joignable jusqu'à 15h", f"off duty {UNTIL_15}"),
        ("no estoy disponible hasta las 15:00", f"off duty {UNTIL_15}"),
        ("salgo a comer, no me avises", "off duty"),
        ("I'm on call until 18:00", f"on duty {UNTIL_18}"),
        ("bin wieder erreichbar", "on duty"),
        ("je suis de garde jusqu'à 18h", f"on duty {UNTIL_18}"),
        ("ya volví", "on duty"),
        ("de servicio", "!on duty"),
        ("no estoy de servicio", "!off duty"),
        ("can bob@x.com take my shift until 6pm?", f"swap bob@x.com {UNTIL_18}"),
        ("bob@x.com übernimmt meinen Dienst bis 18 Uhr", f"swap bob@x.com {UNTIL_18}"),
        ("bob@x.com me remplace jusqu'à 18h", f"swap bob@x.com {UNTIL_18}"),
        ("bob@x.com me cubre hasta las 18:00", f"swap bob@x.com {UNTIL_18}"),
    ],
)
def test_ones_own_duty_is_asked_about_with_its_end(said: str, meant: str):
    assert comes_to(said) == meant


@for_each(
    "said",
    [
        "cover for bob@x.com until 18:00",
        "prends la relève de bob@x.com jusqu'à 18h",
        "ich vertrete bob@x.com bis 18 Uhr",
        "cubro a bob@x.com hasta las 18:00",
    ],
)
def test_who_would_stand_in_for_somebody_is_not_told_to_swap(said: str):
    assert not comes_to(said).startswith(("swap", "!"))


@for_each(
    "said",
    ["is the poster still up?", "who took #12?", "my poster presentation"],
)
def test_talk_changes_nothing(said: str):
    assert not comes_to(said).startswith("!")


@for_each(
    ("said", "meant"),
    [
        ("print a poster for reception", "!poster reception"),
        ("ich brauche ein Plakat für die Anmeldung", "!poster anmeldung"),
        ("fais une affiche pour l'accueil", "!poster accueil"),
        ("haz un cartel para recepción", "!poster recepción"),
    ],
)
def test_a_poster_that_is_asked_for_is_made(said: str, meant: str):
    assert comes_to(said) == meant


@for_each(
    ("said", "example"),
    [
        ("häng das Plakat am Empfang ab", "poster front desk for cardiology"),
        ("retire l'affiche de l'accueil", "poster front desk for cardiology"),
        ("quita el cartel de recepción", "poster front desk for cardiology"),
        ("remove the poster of the front desk", "poster front desk for cardiology"),
        ("lösche die Gruppe Kardiologie", "group cardiology is here then bob@x.com after 2m"),
        ("crée un groupe cardiologie", "group cardiology is here then bob@x.com after 2m"),
        ("crea un grupo cardiología", "group cardiology is here then bob@x.com after 2m"),
        (
            "create an expert group called cardiology",
            "group cardiology is here then bob@x.com after 2m",
        ),
        ("frag die Kardiologie", "expert cardiology for alice@x.com about the ECG"),
        ("get me someone from cardiology", "expert cardiology for alice@x.com about the ECG"),
    ],
)
def test_what_lacks_its_command_is_answered_with_how_to_say_it(said: str, example: str):
    assert comes_to(said) == example


@for_each(
    "said",
    [
        "no billing for kim@x.com",
        "not billing for kim@x.com",
        "don't get billing for kim@x.com",
        "kein billing für kim@x.com",
        "pas billing pour kim@x.com",
        "billing no para kim@x.com",
    ],
)
def test_a_group_that_is_not_wanted_is_not_asked(said: str):
    read = grammar.parse(Said(said), NOW, (), "DE")
    assert isinstance(read, Unclear)
    groups = MentionableMeetings(groups=("billing",))
    again = second_reader.read(read, said, groups, SentenceParser(NOW, (), "DE"))
    assert not isinstance(again, Expert)
