"""Performs each step with the edge that can: Webex, the broker, the ledger, mail, text messages."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Protocol

from bot.core.diagnosis.findings import Finding
from bot.core.domain.errors import NoAddress, NotFound, NotSetUp, Overtaken, Refused, Trouble
from bot.core.incoming.event_attempts import EventAttempt
from bot.core.steps.desk_steps import (
    HaveCallerWait,
    ReadDesk,
    ReadDeskAddresses,
    SaveDesk,
    SeatCaller,
    ShowPoster,
)
from bot.core.steps.doctor_steps import RunDoctor
from bot.core.steps.door_steps import (
    AdmitVisitors,
    OpenDoors,
    OpenHostDoors,
    ReadAttendances,
    ReplaceWaitingList,
    ReplyToVisitors,
    ShowOnDoors,
)
from bot.core.steps.event_steps import CallEndpoint, PublishEvents, TurnOffEndpoint
from bot.core.steps.expert_steps import (
    AdvanceExpertRequest,
    ClaimExpertRequest,
    CloseExpertRequest,
    ConfirmClaim,
    ForgetExpertCards,
    HasNotStarted,
    LeaveToOthers,
    MakeExpertHost,
    ReadDeskFigures,
    ReadExpertRequest,
    ReadGroups,
    RecordExpertCards,
    ReleaseExpertRequest,
    RestoreGroup,
    SaveDuty,
    SaveExpertRequest,
    SaveGroup,
)
from bot.core.steps.find_steps import FindInvitations, FindMeetings, ListMeetings, ReadMeeting
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import (
    AddHost,
    CancelMeeting,
    ClaimOnce,
    MarkWithdrawn,
    RecordDeliveries,
    RecordNewLinks,
    RemoveGuests,
    RenameMeeting,
    SaveMeeting,
    Schedule,
    ScheduledTask,
    TransferHost,
)
from bot.core.steps.mail_steps import SendMail, SendReminder, TryMail
from bot.core.steps.message_marks import FindSentMessage
from bot.core.steps.people_steps import ReadNames, ReadPeople
from bot.core.steps.preference_steps import ReadPreferences, SavePreferences
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.question_steps import DropQuestion, SaveQuestion
from bot.core.steps.quota_steps import UseQuotas
from bot.core.steps.sms_steps import SendText, TryText
from bot.core.steps.step import Posted, ReadClock, Step
from bot.core.steps.webex_steps import (
    DeleteMessage,
    EditMessage,
    MayModerate,
    MintLinks,
    ReadMembers,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    ReadPress,
    Say,
    TellHost,
)
from bot.edges.delivery.event_calls import EventCalls
from bot.edges.sources.link_source import LinkSource
from bot.edges.storage.attendance_store import AttendanceStore
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.storage.expert_store import ExpertStore
from bot.edges.storage.ledger import Ledger
from bot.edges.webex.api import Webex
from bot.edges.webex.people_by_address import PeopleByAddress


class MailSender(Protocol):
    """Sends mails; raises Trouble."""

    def send(self, step: SendMail) -> Posted: ...


class TextSender(Protocol):
    """Sends text messages to phones; raises Trouble."""

    def send(self, step: SendText) -> Posted: ...


class Performer:
    """Performs steps.

    Args:
        webex: reads and writes in Webex.
        source: mints links.
        ledger: stores meetings.
        mailer: sends mails; None if email is not set up.
        texter: sends text messages; None if they are not set up.
        doors: opens doors; None if it can't.
        events: sends events to programs; None if it can't.
        desks: stores desks; None if it can't.
        schedule: schedules tasks.
        examine: runs the doctor.
        clock: returns the time that conversations go by, in seconds since 1970.
    """

    def __init__(
        self,
        webex: Webex,
        source: LinkSource,
        ledger: Ledger,
        mailer: MailSender | None = None,
        texter: TextSender | None = None,
        *,
        doors: DoorKeys | None = None,
        desks: DeskStore | None = None,
        events: EventCalls | None = None,
        schedule: Callable[[tuple[ScheduledTask | EventAttempt, ...]], None],
        examine: Callable[[], tuple[Finding, ...]] = tuple,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._webex = webex
        self._handlers: dict[type[Step], Callable[[Any], Any]] = {
            MintLinks: lambda step: source.mint(step.request),
            **dict.fromkeys((Say, LastWord, ShowQr, ShowPoster), self._say),
            FindSentMessage: self._seek,
            RunDoctor: lambda _: examine(),
            ReadClock: lambda _: clock(),
            Schedule: lambda step: schedule(step.tasks),
            **_webex_handlers(webex),
            **_mail_and_text_handlers(ledger, _send_with(mailer), _send_with(texter)),
            **_ledger_handlers(ledger),
            **_door_handlers(doors, ledger.attendances),
            **_expert_handlers(ledger.experts, ledger.expert_groups, clock),
            **_optional_handlers(desks, events),
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


Sending = Callable[[Any], Posted]


def _mail_and_text_handlers(
    ledger: Ledger, mail: Sending, text: Sending
) -> dict[type[Step], Sending]:
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


def _webex_handlers(webex: Webex) -> dict[type[Step], Callable[[Any], Any]]:
    return {
        ReadMessage: webex.read_message,
        ReadMembership: webex.read_membership,
        ReadMembers: webex.read_members,
        ReadPress: lambda step: webex.read_press(step.action_id),
        TellHost: webex.tell_host,
        EditMessage: webex.edit,
        DeleteMessage: webex.withdraw,
        ReadPerson: PeopleByAddress(webex.read_person).read_person,
        ReadPeople: webex.read_people,
        ReadNames: webex.read_people,
        MayModerate: webex.may_moderate,
    }


def _ledger_handlers(ledger: Ledger) -> dict[type[Step], Callable[[Any], Any]]:
    return {
        ClaimOnce: ledger.first_time,
        UseQuotas: ledger.use_quotas,
        ReadPreferences: ledger.recall,
        **dict.fromkeys((SaveQuestion, DropQuestion), ledger.keep_question),
        SavePreferences: ledger.keep_usual,
        SaveMeeting: ledger.remember,
        RecordDeliveries: ledger.note,
        MarkWithdrawn: ledger.forget,
        FindMeetings: ledger.find,
        ListMeetings: ledger.find_mine,
        FindInvitations: ledger.find_as_guest,
        ReadMeeting: ledger.read_meeting,
        AddHost: ledger.add_host,
        RemoveGuests: ledger.remove_guests,
        RenameMeeting: ledger.rename,
        TransferHost: ledger.resign,
        RecordNewLinks: ledger.prolong,
        CancelMeeting: ledger.call_off,
    }


def _door_handlers(
    doors: DoorKeys | None, attendances: AttendanceStore
) -> dict[type[Step], Callable[[Any], Any]]:
    opening: dict[type[Step], Callable[[Any], Any]] = {}
    if doors:
        opening = {OpenDoors: doors.open, OpenHostDoors: doors.open_for_hosts}
    return {
        **opening,
        ReadAttendances: attendances.read,
        SeatCaller: attendances.seat,
        HaveCallerWait: attendances.have_wait,
        AdmitVisitors: attendances.admit,
        ReplyToVisitors: attendances.reply,
        ShowOnDoors: attendances.show,
        ReplaceWaitingList: attendances.replace_list,
    }


def _optional_handlers(
    desks: DeskStore | None, events: EventCalls | None
) -> dict[type[Step], Callable[[Any], Any]]:
    found: dict[type[Step], Callable[[Any], Any]] = {}
    if desks:
        found |= {ReadDesk: desks.read, SaveDesk: desks.save, ReadDeskAddresses: desks.addresses}
    if events:
        found |= {PublishEvents: events.store.publish, CallEndpoint: events.send}
        found |= {TurnOffEndpoint: events.store.endpoints.turn_off}
    return found


def _expert_handlers(
    experts: ExpertStore, groups: GroupStore, clock: Callable[[], float]
) -> dict[type[Step], Callable[[Any], Any]]:
    return {
        SaveExpertRequest: experts.save,
        ReadExpertRequest: experts.read,
        ClaimExpertRequest: experts.claim,
        MakeExpertHost: experts.make_host,
        ConfirmClaim: experts.confirm,
        HasNotStarted: experts.has_not_started,
        ReleaseExpertRequest: experts.release,
        AdvanceExpertRequest: experts.advance,
        LeaveToOthers: experts.leave,
        RecordExpertCards: experts.record_cards,
        ForgetExpertCards: experts.forget_cards,
        CloseExpertRequest: experts.close,
        ReadDeskFigures: experts.figures,
        ReadGroups: lambda _: groups.read(datetime.fromtimestamp(clock(), UTC)),
        SaveGroup: groups.save,
        RestoreGroup: groups.restore,
        SaveDuty: groups.save_duty,
    }
