"""The door's pages in a browser: a guest on a phone, a host, and a mail scanner before them."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask, redirect, request

from bot.core.domain.doors import (
    DoorState,
    DoorView,
    Enter,
    Reply,
    Rsvp,
    Start,
    Unavailable,
    Visitor,
    VisitorState,
    Wait,
)
from bot.core.domain.links import GuestLink, HostLink
from bot.sandbox.wsgi_thread import Server
from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_accessibility import IN_SCHEME, axe
from tests.edges.fake_doors import (
    GUEST,
    HOST,
    FakeDoors,
    door_app,
    door_site,
    door_view,
    host_view,
    never_reached,
)

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

SMALL = {"width": 320, "height": 640}
MINUTE = 60_000  # milliseconds of the page's clock
STUBBORN = {"status of 503", "status of 404", "ERR_INTERNET_DISCONNECTED"}
"""What the browser notes of answers that these tests ask for."""


@dataclass
class House:
    """A door, and a meeting on another site behind it.

    Args:
        doors: the door.
        door: the address of the guest's page.
        host: the address of the host's page.
        windows: opens windows.
        meeting: the address of the site with the meeting.
        callers: what the meeting was told of where its guests come from.
        ahead: by how many seconds the door's clock was moved.
    """

    doors: FakeDoors
    door: str
    host: str
    windows: Any
    meeting: str
    callers: list[str | None]
    ahead: list[float]
    faults: list[str] = field(default_factory=list)
    contexts: list[Any] = field(default_factory=list)

    def window(self, size: dict[str, int] = PHONE, language: str = "en-GB", **more: Any) -> Any:
        """Return a window of a person's own, whose errors fail the test."""
        context = self.windows.browser.new_context(viewport=size, locale=language, **more)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and self.faults.append(said.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        return page


@pytest.fixture
def house(windows: Any) -> Iterator[House]:
    doors, callers, ahead = FakeDoors(), [], []
    with _meeting(callers) as meeting:
        site = door_site(
            public_url=lambda: None,
            link_origin=meeting,
            clock=lambda: time.time() + sum(ahead),
        )
        with Server(door_app(doors, site, never_reached()), threads=8) as server:
            doors.press_gives = [Enter(GuestLink(f"{meeting}/visit/guest"))]
            doors.start_gives = Start(HostLink(f"{meeting}/visit/host"))
            pages = (f"{server.url}/j/{GUEST}", f"{server.url}/h/{HOST}")
            found = House(doors, *pages, windows, meeting, callers, ahead)
            yield found
            for context in found.contexts:
                context.close()
    assert [each for each in found.faults if not any(one in each for one in STUBBORN)] == []


@contextmanager
def _meeting(callers: list[str | None]) -> Iterator[str]:
    """Serve a meeting's page, which leads on to a third site."""
    second, first = Flask("second"), Flask("first")

    @second.get("/talk/<who>")
    def talk(who: str) -> str:
        callers.append(request.headers.get("Referer"))
        return f"<title>talk</title><h1>In the meeting as {who}</h1>"

    with Server(second) as there:

        @first.get("/visit/<who>")
        def visit(who: str) -> Any:
            callers.append(request.headers.get("Referer"))
            return redirect(f"{there.url}/talk/{who}")

        @first.get("/here")
        def stay() -> str:
            return "<title>here</title><h1>Here</h1>"

        with Server(first) as here:
            yield here.url


def later(minutes: int, **given: Any) -> DoorView:
    """Return a door that opens in some minutes."""
    opens = datetime.now(UTC) + timedelta(minutes=minutes)
    early = {"state": DoorState.EARLY, "opens": opens, "enters": opens}
    return door_view(expires=opens + timedelta(hours=1), **{**early, **given})


def keep_seen(page: Any, name: str) -> None:
    """Keep what is seen where SCREENS names a folder."""
    if folder := os.environ.get("SCREENS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def pass_time(page: Any, until: Callable[[], bool]) -> None:
    """Let the page's clock run, a second at a time, until something is so."""
    late = time.monotonic() + 20
    while not until():
        assert time.monotonic() < late, "It never came."
        page.clock.run_for(1000)


# Joining


@pytest.mark.parametrize(
    ("language", "join"), [("en-GB", "Join"), ("de-DE", "Teilnehmen")], ids=["en", "de"]
)
def test_a_guest_on_a_phone_joins_by_one_press(house: House, language: str, join: str) -> None:
    page = house.window(SMALL, language, is_mobile=True, has_touch=True)
    page.goto(house.door)
    button = page.get_by_role("button", name=join, exact=True)
    assert button.bounding_box()["height"] >= 44
    button.tap()
    expect(page.locator("h1")).to_have_text("In the meeting as guest")
    assert house.callers == [None, None], "the meeting learns no address of a door"
    page.go_back()
    expect(page).to_have_url(house.door)
    expect(page.get_by_role("button", name=join, exact=True)).to_be_visible()
    assert len(house.doors.done) == 1


def test_a_guest_joins_by_keyboard_alone(house: House) -> None:
    page = house.window(WIDE)
    page.goto(house.door)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Join")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("In the meeting as guest")


def test_a_guest_without_scripts_joins_too(house: House) -> None:
    page = house.window(java_script_enabled=False)
    house.doors.shown = later(30)
    page.goto(house.door)
    expect(page.get_by_text("(Europe/Berlin")).to_be_visible()
    expect(page.get_by_role("button", name="Start the test")).to_be_hidden()
    page.get_by_role("button", name="I’m running late").click()
    expect(page.get_by_text("You told Erin Expert: “I’m running late”.")).to_be_visible()
    page.get_by_role("link", name="Stop updating this page").click()
    expect(page.get_by_role("link", name="Keep this page up to date")).to_be_visible()
    house.doors.change(state=DoorState.OPEN)
    page.reload()
    page.get_by_role("button", name="Join").click()
    expect(page.locator("h1")).to_have_text("In the meeting as guest")


def test_a_visitor_of_a_shared_door_says_who_they_are(house: House) -> None:
    house.doors.shown = door_view(shared=True)
    page = house.window()
    page.goto(house.door)
    page.get_by_label("Your name, so that Erin Expert knows who you are").fill("Alice")
    page.get_by_role("button", name="Join").click()
    expect(page.locator("h1")).to_have_text("In the meeting as guest")
    page.go_back()
    page.get_by_role("button", name="Join").click()
    expect(page.locator("h1")).to_have_text("In the meeting as guest")
    (_, first, name), (_, second, _) = house.doors.done
    assert (first, name) == (second, "Alice")


# What the page does by itself


def test_a_guest_who_waits_sees_the_hosts_answer_and_is_let_in(house: House) -> None:
    house.doors.press_gives = [Wait(), *house.doors.press_gives]
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    house.doors.change(state=DoorState.WAITING)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="Erin Expert knows that you’re here.")).to_be_visible()
    house.doors.change(reply=Reply.IN_5, messages=("I’m still on the phone.",))
    page.clock.run_for(5_000)
    expect(page.get_by_text("Erin Expert will be there in 5 minutes.").first).to_be_visible()
    expect(page.get_by_text("I’m still on the phone.")).to_be_visible()
    expect(page.locator("#status")).to_have_text("Erin Expert will be there in 5 minutes.")
    house.doors.change(state=DoorState.ADMITTED)
    pass_time(page, lambda: page.url.endswith("/talk/guest"))
    assert len(house.doors.done) == 2


