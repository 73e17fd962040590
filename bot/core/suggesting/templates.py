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


Tree = list["str | list[Tree]"]
"""A sequence of words and of choices; a choice is a list of sequences."""


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
    named: dict[str, list[str]] = {}
    command = ""
    for line in filter(None, map(str.strip, table.splitlines())):
        if line.startswith("@"):
            name, _, choices = line[1:].partition("=")
            named.setdefault(name.strip(), []).extend(map(str.strip, choices.split("|")))
        elif line.startswith("="):
            command = line[1:].strip()
        else:
            yield command, parse(line, named)


def parse(template: str, named: dict[str, list[str]]) -> Tree:
    """Return the tree of a template.

    Args:
        template: one line of a table.
        named: the choices behind names in angle brackets; they may have names in them.
    """
    inlined = template
    while "<" in inlined:
        inlined = re.sub(r"<(\w+)>", lambda found: f"({'|'.join(named[found[1]])})", inlined)
    return _sequence(_TOKEN.findall(inlined), 0)[0]


def expand(tree: Tree) -> list[str]:
    """Return sentences of a template, without duplicates, with and without its optional parts."""
    widest = _widest(tree)
    count = 1 if widest == 1 else min(MOST, max(2 * widest, FEWEST))
    full = (" ".join(_chosen(tree, turn, [0], widest)) for turn in range(count))
    bare = (" ".join(_chosen(_bare(tree), turn, [0], widest)) for turn in range(widest))
    return list(dict.fromkeys(filter(None, (*full, *bare))))


def _sequence(tokens: list[str], at: int) -> tuple[Tree, int]:
    """Return the sequence that starts at `at`, and its end."""
    tree: Tree = []
    while at < len(tokens) and tokens[at] not in "|)]":
        if tokens[at] in "([":
            optional: list[Tree] = [[]] if tokens[at] == "[" else []
            choices, at = _choices(tokens, at + 1)
            tree.append([*choices, *optional])
        else:
            tree.append(tokens[at])
            at += 1
    return tree, at


def _choices(tokens: list[str], at: int) -> tuple[list[Tree], int]:
    choices = []
    while True:
        choice, at = _sequence(tokens, at)
        choices.append(choice)
        if tokens[at] != "|":
            return choices, at + 1
        at += 1


def _bare(tree: Tree) -> Tree:
    """Return a sequence without its optional parts."""
    kept: Tree = []
    for each in tree:
        if isinstance(each, str):
            kept.append(each)
        elif [] not in each:
            kept.append([_bare(choice) for choice in each])
    return kept


def _widest(tree: Tree) -> int:
    """Return how many sentences it takes to use each word once."""
    choices = [each for each in tree if isinstance(each, list)]
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
