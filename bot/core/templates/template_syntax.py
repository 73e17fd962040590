"""Makes example sentences from templates: `[please] (send|give) {person} a link`.

``[…]`` is optional, ``(…|…)`` is a choice, ``<name>`` is one of the choices of an earlier line
``@name = …|…``, and ``{person}`` stands for anybody. A template becomes only some of the possible
examples: enough that each of its words is in at least one, since sentences are compared by words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"[\[\]()|]|<\w+>|[^\s\[\]()|<>]+")
FEWEST, MOST = 12, 60
"""The fewest and the most examples of a template with a choice."""


@dataclass(frozen=True)
class Example:
    """An example of a command.

    Args:
        command: the heading in the table, such as ``resend {person}``.
        words: the sentence, with single spaces.
    """

    command: str
    words: str


Tree = tuple["str | tuple[Tree, ...]", ...]
"""A sequence of words and of choices; a choice is a tuple of sequences."""

Choice = tuple[Tree, ...]


class _Shorthands:
    """The choices behind names in angle brackets. Each is parsed once, and shared by templates."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}
        self._parsed: dict[str, Choice] = {}

    def add(self, line: str) -> None:
        """Add a line such as `@name = one|another`."""
        name, _, choices = line[1:].partition("=")
        self._lines.setdefault(name.strip(), []).append(choices)
        self._parsed.clear()

    def choice(self, name: str) -> Choice:
        """Return the choice behind a name."""
        if name not in self._parsed:
            tokens = _TOKEN.findall("|".join(self._lines[name]) + ")")
            self._parsed[name] = tuple(_choices(tokens, 0, self)[0])
        return self._parsed[name]


def examples(table: str) -> Iterator[Example]:
    """Yield the examples of a table.

    Args:
        table: lines of templates under headings such as ``= resend {person}``.
    """
    for command, tree in trees(table):
        yield from (Example(command, words) for words in expand(tree))


def trees(table: str) -> Iterator[tuple[str, Tree]]:
    """Yield the templates of a table, each with its heading.

    Args:
        table: lines of templates under headings such as ``= resend {person}``.
    """
    names, command = _Shorthands(), ""
    for line in filter(None, map(str.strip, table.splitlines())):
        if line.startswith("@"):
            names.add(line)
        elif line.startswith("="):
            command = line[1:].strip()
        else:
            yield command, _sequence(_TOKEN.findall(line), 0, names)[0]


def expand(tree: Tree) -> list[str]:
    """Return sentences of a template, without duplicates, with and without its optional parts."""
    widest = _widest(tree)
    count = 1 if widest == 1 else min(MOST, max(2 * widest, FEWEST))
    needed = _bare(tree)
    full = (" ".join(_chosen(tree, turn, [0], widest)) for turn in range(count))
    bare = (" ".join(_chosen(needed, turn, [0], widest)) for turn in range(widest))
    return list(dict.fromkeys(filter(None, (*full, *bare))))


def _sequence(tokens: list[str], at: int, names: _Shorthands) -> tuple[Tree, int]:
    """Return the sequence that starts at `at`, and its end."""
    tree: list[str | Choice] = []
    while at < len(tokens) and tokens[at] not in "|)]":
        if tokens[at] in "([":
            optional: list[Tree] = [()] if tokens[at] == "[" else []
            choices, at = _choices(tokens, at + 1, names)
            tree.append((*choices, *optional))
        else:
            token = tokens[at]
            tree.append(names.choice(token[1:-1]) if token.startswith("<") else token)
            at += 1
    return tuple(tree), at


def _choices(tokens: list[str], at: int, names: _Shorthands) -> tuple[list[Tree], int]:
    choices = []
    while True:
        choice, at = _sequence(tokens, at, names)
        choices.append(choice)
        if tokens[at] != "|":
            return choices, at + 1
        at += 1


def _bare(tree: Tree) -> Tree:
    """Return a sequence without its optional parts."""
    kept = (each for each in tree if isinstance(each, str) or () not in each)
    return tuple(each if isinstance(each, str) else tuple(map(_bare, each)) for each in kept)


def _widest(tree: Tree) -> int:
    """Return how many sentences it takes to use each word once."""
    choices = [each for each in tree if isinstance(each, tuple)]
    return max((sum(map(_widest, each)) for each in choices), default=1)


def _chosen(tree: Tree, turn: int, seen: list[int], widest: int) -> Iterator[str]:
    """Yield the words of sentence number `turn`, in which each choice takes its next word."""
    for each in tree:
        if isinstance(each, str):
            yield each
            continue
        seen[0] += 1
        number = turn + (turn // widest + 1) * (seen[0] - 1)
        round_, which = divmod(number, len(each))
        yield from _chosen(each[which], round_ + turn // widest, seen, widest)
