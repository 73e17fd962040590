"""Nothing is done that was not asked for, and most is understood."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.hearing.judge import verdict
from tests.hearing.outcomes import outcome_of

HERE = Path(__file__).parent


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text().splitlines()]


def judged(sentences: list[dict[str, Any]]) -> Counter[str]:
    return Counter(verdict(each, outcome_of(each))[0] for each in sentences)


def test_what_once_did_harm_does_none():
    assert judged(lines("harm.jsonl"))["WRONG"] == 0


def test_every_tenth_sentence_is_understood_or_asked_about_and_none_does_harm():
    found = judged(lines("sentences.jsonl")[::10])
    assert found["WRONG"] == 0
    assert found["RIGHT"] + found["ASKS"] > 0.8 * found.total()


@pytest.mark.long
@pytest.mark.parametrize(
    "name",
    [
        *("sentences.jsonl", "own_built.jsonl", "own_kept.jsonl", "blind_built.jsonl"),
        *("blind_second_built.jsonl", "blind_third_built.jsonl"),
        "own_second_built.jsonl",
    ],
)
def test_nine_in_ten_are_understood_or_asked_about(name: str):
    found = judged(lines(name))
    assert found["WRONG"] == 0
    assert found["RIGHT"] + found["ASKS"] > 0.88 * found.total()
