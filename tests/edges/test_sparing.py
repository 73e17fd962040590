"""What packages import and the bot does not use is not loaded, and there for whoever does."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from bot.edges.sparing import later, unused
from tests.bench.processes import ROOT


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("wsgiref.types", "xmlrpc", "xmlrpc.client"):
        monkeypatch.delitem(sys.modules, name, raising=False)


def test_what_is_imported_for_later_is_loaded_once_it_is_used() -> None:
    with later("xmlrpc", "xmlrpc.client"):
        client = import_module("xmlrpc").client
    assert "xmlrpc.client" not in sys.modules
    assert issubclass(client.Fault, Exception)
    assert "xmlrpc.client" in sys.modules


def test_what_is_there_already_is_left_as_it_is() -> None:
    with later("sys"), unused("json"):
        assert import_module("json").loads("[]") == []


def test_nothing_is_of_a_class_that_is_unused() -> None:
    with unused("xmlrpc.client"):
        stand_in = import_module("xmlrpc.client").Fault
    assert not isinstance(ValueError(), stand_in)
    assert stand_in[int] is stand_in
    assert import_module("xmlrpc.client").Fault is not stand_in


@pytest.mark.long  # two processes that import the whole bot
@pytest.mark.parametrize(
    ("half", "spared"),
    [
        (
            "bot.wsgi",
            "dbos cheroot psycopg cryptography babel bot.core.parsing.grammar bot.installation",
        ),
        ("bot.working", "flask werkzeug cheroot psycopg cryptography yaml sqlalchemy.orm babel"),
    ],
)
def test_a_half_loads_nothing_that_the_other_one_alone_needs(half: str, spared: str) -> None:
    asked = f"import sys, {half}; print(*{{*{spared.split()}}} & {{*sys.modules}})"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.split() == []
