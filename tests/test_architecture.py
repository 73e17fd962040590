"""The architecture's laws, checked in the source: imports, sizes, names."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.rows import for_each

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"
SOURCES = sorted(BOT.rglob("*.py"))

SILENT = {
    *(
        "__future__",
        "abc",
        "array",
        "base64",
        "bisect",
        "collections",
        "contextlib",
        "copy",
        "dataclasses",
    ),
    *("datetime", "difflib", "email", "enum", "fractions", "functools", "hashlib", "heapq"),
    *("hmac", "html", "itertools", "json", "math", "operator", "re", "string", "textwrap"),
    *("types", "typing", "unicodedata", "urllib.parse", "zoneinfo"),
    "email_validator",  # with check_deliverability=False it asks nobody
    "phonenumbers",  # judges by tables of its own, which it imports when a country is first met
    "idna",  # encodes domains by tables of its own
    "dateutil",  # reads dates by a clock that it is given
}
"""What touches no network, disk, clock, chance, environment, thread or log when it is used so."""

LAYERS = (
    "version",
    *("core.domain", "core.wording", "core.incoming", "core.steps", "core.pages"),
    "core.parsing.vocabulary",
    *("core.parsing.text", "core.parsing.times", "core.parsing.slots", "core.parsing"),
    *("core.composing", "core.templates"),
    *("core.suggesting", "core.diagnosis", "core.replies"),
    *(
        "core.conversations.requests",
        "core.conversations.delivery",
        "core.conversations.scheduled",
        "core.conversations.expert_calls",
        "core.conversations.meetings",
        "core.conversations.experts",
        "core.conversations.doors",
        "core.conversations",
    ),
    "sandbox",
    "emulator",
    *("edges.error_reports", "edges.ports", "edges.http_calls", "edges.metrics"),
    "edges.background",
    *("edges.outbound_address", "edges.outbound_calls"),
    "edges.conversation_log",
    *(
        "edges.storage",
        "edges.duty",
        "edges.durable",
        "edges.sources",
        "edges.delivery",
        "edges.webex",
    ),
    *("edges.websocket", "edges.senders", "edges.step_handlers", "edges.performer"),
    *("edges.web", "edges.doctor"),
    *(
        "portal_meetings",
        "portal_client",
        "client",
        "settings",
        "process",
        "command_line",
        "wsgi",
        "__main__",
    ),
)
"""All of the bot, lowest first. A module imports from its own layer and from those below it."""

APART = {
    "core.parsing": {"core.steps", "core.incoming", "core.pages"},
    "core.diagnosis": {"core.steps", "core.parsing"},
    "edges": {"sandbox", "emulator"},
    "settings": {
        "sandbox",
        "emulator",
        "edges",
        "core.conversations",
        "core.replies",
        "core.pages",
        "core.parsing",
    },
    "portal_client": {"sandbox", "emulator", "edges", "core.conversations", "core.parsing"},
    "client": {
        "sandbox",
        "emulator",
        "core.conversations",
        "core.replies",
        "core.pages",
        "core.parsing",
    },
    "emulator": {"core.conversations", "core.replies", "core.pages", "core.parsing", "core.steps"},
    "sandbox": {"core.conversations", "core.replies", "core.pages", "core.parsing", "core.steps"},
}
"""Layers that could see what lies below them, and do not."""

SHARED_FILE_NAMES = {"__init__.py"}

SILENCED_WITHOUT_REASON = re.compile(r"[#] noqa(?!: [A-Z0-9, ]+ - (?!as above|see )\S)")


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text())))


def imports_of(path: Path) -> Iterator[str]:
    """Yield the full name of everything that a module imports, wherever in it."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "A relative import hides where it leads."
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer_of(name: str) -> int | None:
    """Return the place in `LAYERS` of a module, or of a name in one; None for a bare package."""
    inside = name.removeprefix("bot.")
    found = (at for at, layer in enumerate(LAYERS) if is_in(inside, {layer}))
    return next(found, None)


