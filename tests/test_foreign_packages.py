"""Other packages are used by what they offer: no private names, nothing of theirs replaced."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rows import for_each
from tests.test_architecture import BOT, ROOT, SOURCES

PUBLIC = {"_mapping", "_asdict"}
"""Names that SQLAlchemy and the standard library document, with an underscore against clashes."""

OF_THE_SDK = {"_session", "_req_session"}
"""The one exception: Webex's SDK has no other way to time out, pool connections or count calls."""

SETTABLE = {"g", "request"}
"""Flask's, on which an application keeps what belongs to a request."""

OF_DBOS = ("workflow_status", "workflow_input", "workflow_output", "operation_outputs", "dbos.")
DROPS_OUR_TRIGGERS = "bot/edges/storage/migrations/versions/r0011_dbos_alone.py"


def private_names(tree: ast.AST) -> Iterator[str]:
    """Yield private names that the module uses and does not define."""
    nodes = list(ast.walk(tree))
    ours = {"self", "cls"}
    defined = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    defined |= {node.name for node in nodes if isinstance(node, ast.AsyncFunctionDef)}
    defined |= {node.id for node in nodes if isinstance(node, ast.Name)}
    used = [node for node in nodes if isinstance(node, ast.Attribute) and _is_private(node.attr)]
    on_ours = {ast.unparse(node) for node in used if ast.unparse(node.value) in ours}
    defined |= {each.partition(".")[2] for each in on_ours}
    yield from (node.attr for node in used if node.attr not in defined)
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("bot"):
            names = (*(node.module or "").split("."), *(each.name for each in node.names))
            yield from filter(_is_private, names)


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def replaced(tree: ast.AST) -> Iterator[str]:
    """Yield what the module sets or deletes on something that it imported."""
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            imported |= {(each.asname or each.name).partition(".")[0] for each in node.names}
    for node in ast.walk(tree):
        if (changed := _changed(node)) and _root(changed) in imported - SETTABLE:
            yield ast.unparse(node)


def _changed(node: ast.AST) -> ast.expr | None:
    """Return what this sets or deletes a part of, if it does."""
    if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
        return node
    if isinstance(node, ast.Call) and ast.unparse(node.func) in {"setattr", "delattr"}:
        return node.args[0]
    return None


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def names_of_dbos(tree: ast.AST) -> Iterator[str]:
    """Yield texts, other than docstrings' links, that name one of DBOS's tables."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value.replace("https://docs.dbos.dev", "")
            yield from (each for each in OF_DBOS if each in words)


def _parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text())


@for_each("path", SOURCES)
def test_private_names_of_other_packages_are_left_alone(path: Path):
    allowed = {*PUBLIC, "_reveal"}
    if (BOT / "edges") in path.parents:
        allowed |= OF_THE_SDK
    assert set(private_names(_parsed(path))) - allowed == set()


@for_each("path", SOURCES)
def test_nothing_of_other_packages_is_replaced(path: Path):
    assert list(replaced(_parsed(path))) == []


@for_each("path", SOURCES)
def test_no_statement_names_a_table_of_dbos(path: Path):
    if path != ROOT / DROPS_OUR_TRIGGERS:
        assert list(names_of_dbos(_parsed(path))) == []


@pytest.mark.parametrize(
    ("finder", "code"),
    [
        (private_names, "from dbos._core import execute"),
        (private_names, "from dbos import DBOS\nDBOS._recover(['x'])"),
        (private_names, "import dbos\ndbos._core.execute()"),
        (replaced, "import dbos\ndbos.DBOS.launch = None"),
        (replaced, "import sys\nsys.modules['rich'] = None"),
        (replaced, "from dbos import DBOS\nsetattr(DBOS, 'launch', None)"),
        (names_of_dbos, "text = 'DELETE FROM workflow_status'"),
        (names_of_dbos, "text = 'SELECT 1 FROM dbos.notifications'"),
    ],
)
def test_a_breach_is_noticed(finder, code: str):
    assert list(finder(ast.parse(code)))
