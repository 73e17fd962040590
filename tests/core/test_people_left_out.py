"""Whoever a sentence leaves out is never taken for somebody whom it means."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.domain.commands import Command, Unclear
from bot.core.parsing import grammar
from bot.core.parsing.text.mentions import Said

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
LEFT_OUT = [
    *("not {}", "but not {}", "except {}", "{} not yet", "{} later", "when {} is gone", "only {}"),
    *("nicht {}", "aber nicht {}", "außer {}", "{} noch nicht", "ohne {}", "wenn {} weg ist"),
    *("pas {}", "mais pas {}", "sauf {}", "{} pas encore", "sans {}", "quand {} est parti"),
    *("pero no {}", "sin {}", "menos {}", "{} todavía no", "salvo {}", "cuando {} se vaya"),
]
REQUESTS = (
    "let in {}",
    "lass {} rein",
    "admets {}",
    "admite a {}",
    "text for {}",
    "reply {} coming",
)


def parsed(said: str) -> Command:
    return grammar.parse(Said(said), NOW, region="DE")


@pytest.mark.parametrize("left_out", LEFT_OUT)
@pytest.mark.parametrize("whom", ["bob@x.com", "bob"])
@pytest.mark.parametrize("others", ["alice@x.com, ", "alice@x.com ", "all ", "alice "])
def test_nothing_is_done_for_whom_a_sentence_leaves_out(others: str, left_out: str, whom: str):
    for each in REQUESTS:
        command = parsed(each.format(others + left_out.format(whom)))
        assert isinstance(command, Unclear), command
