"""Registers devices for the WebSocket.

This is not documented; it is what Cisco's JavaScript SDK and `webex_bot` call.
"""

from __future__ import annotations

import uuid

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.activities_out import CONVERSATIONS
from bot.sandbox.webex.call_gate import guard, me
from bot.sandbox.webex.model import Refusal
from bot.sandbox.webex.rest.answer_shapes import Shape
from bot.sandbox.webex.rest.request_checks import body, needed
from bot.sandbox.webex.sockets_out import PATH, SocketsOut
from bot.sandbox.webex.world import World

CATALOG = "/u2c/api/v1"
REGISTRY = "/wdm/api/v1/devices"


def create_devices(world: World, sockets: SocketsOut, address: str) -> Blueprint:
    """Return the service catalog and the device registry.

    Args:
        world: the sandbox, whose people register devices.
        sockets: the WebSocket server.
        address: the sandbox's address.
    """
    services = Blueprint("devices", __name__)
    guard(services, world)
    services.before_request(_admit)
    _tell_where(services, address)
    _register(services, sockets, address)
    return services


def _admit() -> None:
    me()


def _tell_where(services: Blueprint, address: str) -> None:
    @services.get(f"{CATALOG}/catalog")
    def catalogue() -> Response:
        links = {
            "wdm": f"{address}{REGISTRY.removesuffix('/devices')}",
            "conversation": f"{address}{CONVERSATIONS}",
        }
        here = {"host": "127.0.0.1", "id": "urn:TEAM:us-east-2_a:conversation", "priority": 1}
        return jsonify({"serviceLinks": links, "hostCatalog": {"127.0.0.1": [here]}})


def _register(services: Blueprint, sockets: SocketsOut, address: str) -> None:
    def shape(device_id: str, described: Shape) -> Shape:
        own = {"url": f"{address}{REGISTRY}/{device_id}"}
        return described | own | {"webSocketUrl": f"{sockets.url()}{PATH}/{device_id}"}

    @services.get(REGISTRY)
    def list_devices() -> Response:
        mine = [
            shape(name, described)
            for name, (owner, described) in sockets.devices.items()
            if owner == me().id
        ]
        return jsonify({"devices": mine})

    @services.post(REGISTRY)
    def create_device() -> Response:
        described = body()
        for name in ("deviceName", "deviceType", "model", "name", "systemName", "systemVersion"):
            needed(described, name)
        device_id = str(uuid.uuid4())
        sockets.devices[device_id] = (me().id, described)
        return jsonify(shape(device_id, described))

    @services.delete(f"{REGISTRY}/<device_id>")
    def delete_device(device_id: str) -> Response:
        if sockets.devices.get(device_id, ("",))[0] != me().id:
            raise Refusal(404, "The device could not be found.")
        del sockets.devices[device_id]
        return Response(status=204)
