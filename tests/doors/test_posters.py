"""Administrators hang posters of desks, replace them, and take them down."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from tests.doors.callers import desk_at, pages_of, poster_in, scanned, text_of
from tests.doors.conftest import DOORS_AT
from tests.rows import for_each
from tests.stories.fake import FakeStage

A4, A5 = (1191, 1684), (840, 1191)
"""Pixels of a page, two for each point."""


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    core.settings(admins=Access.parse("erin@example.com"), organisation="Szpital Śląski")
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here", space="Cardiology")
    return core


def test_a_poster_is_a4_and_a5_and_its_code_leads_to_the_desk(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology in German and English")
    pages = pages_of(poster_in(core))
    assert [each.size for each in pages] == [A4, A5]
    [address] = {scanned(each) for each in pages}
    assert address.startswith(f"{DOORS_AT}/d/")
    said = text_of(poster_in(core))
    german, english = "Sprechen Sie mit uns per Video", "Talk to us by video"
    words = ("Szpital Śląski", "Front desk", german, english, address.partition("://")[2])
    at = [said.index(each) for each in words]
    assert at == sorted(at)
    assert "Digits" not in said


def test_a_long_name_stays_on_the_page(core: FakeStage):
    core.settings(organisation="Universitätsklinikum " * 8)
    core.hears("erin", f"poster {'w' * 40} for cardiology in German, French and Spanish with code")
    for page in pages_of(poster_in(core)):
        assert scanned(page)
        width, height = page.size
        edges = [
            (0, 0, 20, height),
            (width - 20, 0, width, height),
            (0, height - 20, width, height),
        ]
        assert all(page.convert("L").crop(each).getextrema() == (255, 255) for each in edges)


@for_each(
    ("language", "headline"),
    [
        ("English", "Talk to us by video"),
        ("German", "Sprechen Sie mit uns per Video"),
        ("French", "Parlez-nous en vidéo"),
        ("Spanish", "Hable con nosotros por vídeo"),
        ("Italian", "Ci parli in video"),
        ("Portuguese", "Fale connosco por vídeo"),
        ("Dutch", "Praat met ons via video"),
        ("Japanese", "ビデオでお話しください"),
    ],
)
def test_a_poster_can_be_in_every_language(core: FakeStage, language: str, headline: str):
    core.hears("erin", f"poster front desk for cardiology in {language}")
    assert headline in text_of(poster_in(core))


@for_each(
    ("sentence", "organisation", "looks"),
    [
        ("poster front desk for cardiology in Japanese", "", True),
        ("poster front desk for cardiology in German", "東京総合病院", True),
        ("poster front desk for cardiology in French", "Γιατρός, Śląski, Больница – “1” №", False),
    ],
)
def test_letters_that_are_not_in_the_file_are_told_of(
    core: FakeStage, sentence: str, organisation: str, looks: bool
):
    core.settings(organisation=organisation)
    core.hears("erin", sentence)
    assert ("Check it before you print it" in core.posted_in("Support")[-2].text) == looks


def test_without_a_language_a_poster_has_that_of_whoever_asks_and_english(core: FakeStage):
    core.hears("erin", "defaults language german", space=None)
    core.hears("erin", "poster front desk for cardiology", space=None)
    said = text_of(core.pictures_in(core.told("erin")[-1])[0])
    assert 0 < said.index("Sprechen Sie mit uns per Video") < said.index("Talk to us by video")


def test_the_same_poster_is_printed_again_and_a_new_one_has_another_address(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology in French")
    first = desk_at(core)
    core.hears("erin", "poster front desk")
    assert desk_at(core) == first
    assert "Parlez-nous en vidéo" in text_of(poster_in(core))
    core.hears("erin", "poster front desk new")
    assert desk_at(core) != first
    assert "please replace it" in core.posted_in("Support")[-2].text


def test_a_desk_named_like_a_group_calls_it(core: FakeStage):
    core.hears("erin", "poster cardiology")
    assert "It calls cardiology" in core.posted_in("Support")[-2].text


@for_each(
    ("sentence", "answer"),
    [
        (
            "poster front desk",
            "Which group should front desk call? Say: poster front desk for cardiology",
        ),
        ("poster front desk for urology", "There is no group “urology”. "),
        ("poster front desk off", "There is no poster for front desk."),
        ("poster front desk new", "There is no poster for front desk."),
    ],
)
def test_what_is_missing_is_asked_for(core: FakeStage, sentence: str, answer: str):
    core.hears("erin", sentence)
    assert answer in core.posted_in("Support")[-1].text


def test_the_group_is_chosen_by_a_button(core: FakeStage):
    core.hears("erin", "poster front desk in French")
    core.presses("erin", "cardiology")
    assert "Parlez-nous en vidéo" in text_of(poster_in(core))


def test_an_unknown_group_is_answered_with_the_nearest(core: FakeStage):
    core.hears("erin", "group triage is @Bob led by @Carl")
    core.hears("erin", "poster hatch for cardology")
    assert core.posted_in("Support")[-1].text == (
        "There is no group “cardology”. Did you mean poster hatch for cardiology?"
    )
    core.presses("erin", "cardiology")
    assert "Hatch" in text_of(poster_in(core))


def test_a_lead_who_mistypes_a_group_is_offered_their_own(core: FakeStage):
    core.hears("erin", "group triage is @Bob led by @Carl")
    core.hears("carl", "poster ward 3 for triag")
    assert core.posted_in("Support")[-1].text == (
        "There is no group “triag”. Did you mean poster ward 3 for triage?"
    )
    core.hears("carl", "poster ward 3 for cardology")
    note = core.posted_in("Support")[-1]
    assert "cardiology" not in note.text + str(note.card)
    core.hears("bob", "poster ward 3 for triag")
    assert "Only an administrator" in core.posted_in("Support")[-1].text


def test_a_poster_is_taken_down_and_used_again_by_a_button(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology")
    desk = desk_at(core)
    core.presses("erin", "Take down")
    assert core.desks.view(desk).state == "off"
    core.presses("erin", "Use it again")
    assert desk_at(core) == desk
    assert core.desks.view(desk).state == "ready"


def test_a_poster_gets_another_address_by_a_button(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology")
    before = desk_at(core)
    core.presses("erin", "New address")
    assert core.posted_in("Support")[-1].text == (
        "Posters already up will say they’re no longer in use. Make a new address for Front"
        " desk? Press the button or say yes; otherwise nothing changes."
    )
    assert core.desks.view(before).state == "ready"
    core.presses("erin", "Yes, make a new address")
    assert desk_at(core) != before
    assert core.desks.view(before).state == "moved"


def test_a_screen_gets_another_address_by_a_button_after_a_question(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology on a screen")
    before = core.told("erin")[-1].text
    core.presses("erin", "New address", core.posted_in("Support")[-1])
    said = core.posted_in("Support")[-1].text
    assert said.startswith("The page on its screen will stop working. Make a new address")
    core.hears("erin", "yes")
    assert core.told("erin")[-1].text != before


def test_digits_and_screens_come_and_go(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology with code")
    first = desk_at(core)
    assert "Digits: " in text_of(poster_in(core))
    core.hears("erin", "poster front desk new")
    assert "Digits: " in text_of(poster_in(core))
    core.hears("erin", "poster front desk on a screen")
    core.hears("erin", "poster front desk without code")
    assert "Digits" not in text_of(poster_in(core))
    view = core.desks.view(desk_at(core))
    assert (view.asks_code, view.by_screen) == (False, False)
    assert desk_at(core) != first


def test_only_administrators_hang_posters(core: FakeStage):
    core.hears("carl", "poster front desk for cardiology")
    said = core.posted_in("Support")[-1]
    assert "Only an administrator" in said.text
    assert core.pictures_in(said) == []
    core.hears("erin", "poster front desk for cardiology")
    desk = desk_at(core)
    core.hears("carl", "poster front desk off")
    core.hears("carl", "poster front desk new")
    assert core.desks.view(desk).state == "ready"


def test_leads_hang_the_posters_of_their_own_groups(core: FakeStage):
    core.hears("erin", "group urology is @Bob led by @Carl", space="Cardiology")
    core.hears("carl", "poster ward 3 for urology")
    ward = desk_at(core)
    core.hears("carl", "poster front desk for cardiology")
    assert "Only an administrator" in core.posted_in("Support")[-1].text
    core.hears("erin", "poster front desk for cardiology")
    for sentence in ("poster front desk for urology", "poster front desk off"):
        core.hears("carl", sentence)
        assert "Only an administrator" in core.posted_in("Support")[-1].text
    core.hears("carl", "poster ward 3 off")
    assert core.desks.view(ward).state == "off"


def test_without_pages_there_are_no_posters(core: FakeStage):
    core.settings(doors_at="")
    core.hears("erin", "poster front desk for cardiology")
    assert "my pages, which can’t be reached" in core.posted_in("Support")[-1].text


def test_the_address_of_a_screen_is_told_in_private(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology on a screen")
    assert "/d/" not in "".join(each.text for each in core.posted_in("Support"))
    assert "/d/screen/" in core.told("erin")[-1].text


@pytest.mark.parametrize("at", range(5))
def test_a_poster_is_one_wherever_the_engine_dies(core: FakeStage, at: int):
    core.engine.crashes = lambda position: position == at
    core.hears("erin", "poster front desk for cardiology", space=None)
    posters = [each for each in core.told("erin") if core.pictures_in(each)]
    assert len({scanned(pages_of(core.pictures_in(each)[0])[0]) for each in posters}) == 1


@for_each(
    "said",
    [
        "the poster fell off the wall",
        "das Plakat hängt schief",
        "the poster for cardiology is torn",
    ],
)
def test_talk_about_a_poster_makes_none(core: FakeStage, said: str):
    core.hears("erin", said)
    assert "Which group should" in core.posted_in("Support")[-1].text
    assert core.pictures_in(core.posted_in("Support")[-1]) == []
