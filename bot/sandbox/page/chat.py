"""The chat page: be Erin, Carl, Alice or Bob in a browser.

It reads and writes the world directly, as people's Webex apps would; only the bot uses the REST
API. Anybody who opens the page can act as anyone in it, so it answers only to loopback names, and
accepts changes only from its own pages: see `chat_gate`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response, redirect, render_template, request, send_file
from flask.typing import ResponseReturnValue

from bot.sandbox.page.chat_gate import Asked, guard
from bot.sandbox.page.chat_views import IMAGES, ChatViews, cast_of, phone_view
from bot.sandbox.page.developer_tools import offer_tools
from bot.sandbox.page.inboxes import offer_inbox
from bot.sandbox.page.phone_pages import texts_of
from bot.sandbox.webex.model import Change, Mail, Membership, Message, Person, PhoneText, Refusal
from bot.sandbox.webex.world import World

# all scripts, preloaded so that imports don't wait for each other
MODULES = sorted(module.name for module in Path(__file__).with_name("static").glob("*.js"))
RECONNECT = 500  # milliseconds until a browser reconnects to the stream
HEARTBEAT = 15.0  # seconds between pings: only a write shows that a browser has gone
EXAMPLES = (
    "meet alice@x.com about the invoice",
    "meet +49 171 3920042",
    "plan",
    "meetings",
    "help",
)


def create_chat(world: World, examples: Sequence[str] = EXAMPLES) -> Blueprint:
    """Return the chat page for `world`, to be mounted at ``/``.

    Args:
        world: the sandbox.
        examples: what the page suggests to say to a bot.
    """
    chat = Blueprint(
        "chat",
        __name__,
        template_folder="templates",
        static_folder="static",
        static_url_path="/chat/static",
    )
    guard(chat)
    asked = Asked(world)
    _offer_reading(chat, world, asked, examples)
    _offer_live(chat, world, asked)
    _offer_files(chat, world, asked)
    offer_inbox(chat, world, asked)
    _offer_writing(chat, world, asked)
    offer_tools(chat, world, asked)
    return chat


def _offer_reading(chat: Blueprint, world: World, asked: Asked, examples: Sequence[str]) -> None:
    run = secrets.token_hex(4)  # browsers forget what they knew of another run

    @chat.get("/")
    def page() -> ResponseReturnValue:
        cast = cast_of(world)
        viewer = world.person_by_email(request.args.get("as", ""))
        if not cast:
            raise Refusal(404, "There is nobody left to be. Start the sandbox again.")
        if viewer not in cast:
            return redirect(f"/?as={quote(cast[0].email)}")
        views = ChatViews(world, viewer)
        people = [views.person(one) for one in cast]
        shown = {"me": viewer, "cast": people, "modules": MODULES, "run": run}
        shown |= {"posters": world.posters}
        return render_template("chat.html", examples=examples, **shown)

    @chat.get("/chat/state")
    def state() -> ResponseReturnValue:
        return ChatViews(world, asked.viewer()).state()

    @chat.get("/chat/messages")
    def messages() -> ResponseReturnValue:
        viewer = asked.viewer()
        space = world.space(request.args.get("space", ""), viewer)
        return {"messages": ChatViews(world, viewer).messages(space)}

    @chat.get("/chat/phone")
    def phone() -> ResponseReturnValue:
        return phone_view(world, asked.viewer())


def _offer_live(chat: Blueprint, world: World, asked: Asked) -> None:
    @chat.get("/chat/live")
    def live() -> ResponseReturnValue:
        stream = Response(live_changes(world, asked.viewer()), mimetype="text/event-stream")
        stream.headers["Cache-Control"] = "no-store"
        return stream


def _offer_files(chat: Blueprint, world: World, asked: Asked) -> None:
    @chat.get("/chat/files/<message_id>/<int:number>")
    def file(message_id: str, number: int) -> ResponseReturnValue:
        files = world.message(message_id, asked.viewer()).files
        content = world.contents.get(files[number]) if number < len(files) else None
        if content is None:
            raise Refusal(404, "This file is not here. Reload the page.")
        return send_file(
            BytesIO(content.data),
            mimetype=content.media_type,
            download_name=content.name,
            as_attachment=content.media_type not in IMAGES,
        )


def _offer_writing(chat: Blueprint, world: World, asked: Asked) -> None:
    @chat.post("/chat/messages")
    def write() -> ResponseReturnValue:
        viewer, body = asked.viewer(), asked.body()
        space = world.space(body.text("spaceId"), viewer)
        message = world.say(viewer, space, body.text("markdown"), body.text("parentId", ""))
        return {"id": message.id}

    @chat.post("/chat/direct")
    def direct() -> ResponseReturnValue:
        viewer = asked.viewer()
        return {"spaceId": world.direct(viewer, world.person(asked.body().text("personId"))).id}

    @chat.post("/chat/invite")
    def invite() -> ResponseReturnValue:
        viewer, body = asked.viewer(), asked.body()
        space = world.space(body.text("spaceId"), viewer)
        world.join(space, world.person(body.text("personId")), viewer)
        return {"spaceId": space.id}

    @chat.post("/chat/actions")
    def press() -> ResponseReturnValue:
        viewer, body = asked.viewer(), asked.body()
        message = world.message(body.text("messageId"), viewer)
        return {"id": world.submit(viewer, message, body.inputs()).id}


def live_changes(world: World, viewer: Person) -> Iterator[str]:
    """Yield server-sent events: ``ready`` once, then one for each change.

    It is ``change`` if they may see it, and else ``elsewhere``. Events carry no data; the page then
    reads what its person may see.
    """
    with world.listen() as listener:
        yield f"retry: {RECONNECT}\n{event('ready')}"
        while (change := listener.next(timeout=HEARTBEAT)) or not listener.closed:
            if change is None:
                yield ": still here\n\n"
            else:
                yield event("change" if _concerns(world, viewer, change) else "elsewhere")


def event(name: str) -> str:
    """Return a server-sent event, with data: browsers drop events without.

    https://html.spec.whatwg.org/multipage/server-sent-events.html
    """
    return f"event: {name}\ndata: {{}}\n\n"


def _concerns(world: World, viewer: Person, change: Change) -> bool:
    subject = change.subject
    if isinstance(subject, Mail):
        return subject.to == viewer.email
    if isinstance(subject, PhoneText):
        return subject in texts_of(world, viewer)
    if isinstance(subject, Message):
        return world.sees(viewer, subject)
    if change.kind == "rooms:deleted":  # nobody is left in it
        return True
    leaves = isinstance(subject, Membership) and subject.person_id == viewer.id
    return leaves or world.is_member(change.space_id, viewer)
