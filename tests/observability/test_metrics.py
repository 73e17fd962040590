"""Prometheus gets counts, and nothing that somebody sent."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from bot.core.conversations.command_table import ANSWERS
from bot.core.domain.errors import Trouble
from bot.core.incoming.arrivals import DoorEvent
from bot.core.incoming.notices import HANDLED
from bot.core.steps.step import Step
from bot.edges import metrics
from bot.sandbox.webex.faults import ServerError
from tests.observability.conftest import METRICS_TOKEN
from tests.stories.real import RealStage, Town

ROOT = Path(__file__).parent.parent.parent
Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


def told(home: Town) -> str:
    answer = requests.get(
        f"{home.receiver}/metrics",
        headers={"Authorization": f"Bearer {METRICS_TOKEN}"},
        timeout=5,
    )
    assert answer.status_code == 200
    return answer.text


def samples(home: Town) -> Samples:
    families = text_string_to_metric_families(told(home))
    return {
        (each.name, frozenset(each.labels.items())): each.value
        for family in families
        for each in family.samples
    }


def grown(before: Samples, after: Samples, name: str, **labels: str) -> float:
    key = f"instant_connect_{name}", frozenset(labels.items())
    return after.get(key, 0.0) - before.get(key, 0.0)


def test_a_command_is_counted_and_its_steps_are_timed(home: Town, bot: RealStage) -> None:
    before = samples(home)
    bot.hears("erin", "meet alice@x.com")
    after = samples(home)
    assert grown(before, after, "notices_total", kind="messages:created", outcome="taken") == 1
    assert grown(before, after, "commands_total", kind="Meet", outcome="answered") == 1
    for step in ("ReadMessage", "MintLinks", "TellHost", "SaveMeeting"):
        assert grown(before, after, "step_seconds_count", kind=step) >= 1, step


def test_refusals_and_failures_are_counted_separately(home: Town, bot: RealStage) -> None:
    stranger, before = bot.stranger(), samples(home)
    bot.hears(stranger, "meet", space=None)
    bot.faults = [ServerError(times=None, path="joseencrypt")]
    bot.hears("erin", "meet alice@x.com")
    after = samples(home)
    assert grown(before, after, "commands_total", kind="Meet", outcome="refused") == 1
    assert grown(before, after, "commands_total", kind="Meet", outcome="failed") == 1
    assert grown(before, after, "retries_total", kind="MintLinks", trouble="Passing") >= 1
    assert grown(before, after, "step_troubles_total", kind="MintLinks", trouble="Passing") >= 2


def test_the_gauges_are_read_when_scraped(home: Town) -> None:
    now = {name: value for (name, _), value in samples(home).items()}
    assert now["instant_connect_database_up"] == 1
    assert now["instant_connect_token_accepted"] == 1
    assert now["instant_connect_backlog"] == now["instant_connect_in_hand"] == 0
    assert now["instant_connect_webhooks_seen_timestamp_seconds"] > 0
    assert now["process_resident_memory_bytes"] > 0


def test_a_forged_notice_is_counted_under_no_name_of_its_own(home: Town) -> None:
    before = samples(home)
    body = json.dumps({"resource": "made_up", "event": "by_me", "data": {"id": "x"}})
    requests.post(f"{home.receiver}/webex", body, timeout=5)
    after = samples(home)
    assert grown(before, after, "notices_total", kind="other", outcome="refused") == 1
    assert "made_up" not in told(home)


def kinds_of(step: type) -> set[str]:
    """The names of every kind of step there is."""
    direct = step.__subclasses__()
    return {step.__name__}.union(*map(kinds_of, direct))


def test_no_label_can_take_values_without_end(home: Town, bot: RealStage) -> None:
    bot.hears("erin", "meet alice@x.com about the invoice")
    tasks = {"Remind", "Warn", "Noshow", "Tidy", "unknown"}
    commands = {each.__name__ for each in ANSWERS} | tasks
    commands |= {each.name.title().replace("_", "") for each in DoorEvent}
    bounded = {
        "kind": {":".join(each) for each in HANDLED} | {"other"} | commands | kinds_of(Step),
        "outcome": {"taken", "ignored", "refused", "not_recorded"}
        | {"answered", "refused", "failed", "given_up", "broken"},
        "trouble": set(Trouble.kinds),
        "le": {*map(str, metrics.SECONDS), "+Inf"},
    }
    for name, labels in samples(home):
        if name.startswith("instant_connect"):
            assert all(value in bounded[label] for label, value in labels), (name, labels)


def test_metrics_contain_nothing_that_people_wrote(home: Town, bot: RealStage) -> None:
    bot.hears("erin", "meet alice@x.com +491713920042 about the invoice")
    said = told(home)
    for secret in (
        "alice",
        "3920042",
        "erin",
        "invoice",
        "/visit/",
        "sandbox-token",
        METRICS_TOKEN,
    ):
        assert secret not in said


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer something else"}])
def test_without_the_token_metrics_are_refused(home: Town, header: dict[str, str]) -> None:
    answer = requests.get(f"{home.receiver}/metrics", headers=header, timeout=5)
    assert (answer.status_code, answer.text) == (401, "")


def test_the_classes_of_a_histogram_are_in_order() -> None:
    assert all(one < other for one, other in pairwise(metrics.SECONDS))


def test_a_process_is_ready_once_everything_is(home: Town) -> None:
    answer = requests.get(f"{home.receiver}/readyz", timeout=5)
    assert (answer.status_code, answer.text) == (
        200,
        "database: ok\ntoken: ok\ndoors: ok\nengine: ok\nkeys: ok\n",
    )


def test_doors_that_are_no_longer_reached_are_told_and_guests_get_bare_links(
    home: Town, bot: RealStage
) -> None:
    before = home.bot.doors_at
    home.bot.open_doors_at(home.receiver)
    bot.hears("erin", "meet alice@x.com")
    assert "/j/" in bot.told("alice@x.com")[-1].link
    home.bot.lose_doors()
    try:
        answer = requests.get(f"{home.receiver}/readyz", timeout=5)
        bot.hears("erin", "meet alice@x.com")
        assert "/visit/" in bot.told("alice@x.com")[-1].link
    finally:
        home.bot.open_doors_at(before)
    assert answer.status_code == 503
    assert "doors: " in answer.text
    assert "doors: ok" not in answer.text


def test_the_dashboard_uses_existing_metrics(home: Town) -> None:
    dashboard = json.loads((ROOT / "bot" / "dashboard.json").read_text())
    asked = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    names = set(re.findall(r"\b(?:instant_connect|process)_\w+", " ".join(asked)))
    assert names <= {name for name, _ in samples(home)}
    counters = {"commands_total", "notices_total", "retries_total", "step_troubles_total"}
    assert {f"instant_connect_{each}" for each in counters} <= names


def test_requests_to_experts_are_counted_by_group(home: Town, bot: RealStage) -> None:
    bot.hears("erin", "group cardiology is carl@example.com after 30m")
    bot.hears("erin", "expert cardiology for alice@x.com about the ECG")
    bot.presses("carl", "Take it")
    after = samples(home)
    of_group = {"group": "cardiology"}
    assert grown({}, after, "expert_requests_today", outcome="asked", **of_group) == 1
    assert grown({}, after, "expert_requests_today", outcome="taken", **of_group) == 1
    assert 0 < grown({}, after, "expert_claim_seconds", quantile="0.5", **of_group) < 60
    assert "Carl" not in told(home)
