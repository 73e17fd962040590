"""The tables of events for programs. None of them has a column for a guest or a link."""

from __future__ import annotations

import sqlalchemy as sa

from bot.edges.storage.tables import UtcDateTime, tables

event_endpoints = sa.Table(
    "event_endpoints",
    tables,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("program", sa.String(40), nullable=False),
    sa.Column("target", sa.String, nullable=False),
    sa.Column("types", sa.String, nullable=False),
    sa.Column("secret", sa.String, nullable=False),
    sa.Column("contact", sa.String(254)),
    sa.Column("made", UtcDateTime, nullable=False),
    sa.Column("stopped", UtcDateTime),
    sa.Column("secret_before", sa.String),
    sa.Column("secret_until", UtcDateTime),
    sa.Column("rotation", sa.String),
    sa.Index("event_endpoints_program", "program"),
)
"""Where programs want to be told. `target` and `secret` are encrypted; `types` is separated by
spaces, and empty for all; `stopped` is when it was turned off. `secret_before`, encrypted, signs
beside `secret` until `secret_until`; `rotation` names the latest order to change the secret."""

event_deliveries = sa.Table(
    "event_deliveries",
    tables,
    sa.Column("endpoint", sa.String(16), primary_key=True),
    sa.Column("event", sa.String(40), primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("status", sa.Integer),
    sa.Column("delivered", UtcDateTime),
    sa.Column("replay", sa.String(32)),
    sa.Index("event_deliveries_at", "at"),
)
"""The events of the last days, once for each endpoint. `status` is that of the latest answer, and
empty where there was none; `replay` names the latest order to send it again."""
