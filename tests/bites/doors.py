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
        " && wasPressed()",
        "",
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
        "bot/edges/web/door/lost_page.py",
        "if self._limits.may_send_to(address):",
        "if True:",
        LIMITS,
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
)
"""Each leaves a guest stranded, lets a scanner in, or gives an address away."""
