"""Starts the bot as its users run it: one process, or web and worker."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from tests.bench.notices import SECRET
from tests.bench.processes import ROOT, Process, started
from tests.bench.recorded_town import Town

ADDRESS = r"http://127\.0\.0\.1:\d+"


@dataclass(frozen=True)
class Bot:
    """A bot at work.

    Args:
        name: how it is run.
        address: where it takes notices.
        processes: all that it consists of.
    """

    name: str
    address: str
    processes: tuple[Process, ...]

    def cpu(self) -> float:
        """Return the seconds of CPU that it has used."""
        return sum(process.cpu() for process in self.processes)

    def keep_to_one_core(self) -> None:
        """Have all its threads, and those that they start, run on the same core."""
        for process in self.processes:
            for task in Path(f"/proc/{process.pid}/task").iterdir():
                os.sched_setaffinity(int(task.name), {0})

    def memory(self) -> float:
        """Return the MB that it holds."""
        return sum(process.memory() for process in self.processes)


@contextmanager
def run(town: Town, folder: Path) -> Iterator[Bot]:
    """Run `python -m bot run` for as long as the block runs."""
    with started(["-m", "bot", "run"], folder, **settings_of(town, "run")) as process:
        yield Bot("run", process.said(f"(?<=listens on ){ADDRESS}"), (process,))


@contextmanager
def web_and_worker(town: Town, folder: Path, **more: str) -> Iterator[Bot]:
    """Run the two halves over one database for as long as the block runs, with more settings."""
    settings = settings_of(town, "halves") | more
    with started(["-m", "bot", "worker"], folder, **settings) as worker:
        worker.said("worker is running")
        with started(["-m", "bot", "web"], folder, **settings) as web:
            yield Bot("web + worker", web.said(ADDRESS), (web, worker))


@contextmanager
def halves_of_the_procfile(town: Town, folder: Path) -> Iterator[Bot]:
    """Run the two halves as a platform does, the web one by gunicorn, for as long as the block.

    What makes the tables, some 14 MB, is loaded by the release before them.
    """
    settings = settings_of(town, "platform")
    words, environment = of_procfile("release")
    Process(words, folder, **settings, **environment).wait()
    words, environment = of_procfile("worker")
    with started(words, folder, **settings, **environment) as worker:
        worker.said("worker is running")
        words, environment = of_procfile("web")
        with started(words, folder, **settings, **environment) as web:
            yield Bot("web + worker", web.said(ADDRESS), (web, worker))


def of_procfile(half: str) -> tuple[list[str], dict[str, str]]:
    """Return what Python is given to run a part of the Procfile, and the variables that it sets.

    It listens on any port of this machine.
    """
    [line] = re.findall(rf"^{half}: (?:exec )?(.*)$", (ROOT / "Procfile").read_text(), re.MULTILINE)
    words = shlex.split(line.replace("0.0.0.0:${PORT:-8080}", "127.0.0.1:0"))
    words = words[1:] if words[0] == "env" else words
    variables = list(takewhile(re.compile(r"[A-Z_]+=").match, words))
    program, *rest = words[len(variables) :]
    given = dict(each.split("=", 1) for each in variables)
    return rest if program == "python" else ["-m", program, *rest], given


@contextmanager
def both(town: Town, folder: Path) -> Iterator[tuple[Bot, Bot]]:
    """Run both kinds side by side, so that they can be measured in turn."""
    with run(town, folder) as one, web_and_worker(town, folder) as halves:
        yield one, halves


def settings_of(town: Town, database: str) -> dict[str, str]:
    """Return the settings of a bot in `town`."""
    return {
        "WEBEX_ACCESS_TOKEN": "sandbox-token-bot",
        "WEBHOOK_SECRET": SECRET,
        "BOT_ALLOWED": "example.com",
        "MEETINGS_PER_PERSON": "0",
        "MEETINGS_PER_SPACE": "0",
        "MESSAGES_PER_GUEST": "0",
        "WEBEX_API_URL": f"{town.url}/v1/",
        "BROKER_URL": town.url,
        "LINK_BASE": town.url,
        "PUBLIC_URL": "http://127.0.0.1:9",  # the town sends no notices; the benchmark does
        "DATABASE_URL": f"sqlite:///{database}.sqlite",
        "PORT": "0",
        "LOG_LEVEL": "warning",
    }
