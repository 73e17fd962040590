"""Limits on meetings per hour, for a person and for a space."""

from __future__ import annotations

import pytest

from bot.core.domain.limits import Limits
from tests.stories.fake import FakeStage
from tests.stories.test_crashes import BY_MAIL, mailed


def allowed(core: FakeStage, **limits: int) -> FakeStage:
    core.settings(limits=Limits(**limits))
    return core


def test_a_person_over_their_limit_is_told_what_to_do(core: FakeStage):
    allowed(core, per_person=2)
    for _ in range(3):
        core.hears("erin", "meet alice@x.com", space=None)
    assert len(core.told("alice@x.com")) == 2
    told = core.told("erin")[-1].text
    assert "You’ve started 2 meetings in the last hour" in told
    assert "Nobody was invited" in told
    assert "Try again later" in told
    assert "2 meetings" not in core.kept()


def test_a_limit_applies_to_one_person_only(core: FakeStage):
    allowed(core, per_person=1)
    core.makes_host("carl")
    for who in ("erin", "carl"):
        core.hears(who, "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 2


def test_a_space_has_a_limit_of_its_own_which_direct_chats_do_not_count_to(core: FakeStage):
    allowed(core, per_space=2)
    core.hears("erin", "meet", space=None)
    for who in ("erin", "carl", "erin"):
        core.hears(who, "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 2
    assert "This space has started 2 meetings" in core.posted_in("Support")[-1].text
    core.hears("erin", "meet dora@z.net", space=None)
    assert len(core.told("dora@z.net")) == 3


def test_an_hour_later_one_may_again(core: FakeStage):
    allowed(core, per_person=1)
    core.hears("erin", "meet dora@z.net")
    core.passes(minutes=59)
    core.hears("erin", "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 1
    core.passes(minutes=2)
    core.hears("erin", "meet dora@z.net")
    assert len(core.told("dora@z.net")) == 2


def test_later_meetings_count_when_they_are_requested(core: FakeStage):
    allowed(core, per_person=2)
    for hour in ("15:00", "16:00", "17:00"):
        core.hears("erin", f"meet dora@z.net tomorrow {hour}", space=None)
    assert len(core.told("dora@z.net")) == 2


def test_a_meeting_refused_for_a_limit_leaves_nothing_behind(core: FakeStage):
    allowed(core, per_person=1)
    core.hears("erin", "meet", space=None)
    before = core.kept(even_questions=False)
    core.hears("erin", "meet dora@z.net about the boiler", space=None)
    assert core.kept(even_questions=False) == before


def test_a_guest_gets_only_so_many_messages_in_ten_minutes(core: FakeStage):
    allowed(core, messages_per_guest=3)
    core.hears("erin", "meet alice@x.com", space=None)
    for _ in range(4):
        core.hears("erin", "resend alice@x.com", space=None)
    assert len(core.told("alice@x.com")) == 3
    passed_on = [note for note in core.told("erin") if "too many messages" in note.text]
    assert core.opens(passed_on[0].link).role == "guest"
    core.passes(minutes=11)
    core.hears("erin", "resend alice@x.com", space=None)
    assert len(core.told("alice@x.com")) == 4


def test_a_guests_limit_counts_all_requesters_and_that_guest_only(core: FakeStage):
    allowed(core, messages_per_guest=1)
    core.makes_host("carl")
    for who in ("erin", "carl"):
        core.hears(who, "meet alice@x.com", space=None)
    core.hears("carl", "meet dora@z.net", space=None)
    assert [len(core.told(each)) for each in ("alice@x.com", "dora@z.net")] == [1, 1]


def test_who_asks_for_their_own_link_has_not_used_up_what_others_send_them(core: FakeStage):
    allowed(core, messages_per_guest=2)
    core.hears("erin", "meet alice@x.com", space=None)
    for _ in range(3):
        core.hears("alice@x.com", "my link", space=None)
    core.hears("erin", "resend alice@x.com", space=None)
    assert len(core.told("alice@x.com")) == 5
    told = [note.text for who in ("alice@x.com", "erin") for note in core.told(who)]
    assert not any("too many messages" in text for text in told)


def test_each_way_to_a_guest_has_a_limit_of_its_own(core: FakeStage):
    core.settings(limits=Limits(messages_per_guest=1), ways=BY_MAIL)
    core.hears("erin", "meet alice@x.com", space=None)
    assert (len(core.told("alice@x.com")), len(mailed(core))) == (1, 1)


def test_hosts_are_not_limited(core: FakeStage):
    allowed(core, messages_per_guest=1)
    core.hears("erin", "meet", space=None)
    before = len(core.told("erin"))
    for _ in range(3):
        core.hears("erin", "resend me", space=None)
    assert len(core.told("erin")) == before + 3


def test_other_hosts_are_not_limited_either(core: FakeStage):
    allowed(core, messages_per_guest=1)
    core.makes_host("carl")
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", "cohost carl@example.com", space=None)
    for _ in range(2):
        core.hears("erin", "resend all", space=None)
    assert [len(core.told(each)) for each in ("carl", "alice@x.com")] == [3, 1]


@pytest.mark.parametrize("limit", ["texts_per_person", "texts_per_day"])
def test_a_day_has_only_so_many_text_messages(core: FakeStage, limit: str):
    allowed(core, **{limit: 2})
    for number in ("+491713920042", "+491713920043", "+491713920044"):
        core.passes(hours=11)
        core.hears("erin", f"meet {number}", space=None)
    texts = [len(core.texted(f"+49171392004{each}")) for each in "234"]
    assert texts == [1, 1, 0]
    assert any("today’s limit for text messages" in note.text for note in core.told("erin"))


def test_one_persons_text_messages_are_not_anothers(core: FakeStage):
    allowed(core, texts_per_person=1)
    core.makes_host("carl")
    core.hears("erin", "meet +491713920042", space=None)
    core.hears("carl", "meet +491713920043", space=None)
    assert len(core.texted("+491713920043")) == 1


def test_a_guest_may_ask_for_their_link_only_so_often(core: FakeStage):
    allowed(core, links_per_guest=2)
    core.hears("erin", "meet alice@x.com", space=None)
    for _ in range(3):
        core.hears("alice@x.com", "my link", space=None)
        core.passes(minutes=15)
    notes = core.told("alice@x.com")
    assert [bool(note.links) for note in notes] == [True, True, True, False]
    assert "Please use the newest one" in notes[-1].text
    core.passes(hours=1, minutes=1)
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("alice@x.com", "my link", space=None)
    assert core.told("alice@x.com")[-1].links
