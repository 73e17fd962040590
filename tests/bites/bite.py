"""A safeguard, and how to remove it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bite:
    """A safeguard, and how it is taken out.

    Args:
        name: of the safeguard.
        file: where it stands.
        old: what stands there, once.
        new: what is put in its place.
        tests: that should notice.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def taken_out(self, source: str) -> str:
        """Return the file without it.

        Raises:
            ValueError: it does not stand there, once; this list is to be mended.
        """
        if source.count(self.old) != 1:
            raise ValueError(f"{self.file} has changed: the bite “{self.name}” finds nothing.")
        return source.replace(self.old, self.new)
