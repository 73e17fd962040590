"""Has Schemathesis ask for people whom the sandbox knows, so that meetings are made."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import strategies

PEOPLE = ("erin@example.com", "carl@example.com", "alice@x.com", "nobody@elsewhere.example")

ADDRESSES = ("http://127.0.0.1:9/events", "https://127.0.0.1:9/", "http://169.254.169.254/")

schemathesis.openapi.format("email", strategies.sampled_from(PEOPLE))
schemathesis.openapi.format("uri", strategies.sampled_from(ADDRESSES))


@schemathesis.hook
def before_call(_context: Any, case: Any, _how: Any) -> None:
    """Leave out headers that the server refuses before there is a request."""
    for name in [name for name in case.headers or () if "_" in name]:
        del case.headers[name]