def test_a_guest_who_is_early_hears_the_time_pass_and_then_joins(house: House) -> None:
    house.doors.shown = later(12)
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    expect(page.locator("#left")).to_contain_text(re.compile(r"You can join in 1[12]:\d\d"))
    status = page.locator("#status")
    expect(status).to_have_text("")
    for minutes, said in ((2, "10 minutes."), (5, "5 minutes."), (4, "1 minute.")):
        for _ in range(2 * minutes):  # together, since the page asks for the door's time meanwhile
            house.ahead.append(30.0)
            page.clock.run_for(MINUTE // 2)
        expect(status).to_have_text(f"You can join in {said}")
    house.doors.change(state=DoorState.OPEN)
    pass_time(page, page.get_by_role("button", name="Join").is_visible)
    expect(page.locator("#left")).to_have_count(0)


def test_the_time_that_is_left_follows_the_doors_clock(house: House) -> None:
    house.doors.shown = later(12)
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    left = page.locator("#left")
    expect(left).to_contain_text(re.compile(r"1[12]:\d\d"))
    house.ahead.append(5 * 60.0)
    with page.expect_response("**/state"):
        page.clock.run_for(11_000)
    for _ in range(20):
        page.clock.run_for(1000)
    expect(left).to_contain_text(re.compile(r" 0[67]:\d\d"))


def test_times_are_shown_where_the_guest_is(house: House) -> None:
    begins = datetime(2030, 7, 1, 14, 30, tzinfo=UTC)
    house.doors.shown = later(0, opens=begins, enters=begins)
    page = house.window(timezone_id="America/New_York")
    page.goto(house.door)
    expect(page.locator("#here")).to_have_text(
        re.compile(r"Where you are: Monday,? 1 July 2030 at 10:30")
    )
    page = house.window(timezone_id="Europe/Paris")
    page.goto(house.door)
    expect(page.get_by_text("16:30 (Europe/Berlin")).to_be_visible()
    expect(page.locator("#here")).to_be_hidden()


def test_the_end_of_an_open_meeting_is_shown_where_the_guest_is(house: House) -> None:
    ends = datetime(2030, 7, 1, 14, 30, tzinfo=UTC)
    house.doors.shown = door_view(state=DoorState.OPEN, expires=ends)
    page = house.window({"width": 320, "height": 640}, timezone_id="America/New_York")
    page.goto(house.door)
    expect(page.get_by_text("16:30 (Europe/Berlin")).to_be_visible()
    expect(page.locator("#here")).to_have_text(
        re.compile(r"Where you are: Monday,? 1 July 2030 at 10:30")
    )


def test_a_zone_west_of_utc_is_not_broken_at_its_hyphen(house: House) -> None:
    ends = datetime(2030, 7, 1, 14, 30, tzinfo=UTC)
    bogota = ZoneInfo("America/Bogota")
    house.doors.shown = door_view(state=DoorState.OPEN, expires=ends, host_zone=bogota)
    page = house.window(SMALL, timezone_id="America/Lima")
    page.goto(house.door)
    expect(page.locator("main")).to_contain_text("(America/Bogota, UTC\N{MINUS SIGN}05:00)")
    page = house.window(SMALL, timezone_id="America/Caracas")
    page.goto(house.door)
    expect(page.locator("#here")).to_contain_text("GMT\N{MINUS SIGN}4")


def test_a_page_without_a_connection_says_so_and_recovers(house: House) -> None:
    house.doors.shown = door_view(state=DoorState.WAITING)
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    page.context.set_offline(True)
    told = page.get_by_text("No connection. This page tries again by itself.")
    pass_time(page, told.is_visible)
    page.context.set_offline(False)
    house.doors.change(reply=Reply.COMING)
    pass_time(page, page.locator("#live").get_by_text("Erin Expert is coming.").is_visible)
    expect(told).to_be_hidden()


def test_what_was_typed_and_where_one_is_stays_when_the_page_changes(house: House) -> None:
    house.doors.shown = door_view(shared=True)
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    field = page.get_by_role("textbox")
    field.press_sequentially("Ali")
    house.doors.change(reply=Reply.COMING)
    page.clock.run_for(10_000)
    expect(page.locator("#live").get_by_text("Erin Expert is coming.")).to_be_visible()
    expect(field).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("ce")
    expect(field).to_have_value("Alice")


def test_a_page_whose_door_is_gone_says_so(house: House) -> None:
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    house.doors.view = lambda *_: None  # type: ignore[method-assign]
    page.clock.run_for(10_000)
    expect(page.locator("h1")).to_have_text("This link doesn’t lead to a meeting.")


def test_a_browser_too_old_for_the_script_reloads_the_page(house: House) -> None:
    def break_script(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, body=answer.text().replace('"use strict";', "not JavaScript")
        )

    page = house.window()
    page.clock.install()
    page.route(house.door, break_script)
    page.goto(house.door)
    house.doors.change(reply=Reply.COMING)
    page.clock.run_for(15_000)
    expect(page.get_by_text("Erin Expert is coming.")).to_be_visible()
    assert "SyntaxError" in house.faults[0] or "Unexpected" in house.faults[0]
    house.faults.clear()


def test_without_storage_a_guest_who_is_let_in_presses_once_more(house: House) -> None:
    house.doors.press_gives = [Wait(), *house.doors.press_gives]
    page = house.window()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException(); }})"
    )
    page.clock.install()
    page.goto(house.door)
    house.doors.change(state=DoorState.WAITING)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="Erin Expert knows that you’re here.")).to_be_visible()
    house.doors.change(state=DoorState.ADMITTED)
    page.clock.run_for(10_000)
    page.get_by_role("button", name="Join").click()
    expect(page.locator("h1")).to_have_text("In the meeting as guest")


