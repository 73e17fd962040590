"""People read their own language: hosts by their default, guests by what is known of them."""

from __future__ import annotations

import re

import pytest

from tests.stories.fake import FakeStage
from tests.stories.stage import Stage

INVITED = {
    "en": "invites you to a video meeting about “the roof”.",
    "de": "lädt Sie zum Videogespräch „the roof“ ein.",
    "fr": "vous invite à une visioconférence : « the roof ».",
    "es": "le invita a una videollamada sobre «the roof».",
    "it": "La invita a una videochiamata su «the roof».",
    "pt": "convida você para uma videochamada sobre “the roof”.",
    "nl": "nodigt u uit voor een videogesprek over ‘the roof’.",
    "ja": "さんから「the roof」についてのビデオ会議への招待です。",
}
DAYS = {
    "en": "Thursday 5 March 2026, 14:30 (Europe/Berlin, UTC+01:00)",
    "de": "Donnerstag, 5. März 2026, 14:30 Uhr (Europe/Berlin, UTC+01:00)",
    "fr": "jeudi 5 mars 2026 à 14:30 (Europe/Berlin, UTC+01:00)",
    "es": "jueves, 5 de marzo de 2026, 14:30 (Europe/Berlin, UTC+01:00)",
    "it": "giovedì 5 marzo 2026, 14:30 (Europe/Berlin, UTC+01:00)",
    "pt": "quinta-feira, 5 de março de 2026, 14:30 (Europe/Berlin, UTC+01:00)",
    "nl": "donderdag 5 maart 2026, 14:30 (Europe/Berlin, UTC+01:00)",
    "ja": "2026年3月5日木曜日 14:30（Europe/Berlin, UTC+01:00）",
}
CALLED = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "ja": "Japanese",
}
BEGUN = {
    "en": "The video meeting started 7 minutes ago",
    "de": "Das Videogespräch hat vor 7 Minuten begonnen",
    "fr": "La visioconférence a commencé il y a 7 minutes",
    "es": "La videollamada empezó hace 7 minutos",
    "it": "La videochiamata è iniziata 7 minuti fa",
    "pt": "A videochamada começou há 7 minutos",
    "nl": "Het videogesprek is 7 minuten geleden begonnen",
    "ja": "ビデオ会議は7 分前に始まりました",
}
READY = {
    "fr": "Votre réunion est prête :",
    "es": "Su reunión está lista:",
    "de": "Ihr Meeting ist bereit:",
}


def newest(bot: Stage, who: str) -> str:
    return bot.told(who)[-1].text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("code", INVITED)
def test_a_guest_reads_the_language_that_the_command_names(core: FakeStage, code: str):
    core.hears("erin", f"meet alice@x.com in {CALLED[code]} about the roof")
    assert INVITED[code] in newest(core, "alice@x.com")


def test_a_late_reminder_says_in_each_language_how_long_ago_it_began(core: FakeStage):
    at = {"en": "com", "ja": "jp"}
    guests = {f"anna@x.{at.get(code, code)}": begun for code, begun in BEGUN.items()}
    core.hears("erin", f"meet {' '.join(guests)} tomorrow 15:00")
    core.restarts_after(hours=30, minutes=7)
    assert {who: newest(core, who).partition(".")[0].partition("。")[0] for who in guests} == guests


@pytest.mark.parametrize("code", DAYS)
def test_no_language_lets_a_date_be_misread(core: FakeStage, code: str):
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    core.hears("erin", f"meet alice@x.com at 2026-03-05 14:30 in {CALLED[code]}")
    assert DAYS[code] in newest(core, "alice@x.com")


@pytest.mark.whole
def test_a_guest_in_french_gets_french_and_the_host_their_own(bot: Stage):
    bot.hears("erin", "meet alice@x.com in French about the roof", space=None)
    assert INVITED["fr"] in newest(bot, "alice@x.com")
    host, receipt = bot.told("erin")
    assert "Your meeting is ready: “the roof”" in host.text
    assert "1 guest invited" in receipt.text


def test_in_a_mixed_meeting_each_guest_reads_their_own_language(core: FakeStage):
    guests = {"max@x.de": "de", "eva@x.at": "de", "rin@x.co.jp": "ja", "ana@x.com.br": "pt"}
    guests |= {"lea@x.fr": "fr", "gia@x.it": "it", "jan@x.nl": "nl", "sol@x.es": "es"}
    guests |= {"alice@x.com": "en", "urs@x.ch": "en"}
    core.hears("erin", f"meet {', '.join(guests)} about the roof")
    for guest, code in guests.items():
        assert INVITED[code] in newest(core, guest)


def test_a_japanese_address_is_a_last_hint(core: FakeStage):
    core.hears("erin", "meet rin@x.jp about the roof")
    assert INVITED["ja"] in newest(core, "rin@x.jp")
    core.hears("erin", "meet rin@x.jp in English about the roof")
    assert INVITED["en"] in newest(core, "rin@x.jp")
    core.hears("erin", "defaults language german", space=None)
    core.hears("erin", "meet rin@x.jp about the roof")
    assert INVITED["de"] in newest(core, "rin@x.jp")


