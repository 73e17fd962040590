"""Takes a safeguard out of a copy of the bot, one at a time, and sees who notices.

``python -m tests.bites``: takes minutes. ``python -m tests.bites signature fence``: only these.
It fails if one is noticed by nobody. A quick test sees to it that each can still be taken out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST = 900
"""Seconds for the tests concerned; a bot without a safeguard may hang."""

COPIED = ("bot", "tests", ".pytest.ini", ".mypy.ini", ".ruff.toml", ".env.example", "README.md")


@dataclass(frozen=True)
class Bite:
    """A safeguard, and how it is taken out.

    Args:
        name: of the safeguard.
        file: where it stands.
        old: what stands there, once.
        new: what is put in its place.
        tests: that should notice.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def taken_out(self, source: str) -> str:
        """Return the file without it.

        Raises:
            ValueError: it does not stand there, once; this list is to be mended.
        """
        if source.count(self.old) != 1:
            raise ValueError(f"{self.file} has changed: the bite “{self.name}” finds nothing.")
        return source.replace(self.old, self.new)


BITES = (
    Bite(
        "gap",
        "bot/edges/webex/websocket.py",
        "number > last + 1",
        "number < last",
        ("tests/websocket/test_lines.py",),
    ),
    Bite(
        "trusted hosts",
        "bot/edges/webex/devices.py",
        "if not (ours and is_trustworthy",
        "if not (host and is_trustworthy",
        ("tests/websocket/test_lines.py",),
    ),
    Bite(
        "signature",
        "bot/core/notices.py",
        "hmac.compare_digest(",
        "bool or (",
        ("tests/core/test_notices.py", "tests/edges/test_receiver.py"),
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
        "redaction of a bug",
        "bot/edges/bugs.py",
        "bug=kind, at=where(bug))",
        "bug=kind, at=where(bug), words=str(bug))",
        ("tests/stories/test_secrets.py", "tests/engine/test_engine.py"),
    ),
    Bite(
        "redaction of links",
        "bot/core/links.py",
        'return f"{type(self).__name__}(…)"',
        "return self.__url",
        ("tests/core/test_texts.py",),
    ),
    Bite(
        "redaction of trouble",
        "bot/edges/upstream.py",
        "    if not response.ok:\n",
        "    if False:\n",
        ("tests/contract/test_webex.py",),
    ),
    Bite(
        "inert text",
        "bot/core/texts.py",
        "return _BLOCK.sub(",
        "return said or _BLOCK.sub(",
        ("tests/core/test_texts.py",),
    ),
    Bite(
        "who may ask",
        "bot/core/access.py",
        "return bool({EVERYONE, address, domain} & self.allowed)",
        "return bool({EVERYONE, address, domain} | self.allowed)",
        ("tests/stories/test_who_may.py",),
    ),
    Bite(
        "whose meeting",
        "bot/edges/storage/finding.py",
        "hosts.c.person_id == ",
        "hosts.c.person_id != ",
        ("tests/stories/test_who_may.py", "tests/edges/test_finding.py"),
    ),
    Bite(
        "deadline of a request",
        "bot/edges/web/serving.py",
        "late.socket.shutdown(socket.SHUT_RDWR)",
        "pass",
        ("tests/edges/test_serving.py",),
    ),
    Bite(
        "forgetting what is finished",
        "bot/edges/durable/clearing.py",
        "WHEN NEW.completed_at IS NOT NULL\n    BEGIN",
        "WHEN NEW.completed_at IS NULL\n    BEGIN",
        ("tests/edges/test_clearing.py",),
    ),
    Bite(
        "page's password",
        "bot/edges/web/admin.py",
        "None if _is_known(token) else _who_is_there()",
        "None",
        ("tests/seeing/test_admin.py",),
    ),
    Bite(
        "page's proof",
        "bot/edges/web/admin.py",
        "if not _is_proof(proof(key)):",
        "if not proof(key):",
        ("tests/seeing/test_admin.py",),
    ),
    Bite(
        "token of the metrics",
        "bot/edges/web/health.py",
        "if token and not is_bearer(token):",
        "if token is None and not is_bearer(token):",
        ("tests/seeing/test_metrics.py",),
    ),
)


def main(names: list[str]) -> int:
    """Take each out, print who noticed, and return 1 if nobody did of one."""
    chosen = [each for each in BITES if not names or each.name in names]
    if failing := _failures_of_the_whole(chosen):
        print(f"== with every safeguard in its place: {failing}; mend that first")
        return 1
    unnoticed = []
    for bite in chosen:
        noticed = _noticed(bite)
        print(f"== {bite.name}: {noticed or 'NOBODY NOTICED'}", flush=True)
        unnoticed += [] if noticed else [bite.name]
    return bool(unnoticed)


def _failures_of_the_whole(chosen: list[Bite]) -> str:
    """A test that fails in any case has noticed nothing."""
    with tempfile.TemporaryDirectory(prefix="bite-") as folder:
        tests = tuple(sorted({test for bite in chosen for test in bite.tests}))
        tree = _copied(Path(folder) / "tree")
        return _failures(tree, tests)


def _noticed(bite: Bite) -> str:
    """Return the tests that failed, or nothing."""
    with tempfile.TemporaryDirectory(prefix="bite-") as folder:
        tree = _copied(Path(folder) / "tree")
        file = tree / bite.file
        file.write_text(bite.taken_out(file.read_text()))
        return _failures(tree, bite.tests)


def _copied(tree: Path) -> Path:
    tree.mkdir()
    for name in COPIED:
        origin = ROOT / name
        leave = shutil.ignore_patterns("__pycache__")
        if origin.is_dir():
            shutil.copytree(origin, tree / name, ignore=leave)
        else:
            shutil.copy(origin, tree / name)
    return tree


def _failures(tree: Path, tests: tuple[str, ...]) -> str:
    command = [sys.executable, "-m", "pytest", "-n", "2", "--maxfail", "3", "-rfE", *tests]
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "HOME") if name in os.environ}
    environment = kept | {"PYTHONPATH": str(tree)}
    try:
        done = subprocess.run(
            command,
            check=False,
            cwd=tree,
            env=environment,
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        return "the tests did not come to an end"
    found = re.findall(r"(?m)^(?:FAILED|ERROR) \S+?::(\w+)", done.stdout)
    return ", ".join(sorted(set(found)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
