"""Says in words what a JSON schema of Pydantic's allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

_LIMITS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
}


def name_of(schema: Schema) -> str:
    """Return the name of the schema that this one, or its items, refers to; empty for none."""
    given = _given(schema)
    ref = given.get("$ref") or given.get("items", {}).get("$ref", "")
    return str(ref).rpartition("/")[2]


def kind_of(schema: Schema) -> str:
    """Return what a value is, such as ``list of string``."""
    given = _given(schema)
    if "enum" in given:
        kind = " or ".join(given["enum"])
    elif given.get("type") == "array":
        kind = f"list of {kind_of(given['items'])}"
    else:
        kind = name_of(given) or given.get("format") or given["type"]
    return f"{kind} or null" if given is not schema else str(kind)


def constraints_of(schema: Schema) -> str:
    """Return the limits of a value, and what it is if it isn't given."""
    given = _given(schema)
    said = [words.format(given[name]) for name, words in _LIMITS.items() if name in given]
    said += [f"such as {each}" for each in given.get("examples", ())[:1]]
    usual = schema.get("default")
    said += [f"by default {usual}"] if usual not in (None, []) else []
    return ", ".join(said)


def _given(schema: Schema) -> Schema:
    """Return what a value is if it isn't null."""
    found = (each for each in schema.get("anyOf", ()) if each.get("type") != "null")
    return next(found, schema)
