"""The page by which the bot recognizes itself at its public address."""

from __future__ import annotations

import re

from flask import Flask, Response

from bot.edges.web.door.door_watch import PATH, proof_of

_NONCE = re.compile(r"[0-9a-f]{32}")


def add_door_check(app: Flask, secret: str) -> None:
    """Add the page by which the bot recognizes itself.

    Args:
        app: the application.
        secret: which all processes of the installation have.
    """

    @app.get(f"{PATH}/<nonce>")
    def prove(nonce: str) -> Response:
        if not _NONCE.fullmatch(nonce):
            return Response(status=404, mimetype="text/plain")
        return Response(proof_of(secret, nonce), mimetype="text/plain")
