"""A message of which a part may be for somebody else is asked about before anybody reads it."""

from __future__ import annotations

import pytest

from tests.rows import for_each
from tests.stories.fake import FakeStage


@pytest.fixture
def host(core: FakeStage) -> FakeStage:
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    return core


@for_each(
    "said",
    [
        "tell alice@x.com I'm running 5 late, but don't mention the surgery",
        "tell alice that I'm running 5 late, but don't mention the surgery",
        "tell alice I'm running 5 late, she always pays late",
        "let alice@x.com know I'm running 5 late (she will be annoyed)",
    ],
)
def test_the_part_for_the_guest_is_offered_first(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    short, whole = host.told("erin")[-1].offered[:2]
    assert short == "tell alice@x.com of #1: I'm running 5 late" or "that" in said
    assert short.endswith("I'm running 5 late")
    assert len(whole) > len(short)


@for_each(
    ("said", "also"),
    [
        ("tell alice@x.com that the plan is ready and move it to 16:00", "move"),
        ("préviens alice@x.com que le devis est prêt et décale à 16h", "move"),
        ("dile a alice@x.com que llego tarde y cancela la cita", "cancel"),
        ("sag alice@x.com dass wir später kommen und storniere den Termin", "cancel"),
    ],
)
def test_a_second_request_has_a_button_of_its_own(host: FakeStage, said: str, also: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert [each.split()[0] for each in host.told("erin")[-1].offered] == ["tell", also, "tell"]


@for_each(
    ("said", "told"),
    [
        ("tell alice@x.com i'm ready and get carl in", "i'm ready"),
        ("sag alice@x.com ich bin gleich da und hol den befund", "ich bin gleich da"),
        ("dis à alice@x.com que j'arrive et appelle le labo", "j'arrive"),
        ("dile a alice@x.com que ya voy y llama al laboratorio", "ya voy"),
        ("let alice@x.com know I'm late, no bob", "I'm late"),
        ("sag alice@x.com ich komme später, nein bob", "ich komme später"),
        ("tell alice@x.com we start soon in french", "we start soon"),
        ("sag alice@x.com wir kommen gleich per sms", "wir kommen gleich"),
    ],
)
def test_an_order_to_somebody_else_is_not_in_the_message_offered_first(
    host: FakeStage, said: str, told: str
):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert host.told("erin")[-1].offered[0].replace(" of #1", "") == f"tell alice@x.com: {told}"


@for_each(
    "message",
    [
        *("i'm late and bring your passport", "I'm late, no worries", "I'm late, sorry for that"),
        "ich komme später, kein Stress",
    ],
)
def test_what_is_for_the_guest_belongs_to_the_message(host: FakeStage, message: str):
    host.hears("erin", f"tell alice@x.com {message}", space=None)
    assert message in host.told("alice@x.com")[-1].text


@for_each("said", ["tell alice@x.com it's cancelled", "tell alice that we cancelled"])
def test_who_tells_that_it_is_cancelled_is_offered_to_cancel_it(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert [each.split()[0] for each in host.told("erin")[-1].offered] == ["tell", "cancel"]


@for_each(
    "said",
    [
        *("tell alice@x.com it's moved to 14:00", "dis à alice@x.com que c'est déplacé à 14h"),
        *("préviens alice@x.com qu'on décale à 14h", "dile a alice@x.com que se cambia a las 14"),
    ],
)
def test_who_tells_that_it_is_moved_is_offered_to_move_it(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert [each.split()[0] for each in host.told("erin")[-1].offered] == ["tell", "move"]


@for_each("said", ["tell everyone I'm late, except alice", "tell all: I'm late, except bob@y.com"])
def test_nobody_is_told_if_somebody_is_left_out(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert not host.told("erin")[-1].offered


@for_each(
    "said",
    ["tell alice@x.com: I'm late, but don't tell bob", 'tell alice@x.com that "she pays late"'],
)
def test_behind_a_colon_or_in_quotes_all_is_the_message(host: FakeStage, said: str):
    host.hears("erin", said, space=None)
    assert "late" in host.told("alice@x.com")[-1].text


@for_each(
    ("said", "told"),
    [
        ("can you tell alice@x.com we start at 7 sharp? thanks", "we start at 7 sharp"),
        ("could you let alice@x.com know I'm running 5 late?", "I'm running 5 late"),
    ],
)
def test_the_mark_of_a_polite_question_is_no_part_of_a_message(
    host: FakeStage, said: str, told: str
):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert host.told("erin")[-1].offered[0] == f"tell alice@x.com of #1: {told}"


def test_a_polite_question_that_is_not_understood_is_told_to_nobody(host: FakeStage):
    heard = len(host.told("alice@x.com"))
    said = "könntest du alice@x.com sagen, dass wir um 7 anfangen? danke"
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert "I haven’t done anything yet" in host.told("erin")[-1].text


@for_each(
    "said",
    ["let alice know her husband called, don't tell bob", "tell alice to bring the scans, bob not"],
)
def test_who_is_left_out_is_on_no_button(host: FakeStage, said: str):
    host.hears("erin", "add bob@x.com to #1", space=None)
    host.hears("erin", said, space=None)
    assert not any("bob" in each.partition(":")[0] for each in host.told("erin")[-1].offered)


@for_each(
    ("said", "told"),
    [
        ("tell all: see you then, then move it to 6pm", "see you then"),
        ("tell all: back in 5. Then cancel it.", "back in 5"),
        ("tell all: back in 5 and add Paul", "back in 5"),
        ("tell alice@x.com: bring coffee and move it to 10", "bring coffee"),
        ("tell alice@x.com: room 4. Rename it to Offer", "room 4"),
        ("dis à tous : merci, puis annule la réunion", "merci"),
        ("dis à tous : merci, puis annule-la", "merci"),
        ("dis à tous : j'arrive dans 5 min et rajoute Paul", "j'arrive dans 5 min"),
        ("sag alle: bitte Pläne mitbringen, und lade y@web.de ein", "bitte Pläne mitbringen"),
        ("sag alle: bin gleich da und verschieb ihn auf 18 Uhr", "bin gleich da"),
        ("sag alle: bitte früh kommen und den Termin absagen", "bitte früh kommen"),
        ("dile a todos: gracias, luego cancélala", "gracias"),
        ("dile a todos: ya voy y añade a Pablo", "ya voy"),
        ("tell all: back in 5. Then let Anna in.", "back in 5"),
        ("sag alle: bin gleich da und lass Anna rein", "bin gleich da"),
        ("sag alle: bin gleich da und nimm Paul dazu", "bin gleich da"),
        ("tell all: sorry - cancel the meeting", "sorry"),
        ("tell all: sorry and postpone to Friday", "sorry"),
        ("tell all: sorry and resend the link", "sorry"),
    ],
)
def test_a_request_to_the_bot_behind_a_colon_is_told_to_nobody(
    host: FakeStage, said: str, told: str
):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    first, *_, whole = host.told("erin")[-1].offered
    assert first.partition(": ")[2] == told
    assert whole.partition(": ")[2] == said.partition(":")[2].strip()


@pytest.mark.parametrize(
    "said",
    [
        *("please bring the forms and come early", "bring your ID and remove all jewellery"),
        *("fill in the form and add your insurance card", "call us and cancel your other visit"),
        *("update the sheet and rename the tab", "open up, and let us in"),
        *("come early, and let me know if it rains", "sign it and send it to the desk"),
        *("bitte pünktlich sein und sag Bescheid", "Karte mitbringen und nimm Tee mit"),
        *("apportez la carte et prévenez-moi", "venez tôt et annulez votre autre rendez-vous"),
        *("traed la tarjeta y avisa si no vienes", "ven pronto y cancela tu otra cita"),
    ],
)
def test_what_guests_do_themselves_is_told_at_once(host: FakeStage, said: str):
    host.hears("erin", f"tell all: {said}", space=None)
    assert said in host.told("alice@x.com")[-1].text


def test_the_request_behind_a_message_is_for_the_same_meeting(host: FakeStage):
    host.hears("erin", "meet bob@y.com tomorrow 10:00 about the bill", space=None)
    host.hears("erin", "tell all of #1: sorry, then cancel it", space=None)
    assert host.told("erin")[-1].offered[:2] == ["tell all of #1: sorry", "cancel #1"]


@pytest.mark.parametrize(
    "said",
    [
        *("I'm late. no wait, don't send this", "hello - don't send that", "5pm? no, wait"),
        *("ich komme später. Nein, schick das nicht ab", "bin gleich da, nein warte, um 5"),
        *("à demain, enfin non attends", "j'arrive, n'envoie pas", "ya voy. no lo mandes"),
        *("see you at 5, scrap that", "ya voy, no espera"),
    ],
)
def test_what_is_taken_back_is_not_told(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", f"tell alice@x.com: {said}", space=None)
    assert len(host.told("alice@x.com")) == heard


@pytest.mark.parametrize("said", ["please don't send the forms by mail", "bitte nicht vergessen"])
def test_what_is_not_taken_back_is_told(host: FakeStage, said: str):
    host.hears("erin", f"tell alice@x.com: {said}", space=None)
    assert said in host.told("alice@x.com")[-1].text
