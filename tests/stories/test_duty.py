"""When groups of experts are open, who is on duty in them, and who may change that."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.domain.access import Access
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.filed_groups import FiledGroups
from bot.core.domain.guests import Guest
from bot.core.domain.meetings import Preferences
from bot.edges.storage.expert_group_store import GroupStore
from tests.stories.fake import FakeStage


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with a group that asks Carl, then Bob. It is Monday, 9:00 in UTC."""
    core.settings(admins=Access.parse("erin@example.com"))
    core.hears("erin", "group cardiology is @Carl then @Bob")
    return core


def answer(bot: FakeStage) -> str:
    return bot.posted_in("Support")[-1].text


def asked(bot: FakeStage, who: str) -> int:
    """Return how many requests somebody was asked to take."""
    return sum("an expert is needed" in note.text for note in bot.told(who))


def test_a_closed_group_asks_nobody_and_says_when_it_opens(core: FakeStage):
    core.hears("erin", "group cardiology from 10:00 to 18:00 in UTC")
    core.hears("erin", "group front desk is @Carl")
    core.hears("erin", "expert cardiology for alice@x.com")
    assert "cardiology is closed, so I asked nobody. It opens Monday 2 March 2026, 10:00" in answer(
        core
    )
    assert "expert front desk" in answer(core)
    assert asked(core, "carl") == 0
    assert core.told("alice@x.com") == []
    core.passes(hours=1)
    core.hears("erin", "expert cardiology for alice@x.com")
    assert asked(core, "carl") == 1


def test_hours_are_in_the_zone_of_the_group(core: FakeStage):
    core.hears("erin", "group cardiology from 9:00 to 17:30 in New York")
    core.hears("erin", "who is on for cardiology")
    assert "Closed until Monday 2 March 2026, 14:00 (UTC)." in answer(core)
    assert "Every day, 09:00 to 17:30 (America/New_York)" in answer(core)


def test_without_a_zone_nobody_guesses_one(core: FakeStage):
    core.settings(defaults=Preferences(minutes=60, vertical="gen", login=True))
    core.hears("erin", "group cardiology from 10 to 18")
    assert "In which time zone? Nothing changed." in answer(core)
    core.hears("erin", "group cardiology from 10 to 18 in Berlin")
    assert "Every day, 10:00 to 18:00 (Europe/Berlin)" in answer(core)


def test_what_is_left_out_stays_as_it_is(core: FakeStage):
    core.hears("erin", "group cardiology on weekdays from 8 to 18 in UTC led by @Carl")
    core.hears("erin", "group cardiology is @Bob after 5m")
    for each in ("Monday to Friday, 08:00 to 18:00 (UTC)", "Asks: Bob", "Led by Carl"):
        assert each in answer(core)
    core.hears("erin", "group cardiology from 0:00 to 24:00")
    assert "Always open." in answer(core)


def test_hours_that_contradict_are_asked_about(core: FakeStage):
    for said in ("from 8 to 18 from 9 to 17", "from 9 to 5", "from 8:00 to 8:00", "from 8 to 25"):
        core.hears("erin", f"group cardiology {said}")
        assert "is set up" not in answer(core), said
    core.hears("erin", "who is on for cardiology")
    assert "Always open." in answer(core)


def test_leads_change_their_group_and_no_other(core: FakeStage):
    core.hears("erin", "group cardiology led by @Carl")
    core.hears("erin", "group front desk is @Bob")
    core.hears("carl", "group cardiology is @Carl after 4m")
    assert "Asks: Carl" in answer(core)
    for said in (
        "group front desk off",
        "group triage is @Carl",
        "group front desk from 1:00 to 2:00",
    ):
        core.hears("carl", said)
        assert "Nothing changed" in answer(core), said
    core.hears("carl", "group cardiology led by @Bob")
    assert "Only an administrator can choose who leads a group" in answer(core)
    core.hears("bob", "group cardiology off")
    assert "Only an administrator or a lead of the group" in answer(core)
    core.hears("carl", "group cardiology off")
    assert answer(core) == "cardiology is deleted."


