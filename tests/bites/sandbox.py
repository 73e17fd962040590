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
        "trigger_of(each).due.timestamp() - self._clock())",
        "trigger_of(each).due.timestamp() - time.time())",
        ("tests/sandbox/test_movable_clock.py",),
    ),
    Bite(
        "tasks that are recorded while the clock moves",
        "bot/edges/durable/workflow_store.py",
        "if moves != self._moves:",
        "if moves > self._moves:",
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
        "the focus in a card",
        "bot/sandbox/page/static/main.js",
        "  if (isWide()) composer.focus(); // now: later, the focus may be in a card\n"
        "  await readAll();\n",
        "  await readAll();\n  if (isWide()) composer.focus();\n",
        ("tests/browser/test_chat_page.py",),
    ),
    Bite(
        "news of other people",
        "bot/sandbox/page/chat.py",
        '"change" if _concerns(world, viewer, change) else "elsewhere"',
        '"change" if _concerns(world, viewer, change) else "nothing"',
        ("tests/sandbox/test_chat.py",),
    ),
)
