"""How well the bot understands what people type. ``python -m tests.hearing FILE``."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import click

from tests.hearing.judge import VERDICTS, verdict
from tests.hearing.outcomes import outcome_of


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--list", "listed", multiple=True, help="List those with this verdict; WRONG always.")
@click.option("--only", help="Only this category, or the sentences whose id this is.")
@click.option("--out", type=click.Path(path_type=Path), help="Where the outcomes are written.")
def main(file: Path, listed: tuple[str, ...], only: str | None, out: Path | None) -> None:
    """Say each sentence of FILE to the bot, and judge what came of it."""
    sentences = [json.loads(line) for line in file.read_text().splitlines() if line.strip()]
    if only:
        sentences = [each for each in sentences if only in (each["cat"], str(each["id"]))]
    outcomes = [outcome_of(each) for each in sentences]
    out = out or Path(tempfile.gettempdir()) / f"{file.stem}-outcomes.jsonl"
    out.write_text("".join(json.dumps(each) + "\n" for each in outcomes))
    judged = [(s, o, *verdict(s, o)) for s, o in zip(sentences, outcomes, strict=True)]
    for sentence, outcome, found, why in judged:
        if found in ("WRONG", *listed):
            _print_one(sentence, outcome, found, why)
    _print_figures([(sentence["cat"], found) for sentence, _, found, _ in judged])
    print(f"outcomes: {out}")
    sys.exit(any(found == "WRONG" for *_, found, _ in judged))


def _print_one(sentence: dict[str, Any], outcome: dict[str, Any], found: str, why: str) -> None:
    where = f"{sentence['where']}:{sentence['state']} {sentence['lang']}"
    print(f"{found} {sentence['id']} {sentence['cat']} {where} | {sentence['say']!r} ({why})")
    print(f"    meant {sentence['mean']}")
    print(f"    got {outcome['command']}  suggested {outcome['suggested']}")


def _print_figures(judged: list[tuple[str, str]]) -> None:
    by_category: dict[str, Counter[str]] = defaultdict(Counter)
    for category, found in judged:
        by_category[category][found] += 1
    print(f"{'category':12}", *(f"{each:>10}" for each in VERDICTS))
    for category, counted in by_category.items():
        print(f"{category:12}", *(f"{counted[each]:>10}" for each in VERDICTS))
    total = Counter(found for _, found in judged)
    share = 100 / max(len(judged), 1)
    print("ALL", len(judged), *(f"{e} {total[e]} ({share * total[e]:.0f}%)" for e in VERDICTS))


if __name__ == "__main__":
    main()
