"""A statement that SQLAlchemy compiles once, as the database's driver takes it.

It looks a compiled statement up by what it is built of, prepares each value, and looks for names
of schemas in the text: as much work as SQLite's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa


@dataclass(frozen=True)
class Prepared:
    """A statement for a driver that counts the values of a statement, as SQLite's does.

    Args:
        sql: with a question mark for each value.
        order: the names of the values.
        constants: those that are part of the statement.
        processors: make of some values what the driver takes.
    """

    sql: str
    order: Sequence[str]
    constants: Mapping[str, Any]
    processors: Mapping[str, Callable[[Any], Any]]

    @classmethod
    def of(
        cls,
        built: sa.UpdateBase,
        dialect: sa.Dialect,
        columns: list[str] | None,
        schemas: Mapping[str, str | None],
    ) -> Prepared:
        """Compile a statement.

        Args:
            built: it.
            dialect: of the database.
            columns: of an insertion; None where its values have names of their own.
            schemas: what the schemas in it are called.
        """
        compiled = built.compile(
            dialect=dialect,
            column_keys=columns,
            schema_translate_map=schemas,
            render_schema_translate=True,
        )
        types = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
        found = {name: each.bind_processor(dialect) for name, each in types.items()}
        processors = {name: process for name, process in found.items() if process}
        return cls(str(compiled), compiled.positiontup or (), compiled.params, processors)

    def execute(self, connection: sa.Connection, values: Mapping[str, Any]) -> sa.CursorResult[Any]:
        """Execute it with these values, by their names."""
        given = {**self.constants, **values}
        given |= {name: process(given[name]) for name, process in self.processors.items()}
        return connection.exec_driver_sql(self.sql, tuple(given[name] for name in self.order))
