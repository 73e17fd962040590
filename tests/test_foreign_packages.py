"""Other packages are used by what they offer: no private names, nothing of theirs replaced."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import sys
import textwrap
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from dbos import run_dbos_database_migrations
from sqlalchemy import create_engine
from sqlalchemy import inspect as look_into

import bot
from tests.foreign_names import defined, is_private, names_of_dbos, private_names, replaced
from tests.rows import for_each
from tests.test_architecture import ROOT, SOURCES

ALLOWED = {
    "bot/core/wording/texts.py": {"link._reveal"},
    "bot/edges/delivery/qr_images.py": {"api._session"},
    "bot/edges/storage/rows.py": {"row._asdict", "row._mapping"},
    "bot/edges/webex/api.py": {"self._api._session", "self._api._session._req_session"},
    "bot/settings/__init__.py": {"made._misspelt", "made._exposed_file"},
}
"""Private names used on something else than `self`, and why that is right.

`_reveal` and the settings' own are ours. SQLAlchemy documents `_mapping` and `_asdict`. Webex's SDK
has no other way than `_session` to set a timeout, pool connections or count calls.
"""

DROPS_OUR_TRIGGERS = "bot/edges/storage/migrations/versions/r0011_dbos_alone.py"
SETS_OWN_FIELDS = "bot/core/parsing/times/schedule.py"


def _parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text())


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Return the names of all tables that DBOS makes."""
    url = f"sqlite:///{tmp_path_factory.mktemp('dbos')}/dbos.sqlite"
    run_dbos_database_migrations(url)
    engine = create_engine(url)
    names = frozenset(look_into(engine).get_table_names())
    engine.dispose()
    return names


def classes_on_foreign_ones() -> Iterator[tuple[type, type]]:
    """Yield each class of the bot with each class of another package that it inherits from."""
    names = [each.name for each in pkgutil.walk_packages(bot.__path__, "bot.")]
    modules = [import_module(name) for name in names if _can_be_imported(name)]
    for module in modules:
        for _, ours in inspect.getmembers(module, inspect.isclass):
            if ours.__module__ == module.__name__:
                yield from ((ours, base) for base in ours.__mro__ if _is_foreign(base))


def _can_be_imported(name: str) -> bool:
    """Say no to what runs when it is imported: the program, and Alembic's script."""
    return not name.endswith((".__main__", ".migrations.env"))


def _is_foreign(base: type) -> bool:
    return base.__module__.partition(".")[0] not in {"bot", *sys.stdlib_module_names}


def overridden(ours: type, theirs: type) -> set[str]:
    """Return the private names of a class of another package that ours defines anew."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(ours)))
    return {name for name in defined(tree) if is_private(name) and hasattr(theirs, name)}


@for_each("path", SOURCES)
def test_private_names_of_other_packages_are_left_alone(path: Path):
    assert set(private_names(_parsed(path))) == ALLOWED.get(_place(path), set())


def test_private_names_of_other_packages_are_not_overridden():
    pairs = list(classes_on_foreign_ones())
    assert pairs
    assert [(ours, names) for ours, base in pairs if (names := overridden(ours, base))] == []


@for_each("path", SOURCES)
def test_nothing_of_other_packages_is_replaced(path: Path):
    found = list(replaced(_parsed(path)))
    assert found == (["setattr(point, word.means, word.value)"] * (_place(path) == SETS_OWN_FIELDS))


@for_each("path", SOURCES)
def test_no_statement_names_a_table_of_dbos(path: Path, tables: frozenset[str]):
    if _place(path) != DROPS_OUR_TRIGGERS:
        assert list(names_of_dbos(_parsed(path), tables)) == []


@pytest.mark.parametrize(
    "code",
    [
        "from dbos._core import execute",
        "from dbos import _core",
        "import dbos._core",
        "import dbos\ndbos._core.execute()",
        "from dbos import DBOS\nDBOS._recover(['x'])",
        "from dbos import DBOS\ndef _recover(): pass\nDBOS._recover(['x'])",
        "from dbos import Queue\nclass Ours(Queue):\n    def poll(self): return self._limit",
        "import dbos\ngetattr(dbos, '_core')",
        "from importlib import import_module\nimport_module('dbos._core')",
    ],
)
def test_a_private_name_is_noticed(code: str):
    assert list(private_names(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "import dbos\ndbos.DBOS.launch = None",
        "from dbos import DBOS\ndel DBOS.launch",
        "from dbos import DBOS\nsame = DBOS\nsame.launch = None",
        "from dbos import DBOS\nvars(DBOS)['launch'] = None",
        "from dbos import DBOS\nDBOS.__dict__['launch'] = None",
        "from dbos import DBOS\nsetattr(DBOS, 'launch', None)",
        "from dbos import DBOS\ntype.__setattr__(DBOS, 'launch', None)",
        "from unittest import mock",
        "from unittest.mock import patch",
        "import importlib, dbos\nimportlib.reload(dbos)",
        "import sys\nsys.modules['rich'] = None",
        "import sys\nsys.modules.pop('rich')",
        "import sys\nsys.meta_path.insert(0, None)",
    ],
)
def test_a_replacement_is_noticed(code: str):
    assert list(replaced(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "text = 'DELETE FROM workflow_status'",
        "text = 'SELECT 1 FROM dbos.notifications'",
        "text = 'update queues set name = 1'",
        "text = f'DELETE FROM {schema}.streams'",
        "table = Table('operation_outputs', metadata)",
    ],
)
def test_a_statement_on_a_table_of_dbos_is_noticed(code: str, tables: frozenset[str]):
    assert list(names_of_dbos(ast.parse(code), tables))


def test_an_overridden_private_name_is_noticed():
    class Theirs:
        def _poll(self) -> None: ...

    class Ours(Theirs):
        def _poll(self) -> None: ...

    assert overridden(Ours, Theirs) == {"_poll"}