def test_a_press_without_links_is_repeated_by_itself(house: House) -> None:
    house.doors.press_gives = [Unavailable(), Unavailable(), *house.doors.press_gives]
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("status")).to_have_text("Trying again. Please keep this page open.")
    pass_time(page, lambda: page.url.endswith("/talk/guest"))
    assert len(house.doors.done) == 3


def test_after_a_minute_the_guest_is_asked_to_try_again_later(house: House) -> None:
    house.doors.press_gives = [Unavailable()]
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    page.get_by_role("button", name="Join").click()
    given_up = page.get_by_text("It still doesn’t work. Please try again in a few minutes.")
    pass_time(page, given_up.is_visible)
    assert len(house.doors.done) == 7


# A mail scanner


@pytest.mark.parametrize("state", list(DoorState))
def test_a_mail_scanner_changes_nothing(house: House, state: DoorState) -> None:
    house.doors.shown = door_view(state=state, shared=True)
    page = house.window()
    assert page.request.head(house.door).status == 200
    assert page.request.get(house.door).status == 200
    page.clock.install()
    page.goto(house.door)
    page.clock.run_for(60 * MINUTE)
    links = page.eval_on_selector_all("a", "all => all.map((each) => each.href)")
    for link in {*links, *(f"{house.door}/{each}" for each in ("join", "rsvp", "again"))}:
        page.request.get(link)
    assert house.doors.done == []
    assert house.callers == []


