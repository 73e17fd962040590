"""Signed notices, each sent over its own connection, as Webex sends them."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.edges.web.receiver import PATH
from bot.sandbox.webex.webhooks_out import signatures

SECRET = "a secret of the benchmarks"


@dataclass(frozen=True)
class Delivery:
    """A notice that was sent.

    Args:
        status: of the answer.
        at: when it arrived, in seconds since the epoch.
        took: seconds until it was acknowledged, the connection's opening included.
    """

    status: int
    at: float
    took: float


async def deliver(address: str, notice: dict[str, Any]) -> Delivery:
    """Send `notice` to the receiver at `address`, and wait for the acknowledgement."""
    where, sent = urlsplit(address), _written(notice)
    at, began = time.time(), time.perf_counter()
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(sent)
    status = (await reader.readline()).split()[1]
    took = time.perf_counter() - began
    writer.close()
    return Delivery(int(status), at, took)


async def deliver_at_once(address: str, notices: list[dict[str, Any]]) -> list[Delivery]:
    """Send all `notices` at the same time."""
    return await asyncio.gather(*(deliver(address, each) for each in notices))


async def deliver_steadily(
    address: str, notices: list[dict[str, Any]], per_second: float
) -> list[Delivery]:
    """Send so many of `notices` a second, whether or not earlier ones were acknowledged."""
    start = time.monotonic()

    async def in_turn(number: int, notice: dict[str, Any]) -> Delivery:
        await asyncio.sleep(start + number / per_second - time.monotonic())
        return await deliver(address, notice)

    return await asyncio.gather(*(in_turn(*each) for each in enumerate(notices)))


def _written(notice: dict[str, Any]) -> bytes:
    body = json.dumps(notice).encode()
    headers = {
        "Host": "127.0.0.1",
        "Connection": "close",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        **signatures(SECRET, body),
    }
    lines = [f"POST {PATH} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body
