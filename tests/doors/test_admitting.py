"""Guests wait at the door until the host lets them in."""

from __future__ import annotations

import pytest

from bot.core.domain.doors import DoorState, Enter, Press, Reply, VisitorState, Wait
from bot.edges.storage.tables import inbox
from bot.sandbox.webex.model import Change, Message
from tests.doors.visitors import answers, goes_in, knocks, lets_in, sees, sees_as_host, token_of
from tests.stories.fake import FakeStage
from tests.stories.stage import Note, Stage


def lists_in(bot: Stage, who: str = "erin") -> list[Note]:
    return [each for each in bot.told(who) if "Waiting to be let in" in each.text]


@pytest.mark.whole
def test_a_guest_waits_until_the_host_presses_let_in(bot: Stage):
    bot.hears("erin", "meet alice@x.com about the roof admit first", space=None)
    link = bot.told("alice@x.com")[-1].link
    assert knocks(bot, link) == Wait()
    assert sees(bot, link).state is DoorState.WAITING
    [waiting] = lists_in(bot)
    assert "alice@x.com, since" in waiting.text
    assert knocks(bot, link) == Wait()
    assert lists_in(bot) == [waiting]
    bot.presses("erin", "Let in alice@x.com")
    assert sees(bot, link).state is DoorState.ADMITTED
    assert lists_in(bot) == []
    assert "alice@x.com can come in to “the roof”" in bot.told("erin")[-1].text
    assert bot.opens(goes_in(bot, link)).role == "guest"


@pytest.mark.whole
def test_the_list_is_one_message_that_is_kept_up_to_date(bot: Stage):
    bot.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    alice, carl = bot.told("alice@x.com")[-1].link, bot.mailed("carl@both.org")[-1].link
    knocks(bot, alice)
    knocks(bot, carl)
    [both] = lists_in(bot)
    assert "alice@x.com, since" in both.text
    assert "carl@both.org, since" in both.text
    lets_in(bot, both.link, "alice@x.com")
    [left] = lists_in(bot)
    assert "alice" not in left.text
    bot.presses("erin", "Let in carl@both.org", left)
    assert lists_in(bot) == []
    assert sees(bot, carl).state is DoorState.ADMITTED


