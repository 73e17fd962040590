"""Who may do what: every command by everybody who could say it."""

from __future__ import annotations

from itertools import product

import pytest

from bot.core.domain.access import Access
from bot.core.parsing.grammar import RULES
from tests.stories.fake import FakeStage
from tests.stories.stage import Note

OF_A_MEETING = {
    "add": "add dora@z.net to #{}",
    "resend": "resend alice@x.com of #{}",
    "handover": "handover carl@example.com of #{}",
    "cohost": "cohost carl@example.com of #{}",
    "extend": "extend #{} 30m",
    "cancel": "cancel #{}",
    "status": "status #{}",
    "text for": "text for alice@x.com of #{}",
    "remove": "remove alice@x.com from #{}",
    "tell": "tell all of #{}: the roof is on fire",
    "move": "move #{} to tomorrow 3pm",
    "rename": "rename #{} the contract",
    "again": "again #{}",
    "let in": "let in all of #{}",
    "reply": "reply all of #{} coming",
}
OF_ONESELF = {
    "meet": "meet dora@z.net",
    "meetings": "meetings",
    "devices": "devices",
    "defaults": "defaults",
    "join": "join 123456789",
    "host": "host 123456789",
    "plan": "plan",
    "help": "help",
    "about": "about",
    "check": "check",
    "experts": "experts",
    "expert": "expert cardiology",
    "who is on for": "who is on for cardiology",
    "on duty": "on duty",
    "off duty": "off duty",
    "swap": "swap with carl@example.com",
}
ELSEWHERE = {
    "tell host",
    "my link",
    "group",
    "take",
    "not me",
    "give back",
    "keep waiting",
    "next shift",
    "poster",
    "desk",
}
"""Commands whose askers are tested below, and by the stories of invited
colleagues, experts and posters."""

HOSTS = ("requester", "co-host")
COLLEAGUES = ("colleague", "administrator", "invited colleague", "former host")
OUTSIDERS = ("guest", "stranger")
ROLES = (*HOSTS, *COLLEAGUES, *OUTSIDERS, "another bot")

ADMINISTRATORS = "Only this bot’s administrators"
SERVED, UNKNOWN, REFUSED, SILENCE = (
    "served",
    "You don’t have an open meeting",
    "for people in my own",
    "",
)
HANDED_OVER = "Please ask Erin Expert, who is the host now"
INVITED = "You are invited"
PASSED_ON, NO_MORE = "I passed your message on", "can’t pass on any more messages"
NOT_INVITED = "any meeting you’re invited to"
NOT_DONE = (UNKNOWN, REFUSED, NOT_INVITED, ADMINISTRATORS, HANDED_OVER)


def test_the_matrix_has_every_command():
    assert {rule.name for rule in RULES} - ELSEWHERE == OF_A_MEETING.keys() | OF_ONESELF.keys()


def expected(command: str, role: str, space: str | None) -> str:
    """Hosts alone touch a meeting, colleagues ask for what is theirs, others for nothing.

    What a guest says in private is words for their host, unless they ask what they are invited to.
    """
    if role == "another bot":
        return SILENCE
    if command == "my link":
        return SERVED if role in ("guest", "invited colleague", *HOSTS) else NOT_INVITED
    if role in OUTSIDERS:
        in_private = INVITED if command in ("help", "meetings") else PASSED_ON
        return in_private if role == "guest" and space is None else REFUSED
    if command == "check":
        return SERVED if role == "administrator" else ADMINISTRATORS
    if role == "former host" and command in OF_A_MEETING:
        # What they handed over they can look up and no more.
        return SERVED if command == "status" else HANDED_OVER
    return SERVED if role in HOSTS or command in OF_ONESELF else UNKNOWN


@pytest.fixture
def town(core: FakeStage) -> tuple[FakeStage, int, dict[str, str]]:
    """A meeting of Erin's in a space that Bob moderates, and everybody who has a part in it."""
    stranger = core.stranger()
    other = core.world.add_person("Other Bot", "other@webex.bot").email
    helper = core.world.add_person("Ina Invited", "ina@example.com").email
    cohost = core.world.add_person("Cora Cohost", "cora@example.com").email
    former = core.world.add_person("Fay Former", "fay@example.com").email
    parts = ("erin", cohost, "carl", "bob", helper, former, "alice@x.com", stranger, other)
    people = dict(zip(ROLES, parts, strict=True))
    core.space("Ward", "bob", *(each for each in parts if each != "bob"), locked=True)
    note = started_in(core, "Ward", f"meet alice@x.com {helper}")
    for each in (cohost, former):
        core.hears("erin", f"cohost {each} of #{note.number}", space=None)
    core.hears(former, f"handover erin@example.com of #{note.number}", space=None)
    for who in people.values():
        core.makes_host(who)
    core.settings(admins=Access.parse("bob@example.com"))
    return core, note.number, people


