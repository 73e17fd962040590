"""The bot's sentences are for people, not for machines."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core import replies
from bot.core.domain.commands import Guest, Meet, Unclear
from bot.core.domain.errors import BotError, Passing, Refused, Trouble
from bot.core.domain.hints import Hint
from bot.core.domain.links import GuestLink, HostLink
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.parsing import grammar
from bot.core.parsing.text.mentions import Said
from bot.core.replies import suggestions
from bot.core.replies.general_replies import TRIED
from bot.core.suggesting.readings import Suggested
from bot.core.wording.languages import FOR_HOSTS
from bot.core.wording.texts import MESSAGE_BYTES, HostText
from bot.core.wording.times import Times
from bot.process.translations import spoken
from tests.rows import for_each

ENGLISH = spoken("en")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MEETING = Meeting(
    "sub", "erin", "erin@example.com", NOON, NOON + timedelta(hours=1), "the invoice", number=12
)
GUEST = GuestLink("https://guest.example/x")
ALICE = Guest(email="alice@x.com")
TROUBLES = [kind("TRACK_1") for kind in (Trouble, *Trouble.__subclasses__())]
MACHINE_WORDS = re.compile(r"\b(None|Error|Exception|Traceback|HTTP|[45]\d\d|[A-Z]\w+\(\))\b")


@for_each("trouble", TROUBLES)
def test_a_meeting_that_failed_is_explained_with_what_to_do_next(trouble: Trouble):
    said = replies.no_meeting(ENGLISH, trouble).markdown
    assert "Nobody was invited." in said
    assert re.search(r"Please (ask|tell|try)|An administrator can turn it on", said)
    assert "tracking ID is TRACK\\_1" in said
    assert not MACHINE_WORDS.search(said)


@for_each("trouble", TROUBLES)
def test_a_guest_who_was_not_reached_can_be_told_by_the_requester(trouble: Trouble):
    said = replies.undelivered(
        ENGLISH,
        ALICE,
        [(Way.DIRECT, trouble)],
        replies.guest_note(ENGLISH, MEETING, GUEST, Times(UTC)),
    ).markdown
    assert "I couldn’t reach alice@x.com" in said
    assert "https://guest.example/x" in said
    assert "tracking ID is TRACK\\_1" in said
    assert not MACHINE_WORDS.search(said)


def test_without_a_tracking_id_none_is_mentioned():
    assert "tracking ID" not in replies.no_meeting(ENGLISH, Passing()).markdown


def test_a_hostile_tracking_id_is_escaped():
    assert "<@all>" not in replies.no_meeting(ENGLISH, Passing("<@all>")).markdown


@for_each("hint", [hint for hint in Hint if hint not in (Hint.NO_TOPIC, Hint.NOT_WANTED)])
def test_every_question_says_that_nothing_was_sent(hint: Hint):
    said = replies.unclear(ENGLISH, Unclear("<@all>", hint)).markdown
    assert "Nothing was sent" in said
    assert "`help`" in said
    assert "<@all>" not in said


def test_no_says_nothing_of_what_was_sent_before():
    said = replies.unclear(ENGLISH, Unclear("", Hint.NOT_WANTED)).markdown
    assert said == "OK, I’ll leave everything as it is."


@for_each("hint", list(Hint))
def test_every_suggestion_says_that_nothing_was_done(hint: Hint):
    suggested = Suggested((Meet((ALICE,)),), Unclear("<@all>", hint))
    said = suggestions.question(ENGLISH, suggested, UTC).markdown
    assert "haven’t done anything" in said
    assert "**meet alice@x.com**" in said
    assert "<@all>" not in said


def test_the_greetings_examples_are_commands():
    for example in TRIED:
        command = grammar.parse(Said(example), NOON)
        assert not isinstance(command, Unclear)
        assert f"`{example}`" in replies.greeting(ENGLISH).markdown


def test_help_is_made_from_the_table():
    said = replies.help_text(ENGLISH, None).markdown
    listed = [rule for rule in grammar.RULES if rule.group]
    assert all(f"- `{rule.examples[0]}` – {rule.does}" in said for rule in listed)
    for rule in grammar.RULES:
        assert rule.name in (
            replies.help_text(ENGLISH, rule.told_with).markdown if rule.told_with else said
        )


@for_each("code", FOR_HOSTS)
def test_help_fits_a_screen_in_each_language(code: str):
    rows = [
        row for row in replies.help_text(spoken(code), None).markdown.split("\n") if row.strip()
    ]
    assert len(rows) <= 20
    assert max(map(len, rows)) <= 150


@for_each("rule", grammar.RULES)
def test_help_on_a_command_has_its_examples(rule: grammar.Rule):
    said = replies.help_text(ENGLISH, rule.name).markdown
    assert all(f"`{example}`" in said for example in rule.examples)


@for_each(("said", "named"), [("cancle", "cancel"), ("durration", "how long"), ("<@all>", "meet")])
def test_an_unknown_help_topic_is_named_with_similar_ones(said: str, named: str):
    text = replies.unclear(ENGLISH, Unclear(said, Hint.NO_TOPIC)).markdown
    assert f"`help {named}`" in text
    assert "<@all>" not in text


def test_help_on_something_unknown_is_help():
    assert replies.help_text(ENGLISH, "nothing") == replies.help_text(ENGLISH, None)


def reached(guest: Guest) -> Delivery:
    return Delivery(Role.GUEST, guest, Way.DIRECT, "message")


def refused(guest: Guest, trouble: type[Trouble] = Refused) -> Delivery:
    return Delivery(Role.GUEST, guest, Way.DIRECT, trouble=trouble.__name__)


def test_a_receipt_for_many_guests_is_split_and_omits_nobody():
    guests = [Guest(email=f"guest{n}@{'long' * 15}.org", name="*" * 200) for n in range(100)]
    told = [reached(each) for each in guests]
    pages = replies.receipt(ENGLISH, MEETING, [*told, refused(ALICE)], [], Times(UTC))
    assert len(pages) > 1
    assert all(len(page.markdown.encode()) <= MESSAGE_BYTES for page in pages)
    said = "".join(page.markdown for page in pages)
    assert all(guest.email in said for guest in (*guests, ALICE))


def test_a_receipt_says_for_each_what_happened():
    bob, carl = Guest(person_id="b", name="Bob"), Guest(email="carl@z.net", name="Carl")
    [page] = replies.receipt(
        ENGLISH, MEETING, [reached(bob), refused(ALICE, Passing)], [carl], Times(UTC)
    )
    assert "**1 of 2 guests invited** to “the invoice” (#12)" in page.markdown
    assert "- Bob: invited by direct message" in page.markdown
    assert "- alice@x.com: not reached" in page.markdown
    assert "- Carl (carl@z.net): doesn’t need a guest link" in page.markdown


HOST = Delivery(Role.HOST, Guest("erin"), Way.DIRECT, "message")
SPARE = Delivery(Role.SPARE, Guest(), Way.HANDED, "message")


def receipt(*told: Delivery, direct: bool = False) -> str:
    [page] = replies.receipt(ENGLISH, MEETING, told, [], Times(UTC), direct=direct)
    return page.markdown


def test_a_receipt_without_guests_mentions_the_links_to_share():
    said = receipt(HOST, SPARE, SPARE)
    assert said.startswith("**The meeting is ready:** “the invoice” (#12)")
    assert "erin@example.com has 2 guest links to share." in said
    assert "invited" not in said.lower()


def test_a_receipt_in_private_says_you_and_here():
    passed_on = replace(refused(ALICE), message_id="message")
    said = receipt(HOST, passed_on, replace(SPARE, way=Way.DIRECT), direct=True)
    assert "Your host link is in this chat." in said
    assert "1 guest link to share is in this chat." in said
    assert "the message to forward is in this chat" in said
    assert "the host" not in said


def test_only_a_space_reads_the_time_in_a_receipt_since_the_host_just_read_it():
    later = replace(MEETING, planned=True)
    for direct in (False, True):
        [page] = replies.receipt(ENGLISH, later, [HOST], [], Times(UTC), direct=direct)
        assert ("It starts on" in page.markdown) is not direct


def test_a_receipt_claims_no_link_that_reached_nobody():
    lost = replace(HOST, message_id=None, trouble="Refused")
    said = receipt(lost, refused(ALICE), replace(SPARE, message_id=None, trouble="Refused"))
    assert "message to forward" not in said
    assert "host link" not in said
    assert "1 guest link to share couldn’t be delivered." in said
    assert "Say `resend all` to try again." in said


def test_adding_only_people_who_need_no_link_invites_nobody():
    [page] = replies.receipt(ENGLISH, MEETING, [], [ALICE], Times(UTC))
    assert "Nobody new was invited" in page.markdown


def delivered(text: HostText) -> str:
    return text.deliver(lambda markdown, _card: markdown)


def test_the_notes_tell_the_subject_and_how_long_the_link_works():
    notes = [
        replies.guest_note(ENGLISH, MEETING, GUEST, Times(UTC)),
        replies.space_note(ENGLISH, MEETING, GUEST, Times(UTC)),
    ]
    texts = [note.markdown for note in notes]
    texts.append(
        delivered(replies.host_note(ENGLISH, MEETING, HostLink("https://host.example"), Times(UTC)))
    )
    for text in texts:
        assert "“the invoice”" in text
        assert "1 hour" in text


def test_the_longest_subject_and_link_fit_into_a_message():
    meeting = replace(MEETING, subject="*" * 200, host="é" * 100 + "@example.com")
    long = GuestLink("https://instant.example/" + "c" * 2000)
    note = replies.guest_note(ENGLISH, meeting, long, Times(UTC))
    passed_on = replies.undelivered(ENGLISH, ALICE, [(Way.DIRECT, Passing())], note)
    for each in (note, passed_on, replies.space_note(ENGLISH, meeting, long, Times(UTC))):
        assert len(each.markdown.encode()) <= MESSAGE_BYTES


def test_an_error_that_is_ours_says_nothing_of_what_came_from_outside():
    assert all(str(each) == type(each).__name__ for each in TROUBLES)
    assert all(isinstance(each, BotError) for each in TROUBLES)
