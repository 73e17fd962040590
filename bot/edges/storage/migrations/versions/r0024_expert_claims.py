"""Adds what becomes of a request to experts; the requester gets no host link."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Add the columns and a table."""
    op.add_column("meetings", sa.Column("expert_group", sa.String(80)))
    op.add_column("hosts", sa.Column("without_link", sa.Boolean))
    for column in (
        sa.Column("step", sa.Integer, nullable=False, server_default="0"),
        sa.Column("due", sa.DateTime(timezone=True)),
        sa.Column("asked_by", sa.String),
        sa.Column("claim", sa.String),
        sa.Column("confirmed", sa.DateTime(timezone=True)),
        sa.Column("released", sa.String),
        sa.Column("first_claimed", sa.DateTime(timezone=True)),
        sa.Column("given_back", sa.Integer, nullable=False, server_default="0"),
        sa.Column("note", sa.String),
        sa.Column("hosted", sa.String),
        sa.Column("host_name", sa.String),
        sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()),
    ):
        op.add_column("expert_requests", column)
    op.create_table(
        "expert_refusals",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("step", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person_id", sa.String, primary_key=True),
    )
