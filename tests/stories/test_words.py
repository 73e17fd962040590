"""What the bot says when nobody asks for a meeting."""

from __future__ import annotations

import re

import pytest

from bot.core.parsing import grammar
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage

TAGS = re.compile(r"<(?!/?(?:p|br|ul|li|strong|code|em|blockquote)>)[^>]*>")


@pytest.mark.whole
def test_help_names_every_command_that_no_other_names(bot: Stage):
    bot.hears("erin", "help")
    [note] = bot.posted_in("Support")
    assert all(rule.name in note.text for rule in grammar.RULES if not rule.told_with)


def test_help_says_how_to_speak_to_the_bot_in_each_place(bot: Stage):
    bot.hears("erin", "help")
    bot.hears("erin", "help", space=None)
    assert "when you mention me; in a direct chat" in bot.posted_in("Support")[0].text
    assert "here; in a space, mention me first" in bot.told("erin")[0].text


@pytest.mark.parametrize("said", ["", "hello", "\u200b", "\u202e\u2066"])
def test_only_a_mention_or_a_greeting_is_answered_in_one_line(bot: Stage, said: str):
    bot.hears("erin", said)
    [note] = bot.posted_in("Support")
    assert note.text.startswith("Hi! Mention me and say meet alice@x.com")
    assert "<br>" not in note.html


def test_no_help_leads_to_itself(core: FakeStage):
    core.hears("erin", "help devices", space=None)
    assert "help devices" not in core.told("erin")[0].text


@pytest.mark.parametrize("said", ["thanks!", "👍", "ok"])
def test_thanks_are_answered_in_a_word(core: FakeStage, said: str):
    core.hears("erin", said)
    [note] = core.posted_in("Support")
    assert note.text == "You’re welcome."
    assert not note.cards


@pytest.mark.parametrize("said", ["visit", "an appointment", "make host @Carl"])
def test_ambiguous_words_lead_to_a_question(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("erin", said)
    assert re.search("Nothing was sent|haven’t done", core.posted_in("Support")[0].text)
    assert core.calls_of("joseencrypt") == 1
    assert core.told("carl") == []


@pytest.mark.whole
def test_help_on_one_command_has_examples(bot: Stage):
    bot.hears("erin", "help meet", space=None)
    assert "For example" in bot.told("erin")[0].text


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("help when", ["WHEN", "at 15:00", "3pm in Berlin"]),
        ("help how long", ["HOW LONG", "for 1,5 hours"]),
        ("help with", ["list the devices", "DEVICES", "with Room 12 and Lobby"]),
        ("help meeting", ["MEETING", "#12"]),
        ("help guests", ["PEOPLE", "3 guests – guest links for you to share"]),
        ("help meet", ["More: help people, help when, help how long"]),
        ("help cancle", ["There’s no command “cancle”", "help cancel"]),
        ("help foo", ["There’s no command “foo”", "cohost, extend, move, cancel"]),
    ],
)
def test_help_on_a_placeholder_shows_its_forms(core: FakeStage, said: str, answered: list[str]):
    core.hears("erin", said, space=None)
    [note] = core.told("erin")
    assert all(each in note.text for each in answered)
    assert len(note.text) < 1100


@pytest.mark.whole
def test_an_invitation_is_greeted_with_three_examples_and_nothing_more(bot: Stage):
    bot.space("Front desk", "erin", "bob", invite_bot=False)
    bot.is_invited("Front desk", by="erin")
    [note] = bot.posted_in("Front desk")
    assert note.html.count("<code>") == 3
    assert bot.said() == [note]


def test_a_new_direct_space_is_not_greeted(bot: Stage):
    newcomer = bot.world.add_person("Nora New", "nora@example.com")
    bot.world.direct(newcomer, bot.me)
    bot.hears("nora", "help", space=None)
    assert len(bot.told("nora")) == 1


