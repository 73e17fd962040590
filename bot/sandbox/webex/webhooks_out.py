"""Calls webhooks, signed as Webex signs them.

https://developer.webex.com/docs/api/guides/webhooks
"""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
import time
from collections import defaultdict, deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import urllib3

from bot.sandbox.webex.model import Change, Delivery, Webhook
from bot.sandbox.webex.notices_out import Notice, notice_for
from bot.sandbox.webex.traffic import Exchange, shown
from bot.sandbox.webex.world import World

# Webex documents neither its timeout nor its retries; these are guesses.
ANSWER_TIMEOUT = 10.0  # seconds
RETRY_DELAYS = (0.5, 2.0, 5.0)  # seconds
# the guide: "100 failures in five minutes" disable a webhook
MOST_FAILURES = 100
FAILURE_WINDOW = timedelta(minutes=5)


class WebhooksOut:
    """Delivers notices while the block runs.

    Args:
        workers: notices delivered at the same time.
        retry_delays: seconds before each retry.
    """

    def __init__(
        self, world: World, workers: int = 32, retry_delays: tuple[float, ...] = RETRY_DELAYS
    ) -> None:
        self._world = world
        self._retry_delays = retry_delays
        self._failures: dict[str, deque[datetime]] = defaultdict(
            lambda: deque(maxlen=MOST_FAILURES)
        )
        self._connections = urllib3.PoolManager(num_pools=10, maxsize=workers)
        self._workers = ThreadPoolExecutor(workers, thread_name_prefix="webhooks-out")
        self._stopping = threading.Event()

    def __enter__(self) -> WebhooksOut:
        self._world.watch(self._tell)
        return self

    def __exit__(self, *_why: object) -> None:
        """Stop delivering, and drop unsent notices."""
        self._world.unwatch(self._tell)
        self._stopping.set()
        self._workers.shutdown(cancel_futures=True)
        self._connections.clear()

    def _tell(self, change: Change) -> None:
        for webhook in self._world.webhooks.values():
            notice = notice_for(self._world, webhook, change)
            if notice is not None:
                self._workers.submit(self._deliver, notice)

    def _deliver(self, notice: Notice) -> None:
        for delay in (*self._retry_delays, None):
            webhook = self._world.webhooks.get(notice.webhook_id)
            if webhook is None or not webhook.active or self._attempt(webhook, notice):
                return
            if delay is None or self._stopping.wait(delay):
                return

    def _attempt(self, webhook: Webhook, notice: Notice) -> bool:
        status = self._post(webhook, notice)
        went_well = status is not None and 200 <= status < 300
        if not went_well:
            self._count_failure(webhook)
        self._world.remember_delivery(
            Delivery(webhook.id, notice.kind, notice.subject_id, status, self._world.clock())
        )
        return went_well

    def _post(self, webhook: Webhook, notice: Notice) -> int | None:
        body, began = json.dumps(notice.body).encode(), time.perf_counter()
        answer = self._request(webhook, body)
        status, answered = None, ""
        if answer:
            status = answer.status
            answered = shown(answer.data, answer.headers.get("Content-Type", ""))
        sent, took = shown(body, "application/json"), time.perf_counter() - began
        self._world.log_exchange(
            Exchange("Webex", "POST", webhook.target_url, status, took, sent, answered)
        )
        return status

    def _request(self, webhook: Webhook, body: bytes) -> urllib3.BaseHTTPResponse | None:
        headers = {"Content-Type": "application/json", **signatures(webhook.secret, body)}
        try:
            return self._connections.request(
                "POST",
                webhook.target_url,
                body=body,
                headers=headers,
                timeout=ANSWER_TIMEOUT,
                retries=False,
                redirect=False,
            )
        except urllib3.exceptions.HTTPError:
            return None

    def _count_failure(self, webhook: Webhook) -> None:
        with self._world.lock:
            times = self._failures[webhook.id]
            times.append(self._world.clock())
            if len(times) == MOST_FAILURES and times[-1] - times[0] <= FAILURE_WINDOW:
                self._disable(webhook.id)

    def _disable(self, webhook_id: str) -> None:
        webhook = self._world.webhooks.get(webhook_id)
        if webhook is not None:
            self._world.keep_webhook(replace(webhook, active=False))


def signatures(secret: str, body: bytes) -> dict[str, str]:
    """Return the signature headers for `body`; none without a secret.

    Webex sends a newer header beside the documented one.
    """
    if not secret:
        return {}
    sha1, sha256, sha512 = (
        hmac.new(secret.encode(), body, kind).hexdigest()
        for kind in (hashlib.sha1, hashlib.sha256, hashlib.sha512)
    )
    return {
        "X-Spark-Signature": sha1,
        "X-Webex-Signature": f"SHA-256={sha256}, SHA-512={sha512}",
    }
