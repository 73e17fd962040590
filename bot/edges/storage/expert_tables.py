"""The tables of experts. None of them has a column for a link or a guest."""

from __future__ import annotations

import sqlalchemy as sa

from bot.edges.storage.tables import Moment, tables

expert_groups = sa.Table(
    "expert_groups",
    tables,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("tiers", sa.JSON, nullable=False),
    sa.Column("after", sa.Integer, nullable=False),
)
"""Groups of experts: `tiers` says who is asked first, then who else."""

expert_requests = sa.Table(
    "expert_requests",
    tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("asked", Moment, nullable=False),
    sa.Column("after", sa.Integer, nullable=False),
    sa.Column("claimed_by", sa.String),
    sa.Column("claimed", Moment),
    sa.Index("expert_requests_asked", "asked"),
)
"""Requests to groups, by their meeting's number, and who took each."""

expert_cards = sa.Table(
    "expert_cards",
    tables,
    sa.Column("message_id", sa.String, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("room_id", sa.String, nullable=False),
    sa.Index("expert_cards_number", "number"),
)
"""The cards that ask for an expert."""
