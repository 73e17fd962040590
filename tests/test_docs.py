"""README and docs pages: links lead somewhere, and everything they name exists."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from importlib import util
from pathlib import Path

import click
import pytest

import bot.__main__ as commands
from bot.core.domain.commands import Nothing, Unclear
from bot.core.parsing import grammar
from bot.core.parsing.text import mentions
from bot.core.wording.help_topics import TOPICS
from bot.settings import Settings
from tests import readme
from tests.conftest import LONG
from tests.rows import for_each

PAGES = {page: page.read_text() for page in readme.PAGES}
PROMISES = re.findall(r"`(test_\w+)`( °)?", PAGES[readme.DOCS / "promises.md"])
DECISIONS = re.split(r"(?m)^### ", PAGES[readme.DOCS / "decisions.md"])[1:]

ELSEWHERE = {
    "NGROK_AUTHTOKEN",  # ngrok's
    "SSL_CERT_FILE",  # OpenSSL's
    "MALLOC_ARENA_MAX",  # glibc's
    "pg_restore",  # PostgreSQL's
    "max_connections",  # PostgreSQL's
    "pool_mode",  # PgBouncer's
    "ignore_startup_parameters",  # PgBouncer's
}
"""Names that pages mention and other programs define."""

SETTINGS = {name.upper() for name in Settings.model_fields}
SECRET = "a-secret-of-the-webhooks"
REQUIRED = {"webex_access_token": "t", "webhook_secret": SECRET, "bot_allowed": "example.com"}


def prose(text: str) -> str:
    """Return a page without its fenced blocks."""
    return re.sub(r"(?ms)^```.*?^```", "", text)


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)\n^```", text)


def spans(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", prose(text))


def anchors(text: str) -> set[str]:
    """Return the fragments of a page's headings, as GitHub makes them."""
    headings = re.findall(r"(?m)^#+ (.+)$", prose(text))
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def links(page: Path) -> list[tuple[Path, str]]:
    """Return the file and fragment of each link to something in this repository."""
    targets = re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", prose(PAGES[page]))
    return [((page.parent / file).resolve() if file else page, part) for file, part in targets]


@cache
def files() -> list[str]:
    folders = ("bot", "tests")
    found = [each for folder in folders for each in (readme.ROOT / folder).rglob("*")]
    found += [each for each in readme.ROOT.iterdir() if each.is_file()]
    return [f"/{each.relative_to(readme.ROOT)}" for each in found]


@cache
def code() -> str:
    """Return the text of all modules but this one."""
    modules = (each for folder in ("bot", "tests") for each in (readme.ROOT / folder).rglob("*.py"))
    return "\n".join(each.read_text() for each in modules if each != Path(__file__))


@cache
def names() -> set[str]:
    """Return every word in the code, and every setting."""
    return {*re.findall(r"\w+", code()), *SETTINGS}


SETTINGS = {name.upper() for name in Settings.model_fields}
EACH_SPAN = [(page, span) for page, text in PAGES.items() for span in spans(text)]


@for_each("page", PAGES)
def test_a_page_says_what_the_code_says(page: Path) -> None:
    assert readme.filled(PAGES[page]) == PAGES[page], "run `python -m tests.readme --write`"


@for_each(("page", "file", "part"), [(page, *link) for page in PAGES for link in links(page)])
def test_each_link_leads_somewhere(page: Path, file: Path, part: str) -> None:
    assert file.exists(), f"{page.name} links to {file}"
    assert not part or part in anchors(PAGES[file]), f"{page.name} links to {file.name}#{part}"


def test_each_page_can_be_reached_from_the_readme_or_the_map() -> None:
    reached, to_read = set(), [readme.README, readme.MAP]
    while to_read:
        page = to_read.pop()
        reached.add(page)
        to_read += [file for file, _ in links(page) if file in PAGES and file not in reached]
    assert reached == set(PAGES)


TYPED = [
    (page, line)
    for page, text in PAGES.items()
    for line in (*"\n".join(blocks(text, "sh")).splitlines(), *spans(text))
    if "python -m " in line
]


@for_each(("page", "line"), TYPED)
def test_each_command_line_can_be_run(page: Path, line: str) -> None:
    _, _, typed = line.rpartition("python -m ")
    module, *words = shlex.split(typed.removesuffix(')"'))
    assert util.find_spec(module), f"there is no {module}"
    if module == "bot":
        _take(commands.bot, words)


