"""Has Schemathesis ask for people whom the sandbox knows, so that meetings are made."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import strategies

PEOPLE = ("erin@example.com", "carl@example.com", "alice@x.com", "nobody@elsewhere.example")

schemathesis.openapi.format("email", strategies.sampled_from(PEOPLE))


@schemathesis.hook
def before_call(_context: Any, case: Any, _how: Any) -> None:
    """Leave out headers that the server refuses before there is a request."""
    for name in [name for name in case.headers or () if "_" in name]:
        del case.headers[name]
