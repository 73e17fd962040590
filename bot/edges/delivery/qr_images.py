"""Draws a link as a QR code (ISO/IEC 18004), and posts it."""

from __future__ import annotations

import io
from typing import Any

DOTS = 8
"""Pixels per module: a phone reads it from a screen across a desk."""


def png(content: str) -> bytes:
    """Return the QR code of `content` as a PNG, with the margin that cameras need.

    Args:
        content: at most some 2,300 bytes; the longest links have half as many.
    """
    import segno  # noqa: PLC0415 - takes 70 ms to import, and is seldom needed

    drawn = io.BytesIO()
    segno.make_qr(content, error="m").save(drawn, kind="png", scale=DOTS, border=4)
    return drawn.getvalue()


def post(api: Any, to: dict[str, Any], markdown: str, link: str) -> dict[str, Any]:
    """Post `markdown` with the QR code of `link`, and return the new message.

    Args:
        api: the SDK's API object.
        to: the message's recipient, as Webex's parameters.
        markdown: the text beside the picture.
        link: a guest's link.
    """
    return post_file(api, to, markdown, ("guest-link.png", png(link), "image/png"))


def post_file(
    api: Any, to: dict[str, Any], markdown: str, file: tuple[str, bytes, str]
) -> dict[str, Any]:
    """Post `markdown` with a file, and return the new message.

    The SDK's own method reads files from disk only, and a picture of a link must not be stored
    there. https://developer.webex.com/docs/basics#message-attachments

    Args:
        api: the SDK's API object.
        to: the message's recipient, as Webex's parameters.
        markdown: the text beside the file.
        file: its name, content and media type.
    """
    multipart = {"Content-Type": None}  # instead of the session's, which is JSON
    session = api._session  # noqa: SLF001 - the SDK has no public way
    posted: dict[str, Any] = session.post(
        "messages", data=to | {"markdown": markdown}, files={"files": file}, headers=multipart
    )
    return posted
