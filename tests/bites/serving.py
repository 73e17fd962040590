"""What keeps a command from being lost, or served twice."""

from __future__ import annotations

from tests.bites.bite import Bite

SERVING = (
    Bite(
        "gap",
        "bot/edges/webex/websocket.py",
        "number > last + 1",
        "number < last",
        ("tests/websocket/test_lines.py",),
    ),
    Bite(
        "dedupe",
        "bot/edges/durable/engine.py",
        "with SetWorkflowID(key):",
        "with SetWorkflowID(key + uuid.uuid4().hex):",
        ("tests/engine/test_at_once.py", "tests/stories/test_meeting.py"),
    ),
    Bite(
        "checkpoint",
        "bot/edges/durable/checkpoints.py",
        "                connection.execute(_WRITE, row)",
        "                pass",
        ("tests/engine/test_kills.py", "tests/engine/test_engine.py"),
    ),
    Bite(
        "fence",
        "bot/edges/durable/workflows.py",
        'if status is None or (status.status, status.executor_id) != ("PENDING", executor):',
        "if status is None:",
        ("tests/engine/test_fence.py",),
    ),
    Bite(
        "look-back",
        "bot/edges/webex/look_back.py",
        "self._server.accept(notice, heard.written)",
        "pass",
        ("tests/engine/test_look_back.py",),
    ),
    Bite(
        "revival of webhooks",
        "bot/edges/webex/watch.py",
        "mended = self._mend()",
        "mended = Synced()",
        ("tests/engine/test_look_back.py",),
    ),
    Bite(
        "order",
        "bot/edges/durable/lanes.py",
        "self._written < other._written and ",
        "False and ",
        ("tests/engine/test_order.py",),
    ),
    Bite(
        "one worker for a lane",
        "bot/edges/durable/shares.py",
        "(notice.lane or notice.key)",
        "notice.key",
        ("tests/edges/test_shares.py",),
    ),
    Bite(
        "forgetting what is finished",
        "bot/edges/durable/clearing.py",
        "WHEN NEW.completed_at IS NOT NULL\n    BEGIN",
        "WHEN NEW.completed_at IS NULL\n    BEGIN",
        ("tests/edges/test_clearing.py",),
    ),
    Bite(
        "recording before the answer",
        "bot/edges/web/receiver.py",
        "        accept(notice)\n",
        '        __import__("threading").Thread(target=accept, args=(notice,)).start()\n',
        ("tests/edges/test_receiver.py",),
    ),
    Bite(
        "a look before sending again",
        "bot/edges/durable/rounds.py",
        "answer = self._sent_before(step) if in_doubt else None",
        "answer = None",
        ("tests/engine/test_kills.py", "tests/engine/test_seeking.py"),
    ),
    Bite(
        "decisions for a replay",
        "bot/core/remembering.py",
        "    recorded: ClassVar[bool] = True\n",
        "    recorded: ClassVar[bool] = False\n",
        ("tests/stories/test_crashes.py",),
    ),
    Bite(
        "question about what is late",
        "bot/core/conversations/late.py",
        "return asked.at - written >= ",
        "return asked.at - written < ",
        ("tests/engine/test_look_back.py",),
    ),
    Bite(
        "nobody else's webhooks",
        "bot/edges/webex/webhooks.py",
        "if each.target == target]",
        "if each.target]",
        ("tests/contract/test_webex.py",),
    ),
    Bite(
        "earlier secret",
        "bot/core/notices.py",
        "for each in (secret, secret_before) if each",
        "for each in (secret,) if each",
        ("tests/core/test_notices.py", "tests/edges/test_rotation.py"),
    ),
    Bite(
        "turn lent by who waits",
        "bot/edges/durable/turns.py",
        "        self.rest()\n        await asyncio.sleep(seconds)\n        await self.wake()\n",
        "        await asyncio.sleep(seconds)\n",
        ("tests/engine/test_engine.py", "tests/engine/test_turns.py"),
    ),
    Bite(
        "taking over from the dead",
        "bot/edges/durable/leases.py",
        "return [(row.executor, row.until) for row in dead]",
        "return []",
        ("tests/engine/test_leases.py",),
    ),
    Bite(
        "handing over at the end",
        "bot/edges/durable/turns.py",
        "            if not turn.held:\n                turn.end()\n",
        "            pass\n",
        ("tests/engine/test_leaving.py", "tests/engine/test_turns.py"),
    ),
)
