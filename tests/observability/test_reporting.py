"""Sentry and OpenTelemetry get what is logged, and no more."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import structlog

from bot.edges.conversation_log import ConversationRecord
from bot.process import logs, tracing
from bot.settings import Settings, SettingsError

GIVEN = {
    "webex_access_token": "sandbox-token-bot",
    "webhook_secret": "a-secret-of-the-webhooks",
    "bot_allowed": "example.com",
}


class _Collector(BaseHTTPRequestHandler):
    taken: list[tuple[str, bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        packed = self.headers.get("Content-Encoding") == "gzip"
        self.taken.append((self.path, gzip.decompress(body) if packed else body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def collector() -> Iterator[tuple[int, list[tuple[str, bytes]]]]:
    """A service on loopback, and what it was told."""
    kind = type("Collector", (_Collector,), {"taken": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, kind.taken
        server.shutdown()


def given(**more: str) -> Settings:
    return Settings(_env_file=None, **GIVEN, **more)


def test_by_default_nothing_is_reported() -> None:
    assert tracing.errors_to(given()) is None
    assert tracing.traces_to(given()) is None


def test_errors_are_sent_to_sentry_as_logged() -> None:
    sentry = pytest.importorskip("sentry_sdk", reason="sentry-sdk is not installed")
    with collector() as (port, taken):
        tell = tracing.errors_to(given(sentry_dsn=f"http://key@127.0.0.1:{port}/1"))
        logs.begin("info", "json", tell)
        structlog.get_logger().warning("not.told")
        structlog.get_logger().error("conversation.broken", conversation="c", bug="KeyError")
        sentry.flush(5)
        sentry.get_client().close()
    [(path, envelope)] = taken
    told = json.loads(envelope.splitlines()[2])
    assert path == "/api/1/envelope/"
    assert (told["message"], told["extra"]["bug"]) == ("conversation.broken", "KeyError")
    assert b"not.told" not in envelope
    assert told.keys() == {"event_id", "timestamp", "platform", "level", "message", "extra"}


def test_a_conversation_is_a_trace_whose_id_is_made_of_its_name() -> None:
    reason = "opentelemetry-exporter-otlp-proto-http is not installed"
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http", reason=reason)
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (  # noqa: PLC0415 - the package is optional
        ExportTraceServiceRequest,
    )

    account = ConversationRecord("messages:created:m", "Meet", "failed", "NotActivated", "TRACK_1")
    account.steps.append(("MintLinks", account.began, account.began + 0.5))
    with collector() as (port, taken):
        traces = tracing.Traces(f"http://127.0.0.1:{port}/")
        traces.tell(account)
        traces.flush()
        traces.close()
    [(path, body)] = taken
    spans = ExportTraceServiceRequest.FromString(body).resource_spans[0].scope_spans[0].spans
    step, whole = spans
    assert path == "/v1/traces"
    assert [each.name for each in spans] == ["MintLinks", "Meet"]
    assert step.parent_span_id == whole.span_id
    assert step.end_time_unix_nano - step.start_time_unix_nano == pytest.approx(5e8, abs=1e6)
    number = tracing.trace_id("messages:created:m").to_bytes(16, "big")
    assert {each.trace_id for each in spans} == {number}
    said = {each.key: each.value.string_value for each in whole.attributes}
    assert said == {
        "conversation": "messages:created:m",
        "outcome": "failed",
        "trouble": "NotActivated",
        "tracking_id": "TRACK_1",
    }


@pytest.mark.parametrize("setting", ["sentry_dsn", "otel_exporter_otlp_endpoint"])
def test_without_the_packages_a_start_says_which_to_install(
    setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "find_spec", lambda _: None)
    settings = given(**{setting: "https://key@telling.example.com/1"})
    begin = {"sentry_dsn": tracing.errors_to}.get(setting, tracing.traces_to)
    with pytest.raises(SettingsError, match=rf"{setting.upper()} is set, .*observability\.txt"):
        begin(settings)
