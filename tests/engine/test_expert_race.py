"""Two workers over one PostgreSQL database, and experts who all want to be first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.bots import installed
from tests.engine.expert_town import ADMIN, ExpertTown, hosts_of_requests
from tests.engine.town import open_town

pytestmark = pytest.mark.long  # three processes, and PostgreSQL

REQUESTS = 20


def test_two_workers_give_each_request_one_host(databases, tmp_path: Path) -> None:
    with (
        databases("postgresql", tmp_path) as url,
        open_town() as town,
        installed(town, url, tmp_path) as bots,
    ):
        web = bots.web(BOT_ADMINS=ADMIN)
        for _ in range(2):
            bots.worker(BOT_ADMINS=ADMIN)
        experts = ExpertTown(town, groups=4, experts=12)
        experts.set_up(lambda: web.address)
        experts.ask(REQUESTS)
        assert experts.go_on(lambda: web.address, lambda: experts.all_taken(REQUESTS), 120)
        held = hosts_of_requests(url)
        assert [found for taken, found in held.values() if found != [taken]] == []
        assert len(held) == len(experts.takers()) == REQUESTS
        assert {sum(each.values()) for each in experts.takers().values()} == {1}