def test_a_mail_scanner_that_looks_while_a_guest_is_let_in_does_not_enter(house: House) -> None:
    house.doors.shown = door_view(state=DoorState.WAITING)
    page = house.window()
    page.clock.install()
    page.goto(house.door)
    house.doors.change(state=DoorState.ADMITTED)
    page.clock.run_for(10_000)
    expect(page.get_by_role("button", name="Join")).to_be_visible()
    page.clock.run_for(10 * MINUTE)
    assert house.doors.done == []


# Headers, as Chromium keeps them


def test_a_form_may_lead_to_the_meetings_site_and_to_no_other(house: House) -> None:
    page = house.window()
    page.goto(house.door)
    blocked = _blocked(page, "form-action")
    page.evaluate(_FORM_TO, "http://127.0.0.1:9/elsewhere")
    assert blocked()
    house.faults.clear()
    page.evaluate(_FORM_TO, f"{house.meeting}/visit/guest")
    expect(page).to_have_url(house.door)  # Chromium blocks the third site, to which that leads on
    page.evaluate(_FORM_TO, f"{house.meeting}/here")
    expect(page.locator("h1")).to_have_text("Here")
    house.faults.clear()


_FORM_TO = """(url) => {
    const form = document.createElement("form");
    form.action = url;
    document.body.append(form);
    form.submit();
}"""


