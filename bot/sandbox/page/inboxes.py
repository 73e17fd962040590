"""Each person's email inbox on the chat page.

Emails are shown in a sandboxed frame that can't run scripts or load anything.
https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from bot.sandbox.page.chat_gate import Asked
from bot.sandbox.page.mail_pages import Entry, Opened, opened
from bot.sandbox.webex.model import Refusal
from bot.sandbox.webex.world import World

Json = dict[str, Any]

MAY = "allow-popups allow-popups-to-escape-sandbox"
"""What an email's frame may do: open links in new tabs."""

POLICY = (
    f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    f" form-action 'none'; frame-ancestors 'self'; sandbox {MAY}"
)


def offer_inbox(chat: Blueprint, world: World, asked: Asked) -> None:
    """Add the inbox to the page."""

    @chat.get("/chat/mails")
    def mails() -> ResponseReturnValue:
        mine = world.mails_of(asked.viewer().email)
        return {"mails": [_view(opened(each)) for each in reversed(mine)]}

    @chat.get("/chat/mails/<mail_id>/page")
    def mail_page(mail_id: str) -> ResponseReturnValue:
        mine = world.mails_of(asked.viewer().email)
        found = next((opened(each) for each in mine if each.id == mail_id), None)
        if found is None:
            raise Refusal(404, "This email is not here. Reload the page.")
        page = Response(_with_links_in_tabs(found.html), mimetype="text/html")
        page.headers["Content-Security-Policy"] = POLICY
        return page


def _with_links_in_tabs(html: str) -> str:
    return html.replace("<head>", '<head><base target="_blank">', 1)


def _view(mail: Opened) -> Json:
    return {
        "id": mail.id,
        "sender": mail.sender,
        "answersTo": mail.answers_to,
        "subject": mail.subject,
        "received": mail.received.isoformat(),
        "entry": _entry(mail.entry) if mail.entry else None,
    }


def _entry(entry: Entry) -> Json:
    return {
        "cancelled": entry.method == "CANCEL",
        "summary": entry.summary,
        "when": f"{entry.begins:%A} {entry.begins.day} {entry.begins:%B %Y},"
        f" {entry.begins:%H:%M} to {entry.ends:%H:%M} ({entry.zone})",
        "host": entry.host,
        "remindMinutes": entry.remind_minutes,
    }