def is_in(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def ours(path: Path) -> list[str]:
    return [name for name in imports_of(path) if name.startswith("bot.")]


def import_graph() -> dict[str, set[str]]:
    """Return which modules each module imports, also those that it only names in its types."""
    known = {module_name(path) for path in SOURCES}
    return {module_name(path): {*_modules_of(path, known)} for path in SOURCES}


def _modules_of(path: Path, known: set[str]) -> Iterator[str]:
    for name in ours(path):
        module = name if name in known else name.rpartition(".")[0]
        yield from {module} & known - {module_name(path)}


def upward(path: Path) -> list[str]:
    """Return the imports of a module that lead to a higher layer."""
    here = layer_of(module_name(path))
    assert here is not None, f"{path} stands in no layer."
    return [name for name in ours(path) if (there := layer_of(name)) is None or there > here]


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in SOURCES:
        for node in nodes_of(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module_name(path)}.{node.name}", node


def users_of(name: str) -> set[str]:
    """Return the modules in which an attribute, variable or import of this name stands."""
    return {module_name(path) for path in SOURCES for found in names_in(path) if found == name}


def names_in(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.Attribute):
            yield node.attr
        if isinstance(node, ast.Name):
            yield node.id
        if isinstance(node, ast.alias):
            yield node.name


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has without its docstring."""
    first = function.body[0]
    told = ast.get_docstring(function) is not None
    return function.end_lineno - function.lineno + 1 - told * (first.end_lineno - first.lineno + 1)


def is_method_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)


def is_broad(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {each.id for each in caught if isinstance(each, ast.Name)}
    return handler.type is None or bool(names & {"Exception", "BaseException"})


@for_each("path", [path for path in SOURCES if path.name != "__init__.py"])
def test_an_import_goes_down_only(path: Path):
    assert upward(path) == []


def test_modules_do_not_import_each_other_in_a_circle():
    TopologicalSorter(import_graph()).prepare()


def test_a_circle_is_noticed():
    uses = import_graph()
    assert "bot.core.parsing.rule" in uses["bot.core.parsing.rules"]
    uses["bot.core.parsing.rule"].add("bot.core.parsing.rules")
    with pytest.raises(CycleError):
        TopologicalSorter(uses).prepare()


def test_a_package_of_several_layers_imports_none_of_them():
    packages = [path for path in SOURCES if path.name == "__init__.py"]
    across = [path for path in packages if layer_of(module_name(path)) is None]
    assert {name for path in across for name in ours(path)} == set()
    assert {name for path in packages if path not in across for name in upward(path)} == set()


@for_each("package", APART)
def test_packages_that_stand_apart_do_not_see_each_other(package: str):
    files = [path for path in SOURCES if is_in(module_name(path), {f"bot.{package}"})]
    assert files
    seen = {name for path in files for name in ours(path)}
    hidden = {f"bot.{each}" for each in APART[package]}
    assert {name for name in seen if is_in(name, hidden)} == set()


@for_each("path", sorted((BOT / "core").rglob("*.py")))
def test_the_core_sees_only_silent_modules(path: Path):
    outside = [name for name in imports_of(path) if not is_in(name, {"bot.core"})]
    assert [name for name in outside if not is_in(name, SILENT)] == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("core/domain", "from bot.edges.webex.api import Webex"),
        ("core/conversations", "import bot.settings"),
        ("core/parsing", "from bot.core.replies import cards"),
        ("edges/storage", "from bot.edges.durable.engine import Engine"),
        ("edges/web", "from bot.process.app import Bot"),
        ("sandbox", "import bot.process.app"),
    ],
)
def test_an_import_that_goes_up_is_noticed(module: str, line: str, monkeypatch: pytest.MonkeyPatch):
    path = BOT / module / "anything.py"
    monkeypatch.setattr(Path, "read_text", lambda _: f"def late():\n    {line}\n")
    nodes_of.cache_clear()
    assert len(upward(path)) == 1
    monkeypatch.undo()
    nodes_of.cache_clear()


def test_a_file_name_is_used_once():
    names = Counter(path.name for path in SOURCES)
    assert {name for name, times in names.items() if times > 1} == SHARED_FILE_NAMES


def test_the_name_of_a_file_of_tests_is_used_once():
    names = Counter(path.name for path in (ROOT / "tests").rglob("*.py"))
    shared = SHARED_FILE_NAMES | {"__main__.py", "conftest.py"}
    assert {name for name, times in names.items() if times > 1} - shared == set()


def test_a_class_name_is_used_once():
    outside = [path for path in SOURCES if not is_in(module_name(path), {"bot.sandbox"})]
    classes = (node for path in outside for node in nodes_of(path))
    names = Counter(node.name for node in classes if isinstance(node, ast.ClassDef))
    assert {name for name, times in names.items() if times > 1} == set()


def test_the_core_does_not_read_the_clock():
    clocks = {"now", "utcnow", "today"}
    core = sorted((BOT / "core").rglob("*.py"))
    asked = {node for path in core for node in nodes_of(path)}
    called = {each.func.attr for each in asked if is_method_call(each)}
    assert called & clocks == set()


def test_only_the_settings_read_the_environment():
    assert users_of("BaseSettings") == {"bot.settings"}
    assert users_of("getenv") == set()
    nodes = [node for path in SOURCES for node in nodes_of(path)]
    attributes = [node for node in nodes if isinstance(node, ast.Attribute)]
    named = [node for node in attributes if node.attr == "environ"]
    assert not [node for node in named if ast.unparse(node) == "os.environ"]


def test_there_is_one_broad_except_and_it_is_the_engines():
    broad = [
        (module_name(path), "set_exception" in ast.unparse(node))
        for path in SOURCES
        for node in nodes_of(path)
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]
    kept = [module for module, handed_on in broad if not handed_on]
    assert kept == ["bot.edges.durable.engine"]
    assert len(broad) == 2  # the other hands the error on to the engine, across a thread


def test_only_the_texts_open_a_link():
    assert users_of("_reveal") == {"bot.core.domain.links", "bot.core.wording.texts"}


def test_only_the_host_s_page_shows_a_host_link():
    pages = {"bot.core.wording.texts", "bot.edges.web.door.host_pages"}
    assert users_of("filled_in_for_host") <= pages


def test_only_the_edge_opens_a_host_text():
    assert users_of("deliver") == {"bot.edges.webex.api"}


def test_only_a_program_gets_a_host_link_as_it_is():
    programs = {"bot.client", "bot.edges.web.api.meeting_answers"}
    assert users_of("url_for_program") - {"bot.core.wording.texts"} == programs


def test_no_function_is_longer_than_thirty_lines():
    long = {name: lines_of(node) for name, node in functions()}
    assert {name: lines for name, lines in long.items() if lines > 30} == {}


def test_what_stands_beside_the_engine_stays_small():
    durable = [path for path in SOURCES if is_in(module_name(path), {"bot.edges.durable"})]
    assert sum(len(path.read_text().splitlines()) for path in durable) <= 1600


@for_each("path", [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))])
def test_every_silenced_lint_has_a_reason(path: Path):
    lines = path.read_text().splitlines()
    assert [line for line in lines if SILENCED_WITHOUT_REASON.search(line)] == []


@pytest.mark.parametrize(
    "comment", ["", ": S101", ": S101 (why)", ": S101  # why", ": S101 - ", ": S101 - as above"]
)
def test_a_silenced_lint_without_a_reason_is_noticed(comment: str):
    assert SILENCED_WITHOUT_REASON.search(f"assert True  # {'noqa'}{comment}")
    assert not SILENCED_WITHOUT_REASON.search(f"assert True  # {'noqa'}: S101, S102 - a reason")


def test_the_parser_has_few_files():
    apart = {"bot.core.parsing.times", "bot.core.parsing.vocabulary"}
    parser = [path for path in SOURCES if is_in(module_name(path), {"bot.core.parsing"})]
    counted = [path for path in parser if not is_in(module_name(path), apart)]
    assert 0 < len([path for path in counted if path.name != "__init__.py"]) <= 23


@for_each("path", SOURCES)
def test_no_file_is_longer_than_330_lines(path: Path):
    assert len(path.read_text().splitlines()) <= 330
