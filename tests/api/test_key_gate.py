"""Without any key the API isn't there; whoever guesses keys is locked out."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from bot.edges.sources.instant_connect import Broker
from bot.edges.storage import database
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.storage.encryption import new_key
from bot.edges.storage.meeting_secrets import MeetingSecrets
from bot.edges.web.api.broker_routes import ROUTES, BrokerRoutes, create_broker_routes
from bot.edges.web.api.key_gate import MOST_GUESSES, KeyGate
from bot.edges.web.receiver import create_health_app

YEAR = timedelta(days=365)


@pytest.fixture
def store(prepared: sa.Engine) -> ApiKeyStore:
    return ApiKeyStore(prepared)


def program_of(store: ApiKeyStore) -> FlaskClient:
    """A program that calls a bot with these keys, whose broker isn't there."""
    app = create_health_app(lambda: True)
    nowhere = Broker("http://127.0.0.1:9", "a token of the bot", connect_timeout=1)
    routes = BrokerRoutes(KeyGate(store), nowhere, MeetingSecrets().sub_of_named)
    app.register_blueprint(create_broker_routes(routes))
    return app.test_client()


@pytest.fixture
def program(store: ApiKeyStore) -> FlaskClient:
    return program_of(store)


def asked(program: FlaskClient, path: str, key: str = "icb_x"):
    headers = {"Authorization": f"Bearer {key}"}
    return program.post(path, json={"sub": "a"}, headers=headers)


def test_until_there_is_a_key_there_is_no_api(program: FlaskClient, store: ApiKeyStore):
    assert {asked(program, path).status_code for path in ROUTES} == {404}
    store.new("portal", ["meetings"], YEAR)
    assert {asked(program, path).status_code for path in ROUTES} == {401}


def test_wrong_keys_lock_an_address_out(program: FlaskClient, store: ApiKeyStore):
    key = store.new("portal", ["meetings", "host-links"], YEAR)
    path = "/connect/add-guest"
    given = [asked(program, path).status_code for _ in range(MOST_GUESSES)]
    assert set(given) == {401}
    assert asked(program, path, key).status_code == 429


def test_a_revoked_key_is_refused_at_once(program: FlaskClient, store: ApiKeyStore):
    key = store.new("portal", ["meetings", "host-links"], YEAR)
    assert asked(program, "/connect/add-guest", key).status_code == 503  # there is no broker
    store.revoke("portal")
    assert asked(program, "/connect/add-guest", key).status_code == 401


def test_without_the_broker_there_is_an_answer(program: FlaskClient, store: ApiKeyStore):
    key = store.new("portal", ["meetings", "host-links"], YEAR)
    assert asked(program, "/connect/add-guest", key).status_code == 503


def test_without_the_database_there_is_an_answer(store: ApiKeyStore):
    key = store.new("portal", ["meetings"], YEAR)
    away = ApiKeyStore(database.connect("postgresql://127.0.0.1:9/nowhere"))
    answer = asked(program_of(away), "/connect/add-guest", key)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "read its keys" in answer.json["message"]


def test_a_program_whose_payload_key_is_gone_is_told(prepared: sa.Engine):
    store = ApiKeyStore(prepared, MeetingSecrets([new_key()]).new_seed)
    key = store.new("portal", ["meetings", "host-links"], YEAR)
    with capture_logs():
        answer = asked(program_of(store), "/connect/add-guest", key)
    assert answer.status_code == 503
    assert "PAYLOAD_KEYS" in answer.json["message"]