@pytest.mark.parametrize(
    ("directive", "attempt"),
    [
        ("script-src", ("document.body.append(Object.assign(document.createElement('script'),"
         " {textContent: 'document.title = 1'}))")),
        ("style-src", ("document.body.append(Object.assign(document.createElement('style'),"
         " {textContent: 'p { color: red }'}))")),
        ("connect-src", "fetch('http://127.0.0.1:9/').catch(() => 0)"),
        ("img-src", ("document.body.append(Object.assign(new Image(),"
         " {src: 'http://127.0.0.1:9/x.png'}))")),
        ("frame-src", ("document.body.append(Object.assign(document.createElement('iframe'),"
         " {src: location.href}))")),
        ("base-uri", ("document.head.append(Object.assign(document.createElement('base'),"
         " {href: 'http://127.0.0.1:9/'}))")),
    ],
)  # fmt: skip
def test_nothing_foreign_gets_into_the_page(house: House, directive: str, attempt: str) -> None:
    page = house.window()
    page.goto(house.door)
    blocked = _blocked(page, directive)
    page.evaluate(f"() => {{ {attempt} }}")
    assert blocked()
    house.faults.clear()


def test_no_other_page_can_frame_the_door(house: House) -> None:
    page = house.window()
    page.goto(f"{house.meeting}/here")
    page.evaluate(
        """(door) => new Promise((then) => document.body.append(
        Object.assign(document.createElement("iframe"), {src: door, onload: then})))""",
        house.door,
    )
    assert not [each for each in page.frames if each.get_by_role("button").count()]
    assert any("frame-ancestors" in each for each in house.faults)
    house.faults.clear()


def test_the_camera_is_for_this_page_alone(house: House) -> None:
    page = house.window()
    page.goto(house.door)
    allowed = "document.featurePolicy.getAllowlistForFeature('camera')"
    assert page.evaluate(allowed) == [house.door.rpartition("/j/")[0]]


def _blocked(page: Any, directive: str) -> Callable[[], bool]:
    """Watch for something that the page's policy forbids; return what waits for it."""
    page.evaluate(
        """(directive) => { window.blocked = new Promise((then) => document.addEventListener(
        "securitypolicyviolation",
        (event) => event.effectiveDirective.startsWith(directive) && then(true))) }""",
        directive,
    )
    return lambda: page.evaluate("window.blocked")


# Camera and microphone


def test_camera_and_microphone_are_tested_only_after_a_press(house: House) -> None:
    page = house.window(permissions=["camera", "microphone"])
    page.add_init_script(
        "const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);"
        "window.asked = 0; navigator.mediaDevices.getUserMedia = (what) =>"
        " { window.asked += 1; return ask(what); }"
    )
    page.goto(house.door)
    assert page.evaluate("window.asked") == 0
    page.get_by_role("button", name="Start the test").click()
    expect(page.locator("#test-video")).to_be_visible()
    expect(page.get_by_text("Your microphone works.")).to_be_visible()
    expect(page.locator("#test-video")).to_have_js_property("videoWidth", 640)
    keep_seen(page, "camera")
    page.get_by_role("button", name="Play a sound").click()
    expect(page.get_by_text("Heard nothing? Turn up the volume")).to_be_visible()
    page.get_by_role("button", name="End the test").click()
    expect(page.locator("#test-video")).to_be_hidden()
    assert page.evaluate("document.getElementById('test-video').srcObject") is None
    page.get_by_role("button", name="Join").click()
    expect(page.locator("h1")).to_have_text("In the meeting as guest")


