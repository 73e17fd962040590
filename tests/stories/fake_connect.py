"""A flow of Webex Connect without HTTP."""

from __future__ import annotations

from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import Posted
from bot.sandbox.page.phone_pages import PATH
from bot.sandbox.webex.model import PhoneText
from tests.stories.fake_webex import FakeService


class FakeConnect(FakeService):
    """Sends text messages, as the flow does."""

    def send(self, step: SendText) -> Posted:
        """Send a text message."""
        body = step.message.body()

        def send() -> None:
            words, now = body["text"], self.world.clock()
            self.world.text(PhoneText(body["id"], body["number"], words, now))

        self.call("POST", PATH, body, send)
        return Posted(step.message.id)
