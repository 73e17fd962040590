"""The file with groups of experts, and every mistake in it by its line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.experts import Tier
from bot.core.domain.filed_groups import HOLIDAYS, ON_CALL, FiledGroups
from bot.core.domain.guests import Guest
from bot.core.domain.opening_hours import WORKDAYS, OpenHours
from bot.settings.group_file import read_group_file
from tests.rows import for_each

DOCS = Path(__file__).parents[2] / "bot" / "docs" / "experts.md"


def reading(folder: Path, text: str, zone: str = "") -> FiledGroups:
    file = folder / "experts.toml"
    file.write_text(text, "utf-8")
    return read_group_file(file, zone)


def test_the_example_of_the_docs_is_read(tmp_path: Path):
    [example] = re.findall(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    found = reading(tmp_path, example)
    assert found.problems == ()
    cardiology, desk = found.groups
    assert cardiology.tiers == (
        Tier("Y2lzY29zcGFyazovL3VzL1JPT00v"),
        Tier(on_call=True),
        Tier(people=(Guest(email="bob@example.com", name="Bob Brown"),)),
    )
    assert cardiology.hours == (
        OpenHours(480, 1080, WORKDAYS),
        OpenHours(540, 720, (5,)),
    )
    assert (cardiology.after, cardiology.zone) == (3, "Europe/Berlin")
    assert [each.email for each in cardiology.leads] == ["carl@example.com"]
    assert [(each.group, each.kind) for each in found.calendars] == [
        ("cardiology", HOLIDAYS),
        ("cardiology", ON_CALL),
    ]
    assert desk.name == "front desk"


GOOD = '[cardiology]\nask = ["bob@example.com"]\n'
MISTAKES = [
    ("[cardiology", "isn't TOML: "),
    ("[g]\n", 'line 1: ask is missing; write ask = ["on call", "bob@example.com"].'),
    ("[g]\nask = []\n", "line 2: ask: write it as a list"),
    ("[g]\nask = [5]\n", "line 2: ask: write it in quotes"),
    ('[g]\nask = ["nobody"]\n', 'line 2: ask: each is "space ID", "on call", or addresses'),
    ('[g]\nask = ["on call"]\n', 'line 2: ask has "on call" exactly if on_call names a calendar.'),
    ('[g]\nask = ["b@x.com"]\non_call = "https://x.com/a"\n', "line 2: ask has"),
    ('[g]\nask = ["b@x.com"]\nafter = "soon"\n', 'line 3: after: write it as "2m".'),
    ('[g]\nask = ["b@x.com"]\nafter = 2\n', "line 3: after: write it in quotes"),
    (
        '[g]\nask = ["b@x.com"]\nhours = ["8-18", "12-20"]\n',
        "line 3: hours: two of them are at the",
    ),
    ('[g]\nask = ["b@x.com"]\nhours = "8-8"\n', "line 3: hours: they end when they begin."),
    ('[g]\nask = ["b@x.com"]\nhours = "8-25"\n', "line 3: hours: there is no such time of day."),
    ('[g]\nask = ["b@x.com"]\nhours = "office"\n', "line 3: hours: write them as"),
    ('[g]\nask = ["b@x.com"]\nzone = "Europe/Berlim"\n', "Did you mean Europe/Berlin?"),
    ('[g]\nask = ["b@x.com"]\nleads = ["x"]\n', "line 3: leads: each is"),
    (
        '[g]\nask = ["b@x.com"]\nholidays = "ftp://secret"\n',
        "line 3: holidays: it isn't an address",
    ),
    ('[g]\nask = ["b@x.com"]\nleeds = ["b@x.com"]\n', "leeds isn't known. Did you mean leads?"),
    ('g = "here"\n', "line 1: write groups as [g] above their entries."),
    ('[g]\nask = ["b@x.com"]\n[G]\nask = ["b@x.com"]\n', "this name is empty or stands twice."),
]


@for_each(("text", "problem"), MISTAKES)
def test_a_mistake_is_told_by_its_line(tmp_path: Path, text: str, problem: str):
    found = reading(tmp_path, text)
    assert any(problem in each for each in found.problems), found.problems
    assert "secret" not in str(found.problems)


def test_a_group_with_a_mistake_leaves_the_others_alone(tmp_path: Path):
    found = reading(tmp_path, f'{GOOD}\n[triage]\nask = ["x"]\n')
    assert [each.name for each in found.groups] == ["cardiology"]
    assert found.broken == ("triage",)
    assert found.whole


def test_a_missing_file_is_a_problem_and_no_traceback(tmp_path: Path):
    found = read_group_file(tmp_path / "experts.toml")
    assert found.problems == ("experts.toml can't be read: No such file or directory.",)
    assert not found.whole
    (tmp_path / "experts.toml").write_bytes(b"\xff\xfe")
    assert read_group_file(tmp_path / "experts.toml").problems == (
        "experts.toml isn't UTF-8 text.",
    )


def test_addresses_of_calendars_are_not_printed(tmp_path: Path):
    entry = 'on_call = "webcal://calendar.example.com/hidden.ics"'
    found = reading(tmp_path, f'[g]\nask = ["on call"]\n{entry}\n')
    assert found.calendars[0].url == "https://calendar.example.com/hidden.ics"
    assert "hidden" not in repr(found)


ANYTHING = st.recursive(
    st.text("ab@.-:18 ", max_size=12) | st.integers(0, 9), lambda each: st.lists(each, max_size=3)
)


@given(st.dictionaries(st.sampled_from(["ask", "after", "hours", "zone", "leads"]), ANYTHING))
def test_whatever_an_entry_holds_nothing_is_raised(entries: dict[str, object]):
    rows = "\n".join(f"{key} = {json.dumps(value)}" for key, value in entries.items())
    with TemporaryDirectory() as folder:
        assert reading(Path(folder), f"[g]\n{rows}\n").broken in {(), ("g",)}
