"""Performs each step with the edge that can: Webex, the broker, the ledger, mail, text messages."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.core.diagnosis.findings import Finding
from bot.core.domain.errors import NotFound, Refused, Trouble
from bot.core.incoming.event_attempts import EventAttempt
from bot.core.steps.desk_steps import ShowPoster
from bot.core.steps.doctor_steps import RunDoctor
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import Schedule, ScheduledTask
from bot.core.steps.message_marks import FindSentMessage
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.step import Posted, ReadClock, Step
from bot.core.steps.webex_steps import MintLinks, Say
from bot.edges.delivery.event_calls import EventCalls
from bot.edges.senders import MailSender, TextSender, mail_and_text_handlers
from bot.edges.sources.link_source import LinkSource
from bot.edges.step_handlers import (
    Handlers,
    door_handlers,
    expert_handlers,
    ledger_handlers,
    optional_handlers,
    webex_handlers,
)
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.ledger import Ledger
from bot.edges.webex.api import Webex


@dataclass(frozen=True)
class Services:
    """What steps are performed with.

    Args:
        webex: reads and writes in Webex.
        source: mints links.
        ledger: stores meetings.
        schedule: schedules tasks.
        mailer: sends mails; None if email is not set up.
        texter: sends text messages; None if they are not set up.
        doors: opens doors; None if it can't.
        desks: stores desks; None if it can't.
        events: sends events to programs; None if it can't.
        examine: runs the doctor.
        clock: returns the time that conversations go by, in seconds since 1970.
    """

    webex: Webex
    source: LinkSource
    ledger: Ledger
    schedule: Callable[[tuple[ScheduledTask | EventAttempt, ...]], None]
    mailer: MailSender | None = None
    texter: TextSender | None = None
    doors: DoorKeys | None = None
    desks: DeskStore | None = None
    events: EventCalls | None = None
    examine: Callable[[], tuple[Finding, ...]] = tuple
    clock: Callable[[], float] = time.time


class Performer:
    """Performs steps.

    Args:
        services: what it performs them with.
    """

    def __init__(self, services: Services) -> None:
        self._webex, ledger = services.webex, services.ledger
        self._handlers: Handlers = {
            MintLinks: lambda step: services.source.mint(step.request),
            **dict.fromkeys((Say, LastWord, ShowQr, ShowPoster), self._say),
            FindSentMessage: self._seek,
            RunDoctor: lambda _: services.examine(),
            ReadClock: lambda _: services.clock(),
            Schedule: lambda step: services.schedule(step.tasks),
            **webex_handlers(services.webex),
            **mail_and_text_handlers(ledger, services.mailer, services.texter),
            **ledger_handlers(ledger),
            **door_handlers(services.doors, ledger.attendances),
            **expert_handlers(ledger.experts, ledger.expert_groups, services.clock),
            **optional_handlers(services.desks, services.events),
        }

    def perform(self, step: Step) -> Any:
        """Perform `step` once, in this thread, and return its answer.

        Raises:
            Trouble: it failed.
        """
        return self._handlers[type(step)](step)

    def _say(self, step: Say) -> Posted:
        """Try each place in turn: a thread may be locked, a space for announcements only."""
        refusal: Trouble = Refused()
        for number, place in enumerate(step.places):
            try:
                return replace(self._webex.say(place, step), place=number)
            except (Refused, NotFound) as trouble:
                refusal = trouble
        raise refusal

    def _seek(self, step: FindSentMessage) -> Posted | None:
        """Look for a message in each place where it may have been posted."""
        for number, place in enumerate(step.places):
            found = self._webex.seek(place, step.message.mark, step.since)
            if found:
                return replace(found, place=number)
        return None
