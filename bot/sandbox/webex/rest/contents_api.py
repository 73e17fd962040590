"""``/contents``: files.

https://developer.webex.com/docs/basics#message-attachments
"""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, Response, send_file

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.rest.request_checks import an_id

routes = Blueprint("contents", __name__, url_prefix="/contents")


@routes.get("/<content_id>")
def get_content(content_id: str) -> Response:
    """Return a file as it was posted."""
    content = here().content(an_id(content_id, "CONTENT"), me())
    return send_file(
        BytesIO(content.data), content.media_type, as_attachment=True, download_name=content.name
    )