def test_a_lead_who_may_no_longer_use_the_bot_changes_nothing(core: FakeStage):
    core.hears("erin", "group cardiology led by @Carl")
    core.settings(access=Access.parse("erin@example.com"))
    core.hears("carl", "group cardiology off")
    core.hears("erin", "experts")
    assert "cardiology" in answer(core)


def test_an_unknown_group_is_answered_with_the_nearest(core: FakeStage):
    core.hears("erin", "who is on for cardology")
    assert answer(core).endswith("Did you mean who is on for cardiology?")
    core.hears("erin", "group cardiologi off")
    assert answer(core).endswith("Did you mean group cardiologi?") or "cardiology" in answer(core)


def test_who_is_off_duty_is_not_asked_until_they_are_back(core: FakeStage):
    core.hears("carl", "off duty until 10:00")
    assert "You’re off duty in cardiology, so I won’t ask you." in answer(core)
    assert "10:00 (UTC); then I’ll ask you again" in answer(core)
    core.hears("erin", "expert cardiology")
    assert (asked(core, "carl"), asked(core, "bob")) == (0, 1)
    core.passes(hours=1)
    core.hears("erin", "expert cardiology")
    assert asked(core, "carl") == 1


def test_without_anybody_on_duty_nobody_waits(core: FakeStage):
    core.hears("carl", "off duty")
    core.hears("bob", "off duty")
    core.hears("erin", "expert cardiology for alice@x.com")
    assert "Nobody in cardiology is on duty now, so I asked nobody." in answer(core)
    assert core.told("alice@x.com") == []
    core.hears("bob", "on duty")
    core.hears("erin", "expert cardiology for alice@x.com")
    assert asked(core, "bob") == 1


def test_a_stand_in_is_asked_and_takes_the_request(core: FakeStage):
    stand_in = core.colleague()
    core.hears("carl", f"swap with {stand_in} until 18:00")
    assert "in your place in cardiology, and I’ve told them." in answer(core)
    assert "Carl Colleague swapped duty with you" in core.told(stand_in)[-1].text
    core.hears("erin", "expert cardiology for alice@x.com")
    assert (asked(core, "carl"), asked(core, stand_in)) == (0, 1)
    core.presses(stand_in, "Take it")
    links = [link for note in core.told(stand_in) for link in note.links]
    assert [core.opens(link).role for link in links] == ["host"]


def test_a_stand_in_who_goes_off_duty_gives_it_back(core: FakeStage):
    stand_in = core.colleague()
    core.hears("carl", f"swap with {stand_in} until 18:00")
    core.hears(stand_in, "off duty", space=None)
    assert (
        "who stood in for you, is off duty now, so I’ll ask you again" in core.told("carl")[-1].text
    )
    core.hears("erin", "expert cardiology")
    assert (asked(core, "carl"), asked(core, stand_in)) == (1, 0)


def test_a_stand_in_who_was_off_duty_does_not_stand_in_again_when_they_are_back(core: FakeStage):
    core.hears("carl", "swap with @Bob until 18:00")
    core.hears("bob", "off duty until 10:00")
    assert answer(core) == (
        "You’re off duty in cardiology, so I won’t ask you. Your swap with Carl Colleague is over."
        " I’ll ask them again, and I’ve told them. That lasts until Monday 2 March 2026, 10:00"
        " (UTC); then I’ll ask you again."
    )
    core.hears("bob", "on duty")
    core.hears("erin", "expert cardiology")
    assert (asked(core, "carl"), asked(core, "bob")) == (1, 0)
    core.passes(minutes=61)
    core.hears("erin", "expert cardiology")
    assert asked(core, "carl") == 2


def test_who_only_stood_in_is_in_no_group_after_that(core: FakeStage):
    stand_in = core.colleague()
    core.hears("carl", f"swap with {stand_in}")
    core.hears("erin", "expert cardiology for alice@x.com")
    core.hears(stand_in, "off duty", space=None)
    assert core.told(stand_in)[-1].text == (
        "Your swap with Carl Colleague is over. I’ll ask them again, and I’ve told them."
    )
    core.hears(stand_in, "on duty", space=None)
    assert core.told(stand_in)[-1].text.startswith("You aren’t named in any group")
    core.presses(stand_in, "Take it")  # what they were asked meanwhile
    links = [link for note in core.told(stand_in) for link in note.links]
    assert [core.opens(link).role for link in links] == ["host"]
    core.hears("carl", f"swap with {stand_in}")
    core.hears("erin", "expert cardiology")
    assert (asked(core, "carl"), asked(core, stand_in)) == (0, 1)