def test_the_camera_is_turned_off_when_the_meeting_is_called_off(house: House) -> None:
    page = house.window()
    page.goto(house.door)
    page.get_by_role("button", name="Start the test").click()
    expect(page.locator("#test-video")).to_be_visible()
    house.doors.change(state=DoorState.CALLED_OFF)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("button", name="Ask for a new time")).to_be_visible()
    expect(page.get_by_role("button", name="Start the test")).to_be_hidden()
    assert page.evaluate("document.getElementById('test-video').srcObject") is None


@pytest.mark.parametrize(
    ("cause", "says"),
    [
        ("NotAllowedError", "The camera and microphone are blocked."),
        ("NotFoundError", "No camera or microphone found."),
        ("NotReadableError", "Another app is using the camera or microphone."),
        ("OverconstrainedError", "The camera and microphone don’t respond."),
    ],
)
def test_what_is_wrong_with_them_is_named_and_keeps_nobody_out(
    house: House, cause: str, says: str
) -> None:
    page = house.window()
    page.add_init_script(
        "navigator.mediaDevices.getUserMedia = async () =>"
        f" {{ throw new DOMException('', '{cause}'); }}"
    )
    page.goto(house.door)
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_text(says)).to_be_visible()
    page.get_by_role("button", name="Join").click()
    expect(page.locator("h1")).to_have_text("In the meeting as guest")


def test_an_app_without_a_camera_shows_the_address_to_copy(house: House) -> None:
    page = house.window(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("Object.defineProperty(navigator, 'mediaDevices', {value: undefined})")
    page.goto(f"{house.door}?lang=en")
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_text("This app can’t use the camera.")).to_be_visible()
    page.get_by_role("button", name="Copy the address").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == house.door


# The host


@pytest.mark.parametrize("language", ["en-GB", "de-DE"])
def test_a_host_sees_who_comes_and_lets_them_in(house: House, language: str) -> None:
    page = house.window(language=language)
    page.clock.install()
    page.goto(house.host)
    alice = Visitor("v1", "Alice", datetime.now(UTC), VisitorState.WAITING)
    house.doors.change_for_host(visitors=(alice,))
    page.clock.run_for(10_000)
    said = {"en-GB": "1 guest is waiting.", "de-DE": "1 Gast wartet."}[language]
    expect(page.locator("#status")).to_have_text(said)
    expect(page.get_by_role("listitem").filter(has_text="Alice")).to_be_visible()
    keep_seen(page, f"host-{language}")
    page.get_by_role("button", name=re.compile("In 5 minutes|In 5 Minuten")).click()
    page.get_by_role("button", name=re.compile("Let in|Hereinlassen")).click()
    admitted = replace(alice, state=VisitorState.ADMITTED)
    house.doors.change_for_host(visitors=(admitted,))
    let_in = page.get_by_role("button", name=re.compile("Let in|Hereinlassen"))
    pass_time(page, lambda: not let_in.count())
    page.get_by_role("button", name=re.compile("Start|starten")).click()
    expect(page.locator("h1")).to_have_text("In the meeting as host")
    done = [("reply", "v1", Reply.IN_5), ("admit", "v1"), ("start",)]
    assert house.doors.done == done
    assert house.callers == [None, None]


def test_a_host_lets_in_answers_and_starts_by_keyboard_alone(house: House) -> None:
    alice = Visitor("v1", "Alice", datetime.now(UTC), VisitorState.WAITING)
    house.doors.change_for_host(visitors=(alice,))
    page = house.window(WIDE)
    page.goto(house.host)
    for tabs, label in ((2, "Let in"), (3, "I’m coming"), (1, "Start the meeting")):
        for _ in range(tabs):
            page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(label)
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("In the meeting as host")
    assert house.doors.done == [("admit", "v1"), ("reply", "v1", Reply.COMING), ("start",)]


