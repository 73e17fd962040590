"""Performs each step with the edge it belongs to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from bot.core.conversations.doctor_chat import Examine
from bot.core.diagnosis.findings import Finding
from bot.core.domain.errors import NoAddress, NotFound, NotSetUp, Overtaken, Refused, Trouble
from bot.core.steps.command_seen import CommandSeen
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import (
    AddHost,
    CallOff,
    Find,
    FindAsGuest,
    FindMine,
    FirstTime,
    Forget,
    KeepUsual,
    Note,
    Prolong,
    ReadMeeting,
    Recall,
    Remember,
    Resign,
)
from bot.core.steps.mail_steps import SendMail, SendReminder, TryMail
from bot.core.steps.message_marks import Seek
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.settle import Settle
from bot.core.steps.sms_steps import SendText, TryText
from bot.core.steps.webex_steps import (
    Edit,
    MayModerate,
    MintLinks,
    Posted,
    ReadClock,
    ReadInputs,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    ReadPress,
    Say,
    Step,
    TellHost,
    Withdraw,
)
from bot.edges.sources.instant_connect import Broker
from bot.edges.storage.ledger import Ledger
from bot.edges.webex.api import Webex


class Mails(Protocol):
    """What sends mails; raises Trouble."""

    def send(self, step: SendMail) -> Posted: ...


class Texts(Protocol):
    """What sends texts to phones; raises Trouble."""

    def send(self, step: SendText) -> Posted: ...


class Performer:
    """Knows which edge does what.

    Args:
        webex: speaks to people.
        broker: mints links.
        ledger: remembers.
        mailer: sends mails; None where no e-mail is set up.
        texter: sends texts to phones; None where that is not set up.
        examine: looks at the installation.
    """

    def __init__(
        self,
        webex: Webex,
        broker: Broker,
        ledger: Ledger,
        mailer: Mails | None = None,
        texter: Texts | None = None,
        *,
        examine: Callable[[], tuple[Finding, ...]] = tuple,
    ) -> None:
        self._webex = webex
        self._ways: dict[type[Step], Callable[[Any], Any]] = {
            MintLinks: lambda step: broker.mint(step.request),
            **dict.fromkeys((Say, LastWord, ShowQr), self._say),
            Seek: self._seek,
            CommandSeen: lambda _: None,
            Examine: lambda _: examine(),
            ReadClock: lambda _: time.time(),
            Settle: lambda step: step.pairs,
            **_in_webex(webex),
            **_beyond_webex(ledger, _sent_by(mailer), _sent_by(texter)),
            **_remembering(ledger),
        }

    def perform(self, step: Step) -> Any:
        """Do `step` once, in this thread, and return its answer.

        Raises:
            Trouble: it was not done, and what that means.
        """
        return self._ways[type(step)](step)

    def _say(self, step: Say) -> Posted:
        """A place that refuses leaves the next one: a locked thread, an announcement space."""
        refusal: Trouble = Refused()
        for number, place in enumerate(step.places):
            try:
                return replace(self._webex.say(place, step), place=number)
            except (Refused, NotFound) as trouble:
                refusal = trouble
        raise refusal

    def _seek(self, step: Seek) -> Posted | None:
        """Look in one place after the other, as the message would have gone."""
        for number, place in enumerate(step.places):
            found = self._webex.seek(place, step.send.mark, step.since)
            if found:
                return replace(found, place=number)
        return None


Sending = Callable[[Any], Posted]


def _beyond_webex(ledger: Ledger, mail: Sending, text: Sending) -> dict[type[Step], Sending]:
    return {
        TryMail: mail,
        SendMail: _unless_overtaken(ledger, mail),
        SendReminder: _unless_overtaken(ledger, mail),
        TryText: text,
        SendText: _unless_overtaken(ledger, text),
    }


def _sent_by(way: Mails | Texts | None) -> Sending:
    """Return what sends by a way, which may be set up no more since the conversation began."""

    def send(step: Any) -> Posted:
        if way is None:
            raise NotSetUp
        if isinstance(step, SendMail) and not step.mail.to:
            raise NoAddress
        return way.send(step)

    return send


def _unless_overtaken(ledger: Ledger, send: Sending) -> Sending:
    """Return what sends only where the meeting is as it was when the step was made."""

    def send_or_leave(step: Any) -> Posted:
        if step.of and not ledger.still(step.of):
            raise Overtaken
        return send(step)

    return send_or_leave


def _in_webex(webex: Webex) -> dict[type[Step], Callable[[Any], Any]]:
    return {
        ReadMessage: webex.read_message,
        ReadMembership: webex.read_membership,
        TellHost: webex.tell_host,
        Edit: webex.edit,
        Withdraw: webex.withdraw,
        ReadPress: lambda step: webex.read_press(step.action_id).for_the_record(),
        ReadInputs: lambda step: webex.read_press(step.action_id).inputs,
        ReadPerson: webex.read_person,
        MayModerate: webex.may_moderate,
    }


def _remembering(ledger: Ledger) -> dict[type[Step], Callable[[Any], Any]]:
    return {
        FirstTime: ledger.first_time,
        Recall: ledger.recall,
        KeepUsual: ledger.keep_usual,
        Remember: ledger.remember,
        Note: ledger.note,
        Forget: ledger.forget,
        Find: ledger.find,
        FindMine: ledger.find_mine,
        FindAsGuest: ledger.find_as_guest,
        ReadMeeting: ledger.read_meeting,
        AddHost: ledger.add_host,
        Resign: ledger.resign,
        Prolong: ledger.prolong,
        CallOff: ledger.call_off,
    }
