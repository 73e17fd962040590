"""Everything that programs can ask at `/v1`, in the order of its description."""

from __future__ import annotations

from bot.edges.web.api.expert_bodies import (
    ExpertRequestAnswer,
    ExpertRequestsAnswer,
    NewExpertRequest,
)
from bot.edges.web.api.meeting_answers import (
    LinksAnswer,
    MadeMeetingAnswer,
    MeetingAnswer,
    MeetingsAnswer,
)
from bot.edges.web.api.meeting_bodies import LinkOrder, MeetingChange, NewGuests, NewMeeting
from bot.edges.web.api.operation import Operation
from bot.edges.web.api.webhook_operations import WEBHOOKS

_ONE = "/meetings/{id}"
_WORK = (409, 412, 422)

MEETINGS = (
    Operation(
        "post",
        "/meetings",
        "createMeeting",
        "Make a meeting",
        MadeMeetingAnswer,
        NewMeeting,
        201,
        (409, 422, 502),
        tagged=True,
    ),
    Operation(
        "get",
        "/meetings",
        "listMeetings",
        "List the program's meetings, newest first",
        MeetingsAnswer,
        paged=True,
    ),
    Operation(
        "get",
        _ONE,
        "readMeeting",
        "Read a meeting",
        MeetingAnswer,
        problems=(304, 412),
        tagged=True,
    ),
    Operation(
        "patch",
        _ONE,
        "changeMeeting",
        "Rename, move or extend a meeting",
        MeetingAnswer,
        MeetingChange,
        problems=_WORK,
        tagged=True,
    ),
    Operation("delete", _ONE, "cancelMeeting", "Cancel a meeting", None, None, 204, _WORK),
    Operation(
        "post",
        f"{_ONE}/guests",
        "inviteGuests",
        "Invite guests",
        MeetingAnswer,
        NewGuests,
        problems=_WORK,
        tagged=True,
    ),
    Operation(
        "delete",
        f"{_ONE}/guests/{{guest}}",
        "removeGuest",
        "Withdraw a guest's invitation",
        None,
        None,
        204,
        _WORK,
    ),
    Operation(
        "post",
        f"{_ONE}/links",
        "makeLinks",
        "Get fresh links",
        LinksAnswer,
        LinkOrder,
        problems=(409, 422, 502),
    ),
)

EXPERTS = (
    Operation(
        "post",
        "/expert-requests",
        "askExpert",
        "Ask a group of experts",
        ExpertRequestAnswer,
        NewExpertRequest,
        201,
        (409, 422, 502),
    ),
    Operation(
        "get",
        "/expert-requests",
        "listExpertRequests",
        "List the program's requests to experts, newest first",
        ExpertRequestsAnswer,
        paged=True,
    ),
    Operation(
        "get",
        "/expert-requests/{id}",
        "readExpertRequest",
        "Read a request to experts",
        ExpertRequestAnswer,
    ),
)

OPERATIONS = (*MEETINGS, *EXPERTS, *WEBHOOKS)