def started_in(core: FakeStage, space: str, said: str) -> Note:
    core.hears("erin", said, space=space)
    return core.told("erin")[-1]


def heard(core: FakeStage, who: str, said: str, space: str | None) -> str:
    """Return all that the bot said to it, wherever."""
    before = {note.id for note in core.said()}
    core.hears(who, said, space=space)
    return "\n".join(note.text for note in core.said() if note.id not in before)


def said_to(core: FakeStage, who: str, number: int) -> str:
    """Return what makes somebody a host again, who handed over and has more to try."""
    return f"handover {core.person(who).email} of #{number}"


@pytest.mark.parametrize("space", [None, "Ward"], ids=["in private", "in the space"])
@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_only_what_they_may_have(town, role: str, space: str | None):
    core, number, people = town
    commands = OF_ONESELF | OF_A_MEETING if role not in HOSTS else OF_A_MEETING
    asked = {"my link": "my link", **commands}
    refused = False
    for command, said in sorted(asked.items(), key=lambda each: each[0] == "cancel"):
        links = len(core.broker.asked)
        told = heard(core, people[role], said.format(number), space)
        told = told.replace(NO_MORE, PASSED_ON)  # after some in an hour
        outcome = expected(command, role, space)
        if outcome == REFUSED and refused:
            outcome = SILENCE  # it is said once
        if outcome == SERVED:
            assert told, f"{command} by {role} is not answered"
            assert not any(
                each in told
                for each in (UNKNOWN, REFUSED, NOT_INVITED, ADMINISTRATORS, HANDED_OVER)
            ), told
            if command == "handover":
                core.hears("carl", said_to(core, people[role], number), space=None)
            continue
        refused = refused or outcome == REFUSED
        assert (outcome in told) if outcome else told == "", f"{command} by {role}: {told}"
        assert len(core.broker.asked) == links, f"{command} by {role} minted links"


@pytest.mark.parametrize("role", [*COLLEAGUES, *OUTSIDERS, "another bot"])
def test_a_meeting_of_others_is_as_it_was_whatever_is_submitted_on_a_card(town, role: str):
    core, number, people = town
    core.hears("erin", "help", space="Ward")
    card = core.world.messages[core.posted_in("Ward")[-1].id]
    before = len(core.broker.asked), len(core.told("alice@x.com"))
    for said, direct in product(OF_A_MEETING.values(), ("", "1")):
        inputs = {"say": said.format(number), "direct": direct, "people": "dora@z.net"}
        core.submits(people[role], card, inputs)
    assert (len(core.broker.asked), len(core.told("alice@x.com"))) == before
    assert core.told("dora@z.net") == []
    assert "open" in core.opens(core.told("alice@x.com")[0].link).state


def test_an_invited_colleague_who_says_resend_gets_their_own_link_as_a_guest(town):
    core, number, people = town
    who = people["invited colleague"]
    for said in ("resend", "resend me", f"resend me of #{number}"):
        core.hears(who, said, space="Ward")
    assert [core.opens(note.link).role for note in core.told(who)] == ["guest"] * 4
    for said in (f"resend me of #{number + 1}", "resend all", "resend alice@x.com"):
        assert UNKNOWN in heard(core, who, said, None)
    assert UNKNOWN in heard(core, people["colleague"], f"resend me of #{number}", None)
    assert len(core.told("alice@x.com")) == 1


def test_a_guest_gets_their_own_link_and_nobody_elses(town):
    core, _, people = town
    [first] = core.told("alice@x.com")
    core.hears("alice@x.com", "my link", space=None)
    assert len(core.told("alice@x.com")) == 2
    again = core.told("alice@x.com")[-1]
    assert core.opens(again.link).role == "guest"
    assert core.opens(again.link).meeting == core.opens(first.link).meeting
    assert len(core.told(people["invited colleague"])) == 1


def test_only_moderators_set_a_spaces_defaults(town):
    core, _, people = town
    for role in (*HOSTS, "colleague", "invited colleague"):
        assert "Only this space’s moderators" in heard(
            core, people[role], "defaults for 45m", "Ward"
        )
    assert "45" in heard(core, people["administrator"], "defaults for 45m", "Ward")