@pytest.mark.parametrize(("code", "ready"), READY.items())
def test_a_host_reads_their_usual_language(core: FakeStage, code: str, ready: str):
    core.hears("erin", f"defaults language {code}", space=None)
    core.hears("erin", "meet alice@x.com", space=None)
    assert ready in core.told("erin")[-2].text
    assert "1 guest invited" not in core.told("erin")[-1].text


def test_a_german_host_reads_everything_in_german(bot: Stage):
    bot.hears("erin", "defaults language de", space=None)
    assert "Sprache: Deutsch" in bot.told("erin")[-1].text
    bot.hears("erin", "meet alice@x.com tomorrow 15:00 for 90m about Dach", space=None)
    _, host, receipt = bot.told("erin")
    assert "Ihr Meeting ist bereit: „Dach“" in host.text
    assert "1 Gast eingeladen zu" in receipt.text
    assert "alice@x.com: per Direktnachricht eingeladen" in receipt.text
    assert "1 Stunde 30 Minuten" in newest(bot, "alice@x.com")
    bot.presses("erin", "30 Min. verlängern")
    assert "dauert jetzt bis" in bot.told("erin")[-1].text
    bot.hears("erin", "cancel", space=None)
    assert "1 Gast informiert" in bot.told("erin")[-1].text
    assert "hat das Videogespräch „Dach“ abgesagt" in newest(bot, "alice@x.com")
    bot.hears("erin", "defaults language en", space=None)


def test_help_is_german_and_so_are_its_examples(core: FakeStage):
    core.hears("erin", "defaults language de", space=None)
    core.hears("erin", "help", space=None)
    note = core.told("erin")[-1]
    assert "Was Sie hier schreiben können" in note.text
    assert "absagen – ein Meeting absagen" in note.text
    core.presses("erin", "Meine Meetings")
    assert "Sie haben keine Meetings" in core.told("erin")[-1].text


def test_a_host_whose_language_is_for_guests_alone_reads_english(core: FakeStage):
    core.hears("erin", "defaults language ja", space=None)
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    assert "1 guest invited" in core.told("erin")[-1].text
    assert INVITED["ja"] in newest(core, "alice@x.com")


def test_a_guest_keeps_the_language_of_their_invitation(core: FakeStage):
    core.hears("erin", "meet alice@x.com in French", space=None)
    core.hears("alice@x.com", "my link", space=None)
    assert "vous invite" in newest(core, "alice@x.com")
    core.hears("erin", "resend all", space=None)
    assert "vous invite" in newest(core, "alice@x.com")
    core.hears("erin", "cancel", space=None)
    assert "a annulé la visioconférence" in newest(core, "alice@x.com")


def test_more_guests_may_read_another_language(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "add bob@x.com in Italian", space=None)
    assert INVITED["it"] in newest(core, "bob@x.com")


def test_a_space_reads_its_usual_language(core: FakeStage):
    core.hears("erin", "defaults language es")
    core.hears("erin", "meet about the roof")
    [told] = [each.text for each in core.posted_in("Support") if each.links]
    assert "Videollamada sobre «the roof»." in told


def test_an_unknown_language_is_reported(core: FakeStage):
    core.hears("erin", "meet alice@x.com in Polish", space=None)
    said = core.told("erin")[-1].text
    assert "I don’t speak “Polish”. I speak English, Deutsch, français" in said
    assert core.told("alice@x.com") == []


def test_a_stranger_is_refused_in_their_language(core: FakeStage):
    stranger = core.world.add_person("Yui Sato", "yui@other.jp").email
    core.hears(stranger, "meet", space=None)
    [note] = core.told(stranger)
    assert re.search("[ぁ-ん]", note.text)
    assert not re.search("[A-Za-z]{3}", note.text.replace("my link", ""))


def test_the_form_offers_the_languages_of_the_invitation(core: FakeStage):
    core.hears("erin", "plan", space=None)
    core.presses("erin", "Invite", people="alice@x.com", language="in Spanish", subject="the roof")
    assert INVITED["es"] in newest(core, "alice@x.com")


def test_people_are_invited_in_the_language_they_chose(bot: Stage):
    bot.hears("carl", "defaults language fr", space=None)
    bot.hears("erin", "meet @Carl @Bob about the roof")
    assert INVITED["fr"] in newest(bot, "carl")
    assert INVITED["en"] in newest(bot, "bob")
    bot.hears("erin", "meet @Carl in Spanish about the roof")
    assert INVITED["es"] in newest(bot, "carl")
    bot.hears("carl", "defaults language en", space=None)


def test_a_french_host_in_a_german_space_gets_french_direct_messages(core: FakeStage):
    core.hears("erin", "defaults language de")
    core.hears("erin", "defaults language fr", space=None)
    core.hears("erin", "meet alice@x.com about the roof")
    assert "1 Gast eingeladen" in core.posted_in("Support")[-1].text
    assert "Votre réunion est prête : « the roof »" in newest(core, "erin")