def test_a_stand_in_has_a_stand_in_in_turn(core: FakeStage):
    stand_in = core.colleague()
    core.hears("carl", "swap with @Bob")
    core.hears("bob", f"swap with {stand_in}")
    core.hears("erin", "expert cardiology")
    assert [asked(core, who) for who in ("carl", "bob", stand_in)] == [0, 0, 1]
    core.hears("carl", "on duty")
    assert core.told("bob")[-1].text == "I no longer ask you in place of Carl Colleague."
    core.hears("erin", "expert cardiology")
    assert [asked(core, who) for who in ("carl", "bob", stand_in)] == [1, 0, 1]


def test_nobody_swaps_with_who_is_off_duty(core: FakeStage):
    core.hears("bob", "off duty")
    core.hears("carl", "swap with @Bob")
    assert answer(core) == "Bob Builder is off duty. Nothing changed. Name another colleague."
    core.hears("erin", "expert cardiology")
    assert asked(core, "carl") == 1


def test_a_stand_in_takes_no_requests_of_other_groups(core: FakeStage):
    stand_in = core.colleague()
    core.hears("erin", "group urology is @Bob")
    core.hears("carl", f"swap with {stand_in}")
    core.hears("erin", "expert urology for alice@x.com")
    number = core.posted_in("Support")[-1].number
    core.hears(stand_in, f"take #{number}", space=None)
    assert "isn’t for your groups" in core.told(stand_in)[-1].text


def test_nobody_swaps_with_themselves_or_with_a_stranger(core: FakeStage):
    core.hears("carl", "swap with @Carl until 18:00")
    assert answer(core).startswith("You can’t swap with yourself.")
    core.hears("carl", "swap with nobody@elsewhere.org until 18:00")
    assert "isn’t allowed to use me" in answer(core)
    core.hears("erin", "expert cardiology")
    assert asked(core, "carl") == 1


def test_who_may_no_longer_use_the_bot_is_not_asked(core: FakeStage):
    core.hears("erin", "group cardiology is carl@example.com then bob@example.com")
    core.settings(access=Access.parse("erin@example.com bob@example.com"))
    core.hears("erin", "expert cardiology for alice@x.com about the ECG")
    assert (core.told("carl"), asked(core, "bob")) == ([], 1)
    core.hears("erin", "experts")
    assert (
        "On duty: Bob Builder. I don’t ask Carl Colleague: they aren’t allowed to use me."
        in answer(core)
    )


def test_a_group_of_those_who_may_no_longer_use_the_bot_has_nobody_on_duty(core: FakeStage):
    core.settings(access=Access.parse("erin@example.com"))
    core.hears("erin", "expert cardiology for alice@x.com")
    assert "Nobody in cardiology is on duty now, so I asked nobody." in answer(core)
    core.hears("erin", "who is on for cardiology")
    assert "Nobody is on duty from Monday 2 March 2026, 09:00" in answer(core)


def test_a_stand_in_who_may_no_longer_use_the_bot_gives_it_back(core: FakeStage):
    core.hears("carl", "swap with @Bob")
    core.settings(access=Access.parse("erin@example.com carl@example.com"))
    core.hears("erin", "expert cardiology")
    assert (asked(core, "carl"), asked(core, "bob")) == (1, 0)


def test_nobody_swaps_with_who_may_not_use_the_bot(core: FakeStage):
    core.settings(access=Access.parse("erin@example.com carl@example.com"))
    core.hears("carl", "swap with @Bob")
    assert (
        answer(core) == "Bob Builder isn’t allowed to use me, or isn’t in Webex. Nothing changed."
    )
    core.hears("erin", "group cardiology is @Bob")
    assert (
        answer(core) == "Bob Builder isn’t allowed to use me, or isn’t in Webex. Nothing changed."
    )
    core.hears("erin", "expert cardiology")
    assert (asked(core, "carl"), asked(core, "bob")) == (1, 0)


