"""The admin page: what it shows, what its buttons do, and who may use it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import requests
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.web.admin import add_admin_page
from bot.edges.web.receiver import create_health_app
from bot.sandbox.webex.faults import NotFoundYet, Rejected
from bot.settings.setting_types import networks_in
from bot.version import VERSION
from tests.engine.databases import wait_until
from tests.observability.conftest import ADMIN_TOKEN
from tests.stories.real import RealStage, Town

US = ("anybody", ADMIN_TOKEN)


def page(home: Town, **how: object) -> requests.Response:
    return requests.get(f"{home.receiver}/admin", timeout=10, **{"auth": US, **how})


def press(home: Town, button: str, inputs: dict[str, str], **how: object) -> requests.Response:
    address = f"{home.receiver}/admin/{button}"
    return requests.post(address, inputs, timeout=10, **{"auth": US, **how})


def form(seen: str, action: str) -> dict[str, str]:
    """What the first button with this action sends."""
    inside = seen.split(f'action="/admin/{action}"', 1)[1].split("</form>", 1)[0]
    return dict(re.findall(r'name="(\w+)" value="([^"]+)"', inside))


def failed(home: Town, bot: RealStage) -> str:
    """The page after a meeting could not be had."""
    bot.faults = [NotFoundYet(times=None, path="joseencrypt")]
    bot.hears("erin", "meet alice@x.com about the invoice", space=None)
    bot.faults = []
    wait_until(lambda: "isn’t turned on." in page(home).text)
    return page(home).text


@pytest.mark.parametrize("given", [None, ("anybody", ""), ("anybody", ADMIN_TOKEN[:-1])])
def test_without_the_token_the_admin_page_is_closed(home: Town, given: object) -> None:
    for answer in (page(home, auth=given), press(home, "again", {}, auth=given)):
        assert answer.status_code == 401
        assert answer.text == "Sign in with ADMIN_TOKEN as the password.\n"


def stranger(proxies: str = "") -> FlaskClient:
    app = create_health_app(lambda: True)
    # whoever is refused sees nothing
    add_admin_page(app, ADMIN_TOKEN, None, networks_in(proxies))
    return app.test_client()


def test_wrong_tokens_are_logged_once_a_minute_and_not_written_there() -> None:
    browser = stranger()
    with capture_logs() as logs:
        browser.get("/admin")  # before it asks for the token
        for _ in range(3):
            browser.get("/admin", auth=("anybody", "a wrong guess"))
    [line] = logs
    assert (line["event"], line["address"], line["times"]) == ("admin.refused", "127.0.0.1", 1)
    assert "guess" not in str(logs)


def test_ten_wrong_tokens_lock_an_address_out_even_with_the_right_one() -> None:
    browser = stranger()
    with capture_logs():
        for _ in range(10):
            assert browser.get("/admin", auth=("anybody", "wrong")).status_code == 401
    answer = browser.get("/admin", auth=US)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert "Wait a minute" in answer.text


def test_behind_a_proxy_only_the_guesser_is_locked_out() -> None:
    browser = stranger(proxies="127.0.0.1")
    with capture_logs():
        for made_up in range(10):
            through = {"X-Forwarded-For": f"198.51.100.{made_up}, 203.0.113.7"}
            browser.get("/admin", auth=("anybody", "wrong"), headers=through)
        guesser, operator = ({"X-Forwarded-For": each} for each in ("203.0.113.7", "203.0.113.8"))
        assert browser.get("/admin", auth=US, headers=guesser).status_code == 429
        assert browser.get("/admin", auth=("anybody", ""), headers=operator).status_code == 401


def test_the_page_runs_no_scripts_and_is_not_framed_or_cached(home: Town) -> None:
    headers = page(home).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_the_page_tells_of_work_and_webhooks(home: Town, bot: RealStage) -> None:
    seen = page(home).text
    assert seen.count(">active<") == 3
    assert re.search(r"<dt>waiting</dt><dd>\d+</dd>", seen)


def test_the_page_tells_its_version_and_how_long_it_runs(home: Town, bot: RealStage) -> None:
    told = rf"Version {re.escape(VERSION)}, running for \d+:\d\d:\d\d"
    assert re.search(told, page(home).text)


def test_a_conversation_that_failed_is_shown_with_its_reason_and_nobodys_words(
    home: Town, bot: RealStage
) -> None:
    seen = failed(home, bot)
    assert re.search(
        r'<td data-name="command">Meet</td><td data-name="outcome">failed</td>\s*'
        r'<td data-name="reason">Instant Connect isn’t turned on.*SANDBOX_',
        seen,
    )
    for secret in ("alice", "invoice", "erin", "/visit/", "sandbox-token", ADMIN_TOKEN):
        assert secret not in seen


def test_a_button_runs_a_failed_conversation_again(home: Town, bot: RealStage) -> None:
    inputs = form(failed(home, bot), "again")
    answer = press(home, "again", inputs)
    assert "Trying again." in answer.text
    bot.world.wait_for(lambda: len(bot.told("alice@x.com")) == 1, 20)
    assert bot.opens(bot.told("alice@x.com")[0].link).role == "guest"
    assert inputs["key"] not in page(home).text
    assert "no longer among the failed" in press(home, "again", inputs).text


def test_a_button_that_another_page_presses_does_nothing(home: Town, bot: RealStage) -> None:
    inputs = form(failed(home, bot), "again")
    for proof in ("", form(page(home).text, "examine")["proof"]):
        answer = press(home, "again", inputs | {"proof": proof})
        assert answer.status_code == 403
        assert "didn't come from the admin page" in answer.text
    assert inputs["key"] in page(home).text
    assert bot.told("alice@x.com") == []


def test_the_doctor_is_asked_by_a_button_and_remembered(home: Town, bot: RealStage) -> None:
    bot.faults = [Rejected(times=None, path="joseencrypt")]
    answer = press(home, "examine", form(page(home).text, "examine"))
    bot.faults = []
    assert "The doctor has checked everything." in answer.text
    assert '<span class="light red">red</span></td><td>guest links</td>' in page(home).text


def test_what_check_found_is_on_the_page(home: Town, bot: RealStage) -> None:
    bot.hears("erin", "check", space=None)
    assert "A link was made" in page(home).text


def test_keys_of_other_programs_are_listed_without_their_secrets(home: Town) -> None:
    store = ApiKeyStore(home.bot.database)
    key = store.new("portal", ["meetings"], timedelta(days=365))
    store.revoke(key.split("_")[1])
    seen = page(home).text
    assert "Keys of other programs" in seen
    assert "portal" in seen
    assert "revoked" in seen
    assert key.split("_", 2)[2] not in seen


def test_requests_to_experts_are_shown_by_day_and_group(home: Town, bot: RealStage) -> None:
    bot.hears("erin", "group surgery is carl@example.com after 30m")
    bot.hears("erin", "expert surgery for alice@x.com about the knee")
    bot.presses("carl", "Take it")
    seen = page(home).text
    [row] = [each for each in seen.split("<tr>") if 'data-name="group">surgery' in each]
    assert 'data-name="asked">1<' in row
    assert 'data-name="taken">1<' in row
    assert "Carl" not in row
