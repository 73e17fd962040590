"""Runs a benchmark. ``python -m tests.bench`` lists them, ``… NAME`` runs one."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from tests.bench import (
    ack,
    api,
    burst,
    cpu,
    door,
    expert,
    fuzz,
    grammar,
    idle,
    latency,
    ledger,
    siege,
    soak,
    startup,
    throughput,
)

UPSTREAM = {
    "latency": latency,
    "ack": ack,
    "cpu": cpu,
    "burst": burst,
    "startup": startup,
    "idle": idle,
    "throughput": throughput,
    "siege": siege,
    "soak": soak,
    "fuzz": fuzz,
    "door": door,
    "expert": expert,
    "api": api,
}
"""What measures the bot against a sandbox in a process of its own."""

ALONE = {"grammar": grammar, "ledger": ledger}
"""What measures one part of it, and exits with 1 if its target was not met."""

BENCHMARKS = {**UPSTREAM, **ALONE}


@click.command()
@click.argument("name", required=False, type=click.Choice(list(BENCHMARKS)))
@click.option("--check", is_flag=True, help="Exit with 1 if a target was not met.")
@click.option("--minutes", type=float, help="Of soak and fuzz; 30 and 10 if not said.")
def bench(name: str | None, check: bool, minutes: float | None) -> None:
    """Run the benchmark NAME, or list all."""
    if name is None:
        for each, module in BENCHMARKS.items():
            click.echo(f"{each:10}  {(module.__doc__ or '').splitlines()[0]}")
    elif name in ALONE:
        ALONE[name].main()
    elif not _all_met(name, {"minutes": minutes} if minutes else {}) and check:
        raise SystemExit(1)


def _all_met(name: str, more: dict[str, float]) -> bool:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        targets = UPSTREAM[name].measure(Path(folder), **more)
    for target in targets:
        click.echo(str(target))
    return all(target.met for target in targets)


if __name__ == "__main__":
    bench(prog_name="python -m tests.bench")
