"""No log, metric, error or finished record has a key, a link or a guest of a program's meeting."""

from __future__ import annotations

import io
import uuid

import requests
import sqlalchemy as sa

from bot.sandbox.webex.faults import NotFoundYet, ServerError
from tests.api.program import Program
from tests.engine.databases import wait_until
from tests.stories.conftest import logged
from tests.stories.real import RealStage, Town

__all__ = ["logged"]  # a fixture of tests/stories

GUEST, NUMBER, SUBJECT = "hidden@x.com", "+491713920047", "hidden subject"
THEIRS = {"meetings", "hosts", "deliveries"}
"""The tables of meetings, which are forgotten with them."""


def lived(program: Program, stage: RealStage) -> list[str]:
    """Use all of the API, also badly and during an outage, and return the links it gave."""
    guests = [{"email": GUEST, "name": "Hidden Guest"}, {"phone": NUMBER}]
    body = {"guests": guests, "topic": SUBJECT, "guest_links": 1, "host_links": 1}
    made = program.makes(**body).json()
    path = f"/{made['id']}"
    links = made["links"]
    more = program.posts(f"{path}/links", {"guests": 1, "hosts": 1}).json()
    wait_until(lambda: len(program.ask("GET", path).json()["guests"]) == 2)
    program.ask("PATCH", path, {"topic": f"{SUBJECT} again", "minutes": 90})
    program.makes(host=GUEST, topic=SUBJECT)
    program.makes(**{**body, "topic": f"{SUBJECT}\n", GUEST: SUBJECT})
    for fault in (ServerError(times=2, path="joseencrypt"), NotFoundYet(path="joseencrypt")):
        stage.faults = [fault]
        program.makes(**body)
        stage.faults = []
    program.ask("DELETE", f"{path}/guests/{program.ask('GET', path).json()['guests'][0]['id']}")
    program.ask("DELETE", path)
    return [*links["hosts"], *links["guests"], *more["hosts"], *more["guests"]]


def test_nothing_of_a_programs_meeting_is_logged_counted_or_kept(
    logged: io.StringIO, town: Town, portal: str
):
    stage, once = RealStage(town), uuid.uuid4().hex
    links = lived(Program(town, portal), stage)
    Program(town, portal).makes(once)
    Program(town, f"{portal}x").makes()
    secret = portal.split("_", 2)[2]
    hidden = {GUEST, NUMBER, SUBJECT, "Hidden Guest", secret, once, *links}
    hidden |= {each.rpartition("/")[2] for each in links}
    assert len(links) == 4
    written = logged.getvalue()
    assert "api.meeting_made" in written
    assert "step.again" in written
    assert [each for each in hidden if each in written] == []
    counted = requests.get(f"{town.receiver}/metrics", timeout=5).text
    assert "MintLinks" in counted
    assert [each for each in hidden if each in counted] == []
    kept = kept_beside_meetings(town)
    assert "portal" in kept
    assert [each for each in hidden if each in kept] == []


def kept_beside_meetings(town: Town) -> str:
    """Return all rows of all tables that don't hold the meetings themselves."""
    with town.bot.receiving.connect() as connection:
        found = sa.inspect(connection)
        tables = [
            (schema, each)
            for schema in found.get_schema_names()
            if schema not in {"information_schema", "pg_catalog"}
            for each in found.get_table_names(schema=schema)
            if each not in THEIRS
        ]
        return str(
            [
                connection.execute(sa.text(f'select * from "{schema}"."{each}"')).all()  # noqa: S608 - the names come from the database itself
                for schema, each in tables
            ]
        )
