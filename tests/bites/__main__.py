"""Removes safeguards from a copy of the bot, one at a time, and checks that a test fails.

``python -m tests.bites`` takes an hour; ``python -m tests.bites signature fence`` tries only these.
``--help`` lists them. It fails if no test notices one. A quick test checks that each can still be
removed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bites.answering import ANSWERING_BITES
from tests.bites.arrivals import ARRIVALS
from tests.bites.bite import Bite
from tests.bites.desks import DESKS
from tests.bites.doors import DOORS
from tests.bites.duty import DUTY
from tests.bites.events import EVENTS
from tests.bites.experts import EXPERTS
from tests.bites.hearing import HEARING
from tests.bites.mail import MAIL
from tests.bites.meetings_meant import MEETINGS_MEANT
from tests.bites.operating import OPERATING
from tests.bites.people import PEOPLE
from tests.bites.programs import PROGRAMS
from tests.bites.remarks import REMARKS
from tests.bites.sandbox import SANDBOX
from tests.bites.secrecy import SECRECY
from tests.bites.serving import SERVING
from tests.bites.spoken_of_last import SPOKEN_OF_LAST

ROOT = Path(__file__).parents[2]
LONGEST = 600
"""Seconds for the tests; a bot without a safeguard may hang."""

AT_ONCE = os.cpu_count() or 1
"""Bites tried at the same time."""

COPIED = (
    "bot",
    "tests",
    ".pytest.ini",
    ".mypy.ini",
    ".ruff.toml",
    ".env.example",
    "README.md",
    "Procfile",
)

BITES = (
    *SERVING,
    *SECRECY,
    *OPERATING,
    *MAIL,
    *PEOPLE,
    *DOORS,
    *ARRIVALS,
    *DESKS,
    *EXPERTS,
    *DUTY,
    *SANDBOX,
    *PROGRAMS,
    *REMARKS,
    *SPOKEN_OF_LAST,
    *EVENTS,
    *HEARING,
    *MEETINGS_MEANT,
    *ANSWERING_BITES,
)


def main(names: list[str]) -> int:
    """Remove each in turn, print which tests failed, and return 1 if none did for one."""
    if unknown := set(names) - {each.name for each in BITES}:
        print(f"There is no bite called {', '.join(sorted(unknown))}.")
        return 2
    chosen = [each for each in BITES if not names or each.name in names]
    if failing := _failures_of_the_whole(chosen):
        print(f"== with every safeguard in its place: {failing}; mend that first")
        return 1
    unnoticed = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for bite, noticed in zip(chosen, pool.map(_noticed, chosen), strict=True):
            print(f"== {bite.name}: {noticed or 'NOBODY NOTICED'}", flush=True)
            unnoticed += [] if noticed else [bite.name]
    return bool(unnoticed)


def _failures_of_the_whole(chosen: list[Bite]) -> str:
    """Return the tests that fail anyway: they notice nothing."""
    with tempfile.TemporaryDirectory(prefix="bite-") as folder:
        tests = tuple(sorted({test for bite in chosen for test in bite.tests}))
        tree = _copied(Path(folder) / "tree")
        return _failures(tree, tests, "-n", str(AT_ONCE), "--maxfail", "3")


def _noticed(bite: Bite) -> str:
    """Return the tests that failed, or nothing."""
    with tempfile.TemporaryDirectory(prefix="bite-") as folder:
        tree = _copied(Path(folder) / "tree")
        file = tree / bite.file
        file.write_text(bite.taken_out(file.read_text()))
        return _failures(tree, bite.tests, "-n", "0", "--maxfail", "1")


def _copied(tree: Path) -> Path:
    """Copy with what Python has compiled: it takes longer than most tests."""
    tree.mkdir()
    for name in COPIED:
        origin = ROOT / name
        if origin.is_dir():
            shutil.copytree(origin, tree / name)
        else:
            shutil.copy(origin, tree / name)
    return tree


def _failures(tree: Path, tests: tuple[str, ...], *options: str) -> str:
    grouped = ("--dist", "loadfile", "--no-loadscope-reorder")
    command = [sys.executable, "-m", "pytest", *grouped, *options, "-rfE", *tests]
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


def _asked() -> list[str]:
    """Return the names on the command line."""
    listed = "\n".join(f"  {each.name}" for each in BITES)
    parser = argparse.ArgumentParser(
        "python -m tests.bites",
        description="Takes safeguards out, one at a time, and checks that a test fails.",
        epilog=f"The safeguards:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", help="safeguards to take out; none for all of them")
    return list(parser.parse_args().names)


if __name__ == "__main__":
    sys.exit(main(_asked()))
