"""The tables of the API. None of them has a column for a key or a link."""

from __future__ import annotations

import sqlalchemy as sa

from bot.edges.storage.tables import UtcDateTime, tables

api_keys = sa.Table(
    "api_keys",
    tables,
    sa.Column("id", sa.String(12), primary_key=True),
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("secret_hash", sa.String(64), nullable=False),
    sa.Column("room_seed", sa.String, nullable=False),
    sa.Column("scopes", sa.String, nullable=False),
    sa.Column("per_minute", sa.Integer, nullable=False),
    sa.Column("made", UtcDateTime, nullable=False),
    sa.Column("expires", UtcDateTime),
    sa.Column("revoked", UtcDateTime),
    sa.Column("used", UtcDateTime),
    sa.Index("api_keys_name", "name"),
)
"""The keys with which other programs call the bot. `scopes` is separated by spaces."""

api_meetings = sa.Table(
    "api_meetings",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("program", sa.String(40), nullable=False),
    sa.Column("idempotency", sa.String(64)),
    sa.Column("body_hash", sa.String(64), nullable=False),
    sa.Column("seed", sa.String, nullable=False),
    sa.Column("name", sa.String(32), nullable=False),
    sa.Column("reference", sa.String(200)),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("program", "idempotency", name="api_meetings_once"),
    sa.UniqueConstraint("seed", name="api_meetings_seed"),
    sa.Index("api_meetings_at", "at"),
    sa.Index("api_meetings_reference", "program", "reference"),
)
"""The meetings that programs asked for. `idempotency` is a hash, and empty once it is forgotten;
`seed` is that of the meeting, once there is one; `name` is the request's."""
