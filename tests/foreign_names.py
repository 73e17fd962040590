"""Finds what a module uses of other packages that they do not offer, in its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

SETTABLE = {"g", "request"}
"""Flask's, on which an application keeps what belongs to a request."""

WAYS_TO_REPLACE = {"setattr", "delattr", "__setattr__", "__delattr__", "patch", "reload"}
OURSELVES = {"self", "cls", "other"}
HOOKS = {"sys.modules", "sys.meta_path", "sys.path_hooks", "builtins"}
READS_A_NAME = {"getattr", "hasattr", "attrgetter", "import_module", "__import__"}


def private_names(tree: ast.AST) -> Iterator[str]:
    """Yield private names that the module takes from something that it does not define."""
    mine = defined(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            own = ast.unparse(node.value) in OURSELVES and node.attr in mine
            yield from [] if own else [ast.unparse(node)]
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if _has_private_part(each.name))
        if isinstance(node, ast.ImportFrom):
            whole = (f"{node.module}.{each.name}" for each in node.names)
            yield from filter(_has_private_part, whole)
        if isinstance(node, ast.Call) and _last_name(node.func) in READS_A_NAME:
            given = (each.value for each in node.args if isinstance(each, ast.Constant))
            yield from (each for each in given if _has_private_part(str(each)))


def defined(tree: ast.AST) -> set[str]:
    """Return the names that a module's classes define, as methods or by setting them."""
    nodes = list(ast.walk(tree))
    functions = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    set_on_self = {
        node.attr
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and ast.unparse(node.value) in OURSELVES
    }
    in_classes = {
        name.id
        for node in nodes
        if isinstance(node, ast.ClassDef)
        for line in node.body
        for name in ast.walk(line)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
    }
    return set_on_self | in_classes | {each.name for each in nodes if isinstance(each, functions)}


def _has_private_part(name: str) -> bool:
    return any(map(is_private, name.split(".")))


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _last_name(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def replaced(tree: ast.AST) -> Iterator[str]:
    """Yield what the module sets or deletes on something that it imported."""
    nodes = list(ast.walk(tree))
    theirs = _imported(nodes)
    for node in nodes:
        if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
            yield from [ast.unparse(node)] if _root(node) in theirs else []
        if isinstance(node, ast.Call) and _last_name(node.func) in WAYS_TO_REPLACE:
            yield ast.unparse(node)
        if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in HOOKS:
            yield ast.unparse(node)
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {getattr(node, "module", None), *(each.name for each in node.names)}
            yield from names & {"unittest.mock", "mock", "builtins"}


def _imported(nodes: list[ast.AST]) -> set[str]:
    """Return the names of what a module imported, and the other names that it gives to them."""
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names |= {(each.asname or each.name).partition(".")[0] for each in node.names}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name | ast.Attribute):
            again = _root(node.value) in names
            names |= {each.id for each in node.targets if again and isinstance(each, ast.Name)}
    return names - SETTABLE


def _root(node: ast.expr) -> str:
    """Return the name at the left end of `node`: `a` of ``a.b[1]`` and of ``vars(a)[1]``."""
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute | ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "vars" and node.args:
            node = node.args[0]
        else:
            return ""
    return node.id


def names_of_dbos(tree: ast.AST, tables: frozenset[str]) -> Iterator[str]:
    """Yield texts in which a statement names one of DBOS's tables."""
    either = "|".join(sorted(tables))
    statement = rf"(?i)\b(from|into|update|join|table|on)\s+\S*\b({either})\b|\bdbos\.\w+"
    for node in ast.walk(tree):
        text = _text_of(node).replace("docs.dbos.dev", "")
        yield from [text] if text in tables or re.search(statement, text) else []


def _text_of(node: ast.AST) -> str:
    """Return a text as it stands in the source, an f-string's values left as one letter."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text_of(each) or "x" for each in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
