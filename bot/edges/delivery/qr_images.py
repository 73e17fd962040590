"""Draws a link as a QR code, and posts it."""

from __future__ import annotations

import io
from typing import Any

DOTS = 8
"""Pixels of a module's side: a phone reads it from a screen across a desk."""


def png(content: str) -> bytes:
    """Return the QR code of `content` as a PNG, with the quiet zone that cameras need.

    Args:
        content: at most some 2,300 bytes; the longest links have half as many.
    """
    import segno  # noqa: PLC0415 - 70 ms of a start that most meetings never need

    drawn = io.BytesIO()
    segno.make_qr(content, error="m").save(drawn, kind="png", scale=DOTS, border=4)
    return drawn.getvalue()


def post(api: Any, to: dict[str, Any], markdown: str, link: str) -> dict[str, Any]:
    """Post `markdown` with the QR code of `link`, and return the new message.

    The SDK's own method takes files from the disk alone, where a picture of a link must not lie;
    so this goes by the SDK's session, which checks and fails as ever.
    https://developer.webex.com/docs/basics#message-attachments

    Args:
        api: Cisco's SDK.
        to: where.
        markdown: beside the picture.
        link: a guest's.
    """
    picture = {"files": ("guest-link.png", png(link), "image/png")}
    of_its_own = {"Content-Type": None}  # the session's is JSON
    session = api._session  # noqa: SLF001 - the SDK has no other way
    posted: dict[str, Any] = session.post(
        "messages", data=to | {"markdown": markdown}, files=picture, headers=of_its_own
    )
    return posted
