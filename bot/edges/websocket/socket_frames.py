"""Opens the WebSocket of a device, and sends frames on it."""

from __future__ import annotations

import json
import logging
import uuid
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bot.core.domain.url_trust import is_loopback
from bot.core.incoming.activities import Envelope

_SILENT = logging.Logger("websocket", logging.CRITICAL)  # noqa: LOG001 - one that no configuration can turn on
"""At debug level the library logs every frame, and one of them contains the token."""


def open_socket(url: str) -> ClientConnection:
    """Open the WebSocket at `url`.

    Raises:
        WebSocketException, OSError, ImportError: it could not be opened.
    """
    here = is_loopback(urlsplit(url).hostname or "")
    return connect(
        url,
        proxy=None if here else True,  # a proxy can't reach this machine's loopback
        ping_interval=None,
        close_timeout=2,
        logger=_SILENT,
    )


def send(connection: ClientConnection, **message: Any) -> None:
    """Send a message with an id of its own."""
    connection.send(json.dumps({"id": str(uuid.uuid4()), **message}))


def acknowledge(connection: ClientConnection, envelope: Envelope) -> None:
    """Acknowledge an envelope, unless the connection is closed already."""
    with suppress(ConnectionClosed):
        connection.send(json.dumps({"type": "ack", "messageId": envelope.id}))
