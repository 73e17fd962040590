"""Registers the bot as a device in Webex, to get a WebSocket.

Cisco does not document this; see `bot.core.incoming.activities`.
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
from bot.core.incoming.activities import cluster_named
from bot.edges.http_calls import reached, ready, understood

TIMEOUTS = (10, 10)
"""Seconds: to connect, and of silence."""

OPTIONS = {"outboundWireFormat": "text", "bufferStates": "true", "aliasHttpStatus": "true"}
"""That Cisco's SDK asks for when it opens the WebSocket."""


@dataclass(frozen=True)
class Device:
    """A registration.

    Args:
        url: of itself.
        socket_url: where its WebSocket is.
    """

    url: str
    socket_url: str


class DeviceRegistrations:
    """What Webex knows of the bot's devices. Threads may share it.

    Args:
        catalog_url: where Webex's services are listed.
        token: the bot's.
        name: of this installation's device; another one's is left alone.
    """

    def __init__(self, catalog_url: str, token: str, name: str) -> None:
        self._catalog_url = catalog_url.rstrip("/")
        self._name = name
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"
        ready(self._session, self._catalog_url, 8)
        self._registry = ""
        self._hosts: set[str] = {urlsplit(catalog_url).hostname or ""}
        self._clusters: dict[str, str] = {}

    def register(self) -> Device:
        """Return the device of this name, registered now if there was none.

        Raises:
            Trouble: Webex did not do it.
        """
        self._look_around()
        with suppress(NotFound):  # as Webex answers to a token without any
            known = self._asked("GET", self._registry).get("devices") or []
            for each in known:
                if each.get("name") == self._name:
                    return self._device(each)
        return self._device(self._asked("POST", self._registry, self._described()))

    def release(self, device: Device) -> None:
        """Have Webex forget a device; one that is gone already is as it should be.

        Raises:
            Trouble: Webex did not do it.
        """
        with suppress(NotFound), reached():
            self._session.delete(device.url, timeout=TIMEOUTS)

    def cluster_at(self, host: str) -> str | None:
        """Return the cluster of a host; None where the catalogue does not list it."""
        return self._clusters.get(host)

    def _look_around(self) -> None:
        found = self._asked("GET", f"{self._catalog_url}/catalog?format=hostmap")
        with _parsed():
            self._registry = self._trusted(found["serviceLinks"]["wdm"].rstrip("/") + "/devices")
            listed = [each for hosts in found["hostCatalog"].values() for each in hosts]
            pairs = [(each["host"], cluster_named(each.get("id"))) for each in listed]
        self._hosts.update(host for host, _ in pairs)
        self._clusters.update({host: cluster for host, cluster in pairs if cluster})

    def _described(self) -> dict[str, str]:
        of_device = ("deviceName", "localizedModel", "model", "name", "systemName")
        return {
            **dict.fromkeys(of_device, self._name),
            "deviceType": "DESKTOP",
            "systemVersion": "1",
        }

    def _device(self, told: dict[str, Any]) -> Device:
        with _parsed():
            url, socket_url = self._trusted(told["url"]), told["webSocketUrl"]
            self._trusted(socket_url.replace("ws", "http", 1))
            joint = "&" if "?" in socket_url else "?"
            return Device(url, f"{socket_url}{joint}{urlencode(OPTIONS)}")

    def _asked(self, method: str, url: str, body: dict[str, str] | None = None) -> dict[str, Any]:
        with reached():
            answer = self._session.request(
                method, self._trusted(url), json=body, timeout=TIMEOUTS, allow_redirects=False
            )
        with understood(answer), _parsed():
            return dict(answer.json())

    def _trusted(self, url: str) -> str:
        """Return `url`, if the token may travel there: to Webex's own domains, by TLS.

        Raises:
            Unintelligible: it may not.
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
