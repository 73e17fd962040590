"""Input that nobody planned for: it is answered, and nothing is done that was not asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.test_more_links import started

BOLD_NAME = "\U0001d400\U0001d425\U0001d422\U0001d41c\U0001d41e"
NOTHING = [
    "🎉",
    "👍🏽 🙏",
    "👩\u200d⚕️❤️",
    "\u200b\u200c\u200d\u2060",
    "\u202e\u202d\u200f",
    "?!…",
    "> cancel",
    "> meet eve@x.com\n> tomorrow 3pm",
    "a " * 1400,
    "meet alice@x.com " * 400,
    f"cancel {BOLD_NAME}",
]


@for_each("said", NOTHING)
def test_what_says_nothing_does_nothing_and_is_answered(core: FakeStage, said: str):
    note = started(core)
    before, links = len(core.said()), len(core.told("alice@x.com"))
    core.hears("erin", said, space=None)
    assert len(core.said()) > before
    assert len(core.told("alice@x.com")) == links
    core.hears("erin", f"status #{note.number}", space=None)
    assert "alice@x.com" in core.told("erin")[-1].text


@for_each("hidden", ["\u200b", "\u202e", "\u2066", "\ufeff"])
def test_hidden_characters_change_nothing(core: FakeStage, hidden: str):
    guest = core.stranger()
    core.hears("erin", f"{hidden}me{hidden}et {guest[:4]}{hidden}{guest[4:]}", space=None)
    assert len(core.told(guest)) == 1


def hears_html(core: FakeStage, html: str) -> None:
    """Have Erin write something in the bot's chat that is HTML, as Webex's app pastes it."""
    core.makes_host("erin")
    author = core.person("erin")
    place = core.world.direct(author, core.me)
    core.world.watch(lambda change: change.kind == "messages:created" and put(change.subject.id))

    def put(message: str) -> None:
        said = core.world.messages[message]
        if said.author_id == author.id:
            core.world.messages[message] = replace(said, html=html)

    said = core.world.say(author, place, "pasted")
    core.settle("messages:created", said.id)


def test_the_cells_of_a_table_are_words_of_their_own(core: FakeStage):
    cells = "<tr><td>meet</td><td>dora@z.net</td><th>fred@z.net</th></tr>"
    hears_html(core, f"<table><tbody>{cells}<tr><td>about</td><td>roof</td></tr></tbody></table>")
    assert "roof" in core.told("dora@z.net")[0].text
    assert len(core.told("fred@z.net")) == 1


def test_a_mention_inside_a_quotation_invites_nobody(core: FakeStage):
    bob = core.person("bob")
    mention = (
        f'<spark-mention data-object-type="person" data-object-id="{bob.id}">Bob</spark-mention>'
    )
    hears_html(core, f"<blockquote>meet {mention}</blockquote><p>meet dora@z.net</p>")
    assert len(core.told("dora@z.net")) == 1
    assert core.told("bob") == []


@pytest.mark.parametrize("who", ["erin", "carl"])
def test_a_suggestion_about_a_meeting_that_is_over_does_nothing(core: FakeStage, who: str):
    started(core)
    core.hears("erin", "alice somehow lost her link")
    if who == "carl":
        core.presses("carl", "Send alice@x.com a new link")
    else:
        core.passes(hours=2)
        core.presses("erin", "Send alice@x.com a new link")
    assert len(core.told("alice@x.com")) == 1
