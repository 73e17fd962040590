"""A statement that SQLAlchemy compiles once, as the database's driver takes it.

Each time it looks up what it compiled by what that is built of, and for names of schemas in the
text: to SQLite's own work on a row it adds half as much again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Prepared:
    """A statement whose rows, if there are any, need nothing done to them.

    Args:
        sql: as the driver takes it.
        order: the names of its values; empty where the driver knows them by their names.
        constants: values that are part of it.
        processors: make of some values what the driver takes.
    """

    sql: str
    order: Sequence[str]
    constants: Values
    processors: Mapping[str, Callable[[Any], Any]]

    @classmethod
    def of(
        cls,
        built: sa.ClauseElement,
        dialect: sa.Dialect,
        columns: Sequence[str] | None = None,
        schemas: Mapping[str, str | None] | None = None,
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
            render_schema_translate=bool(schemas),
        )
        if not isinstance(compiled, sa.sql.compiler.SQLCompiler):
            raise TypeError("Only what is done to rows is prepared.")
        types = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
        found = {name: each.bind_processor(dialect) for name, each in types.items()}
        processors = {name: process for name, process in found.items() if process}
        return cls(str(compiled), compiled.positiontup or (), compiled.params, processors)

    def execute(
        self, connection: sa.Connection, values: Values | Sequence[Values]
    ) -> sa.CursorResult[Any]:
        """Execute it with these values by their names, or once for each set of them."""
        if isinstance(values, Mapping):
            return connection.exec_driver_sql(self.sql, self._given(values))
        return connection.exec_driver_sql(self.sql, [self._given(each) for each in values])

    def _given(self, values: Values) -> Any:
        given = {**self.constants, **values}
        given |= {name: process(given[name]) for name, process in self.processors.items()}
        return tuple(given[name] for name in self.order) if self.order else given
