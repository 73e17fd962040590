"""Answers and notices recorded from the real service, compared with ours field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Draft, Message, Space, Webhook
from bot.sandbox.webex.notices_out import notice_for
from bot.sandbox.webex.rest.answer_shapes import action_shape, message_shape, space_shape
from bot.sandbox.webex.world import World, small_world

RECORDED = Path("../shared/reference/samples")
SAMPLES = sorted(RECORDED.glob("rest/*.json")) + sorted(RECORDED.glob("webhooks/*.json"))
BARE = {"real_memberships_created_2023", "real_messages_created_mention_2016"}
"""Old notices, of which whoever kept them left fields out."""

pytestmark = pytest.mark.skipif(not SAMPLES, reason="The recorded answers are not on this machine")


class Scene:
    """The small world, in which the recorded things happen again."""

    def __init__(self) -> None:
        self.world: World = small_world()
        self.world.cluster = "urn:TEAM:us-west-2_r"
        self.erin, self.bot = self.world.named("Erin Expert"), self.world.named("Connect Bot")
        self.group = self.world.create_space(self.erin, "Bereich")
        self.world.join(self.group, self.bot, self.erin)
        self.direct = self.world.direct(self.erin, self.bot)

    def typed(self, space: Space, words: str, parent: Message | None = None) -> Message:
        return self.world.say(self.erin, space, words, parent.id if parent else "")

    def shape(self, message: Message) -> Any:
        return message_shape(self.world, message, "http://127.0.0.1:8000/v1")

    def carded(self, space: Space, real: Any) -> Message:
        """Post the recorded card as the bot, in a thread."""
        root = self.typed(space, f"<@personId:{self.bot.id}> hello")
        draft = Draft(markdown=real["markdown"], cards=tuple(real["attachments"]))
        draft = Draft(draft.text, draft.markdown, root.id, cards=draft.cards)
        return self.world.post(self.bot, space, draft)

    def pressed(self, real: Any) -> Any:
        card = {"contentType": "application/vnd.microsoft.card.adaptive"}
        card["content"] = {"type": "AdaptiveCard", "version": "1.3"}
        message = self.world.post(self.bot, self.direct, Draft(text="x", cards=(card,)))
        return self.world.submit(self.erin, message, real.get("inputs", {}))

    def notice(self, resource: str, happen: Callable[[], Any], filtered: str = "") -> Any:
        created = self.world.clock()
        webhook = Webhook(
            ids.fresh("WEBHOOK", self.world.cluster),
            self.bot.id,
            "n",
            "https://bot.example/api/webhooks/webex",
            resource,
            "created",
            created,
            filter=filtered,
        )
        happen()
        change = next(each for each in reversed(self.world.changes) if each.resource == resource)
        return notice_for(self.world, webhook, change).body

    def with_file(self) -> Message:
        content = self.world.add_content("a.pdf", "application/pdf", b"x")
        root = self.typed(self.direct, "DM me")
        draft = Draft(text="a file", files=(content.id,), parent_id=root.id)
        return self.world.post(self.erin, self.direct, draft)

    def invited(self) -> None:
        space = self.world.create_space(self.erin, "New")
        self.world.join(space, self.bot, self.erin)

    def mentioned(self) -> Message:
        return self.typed(self.group, f"<@personId:{self.bot.id}> hello")

    def posted_by_itself(self) -> Message:
        root = self.mentioned()
        return self.world.post(self.bot, self.group, Draft(text="x", parent_id=root.id))


OURS: dict[str, Callable[[Scene, Any], Any]] = {
    "modal_submit_action": lambda scene, real: action_shape(scene.pressed(real)),
    "standard_action_submit": lambda scene, real: action_shape(scene.pressed(real)),
    "direct_message_top_level": lambda scene, _: scene.shape(scene.typed(scene.direct, "Hi")),
    "reply_with_adaptive_card": lambda scene, real: scene.shape(scene.carded(scene.group, real)),
    "modal_card_message": lambda scene, real: scene.shape(scene.carded(scene.direct, real)),
    "file_attachment": lambda scene, _: scene.shape(scene.with_file()),
    "mention_item": lambda scene, _: scene.shape(scene.mentioned()),
    "rooms_id_group_room": lambda scene, _: space_shape(scene.world, scene.group, scene.erin),
    "memberships_created": lambda scene, _: scene.notice("memberships", scene.invited),
    "messages_created_mention": lambda scene, _: scene.notice(
        "messages", scene.mentioned, f"roomId={scene.group.id}"
    ),
    "webhook_attachmentactions": lambda scene, real: scene.notice(
        "attachmentActions", lambda: scene.pressed(real)
    ),
    "webhook_messages_created": lambda scene, _: scene.notice("messages", scene.posted_by_itself),
}
"""What the sandbox says where the real service said what is recorded, by a part of its name."""


def kind_of(value: Any) -> str:
    """Return what a value is, apart from which one it is."""
    if value in ("true", "false") or isinstance(value, bool):
        return "a boolean"
    if not isinstance(value, str):
        return type(value).__name__
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", value):
        return "a time"
    if re.fullmatch(r"[\w.]+@[\w.]+", value):
        return "an address"
    if value.startswith("http"):
        path = urlsplit(value).path
        return f"{'/'.join(path.split('/')[:3])} {kind_of(path.rpartition('/')[2])}"
    return _kind_of_id(value) or "a text"


def _kind_of_id(value: str) -> str:
    try:
        _, kind, *names = ids.decoded(value).removeprefix("ciscospark://").split("/")
    except ValueError:
        return ""
    shape = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID", "/".join(names))
    return f"{kind} {re.sub('C[0-9a-f]+$', 'C…', shape) if kind == 'APPLICATION' else shape}"


def differences(ours: Any, real: Any, at: str = "", bare: bool = False) -> list[str]:
    """Return where two answers differ in more than which things they name."""
    if isinstance(ours, dict) and isinstance(real, dict):
        extra = set() if bare else ours.keys() - real.keys()
        keys = [f"{at}.{each}" for each in (real.keys() - ours.keys()) | extra]
        both = ours.keys() & real.keys() - {"inputs", "attachments"}
        return keys + [
            each
            for name in sorted(both)
            for each in differences(ours[name], real[name], f"{at}.{name}", bare)
        ]
    if isinstance(ours, list) and isinstance(real, list):
        pairs = enumerate(zip(ours, real, strict=True))
        return [each for number, pair in pairs for each in differences(*pair, f"{at}.{number}")]
    if kind_of(ours) != kind_of(real):
        return [f"{at}: {kind_of(ours)}, not {kind_of(real)}"]
    return []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_we_answer_as_the_real_service_did(path: Path):
    real = json.loads(path.read_text())
    real.pop("_source", None)
    (make,) = (make for name, make in OURS.items() if name in path.stem)
    made = make(Scene(), real)
    assert differences(made, real, bare=path.stem in BARE) == []
    for name in ("inputs", "attachments"):
        assert made.get(name) == real.get(name)


def test_a_difference_would_be_noticed():
    real = {"id": ids.fresh("MESSAGE"), "created": "2026-03-02T20:25:40.648Z", "isLocked": False}
    assert differences(real, real) == []
    wrong = {"id": ids.fresh("ROOM"), "created": "2026-03-02T20:25:40Z", "isLocked": 0, "more": 1}
    assert len(differences(wrong, real)) == 4
