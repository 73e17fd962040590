"""Draws the tree of bot/: each package and each module with the first line of its docstring."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

BOT = Path(__file__).parent.parent / "bot"
FOLDERS = {
    "deploy": "How to deploy it: a systemd unit, a Containerfile",
    "docs": "The pages that this map links to",
    "locale": "Translations: what guests read, and what hosts read",
    "versions": "One module for each migration",
}
"""What lies in folders that are no packages; the others, such as templates, are left out."""


def drawn() -> str:
    """Return the tree, modules before folders."""
    return "\n".join(["bot/", *_inside(BOT, "  ")])


def packages() -> str:
    """Return a table of the packages, with links for a page that lies in bot/."""
    return "\n".join(["| package | what it holds |", "|---|---|", *_rows(BOT)])


def summary(module: Path) -> str:
    """Return the first line of a module's docstring, without its full stop."""
    docstring = ast.get_docstring(ast.parse(module.read_text())) or ""
    return docstring.partition("\n")[0].removesuffix(".").replace("``", "`")


def _inside(folder: Path, indent: str) -> Iterator[str]:
    files = [each for each in sorted(folder.glob("*.py")) if each.stem != "__init__"]
    width = max((len(each.name) for each in files), default=0)
    for each in files:
        yield f"{indent}{each.name:{width}}  {summary(each)}"
    for each, holds in _told(folder):
        yield f"{indent}{each.name}/  {holds}"
        if each.name not in FOLDERS:
            yield from _inside(each, indent + "  ")


def _rows(folder: Path) -> Iterator[str]:
    for each, holds in _told(folder):
        path = each.relative_to(BOT)
        yield f"| [{path}/]({path}) | {holds} |"
        yield from _rows(each)


def _told(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield each folder that the map lists, with what it holds."""
    for each in sorted(each for each in folder.iterdir() if each.is_dir()):
        if (package := each / "__init__.py").exists():
            yield each, summary(package)
        elif each.name in FOLDERS:
            yield each, FOLDERS[each.name]
