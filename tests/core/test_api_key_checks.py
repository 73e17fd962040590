"""The doctor names keys that end soon, and keys that nobody uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core.diagnosis.api_key_checks import of_api_keys
from bot.core.domain.api_keys import ApiKey
from tests.rows import for_each

NOW = datetime(2030, 6, 1, tzinfo=UTC)
DAY = timedelta(days=1)
MADE = NOW - 200 * DAY
KEY = ApiKey("1", "portal", "seed", frozenset({"meetings"}), 120, MADE, NOW + 99 * DAY, used=NOW)
ENDING, UNUSED = replace(KEY, expires=NOW + 13 * DAY), replace(KEY, used=NOW - 91 * DAY)


@for_each(
    ("keys", "light", "words"),
    [
        ([KEY, replace(KEY, name="crm")], "green", "Programs with a key: 2."),
        ([ENDING], "amber", "end within 14 days: 1 (portal)"),
        ([ENDING, KEY], "green", "1."),
        ([UNUSED], "amber", "weren't used for 90 days: 1 (portal)"),
        ([UNUSED, KEY], "green", "1."),
        ([replace(KEY, used=None)], "amber", "weren't used"),
        ([replace(KEY, used=None, made=NOW - DAY)], "green", "1."),
    ],
)
def test_programs_are_judged_by_all_their_keys(keys: list[ApiKey], light: str, words: str):
    [found] = of_api_keys(keys, NOW)
    assert (found.name, found.light) == ("API keys", light)
    assert words in found.says


@for_each("key", [replace(KEY, revoked=NOW), replace(KEY, expires=NOW)])
def test_keys_that_are_over_are_not_judged(key: ApiKey):
    assert [*of_api_keys([key], NOW)] == []
    assert [*of_api_keys([], NOW)] == []
