"""No log and no unneeded record contains a guest of an email."""

from __future__ import annotations

import io
import re
import sqlite3
from contextlib import closing

import requests

from bot.sandbox.page.post_office import PATH
from bot.sandbox.webex.faults import NotFoundYet, RefuseDirect, Reset
from tests.stories.real import RealStage, Town

SUBJECT = "very secret subject"
GUESTS = ("alice@x.com", "dora@both.org", "emil@there.org")
OF_MEETINGS = {"meetings", "hosts", "deliveries"}


def lived(town: Town) -> RealStage:
    bot = RealStage(town)
    for clock, faults in {
        "15:00": [],
        "16:00": [RefuseDirect(email="emil@there.org", times=None)],
        "17:00": [Reset(path=PATH, times=4)],  # on a slow machine two are given up at once
        "18:00": [NotFoundYet(path=PATH, times=None)],
    }.items():
        bot.faults = faults
        bot.hears("erin", f"meet {' '.join(GUESTS)} tomorrow {clock} about the {SUBJECT}")
    bot.faults = []
    # Other tests' meetings of today would be meant first.
    [number] = re.findall(r"\(#(\d+)\)", bot.posted_in("Support")[-1].text)
    for said in ("resend all of", "extend 30m", "cancel"):
        bot.hears("erin", f"{said} #{number}")
    return bot


def test_nothing_of_a_guest_is_logged_or_kept_with_the_conversations(
    logged: io.StringIO, town: Town
):
    bot = lived(town)
    letters = [letter for who in GUESTS for letter in bot.mailed(who)]
    links = {link for letter in letters for link in letter.links}
    assert len(links) > 5
    secrets = {*GUESTS, *links, *(link.rpartition("/")[2] for link in links), SUBJECT}
    written = logged.getvalue()
    assert "step.again" in written
    where = [row[:160] for row in written.splitlines() if any(each in row for each in secrets)]
    assert where == []
    counted = requests.get(f"{town.receiver}/metrics", timeout=5).text
    assert "SendMail" in counted
    assert [each for each in secrets if each in counted] == []
    kept = kept_beside_meetings(town)
    assert [each for each in secrets if each in kept] == []


def kept_beside_meetings(town: Town) -> str:
    with closing(sqlite3.connect(town.database)) as database:
        found = database.execute("select name from sqlite_master where type = 'table'").fetchall()
        names = {name for (name,) in found} - OF_MEETINGS
        rows = [database.execute(f'select * from "{name}"').fetchall() for name in names]  # noqa: S608 - the names come from the database itself
    return str(rows)
