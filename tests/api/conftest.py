"""The whole bot with keys for programs, called over HTTP on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import structlog

from bot.edges.storage.api_key_store import ApiKeyStore
from tests.edges.conftest import empty, ledger, prepared, prepared_file, server, url
from tests.engine.databases import NoPostgres, fresh_database, postgres
from tests.stories.real import Town, lived_in_with_mail

__all__ = [
    "empty",
    "ledger",
    "prepared",
    "prepared_file",
    "server",
    "url",
]  # fixtures of tests/edges

YEAR = timedelta(days=365)
SETTINGS = {
    "door": "off",
    "direct_to": "example.com x.com",
    "outbound_networks": "127.0.0.1",
}
KEYS = "V5DnlMRGPLQUbrtmKzxC94l5Vt8G-ezPeOPcVKLCbdk="
"""What work in progress is encrypted with; PostgreSQL makes no key of its own."""


@pytest.fixture(
    scope="package", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)]
)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A PostgreSQL database; empty for an SQLite file."""
    if request.param == "sqlite":
        yield ""
        return
    try:
        with postgres() as server, fresh_database(server.get_uri()) as address:
            yield address
    except NoPostgres as why:
        pytest.skip(str(why))


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory, database_url: str) -> Iterator[Town]:
    with lived_in_with_mail(
        tmp_path_factory.mktemp("town"), database_url=database_url, payload_keys=KEYS, **SETTINGS
    ) as town:
        yield town


@pytest.fixture(scope="package")
def keys(town: Town) -> ApiKeyStore:
    """The keys of the running bot."""
    return ApiKeyStore(town.bot.receiving)


@pytest.fixture(scope="package")
def portal(keys: ApiKeyStore) -> str:
    """A key that allows everything."""
    return keys.new("portal", ["meetings", "host-links"], YEAR, per_minute=10_000)


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    yield
    structlog.reset_defaults()