# Everybody


SEEN = {
    "early": later(90, rsvp=Rsvp.THERE, messages=("Please bring the plan.",)),
    "open": door_view(),
    "shared": door_view(shared=True, reply=Reply.NOT_TODAY),
    "waiting": door_view(state=DoorState.WAITING, reply=Reply.IN_15),
    "admitted": door_view(state=DoorState.ADMITTED),
    "over": door_view(state=DoorState.OVER),
    "called off": door_view(state=DoorState.CALLED_OFF),
}


def test_every_page_is_accessible(house: House) -> None:
    house.doors.press_gives = [Unavailable()]
    house.doors.shown_to_host = host_view(
        visitors=(Visitor("v1", "Alice", datetime.now(UTC), VisitorState.WAITING, Reply.IN_5),)
    )
    page = house.window(permissions=["camera", "microphone"])
    found = {}
    for name, view in SEEN.items():
        house.doors.shown = view
        page.goto(house.door)
        found[name] = _violations(page)
    house.doors.shown = SEEN["open"]
    page.goto(house.door)
    page.get_by_role("button", name="Start the test").click()
    page.get_by_text("Your microphone works.").wait_for()
    page.locator("summary").click()
    found["test"] = _violations(page)
    page.get_by_role("button", name="Join").click()
    found["unavailable"] = _violations(page)
    root = house.door.rpartition("/j/")[0]
    for name, address in (("host", house.host), ("lost", f"{root}/lost"), ("none", f"{root}/j/x")):
        page.goto(address)
        found[name] = _violations(page)
    page.goto(f"{root}/lost")
    page.get_by_role("textbox").fill("alice@x.com")
    page.get_by_role("button").click()
    found["sent"] = _violations(page)
    assert {name: each for name, each in found.items() if each} == {}


def _violations(page: Any) -> list[str]:
    found = []
    for scheme, checks in IN_SCHEME.items():
        page.emulate_media(color_scheme=scheme)
        results = axe.Axe().run(page, options={"runOnly": checks}).response["violations"]
        found += [f"{scheme}: {each['id']}: {each['nodes'][0]['html']}" for each in results]
    return found


@pytest.mark.parametrize("language", ["en-GB", "de-DE", "fr-FR", "ja-JP"])
def test_nothing_is_cut_off_on_a_small_phone_and_every_target_can_be_hit(
    house: House, language: str
) -> None:
    page = house.window(SMALL, language)
    for name, view in SEEN.items():
        house.doors.shown = replace(view, host="Dr. Wilhelmina Schloßgartenhausener-Müller")
        page.goto(house.door)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"], name
        assert page.eval_on_selector_all("a, button, summary, input", _SIDES) >= 24, name
        keep_seen(page, f"{name}-{language}")


_SIDES = """(all) => Math.min(...all
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((each) => each.getBoundingClientRect())
    .filter(({ width, height }) => width && height)
    .flatMap(({ width, height }) => [width, height]))"""
"""The shortest side of what is seen."""


def test_the_language_can_be_changed_and_stays(house: House) -> None:
    house.doors.shown = later(30)
    page = house.window()
    page.goto(house.door)
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    page.get_by_role("button", name="Ich verspäte mich").click()
    expect(page.get_by_text("Sie haben Erin Expert gesagt: „Ich verspäte mich“.")).to_be_visible()
    assert house.doors.done == [("rsvp", Rsvp.LATE)]


def test_a_lost_link_is_asked_for_from_the_page_of_a_dead_one(house: House) -> None:
    page = house.window()
    page.goto(house.door[:-1])
    page.get_by_role("link", name="Get my link again").click()
    page.get_by_label("Email address or phone number").fill("alice@x.com")
    page.get_by_role("button", name="Send my link").click()
    expect(page.get_by_text("a new link is on its way")).to_be_visible()
    assert house.doors.done == [("lost", "alice@x.com")]
