"""A bot that receives notices over a WebSocket."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.core.incoming.notices import Notice
from bot.edges.webex import webhook_watch
from bot.edges.websocket import listener
from bot.sandbox.webex.activities_out import activity_for
from bot.sandbox.webex.model import Message
from tests.stories.conftest import logged
from tests.stories.real import RealStage, Town, lived_in
from tests.stories.stage import a_story_on

__all__ = ["logged"]  # a fixture of tests/stories


class SocketStage(RealStage):
    """A stage on which Webex sends events over the WebSocket."""

    def hears_again_of(self, message: Message) -> None:
        """Have Webex send a message's event again."""
        change = self.change("messages:created", message.id)
        before = self._tellings(message)
        with self.world.lock:
            self.world.announce(change.resource, change.event, change.actor_id, message)
        self.world.wait_for(lambda: self._tellings(message) > before, 20)

    def hears_of_edit(self, message: Message) -> None:
        """Wait until the bot has read the edit, whose event Webex has sent already."""
        self.world.wait_for(lambda: self._delivered("messages:updated", message.id), 20)
        self.finish(Notice.from_envelope(self.edit_notice(message)).key)

    def _tellings(self, message: Message) -> int:
        return sum(each.subject_id == message.id for each in list(self.world.deliveries))

    def _is_to_be_told(self, kind: str, subject_id: str) -> bool:
        change = self.change(kind, subject_id)
        return bool(activity_for(self.world, self.me, change, ""))


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listener, "FIRST_PAUSE", 0.01)
        patch.setattr(webhook_watch, "SETTLE", 0.1)
        patch.setattr(webhook_watch, "EVERY", 1.0)
        settings = {"intake": "websocket", "look_back_minutes": "60"}
        with lived_in(tmp_path_factory.mktemp("town"), **settings) as town:
            yield town


@pytest.fixture
def bot(town: Town) -> Iterator[SocketStage]:
    """The whole bot."""
    with a_story_on(SocketStage(town)) as stage:
        stage.end_earlier_meetings()
        yield stage
        stage.world.cluster = "us"


@pytest.fixture
def real(bot: SocketStage) -> SocketStage:
    """The same, under the name that stories of the whole bot use."""
    return bot
