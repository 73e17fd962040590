"""Downloads a file that a message names by its address, from this machine only."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import urllib3

from bot.core.domain.url_trust import is_loopback
from bot.sandbox.webex.model import Refusal

LARGEST_FILE = 100 * 1024 * 1024  # bytes
WITHIN = 10.0  # seconds
REFUSED = "The file could not be downloaded."


def download(url: str) -> tuple[str, str, bytes]:
    """Return the name, media type and bytes of the file at `url`.

    Raises:
        Refusal: 400, it is elsewhere, isn't there or is too large.
    """
    if not is_loopback(urlsplit(url).hostname or ""):
        raise Refusal(400, "The sandbox downloads files from 127.0.0.1 only. Upload this one.")
    with urllib3.PoolManager() as connections:
        try:
            answer = connections.request(
                "GET", url, timeout=WITHIN, retries=False, redirect=False, preload_content=False
            )
            data = answer.read(LARGEST_FILE + 1)
        except (urllib3.exceptions.HTTPError, ValueError):
            raise Refusal(400, REFUSED) from None
    if answer.status != 200 or len(data) > LARGEST_FILE:
        raise Refusal(400, REFUSED)
    media_type = answer.headers.get("Content-Type", "application/octet-stream")
    return _name_in(url), media_type.partition(";")[0], data


def _name_in(url: str) -> str:
    return PurePosixPath(unquote(urlsplit(url).path)).name or "file"
