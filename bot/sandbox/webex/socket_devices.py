"""Registers devices for the WebSocket.

This is not documented; it is what Cisco's JavaScript SDK and `webex_bot` call.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex import ids
from bot.sandbox.webex.activities_out import CONVERSATIONS
from bot.sandbox.webex.call_gate import guard, me
from bot.sandbox.webex.model import Action, Message, Refusal
from bot.sandbox.webex.rest.answer_shapes import Shape
from bot.sandbox.webex.rest.request_checks import body
from bot.sandbox.webex.sockets_out import PATH, SocketsOut
from bot.sandbox.webex.world import World

CATALOG = "/u2c/api/v1"
REGISTRY = "/wdm/api/v1/devices"
CLUSTER = "urn:TEAM:us-east-2_a"


def create_devices(world: World, sockets: SocketsOut, address: str) -> Blueprint:
    """Return the service catalog and the device registry.

    Args:
        world: the sandbox, whose people register devices.
        sockets: the WebSocket server.
        address: the sandbox's address.
    """
    services = Blueprint("devices", __name__)
    guard(services, world)
    _tell_where(services, address)
    _register(services, sockets, address)
    _resolve_ids(services, world)
    return services


def _tell_where(services: Blueprint, address: str) -> None:
    @services.get(f"{CATALOG}/limited/catalog")
    def limited_catalog() -> Response:
        return jsonify(_catalog(address))

    @services.get(f"{CATALOG}/catalog")
    def catalog() -> Response:
        me()
        return jsonify(_catalog(address))


def _catalog(address: str) -> Shape:
    links = {
        "hydra": f"{address}/v1",
        "u2c": f"{address}{CATALOG}",
        "wdm": f"{address}{REGISTRY.removesuffix('/devices')}",
        "conversation": f"{address}{CONVERSATIONS}",
    }
    # Cisco's SDK reads one service from each host, and looks for a host with its port.
    here = {"host": "127.0.0.1", "id": f"{CLUSTER}:conversation", "priority": 1, "ttl": -1}
    hosts = {address.partition("://")[2]: [here]}
    return {"serviceLinks": links, "hostCatalog": hosts, "format": "hostmap"}


def _register(services: Blueprint, sockets: SocketsOut, address: str) -> None:
    registered = _Registered(sockets, address)

    @services.get(REGISTRY)
    def list_devices() -> Response:
        found = [name for name, (owner, _) in sockets.devices.items() if owner == me().id]
        return jsonify({"devices": [registered.shape(name) for name in found]})

    @services.post(REGISTRY)
    def create_device() -> Response:
        return registered.keep(str(uuid.uuid4()), body())

    @services.put(f"{REGISTRY}/<device_id>")
    def update_device(device_id: str) -> Response:
        return registered.keep(device_id, registered.mine(device_id) | body())

    @services.delete(f"{REGISTRY}/<device_id>")
    def delete_device(device_id: str) -> Response:
        registered.mine(device_id)
        del sockets.devices[device_id]
        return Response(status=204)


class _Registered:
    """The caller's devices."""

    def __init__(self, sockets: SocketsOut, address: str) -> None:
        self._sockets, self._address = sockets, address

    def mine(self, device_id: str) -> Shape:
        owner, described = self._sockets.devices.get(device_id, ("", {}))
        if owner != me().id:
            raise Refusal(404, "The device could not be found.")
        return described

    def keep(self, device_id: str, described: Shape) -> Response:
        self._sockets.devices[device_id] = (me().id, described)
        return jsonify(self.shape(device_id))

    def shape(self, device_id: str) -> Shape:
        return self.mine(device_id) | {
            "url": f"{self._address}{REGISTRY}/{device_id}",
            "webSocketUrl": f"{self._sockets.url()}{PATH}/{device_id}",
            "userId": ids.name_in(me().id),
        }


def _resolve_ids(services: Blueprint, world: World) -> None:
    """Return the REST API's id of what an activity names by UUID."""

    @services.get(f"{CONVERSATIONS}/messages/<name>")
    def get_message(name: str) -> Response:
        found = world.message(_named(name, world.messages), me())
        return jsonify({"id": found.id, "roomId": found.space_id})

    @services.get(f"{CONVERSATIONS}/attachment/actions/<name>")
    def get_action(name: str) -> Response:
        found = world.action(_named(name, world.actions), me())
        return jsonify({"id": found.id, "messageId": found.message_id})


def _named(name: str, known: Mapping[str, Message | Action]) -> str:
    return next((one for one in known if ids.name_in(one) == name), "")
