"""Prints a benchmark's results as a table, with its targets."""

from __future__ import annotations

import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """Something that shall be at most so much."""

    what: str
    found: float
    most: float
    unit: str = ""

    @property
    def met(self) -> bool:
        """Say whether it is."""
        return self.found <= self.most

    def __str__(self) -> str:
        verdict = "met" if self.met else "NOT MET"
        return f"{self.what}: {self.found:.4g}{self.unit}, at most {self.most:g}: {verdict}"


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print `rows` in columns, under a title that says how busy the machine is."""
    load = os.getloadavg()[0]
    print(f"{title} (load {load:.1f} on {os.cpu_count()} cores)")
    cells = [[_cell(each) for each in row] for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  " + "  ".join([row[0].ljust(widths[0]), *padded]))


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that so many percent of `values` do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _cell(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) and value < 100 else _whole(value)


def _whole(value: object) -> str:
    return f"{value:.0f}" if isinstance(value, float) else str(value)
