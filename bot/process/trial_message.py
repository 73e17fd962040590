"""Sends a test message to an email address or a phone, as a guest would get it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import partial

from bot.core.diagnosis.delivery_checks import of_test
from bot.core.diagnosis.findings import Finding
from bot.core.domain.commands import Guest
from bot.core.domain.errors import Trouble
from bot.core.domain.meetings import Way
from bot.core.parsing.text import phone_numbers
from bot.core.replies import mail_html
from bot.core.steps.mail_steps import Mail, SendMail
from bot.core.steps.sms_steps import PhoneMessage, SendText
from bot.core.steps.webex_steps import DirectChat, Say
from bot.core.wording.texts import Text
from bot.process import translations
from bot.process.core_config import ways_of
from bot.process.services import mailer_of, texter_of, webex_of
from bot.settings import Settings

SUBJECT = "Test of the Instant Connect bot"
SENTENCE = "This is a test of the Instant Connect bot. There is nothing to do."


def send_test(settings: Settings, to: str) -> list[Finding]:
    """Send a test message in every way that a guest with this address would be reached.

    Args:
        settings: the installation's.
        to: an email address, or a phone number with its country code.

    Raises:
        ValueError: it is neither.
    """
    phone = phone_numbers.number(to, settings.phone_region)
    if phone is None and "@" not in to:
        raise ValueError(f"{to} isn't an email address or a phone number such as +4930123456")
    guest = Guest(phone=phone) if phone else Guest(email=to)
    return [_tested(settings, way, phone or to) for way in ways_of(settings).of(guest)]


def _tested(settings: Settings, way: Way, to: str) -> Finding:
    send = _sender(settings, way, to)
    if send is None:
        return of_test(way, None, set_up=False)
    try:
        send()
    except Trouble as trouble:
        return of_test(way, trouble, set_up=True)
    return of_test(way, None, set_up=True)


def _sender(settings: Settings, way: Way, to: str) -> Callable[[], object] | None:
    """Return the sender for the test, or None if that way isn't set up."""
    if way is Way.DIRECT:
        webex, place = webex_of(settings), DirectChat(email=to)
        return partial(webex.say, place, Say(Text(SENTENCE), (place,)))
    if way is Way.MAIL:
        mailer = mailer_of(settings)
        mail = _mail(to, settings.mail_sender.addr_spec)
        return partial(mailer.send, SendMail(mail)) if mailer else None
    texter = texter_of(settings)
    text = PhoneMessage(_id(), to, SENTENCE)
    return partial(texter.send, SendText(text)) if texter else None


def _mail(to: str, reply_to: str) -> Mail:
    page = mail_html.Page(translations.spoken("en"), SENTENCE)
    text, html = mail_html.as_text(page), mail_html.as_html(page)
    return Mail(id=_id(), to=to, reply_to=reply_to, subject=SUBJECT, text=text, html=html)


def _id() -> str:
    return f"test-{secrets.token_hex(8)}"
