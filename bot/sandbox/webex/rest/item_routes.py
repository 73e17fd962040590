"""Serves single objects of a resource: reads them, and deletes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Person
from bot.sandbox.webex.rest.answer_shapes import Shape
from bot.sandbox.webex.world import World

Item = TypeVar("Item")


def serve_items(
    routes: Blueprint,
    find: Callable[[str], Item],
    shape: Callable[[Item], Shape],
    delete: Callable[[World, Item, Person], object] | None = None,
    under: str = "",
) -> None:
    """Add GET and, if they can be deleted, DELETE of the objects `under` a path."""
    path = f"{under}/<item_id>"

    @routes.get(path, endpoint=f"get{under}")
    def get_item(item_id: str) -> Response:
        return jsonify(shape(find(item_id)))

    if delete:

        @routes.delete(path, endpoint=f"delete{under}")
        def delete_item(item_id: str) -> tuple[str, int]:
            delete(here(), find(item_id), me())
            return "", 204
