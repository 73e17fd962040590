"""The docs say which paths to forward to the bot, and which not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.process.app import Bot
from bot.process.web_half import receiver_of
from bot.settings import Settings
from tests.engine.databases import begun

DOCS = Path(__file__).parents[2] / "bot" / "docs"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[set[str]]:
    """The paths that the web half serves, with all that can be set."""
    given = Settings(
        _env_file=None,
        webex_access_token="a-token",
        webhook_secret="a secret of more than sixteen letters",
        bot_allowed="example.com",
        public_url="https://bot.example.com",
        admin_token="a password of more than sixteen letters",
        database_url=begun(tmp_path / "bot.sqlite"),
    )
    bot = Bot(given)
    yield {each.rule for each in receiver_of(bot, bot.inbox).url_map.iter_rules()}
    bot.close()


def test_the_docs_name_each_path_that_is_served(served: set[str]):
    public, private = tables()
    assert not set(public) & set(private)
    for path in (*public, *private):
        assert any(under(path, rule) for rule in served), path
    for rule in served:
        assert [path for path in (*public, *private) if under(path, rule)], rule


@pytest.mark.parametrize("page", ["door.md", "api.md"])
def test_a_page_about_a_proxy_names_only_public_paths(page: str):
    named = set(re.findall(r"`(/[\w/]+)`", (DOCS / page).read_text().partition("\n## Keys")[0]))
    public, private = tables()
    for each in named - set(private):
        assert any(under(path, each) for path in public), each


def tables() -> list[list[str]]:
    """Return the paths in each table: the public ones, and those for the operator alone."""
    found = re.findall(r"(?m)^\| path \|.*\n.*\n((?:\|.*\n)+)", (DOCS / "deploying.md").read_text())
    return [re.findall(r"(?m)^\| `([^`]+)`", each) for each in found]


def under(path: str, rule: str) -> bool:
    """Return whether a path of the table, which may end in a slash, includes a route."""
    return (
        rule.startswith(path) if path.endswith("/") else rule == path or rule.startswith(f"{path}/")
    )
