"""Writes the traffic of the emulator as an HTTP Archive, without tokens and secrets.

http://www.softwareishard.com/blog/har-12-spec/
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from bot.sandbox.webex.traffic import Exchange
from bot.version import VERSION

Json = dict[str, Any]


def write(path: Path, address: str, exchanges: Iterable[Exchange]) -> None:
    """Write these exchanges with the emulator at `address`."""
    entries = [_entry(each, address) for each in exchanges if each.method != "SMTP"]
    creator = {"name": "python -m bot webex", "version": VERSION}
    log = {"version": "1.2", "creator": creator, "entries": entries}
    path.write_text(json.dumps({"log": log}, indent=1, ensure_ascii=False), encoding="utf-8")


def _entry(exchange: Exchange, address: str) -> Json:
    milliseconds = round(1000 * exchange.seconds, 3)
    return {
        "startedDateTime": exchange.at.isoformat() if exchange.at else "",
        "time": milliseconds,
        "request": _request(exchange, urljoin(address, exchange.address)),
        "response": _response(exchange),
        "cache": {},
        "timings": {"send": 0, "wait": milliseconds, "receive": 0},
        "comment": exchange.caller,
    }


def _request(exchange: Exchange, url: str) -> Json:
    query = [{"name": name, "value": value} for name, value in parse_qsl(urlsplit(url).query)]
    sent = {"postData": _body(exchange.sent)} if exchange.sent else {}
    return (
        {**_message(exchange.sent), "method": exchange.method, "url": url}
        | sent
        | {"queryString": query}
    )


def _response(exchange: Exchange) -> Json:
    return {
        **_message(exchange.answered),
        "status": exchange.status or 0,
        "statusText": "",
        "content": _body(exchange.answered) | {"size": len(exchange.answered.encode())},
        "redirectURL": "",
    }


def _message(body: str) -> Json:
    return {
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [],
        "headersSize": -1,
        "bodySize": len(body.encode()),
    }


def _body(text: str) -> Json:
    kind = "application/json" if text.startswith(("{", "[")) else "text/plain"
    return {"mimeType": kind, "text": text}
