"""The tables of desks and their calls. None of them has a column for an address."""

from __future__ import annotations

import sqlalchemy as sa

from bot.edges.storage.tables import UtcDateTime, tables

desks = sa.Table(
    "desks",
    tables,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("asks", sa.String(80), nullable=False),
    sa.Column("seed", sa.String, nullable=False),
    sa.Column("languages", sa.JSON, nullable=False),
    sa.Column("code", sa.String(8), nullable=False),
    sa.Column("screen", sa.Boolean, nullable=False),
    sa.Column("off", sa.Boolean, nullable=False),
)
"""Desks: `asks` is the group, and the address is derived from `seed` and the installation's key."""

desk_addresses = sa.Table(
    "desk_addresses",
    tables,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("desk", sa.String(80), nullable=False),
    sa.Column("seed", sa.String, nullable=False),
    sa.Column("screen", sa.Boolean, nullable=False),
)
"""Every address that a desk has had; the one of its current seed works."""

desk_calls = sa.Table(
    "desk_calls",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("desk", sa.String(80), nullable=False),
    sa.Column("visitor", sa.String(64), nullable=False),
    sa.Column("form", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("seed", sa.String, nullable=False),
    sa.UniqueConstraint("desk", "form", name="desk_calls_once"),
    sa.Index("desk_calls_recent", "desk", "at"),
    sa.Index("desk_calls_at", "at"),
)
"""Calls at desks: `seed` is their meeting's, `visitor` tells devices apart, and `form` pages."""
