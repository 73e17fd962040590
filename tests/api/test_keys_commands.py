"""`python -m bot keys` makes, lists, changes and revokes keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner, Result

from bot.command_line import bot
from bot.core.domain.api_keys import parts_of
from bot.edges.storage import database
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.settings import Settings


@pytest.fixture(autouse=True)
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An installation of which only the database is set."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    yield tmp_path / "bot.sqlite"
    structlog.reset_defaults()


def typed(*words: str) -> Result:
    return CliRunner().invoke(bot, ["keys", *words], catch_exceptions=False)


def found(file: Path, key: str) -> str | None:
    opened = database.connect(f"sqlite:///{file}")
    key_found = ApiKeyStore(opened).find(key)
    database.close(opened)
    return key_found.name if key_found else None


def test_a_new_key_is_all_that_is_printed(file: Path):
    ended = typed("new", "portal", "--scopes", "meetings,host-links", "--expires", "365d")
    [key] = ended.stdout.splitlines()
    assert parts_of(key)
    assert found(file, key) == "portal"
    assert "isn't shown again" in ended.stderr
    listed = typed("list")
    assert "portal  valid  host-links,meetings  120/min" in listed.output
    assert parts_of(key)[1] not in listed.output + typed("list", "--json").output


def test_a_key_is_changed_without_a_gap_and_revoked(file: Path):
    first = typed("new", "portal").stdout.strip()
    second = typed("rotate", "portal", "--overlap", "12h").stdout.strip()
    assert found(file, first) == found(file, second) == "portal"
    data = json.loads(typed("list", "--json").stdout)
    assert [each["state"] for each in data] == ["valid", "valid"]
    assert typed("revoke", parts_of(first)[0]).output == "1 key revoked.\n"
    assert (found(file, first), found(file, second)) == (None, "portal")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("list",), 0, "There are no keys."),
        (("revoke", "portal"), 1, "There is no key portal to revoke."),
        (("rotate", "portal"), 1, "portal has no valid key."),
        (("rotate", "portal", "--overlap", "never"), 2, "has to end"),
        (("new", "portal", "--expires", "soon"), 2, "such as 365d"),
        (("new", "portal", "--expires", "0d"), 2, "such as 365d"),
        (("new", "portal", "--scopes", "all"), 1, "There is no scope all."),
        (("new", "Portal"), 1, "lower-case"),
        (("new",), 2, "Missing argument"),
    ],
)
def test_what_does_not_work_is_explained(words: tuple[str, ...], status: int, said: str):
    ended = typed(*words)
    assert ended.exit_code == status
    assert said in ended.output
    assert "Traceback" not in ended.output
