"""Sends emails and text messages, unless that is not set up, or things have changed since."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from bot.core.domain.errors import NoAddress, NotSetUp, Overtaken
from bot.core.steps.mail_steps import SendMail, SendReminder, TryMail
from bot.core.steps.sms_steps import SendText, TryText
from bot.core.steps.step import Posted, Step
from bot.edges.storage.ledger import Ledger

Sending = Callable[[Any], Posted]


class MailSender(Protocol):
    """Sends mails; raises Trouble."""

    def send(self, step: SendMail) -> Posted: ...


class TextSender(Protocol):
    """Sends text messages to phones; raises Trouble."""

    def send(self, step: SendText) -> Posted: ...


def mail_and_text_handlers(
    ledger: Ledger, mailer: MailSender | None, texter: TextSender | None
) -> dict[type[Step], Sending]:
    """Return what performs the steps that send emails and text messages."""
    mail, text = _send_with(mailer), _send_with(texter)
    return {
        TryMail: mail,
        SendMail: _unless_overtaken(ledger, mail),
        SendReminder: _unless_overtaken(ledger, mail),
        TryText: text,
        SendText: _unless_overtaken(ledger, text),
    }


def _send_with(sender: MailSender | TextSender | None) -> Sending:
    """Return a handler for `sender`, which may have been turned off since."""

    def send(step: Any) -> Posted:
        if sender is None:
            raise NotSetUp
        if isinstance(step, SendMail) and not step.mail.to:
            raise NoAddress
        return sender.send(step)

    return send


def _unless_overtaken(ledger: Ledger, send: Sending) -> Sending:
    """Return a handler that refuses to send if, since the step was made, things have changed.

    The meeting may have changed, or its guest may have been removed.
    """

    def send_if_unchanged(step: Any) -> Posted:
        to = step.mail.to if isinstance(step, SendMail) else step.message.phone
        if step.meeting and not ledger.still_concerns(step.meeting, to):
            raise Overtaken
        return send(step)

    return send_if_unchanged
