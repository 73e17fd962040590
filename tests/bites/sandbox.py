"""What the sandbox's page and its developer tools rely on."""

from __future__ import annotations

from tests.bites.bite import Bite

SANDBOX = (
    Bite(
        "secrets in shown calls",
        "bot/sandbox/webex/traffic.py",
        "    return _IN_FORM.sub(",
        "    return text or _IN_FORM.sub(",
        ("tests/sandbox/test_developer_tools.py",),
    ),
    Bite(
        "tasks that follow the clock",
        "bot/edges/durable/workflow_store.py",
        "- int(1000 * seconds)",
        "- int(0 * seconds)",
        ("tests/sandbox/test_movable_clock.py",),
    ),
    Bite(
        "outages that end",
        "bot/sandbox/outages.py",
        "if each != fault]",
        "]",
        ("tests/sandbox/test_developer_tools.py",),
    ),
    Bite(
        "the end of the chat in sight",
        "bot/sandbox/page/static/messages.js",
        "if (isNear || scrollTop < this.lastTop) this.isPinned",
        "this.isPinned",
        ("tests/browser/test_scrolling.py",),
    ),
    Bite(
        "news of other people",
        "bot/sandbox/page/chat.py",
        '"change" if _concerns(world, viewer, change) else "elsewhere"',
        '"change" if _concerns(world, viewer, change) else "nothing"',
        ("tests/sandbox/test_chat.py",),
    ),
)
