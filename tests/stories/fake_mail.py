"""A mail server without network: emails go straight to the world's inboxes."""

from __future__ import annotations

from email.headerregistry import Address

from bot.core.domain.errors import Passing, Refused, Trouble
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.step import Posted
from bot.edges.delivery.mime import build_message
from bot.sandbox.page.post_office import PATH
from tests.stories.fake_webex import FakeService

SENDER = Address("Example Clinic", "no-reply", "example.com")


class FakeMailer(FakeService):
    """Writes emails as the real edge does, and delivers them."""

    def send(self, step: SendMail) -> Posted:
        """Send an email."""
        message = build_message(step.mail, SENDER)
        to = str(message["To"].addresses[0].addr_spec)
        self.call("SMTP", PATH, {"to": to}, lambda: self.world.take_mail(to, bytes(message)))
        return Posted(step.mail.id)

    def trouble(self, status: int, retry_after: object = None) -> Trouble:  # noqa: ARG002 - has the parameters of the real one
        """Return the trouble that the real edge makes of an answer."""
        return Passing() if status >= 500 or status in (423, 429) else Refused()
