"""In discreet mode, only hosts learn what a meeting is about and who is in it."""

from __future__ import annotations

import pytest

from bot.sandbox.webex.faults import NotFoundYet, RefuseDirect
from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.stage import Note, Stage
from tests.stories.test_more_links import meetings_of

PHONE = "+491713920042"
MAIL = "dora@z.net"
SUBJECT = "the knee of Mr Miller"
GUESTS = f"alice@x.com {PHONE} {MAIL} @Bob"
TELLING = ("alice", PHONE, PHONE[3:], MAIL, "dora", "bob", "knee", "miller")
"""What nobody but the host may read in what the bot says, in small letters."""

STARTED = f"meet {GUESTS} tomorrow 15:00 about {SUBJECT}"


def openly(bot: Stage) -> list[Note]:
    return bot.posted_in("Support")


def to_guests(bot: Stage) -> list[str]:
    mails = [f"{each.subject} {each.text} {each.html} {each.calendar}" for each in bot.mailed(MAIL)]
    direct = [note.text for who in ("alice@x.com", "bob") for note in bot.told(who)]
    return [*mails, *direct, *bot.texted(PHONE)]


def telling(text: str) -> list[str]:
    return [each for each in TELLING if each in text.casefold()]


@pytest.mark.whole
def test_a_space_reads_how_many_have_a_link_and_the_host_reads_who(bot: Stage):
    bot.hears("erin", STARTED)
    [note] = openly(bot)
    assert "4 of 4 guests have a link." in note.text
    receipt = bot.told("erin")[-1].text
    assert telling(receipt) == ["alice", PHONE, PHONE[3:], MAIL, "dora", "bob", "knee", "miller"]
    assert f"{PHONE}: text message sent" in receipt


@pytest.mark.whole
def test_guests_are_invited_without_what_it_is_about(bot: Stage):
    bot.hears("erin", STARTED)
    told = to_guests(bot)
    assert len(told) == 4
    assert not any("knee" in each.casefold() for each in told)
    assert "knee" in bot.told("erin")[0].text


@pytest.mark.parametrize(
    "sentence",
    [
        "add carl@z.net",
        "resend all",
        f"resend {PHONE}",
        f"text for {PHONE}",
        "text for all",
        "status",
        "meetings",
        "status of the knee",
        "extend 30m",
        "extend alice",
        "handover @Carl",
        "cohost @Carl",
        "cohost alice@x.com",
        "cancel",
        "cancel the knee",
        f"met {GUESTS} about {SUBJECT}",
        f"meet {GUESTS} about {SUBJECT} with Room 12",
        f"meet {GUESTS} 500 guests about {SUBJECT}",
        f"meet @Bob's friend {MAIL} for 99h about {SUBJECT}",
    ],
)
def test_no_command_names_a_person_in_the_space(core: FakeStage, sentence: str):
    core.hears("erin", STARTED)
    core.makes_host("carl")
    before = len(core.told("erin"))
    core.hears("erin", sentence)
    core.passes(days=2)
    assert [telling(note.text) for note in openly(core) if telling(note.text)] == []
    assert [note for note in openly(core) if note.cards] == []
    assert len(core.told("erin")) > before or sentence.startswith("cancel")
    assert not any("knee" in each.casefold() for each in to_guests(core))


def test_the_choice_between_two_meetings_is_made_in_private(bot: Stage):
    bot.hears("erin", "meet alice@x.com about the elbow of Mr Miller")
    bot.hears("erin", "meet @Bob about the elbow of somebody else")
    bot.hears("erin", "extend the elbow")
    [first, _] = bot.told("erin")[-1].cards[0]["content"]["actions"]
    bot.presses("erin", first["title"])
    assert "Links were sent" in bot.told("erin")[-1].text
    said = "".join(note.text for note in openly(bot))
    assert telling(said) == []
    assert "elbow" not in said


def test_a_form_requested_in_a_space_starts_the_meeting_in_private(core: FakeStage):
    core.hears("erin", "plan")
    assert openly(core) == []
    core.presses("erin", "Invite", people="alice@x.com", subject=SUBJECT)
    assert openly(core) == []
    assert "alice" in core.told("erin")[-1].text
    assert len(meetings_of(core, "erin", "alice@x.com")) == 1


