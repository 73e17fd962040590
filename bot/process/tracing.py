"""Sends traces to OpenTelemetry and errors to Sentry.

Both are optional: their packages are only imported if their settings are set. They get what is also
logged and counted, which contains nobody's words, names or links.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from bot.edges.conversation_log import ConversationRecord
from bot.settings import Settings, SettingsError

MISSING = (
    "{setting} is set, but its packages aren't installed. Install them with"
    " `pip install -r bot/deploy/requirements-observability.txt`, or remove the setting."
)


def errors_to(settings: Settings) -> Callable[..., Any] | None:
    """Return a log processor that sends errors to Sentry; None if Sentry isn't set up.

    https://docs.sentry.io/platforms/python/

    Raises:
        SettingsError: its package isn't installed.
    """
    if settings.sentry_dsn is None:
        return None
    _need("SENTRY_DSN", "sentry_sdk")
    import sentry_sdk

    sentry_sdk.init(
        dsn=settings.sentry_dsn.get_secret_value(),
        default_integrations=False,  # they send people's words: frames, requests, logs
        include_local_variables=False,
        before_send=_what_was_logged,  # type: ignore[arg-type]  # plain data will do
    )

    def tell(_logger: object, method: str, event: dict[str, Any]) -> dict[str, Any]:
        if method == "error":
            extra = {key: str(value) for key, value in event.items() if key != "event"}
            captured = {"message": str(event["event"]), "level": "error", "extra": extra}
            sentry_sdk.capture_event(captured)  # type: ignore[arg-type]  # plain data will do
        return event

    return tell


def _what_was_logged(event: dict[str, Any], _hint: object) -> dict[str, Any]:
    """Remove what Sentry adds about this machine and its packages."""
    kept = ("event_id", "timestamp", "platform", "level", "message", "extra")
    return {key: event[key] for key in kept if key in event}


def traces_to(settings: Settings) -> Callable[[ConversationRecord], None] | None:
    """Return the sender of a trace for each conversation; None if OpenTelemetry isn't set up.

    Raises:
        SettingsError: its packages aren't installed.
    """
    endpoint = settings.otel_exporter_otlp_endpoint
    return Traces(endpoint.get_secret_value()).tell if endpoint else None


class Traces:
    """Sends a span for each conversation, and one for each of its steps.

    https://opentelemetry.io/docs/specs/otlp/

    Args:
        endpoint: a collector's address for OTLP over HTTP; ``/v1/traces`` is added.

    Raises:
        SettingsError: its packages aren't installed.
    """

    def __init__(self, endpoint: str) -> None:
        _need("OTEL_EXPORTER_OTLP_ENDPOINT", "opentelemetry.exporter.otlp.proto.http")
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
        from opentelemetry.sdk.trace.id_generator import RandomIdGenerator

        class Ids(RandomIdGenerator):
            """Gives every span the current conversation's trace id."""

            trace = 0

            def generate_trace_id(self) -> int:
                return self.trace

        ids = Ids()
        provider = TracerProvider(
            resource=Resource({"service.name": "instant-connect-bot"}), id_generator=ids
        )
        exporter = OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces")
        provider.add_span_processor(BatchSpanProcessor(exporter))
        self._telling = threading.Lock()
        self._ids, self._tracer = ids, provider.get_tracer("bot")
        self.flush, self.close = provider.force_flush, provider.shutdown

    def tell(self, account: ConversationRecord) -> None:
        """Send the trace of a conversation that ended.

        The trace's id is derived from the conversation's key, so it can be found from a log line.
        """
        with self._telling:  # conversations end in more than one thread
            self._tell(account)

    def _tell(self, account: ConversationRecord) -> None:
        from opentelemetry.trace import set_span_in_context

        began = (
            time.time() - time.monotonic()
        )  # the start of the monotonic clock, by which steps are measured
        self._ids.trace = trace_id(account.conversation)
        fields = ("conversation", "outcome", "trouble", "tracking_id")
        whole = self._tracer.start_span(
            account.kind,
            attributes={key: value for key in fields if (value := getattr(account, key))},
            start_time=_nanoseconds(began + account.began),
        )
        for kind, start, end in account.steps:
            step = self._tracer.start_span(
                kind,
                context=set_span_in_context(whole),
                start_time=_nanoseconds(began + start),
            )
            step.end(_nanoseconds(began + end))
        whole.end()


def trace_id(conversation: str) -> int:
    """Return the id of a conversation's trace, the same in all processes."""
    return int.from_bytes(hashlib.sha256(conversation.encode()).digest()[:16], "big")


def _nanoseconds(seconds: float) -> int:
    return int(1e9 * seconds)


def _need(setting: str, package: str) -> None:
    top = package.partition(".")[0]
    if find_spec(top) is None or find_spec(package) is None:
        raise SettingsError(MISSING.format(setting=setting))
