"""The tables of the API. None of them has a column for a key or a link."""

from __future__ import annotations

import sqlalchemy as sa

from bot.edges.storage.tables import Moment, tables

api_keys = sa.Table(
    "api_keys",
    tables,
    sa.Column("id", sa.String(12), primary_key=True),
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("secret_hash", sa.String(64), nullable=False),
    sa.Column("room_seed", sa.String, nullable=False),
    sa.Column("scopes", sa.String, nullable=False),
    sa.Column("per_minute", sa.Integer, nullable=False),
    sa.Column("made", Moment, nullable=False),
    sa.Column("expires", Moment),
    sa.Column("revoked", Moment),
    sa.Column("used", Moment),
    sa.Index("api_keys_name", "name"),
)
"""The keys with which other programs call the bot. `scopes` is separated by spaces."""