def test_a_guest_who_comes_while_the_list_is_posted_is_on_it(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    alice, carl = core.told("alice@x.com")[-1].link, core.mailed("carl@both.org")[-1].link
    came: list[Press | None] = []

    def come_meanwhile(change: Change) -> None:
        said = change.subject
        if not came and isinstance(said, Message) and "Waiting to be let in" in said.text:
            came.append(core.doors.press(token_of(carl)))
            with core.database.begin() as connection:  # another process wrote Carl's list
                connection.execute(inbox.delete())

    core.world.watch(come_meanwhile)
    knocks(core, alice)
    assert came == [Wait()]
    [both] = lists_in(core)
    assert "alice@x.com, since" in both.text
    assert "carl@both.org, since" in both.text


def test_all_are_let_in_by_one_button_or_a_sentence(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    links = [core.told("alice@x.com")[-1].link, core.mailed("carl@both.org")[-1].link]
    for link in links:
        knocks(core, link)
    core.presses("erin", "Let everybody in")
    assert [sees(core, each).state for each in links] == [DoorState.ADMITTED] * 2


@pytest.mark.whole
def test_who_waits_is_answered_from_the_list_by_one_press(bot: Stage):
    bot.hears("erin", "meet alice@x.com admit first", space=None)
    link = bot.told("alice@x.com")[-1].link
    knocks(bot, link)
    [waiting] = lists_in(bot)
    bot.presses("erin", "In 15 min", waiting)
    assert sees(bot, link).reply is Reply.IN_15
    assert sees(bot, link).state is DoorState.WAITING
    assert lists_in(bot) == [waiting]


def test_all_who_wait_are_answered_from_the_list(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    links = [core.told("alice@x.com")[-1].link, core.mailed("carl@both.org")[-1].link]
    for link in links:
        knocks(core, link)
    for title, reply in (
        ("I’m coming", Reply.COMING),
        ("In 5 min", Reply.IN_5),
        ("In 15 min", Reply.IN_15),
        ("Not today", Reply.NOT_TODAY),
    ):
        core.presses("erin", title, lists_in(core)[0])
        assert [sees(core, each).reply for each in links] == [reply] * 2


def test_the_list_names_the_zone_of_its_times_in_its_text_and_on_its_card(core: FakeStage):
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    core.hears("erin", "meet alice@x.com admit first", space=None)
    knocks(core, core.told("alice@x.com")[-1].link)
    [waiting] = lists_in(core)
    assert "alice@x.com, since 10:00 (Europe/Berlin)" in waiting.text
    assert "- alice@x.com, since 10:00 (Europe/Berlin)" in str(waiting.card)


@pytest.mark.parametrize("said", ["let in alice", "let alice@x.com in", "admit alice@x.com of #1"])
def test_a_guest_is_let_in_by_a_sentence(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    link, other = core.told("alice@x.com")[-1].link, core.mailed("carl@both.org")[-1].link
    knocks(core, link)
    knocks(core, other)
    core.hears("erin", said, space=None)
    assert sees(core, link).state is DoorState.ADMITTED
    assert sees(core, other).state is DoorState.WAITING


@pytest.mark.parametrize(
    "said",
    [
        *("let everyone in except carl@both.org", "let alice in, not carl@both.org"),
        *("let in alice once carl@both.org has left", "let alice in first then carl@both.org"),
        *("lass alle rein außer carl@both.org", "let in all but carl", "admit all without carl"),
        *("fais entrer tout le monde sauf carl@both.org", "deja entrar a todos menos carl"),
    ],
)
def test_nobody_is_let_in_if_it_is_not_clear_who(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    links = [core.told("alice@x.com")[-1].link, core.mailed("carl@both.org")[-1].link]
    for link in links:
        knocks(core, link)
    core.hears("erin", said, space=None)
    assert [sees(core, link).state for link in links] == [DoorState.WAITING] * 2


def test_a_guest_who_has_not_come_keeps_nobody_waiting(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    link = core.told("alice@x.com")[-1].link
    knocks(core, link)
    core.hears("erin", "let in alice and carl", space=None)
    assert sees(core, link).state is DoorState.ADMITTED


def test_nobody_is_let_in_who_has_not_come(core: FakeStage):
    core.hears("erin", "meet alice@x.com admit first", space=None)
    core.hears("erin", "let in alice", space=None)
    assert "nobody you named is waiting" in core.told("erin")[-1].text
    assert knocks(core, core.told("alice@x.com")[-1].link) == Wait()


def test_who_does_not_host_lets_nobody_in(core: FakeStage):
    core.hears("erin", "meet alice@x.com admit first", space=None)
    link = core.told("alice@x.com")[-1].link
    knocks(core, link)
    core.hears("carl", "let in all of #1", space=None)
    core.hears("carl", "reply all of #1 coming", space=None)
    assert sees(core, link).state is DoorState.WAITING
    assert sees(core, link).reply is None


def test_a_default_lets_guests_wait_and_one_meeting_can_do_without(core: FakeStage):
    core.hears("erin", "defaults admit first", space=None)
    assert "guests: let in by you" in core.told("erin")[-1].text
    core.hears("erin", "meet alice@x.com", space=None)
    assert knocks(core, core.told("alice@x.com")[-1].link) == Wait()
    core.hears("erin", "meet alice@x.com straight in", space=None)
    assert isinstance(knocks(core, core.told("alice@x.com")[-1].link), Enter)


def test_without_doors_nobody_is_made_to_believe_that_guests_wait(core: FakeStage):
    core.settings(doors_at="")
    core.hears("erin", "meet alice@x.com admit first", space=None)
    assert "I started nothing" in core.told("erin")[-1].text
    assert core.told("alice@x.com") == []


@pytest.mark.whole
def test_the_host_answers_by_a_button_and_the_page_shows_it(bot: Stage):
    bot.hears("erin", "meet alice@x.com carl@both.org", space=None)
    link, other = bot.told("alice@x.com")[-1].link, bot.mailed("carl@both.org")[-1].link
    goes_in(bot, other)
    goes_in(bot, link)
    before = sees(bot, link).version
    bot.presses("erin", "In 5 min")
    assert sees(bot, link).reply is Reply.IN_5
    assert sees(bot, link).version != before
    assert "alice@x.com can read that you’ll be there in 5 minutes" in bot.told("erin")[-1].text
    assert sees(bot, other).reply is None
    page = bot.told("erin")[0].links[1]
    answers(bot, page, "carl@both.org", Reply.NOT_TODAY)
    assert sees(bot, other).reply is Reply.NOT_TODAY


def test_a_message_to_guests_is_on_their_pages(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org", space=None)
    link, other = core.told("alice@x.com")[-1].link, core.mailed("carl@both.org")[-1].link
    core.hears("erin", "tell alice@x.com: bring the plan", space=None)
    core.hears("erin", "tell all: I am late", space=None)
    assert sees(core, link).messages == ("bring the plan", "I am late")
    assert sees(core, other).messages == ("I am late",)


def test_visitors_of_a_shared_door_each_wait_for_themselves(core: FakeStage):
    core.hears("erin", "meet here admit first")
    link = core.posted_in("Support")[0].link
    assert sees(core, link, "one").shared
    assert knocks(core, link, "one", "Dora") == Wait()
    assert knocks(core, link, "two") == Wait()
    page = core.told("erin")[0].links[1]
    assert [each.name for each in sees_as_host(core, page).visitors] == ["Dora", ""]
    [waiting] = lists_in(core)
    assert "Dora, since" in waiting.text
    assert "Somebody, since" in waiting.text
    core.hears("erin", "let in dora", space=None)
    assert sees(core, link, "one").state is DoorState.ADMITTED
    assert sees(core, link, "two").state is DoorState.WAITING
    assert sees(core, link, "three").state is DoorState.OPEN
    goes_in(core, link, "one")
    states = [each.state for each in sees_as_host(core, page).visitors]
    assert states == [VisitorState.JOINED, VisitorState.WAITING]


def test_who_is_removed_while_they_wait_is_not_let_in(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    link, other = core.told("alice@x.com")[-1].link, core.mailed("carl@both.org")[-1].link
    assert [knocks(core, each) for each in (link, other)] == [Wait(), Wait()]
    core.hears("erin", "remove alice@x.com", space=None)
    assert core.doors.view(token_of(link)) is None
    [waiting] = lists_in(core)
    assert "alice" not in waiting.text
    core.hears("erin", "let in all", space=None)
    assert knocks(core, link) is None
    assert isinstance(knocks(core, other), Enter)


@pytest.mark.parametrize("let_in", [False, True])
def test_who_is_invited_again_waits_anew(core: FakeStage, let_in: bool):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    knocks(core, core.told("alice@x.com")[-1].link)
    if let_in:
        core.hears("erin", "let in alice@x.com", space=None)
    core.hears("erin", "remove alice@x.com", space=None)
    assert sees_as_host(core, core.told("erin")[0].links[1]).visitors == ()
    assert lists_in(core) == []
    core.hears("erin", "add alice@x.com to #1", space=None)
    assert knocks(core, core.told("alice@x.com")[-1].link) == Wait()
    [waiting] = lists_in(core)
    assert "alice@x.com, since" in waiting.text


def test_a_host_s_page_lets_in_and_answers_nobody_of_another_meeting(core: FakeStage):
    core.hears("erin", "meet alice@x.com admit first", space=None)
    link = core.told("alice@x.com")[-1].link
    knocks(core, link)
    [visitor] = sees_as_host(core, core.told("erin")[0].links[1]).visitors
    core.makes_host("carl")
    core.hears("carl", "meet bob@x.com admit first", space=None)
    page = token_of(core.told("carl")[0].links[1])
    assert not core.doors.admit(page, visitor.id)
    core.doors.reply(page, visitor.id, Reply.NOT_TODAY)
    shown = sees(core, link)
    assert (shown.state, shown.reply) == (DoorState.WAITING, None)


def test_the_list_is_gone_when_the_meeting_is(core: FakeStage):
    for end in ("cancel #1", ""):
        core.hears("erin", "meet alice@x.com for 30m admit first", space=None)
        knocks(core, core.told("alice@x.com")[-1].link)
        assert len(lists_in(core)) == 1
        if end:
            core.hears("erin", end, space=None)
        else:
            core.passes(minutes=31)
        assert lists_in(core) == []


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("reply to alice that I'll be there in 15", Reply.IN_15),
        ("antworte alice, ich komme", Reply.COMING),
        ("answer alice: coming", Reply.COMING),
    ],
)
def test_an_answer_in_a_sentence_is_on_the_page(core: FakeStage, said: str, answer: Reply):
    core.hears("erin", "meet alice@x.com admit first", space=None)
    link = core.told("alice@x.com")[-1].link
    knocks(core, link)
    core.hears("erin", said, space=None)
    assert sees(core, link).reply is answer