def test_a_link_for_the_space_says_nothing_but_that_and_spare_links_are_with_the_host(bot: Stage):
    bot.hears("erin", f"meet here about {SUBJECT}")
    [note] = openly(bot)
    assert bot.opens(note.link).role == "guest"
    assert telling(note.text) == []
    bot.hears("erin", f"meet 2 guests about {SUBJECT}")
    assert "the host has the links" in openly(bot)[-1].text


def test_who_was_not_reached_is_counted_in_the_space_and_named_in_private(bot: Stage):
    bot.faults = [
        RefuseDirect(email="alice@x.com", times=None),
        NotFoundYet(path="/events", times=None),
        NotFoundYet(path="/smtp", times=None),
    ]
    bot.hears("erin", f"meet alice@x.com @Bob {PHONE} about {SUBJECT}")
    assert "1 of 3 guests have a link." in openly(bot)[-1].text
    assert telling("".join(note.text for note in openly(bot))) == []
    assert f"{PHONE}: not reached" in bot.told("erin")[-1].text


def test_a_space_reads_no_names_if_the_host_cannot_be_reached_in_private(core: FakeStage):
    core.faults = [RefuseDirect(email="erin@example.com", times=None)]
    core.hears("erin", f"meet {GUESTS} about {SUBJECT}")
    said = [note.text for note in openly(core)]
    assert "4 of 4 guests have a link." in said[-1]
    assert telling("".join(said)) == []
    assert "Something went wrong" not in "".join(said)


def test_a_button_that_was_moved_to_private_answers_there_alone(core: FakeStage):
    core.hears("erin", f"meeet alice@x.com about {SUBJECT}")
    question, before = core.told("erin")[-1], len(openly(core))
    core.presses("erin", question.card["actions"][0]["title"], question)
    after = core.told("erin")[core.told("erin").index(question) + 1 :]
    assert [note.text.split()[0] for note in after] == ["Your", "1"]  # the links, the receipt
    assert len(openly(core)) == before


@pytest.mark.parametrize("subject", ["Ann Miller *12.03.1961", "MRN 4711083", "case 2026/1234"])
def test_a_subject_that_identifies_a_person_is_warned_about_in_private(
    core: FakeStage, subject: str
):
    core.hears("erin", f'meet alice@x.com about "{subject}"')
    assert any("please leave it out" in note.text for note in core.told("erin"))
    core.hears("erin", "meet alice@x.com about the invoice of May 2026")
    assert sum("please leave it out" in note.text for note in core.told("erin")) == 1


@for_each(
    "who", ["", "alice@x.com", "3 guests", "alice@x.com 3 guests", "alice@x.com qr", "2 hosts"]
)
@for_each("space", ["Support", None])
def test_the_warning_comes_once_whoever_is_invited_and_wherever(
    core: FakeStage, who: str, space: str | None
):
    before = len(core.told("erin"))
    core.hears("erin", f'meet {who} about "MRN 4711083"', space=space)
    told = core.told("erin")[before:]
    assert sum(note.text.count("please leave it out") for note in told) == 1
    assert "leave it out" not in "".join(note.text for note in openly(core))


def test_a_host_reads_in_private_in_their_own_language(core: FakeStage):
    core.hears("erin", "defaults language de")
    core.hears("erin", "defaults language fr", space=None)
    core.hears("erin", "meet alice@x.com @Bob")
    assert "2 von 2 Gästen haben einen Link." in openly(core)[-1].text
    assert "invitations envoyées pour" in core.told("erin")[-1].text


def test_a_guest_finds_no_meeting_by_a_hidden_subject(core: FakeStage):
    core.hears("erin", f"meet bob@example.com about {SUBJECT}", space=None)
    for said, links in (("resend me of knee", 1), ("resend me of elbow", 1), ("resend me", 2)):
        core.hears("bob", said, space=None)
        assert len([note for note in core.told("bob") if note.links]) == links