def _take(command: click.Command, words: list[str]) -> None:
    """Let click read the words as it does when they are typed, without doing anything."""
    if words in (["--help"], ["--version"]):
        return
    if isinstance(command, click.Group):
        _take(command.commands[words[0]], words[1:])
    else:
        command.make_context(command.name, list(words))


PRINTING = [("README.md", "bot sandbox --say"), ("bot/docs/operating.md", "bot completion bash")]
"""Lines of shell blocks that only print, by their pages."""


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.parametrize(("page", "words"), PRINTING)
def test_a_line_for_the_shell_runs(page: str, words: str) -> None:
    lines = "\n".join(blocks((readme.ROOT / page).read_text(), "sh")).splitlines()
    (line,) = (each for each in lines if words in each)
    line = line.replace(".venv/bin/python", shlex.quote(sys.executable))
    bare = {"PATH": os.environ["PATH"]}
    ended = subprocess.run(
        ["bash", "-c", line], cwd=readme.ROOT, env=bare, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@for_each("block", [each for text in PAGES.values() for each in blocks(text, "ini")])
def test_each_example_of_settings_can_be_used(block: str, tmp_path: Path) -> None:
    named = {line.partition("=")[0].lower() for line in block.splitlines()}
    file = tmp_path / ".env"
    file.write_text(block)
    assert Settings(_env_file=file, **REQUIRED).model_fields_set == named | set(REQUIRED)


def by_hand(text: str) -> str:
    """Return a page without what is made from the code."""
    return re.sub(r"(?s)<!-- begin .*?<!-- end", "", text)


COMMANDS = tuple(f"{rule.name} " for rule in grammar.RULES)
SAID = [each for text in PAGES.values() for each in spans(by_hand(text))]


@for_each("said", [each for each in SAID if each.startswith(COMMANDS)])
def test_each_sentence_for_a_chat_is_a_command(said: str) -> None:
    command = grammar.parse(mentions.read(None, said, "the-bot"), readme.MORNING)
    assert not isinstance(command, Unclear | Nothing)


@for_each(("page", "span"), EACH_SPAN)
def test_each_file_that_is_named_exists(page: Path, span: str) -> None:
    if re.fullmatch(r"[\w./-]+\.(py|md|json|yml|html|txt|in|example)|([\w.-]+/)+", span):
        assert any(each.endswith(f"/{span.rstrip('/')}") for each in files()), page.name


@for_each(("page", "span"), EACH_SPAN)
def test_each_name_in_the_code_exists(page: Path, span: str) -> None:
    """Whatever looks like a name and isn't a plain word."""
    found = re.findall(r"(?<![\w./:@=-])[A-Za-z_]\w*(?![\w.:@/-])", span)
    coded = {each for each in found if re.search(r"[a-z][A-Z]|_|^[A-Z]{2}", each)}
    coded |= set(re.findall(r"(?<![\w.])[a-z]\w*(?=\()", span))
    capitals = set(re.findall(r"[A-Z]+", " ".join(topic.word for topic in TOPICS)))
    assert coded - names() - ELSEWHERE - capitals == set(), page.name


def test_each_setting_that_is_named_exists() -> None:
    """What stands in capitals is a setting, or else a constant of the code."""
    named = {span for _, span in EACH_SPAN if re.fullmatch(r"[A-Z]+(_[A-Z]+)+", span)}
    others = named - SETTINGS - ELSEWHERE
    assert [name for name in others if not re.search(rf"(?m)^{name}\b.* = ", code())] == []


def test_each_test_that_is_named_exists() -> None:
    named = {span for _, span in EACH_SPAN if span.startswith("test_")}
    assert len(PROMISES) > 30
    assert {name for name in named if f"def {name}(" not in code()} == set()


def test_what_the_long_run_alone_holds_is_marked_so(pytestconfig: pytest.Config) -> None:
    """Of the tests that were collected, which in a whole run are all."""
    collected = pytestconfig.stash[LONG]
    found = [(name, mark) for name, mark in PROMISES if name in collected]
    assert [name for name, mark in found if (collected[name] == {True}) != bool(mark)] == []


@for_each("decision", DECISIONS)
def test_a_decision_is_short_and_says_its_context_choice_and_price(decision: str) -> None:
    text = decision.partition("\n## ")[0]
    assert re.findall(r"(?m)^- \*\*(\w+):\*\*", text) == ["Context", "Choice", "Price"]
    assert len(text.split()) <= 100
