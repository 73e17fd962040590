"""Texts for phones: as short as an SMS, and safe."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core import replies
from bot.core.diagnosis.door_checks import LONGEST_FOR_TEXTS, of_doors
from bot.core.diagnosis.findings import TrafficLight
from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.steps.sms_steps import PhoneMessage, empty_message
from bot.core.wording import sms_length
from bot.core.wording.languages import NAMES
from bot.process.translations import spoken
from tests.core.test_inert import hostile
from tests.core.test_texts import LINKS, within_address
from tests.rows import for_each

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
LINK = "https://instant.webex.com/visit/aB3dE5f"
IN_GSMS_ALPHABET = sorted(set(NAMES) - {"ja"})


DOOR = "/j/abcdefghijklmnopqrstuvwxyz0"


def invited(code: str, subject: str | None = None, link: str = LINK) -> PhoneMessage:
    meeting = Meeting("sub", "erin", "erin@example.com", NOW, NOW + timedelta(hours=1), subject)
    empty = empty_message(meeting, "+491713920042", "seed")
    return replies.invitation_text(spoken(code), meeting, GuestLink(link), UTC, empty)


@for_each("code", IN_GSMS_ALPHABET)
def test_an_invitation_is_one_sms_of_160_characters(code: str):
    text = invited(code, "the roof").text
    assert "the roof" in text
    assert sms_length.messages(text) == 1
    assert sms_length.length(text) > 70  # else it would be one in any alphabet, and prove nothing


@for_each("code", IN_GSMS_ALPHABET)
def test_the_longest_address_that_the_doctor_lets_pass_leaves_room_for_an_invitation(code: str):
    url = f"https://{'x' * (LONGEST_FOR_TEXTS - 8)}"
    [reached] = of_doors(url, reached=True, texts=True)
    assert reached.light is TrafficLight.GREEN
    assert sms_length.messages(invited(code, link=url + DOOR).text) == 1


def test_the_doctor_says_that_an_address_is_too_long_for_texts_if_texts_are_sent():
    url = f"https://{'x' * (LONGEST_FOR_TEXTS - 7)}"
    _, warned = of_doors(url, reached=True, texts=True)
    assert (warned.light, "51 characters" in warned.says) == (TrafficLight.AMBER, True)
    assert [each.light for each in of_doors(url, reached=True, texts=False)] == [TrafficLight.GREEN]


def test_the_doctor_says_what_to_forward_if_guests_do_not_reach_their_pages():
    [warned] = of_doors("https://bot.example.com", reached=False, texts=False)
    assert warned.light is TrafficLight.AMBER
    assert all(path in warned.do for path in ("/j/", "/h/", "/d/", "/lost"))
    [bare] = of_doors(None, reached=False, texts=True)
    assert bare.light is TrafficLight.GREEN


@for_each(
    ("code", "said", "written"),
    [
        ("fr", "l’été à la plage", "l'été à la plage"),
        ("it", "perché… così – sì", "perché... così - sì"),
        ("es", "la reunión está aquí", "la reunion esta aqui"),
        ("pt", "a ligação não está má", "a ligacao nao esta ma"),
        ("de", "„Łódź“ • Straße", '"Lodz" - Straße'),
    ],
)
def test_a_subject_is_written_in_gsms_alphabet_and_stays_one_sms(
    code: str, said: str, written: str
):
    text = invited(code, said).text
    assert sms_length.messages(text) == 1
    assert f'"{written}"' in text


def test_a_japanese_text_is_as_short_as_possible():
    assert sms_length.messages(invited("ja", "屋根の修理について").text) <= 2


@given(said=hostile, code=st.sampled_from(sorted(NAMES)))
def test_a_phone_makes_a_link_of_the_link_and_of_nothing_that_people_write(said: str, code: str):
    text = invited(code, said).text
    assert text.count(LINK) == 1
    found = [each for each in LINKS.match(text) or () if not within_address(each, text)]
    assert [each.text for each in found] == [LINK]
    assert "\n" not in text
