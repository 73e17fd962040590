"""A safeguard, and how to remove it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bite:
    """A safeguard, and how to remove it.

    Args:
        name: its name.
        file: the file it is in.
        old: its code, which occurs once.
        new: the replacement.
        tests: the tests that should fail.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def taken_out(self, source: str) -> str:
        """Return the file without it.

        Raises:
            ValueError: `old` doesn't occur exactly once; update this list.
        """
        if source.count(self.old) != 1:
            raise ValueError(f"{self.file} has changed: the bite “{self.name}” finds nothing.")
        return source.replace(self.old, self.new)
