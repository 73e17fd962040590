"""The chat page's developer tools: the clock, outages, and the calls as they happen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from bot.sandbox import outages
from bot.sandbox.page.chat_gate import Asked
from bot.sandbox.webex.model import Refusal
from bot.sandbox.webex.movable_clock import LONGEST
from bot.sandbox.webex.traffic import Exchange
from bot.sandbox.webex.world import World

HEARTBEAT = 15.0  # seconds between pings: only a write shows that a browser has gone

Json = dict[str, Any]


def offer_tools(chat: Blueprint, world: World, asked: Asked) -> None:
    """Add the developer tools to the page."""

    @chat.get("/chat/tools")
    def tools() -> ResponseReturnValue:
        return _tools(world)

    @chat.post("/chat/clock")
    def move_clock() -> ResponseReturnValue:
        by = timedelta(minutes=asked.body().number("minutes"))
        if by < timedelta() or world.clock.ahead + by > LONGEST:
            raise Refusal(400, "The clock only moves forward, and a year at most.")
        world.clock.advance(by)
        return _tools(world)

    @chat.post("/chat/outages")
    def switch() -> ResponseReturnValue:
        body = asked.body()
        if body.text("name") not in outages.OUTAGES:
            raise Refusal(404, "There is no such outage. Reload the page.")
        outages.switch(world, body.text("name"), on=body.fields.get("on") is True)
        return _tools(world)

    @chat.get("/chat/traffic")
    def traffic() -> ResponseReturnValue:
        after = request.headers.get("Last-Event-ID") or request.args.get("after", "")
        live = _exchanges(world, int(after) if after.isdecimal() else 0)
        stream = Response(live, mimetype="text/event-stream")
        stream.headers["Cache-Control"] = "no-store"
        return stream


def _tools(world: World) -> Json:
    return {
        "now": world.clock().isoformat(),
        "movesBot": bool(world.clock.on_advance),
        "outages": [
            {"name": name, "title": each.title, "on": outages.is_on(world, name)}
            for name, each in outages.OUTAGES.items()
        ],
    }


def _exchanges(world: World, after: int) -> Iterator[str]:
    """Yield a server-sent event for each exchange after this one, as they happen."""
    yield ": here\n\n"
    while not world.closed.is_set():
        fresh = world.exchanges_after(after, HEARTBEAT)
        for each in fresh:
            after = each.number
            yield f"id: {after}\ndata: {json.dumps(_view(each))}\n\n"
        if not fresh:
            yield ": still here\n\n"


def _view(exchange: Exchange) -> Json:
    return asdict(exchange) | {
        "at": exchange.at.isoformat() if exchange.at else "",
        "milliseconds": round(1000 * exchange.seconds),
    }
