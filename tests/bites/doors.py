"""The safeguards of the door's pages."""

from __future__ import annotations

from tests.bites.bite import Bite

PAGES = ("tests/edges/test_door_pages.py",)
LIMITS = ("tests/edges/test_door_limits.py",)
BROWSER = ("tests/browser/test_doors.py",)

DOORS = (
    Bite(
        "a look that presses",
        "bot/edges/web/door/guest_pages.py",
        '        """Show the door."""\n',
        '        """Show the door."""\n        self._service.press(token)\n',
        PAGES,
    ),
    Bite(
        "only who pressed goes in",
        "bot/edges/web/door/templates/door.js",
        'data.state === "admitted" && wasPressed()',
        'data.state === "admitted"',
        BROWSER,
    ),
    Bite(
        "no referrer",
        "bot/edges/web/door/door_site.py",
        '"Referrer-Policy": "same-origin",',
        '"Referrer-Policy": "unsafe-url",',
        BROWSER,
    ),
    Bite(
        "the origin that a form may lead to",
        "bot/edges/web/door/door_site.py",
        "f\"'self' {_origin(self.link_origin)}\"",
        "\"'self'\"",
        BROWSER,
    ),
    Bite(
        "no frame",
        "bot/edges/web/door/door_site.py",
        '"frame-ancestors": "\'none\'"',
        '"frame-ancestors": "*"',
        BROWSER,
    ),
    Bite(
        "presses on other pages",
        "bot/edges/web/door/door_gate.py",
        "if refusal := self._site.refusal_of_press():",
        "if refusal := None:",
        PAGES,
    ),
    Bite(
        "guesses of tokens",
        "bot/edges/web/door/door_gate.py",
        "self._check(None, self._limits.wait_for_unknown(self._site.client()))",
        "self._limits.wait_for_unknown(self._site.client())",
        LIMITS,
    ),
    Bite(
        "lost links by mailbox",
        "bot/core/domain/limits.py",
        "MOST_LOST = 3",
        "MOST_LOST = 4",
        ("tests/doors/test_lost_links.py",),
    ),
    Bite(
        "the cookie of a shared door alone",
        "bot/edges/web/door/guest_pages.py",
        "if view.shared:\n            self._remember",
        "if True:\n            self._remember",
        PAGES,
    ),
    Bite(
        "a state that stayed costs nothing",
        "bot/edges/web/door/door_site.py",
        "answer.make_conditional(request)",
        "pass",
        PAGES,
    ),
    Bite(
        "a press that is repeated by itself",
        "bot/edges/web/door/templates/retry.js",
        "  retry();\n})",
        "})",
        BROWSER,
    ),
    Bite(
        "the time that is left",
        "bot/edges/web/door/templates/door.js",
        "if (announced > minutes",
        "if (announced < minutes",
        BROWSER,
    ),
    Bite(
        "the time that is left follows the bot's clock",
        "bot/edges/web/door/templates/door.js",
        "if (now) ahead",
        "if (!now) ahead",
        BROWSER,
    ),
    Bite(
        "lost links by phone number",
        "bot/core/conversations/doors/lost_links.py",
        'return Guest(phone=phone_numbers.number(written, due.installation.region) or "")',
        "return Guest()",
        ("tests/doors/test_lost_links.py",),
    ),
    Bite(
        "lost links leave the guest's limit to hosts",
        "bot/core/conversations/doors/lost_links.py",
        "messages_per_guest=0)",
        "messages_per_guest=3)",
        ("tests/doors/test_lost_links.py",),
    ),
    Bite(
        "lost links of several meetings are one message",
        "bot/core/conversations/doors/lost_links.py",
        "if len(renewed) > 1 else ()",
        "if len(renewed) > 9 else ()",
        ("tests/doors/test_lost_links.py",),
    ),
    Bite(
        "who is removed waits no longer",
        "bot/edges/storage/withdrawals.py",
        ", forgetting_who_waits(step)):",
        "):",
        ("tests/doors/test_admitting.py",),
    ),
    Bite(
        "a lost link is said once in a chat",
        "bot/core/conversations/doors/lost_links.py",
        "ways=tuple(way for way in to.ways if way is not Way.DIRECT)",
        "ways=()",
        ("tests/doors/test_lost_links.py",),
    ),
    Bite(
        "a guest's link that would be a host's page",
        "bot/edges/storage/door_lookup.py",
        "doors.c.token_hash == hash_of(token), doors.c.kind == HOST)",
        "doors.c.token_hash == hash_of(token),)",
        ("tests/doors/test_revoking.py",),
    ),
    Bite(
        "a host's page looks before it starts",
        "bot/edges/web/door/host_pages.py",
        'f"host_{name}", press, methods=["POST"])',
        'f"host_{name}", press, methods=["GET", "POST"])',
        PAGES,
    ),
    Bite(
        "a guest waits to be let in",
        "bot/edges/web/door/guest_doors.py",
        "if door.meeting.admit_first and not door.who.admitted:",
        "if door.meeting.admit_first and door.who.admitted:",
        ("tests/doors/test_admitting.py",),
    ),
    Bite(
        "who is removed loses their door",
        "bot/edges/storage/door_keys.py",
        "doors.c.kind == GUEST).values(state=REMOVED)",
        "doors.c.kind == GUEST).values(state=OPEN)",
        ("tests/doors/test_revoking.py",),
    ),
    Bite(
        "a fresh link closes the door before",
        "bot/edges/storage/door_keys.py",
        "now_open).values(state=REPLACED)",
        "now_open).values(state=OPEN)",
        ("tests/doors/test_revoking.py",),
    ),
    Bite(
        "a door that was closed during the press",
        "bot/edges/storage/door_lookup.py",
        "if _find(connection, door.token_hash, door.visitor) is None:",
        "if door.who is None:",
        ("tests/doors/test_revoking.py",),
    ),
    Bite(
        "the hash of a token",
        "bot/edges/storage/door_keys.py",
        'vars(self) | {"token_hash": hash_of(token)}',
        'vars(self) | {"token_hash": hash_of(token), "name": token}',
        ("tests/doors/test_arriving.py",),
    ),
    Bite(
        "only an admitted host's page",
        "bot/edges/web/door/host_doors.py",
        "return page if page and self.settings.access.admits(page.email) else None",
        "return page",
        ("tests/doors/test_revoking.py",),
    ),
    Bite(
        "no emphasis in a door's link",
        "bot/edges/storage/door_keys.py",
        'token.replace("_", "-")',
        "token",
        ("tests/edges/test_door_store.py",),
    ),
    Bite(
        "no emphasis in any link",
        "bot/core/wording/texts.py",
        "if not _IN_LINKS.search(url):",
        "if url:",
        ("tests/core/test_texts.py",),
    ),
)
"""Each leaves a guest stranded, lets a scanner in, or gives an address away."""
