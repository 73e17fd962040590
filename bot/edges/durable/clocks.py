"""The clocks of leases: one that all processes share, and one that nobody sets."""

from __future__ import annotations

import time

import sqlalchemy as sa

# Built once: building a statement costs more than running it.
_DAYS = sa.text("SELECT julianday('now')")
_EPOCH = sa.text("SELECT extract(epoch FROM clock_timestamp())")
_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)


def told_by(connection: sa.Connection) -> float:
    """Return seconds since 1970 by the database's clock, the same for all processes."""
    if connection.dialect.name == "sqlite":
        # The file is on one machine, so that all its processes share this clock.
        days = connection.execute(_DAYS).scalar_one()
        return (float(days) - 2440587.5) * 86400.0
    return float(connection.execute(_EPOCH).scalar_one())


def elapsed() -> float:
    """Return seconds by a clock that nobody sets, and that goes on while the machine is suspended.

    Python's monotonic clock stands still meanwhile on Linux: a laptop that was closed, or a virtual
    machine that was paused, would take its lease for good.
    https://man7.org/linux/man-pages/man2/clock_gettime.2.html
    """
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)
