"""What packages import and the bot does not use is not loaded, and there for whoever does."""

from __future__ import annotations

import platform
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
        (
            "bot.process.worker_half",
            "flask werkzeug cheroot waitress psycopg cryptography yaml sqlalchemy.orm babel",
        ),
    ],
)
def test_a_half_loads_nothing_that_the_other_one_alone_needs(half: str, spared: str) -> None:
    asked = f"import sys, {half}; print(*{{*{spared.split()}}} & {{*sys.modules}})"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.split() == []


def test_settings_that_name_no_country_load_no_numbers_of_any() -> None:
    asked = "import sys; from bot.settings.phone_settings import region; region('')"
    loaded = subprocess.run(
        [sys.executable, "-c", f"{asked}; print('phonenumbers' in sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == "False"


_HEAPS = """
import ctypes, sys, threading
from bot.edges.sparing import share_one_heap

if sys.argv[1:]:
    share_one_heap()
for _ in range(4):
    kept = []
    thread = threading.Thread(target=lambda: kept.extend(bytes(1000) for _ in range(1000)))
    thread.start()
    thread.join()
c = ctypes.CDLL(None)
c.malloc_info(0, ctypes.c_void_p.in_dll(c, "stdout"))
c.fflush(None)
"""


def _heaps(*given: str) -> int:
    asked = [sys.executable, "-c", _HEAPS, *given]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30)
    return told.stdout.count("<heap nr=")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="Only glibc has heaps for threads.")
def test_the_threads_of_a_process_that_serves_share_one_heap() -> None:
    assert _heaps() > 1
    assert _heaps("shared") == 1
