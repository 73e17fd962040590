"""A host's message is passed on to guests, in the way that each of them was invited."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_crashes import BY_MAIL, NO_MAIL, PHONE


@pytest.mark.whole
def test_everybody_is_told_by_the_way_they_were_invited(bot: Stage):
    bot.hears("erin", f"meet alice@x.com {PHONE} about the roof", space=None)
    bot.hears("erin", "tell all: I am 10 minutes late", space=None)
    note = bot.told("alice@x.com")[-1]
    assert "Message from Erin" in note.text
    assert "about the video meeting “the roof”" in note.text
    assert "“I am 10 minutes late”" in note.text
    assert "I am 10 minutes late" in bot.texted(PHONE)[-1]
    assert "passed your message on to 2 guests" in bot.told("erin")[-1].text


def test_a_guest_by_email_reads_it_there_and_answers_the_host(core: FakeStage):
    core.settings(ways=BY_MAIL)
    core.hears("erin", "meet dora@z.net about the roof", space=None)
    core.hears("erin", "tell dora@z.net: bring the plan from evil.example", space=None)
    letter = core.mailed("dora@z.net")[-1]
    assert "Message from Erin" in letter.subject
    assert letter.message["Reply-To"].endswith("erin@example.com")
    assert "evil.example" not in letter.text
    assert "the plan" in letter.html
    assert not letter.calendar


def test_only_those_named_are_told(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@z.net", space=None)
    core.hears("erin", "tell alice@x.com that we meet on the 3rd floor", space=None)
    assert "3rd floor" in core.told("alice@x.com")[-1].text
    assert "3rd floor" not in core.told("carl@z.net")[-1].text


@pytest.mark.parametrize(
    "said", ["<@all> look", "https://evil.example/x", "evil.example", "write to eve@evil.example"]
)
def test_the_words_do_nothing(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", f"tell all: {said}", space=None)
    note = core.told("alice@x.com")[-1]
    assert "href" not in note.html
    assert "spark-mention" not in note.html
    assert "evil.example" not in note.text


def test_what_is_said_in_the_message_is_not_a_command(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "sag allen: ich sage das Meeting ab", space=None)
    assert "ich sage das Meeting ab" in core.told("alice@x.com")[-1].text
    core.hears("erin", "tell all: cancel, bob@y.com and 030 123456 are ill?", space=None)
    assert "are ill?" in core.told("alice@x.com")[-1].text
    assert core.told("bob@y.com") == []


def test_a_question_of_a_guest_is_not_asked_back(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "tell alice@x.com: are you coming?", space=None)
    assert "are you coming?" in core.told("alice@x.com")[-1].text


def test_a_long_message_is_not_cut(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", f"tell all: {'word ' * 120}", space=None)
    assert "at most 500 characters" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == 1


def test_so_many_messages_an_hour_are_passed_on(core: FakeStage):
    core.hears("erin", "meet alice@x.com for 3h", space=None)
    for number in range(12):
        core.hears("erin", f"tell all: part {number}", space=None)
    assert len(core.told("alice@x.com")) == 1 + 10
    assert "at most 10 messages an hour" in core.told("erin")[-1].text
    core.passes(hours=1, minutes=1)
    core.hears("erin", "tell all: part 13", space=None)
    assert "part 13" in core.told("alice@x.com")[-1].text


def test_who_was_not_reached_is_said(core: FakeStage):
    core.settings(ways=BY_MAIL)
    core.hears("erin", "meet dora@z.net", space=None)
    core.faults = [NO_MAIL]
    core.hears("erin", "tell all: I am late", space=None)
    assert "couldn’t reach dora@z.net" in core.told("erin")[-1].text
    assert len(core.mailed("dora@z.net")) == 1


def test_nobody_else_is_told_and_nobody_else_may_tell(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "tell dora@z.net: hello", space=None)
    assert "Not invited to #1" in core.told("erin")[-1].text
    core.hears("carl", "tell all of #1: hello", space=None)
    assert core.told("dora@z.net") == []
    assert len(core.told("alice@x.com")) == 1
    core.hears("erin", "cancel #1", space=None)
    before = len(core.told("alice@x.com"))
    core.hears("erin", "tell all of #1: hello", space=None)
    assert len(core.told("alice@x.com")) == before


def test_the_subject_of_a_discreet_meeting_stays_with_the_host(core: FakeStage):
    core.settings(discreet=True)
    core.hears("erin", "meet alice@x.com about the merger")
    core.hears("erin", "tell all: I am late")
    assert "merger" not in core.told("alice@x.com")[-1].text
    assert not any("late" in note.text for note in core.posted_in("Support"))


def test_being_late_suggests_it(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "I'm 10 minutes late", space=None)
    assert len(core.told("alice@x.com")) == 1
    core.hears("erin", "yes", space=None)
    assert "“I'm 10 minutes late”" in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize(
    ("said", "passed_on"),
    [
        ("sag allen, dass ich im Stau stehe", "ich im Stau stehe"),
        ("dis à tous: j’arrive", "j’arrive"),
        ("avisa a todos que llego tarde", "llego tarde"),
        ("let the guests know: sofort", "sofort"),
    ],
)
def test_it_is_understood_in_each_language(core: FakeStage, said: str, passed_on: str):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", said, space=None)
    if "Did you mean" in core.told("erin")[-1].text:
        core.hears("erin", "yes", space=None)
    assert f"“{passed_on}”" in core.told("alice@x.com")[-1].text
