"""A guest is no longer invited: they are told, and get no more links."""

from __future__ import annotations

import pytest

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Delivery, Role, Way
from bot.core.steps.ledger_steps import RecordDeliveries, RemoveGuests
from bot.sandbox.webex.faults import Fault, Reset, ServerError
from bot.sandbox.webex.model import Change
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_crashes import BY_MAIL, NO_ALICE, PHONE


@pytest.mark.whole
def test_who_is_removed_is_told_and_their_link_is_gone_from_the_chat(bot: Stage):
    bot.hears("erin", "meet alice@x.com carl@z.net about the roof", space=None)
    bot.hears("erin", "remove alice@x.com", space=None)
    notes = bot.told("alice@x.com")
    assert notes[0].text == "This invitation was withdrawn."
    assert "has withdrawn your invitation to the video meeting about “the roof”" in notes[-1].text
    said = bot.told("erin")[-1].text
    assert "No longer invited to “the roof”" in said
    assert "can’t be taken back. It works until" in said
    assert len(bot.told("carl@z.net")) == 1


@pytest.mark.parametrize(
    "said", ["extend 30m", "resend all", "move it 2 hours later", "tell all: hello", "text for all"]
)
def test_nothing_reaches_them_any_more(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com carl@z.net", space=None)
    core.hears("erin", "remove alice@x.com", space=None)
    before = len(core.told("alice@x.com"))
    core.hears("erin", said, space=None)
    core.hears("erin", "resend alice@x.com of #1", space=None)
    assert "Not invited to #1" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == before
    assert "alice" not in core.told("erin")[-2].text


def test_they_get_neither_their_link_nor_a_reminder_nor_the_cancellation(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@z.net tomorrow 15:00", space=None)
    core.hears("erin", "remove alice@x.com", space=None)
    before = len(core.told("alice@x.com"))
    core.passes(hours=29, minutes=55)
    core.hears("erin", "cancel #1", space=None)
    assert len(core.told("alice@x.com")) == before
    core.hears("alice@x.com", "my link", space=None)
    assert core.told("alice@x.com")[-1].links == []


def test_who_is_added_again_is_a_guest_again(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "remove alice@x.com", space=None)
    core.hears("erin", "add alice@x.com", space=None)
    assert core.opens(core.told("alice@x.com")[-1].link).role == "guest"
    core.hears("erin", "status", space=None)
    assert "no longer invited" not in core.told("erin")[-1].text
    core.hears("erin", "remove alice@x.com", space=None)
    assert "has withdrawn your invitation" in core.told("alice@x.com")[-1].text
    core.hears("erin", "status", space=None)
    assert "alice@x.com: no longer invited" in core.told("erin")[-1].text


def test_by_email_the_calendar_is_told_and_takes_a_later_invitation(core: FakeStage):
    core.settings(ways=BY_MAIL)
    core.hears("erin", "meet dora@z.net about the roof tomorrow 15:00", space=None)
    core.hears("erin", "remove dora@z.net", space=None)
    core.hears("erin", "add dora@z.net", space=None)
    invited, removed, again = (each.calendar for each in core.mailed("dora@z.net"))
    assert "METHOD:CANCEL" in removed
    assert "METHOD:REQUEST" in again

    def lines(calendar: str, name: str) -> list[str]:
        return [each for each in calendar.splitlines() if each.startswith(name)]

    for name in ("UID", "SEQUENCE"):
        assert lines(invited, name) == lines(removed, name) == lines(again, name)


def test_by_text_message_they_are_told(core: FakeStage):
    core.hears("erin", f"meet {PHONE}", space=None)
    core.hears("erin", f"remove {PHONE}", space=None)
    assert "has withdrawn your invitation" in core.texted(PHONE)[-1]


def test_the_text_that_the_host_should_pass_on_is_withdrawn(core: FakeStage):
    core.faults = [NO_ALICE]
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "remove alice@x.com", space=None)
    assert not [
        note
        for note in core.told("erin")
        if "/visit/" in note.text and "guest" in [core.opens(each).role for each in note.links]
    ]
    assert "couldn’t tell alice@x.com" in core.told("erin")[-1].text


def test_a_link_for_everyone_in_the_space_is_named(core: FakeStage):
    core.hears("erin", "meet alice@x.com here")
    core.hears("erin", "remove alice@x.com")
    assert "link for everyone in the space still works" in core.posted_in("Support")[-1].text


def test_nobody_else_is_removed(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "remove dora@z.net alice@x.com", space=None)
    assert "Not invited to #1: dora@z.net. Nothing changed" in core.told("erin")[-1].text
    core.hears("carl", "remove alice@x.com from #1", space=None)
    assert len(core.told("alice@x.com")) == 1


def test_a_removed_guest_is_not_passed_on(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "remove alice@x.com", space=None)
    before = len(core.told("erin"))
    core.hears("alice@x.com", "why, what did I do wrong?", space=None)
    assert len(core.told("erin")) == before


def test_the_subject_of_a_discreet_meeting_stays_with_the_host(core: FakeStage):
    core.settings(discreet=True)
    core.hears("erin", "meet alice@x.com about the merger")
    core.hears("erin", "remove alice@x.com")
    assert "merger" not in core.told("alice@x.com")[-1].text
    assert not any("alice" in note.text for note in core.posted_in("Support"))


@pytest.mark.parametrize(
    ("who", "fault"),
    [
        ("dora@z.net", Reset(path="/smtp", times=9)),
        (PHONE, ServerError(503, path="/events", times=6)),
    ],
)
@pytest.mark.parametrize("again", [False, True])
def test_a_late_invitation_does_not_go_out_to_somebody_who_was_removed_meanwhile(
    core: FakeStage, who: str, fault: Fault, again: bool
):
    """Another process removes them; who is invited once more gets it after all."""
    core.settings(ways=BY_MAIL)
    guest = Guest(phone=who) if who == PHONE else Guest(email=who)
    way = Way.PHONE if who == PHONE else Way.MAIL

    def meanwhile(change: Change) -> None:
        if change.kind != "messages:created" or "not reached yet" not in change.subject.text:
            return
        core.performer.perform(RemoveGuests(1, (guest.identity,)))
        if again:
            anew = Delivery(Role.GUEST, guest, way, message_id="another message")
            core.performer.perform(RecordDeliveries(1, (anew,)))

    core.world.watch(meanwhile)
    core.faults = [fault]
    core.hears("erin", f"meet {who} bob@example.com", space=None)
    assert bool(core.mailed(who) or core.texted(who)) == again
    assert len(core.told("bob")) == 1


def test_who_is_a_host_as_well_stays_one_and_it_is_said(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet carl@example.com alice@x.com about the roof", space=None)
    core.hears("erin", "cohost carl@example.com", space=None)
    core.hears("erin", "remove carl@example.com", space=None)
    assert "Still a host of #1, with a host link: carl" in core.told("erin")[-1].text.replace(
        "Carl Colleague (carl@example.com)", "carl"
    )
