"""The grammar: sentences in, commands out."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.commands import Command, Guest, Help, Meet, Nothing, Sayable, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.command_words import BEYOND
from bot.core.parsing.rule import PEOPLE_BETWEEN
from bot.core.parsing.text import mentions
from bot.core.parsing.text.mentions import Said
from bot.core.wording.languages import FOR_HOSTS
from bot.process.translations import spoken
from tests.rows import for_each

from .sentences import ALICE, AS_TYPED, AS_WRITTEN, SENTENCES, markup, without_subject

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)


def heard(sentence: str) -> Command:
    return grammar.parse(mentions.read(None, markup(sentence), "BOT"), NOW)


@for_each(("sentence", "command"), SENTENCES)
def test_a_sentence_becomes_the_intended_command(sentence: str, command: Command) -> None:
    assert heard(sentence) == command


@for_each("command", [c for _, c in SENTENCES if not isinstance(c, Unclear)])
def test_every_command_of_the_table_has_a_sentence_of_its_own(command: Sayable) -> None:
    assert grammar.parse(Said(grammar.say(command)), NOW) == command


def test_the_table_of_sentences_is_large_and_half_is_informal() -> None:
    assert len(SENTENCES) >= 120
    assert len(AS_TYPED) >= len(AS_WRITTEN)
    assert len({sentence for sentence, _ in SENTENCES}) == len(SENTENCES)


@for_each("rule", grammar.RULES)
def test_every_example_of_the_help_works_as_it_stands(rule: grammar.Rule) -> None:
    assert 2 <= len(rule.examples) <= 3
    for example in rule.examples:
        assert isinstance(heard(example), rule.command)


@for_each("code", FOR_HOSTS)
def test_every_example_means_the_same_in_each_language(code: str) -> None:
    translated = spoken(code)
    for rule in grammar.RULES:
        for example in rule.examples:
            theirs, ours = heard(translated(example)), heard(example)
            assert without_subject(theirs) == without_subject(ours), translated(example)


@for_each("rule", grammar.RULES)
def test_every_synonym_begins_its_command(rule: grammar.Rule) -> None:
    # A visit or an appointment with nobody is asked about, see the table of sentences.
    whom = " bob@y.org" if rule.command is Meet else ""
    alone = heard(rule.name + whom)
    assert isinstance(alone, rule.command) or (
        isinstance(alone, Unclear) and alone.hint is Hint.MISSING
    )
    for beginning in rule.synonyms:
        if PEOPLE_BETWEEN in beginning:
            said = beginning.replace(PEOPLE_BETWEEN, "bob@y.org")
            assert heard(said) == heard(f"{rule.name} bob@y.org"), beginning
        else:
            assert heard(beginning + whom) == alone, beginning


@for_each("words", BEYOND)
def test_an_unsupported_request_gets_a_hint(words: tuple[str, ...]) -> None:
    said = heard(" ".join(words).replace(PEOPLE_BETWEEN, "bob@y.org"))
    assert isinstance(said, Unclear)
    assert said.hint is BEYOND[words]


@for_each("rule", [rule for rule in grammar.RULES if rule.nearly])
def test_words_that_may_mean_a_command_lead_to_a_question(rule: grammar.Rule) -> None:
    needed = "" if isinstance(heard(rule.name), rule.command) else " bob@y.org"
    for word in rule.nearly:
        said = heard(word + needed)
        assert isinstance(said, Unclear)
        assert isinstance(said.meant, rule.command), word


def test_a_rule_is_found_by_its_name() -> None:
    assert grammar.rule_named("meet") is grammar.RULES[0]
    assert grammar.rule_named("dance") is None


def test_a_long_subject_is_cut_at_a_word() -> None:
    command = heard("meet about " + "invoice " * 40)
    assert isinstance(command, Meet)
    assert command.subject is not None
    assert len(command.subject) <= 200
    assert command.subject.endswith("invoice…")


def test_a_subject_of_one_endless_word_is_cut_as_well() -> None:
    command = heard("meet about " + "x" * 7000)
    assert command == Meet(subject="x" * 199 + "…")


def test_a_hundred_people_can_be_named_and_one_more_is_too_many() -> None:
    people = [f"firstname.lastname.{number:03}@example.com" for number in range(101)]
    hundred = heard("meet " + " ".join(people[:100]))
    assert isinstance(hundred, Meet)
    assert [guest.email for guest in hundred.guests] == people[:100]
    more = heard("meet " + " ".join(people))
    assert isinstance(more, Unclear)
    assert more.hint is Hint.TOO_MANY


def test_an_address_that_mail_programs_write_twice_is_judged_once() -> None:
    people = [f"guest{number}@x.com" for number in range(100)]
    command = heard("meet " + ", ".join(f"{each} <{each}>" for each in people))
    assert isinstance(command, Meet)
    assert [guest.email for guest in command.guests] == people


def test_a_message_of_thousands_of_words_is_not_a_command() -> None:
    command = heard("meet " + "a " * 3000)
    assert isinstance(command, Unclear)
    assert command.hint is Hint.LONG


def test_one_person_named_a_thousand_times_is_one_guest() -> None:
    assert heard("meet " + "alice@x.com " * 600) == Meet((ALICE,))


def test_the_repr_of_a_command_has_no_address_and_no_subject() -> None:
    said = [
        heard('meet Zoe <zoe@x.com> about "zoe\'s scan"'),
        heard("mete zoe@x.com"),
        heard("zoe@x.com"),
        heard("meet zoe@x"),
        mentions.read(None, "meet zoe@x.com", "BOT"),
    ]
    assert "zoe" not in repr(said).casefold()


def test_an_address_is_not_taken_for_a_name() -> None:
    assert heard("meet <@personEmail:alice@x.com|bob@y.org>") == Meet((ALICE,))


_printable = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs"])
_line = st.text(_printable | st.just(" "), max_size=60).map(lambda text: " ".join(text.split()))
_label = _line.map(mentions.plain_label)
_name = _line.filter(lambda name: not any(at in name for at in "@＠﹫"))
_mentioned = st.builds(
    Guest, person_id=st.from_regex(r"[A-Za-z0-9_=-]{1,80}", fullmatch=True), name=_label
)
_addressed = st.builds(
    Guest, email=st.from_regex(r"[a-z0-9]{1,20}@[a-z0-9]{1,20}\.com", fullmatch=True), name=_name
)
_guests = st.lists(_mentioned | _addressed, max_size=8, unique_by=lambda guest: guest.identity)
_subject = st.none() | _line.filter(bool)
_meet = st.builds(Meet, guests=_guests.map(tuple), subject=_subject, here=st.booleans())
_help = st.builds(Help, st.none() | st.sampled_from([rule.name for rule in grammar.RULES]))
_FRAGMENTS = (
    *("meet", "help", "here", "about", "re:", "with", "and", "please", "not", "alice", "@Bob"),
    *("alice@x.com", "<a@b.co>", "<@personId:", "|x>", "<@all>", "](mailto:", "[", "(", "<", ">"),
    *('"', '""', "“", "„", ",", ";", "\n", " ", "@", "\u200b", "\u202e", "🙏", "ａ＠ｘ．ｃｏ"),
)


@given(_meet | _help | st.just(Nothing()))
def test_the_sentence_of_a_command_is_parsed_as_that_command(command: Sayable) -> None:
    said = mentions.read(None, grammar.say(command), "BOT")
    assert grammar.parse(said, NOW) == command


@given(st.text(max_size=300) | st.lists(st.sampled_from(_FRAGMENTS), max_size=40).map("".join))
def test_no_text_raises_and_every_command_has_a_sentence(text: str) -> None:
    command = grammar.parse(mentions.read(None, text, "BOT"), NOW)
    if isinstance(command, Unclear):
        assert len(command.said) <= 100
    else:
        assert grammar.parse(Said(grammar.say(command)), NOW) == command
