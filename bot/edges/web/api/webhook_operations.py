"""What programs can ask about where they are told of events, for the description of the API."""

from __future__ import annotations

from bot.edges.web.api.operation import Operation
from bot.edges.web.api.webhook_bodies import (
    EventsAnswer,
    MadeWebhookAnswer,
    NewWebhook,
    ReplayOrder,
    RotatedSecretAnswer,
    SentEventsAnswer,
    WebhookAnswer,
    WebhookChange,
    WebhooksAnswer,
)

_ONE = "/webhooks/{webhook}"

WEBHOOKS = (
    Operation(
        "post",
        "/webhooks",
        "addWebhook",
        "Be told of events at an address",
        MadeWebhookAnswer,
        NewWebhook,
        201,
        (422,),
    ),
    Operation("get", "/webhooks", "listWebhooks", "List the program's webhooks", WebhooksAnswer),
    Operation("get", _ONE, "readWebhook", "Read a webhook", WebhookAnswer),
    Operation(
        "patch",
        _ONE,
        "changeWebhook",
        "Change a webhook, or turn it on or off",
        WebhookAnswer,
        WebhookChange,
        problems=(422,),
    ),
    Operation("delete", _ONE, "removeWebhook", "Remove a webhook", None, None, 204),
    Operation(
        "get", f"{_ONE}/events", "listEvents", "List its latest events, newest first", EventsAnswer
    ),
    Operation(
        "post",
        f"{_ONE}/test",
        "testWebhook",
        "Send a test",
        SentEventsAnswer,
        None,
        202,
        (409, 422),
    ),
    Operation(
        "post",
        f"{_ONE}/rotate",
        "rotateSecret",
        "Get a new secret; the earlier one signs beside it for 24 hours",
        RotatedSecretAnswer,
        None,
        problems=(409, 422),
    ),
    Operation(
        "post",
        f"{_ONE}/replay",
        "replayEvents",
        "Send events again",
        SentEventsAnswer,
        ReplayOrder,
        202,
        (409, 422),
    ),
)
