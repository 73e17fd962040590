"""Guesses whether a subject reveals who a person is, to warn about it."""

from __future__ import annotations

import re

_BORN = r"(?:born|d\.?o\.?b\.?|geb(?:oren)?|née?|nacid[oa]|nat[oa])\b"
_DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})"
_NAME = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:-[^\W\d_]+)?")
_BIRTH_DATE = re.compile(rf"(?<!\w)(?:{_BORN}|\*\s*(?=\d)|{_DATE}(?!\w))", re.IGNORECASE)
_RECORD = re.compile(
    r"""
    (?<!\w)(?:mrn|case|record|chart|file|patient|pat|fall|akte|az|ref|id|nr|no|n°|number|nummer)
        [\s.:\#-]*[a-z]{0,4}[/-]?\d{3,}
  | (?<![\w.,-])[a-z]{0,4}-?\d{6,}(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def identifies_person(subject: str) -> bool:
    """Return whether `subject` looks like a name with a birth date, or a record number."""
    named = len(_NAME.findall(subject)) >= 2 and _BIRTH_DATE.search(subject)
    return bool(named or _RECORD.search(subject))