def test_who_is_in_no_group_is_told_so(core: FakeStage):
    core.hears("erin", "off duty")
    assert answer(core).startswith("You aren’t named in any group, so nothing changed.")


def test_a_group_that_closes_meanwhile_tells_who_asked(core: FakeStage):
    core.hears("erin", "group cardiology from 8:00 to 9:01 in UTC")
    core.hears("erin", "expert cardiology for alice@x.com")
    core.passes(minutes=3)
    assert asked(core, "bob") == 0
    said = core.told("erin")[-1].text
    assert "nobody in it is on duty anymore" in said
    assert "It opens Tuesday 3 March 2026, 08:00 (UTC)." in said


def test_the_list_shows_gaps_of_the_next_two_weeks(core: FakeStage):
    core.hears("carl", "off duty until tomorrow 8:00")
    core.hears("bob", "off duty until 12:00")
    core.hears("erin", "experts")
    gap = "Nobody is on duty from Monday 2 March 2026, 09:00 (UTC) to Monday 2 March 2026, 12:00"
    assert gap in answer(core)


def test_the_same_by_card(core: FakeStage):
    core.hears("erin", "experts")
    core.presses("carl", "I’m off duty")
    assert "You’re off duty" in answer(core)
    core.presses("erin", "cardiology")
    assert "On duty: Bob" in answer(core)
    core.presses("erin", "Ask for an expert")
    assert (asked(core, "carl"), asked(core, "bob")) == (0, 1)


def test_what_is_not_understood_changes_nothing(core: FakeStage):
    for said in ("off duty tomorrow", "off duty from 3pm to 4pm", "swap until 18:00", "swap"):
        core.hears("carl", said)
    core.hears("erin", "expert cardiology")
    assert asked(core, "carl") == 1


def test_a_night_shift_ends_the_next_morning(core: FakeStage):
    core.hears("erin", "group cardiology from 22:00 to 9:30 in UTC")
    core.hears("erin", "who is on for cardiology")
    assert "Open until Monday 2 March 2026, 09:30 (UTC)." in answer(core)
    assert core.clock() == datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


FILED = FiledGroups((ExpertGroup("triage", (Tier(people=(Guest(email="bob@example.com"),)),)),))


def test_what_a_chat_says_wins_over_the_file_until_the_file_is_used_again(core: FakeStage):
    GroupStore(core.database).save_filed(FILED)
    core.hears("erin", "expert triage")
    assert asked(core, "bob") == 1
    core.hears("erin", "group triage is @Carl")
    core.hears("erin", "expert triage")
    assert (asked(core, "bob"), asked(core, "carl")) == (1, 1)
    core.hears("erin", "group triage off")
    core.hears("erin", "expert triage")
    assert "There is no group" in answer(core)
    core.hears("carl", "group triage on")
    assert "Nothing changed" in answer(core)
    core.hears("erin", "group triage on")
    assert "Asks: bob@example.com" in answer(core)


def test_people_of_the_file_take_requests_and_go_off_duty(core: FakeStage):
    GroupStore(core.database).save_filed(FILED)
    core.hears("erin", "expert triage for alice@x.com")
    core.presses("bob", "Take it")
    links = [link for note in core.told("bob") for link in note.links]
    assert [core.opens(link).role for link in links] == ["host"]
    core.hears("bob", "off duty")
    core.hears("erin", "expert triage")
    assert "Nobody in triage is on duty now" in answer(core)


def test_on_call_needs_a_calendar(core: FakeStage):
    core.hears("erin", "group cardiology is on call then @Bob")
    assert "cardiology has no on-call calendar. Nothing changed." in answer(core)


def test_here_means_no_private_chat(core: FakeStage):
    core.hears("erin", "group triage is here", space=None)
    assert "in the group’s own space. Nothing changed." in core.told("erin")[-1].text
    core.hears("erin", "expert triage")
    assert "There is no group" in answer(core)
