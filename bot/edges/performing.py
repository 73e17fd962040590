"""Performs each step at its edge."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from bot.core.ending import LastWord
from bot.core.errors import NoAddress, NotFound, NotSetUp, Overtaken, Refused, Trouble
from bot.core.mails import SendMail, SendReminder, TryMail
from bot.core.remembering import (
    AddHost,
    CallOff,
    Find,
    FindAsGuest,
    FindMine,
    FirstTime,
    Forget,
    ForgetPeople,
    KeepUsual,
    Note,
    Prolong,
    ReadMeeting,
    Recall,
    Remember,
)
from bot.core.seeking import Seek
from bot.core.steps import (
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
from bot.edges.instant_connect import InstantConnect
from bot.edges.ledger import Ledger
from bot.edges.webex import Webex


class Mails(Protocol):
    """What sends mails; raises Trouble."""

    def send(self, step: SendMail) -> Posted: ...


class Performer:
    """Knows which edge does what.

    Args:
        webex: speaks to people.
        broker: mints links.
        ledger: remembers.
        mailer: sends mails; None where no e-mail is set up.
    """

    def __init__(
        self,
        webex: Webex,
        broker: InstantConnect,
        ledger: Ledger,
        mailer: Mails | None = None,
    ) -> None:
        self._webex = webex
        self._mailer = mailer
        self._ledger = ledger
        self._ways: dict[type[Step], Callable[[Any], Any]] = {
            ReadMessage: webex.read_message,
            ReadMembership: webex.read_membership,
            MintLinks: lambda step: broker.mint(step.request),
            Say: self._say,
            LastWord: self._say,
            TellHost: webex.tell_host,
            Seek: self._seek,
            TryMail: self._mail,
            SendMail: self._mail_unless_overtaken,
            SendReminder: self._mail_unless_overtaken,
            ReadClock: lambda _: time.time(),
            Edit: webex.edit,
            Withdraw: webex.withdraw,
            ReadPress: lambda step: webex.read_press(step.action_id).for_the_record(),
            ReadInputs: lambda step: webex.read_press(step.action_id).inputs,
            ReadPerson: webex.read_person,
            MayModerate: webex.may_moderate,
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

    def _mail(self, step: SendMail) -> Posted:
        """Send a mail; e-mail may be set up no more since the conversation began."""
        if self._mailer is None:
            raise NotSetUp
        if not step.mail.to:
            raise NoAddress
        return self._mailer.send(step)

    def _mail_unless_overtaken(self, step: SendMail) -> Posted:
        """Send a mail that may have waited for long."""
        if step.of and not self._ledger.still(step.of):
            raise Overtaken
        return self._mail(step)

    def _seek(self, step: Seek) -> Posted | None:
        """Look in one place after the other, as the message would have gone."""
        for number, place in enumerate(step.places):
            found = self._webex.seek(place, step.send.mark)
            if found:
                return replace(found, place=number)
        return None


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
        Prolong: ledger.prolong,
        CallOff: ledger.call_off,
        ForgetPeople: lambda step: ledger.forget_addresses(step.by),
    }
