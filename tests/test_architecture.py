"""The laws of the house, read from its source: who may import what, and how large things are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.rows import for_each

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"
SOURCES = sorted(BOT.rglob("*.py"))

SILENT = {
    *("__future__", "abc", "base64", "bisect", "collections", "contextlib", "copy", "dataclasses"),
    *("datetime", "difflib", "email", "enum", "fractions", "functools", "hashlib", "heapq"),
    *("hmac", "html", "itertools", "json", "math", "operator", "re", "string", "textwrap"),
    *("types", "typing", "unicodedata", "urllib.parse", "zoneinfo"),
    "email_validator",  # with check_deliverability=False it asks nobody
    "phonenumbers",  # judges by tables of its own, which it imports when a country is first met
    "dateutil",  # reads dates by a clock that it is given
}
"""What touches no network, disk, clock, chance, environment, thread or log when it is used so."""

MAY_SEE = {
    "core": {"bot.core"},
    "edges": {"bot.core", "bot.edges"},
    "sandbox": {"bot.core", "bot.sandbox"},
    "settings": {"bot.core", "bot.settings", "bot.core.domain.clouds"},
    "command_line": {"bot"},
}
NEVER_SEES = {
    "bot.core.parsing": {"bot.core.conversations", "bot.core.replies", "bot.core.diagnosis"},
    "bot.core.replies": {"bot.core.conversations"},
    "bot.core.diagnosis": {"bot.core.conversations", "bot.core.replies", "bot.core.parsing"},
    "bot.edges.durable": {
        "bot.edges.webex",
        "bot.edges.delivery",
        "bot.edges.web",
        "bot.edges.doctor",
    },
    "bot.edges.storage": {
        "bot.edges.webex",
        "bot.edges.delivery",
        "bot.edges.web",
        "bot.edges.doctor",
    },
}
"""Within a room: parsing decides nothing, a sentence starts nothing, and neither the engine nor
what is remembered knows a service."""

EXCEPTIONS = {
    ("bot.process.demo", "bot.process.app"),
    ("bot.process.demo", "bot.process.both_halves"),
    ("bot.process.demo", "bot.settings"),
}
"""`demo` runs the bot in the sandbox; it is the sandbox's only way out."""

SEES_ALL = {
    "bot.process.app",
    "bot.client",
    "bot.process.doctor",
    "bot.process.websocket_intake",
    "bot.process.operator_tasks",
    "bot.process.tunnel",
    "bot.process.web_half",
    "bot.process.observability",
    "bot.process.tracing",
    "bot.process.services",
    "bot.process.worker_half",
}


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


def room_of(path: Path) -> str:
    inside = path.relative_to(BOT).parts
    return inside[0] if len(inside) > 1 else ""


def is_in(name: str, houses: set[str]) -> bool:
    return any(name == house or name.startswith(f"{house}.") for house in houses)


def forbidden(path: Path) -> list[str]:
    """Return the imports of a module that the arrows do not allow."""
    room, module = room_of(path), module_name(path)
    ours = [name for name in imports_of(path) if is_in(name, {"bot"})]
    wrong = [name for name in ours if room and not is_in(name, MAY_SEE[room])]
    return [
        name
        for name in wrong
        if not any(module == by and is_in(name, {what}) for by, what in EXCEPTIONS)
    ]


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


@for_each("path", SOURCES)
def test_a_module_sees_only_what_its_room_may_see(path: Path):
    assert forbidden(path) == []


@for_each("inner", NEVER_SEES)
def test_an_inner_room_does_not_see_what_is_built_on_it(inner: str):
    files = [path for path in SOURCES if is_in(module_name(path), {inner})]
    assert files
    seen = {name for path in files for name in imports_of(path)}
    assert {name for name in seen if is_in(name, NEVER_SEES[inner])} == set()


@for_each("path", sorted((BOT / "core").rglob("*.py")))
def test_the_core_sees_only_silent_modules(path: Path):
    outside = [name for name in imports_of(path) if not is_in(name, {"bot.core"})]
    assert [name for name in outside if not is_in(name, SILENT)] == []


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("core", "from bot.edges.webex.api import Webex"),
        ("core", "import bot.settings"),
        ("edges", "from bot.sandbox import world"),
        ("edges", "from bot.process.app import Bot"),
        ("sandbox", "from bot.edges.http_calls import ready"),
        ("sandbox", "import bot.app"),
    ],
)
def test_a_forbidden_import_is_noticed(room: str, line: str, monkeypatch: pytest.MonkeyPatch):
    path = BOT / room / "anything.py"
    monkeypatch.setattr(Path, "read_text", lambda _: f"def late():\n    {line}\n")
    nodes_of.cache_clear()
    assert len(forbidden(path)) == 1
    monkeypatch.undo()
    nodes_of.cache_clear()


def test_the_core_does_not_read_the_clock():
    clocks = {"now", "utcnow", "today"}
    core = sorted((BOT / "core").rglob("*.py"))
    asked = {node for path in core for node in nodes_of(path)}
    called = {each.func.attr for each in asked if is_method_call(each)}
    assert called & clocks == set()


def test_only_the_assembly_sees_every_room():
    rooms = {"bot.core", "bot.edges", "bot.sandbox"}
    top = [path for path in SOURCES if not room_of(path)]
    for path in top:
        seen = {room for room in rooms if any(is_in(name, {room}) for name in imports_of(path))}
        assert module_name(path) in SEES_ALL or seen <= {"bot.core"}, path


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


def test_only_the_edge_and_the_client_open_a_host_text():
    assert users_of("deliver") == {"bot.client", "bot.edges.webex.api"}


def test_no_function_is_longer_than_thirty_lines():
    long = {name: lines_of(node) for name, node in functions()}
    assert {name: lines for name, lines in long.items() if lines > 30} == {}


@for_each("path", SOURCES)
def test_no_file_is_longer_than_250_lines(path: Path):
    assert len(path.read_text().splitlines()) <= 250
