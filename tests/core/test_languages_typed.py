"""Commands in German, French and Spanish, from everybody, mixed with English."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.core.domain.commands import (
    Add,
    Cancel,
    Cohost,
    Command,
    Defaults,
    Devices,
    Extend,
    Guest,
    Handover,
    Help,
    Meet,
    MeetingReference,
    Meetings,
    Move,
    MyLink,
    Plan,
    Resend,
    Status,
    TextFor,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.rule import PEOPLE_BETWEEN
from bot.core.parsing.text import mentions
from bot.core.parsing.vocabulary.all_languages import BEGINNINGS, ENDINGS
from tests.rows import for_each

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))
ALICE, BOB = Guest(email="alice@x.com"), Guest(email="bob@x.com")
FOUR = time(16, 0, tzinfo=ZoneInfo("Europe/Berlin"))
UNTIL_5PM = Extend(clock=time(17, 0, tzinfo=ZoneInfo("Europe/Berlin")))
INVOICE = MeetingReference(words="Rechnung")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=NOW.tzinfo)


SENTENCES: list[tuple[str, Command]] = [
    ("Ruf alice@x.com an", Meet((ALICE,))),
    ("ruf alice@x.com morgen um 9 an", Meet((ALICE,), opens=at(11, 9))),
    ("ruf alice@x.com an wegen der Rechnung", Meet((ALICE,), "der Rechnung")),
    ("triff alice@x.com um halb vier", Meet((ALICE,), opens=at(10, 15, 30))),
    ("Treffen mit alice@x.com morgen um 15 Uhr", Meet((ALICE,), opens=at(11, 15))),
    (
        "Besprechung mit alice@x.com übermorgen 10 Uhr wegen der Rechnung",
        Meet((ALICE,), "der Rechnung", opens=at(12, 10)),
    ),
    (
        "Kannst du bitte ein Meeting mit alice@x.com für morgen 9:30 anlegen?",
        Meet((ALICE,), opens=at(11, 9, 30)),
    ),
    (
        "Termin mit alice@x.com am Freitag von 9 bis 10 Uhr",
        Meet((ALICE,), opens=at(13, 9), minutes=60),
    ),
    (
        "Meeting mit alice@x.com heute Abend um 8 für eine halbe Stunde",
        Meet((ALICE,), opens=at(10, 20), minutes=30),
    ),
    ("bob@x.com auch einladen", Add((BOB,))),
    ("lade bob@x.com noch ein", Add((BOB,))),
    ("lade bob@x.com zum Meeting ein", Add((BOB,))),
    ("absagen", Cancel()),
    ("Meeting absagen", Cancel()),
    ("sag das Meeting bitte ab", Cancel()),
    ("verschiebe #2 auf morgen 15 Uhr", Move(at(11, 15), which=MeetingReference(2))),
    ("Rechnung auf 16 Uhr verschieben", Move(clock=FOUR, which=INVOICE)),
    ("verschieb es um 30 Minuten nach hinten", Move(by=30)),
    ("verlege das Meeting um eine Stunde nach vorne", Move(by=-60)),
    ("storniere #2", Cancel(MeetingReference(2))),
    ("die Rechnung absagen", Cancel(INVOICE)),
    ("verlängere um 30 Minuten", Extend(30)),
    ("Meeting um eine halbe Stunde verlängern", Extend(30)),
    ("verlängern bis 17 Uhr", UNTIL_5PM),
    ("Meeting bitte bis 17:00 verlängern", UNTIL_5PM),
    ("verlängere auf 17 Uhr", UNTIL_5PM),
    ("schick alice@x.com den Link nochmal", Resend(guests=(ALICE,))),
    ("schick den Link erneut an alice@x.com", Resend(guests=(ALICE,))),
    ("mach bob@x.com zum Co-Host", Cohost(BOB)),
    ("übergib das Meeting an bob@x.com", Handover(BOB)),
    ("wer kommt?", Status()),
    ("meine Termine", Meetings()),
    ("welche Räume gibt es?", Devices()),
    ("mein Link geht nicht", MyLink()),
    ("Sprache Deutsch", Defaults(language="de")),
    ("plane einen Termin", Plan()),
    ("Hilfe", Help()),
    ("SMS für alice@x.com", TextFor((ALICE,))),
    ("appelle alice@x.com", Meet((ALICE,))),
    ("réunion avec alice@x.com demain à 15h", Meet((ALICE,), opens=at(11, 15))),
    (
        "peux-tu organiser une visio avec alice@x.com demain à 9h30 ?",
        Meet((ALICE,), opens=at(11, 9, 30)),
    ),
    (
        "rendez-vous avec alice@x.com le 13 mars de 14h à 15h30 à propos de la facture",
        Meet((ALICE,), "la facture", opens=at(13, 14), minutes=90),
    ),
    ("réunion ici tout de suite", Meet(here=True)),
    ("invite aussi bob@x.com s'il te plaît", Add((BOB,))),
    ("ajoute bob@x.com à la réunion", Add((BOB,))),
    ("annule la réunion", Cancel()),
    ("déplace #2 à demain 15h", Move(at(11, 15), which=MeetingReference(2))),
    ("décale la réunion à 16h", Move(clock=FOUR)),
    ("repousse-la de 30 minutes", Move(by=30)),
    ("décale de 15 minutes plus tôt", Move(by=-15)),
    ("prolonge d'une demi-heure", Extend(30)),
    ("prolonger jusqu'à 17h", UNTIL_5PM),
    ("prolonge la réunion jusqu'à 17 heures", UNTIL_5PM),
    ("renvoie le lien à alice@x.com", Resend(guests=(ALICE,))),
    ("renvoie le lien à tous", Resend(everybody=True)),
    ("transfère la réunion à bob@x.com", Handover(BOB)),
    ("qui vient ?", Status()),
    ("mes réunions", Meetings()),
    ("j'ai perdu mon lien", MyLink()),
    ("aide", Help()),
    ("llama a alice@x.com", Meet((ALICE,))),
    ("reunión con alice@x.com mañana a las 3 de la tarde", Meet((ALICE,), opens=at(11, 15))),
    ("reunión con alice@x.com mañana al mediodía", Meet((ALICE,), opens=at(11, 12))),
    ("reunión con alice@x.com dentro de una hora", Meet((ALICE,), opens=at(10, 14, 20))),
    (
        "cita con alice@x.com el viernes a las 10 sobre la factura",
        Meet((ALICE,), "la factura", opens=at(13, 10)),
    ),
    ("por favor invita también a bob@x.com", Add((BOB,))),
    ("cancelar la reunión", Cancel()),
    ("mueve #2 a mañana a las 15:00", Move(at(11, 15), which=MeetingReference(2))),
    ("mueve la reunión a las 16:00", Move(clock=FOUR)),
    ("aplaza la reunión 15 minutos", Move(by=15)),
    ("retrasar 15 minutos la reunión", Move(by=15)),
    ("alarga media hora", Extend(30)),
    ("alarga hasta las 17:00", UNTIL_5PM),
    ("extiende la reunión hasta las 5 de la tarde", UNTIL_5PM),
    ("reenvía el enlace a alice@x.com", Resend(guests=(ALICE,))),
    ("pasa la reunión a bob@x.com", Handover(BOB)),
    ("¿quién viene?", Status()),
    ("mis reuniones", Meetings()),
    ("no encuentro mi enlace", MyLink()),
    ("ayuda", Help()),
    ("meeting mit alice@x.com and bob@x.com tomorrow 3pm", Meet((ALICE, BOB), opens=at(11, 15))),
    ("meet alice@x.com morgen 15 Uhr", Meet((ALICE,), opens=at(11, 15))),
]


def heard(sentence: str) -> Command:
    return grammar.parse(mentions.read(None, sentence, "BOT"), NOW)


@for_each(("sentence", "command"), SENTENCES)
def test_a_sentence_becomes_the_intended_command(sentence: str, command: Command) -> None:
    assert heard(sentence) == command


@for_each(
    "sentence",
    [
        *("ich werde nicht absagen", "nicht absagen", "no canceles", "n'annule pas"),
        *("absagen?", "kann ich absagen", "annuler ?", "¿cancelar?", "puis-je annuler"),
        *("triff nicht alice@x.com", "réunion sans alice@x.com", "reunión sin alice@x.com"),
        *("triff bob@x.com wegen Kündigung alice@x.com", "réunion à propos de alice@x.com"),
    ],
)
def test_a_question_or_negation_does_nothing(sentence: str) -> None:
    assert isinstance(heard(sentence), Unclear)


@for_each(("rule", "words"), [(rule, words) for rule, some in BEGINNINGS.items() for words in some])
def test_every_beginning_begins_its_command(rule: str, words: str) -> None:
    found = grammar.rule_named(rule)
    assert found
    sentence = words.replace(PEOPLE_BETWEEN, "bob@x.com")
    needed = found.names_people and "bob@x.com" not in sentence
    said = heard(f"{sentence} bob@x.com" if needed else sentence)
    missing = isinstance(said, Unclear) and said.hint is Hint.MISSING
    assert isinstance(said, found.command) or missing, said


@for_each(("rule", "verb"), [(rule, verb) for rule, some in ENDINGS.items() for verb in some])
def test_every_ending_ends_its_command(rule: str, verb: str) -> None:
    found = grammar.rule_named(rule)
    assert found
    before = "bob@x.com" if found.names_people else "das Meeting"
    when = "auf 16 Uhr " if rule == "move" else ""
    assert isinstance(heard(f"{before} {when}{verb}"), found.command)
