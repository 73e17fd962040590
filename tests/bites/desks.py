"""The safeguards of desks with posters."""

from __future__ import annotations

from tests.bites.bite import Bite

STORE = ("tests/edges/test_desk_store.py",)
STORY = ("tests/doors/test_desks.py",)
PAGES = ("tests/doors/test_desk_pages.py",)
POSTERS = ("tests/doors/test_posters.py",)
CANCELLING = ("tests/doors/test_desk_cancelling.py",)
LOOKUP, SERVICE = "bot/edges/storage/desk_lookup.py", "bot/edges/web/door/desk_doors.py"
SHOWN = "bot/edges/web/door/desk_pages.py"

DESKS = (
    Bite(
        "one caller of two presses at once",
        "bot/edges/web/door/desk_pages.py",
        "        visitor = _caller() or _caller_on(form)\n",
        "        visitor = _caller() or secrets.token_urlsafe(16)\n",
        ("tests/doors/test_desk_pages.py",),
    ),
    Bite(
        "one call a device",
        LOOKUP,
        "(of_page, _last(connection, desk, visitor))",
        "(of_page,)",
        STORE,
    ),
    Bite(
        "one call a page",
        LOOKUP,
        "(of_page, _last(connection, desk, visitor))",
        "(_last(connection, desk, visitor),)",
        STORY,
    ),
    Bite(
        "calls one after the other",
        LOOKUP,
        "            connection.execute(held.values(off=desks.c.off))\n",
        "",
        STORE,
    ),
    Bite(
        "limits of a desk",
        LOOKUP,
        "if refusal := refusal_of(_recent(connection, desk, visitor, asked.at)):",
        "if refusal := None:",
        STORY,
    ),
    Bite(
        "a press recorded with its call",
        LOOKUP,
        "            row_of().insert(connection)\n",
        "",
        STORY,
    ),
    Bite(
        "the digits on a poster",
        SERVICE,
        "if desk.code and press.digits != desk.code:",
        "if desk.code and not press.digits:",
        STORY,
    ),
    Bite(
        "one press stops no poster",
        "bot/core/conversations/press_decisions.py",
        ' | HangPoster(change="new") | ',
        " | ",
        POSTERS,
    ),
    Bite(
        "the age of a screen's code",
        "bot/edges/storage/desk_store.py",
        "WORKS = 10\n",
        "WORKS = 100\n",
        STORY,
    ),
    Bite(
        "posters that were replaced",
        SERVICE,
        "if found.moved or desk.off:",
        "if desk.off:",
        STORY,
    ),
    Bite(
        "a look that calls",
        SHOWN,
        "        view = self._at(token)\n        if call :=",
        "        view = self._at(token)\n"
        '        self._doors.press(token, CallPress("anybody", "a page", "en"))\n'
        "        if call :=",
        PAGES,
    ),
    Bite(
        "presses on other sites at a desk",
        SHOWN,
        "if refusal := self._site.refusal_of_press():",
        "if refusal := None:",
        PAGES,
    ),
    Bite(
        "guesses of digits",
        SHOWN,
        "(wait := self._limits.wait_for_digits(self._site.client()))",
        "(wait := 0.0)",
        PAGES,
    ),
    Bite(
        "callers let in",
        "bot/core/conversations/expert_calls/desk_callers.py",
        "    yield AdmitVisitors(meeting.number, ids, request.at)\n",
        "",
        STORY,
    ),
    Bite(
        "no word of an earlier wait on the page of a call that was taken",
        "bot/core/conversations/expert_calls/desk_callers.py",
        "    yield ClearDoors(meeting.number)  # as that nobody was free\n",
        "",
        STORY,
    ),
    Bite(
        "the address of a screen that was replaced",
        SERVICE,
        "if found is None or found.moved or not found.is_screen",
        "if found is None or not found.is_screen",
        STORY,
    ),
    Bite(
        "calls at another desk",
        LOOKUP,
        "sa.and_(desk_calls.c.desk == desk, desk_calls.c.visitor == visitor))",
        "desk_calls.c.visitor == visitor)",
        STORY,
    ),
    Bite(
        "callers who wait again",
        "bot/core/conversations/experts/expert_returns.py",
        "        yield HaveCallerWait(meeting.number)\n",
        "        pass\n",
        STORY,
    ),
    Bite(
        "a meeting for each call",
        "bot/core/conversations/experts/desk_calls.py",
        "sub=press.seed,",
        "sub=desk.seed,",
        STORY,
    ),
    Bite(
        "a call that was taken stays",
        "bot/core/conversations/expert_calls/desk_cancelling.py",
        "if made is None or not (made.is_free and desk_of(meeting)):",
        "if made is None:",
        CANCELLING,
    ),
    Bite(
        "calls of others",
        "bot/core/conversations/expert_calls/desk_cancelling.py",
        "return record.meeting if group and _may_cancel(group, request) else None",
        "return record.meeting if group else None",
        CANCELLING,
    ),
    Bite(
        "requests of colleagues",
        "bot/core/conversations/expert_calls/desk_cancelling.py",
        "if record is None or not desk_of(record.meeting) or",
        "if record is None or",
        CANCELLING,
    ),
    Bite(
        "one press that cancels a call",
        "bot/core/conversations/expert_calls/desk_cancelling.py",
        "    if command.ask_first:\n",
        "    if not command:\n",
        CANCELLING,
    ),
    Bite(
        "posters of other groups",
        "bot/core/conversations/experts/posters.py",
        "return bool(groups) and all(",
        "return bool(groups) and any(",
        POSTERS,
    ),
    Bite(
        "names that fit a poster",
        "bot/edges/delivery/poster_pdf.py",
        "size *= min(1.0, ",
        "size *= max(1.0, ",
        POSTERS,
    ),
)
"""Each calls somebody too often, for the wrong person, or not at all."""
