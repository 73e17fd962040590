"""README.md is short and in order; .env.example, map and requirements are complete."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

from bot.core.domain.commands import Nothing, Unclear
from bot.core.parsing import grammar
from bot.core.parsing.text import mentions
from bot.settings import Settings
from tests import audit, matrix, readme, requirements
from tests.rows import for_each

README = readme.README.read_text()
BOT = readme.ROOT / "bot"
MODULES = sorted(BOT.rglob("*.py"))
ARCHITECTURE = (readme.DOCS / "architecture.md").read_text()
EXAMPLE = readme.EXAMPLE.read_text()
BLOCKS = re.findall(r"```sh\n(.*?)\n```", README, flags=re.DOTALL)
OPTIONAL = {
    "TIME_ZONE": "Europe/Berlin",
    "BOUNCE_ADDRESS": "bounces+{id}@example.com",
    "BOT_ALLOWED": "example.com",
    "SMTP_URL": "smtps://bot:password@mail.example.com",
    "MAIL_FROM": "Example Clinic <no-reply@example.com>",
    "DIRECT_TO": "example.com",
    "MAIL_TO": "x.com",
    "BOTH_TO": "y.org",
    "DEVICES": "Room 1=room1@rooms.example.com",
    "PHONE_REGION": "DE",
    "PAYLOAD_KEYS": f"{'a' * 43}=",
    "BOT_ADMINS": "erin@example.com",
    "SENTRY_DSN": "https://key@sentry.example.com/1",
    "WORKER_PORT": "9090",
    "DOOR_LINK_MINUTES": "30",
    "JWE_ALG": "PBES2-HS512+A256KW",
    "SALT_LENGTH": "16",
    "ITERATIONS": "1000",
    "ENC": "A256GCM",
    "JWS_ALG": "HS512",
    "OUTBOUND_NETWORKS": "10.1.2.0/24",
}
"""A value for each setting that has none in the example and takes no address of a page."""


def test_the_example_of_a_file_of_settings_is_complete() -> None:
    assert readme.example() == EXAMPLE, "run `python -m tests.readme --write`"


def test_the_example_of_a_file_of_settings_works_once_it_is_filled_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)

    def with_value(line: re.Match[str]) -> str:
        return f"{line[1]}={line[2] or OPTIONAL.get(line[1], 'https://filled.in.example.com')}"

    filled = re.sub(r"(?m)^(?:# )?([A-Z_0-9]+)=(.*)$", with_value, EXAMPLE)
    file = tmp_path / ".env"
    file.write_text(filled)
    assert Settings(_env_file=file).model_fields_set == set(Settings.model_fields)


def test_the_readme_can_be_read_to_the_end() -> None:
    assert len(README.split()) <= 2000


def test_the_readme_is_in_its_order() -> None:
    assert re.findall(r"(?m)^## (.+)$", README) == [
        "Try it",
        "Run it in Webex",
        "What you can say",
        "Deploy",
        "Promises",
        "Develop",
    ]
    assert README.index("![") < README.index("## ")


@for_each("said", [each for rule in grammar.RULES for each in rule.examples])
def test_each_example_is_a_command(said: str) -> None:
    command = grammar.parse(mentions.read(None, said, "the-bot"), readme.MORNING)
    assert not isinstance(command, Unclear | Nothing)


def test_the_checks_of_a_change_are_the_command_of_the_readme() -> None:
    (tests,) = (block for block in BLOCKS if block.endswith("python -m tests"))
    assert tests in (readme.ROOT / ".ci" / "run").read_text().splitlines()


def test_what_the_bot_requires_is_what_it_imports() -> None:
    # One is loaded by the database's address.
    seldom = _required(".requirements.observability.in") | {"opentelemetry-api"}
    imported = _imported("bot", but="sandbox") - {"pytest"}  # whoever uses its plugin has it
    assert _required(".requirements.in") == imported - seldom | {"psycopg"}


def test_what_the_sandbox_requires_besides_is_what_it_alone_imports() -> None:
    needed = _imported("bot/sandbox") - _required(".requirements.in")
    assert _required(".requirements.sandbox.in") == needed


def test_what_the_tests_require_holds_all_that_they_import() -> None:
    ours = [*readme.ROOT.glob(".requirements*.in"), readme.ROOT / "tests/requirements.in"]
    required = set().union(*map(_required, ours)) | {"opentelemetry-proto"}
    assert _imported("tests") <= required


PINNED = r"[\w.\[\]-]+==[\w.]+( ; \w+ [<>=!]+ \"[\w.]+\")?"


def test_the_readme_names_the_pythons_that_are_tested() -> None:
    said = f"(tested on {matrix.VERSIONS[0]} to {matrix.VERSIONS[-1]})"
    assert said in (readme.ROOT / "README.md").read_text()
    assert set(matrix.VERSIONS) <= set(audit.PYTHONS)


def test_every_requirement_is_pinned() -> None:
    for file in {each for sources in requirements.LISTS.values() for each in sources}:
        for line in file.read_text().splitlines():
            assert line.startswith(("#", "-r ")) or re.fullmatch(PINNED, line)


def test_what_is_installed_is_what_is_required_with_hashes_of_every_file() -> None:
    again = "run `python -m tests.requirements --write`"
    for made, sources in requirements.LISTS.items():
        for source in sources:
            assert requirements.pinned(source).items() <= requirements.pinned(made).items(), again
        packages = re.split(r"(?m)^(?=[a-z0-9])", made.read_text())[1:]
        assert all("--hash=sha256:" in each for each in packages), again


def test_the_tests_run_on_what_the_bot_runs_on() -> None:
    tested = requirements.pinned(requirements.EVERYTHING)
    assert all(requirements.pinned(each).items() <= tested.items() for each in requirements.LISTS)


def _required(file: str | Path) -> set[str]:
    lines = (readme.ROOT / file).read_text().splitlines()
    return {re.split(r"\[|==", line)[0] for line in lines if not line.startswith(("#", "-"))}


_distributions = cache(metadata.packages_distributions)


def _imported(folder: str, but: str = "nothing") -> set[str]:
    """The distributions whose modules are imported, but for the SDK's former name."""
    by_module = _distributions()
    files = [each for each in (readme.ROOT / folder).rglob("*.py") if but not in each.parts]
    modules = {name for file in files for name in _modules_of(file)}
    named = (by_module[name][0].lower() for name in modules if name in by_module)
    found = {re.sub("[._]", "-", each) for each in named}
    return found - {"pydantic-core", "werkzeug"}  # pinned by pydantic, and brought by flask


