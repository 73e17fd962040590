"""Phone numbers as people write them, and never somebody else's."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.core.domain.commands import Add, Command, Guest, Meet, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.text import phone_numbers
from bot.core.parsing.text.mentions import Said
from tests.rows import for_each

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
ALICE = "+491701234567"
BERLIN = "+49301234567"


def heard(sentence: str, region: str = "DE") -> Command:
    return grammar.parse(Said(sentence), NOW, region=region)


@for_each(
    "written",
    [
        "+49 170 1234567",
        "+491701234567",
        "+49 (0)170-1234567",
        "0049 170 1234567",
        "0170 1234567",
        "0170/1234567",
        "0170 - 1234567",
        "0170\N{EN DASH}1234567",
        "(0170) 123 45 67",
        "01 70 12 34 56 7",
        "tel:+491701234567",
        "\N{FULLWIDTH PLUS SIGN}49 \uff11\uff17\uff10 1234567",
        "+49.170.1234567,",
    ],
)
def test_a_number_is_one_person_in_any_spelling(written: str):
    assert heard(f"meet {written}") == Meet((Guest(phone=ALICE),))
    assert heard(f"add {written} to #12").guests == (Guest(phone=ALICE),)


@for_each("written", ["0800 1234567", "0900 1 234567", "+1 900 555 2671", "032 22123"])
def test_a_service_number_is_not_a_guest(written: str):
    assert isinstance(heard(f"meet {written}"), Unclear)


def test_a_number_without_its_country_is_of_the_region_that_was_set():
    assert heard("meet (415) 555-2671 tomorrow 3pm", "US").guests == (Guest(phone="+14155552671"),)
    assert heard("meet 06 12 34 56 78", "FR").guests == (Guest(phone="+33612345678"),)
    assert heard("meet 0170 1234567", "") == Unclear("0170 1234567", Hint.PHONE)


def test_several_numbers_and_addresses_can_be_given():
    people = (Guest(phone=ALICE), Guest(email="bob@y.org"), Guest(phone="+14155552671"))
    assert heard(f"meet {ALICE} bob@y.org and +1 (415) 555-2671") == Meet(people)
    several = heard("meet 0170 1234567 0171 7654321 +33 6 12 34 56 78")
    assert [each.phone for each in several.guests] == [ALICE, "+491717654321", "+33612345678"]


def test_the_same_number_in_two_spellings_is_one_guest():
    assert heard("meet 0170 1234567, +49 170 1234567") == Meet((Guest(phone=ALICE),))


@for_each("written", ["<+49 170 1234567>", "(+491701234567)", f"<{ALICE}>"])
def test_a_name_may_stand_before_a_number_in_brackets(written: str):
    named = Guest(phone=ALICE, name="Alice Smith")
    assert heard(f"meet Alice Smith {written} about lunch") == Meet((named,), "lunch")


@for_each(
    ("said", "meant"),
    [
        ("2 guests", Meet((Guest(phone=BERLIN),), spare=2)),
        ("5 hosts", Meet((Guest(phone=BERLIN),), hosts=5)),
        ("for 45 min", Meet((Guest(phone=BERLIN),), minutes=45)),
        ("45 minutes", Meet((Guest(phone=BERLIN),), minutes=45)),
    ],
)
def test_a_count_after_a_phone_number_is_not_part_of_it(said: str, meant: Meet):
    assert heard(f"meet +49 30 1234567 {said}") == meant


@for_each("said", ["25.11. 14:30", "25 november 14:30", "2030-11-25 14:30"])
def test_a_day_after_a_phone_number_is_not_part_of_it(said: str):
    meeting = heard(f"meet +49 30 1234567 {said}")
    assert meeting.guests == (Guest(phone=BERLIN),)
    assert meeting.opens == datetime(2030, 11, 25, 14, 30, tzinfo=UTC)


@for_each("said", ["+49 12", "0170 123", "+49 170 1234567 1530", "+999 123456789"])
def test_an_invalid_number_leads_to_a_question(said: str):
    assert heard(f"meet {said}") == Unclear(said, Hint.PHONE)


@for_each("said", ["030 1234 0567 1234", "04 0170 1234567"])
def test_digits_that_may_be_one_number_or_two_are_asked_about(said: str):
    assert heard(f"meet {said}") == Unclear(said, Hint.PHONES)
    assert heard("meet 03012340567 1234").guests
    assert heard("meet 03012340567 1234") == heard("meet 030123405671234")


@for_each("day", ["02-12-2030", "2-12-2030", "01-12-2030", "2030-12-02", "2030/12/02"])
def test_a_date_is_not_a_phone_number(day: str):
    said = heard(f"meet alice@x.com {day} 15:30", "DE")
    assert isinstance(said, Unclear) or [each.phone for each in said.guests] == [""]


def test_digits_of_a_subject_stay_there():
    guests = (Guest(email="alice@x.com"),)
    assert heard("meet alice@x.com about order 0012345678") == Meet(guests, "order 0012345678")
    assert heard('meet alice@x.com "call 0170 1234567"') == Meet(guests, "call 0170 1234567")
    doubtful = heard("meet alice@x.com about why 0170 1234567 rang")
    assert doubtful == Unclear(ALICE, Hint.SUBJECT)


def test_a_command_without_people_reads_no_numbers():
    assert heard("join 0170 123 4567").number == "01701234567"


def test_a_parsed_number_can_be_said_again():
    for said in ("meet 0170 1234567", f"add Alice <{ALICE}> to #3", f"resend {ALICE} of #12"):
        command = heard(said)
        assert grammar.parse(Said(grammar.say(command)), NOW) == command


def test_more_numbers_than_a_sentence_is_worth_are_not_judged():
    many = ", ".join(f"+49 170 12345{each:02}" for each in range(phone_numbers.MOST_NUMBERS + 1))
    assert heard(f"meet {many}").hint is Hint.TOO_MANY


def test_a_guest_with_a_number_does_not_print():
    guest = Guest(phone=ALICE, name="Alice")
    assert "170" not in repr(guest)
    assert "170" not in repr(Add((guest,)))
