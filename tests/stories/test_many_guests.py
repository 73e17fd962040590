"""Meetings with more guests than the 25 links of one broker call."""

from __future__ import annotations

import pytest

from bot.sandbox.webex.faults import Html200
from tests.stories.stage import MOST_GUESTS, Stage

BROKER = "joseencrypt"


def invited(number: int) -> list[str]:
    return [f"guest{each}@many.org" for each in range(number)]


@pytest.mark.parametrize(
    ("number", "calls"), [(24, 1), (25, 2), pytest.param(26, 2, marks=pytest.mark.whole)]
)
def test_every_guest_gets_a_link_of_their_own_to_the_one_meeting(
    bot: Stage, number: int, calls: int
):
    bot.hears("erin", f"meet {' '.join(invited(number))}")
    links = [bot.told(guest)[0].link for guest in invited(number)]
    assert len(set(links)) == number
    assert bot.calls_of(BROKER) == calls
    [host] = bot.told("erin")
    ends = [bot.opens(link) for link in (host.link, links[0], links[-1])]
    assert [visit.role for visit in ends] == ["host", "guest", "guest"]
    assert len({visit.meeting for visit in ends}) == 1
    text = " ".join(note.text for note in bot.posted_in("Support"))
    assert all(f"{guest}: invited" in text for guest in invited(number))


def test_a_link_for_the_space_counts_as_well(bot: Stage):
    bot.hears("erin", f"meet {' '.join(invited(24))} here")
    assert bot.calls_of(BROKER) == 2
    assert sum(len(note.links) for note in bot.posted_in("Support")) == 1


@pytest.mark.whole
def test_more_than_one_meeting_can_have_is_refused_as_a_whole(bot: Stage):
    bot.hears("erin", f"meet {' '.join(invited(MOST_GUESTS + 1))}")
    [note] = bot.posted_in("Support")
    assert bot.said() == [note]
    assert f"{MOST_GUESTS + 1} guests" in note.text
    assert "Nothing was sent" in note.text
    assert bot.calls_of(BROKER) == 0


def test_a_meeting_with_too_few_links_is_not_started(bot: Stage):
    bot.faults = [Html200(path=BROKER, times=3)]
    bot.hears("erin", f"meet {' '.join(invited(26))}")
    reached = [guest for guest in invited(26) if bot.told(guest)]
    assert len(reached) in (0, 26)