def _modules_of(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text())))
    plain = {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) if node.module}
    return {name.partition(".")[0] for name in plain | named}


def test_the_page_of_files_is_the_tree() -> None:
    """It is made from it; this holds that no module is left out, but for the migrations."""
    modules = [each for each in BOT.rglob("*.py") if each.parent.name != "versions"]
    drawn = re.findall(r"(?m)^ +(\S+\.py)  +\S", (readme.DOCS / "files.md").read_text())
    assert sorted(drawn) == sorted(each.name for each in modules if each.stem != "__init__")


def test_the_map_has_each_package_and_fits_a_page() -> None:
    page = readme.MAP.read_text()
    packages = {str(each.parent.relative_to(BOT)) for each in MODULES if each.stem == "__init__"}
    assert packages - {"."} <= set(re.findall(r"(?m)^\| \[[\w/]+\]\(([\w/]+)\) \|", page))
    assert "](docs/files.md)" in page
    assert len(page.splitlines()) <= 100


def test_a_module_begins_with_one_plain_line() -> None:
    first = {each: (ast.get_docstring(ast.parse(each.read_text())) or "") for each in MODULES}
    lines = {str(each.relative_to(BOT)): text.partition("\n")[0] for each, text in first.items()}
    assert [name for name, line in lines.items() if not re.fullmatch(r"[^/].*\.", line)] == []


def test_what_it_stands_on_is_what_is_required() -> None:
    lists = (readme.ROOT / ".requirements.in", readme.ROOT / ".requirements.sandbox.in")
    lines = [line for each in lists for line in each.read_text().splitlines()]
    pinned = dict(re.sub(r"\[.*\]| ;.*", "", each).split("==") for each in lines if each[0] != "#")
    table = ARCHITECTURE.partition("## Dependencies\n\n")[2]
    rows = [re.split(r" *\| *", row)[1:4] for row in table.splitlines()[2:]]
    told = [
        pair for row in rows for pair in zip(row[0].split(", "), row[2].split(", "), strict=True)
    ]
    assert dict(told) == pinned


def test_each_benchmark_that_a_module_promises_is_there() -> None:
    source = Path(__file__).with_name("bench")
    promised = {
        name
        for each in source.glob("*.py")
        for name in re.findall(r"`python -m tests\.bench ([a-z]+)`", each.read_text())
    }
    listing = (source / "__main__.py").read_text()
    assert {name for name in promised if f'"{name}": {name}' not in listing} == set()
