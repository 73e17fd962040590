"""More links to a meeting: add, resend, my link, handover, cohost."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from bot.sandbox.webex.faults import Html200, RefuseDirect
from tests.stories.fake import FakeStage
from tests.stories.stage import MOST_GUESTS, Note, Stage


def started(bot: Stage, said: str = "meet alice@x.com about the invoice") -> Note:
    """Have Erin start a meeting; return her own message."""
    before = {note.id for note in bot.told("erin")}
    bot.hears("erin", said)
    [note] = [each for each in bot.told("erin") if each.id not in before and each.links]
    return note


def meetings_of(bot: Stage, *people: str) -> set[str]:
    return {
        bot.opens(link).meeting for who in people for note in bot.told(who) for link in note.links
    }


@pytest.mark.whole
def test_an_added_guest_joins_the_same_meeting(bot: Stage):
    started(bot)
    bot.hears("erin", "add @Bob and carl@z.net")
    assert len(meetings_of(bot, "erin", "alice@x.com", "bob", "carl@z.net")) == 1
    assert "2 guests invited" in bot.posted_in("Support")[-1].text


def test_a_button_adds_people_like_the_sentence(bot: Stage):
    note = started(bot)
    bot.presses("erin", "Invite", note, people="carl@z.net, dora@z.net")
    assert len(meetings_of(bot, "erin", "alice@x.com", "carl@z.net", "dora@z.net")) == 1


def test_more_are_not_added_than_a_meeting_may_have(core: FakeStage):
    guests = [f"guest{each}@many.org" for each in range(MOST_GUESTS)]
    started(core, f"meet {' '.join(guests)}")
    core.hears("erin", "add alice@x.com")
    assert f"{MOST_GUESTS + 1} guests" in core.posted_in("Support")[-1].text
    assert core.told("alice@x.com") == []


def test_spare_links_are_added_to_an_existing_meeting(core: FakeStage):
    started(core)
    core.hears("erin", "add 2 guests")
    note, receipt = core.told("erin")[-1], core.posted_in("Support")[-1]
    assert [core.opens(link).role for link in note.links] == ["guest", "guest"]
    assert len(meetings_of(core, "erin", "alice@x.com")) == 1
    assert receipt.text.startswith("More links are ready for “the invoice” (#1).")
    assert "Erin Expert has 2 guest links to share" in receipt.text
    core.hears("erin", "add carl@z.net and a guest", space=None)
    assert len(core.told("carl@z.net")) == 1


def test_spare_links_added_in_private_are_one_message(core: FakeStage):
    started(core)
    before = len(core.told("erin"))
    core.hears("erin", "add 3 guests", space=None)
    [note] = core.told("erin")[before:]
    assert len(note.links) == 3


def test_no_more_spare_links_are_added_than_a_meeting_may_have_guests(core: FakeStage):
    started(core)
    core.hears("erin", f"add {MOST_GUESTS} guests")
    assert f"{MOST_GUESTS + 1} guests" in core.posted_in("Support")[-1].text


def test_the_host_gets_a_fresh_link(bot: Stage):
    started(bot)
    bot.hears("erin", "resend me", space=None)
    first, again = bot.told("erin")
    assert first.link != again.link
    assert len(meetings_of(bot, "erin")) == 1
    assert bot.opens(again.link).role == "host"


@pytest.mark.whole
def test_a_guest_who_lost_the_link_is_sent_another(bot: Stage):
    started(bot)
    bot.hears("erin", "resend alice@x.com")
    assert len(meetings_of(bot, "alice@x.com")) == 1
    assert len(bot.told("alice@x.com")) == 2
    assert "alice@x.com: sent" in bot.posted_in("Support")[-1].text


def test_all_get_fresh_links_by_sentence_and_by_button(core: FakeStage):
    note = started(core, "meet alice@x.com @Bob")
    core.hears("erin", "resend all")
    core.presses("erin", "More…", note)
    core.presses("erin", "Resend to everybody")
    assert [len(core.told(who)) for who in ("alice@x.com", "bob")] == [3, 3]
    assert len(meetings_of(core, "erin", "alice@x.com", "bob")) == 1


def test_spare_and_space_links_are_resent_once_where_they_were(bot: Stage):
    number = started(bot, "meet alice@x.com here").number
    bot.makes_host("carl")
    bot.hears("erin", f"cohost @Carl of #{number}")
    for _ in range(2):
        bot.hears("erin", f"resend all of #{number}")
    assert len(meetings_of(bot, "erin", "alice@x.com", "carl")) == 1
    in_space = [link for note in bot.posted_in("Support") for link in note.links]
    assert [bot.opens(link).role for link in in_space] == ["guest"]
    assert "replaced by a newer one" in bot.posted_in("Support")[0].text
    assert "the link for everyone: sent" in bot.posted_in("Support")[-1].text
    assert len(bot.told("carl")) == 3


def test_links_to_hand_on_stay_with_the_host_who_has_them(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet 3 guests 2 hosts", space=None)
    core.hears("erin", "cohost carl@example.com", space=None)
    core.hears("carl", "resend all of #1", space=None)
    core.hears("erin", "resend all of #1", space=None)
    roles = [core.opens(link).role for note in core.told("erin") for link in note.links]
    assert sorted(roles) == ["guest"] * 3 + ["host"] * 4
    assert [len(note.links) for note in core.told("carl") if note.links] == [1, 1, 1]
    core.hears("erin", "status", space=None)
    assert "links to share: 3" in core.told("erin")[-1].text


def test_each_host_gets_the_links_that_they_share_and_no_others(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet 3 guests", space=None)
    core.hears("erin", "cohost carl@example.com", space=None)
    core.hears("carl", "add 2 guests to #1", space=None)
    before = {who: len(core.told(who)) for who in ("erin", "carl")}
    core.hears("erin", "resend all of #1", space=None)
    fresh = {who: [note.links for note in core.told(who)[seen:]] for who, seen in before.items()}
    assert {who: sorted(map(len, links)) for who, links in fresh.items()} == {
        "erin": [1, 3],
        "carl": [1, 2],
    }


def test_resend_sends_nothing_to_people_who_were_not_invited(core: FakeStage):
    started(core)
    core.hears("erin", "resend bob@example.com")
    assert "Not invited to #1" in core.posted_in("Support")[-1].text
    assert core.told("bob") == []


def test_a_guest_who_uses_another_command_is_told_about_my_link(core: FakeStage):
    stranger = core.stranger()
    started(core, f"meet {stranger}")
    core.hears(stranger, "who are you talking about", space=None)
    assert "Say my link if you need your link again" in core.told(stranger)[-1].text
    core.hears(stranger, "my link", space=None)
    assert core.opens(core.told(stranger)[-1].link).role == "guest"


@pytest.mark.whole
def test_a_guest_asks_for_their_own_link_and_gets_nobody_elses(bot: Stage):
    stranger = bot.stranger()
    started(bot, f"meet {stranger} @Bob")
    bot.hears(stranger, "my link", space=None)
    first, again = bot.told(stranger)
    assert first.link != again.link
    assert bot.opens(again.link).role == "guest"
    assert len(bot.told("bob")) == 1


@pytest.mark.parametrize("invited", ["alice@x.com", "@Alice"])
def test_asking_for_ones_own_link_does_not_add_a_guest(core: FakeStage, invited: str):
    core.space("Customers", "erin", "alice")
    core.hears("erin", f"meet {invited} about the roof", "Customers")
    core.hears("erin", "status", "Customers")
    before = core.told("erin")[-1].text
    core.hears("alice", "my link", space=None)
    core.hears("erin", "status", "Customers")
    assert core.told("erin")[-1].text == before
    core.hears("erin", "extend 15m", "Customers")
    assert len([note for note in core.told("alice") if note.links]) == 1
    core.hears("erin", "cancel", "Customers")
    assert sum("cancelled the video meeting" in note.text for note in core.told("alice")) == 1
    assert "told 1 guest" in core.posted_in("Customers")[-1].text


def test_my_link_gives_nothing_to_people_who_were_not_invited(core: FakeStage):
    started(core)
    core.hears("bob", "my link", space=None)
    [note] = core.told("bob")
    assert "any meeting you’re invited to" in note.text


@pytest.mark.whole
def test_a_handover_makes_a_colleague_the_host_and_tells_the_former_one(bot: Stage):
    number = started(bot).number
    bot.makes_host("carl")
    bot.hears("erin", "handover @Carl")
    [to_carl] = bot.told("carl")
    assert to_carl.text.startswith("Erin Expert handed over “the invoice”")
    assert bot.opens(to_carl.link).role == "host"
    assert len(meetings_of(bot, "erin", "carl")) == 1
    assert "I removed my message with your host link" in bot.told("erin")[-1].text
    assert "is now the host" in bot.posted_in("Support")[-1].text
    bot.hears("carl", f"add @Bob to #{number}")
    assert len(meetings_of(bot, "bob", "carl")) == 1


@pytest.mark.parametrize("said", ["handover @Erin", "cohost erin@example.com"])
def test_somebody_who_is_already_a_host_gets_no_other_link(core: FakeStage, said: str):
    started(core)
    core.hears("erin", said)
    assert "You’re already a host of “the invoice” (#1)" in core.posted_in("Support")[-1].text
    assert len(core.told("erin")) == 1


@pytest.mark.whole
def test_a_colleague_is_found_by_address_too(bot: Stage):
    started(bot)
    bot.makes_host("carl")
    bot.hears("erin", "cohost carl@example.com")
    [to_carl] = bot.told("carl")
    assert to_carl.text.startswith("Erin Expert made you a host of “the invoice”")
    assert bot.opens(to_carl.link).role == "host"
    assert "their own host link" in bot.posted_in("Support")[-1].text
    bot.hears("erin", "cohost nobody.yet@z.net")
    assert "Mention your colleague" in bot.posted_in("Support")[-1].text


def test_only_people_who_may_host_get_a_host_link(core: FakeStage):
    started(core)
    core.hears("erin", "cohost alice@x.com")
    core.hears("erin", "cohost nobody.yet@y.org")
    texts = [note.text for note in core.posted_in("Support")]
    assert "isn’t allowed to use me" in texts[-2]
    assert "Mention your colleague" in texts[-1]
    assert {core.opens(link).role for note in core.told("alice@x.com") for link in note.links} == {
        "guest"
    }


def test_an_unreachable_colleague_does_not_become_a_host(core: FakeStage):
    started(core)
    core.faults = [RefuseDirect(email="carl@example.com", times=None)]
    core.hears("erin", "handover @Carl")
    assert "didn’t get the host link" in core.posted_in("Support")[-1].text
    core.faults = []
    core.hears("erin", "extend 30m")
    core.hears("erin", "resend all")
    assert core.told("carl") == []
    core.hears("carl", "cancel #1", space=None)
    assert "You don’t have an open meeting" in core.told("carl")[-1].text


@pytest.mark.parametrize("said", ["extend 30m #1", "resend all of #1"])
def test_a_host_who_may_no_longer_use_the_bot_gets_no_fresh_host_link(core: FakeStage, said: str):
    started(core)
    core.makes_host("carl")
    core.hears("erin", "cohost @Carl")
    [before] = core.told("carl")
    core.settings(access=Access.parse("erin@example.com"))
    core.hears("erin", said)
    links = [link for note in core.told("carl") for link in note.links]
    assert links in ([before.link], [])
    assert core.opens(core.told("erin")[-1].link).role == "host"


@pytest.mark.parametrize("said", ["my link", "resend me", "resend all", "resend all of #1"])
def test_nor_do_they_by_asking_for_it_themselves(core: FakeStage, said: str):
    started(core)
    core.makes_host("carl")
    core.hears("erin", "cohost @Carl")
    before = len(core.told("carl"))
    core.settings(access=Access.parse("erin@example.com"))
    core.hears("carl", said, space=None)
    assert [link for note in core.told("carl")[before:] for link in note.links] == []


def test_a_host_who_may_no_longer_use_the_bot_is_reminded_without_a_host_link(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet alice@x.com tomorrow 15:00")
    core.hears("erin", "cohost @Carl")
    core.settings(access=Access.parse("erin@example.com"))
    before = len(core.told("carl"))
    core.passes(days=2)
    assert [note for note in core.told("carl")[before:] if note.links] == []


def test_no_links_no_half_promises(core: FakeStage):
    started(core)
    core.faults = [Html200(path="joseencrypt", times=None)]
    core.hears("erin", "add @Bob")
    assert "I couldn’t get new links" in core.posted_in("Support")[-1].text
    assert core.told("bob") == []


@pytest.mark.whole
def test_nobody_acts_on_another_persons_meeting(bot: Stage):
    number = started(bot).number
    for said in ("add dora@z.net to", "resend all of", "cancel", "extend 30m", "status"):
        bot.hears("carl", f"{said} #{number}", space=None)
    assert all(f"an open meeting #{number}" in note.text for note in bot.told("carl"))
    assert len(bot.told("carl")) == 5
    assert len(bot.told("alice@x.com")) == 1


def test_a_meeting_is_meant_by_number_by_words_and_by_nothing(core: FakeStage):
    for subject in ("the red boiler", "the blue boiler", "the roof"):
        started(core, f"meet about {subject}")
    for said, meant in [("", 3), (" to #1", 1), (" to the blue boiler", 2), (" to roof", 3)]:
        core.hears("erin", f"add dora@z.net{said}", space=None)
        assert f"(#{meant})" in core.told("erin")[-1].text


@pytest.mark.whole
def test_two_that_fit_are_asked_about_with_buttons(bot: Stage):
    first = started(bot, "meet about the red boiler").number
    started(bot, "meet about the blue boiler")
    bot.hears("erin", "add dora@z.net to boiler", space=None)
    assert "Which meeting do you mean?" in bot.told("erin")[-1].text
    assert bot.told("dora@z.net") == []
    bot.presses("erin", f"#{first} the red boiler")
    assert "the red boiler" in bot.told("dora@z.net")[0].text


def test_a_question_says_if_more_meetings_fit_than_buttons(core: FakeStage):
    for place in ("attic", "barn", "cellar", "den", "eaves", "foyer"):
        started(core, f"meet about the boiler in the {place}")
    core.hears("erin", "cancel boiler", space=None)
    question = core.told("erin")[-1]
    assert "older ones fit too. Say meetings" in question.text
    assert "attic" not in question.text
    assert len(question.card["actions"]) == 5
    core.hears("erin", "cancel #1", space=None)
    core.hears("erin", "cancel boiler", space=None)
    assert "older ones" not in core.told("erin")[-1].text


def test_a_link_that_is_given_later_says_until_when_and_not_for_how_long(core: FakeStage):
    started(core, "meet alice@x.com")
    core.passes(minutes=40)
    for said in ("resend all", "add bob@example.com"):
        core.hears("erin", said, space=None)
    core.hears("alice@x.com", "my link", space=None)
    for who in ("alice@x.com", "bob", "erin"):
        last = [note for note in core.told(who) if note.links][-1]
        assert "works until Monday 2 March 2026, 10:00 (UTC)" in last.text
        assert "for 1 hour" not in last.text
