"""A program that calls the bot's API with a key."""

from __future__ import annotations

import uuid
from typing import Any

import requests

from tests.stories.real import Town

HOST = "erin@example.com"


class Program:
    """A program with a key."""

    path = "/v1/meetings"

    def __init__(self, town: Town, key: str) -> None:
        self._base, self._key = f"{town.receiver}{self.path}", key

    def ask(self, method: str, path: str = "", body: Any = None, **headers: str):
        headers = {"Authorization": f"Bearer {self._key}", **headers}
        how = {"data": body} if isinstance(body, bytes) else {"json": body}
        return requests.request(method, self._base + path, headers=headers, timeout=15, **how)

    def posts(self, path: str, body: Any, once: str = "") -> requests.Response:
        return self.ask("POST", path, body, **{"Idempotency-Key": once or uuid.uuid4().hex})

    def makes(self, once: str = "", **body: Any) -> requests.Response:
        return self.posts("", {"host": HOST, **body}, once)
