"""Of several workers one takes all that one person asks in one space."""

from __future__ import annotations

import sqlalchemy as sa

from bot.core.incoming.notices import Notice
from bot.edges.durable.inbox import Entries, Inbox, waiting_again
from bot.edges.durable.shares import OVERDUE, Share
from bot.edges.storage.tables import inbox

BOTH = (Share(0, 2), Share(1, 2))


def said(name: str, room: str) -> Notice:
    return Notice("messages", "created", name, room_id=room, person_id="erin")


def taken(waiting: Inbox, share: Share) -> set[str]:
    found: Entries = []
    waiting.hand_over(100, found.extend, share)
    return {recorded["notice"]["id"] for _, recorded in found}


def test_each_notice_of_a_lane_is_taken_by_the_same_worker(prepared: sa.Engine):
    waiting = Inbox(prepared)
    for number in range(20):
        for name in "ab":
            waiting.accept(said(f"{name}{number}", f"room {number}"))
    found = [taken(waiting, share) for share in BOTH]
    assert all(5 < len(each) < 35 for each in found)
    assert {f"a{each[1:]}" for each in found[0]} & {f"a{each[1:]}" for each in found[1]} == set()
    assert len(found[0] | found[1]) == 40


def test_what_begins_anew_is_taken_by_the_same_worker(prepared: sa.Engine):
    waiting, notice = Inbox(prepared), said("m1", "room")
    waiting.accept(notice)
    [mine] = [share for share in BOTH if taken(waiting, share)]
    again = waiting_again(notice.key, {"notice": notice.record()}, "{}")
    assert again["part"] % mine.number == mine.first


def test_what_nobody_took_in_time_is_anybodys(prepared: sa.Engine):
    waiting = Inbox(prepared)
    waiting.accept(said("m1", "room"))
    [others] = [share for share in BOTH if not taken(Inbox(prepared), share)]
    waiting.accept(said("m1", "room"))  # from PostgreSQL it went as it was taken
    assert taken(waiting, others) == set()
    with prepared.begin() as connection:
        connection.execute(inbox.update().values(at=inbox.c.at - OVERDUE))
    assert taken(waiting, others) == {"m1"}


def test_all_who_are_alive_share_and_leave_nothing_over():
    names = ["one", "two", "three"]
    shares = [Share.of(me, [each for each in names if each != me]) for me in names]
    assert {(each.first, each.number) for each in shares} == {(0, 3), (1, 3), (2, 3)}
