"""Which method of which edge performs each step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bot.core.steps.desk_steps import (
    HaveCallerWait,
    ReadDesk,
    ReadDeskAddresses,
    SaveDesk,
    SeatCaller,
)
from bot.core.steps.door_steps import (
    AdmitVisitors,
    ClearDoors,
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
    AskLater,
    ClaimExpertRequest,
    CloseExpertRequest,
    ConfirmClaim,
    FindRequestsAskedIn,
    FindRequestsTo,
    ForgetExpertCards,
    HasNotStarted,
    LeaveToOthers,
    MakeExpertHost,
    NameAsker,
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
from bot.core.steps.find_steps import (
    FindInvitations,
    FindMeetings,
    FindMentioned,
    ListMeetings,
    ReadMeeting,
)
from bot.core.steps.ledger_steps import (
    AddHost,
    CancelMeeting,
    ClaimOnce,
    MarkWithdrawn,
    MentionMeeting,
    RecordDeliveries,
    RecordNewLinks,
    RemoveGuests,
    RenameMeeting,
    SaveMeeting,
    TransferHost,
)
from bot.core.steps.people_steps import ReadColleagues, ReadNames, ReadPeople, ReadPresence
from bot.core.steps.preference_steps import ReadPreferences, SavePreferences
from bot.core.steps.question_steps import DropQuestion, OvertakeQuestions, SaveQuestion
from bot.core.steps.quota_steps import UseQuotas
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import (
    DeleteMessage,
    EditMessage,
    MayModerate,
    ReadMembers,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    ReadPress,
    TellHost,
)
from bot.edges.delivery.event_calls import EventCalls
from bot.edges.storage.attendance_store import AttendanceStore
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.storage.expert_store import ExpertStore
from bot.edges.storage.ledger import Ledger
from bot.edges.webex.api import Webex
from bot.edges.webex.people_by_address import PeopleByAddress

Handlers = dict[type[Step], Callable[[Any], Any]]
"""What performs each kind of step."""


def webex_handlers(webex: Webex) -> Handlers:
    """Return what performs the steps in Webex."""
    return {
        ReadMessage: webex.read_message,
        ReadMembership: webex.read_membership,
        ReadMembers: webex.read_members,
        ReadColleagues: webex.read_colleagues,
        ReadPress: lambda step: webex.read_press(step.action_id),
        TellHost: webex.tell_host,
        EditMessage: webex.edit,
        DeleteMessage: webex.withdraw,
        ReadPerson: PeopleByAddress(webex.read_person).read_person,
        ReadPeople: webex.read_people,
        ReadNames: webex.read_people,
        ReadPresence: webex.read_presence,
        MayModerate: webex.may_moderate,
    }


def ledger_handlers(ledger: Ledger) -> Handlers:
    """Return what performs the steps about meetings, questions and preferences."""
    return {
        ClaimOnce: ledger.first_time,
        UseQuotas: ledger.use_quotas,
        ReadPreferences: ledger.recall,
        **dict.fromkeys((SaveQuestion, DropQuestion, OvertakeQuestions), ledger.keep_question),
        SavePreferences: ledger.keep_usual,
        SaveMeeting: ledger.remember,
        RecordDeliveries: ledger.note,
        MarkWithdrawn: ledger.forget,
        MentionMeeting: ledger.mention,
        FindMeetings: ledger.find,
        FindMentioned: ledger.find_mentioned,
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


def door_handlers(doors: DoorKeys | None, attendances: AttendanceStore) -> Handlers:
    """Return what performs the steps about doors and who came to them."""
    opening: Handlers = {}
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
        ClearDoors: attendances.clear,
        ReplaceWaitingList: attendances.replace_list,
    }


def optional_handlers(desks: DeskStore | None, events: EventCalls | None) -> Handlers:
    """Return what performs the steps about desks and events, as far as there are any."""
    found: Handlers = {}
    if desks:
        found |= {ReadDesk: desks.read, SaveDesk: desks.save, ReadDeskAddresses: desks.addresses}
    if events:
        found |= {PublishEvents: events.store.publish, CallEndpoint: events.send}
        found |= {TurnOffEndpoint: events.store.endpoints.turn_off}
    return found


def expert_handlers(
    experts: ExpertStore, groups: GroupStore, clock: Callable[[], float]
) -> Handlers:
    """Return what performs the steps about groups of experts and requests to them."""
    return {
        SaveExpertRequest: experts.save,
        ReadExpertRequest: experts.read,
        FindRequestsAskedIn: experts.asked_in,
        FindRequestsTo: experts.made_to,
        ClaimExpertRequest: experts.claim,
        NameAsker: experts.name_asker,
        MakeExpertHost: experts.make_host,
        ConfirmClaim: experts.confirm,
        HasNotStarted: experts.has_not_started,
        ReleaseExpertRequest: experts.release,
        AdvanceExpertRequest: experts.advance,
        AskLater: experts.ask_later,
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
