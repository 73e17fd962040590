"""Sentences that say a command in so many words are done; their neighbours are asked about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import (
    Add,
    Cancel,
    Cohost,
    Command,
    Defaults,
    Expert,
    Extend,
    Guest,
    Handover,
    LetIn,
    Meet,
    Move,
    Remove,
    Rename,
    ReplyAtDoor,
    Resend,
    TakeRequest,
    Tell,
    Unclear,
    WhoIsOn,
)
from bot.core.domain.doors import Reply
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import MeetingReference
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting import second_reader
from bot.core.suggesting.readings import Reading
from bot.core.templates import template_reader
from bot.core.templates.tables import CLEAR_TABLES
from bot.core.templates.template_syntax import expand, trees

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
BY = SentenceParser(NOW, ("Lobby",), "DE")
UNCLEAR = Unclear("", Hint.UNKNOWN)
ALICE, BOB, CAROL = (Guest(email=f"{name}@x.com") for name in ("alice", "bob", "carol"))
DORA = Guest(email="dora@z.net")
INVOICE = OwnMeeting(1, "the invoice", (ALICE,))
RESULTS = OwnMeeting(2, "lab results", (BOB, CAROL), "10:00")
GROUPS = ("cardiology",)
NONE = MentionableMeetings(groups=GROUPS)
ONE = MentionableMeetings((INVOICE,), INVOICE, groups=GROUPS)
TWO = MentionableMeetings((INVOICE, RESULTS), INVOICE, groups=GROUPS)
CAROLS = MentionableMeetings((INVOICE, OwnMeeting(2, "lab results", (CAROL,))), INVOICE)
FIRST = MeetingReference(1)
ABOUT_THE_ECG = Expert("cardiology", (CAROL,), "the ECG")
AT_THREE = NOW.replace(hour=15, minute=0)
NOT_SAID = {"idle", "ending", "courtesy"}
SAID = sorted(
    {
        example
        for table in CLEAR_TABLES
        for heading, tree in trees(table)
        if heading not in NOT_SAID and not heading.startswith("~")
        for example in expand(tree)[:3]
    }
)
"""Clear sentences of each template."""


def reading(sentence: str, spoken: MentionableMeetings) -> Command | Reading:
    read = grammar.parse(Said(sentence), NOW, ("Lobby",), "DE")
    if not isinstance(read, Unclear):
        return read
    return done(sentence, spoken, read) or second_reader.read(read, sentence, spoken, BY)


def done(sentence: str, spoken: MentionableMeetings, unclear: Unclear = UNCLEAR) -> Command | None:
    return template_reader.read(unclear, sentence, spoken, BY)


def filled(example: str, who: str) -> str:
    values = {"person": who, "time": "tomorrow 3pm", "length": "20 min", "meeting": "#1"}
    values |= {"guests": "3 guests", "number": "123456789", "language": "in spanish"}
    return example.format(**values, place="London", device="lobby", group="cardiology")


@pytest.mark.parametrize(
    ("said", "spoken", "command"),
    [
        ("I want to see carol@x.com", NONE, Meet((CAROL,))),
        ("get cardiology on the line", NONE, Expert("cardiology")),
        ("ich brauche jemanden aus der cardiology", NONE, Expert("cardiology")),
        ("appelle cardiology pour carol@x.com", NONE, Expert("cardiology", (CAROL,))),
        ("necesito a alguien de cardiology", NONE, Expert("cardiology")),
        ("ask cardiology for carol@x.com about the ECG", ONE, ABOUT_THE_ECG),
        ("who is covering cardiology?", NONE, WhoIsOn("cardiology")),
        ("alice can come in now", ONE, LetIn((ALICE,), which=FIRST)),
        ("Alice kann reinkommen", ONE, LetIn((ALICE,), which=FIRST)),
        ("fais entrer tout le monde", ONE, LetIn(everybody=True)),
        ("haz pasar a Alice", ONE, LetIn((ALICE,), which=FIRST)),
        ("antworte Alice, ich komme", ONE, ReplyAtDoor(Reply.COMING, (ALICE,), which=FIRST)),
        ("let's do a video with everybody in this space", NONE, Meet(here=True)),
        ("appel vidéo avec tout le monde ici", NONE, Meet(here=True)),
        ("videollamada con todos aquí", NONE, Meet(here=True)),
        ("meet carol@x.com and her husband dora@z.net", NONE, Meet((CAROL, DORA))),
        ("we can scrap #2", TWO, Cancel(MeetingReference(2))),
        ("running over, +15 min", ONE, Extend(15)),
        ("book carol@x.com in for three o'clock", NONE, Meet((CAROL,), opens=AT_THREE)),
        ("zweiter Host: dora@z.net", TWO, Cohost(DORA)),
        ("dora@z.net as second host for #2", TWO, Cohost(DORA, MeetingReference(2))),
        ("deuxième hôte pour #1 : bob@x.com", TWO, Cohost(BOB, FIRST)),
        ("new title: wound check", ONE, Rename("wound check")),
        ("nouveau titre pour #1 : suivi", ONE, Rename("suivi", FIRST)),
        ("invite carol@x.com to a meeting", NONE, Meet((CAROL,))),
        ("alice lost her link", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("Alice hat ihren Link verloren", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("alice a perdu son lien", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("alice perdió el enlace", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("can we have another half hour?", ONE, Extend(30)),
        ("plus 15 min", ONE, Extend(15)),
        ("we're done, end the meeting", ONE, Cancel()),
        ("take alice@x.com off the list", ONE, Remove((ALICE,), FIRST)),
        ("take alice off", ONE, Remove((ALICE,), FIRST)),
        ("cancel the meeting with alice", TWO, Cancel(FIRST)),
        ("cancel the meeting with carol", CAROLS, Cancel(MeetingReference(2))),
        ("call off the meeting with carol@x.com", CAROLS, Cancel(MeetingReference(2))),
        ("link to alice again", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("Link nochmal an Alice", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("lien encore une fois à Alice", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("enlace otra vez a Alice", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("add her husband bob@x.com", ONE, Add((BOB,))),
        ("ihren Mann bob@x.com dazu", ONE, Add((BOB,))),
        ("meet carol@x.com for a check up", NONE, Meet((CAROL,))),
        ("Termin mit carol@x.com zur Kontrolle", NONE, Meet((CAROL,))),
        ("rdv avec carol@x.com pour un contrôle", NONE, Meet((CAROL,))),
        ("cita con carol@x.com para una revisión", NONE, Meet((CAROL,))),
        ("carol@x.com heute 15 Uhr einladen", NONE, Meet((CAROL,), opens=AT_THREE)),
        ("invita a carol@x.com hoy 15:00", NONE, Meet((CAROL,), opens=AT_THREE)),
        ("send bob@x.com the link too", ONE, Add((BOB,))),
        ("bob@x.com takes over, I have to go", ONE, Handover(BOB)),
        (
            "tell alice I am late",
            ONE,
            Tell("I am late", guests=(ALICE,), which=FIRST),
        ),
        ("let everyone know we start at 3", TWO, Tell("we start at 3", everybody=True)),
        ("alice no-showed, cancel please", ONE, Cancel(FIRST)),
        ("alice never got the link, pls send it again", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("le lien d'alice ne marche pas", ONE, Resend(guests=(ALICE,), which=FIRST)),
        ("der Sohn soll auch rein: bob@x.com", ONE, Add((BOB,))),
        ("no se presentó, cancela la cita", ONE, Cancel()),
        ("Alice ist nicht erschienen, Termin bitte absagen", ONE, Cancel(FIRST)),
        ("bring bob@x.com into the call", ONE, Add((BOB,))),
        ("healthcare visit with carol@x.com", NONE, Meet((CAROL,), vertical="hc")),
        ("ring up carol@x.com on camera please", NONE, Meet((CAROL,))),
        ("mit carol@x.com per Video sprechen", NONE, Meet((CAROL,))),
        ("revoke alice@x.com's invitation", ONE, Remove((ALICE,), FIRST)),
        ("put carol@x.com on the invoice call too", TWO, Add((CAROL,), which=FIRST)),
        ("make bob@x.com a host too", ONE, Cohost(BOB)),
        ("gib bob@x.com auch Hostrechte", ONE, Cohost(BOB)),
        ("donne les droits d'hôte à bob@x.com aussi", ONE, Cohost(BOB)),
        ("dale a bob@x.com permisos de anfitrión también", ONE, Cohost(BOB)),
        ("3 more guest links for #2", TWO, Add(spare=3, which=MeetingReference(2))),
        ("necesito dos enlaces de invitado", NONE, Meet(spare=2)),
        ("Ich brauche 3 Gästelinks für heute 15 Uhr", NONE, Meet(spare=3, opens=AT_THREE)),
        ("everyone's links again please", ONE, Resend(everybody=True)),
        ("from now on all my meetings should be 45 min", NONE, Defaults(minutes=45)),
        ("bring the lab results forward by 30 min", TWO, Move(by=-30, which=MeetingReference(2))),
        ("wir überziehen um 10 Minuten", ONE, Extend(10)),
        ("on déborde de 10 minutes", ONE, Extend(10)),
        ("benenne das Meeting um in Budget", ONE, Rename("Budget")),
        ("cambia el tema a Budget", ONE, Rename("Budget")),
        ("Sag Alice bitte, dass ich da bin", ONE, Tell("ich da bin", guests=(ALICE,), which=FIRST)),
        ("we have a new patient, set up a video visit with carol@x.com", NONE, Meet((CAROL,))),
    ],
)
def test_a_clear_sentence_is_done(said: str, spoken: MentionableMeetings, command: Command):
    assert done(said, spoken) == command


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ("cancel the meeting with bob", TWO),  # Carol is in it as well
        ("she lost her link", TWO),
        ("send dora@x.com the link", ONE),
        ("invite dora@x.com to a meeting", ONE),
        ("alice@x.com will take the call", ONE),
        ("bob@x.com for alice@x.com at 3pm", NONE),
        ("I have a meeting with bob@x.com tomorrow 3pm", NONE),
        ("j'ai un rendez-vous avec bob@x.com demain à 15h", NONE),
        ("llama bob@x.com", NONE),
        ("meet bob@x.com about firing alice@x.com", NONE),
        ("I want to see bob@x.com about firing alice@x.com", NONE),
        ("I want to see bob@x.com about 4155552671 tomorrow 3", NONE),
        ("video with bob@x.com yesterday 3pm", NONE),
        ("video with bob@x.com at 9", NONE),
        ("bob@x.com since 3pm", NONE),
        ("my link", NONE),
        ("invite", NONE),
        ("bob@x.com", ONE),
        ("bob@x.com", NONE),
        ("mrs jones jones@x.com", NONE),
        ("take dora off", ONE),
        ("take alice off", NONE),
        ("link to dora@x.com again", ONE),
        ("meet bob@x.com for a check up on alice@x.com", NONE),
        ("meet bob@x.com for a raise", NONE),
        ("carol@x.com gestern 15 Uhr einladen", NONE),
        ("alice@x.com heute 15 Uhr einladen", ONE),
        ("give us until 2:30", ONE),
        ("call the meeting Budget?", ONE),
        ("name it Budget", NONE),
        ("thanks carol@x.com, tomorrow 3pm", NONE),
        ("no, name it Budget", ONE),
        ("put dora@z.net on the lab coat results call too", TWO),
        ("no, bob@x.com tomorrow 3pm", NONE),
        ("tell dora I am late", ONE),
        ("ne, bob@x.com morgen 15 uhr", NONE),
        ("meet alice", ONE),  # perhaps another Alice than the guest
        ("call with alice tomorrow 3pm", ONE),
        ("tell alice I am late?", ONE),
        ("tell bob@x.com I am late", ONE),
        ("alice lost her link?", ONE),
        ("can i cancel the call with alice?", ONE),
        ("can we cancel the call with alice", ONE),
        ("never take alice off", ONE),
        ("meet carol@x.com not", ONE),
        ("das Treffen mit Alice nicht absagen", ONE),
        ("dora@z.net can come in now", ONE),
        ("new title is needed", ONE),
        ("remember that I have to cancel the meeting", ONE),
        ("alice can come in tomorrow", ONE),
        ("alice can't come in now", ONE),
        ("is alice allowed to come in", ONE),
        ("let alice in but not bob@x.com", ONE),
        ("get cardiology tomorrow 3pm", NONE),
        ("do not call cardiology", NONE),
        ("cardiology called carol@x.com", NONE),
        ("why did cardiology not answer?", NONE),
    ],
)
def test_what_may_mean_something_else_is_not_done(said: str, spoken: MentionableMeetings):
    assert done(said, spoken) is None


NOT_MEANT = (
    *("do not {}", "don't {}", "never {}", "if {}", "what if {}", "why did {}", "when {}"),
    *("how do i {}", "should i {}", "i already {}", "unless {}", "i forgot to {}", "{} or not"),
    *("instead of {}", "{} not", "{} if she wants", "{} last week", "the policy says {}"),
    *("please ignore {}", "the word {}", "who {}", "did you {}", "nobody {}", "can i {}"),
    *("nicht {}", "{} nicht", "wenn {}", "warum {}", "{} lieber nicht", "soll ich {}"),
    *("ne {} pas", "si {}", "pourquoi {}", "ne pas {}", "dois-je {}"),
    *("no {}", "nunca {}", "cuando {}", "si {}"),
    *('he said "{}"', "> {}\nthanks", "see http://x.org {}", "{}, or rather dora@z.net"),
)


@given(st.sampled_from(SAID), st.sampled_from(NOT_MEANT), st.sampled_from([NONE, ONE, TWO]))
def test_a_clear_sentence_that_is_denied_or_told_or_asked_about_is_not_done(
    example: str, form: str, spoken: MentionableMeetings
):
    sentence = form.format(filled(example, "alice@x.com"))
    assume("finde" not in sentence and "wo ist" not in sentence)  # `finde den Hostlink nicht`
    command = done(sentence, spoken)
    assert command is None or getattr(command, "names", ())  # names that nobody has mean nobody


@given(st.sampled_from(SAID), st.from_regex(r"[a-z]{4,9}", fullmatch=True), st.booleans())
def test_a_word_that_no_template_has_is_asked_about(example: str, word: str, before: bool):
    said = filled(example, "alice@x.com")
    sentence = f"qz{word} {said}" if before else f"{said} qz{word}"
    assert done(sentence, ONE) is None


@given(st.sampled_from(SAID), st.sampled_from([NONE, ONE, TWO]))
def test_nobody_is_written_to_who_is_not_named_or_invited(
    example: str, spoken: MentionableMeetings
):
    command = done(filled(example, "dora@z.net"), spoken)
    guests = getattr(command, "guests", ()) or ()
    invited = {each.email for meeting in spoken.meetings for each in meeting.guests}
    assert {each.email for each in guests} <= {"dora@z.net"} | invited


@pytest.mark.parametrize(
    "said",
    [
        *("take alice off", "take alice out please", "take bob@x.com off", "take 12 off"),
        *("take bob off the call", "take bob out of the meeting please"),
    ],
)
def test_to_take_somebody_off_is_not_to_take_a_request(said: str):
    assert not isinstance(grammar.parse(Said(said), NOW), TakeRequest)


@pytest.mark.parametrize(
    "said",
    [
        "call avec carol@x.com a 15h",
        "rdv a 15h avec carol@x.com",
        "envoie un lien à carol@x.com pour 15h",
        "cita con carol@x.com para 15h",
    ],
)
def test_an_hour_after_a_french_or_spanish_word_is_no_length(said: str):
    assert reading(said, NONE) == Meet((CAROL,), opens=AT_THREE)


def test_hours_after_for_a_are_a_length():
    assert reading("meet carol@x.com for a 15h", NONE) != Meet((CAROL,), opens=AT_THREE)


@pytest.mark.parametrize(
    "said", ["meet carol@x.com tomorrow 9am 30 min", "meet carol@x.com tomorrow 9 am 30 min"]
)
def test_a_length_right_after_a_time_needs_no_for(said: str):
    meant = Meet((CAROL,), opens=NOW.replace(day=11, hour=9, minute=0), minutes=30)
    assert reading(said, NONE) == meant


def test_to_take_a_guest_off_the_call_removes_them():
    assert reading("take alice off the call", ONE) == Remove((ALICE,), FIRST)
    assert reading("take alice@x.com off the call", ONE) == Remove((ALICE,))


@pytest.mark.parametrize("spoken", [NONE, ONE, TWO])
def test_what_is_clear_is_done_before_anything_is_suggested(spoken: MentionableMeetings):
    assert reading("I want to see carol@x.com tomorrow 3pm", spoken) == Meet(
        (CAROL,), opens=NOW.replace(day=11, hour=15, minute=0)
    )


@pytest.mark.parametrize("said", ["meet carol@x.com 3pm 2day", "can u do 3pm 2day w carol@x.com"])
def test_2day_is_no_length(said: str):
    assert reading(said, NONE) == Meet((CAROL,), opens=AT_THREE)


POLITE = (
    *("{}, that would be great", "{} if you don't mind", "{} when you have a sec 🙏", "{}, ta"),
    *("excuse me, {}", "sorry to bother you, {}, much appreciated", "right, {}. Thanks, Ruth"),
    *("{}, das wäre super", "Entschuldigung, {}", "{}, danke im voraus", "{}, ce serait super"),
    *("excusez-moi, {}", "{}, si no es molestia", "disculpe, {}, muchas gracias de antemano"),
)


@pytest.mark.parametrize("form", POLITE)
@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("extend 15 min", Extend(15)),
        ("add bob@x.com", Add((BOB,))),
        ("alice lost her link", Resend(guests=(ALICE,), which=FIRST)),
    ],
)
def test_polite_words_around_a_request_change_nothing(form: str, said: str, command: Command):
    assert done(form.format(said), ONE) == command


@pytest.mark.parametrize(
    "said",
    [
        *("if bob@x.com could, extend 15 min", "alice lost her link, that would be sad"),
        *("don't extend 15 min if you don't mind", "sorry, I did not mean to extend 15 min"),
        *(
            "just add bob@x.com, not alice@x.com",
            "extend 15 min thanks?",
            "right, no extend 15 min",
        ),
    ],
)
def test_what_is_more_than_polite_is_not_left_out(said: str):
    assert done(said, ONE) is None


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("rename to Budget please", "Budget"),
        ("rename it to Budget, thanks so much", "Budget"),
        ("rename to Budget, merci", "Budget"),
        ("rename to our big thank you", "our big thank you"),
        ("rename to Thanks", "Thanks"),
    ],
)
def test_polite_words_are_no_part_of_a_new_subject(said: str, subject: str):
    command = grammar.parse(Said(said), NOW)
    assert isinstance(command, Rename)
    assert command.subject == subject
