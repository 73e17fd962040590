"""What no log and no database file may contain."""

from __future__ import annotations

import io
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from bot.core.domain.joseencrypt import LinkRequest
from bot.core.wording.texts import LINK, Text
from bot.edges.sources.instant_connect import Broker
from bot.edges.storage.encryption import SEALED, PayloadCipher, keys_of
from bot.sandbox.page import phone_pages
from bot.sandbox.webex.faults import Html200, RateLimited, RefuseDirect, ServerError, Unauthorized
from tests.stories.real import TOKEN, RealStage, Town
from tests.stories.stage import SECRET
from tests.stories.test_more_links import started

PHONE = "+491713920042"
GUESTS = ("alice@x.com", "nobody.yet@y.org", "bob@example.com", PHONE)
SUBJECT = "very secret subject"
CIPHER = re.compile(r"eyJ[\w-]{16,}\.[\w-]")
"""How every cipher begins: the header of a compact JWE."""


class FoundError(Exception):
    """A bug whose message holds what must not be kept."""


@pytest.fixture(scope="module")
def lived(town: Town, logged: io.StringIO) -> Iterator[RealStage]:
    """A life with everything in it: links, refusals, faults, strangers and a bug."""
    bot = RealStage(town)
    bot.hears("erin", f"meet alice@x.com nobody.yet@y.org @Bob about the {SUBJECT}")
    bot.hears("erin", "meet 2 guests qr", space=None)
    bot.faults = [RefuseDirect(email="alice@x.com", times=None)]
    bot.hears("erin", "meet alice@x.com here")
    for fault in (RateLimited(1), ServerError(503), Unauthorized(), Html200()):
        for path in ("/messages/", "joseencrypt", "/messages"):
            method = "GET" if path == "/messages/" else "POST"
            bot.faults = [replace(fault, method=method, path=path, times=2)]
            bot.hears("erin", "meet alice@x.com bob@example.com")
    for fault in (RateLimited(1), Unauthorized(), Html200(), ServerError(503)):
        bot.faults = [replace(fault, path=phone_pages.PATH, times=2)]
        bot.hears("erin", f"meet 0171 3920042 bob@example.com about the {SUBJECT}")
    bot.faults = []
    bot.hears(bot.stranger(), "meet alice@x.com", space=None)
    bot.hears("erin", "meeet alice@x.com")
    note = started(bot, f"meet alice@x.com nobody.yet@y.org {PHONE} about the {SUBJECT}")
    bot.hears("erin", "add bob@example.com", space=None)
    bot.presses("erin", "Invite", note, people="bob@example.com")
    bot.presses("erin", "More…", note)
    bot.presses("erin", "Resend to everybody")
    bot.presses("erin", "Resend link", **{"guest.people": "bob@example.com"})
    bot.presses("erin", "Send", **{"tell.text": "I am late"})
    bot.presses("erin", "Move", **{"move.date": "2099-01-01", "move.time": "10:00"})
    bot.presses("erin", "Remove guest", **{"guest.people": "bob@example.com"})
    for said in ("text for all", "resend all", "extend 30m", "cancel", "meetings", "status"):
        bot.hears("erin", said, space=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.core.replies.host_note", _broken)
        bot.hears("erin", "meet alice@x.com")
    _leave_one_unfinished(bot)
    yield bot
    bot.faults = []


def _leave_one_unfinished(bot: RealStage) -> None:
    """Leave something in hand, to look into it as well."""
    bot.faults = [RateLimited(3000, method="POST", path="/messages", naming="alice@x.com")]
    before = len(bot.posted_in("Support"))
    with bot.unwatched():
        bot.hears("erin", "meet alice@x.com here")
    assert bot.world.wait_for(lambda: len(bot.posted_in("Support")) > before, 10)


def _broken(meeting: object, link: object) -> None:
    raise FoundError(f"{meeting!r} {link!r} alice@x.com {PHONE} {SECRET} {TOKEN}")


def _secrets(bot: RealStage) -> set[str]:
    links = {link for note in bot.said() for link in note.links}
    texted = [link for text in bot.texted(PHONE) for link in re.findall(r"https?://\S+", text)]
    assert len(texted) > 5
    links.update(texted)
    codes = {link.rpartition("/")[2] for link in links}
    assert len(links) > 10
    return {TOKEN, SECRET, phone_pages.KEY, *GUESTS, "3920042", *links, *codes, SUBJECT, "/visit/"}


def _found(bot: RealStage, text: str) -> set[str]:
    return {each for each in _secrets(bot) if each in text} | set(CIPHER.findall(text))


def test_no_log_holds_a_secret(lived: RealStage, logged: io.StringIO):
    written = logged.getvalue()
    assert "step.again" in written  # it was really written down
    assert "conversation.broken" in written
    assert _found(lived, written) == set()
    # urllib3, which `logs` keeps quiet, tells every path while debugging; ours do not.
    ours = [row for row in written.splitlines() if '"POST /' not in row]
    assert [row for row in ours if phone_pages.PATH in row] == []


def test_the_file_of_everything_durable_holds_no_key_to_a_meeting(lived: RealStage, town: Town):
    files = sorted(town.database.parent.glob("bot.sqlite*"))
    kept = "".join(file.read_bytes().decode("latin-1") for file in files)
    assert "messages:created:" in kept  # the conversations really lie there
    assert phone_pages.PATH not in kept
    assert _found(lived, kept) <= {*GUESTS, "3920042", SUBJECT}


def test_stored_data_does_not_open_a_meeting(lived: RealStage, town: Town):
    with closing(sqlite3.connect(town.database)) as database:
        stored = [sub for (sub,) in database.execute("select sub from meetings")]
    links = [link for note in lived.said() for link in note.links]
    theirs = {lived.opens(link).meeting for link in links if "/visit/" in link}
    broker = Broker(links[0].partition("/visit/")[0], TOKEN)
    minted = [broker.mint(LinkRequest(sub=each, hosts=0, guests=1)) for each in stored]
    tried = {lived.opens(Text.with_links(LINK, each.guests[0]).markdown).meeting for each in minted}
    broker.close()
    assert len(theirs) > 3
    assert len(tried) > 3
    assert theirs & tried == set()


def test_a_meetings_people_are_only_in_the_ledger(lived: RealStage, town: Town):
    written = " ".join(_beside_the_ledger(town))
    assert "messages:created:" in written
    assert _found(lived, written) == set()


def test_a_recorded_decision_is_encrypted_and_has_no_link(lived: RealStage, town: Town):
    encryption = PayloadCipher(keys_of((), f"sqlite:///{town.database}", make=False))
    sealed = [each for each in _beside_the_ledger(town) if each.startswith(SEALED)]
    read = " ".join(map(encryption.decrypt, sealed))
    assert {SUBJECT, "alice@x.com", "message_id"} <= {*re.findall(r"[\w@.]+", read), SUBJECT}
    assert SUBJECT in read
    assert _found(lived, read) <= {*GUESTS, "3920042", SUBJECT}


def _beside_the_ledger(town: Town) -> list[str]:
    with closing(sqlite3.connect(town.database)) as database:
        names = database.execute("select name from sqlite_master where type = 'table'").fetchall()
        others = {name for (name,) in names} - {"meetings", "hosts", "deliveries"}
        return [str(each) for name in others for row in _rows(database, name) for each in row]


def _rows(database: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return database.execute(f'select * from "{table}"').fetchall()  # noqa: S608 - its own name
