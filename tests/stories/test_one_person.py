"""Somebody who is mentioned and named by address is one guest."""

from __future__ import annotations

import pytest

from bot.sandbox.webex.faults import Reset
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_more_links import started

MENTIONED, ADDRESSED = "@Bob", "bob@example.com"
BOTH_WAYS = pytest.mark.parametrize(
    ("first", "then"), [(MENTIONED, ADDRESSED), (ADDRESSED, MENTIONED)]
)


def guests_of(bot: Stage) -> list[str]:
    """Return a line for each guest of Erin's last meeting."""
    bot.hears("erin", "status")
    return [each for each in bot.told("erin")[-1].html.split("<li>") if "invited by" in each]


@pytest.mark.whole
@BOTH_WAYS
def test_a_person_named_both_ways_gets_one_link(bot: Stage, first: str, then: str):
    bot.hears("erin", f"meet {first} alice@x.com {then}")
    assert len(bot.told("bob")) == len(bot.told("alice@x.com")) == 1
    assert bot.posted_in("Support")[-1].text.count("bob@example.com") == 1
    bot.hears("erin", "resend bob@example.com")
    assert len(bot.told("bob")) == 2


@BOTH_WAYS
def test_a_person_added_under_their_other_name_is_one_guest(core: FakeStage, first: str, then: str):
    started(core, f"meet {first}")
    core.hears("erin", f"add {then} and alice@x.com")
    assert len(guests_of(core)) == 2
    core.hears("erin", "extend 15m")
    assert len([note for note in core.told("bob") if note.links]) == 1
    core.hears("erin", "cancel")
    assert sum("cancelled the video meeting" in note.text for note in core.told("bob")) == 1


@BOTH_WAYS
def test_a_guest_is_found_under_their_other_name(core: FakeStage, first: str, then: str):
    started(core, f"meet {first} alice@x.com")
    core.hears("erin", f"resend {then}")
    assert [len(core.told(who)) for who in ("bob", "alice@x.com")] == [2, 1]
    before = len(core.told("erin"))
    core.hears("erin", f"text for {then}")
    assert len(core.told("erin")) == before + 1
    assert len(guests_of(core)) == 2


def test_webex_is_not_asked_about_people_without_need(core: FakeStage):
    for said in ("meet alice@x.com dora@z.net", "meet @Bob @Carl", "meet @Bob +491713920042"):
        core.hears("erin", said)
        before = core.calls_of("/people")
        core.hears("erin", "resend all")
        core.hears("erin", "resend @Bob" if "@Bob" in said else "resend me")
        assert core.calls_of("/people") == before
    assert before == 3  # one for each meeting, beside what people wait for


def test_others_are_who_they_are(core: FakeStage):
    started(core, "meet @Bob dora@z.net")
    core.hears("erin", "add @Carl and emil@z.net")
    assert len(guests_of(core)) == 4
    core.hears("erin", "resend alice@x.com")
    assert "Not invited to #1 yet: alice@x.com" in core.posted_in("Support")[-1].text


def test_everybody_gets_a_link_even_if_webex_does_not_identify_them(core: FakeStage):
    core.faults = [Reset(path="/people", times=None)]
    core.hears("erin", "meet @Bob bob@example.com alice@x.com")
    assert [len(core.told(who)) for who in ("bob", "alice@x.com")] == [2, 1]


def test_a_replay_without_a_persons_identity_keeps_its_path(core: FakeStage):
    def once_bob_has_a_link(_: int) -> bool:
        core.faults = [Reset(path="/people", times=None)] if core.told("bob") else []
        return bool(core.told("bob"))

    core.engine.crashes = once_bob_has_a_link
    core.hears("erin", "meet bob@example.com @Bob alice@x.com")
    assert core.faults != []
    assert [len(core.told(who)) for who in ("bob", "alice@x.com")] == [1, 1]
