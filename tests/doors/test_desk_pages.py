"""The pages of desks: looking changes nothing, and a press calls somebody once."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.core.wording.languages import NAMES
from bot.edges.web.door.door_limits import DoorLimits
from bot.edges.web.door.door_pages import create_door_pages
from bot.edges.web.receiver import create_health_app
from tests.doors.callers import desk_at, poster_in, set_up_cardiology, text_of
from tests.edges.fake_doors import door_site, never_reached
from tests.rows import for_each
from tests.stories.fake import FakeStage


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    set_up_cardiology(core)
    return core


@pytest.fixture
def desk(core: FakeStage) -> str:
    """The path of a desk's page."""
    core.hears("erin", "poster front desk for cardiology")
    return f"/d/{desk_at(core)}"


def app_of(core: FakeStage, limits: DoorLimits | None = None) -> FlaskClient:
    """Return the pages, with an engine that looks as soon as it is woken."""
    app = create_health_app(lambda: True)
    desks = replace(core.desks, wake=core.settle_doors)
    app.register_blueprint(create_door_pages(door_site(), core.doors, limits, desks))
    return app.test_client()


@pytest.fixture
def client(core: FakeStage) -> FlaskClient:
    return app_of(core, never_reached())


def said(answer: TestResponse) -> str:
    """Return what a page says."""
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", answer.text)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def form_of(answer: TestResponse) -> dict[str, str]:
    """Return what the form of a page sends."""
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', answer.text)
    assert hidden, "There is no button."
    return dict(hidden)


def asked(core: FakeStage) -> int:
    """Return how many cards stand in the group's space."""
    return sum("Take it" in str(each.cards) for each in core.posted_in("Cardiology"))


@for_each("method", ["GET", "HEAD"])
def test_looking_changes_nothing(core: FakeStage, client: FlaskClient, desk: str, method: str):
    form = form_of(client.get(desk))["form"]
    for path in (desk, f"{desk}?lang=de", f"{desk}/call/{form}", "/d/nothing2"):
        answer = client.open(path, method=method)
        assert answer.status_code in {200, 404}
        assert "Set-Cookie" not in answer.headers
    core.settle_doors()
    assert asked(core) == 0


def test_a_page_has_the_headers_of_doors(client: FlaskClient, desk: str):
    headers = client.get(desk).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert headers["Referrer-Policy"] == "same-origin"


@for_each("code", list(NAMES))
def test_a_desk_speaks_the_caller_s_language(client: FlaskClient, desk: str, code: str):
    answer = client.get(desk, headers={"Accept-Language": code})
    assert f'<html lang="{code}">' in answer.text
    assert "Front desk" in said(answer)
    assert ("Press the button" in said(answer)) == (code == "en")
    assert "{" not in said(answer)
    assert len(answer.data) < 30_000


def test_a_press_leads_to_a_door_where_one_waits(core: FakeStage, client: FlaskClient, desk: str):
    page = client.get(f"{desk}?lang=de")
    answer = client.post(f"{desk}?lang=de", data=form_of(page))
    assert answer.status_code == 303
    assert re.fullmatch(r"/j/[\w-]{27}\?called=1&lang=de", answer.headers["Location"])
    for attribute in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/d", "Max-Age=86400"):
        assert attribute in answer.headers["Set-Cookie"]
    door = client.get(answer.headers["Location"])
    assert "Front desk weiß, dass Sie da sind" in said(door)
    assert asked(core) == 1


def test_a_phone_that_presses_20_times_stands_at_one_door(
    core: FakeStage, client: FlaskClient, desk: str
):
    page = client.get(desk)
    doors = set()
    for number in range(20):
        sent = form_of(page) if number % 2 else {"form": "f" * 20 + str(number)}
        doors.add(client.post(desk, data=sent).headers["Location"])
    client.set_cookie("caller", "", path="/d")
    assert len(doors) == 1
    assert asked(core) == 1


def test_a_phone_that_scans_again_is_led_to_its_door(client: FlaskClient, desk: str):
    called = client.post(desk, data=form_of(client.get(desk)))
    cookie = re.findall(r"caller=([^;]+)", called.headers["Set-Cookie"])[0]
    client.set_cookie("caller", cookie, path="/d")
    assert client.get(desk).headers["Location"] == called.headers["Location"]


def test_a_phone_that_pressed_twice_at_once_is_led_to_its_door_too(
    core: FakeStage, client: FlaskClient, desk: str
):
    form = form_of(client.get(desk))
    first, second = (app_of(core).post(desk, data=form) for _ in range(2))
    for each in (first, second):
        cookie = re.findall(r"caller=([^;]+)", each.headers["Set-Cookie"])[0]
        client.set_cookie("caller", cookie, path="/d")
        assert client.get(desk).headers["Location"] == first.headers["Location"]
    assert asked(core) == 1


def test_without_cookies_a_page_that_is_sent_twice_is_one_call(core: FakeStage, desk: str):
    clients = [app_of(core), app_of(core)]
    form = form_of(clients[0].get(desk))
    doors = {each.post(desk, data=form).headers["Location"] for each in clients}
    assert len(doors) == 1
    assert asked(core) == 1