def test_somebody_else_who_joins_is_not_greeted(bot: Stage):
    place = bot.world.join(bot.spaces["Support"], bot.person("alice"), bot.person("erin"))
    bot.settle("memberships:created", place.id)
    assert bot.said() == []


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("do not meet alice@x.com", "OK, I’ll leave everything as it is"),
        ("mete new@x.com", "Did you mean this? Meet new@x.com now: meet new@x.com"),
        ("other@x.com", "Did you mean this? Meet other@x.com now: meet other@x.com"),
        ("@Bob", "Meet Bob Builder now: meet @Bob Builder"),
        ("meet wilhelmina", "don’t know who “wilhelmina” is"),
        ("meet alice@x", "“alice@x” isn’t a valid email address"),
        ("meet about a letter from @Bob", "if “Bob Builder” is part of the subject"),
    ],
)
def test_an_unclear_sentence_leads_to_a_question_and_sends_nothing(
    bot: Stage, said: str, answered: str
):
    bot.hears("erin", said)
    [note] = bot.posted_in("Support")
    assert bot.said() == [note]
    assert answered in note.text
    assert re.search("Nothing was sent|haven’t done anything|leave everything as it is", note.text)
    assert bot.calls_of("joseencrypt") == 0


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("add @Bob tomorrow 3pm", "meet @Bob Builder at 2026-03-03T15:00"),
        ("send alice@x.com something", "Meet alice@x.com now: meet alice@x.com"),
        ("make @Bob host", "Say cohost and a name to add a second host"),
        ("reset defaults", "Defaults can be changed but not cleared"),
        ("meet alice@x.com invoice", "“invoice” means here. Put a subject after about"),
        ("meet alice@x.com 3pm in Springfield", "put a large city after the hour"),
        ("meet 2 patients", "meet 2 guests"),
    ],
)
def test_hasty_sentences_are_answered_with_what_to_say(core: FakeStage, said: str, answered: str):
    core.hears("erin", said)
    [note] = core.said()
    assert answered in " ".join(note.text.split())
    assert core.broker.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "mailto:alice@x.com",
        "<mailto:alice@x.com>",
        "<alice@x.com>",
        "Alice <alice@x.com>",
        '"Customer, Alice" <alice@x.com>',
        "alice@x.com.",
        "alice@x.com,",
        "(alice@x.com)",
        "ALICE@X.COM",
        "[Alice](mailto:alice@x.com)",
        "ali\u200bce@x.com\ufeff",
        "\u2066alice@x.com\u2069",
    ],
)
def test_an_address_is_understood_however_it_was_pasted(bot: Stage, address: str):
    bot.hears("erin", f"meet {address}")
    assert len(bot.told("alice@x.com")) == 1


HOSTILE = [
    "<@all>",
    "<@personEmail:bob@example.com|Bob>",
    "**bold** _slanted_ `code`",
    "[free money](https://evil.example)",
    "https://evil.example/path",
    "<b>bold</b> <script>alert(1)</script>",
    "&lt;@all&gt;",
    "![picture](https://evil.example/x.png)",
    "\\<@all\\>",
    "# heading",
    "~~~ fence",
    "<spark-mention data-object-type='groupMention' data-group-type='all'>All</spark-mention>",
    "a\u202egnol\u202c\u200b b",
]


@pytest.mark.parametrize("subject", HOSTILE)
def test_a_subject_is_escaped(bot: Stage, subject: str):
    typed = re.sub(r"([\\`*_\[\]<>&#!~])", r"\\\1", subject)  # or Webex would read it as markdown
    asked = bot.hears("erin", f'meet bob@example.com here about "{typed}"')
    assert subject in asked.text
    notes = bot.said()
    assert any(note.links for note in notes)
    for note in notes:
        assert TAGS.findall(note.html) == []
        assert not bot.world.messages[note.id].mentioned_people
        assert not bot.world.messages[note.id].mentioned_groups
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", note.text)


@pytest.mark.parametrize("name", ["# Big", "1. First", "- Dash", "+ Plus", "~~~ Fence", "= Is"])
def test_a_guests_name_is_escaped(bot: Stage, name: str):
    bot.hears("erin", f'meet "{name}" <alice@x.com>')
    [receipt] = bot.posted_in("Support")
    assert f"{name} (alice@x.com): invited" in receipt.text
    assert receipt.html.count("<li>") == 1
    assert TAGS.findall(receipt.html) == []


@pytest.mark.whole
def test_the_longest_message_that_webex_takes_is_served(bot: Stage):
    said = "meet alice@x.com about " + "long " * 1500
    bot.hears("erin", said.encode()[:7439].decode(), space=None)
    assert len(bot.told("alice@x.com")) == 1
    assert len(bot.told("erin")) == 2


def test_the_longest_message_of_wide_characters_is_asked_about(bot: Stage):
    bot.hears("erin", "長" * 2479 + "x", space=None)
    assert "didn’t understand that" in bot.told("erin")[0].text


def test_the_longest_message_of_markdown_is_answered_within_webexs_limit(bot: Stage):
    bot.hears("erin", "meet " + "*&<" * 2478, space=None)
    assert len(bot.told("erin")) == 1
