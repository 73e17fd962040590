"""Registers the bot as a Webex device, which gives it a WebSocket.

Cisco does not document this API; see `core.incoming.activities`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests

from bot.core.domain.errors import NotFound, Trouble, Unintelligible
from bot.core.domain.url_trust import is_loopback, is_trustworthy
from bot.core.incoming.activities import cluster_of
from bot.edges.http_calls import adding_tracking_id, configure_session, raising_trouble

TIMEOUTS = (10, 10)
"""Seconds to connect, and between two bytes."""

OPTIONS = {"outboundWireFormat": "text", "bufferStates": "true", "aliasHttpStatus": "true"}
"""Query parameters of the WebSocket's address, as Cisco's SDK sends them."""


@dataclass(frozen=True)
class Device:
    """A registered device.

    Args:
        url: its own address, for deleting it.
        socket_url: the address of its WebSocket.
    """

    url: str
    socket_url: str


class DeviceRegistrations:
    """Registers and deletes the bot's devices. Threads may share it.

    Args:
        catalog_url: the address of Webex's service catalog.
        token: the bot's access token.
        name: the name of this installation's device; other devices are left alone.
    """

    def __init__(self, catalog_url: str, token: str, name: str) -> None:
        self._catalog_url = catalog_url.rstrip("/")
        self._name = name
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"
        configure_session(self._session, self._catalog_url, 8)
        self._registry = ""
        self._hosts: set[str] = {urlsplit(catalog_url).hostname or ""}
        self._clusters: dict[str, str] = {}

    def register(self) -> Device:
        """Return the device of this name; register it if there is none.

        Raises:
            Trouble: Webex did not do it.
        """
        self._read_catalog()
        with suppress(NotFound):  # Webex's answer for a token without devices
            known = self._asked("GET", self._registry).get("devices") or []
            for each in known:
                if each.get("name") == self._name:
                    return self._device(each)
        return self._device(self._asked("POST", self._registry, self._described()))

    def release(self, device: Device) -> None:
        """Delete a device, if it still exists.

        Raises:
            Trouble: Webex did not do it.
        """
        with suppress(NotFound), raising_trouble():
            self._session.delete(device.url, timeout=TIMEOUTS)

    def cluster_at(self, host: str) -> str | None:
        """Return the cluster of a host, or None if the catalog doesn't list it."""
        return self._clusters.get(host)

    def _read_catalog(self) -> None:
        found = self._asked("GET", f"{self._catalog_url}/catalog?format=hostmap")
        with _parsed():
            self._registry = self._trusted(found["serviceLinks"]["wdm"].rstrip("/") + "/devices")
            listed = [each for hosts in found["hostCatalog"].values() for each in hosts]
            pairs = [(each["host"], cluster_of(each.get("id"))) for each in listed]
        self._hosts.update(host for host, _ in pairs)
        self._clusters.update({host: cluster for host, cluster in pairs if cluster})

    def _described(self) -> dict[str, str]:
        of_device = ("deviceName", "localizedModel", "model", "name", "systemName")
        return {
            **dict.fromkeys(of_device, self._name),
            "deviceType": "DESKTOP",
            "systemVersion": "1",
        }

    def _device(self, answer: dict[str, Any]) -> Device:
        with _parsed():
            url, socket_url = self._trusted(answer["url"]), answer["webSocketUrl"]
            self._trusted(socket_url.replace("ws", "http", 1))
            joint = "&" if "?" in socket_url else "?"
            return Device(url, f"{socket_url}{joint}{urlencode(OPTIONS)}")

    def _asked(self, method: str, url: str, body: dict[str, str] | None = None) -> dict[str, Any]:
        with raising_trouble():
            answer = self._session.request(
                method, self._trusted(url), json=body, timeout=TIMEOUTS, allow_redirects=False
            )
        with adding_tracking_id(answer), _parsed():
            return dict(answer.json())

    def _trusted(self, url: str) -> str:
        """Return `url` if the token may be sent there: to Webex's own domains, over TLS.

        Raises:
            Unintelligible: the token must not go there.
        """
        host = urlsplit(url).hostname or ""
        near = is_loopback(host) and is_loopback(urlsplit(self._catalog_url).hostname or "")
        ours = near or _domain(host) in {_domain(each) for each in self._hosts}
        if not (ours and is_trustworthy(url.partition("?")[0])):
            raise Unintelligible
        return url


def _domain(host: str) -> str:
    return ".".join(host.split(".")[-2:])


@contextmanager
def _parsed() -> Iterator[None]:
    try:
        yield
    except Trouble:
        raise
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Unintelligible from None