def test_until_there_is_a_door_the_page_asks_again(
    core: FakeStage, desk: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.edges.web.door.desk_doors.PATIENCE", 0.0)
    app = create_health_app(lambda: True)
    app.register_blueprint(create_door_pages(door_site(), core.doors, None, core.desks))
    client = app.test_client()
    form = form_of(client.get(desk))
    answer = client.post(desk, data=form)
    onward = f"{desk}/call/{form['form']}"
    assert f'http-equiv="refresh" content="1; url={onward}"' in answer.text
    assert "One moment" in said(answer)
    assert "One moment" in said(client.get(onward))
    core.settle_doors()  # the engine was away meanwhile
    assert "/j/" in client.get(onward).headers["Location"]
    assert asked(core) == 1


def test_a_press_on_another_site_s_page_calls_nobody(
    core: FakeStage, client: FlaskClient, desk: str
):
    answer = client.post(
        desk, data=form_of(client.get(desk)), headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403
    assert asked(core) == 0


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("poster front desk off", "410 This poster is no longer in use. Please ask at the desk."),
        ("poster front desk new", "410 This poster has been replaced. Please scan the new one"),
        ("group cardiology off", "200 Nobody is here right now. Please ask at the desk."),
    ],
)
def test_a_desk_that_calls_nobody_says_so(core: FakeStage, desk: str, sentence: str, shown: str):
    client = app_of(core)
    form = form_of(client.get(desk))
    core.hears("erin", sentence, space="Cardiology")
    for answer in (client.get(desk), client.post(desk, data=form)):
        assert str(answer.status_code) == shown[:3]
        assert shown[4:] in said(answer)
        assert "<button" not in answer.text
    assert asked(core) == 0


def test_a_desk_has_the_hours_of_its_group(core: FakeStage, desk: str):
    client = app_of(core, never_reached())
    core.hears("erin", "group cardiology from 8 to 18 in Berlin", space="Cardiology")
    page = client.get(desk)
    assert "Open until: Monday 2 March 2026, 18:00" in said(page)
    core.passes(hours=9)
    for answer in (client.get(desk), client.post(desk, data=form_of(page))):
        assert "Nobody is here right now. Open again: Tuesday 3 March 2026, 08:00" in said(answer)
        assert "<button" not in answer.text
    assert "Wieder geöffnet: Dienstag, 3. März 2026, 08:00" in said(client.get(f"{desk}?lang=de"))
    core.passes(hours=14)
    assert client.post(desk, data=form_of(client.get(desk))).status_code == 303
    assert asked(core) == 1


def test_a_desk_whose_experts_are_all_off_duty_says_so(core: FakeStage):
    core.hears("erin", "group urology is @Bob", space="Cardiology")
    core.hears("erin", "poster ward 3 for urology")
    client, desk = app_of(core), f"/d/{desk_at(core)}"
    assert "<button" in client.get(desk).text
    core.hears("bob", "off duty", space="Cardiology")
    assert "Nobody is here right now." in said(client.get(desk))


def test_addresses_that_lead_nowhere_say_so_and_are_counted(core: FakeStage):
    client = app_of(core)
    answers = [client.get(f"/d/nothing{number:02}") for number in range(21)]
    assert {each.status_code for each in answers[:20]} == {404}
    assert "There is no desk at this address." in said(answers[0])
    assert answers[20].status_code == 429
    assert client.get("/d/x").status_code == 429


def test_a_typed_address_may_be_in_capitals(client: FlaskClient, desk: str):
    assert "Front desk" in said(client.get(f"/d/{desk.removeprefix('/d/').upper()}"))


def test_the_digits_are_asked_for_and_may_be_wrong_ten_times(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology with code")
    digits = re.findall(r"Digits: (\d{4})$", text_of(poster_in(core)), re.MULTILINE)[0]
    desk, client = f"/d/{desk_at(core)}", app_of(core)
    page = client.get(desk)
    assert 'inputmode="numeric"' in page.text
    wrong = form_of(page) | {"digits": f"{(int(digits) + 1) % 10_000:04}"}
    answers = [client.post(desk, data=wrong) for _ in range(11)]
    assert [each.status_code for each in answers] == [403] * 10 + [429]
    assert "These aren’t the digits on the poster." in said(answers[0])
    assert asked(core) == 0
    assert client.post(desk, data=form_of(page) | {"digits": digits}).status_code == 303


def test_one_address_may_not_press_for_ever(core: FakeStage, desk: str):
    client = app_of(core)
    codes = [
        client.post(desk, data={"form": f"another page number {number}"}).status_code
        for number in range(31)
    ]
    assert codes[0] == 303
    assert codes[-1] == 429


def test_a_screen_shows_a_code_that_calls(core: FakeStage, client: FlaskClient):
    core.hears("erin", "poster front desk for cardiology on a screen")
    screen = re.findall(r"/d/screen/\w+", core.told("erin")[-1].text)[0]
    page = client.get(screen)
    assert page.status_code == 200
    assert "<svg" in page.text
    assert 'http-equiv="refresh" content="15"' in page.text
    _, address = core.desks.screen(screen.rpartition("/")[2])
    path, _, code = address.partition("://")[2].partition("/")[2].partition("?k=")
    assert "Please scan the code on the screen" in said(client.get(f"/{path}"))
    form = form_of(client.get(f"/{path}?k={code}"))
    assert form["k"] == code
    assert client.post(f"/{path}", data=form).status_code == 303
    assert client.get(f"/d/screen/{path[2:]}").status_code == 404


def test_what_an_administrator_named_a_desk_is_shown_and_does_nothing(core: FakeStage):
    core.hears("erin", "poster <script>alert(1)</script> for cardiology")
    client = app_of(core)
    page = client.get(f"/d/{desk_at(core)}")
    assert "<script>alert" not in page.text
