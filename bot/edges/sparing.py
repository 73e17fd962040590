"""Spares memory: what packages import and this bot does not use, and heaps for each thread.

They have no setting for the former: a quarter of a worker's memory. What is spared is in its place
as soon as somebody does use it.
"""

from __future__ import annotations

import ctypes
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any

MOST_HEAPS = -8
"""``M_ARENA_MAX`` of malloc.h."""


def share_one_heap() -> None:
    """Have all threads share one heap, before they begin; to be called by each that serves.

    glibc gives nearly each thread one of its own, where what they let go of stays with them; only
    one thread of Python's runs at a time. Other C libraries have no such heaps, and no such word.
    https://man7.org/linux/man-pages/man3/mallopt.3.html
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(MOST_HEAPS, 1)


class _Later(ModuleType):
    """A module that is loaded once something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


class _Unused(ModuleType):
    """A module of classes of which there is no object here, so that nothing is one of them."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {"__class_getitem__": classmethod(lambda cls, _: cls)})


@contextmanager
def later(*names: str) -> Iterator[None]:
    """Have what is imported in the block load these modules when it uses them, if ever.

    Args:
        names: of modules, a package before what is in it.
    """
    with _in_place_of({name: _Later(name) for name in names if name not in sys.modules}):
        yield


@contextmanager
def unused(*names: str) -> Iterator[None]:
    """Have what is imported in the block take these modules' classes for ones without objects."""
    with _in_place_of({name: _Unused(name) for name in names if name not in sys.modules}):
        yield


@contextmanager
def _in_place_of(modules: dict[str, ModuleType]) -> Iterator[None]:
    sys.modules.update(modules)
    for name, module in modules.items():
        package, _, inside = name.rpartition(".")
        if package in modules:
            setattr(modules[package], inside, module)
    try:
        yield
    finally:
        for name, module in modules.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
