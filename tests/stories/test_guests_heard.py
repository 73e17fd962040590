"""Guests who write to the bot: they get their link, and their host reads what they say."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_more_links import started


@pytest.mark.whole
def test_what_a_guest_says_is_passed_on_to_their_host_in_private(bot: Stage):
    started(bot)
    before = len(bot.told("erin"))
    bot.hears("alice@x.com", "I will be 10 minutes late, sorry", space=None)
    [note] = bot.told("erin")[before:]
    assert "alice@x.com wrote to me about" in note.text
    assert "“I will be 10 minutes late, sorry”" in note.text
    assert "passed your message on to erin@example.com" in bot.told("alice@x.com")[-1].text
    assert not bot.posted_in("Support") or "late" not in bot.posted_in("Support")[-1].text


@pytest.mark.whole
def test_the_host_answers_by_the_button_the_way_the_guest_was_invited(bot: Stage):
    started(bot)
    bot.hears("alice@x.com", "I will be late: is that OK?", space=None)
    bot.presses("erin", "Send", text="Sure: take\nyour time. cancel #1")
    assert "Sure: take your time. cancel #1" in bot.told("alice@x.com")[-1].text
    assert "passed your message on to 1 guest" in bot.told("erin")[-1].text
    assert not bot.posted_in("Support") or "Sure" not in bot.posted_in("Support")[-1].text


def test_a_second_answer_by_the_same_button_is_sent_too(core: FakeStage):
    started(core)
    core.hears("alice@x.com", "I will be late", space=None)
    note = core.told("erin")[-1]
    for words in ("No problem.", "Take your time.", "Take your time."):
        core.presses("erin", "Send", note, text=words)
    assert [each.text.count("No problem") for each in core.told("alice@x.com")].count(1) == 1
    assert [each.text.count("Take your") for each in core.told("alice@x.com")].count(1) == 1


def test_an_empty_answer_is_asked_for(core: FakeStage):
    started(core)
    core.hears("alice@x.com", "I will be late", space=None)
    told = len(core.told("alice@x.com"))
    core.presses("erin", "Send", text=" ")
    assert len(core.told("alice@x.com")) == told
    assert core.told("erin")[-1].text


def test_a_guest_who_was_removed_meanwhile_is_not_answered(core: FakeStage):
    started(core, "meet alice@x.com and bob@x.com about the roof")
    core.hears("alice@x.com", "I will be late", space=None)
    core.hears("erin", "remove alice@x.com")
    told = len(core.told("alice@x.com"))
    core.presses("erin", "Send", text="No problem.")
    assert len(core.told("alice@x.com")) == told


@pytest.mark.parametrize(
    "said",
    [
        "I lost my link",
        "can you send me the link again?",
        "mein Link geht nicht",
        "je ne trouve plus mon lien",
        "no encuentro mi enlace",
        "ho perso il mio link",
        "não encontro o meu link",
        "ik ben mijn link kwijt",
        "リンクを再送してください",
    ],
)
def test_a_guest_who_asks_for_their_link_gets_it_in_each_language(core: FakeStage, said: str):
    started(core)
    core.hears("alice@x.com", said, space=None)
    assert core.opens(core.told("alice@x.com")[-1].link).role == "guest"
    assert len(core.told("alice@x.com")) == 2


@pytest.mark.parametrize(
    "said",
    [
        *("my umbrella is in the hall", "can you hear me", "where are you", "ich komme nicht"),
        *("wir kommen leider nicht", "alle absagen bitte", "je n'arrive pas avant 18h"),
        *("I don't get in before 6", "I lost my insurance card, can I come without?"),
    ],
)
def test_what_only_resembles_a_request_for_a_link_is_passed_on(core: FakeStage, said: str):
    started(core)
    core.hears("alice@x.com", said, space=None)
    assert said in core.told("erin")[-1].text


def test_addresses_in_what_is_passed_on_do_nothing(core: FakeStage):
    started(core)
    core.hears("alice@x.com", "please see <@all> and https://evil.example/x", space=None)
    assert "href" not in core.told("erin")[-1].html
    assert "spark-mention" not in core.told("erin")[-1].html


def test_so_many_messages_an_hour_are_passed_on(core: FakeStage):
    started(core)
    before = len(core.told("erin"))
    for number in range(7):
        core.hears("alice@x.com", f"the weather is odd today, part {number}", space=None)
    assert len(core.told("erin")) == before + 5
    assert "can’t pass on any more messages" in core.told("alice@x.com")[-1].text
    core.passes(hours=1)
    assert core.kept().count("the weather is odd") == 0


def of_two_hosts(core: FakeStage) -> tuple[int, int]:
    """Have two people invite Alice, and Alice say something; return what they were told before."""
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("carl", "meet alice@x.com", space=None)
    told = len(core.told("erin")), len(core.told("carl"))
    core.hears("alice@x.com", "I will be late: is that OK?", space=None)
    assert "Who is your message for?" in core.told("alice@x.com")[-1].text
    assert (len(core.told("erin")), len(core.told("carl"))) == told
    return told


def test_a_guest_of_two_hosts_is_asked_which_by_a_button(core: FakeStage):
    of_two_hosts(core)
    note = core.told("alice@x.com")[-1]
    erins, carls = note.titles
    assert carls.startswith("Carl Colleague, ")
    core.presses("alice@x.com", carls, note)
    assert "“I will be late: is that OK?”" in core.told("carl")[-1].text
    assert "passed your message on to carl@example.com" in core.told("alice@x.com")[-1].text
    told = len(core.told("carl"))
    core.presses("alice@x.com", erins, note)
    assert "late" not in core.told("erin")[-1].text
    assert len(core.told("carl")) == told


@pytest.mark.parametrize(("said", "host"), [("1", "erin"), ("the second", "carl"), ("2", "carl")])
def test_a_guest_of_two_hosts_may_say_which(core: FakeStage, said: str, host: str):
    of_two_hosts(core)
    core.hears("alice@x.com", said, space=None)
    assert "“I will be late: is that OK?”" in core.told(host)[-1].text


@pytest.mark.parametrize("said", ["reply to carl colleague: thank you", "tell Carl: thank you"])
def test_the_host_whom_a_guest_names_is_told_the_rest(core: FakeStage, said: str):
    of_two_hosts(core)
    core.hears("alice@x.com", said, space=None)
    assert "“thank you”" in core.told("carl")[-1].text
    assert "thank you" not in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["please don't tell erin that I am ill", "ne dis rien à Erin"])
def test_the_host_whom_a_guest_rules_out_is_not_told(core: FakeStage, said: str):
    of_two_hosts(core)
    told = len(core.told("erin"))
    core.hears("alice@x.com", said, space=None)
    assert len(core.told("erin")) == told
    assert "passed your message on to carl@example.com" in core.told("alice@x.com")[-1].text


def test_another_message_of_a_guest_is_asked_about_anew(core: FakeStage):
    told = of_two_hosts(core)
    core.hears("alice@x.com", "I found a parking space", space=None)
    assert "Who is your message for?" in core.told("alice@x.com")[-1].text
    core.hears("alice@x.com", "1", space=None)
    assert "“I found a parking space”" in core.told("erin")[-1].text
    assert (len(core.told("erin")), len(core.told("carl"))) == (told[0] + 1, told[1])


def test_a_guest_cannot_write_to_the_host_of_a_meeting_of_others(core: FakeStage):
    core.hears("carl", "meet bob", space=None)
    started(core)
    told = len(core.told("carl"))
    core.hears("alice@x.com", "tell all of #1: hello Carl", space=None)
    assert len(core.told("carl")) == told


def test_nothing_is_passed_on_from_somebody_who_is_invited_to_nothing(core: FakeStage):
    stranger = core.stranger()
    core.hears(stranger, "hello, I am late", space=None)
    core.hears(stranger, "is anybody there, please answer", space=None)
    assert len(core.told(stranger)) == 1
    core.passes(hours=1)
    core.hears(stranger, "hello, I am late", space=None)
    assert len(core.told(stranger)) == 2
    assert core.told("erin") == []


def test_a_crash_after_any_step_passes_it_on_once(core: FakeStage):
    started(core)
    before = len(core.told("erin"))
    core.engine.crashes = lambda _: True
    core.hears("alice@x.com", "I will be late", space=None)
    assert len(core.told("erin")) == before + 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("answer alice: no, just click the link", "no, just click the link"),
        ("reply ok no problem", "ok no problem"),
        ("reply to alice: no worries", "no worries"),
        ("reply to alice@x.com: see you there", "see you there"),
        ("antworte alice: kein Problem", "kein Problem"),
        ("réponds à alice : pas de souci", "pas de souci"),
        ("responde a alice: no pasa nada", "no pasa nada"),
    ],
)
def test_a_reply_in_ones_own_words_is_offered_to_be_passed_on(
    core: FakeStage, said: str, told: str
):
    started(core)
    core.hears("alice@x.com", "I will be late", space=None)
    messages = len(core.told("alice@x.com"))
    core.hears("erin", said, space=None)
    assert f"“{told}”" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == messages
    core.hears("erin", "yes", space=None)
    assert told in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize("said", ["reply to carl: no worries", "reply", "answer me"])
def test_a_reply_to_nobody_who_is_known_is_passed_on_to_nobody(core: FakeStage, said: str):
    started(core)
    messages = len(core.told("alice@x.com"))
    core.hears("erin", said, space=None)
    assert "no worries" not in str(core.told("erin")[-1].cards)
    assert len(core.told("alice@x.com")) == messages
