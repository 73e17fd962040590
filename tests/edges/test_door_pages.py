"""The door's pages: what they show, what a press does, and what everything else doesn't."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from structlog.testing import capture_logs
from werkzeug.test import TestResponse

from bot.core.domain.doors import (
    Closed,
    DoorState,
    Early,
    Enter,
    HostView,
    Press,
    Reply,
    Rsvp,
    Start,
    Unavailable,
    Visitor,
    VisitorState,
    Wait,
)
from bot.core.domain.errors import DatabaseAway
from bot.core.domain.links import GuestLink, HostLink
from bot.core.wording.languages import FOR_HOSTS, NAMES
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
from tests.rows import for_each

LINK = "https://instant.example.com/visit/abc?a=1&b=2"
UNKNOWN = "a-token-that-nobody-ever-made"
BYTES = 30_000
DOOR, HOST_DOOR = f"/j/{GUEST}", f"/h/{HOST}"
HOSTILE = '<script>alert(1)</script>"><img src=x>'


@pytest.fixture
def doors() -> FakeDoors:
    return FakeDoors(press_gives=[Enter(GuestLink(LINK))], start_gives=Start(HostLink(LINK)))


@pytest.fixture
def client(doors: FakeDoors) -> FlaskClient:
    return door_app(doors, limits=never_reached()).test_client()


def text_of(answer: TestResponse) -> str:
    """Return what a page says, without its scripts, styles and tags."""
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", answer.get_data(as_text=True))
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def body_of(answer: TestResponse) -> str:
    """Return a page without what is different each time."""
    return re.sub(r'nonce="[^"]+"', "", answer.get_data(as_text=True))


# What only reads


@for_each("method", ["GET", "HEAD"])
@for_each("path", ["", "/state", "/invite.ics", "/join", "/rsvp", "/again"])
def test_looking_changes_nothing_and_shows_no_link(doors, client, method: str, path: str):
    answer = client.open(DOOR + path, method=method)
    assert answer.status_code in {200, 303}
    assert doors.done == []
    assert b"instant.example.com/visit" not in answer.data
    assert "Set-Cookie" not in answer.headers


@for_each("path", [DOOR, HOST_DOOR, "/lost", f"/j/{UNKNOWN}"])
def test_every_page_has_the_headers_that_protect_it(client, path: str):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert re.fullmatch(
        r"default-src 'none'; script-src 'nonce-[\w-]{22}'; style-src 'nonce-[\w-]{22}';"
        r" img-src 'self'; connect-src 'self'; form-action 'self' https://instant\.example\.com;"
        r" base-uri 'none'; frame-ancestors 'none'",
        policy,
    )
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert headers["Permissions-Policy"] == "camera=(self), microphone=(self)"
    assert headers["X-Content-Type-Options"] == "nosniff"


@for_each("path", ["/state", "/invite.ics", "/join"])
def test_every_answer_besides_pages_keeps_the_address_of_the_door_secret(client, path: str):
    headers = client.get(DOOR + path).headers
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_a_nonce_is_used_once(client):
    policies = {client.get(DOOR).headers["Content-Security-Policy"] for _ in range(3)}
    assert len(policies) == 3


def test_the_logo_may_be_loaded_from_where_it_is(doors):
    site = door_site(logo="https://cdn.example.org/logo.png")
    answer = door_app(doors, site).test_client().get(DOOR)
    assert "img-src 'self' https://cdn.example.org;" in answer.headers["Content-Security-Policy"]
    assert '<img src="https://cdn.example.org/logo.png" alt="Example Clinic">' in answer.text


@for_each("state", list(DoorState))
@for_each("code", list(NAMES))
def test_every_page_is_small_and_in_the_readers_language(doors, client, state, code: str):
    doors.shown = door_view(state=state, shared=True, reply=Reply.IN_5, rsvp=Rsvp.LATE)
    answer = client.get(DOOR, headers={"Accept-Language": code})
    assert f'<html lang="{code}">' in answer.text
    assert len(answer.data) < BYTES
    assert "{" not in text_of(answer)
    assert "built-in" not in answer.text, "the template shows a method instead of a text"


@for_each("code", list(NAMES))
def test_every_other_page_of_a_guest_is_small_and_in_their_language(doors, code: str):
    given = {"Accept-Language": code}
    away = door_app(FakeDoors(trouble=DatabaseAway())).test_client()
    doors.press_gives = [Unavailable(), Enter(GuestLink(LINK))]
    client = door_app(doors, limits=never_reached()).test_client()
    answers = [
        *(client.get(each, headers=given) for each in (f"/j/{UNKNOWN}", "/lost")),
        client.post("/lost", data={"address": "alice@x.com"}, headers=given),
        *(client.post(f"{DOOR}/join", headers=given) for _ in range(2)),
        client.post(f"{DOOR}/join", headers={"Sec-Fetch-Site": "cross-site", **given}),
        away.get(DOOR, headers=given),
    ]
    assert [each.status_code for each in answers] == [404, 200, 200, 503, 200, 403, 503]
    for each in answers:
        assert f'<html lang="{code}">' in each.text
        assert len(each.data) < BYTES


@for_each("code", list(NAMES))
def test_a_page_with_many_messages_shows_the_newest_and_stays_small(doors, client, code: str):
    told = tuple(f"{'é' * 280} {number}." for number in range(20))
    doors.shown = door_view(
        state=DoorState.EARLY, host="É" * 80, subject="É" * 200, reply=Reply.IN_5, messages=told
    )
    page = client.get(DOOR, headers={"Accept-Language": code})
    assert re.findall(r"é (\d+)\.", page.text) == ["15", "16", "17", "18", "19"]
    assert len(page.data) < BYTES


def test_a_page_tells_who_invites_about_what_and_when(doors, client):
    doors.shown = door_view(state=DoorState.EARLY)
    told = text_of(client.get(DOOR))
    assert "Erin Expert invites you to a video meeting about “the invoice”." in told
    assert "(Europe/Berlin, UTC+01:00)" in told
    assert "(UTC)" in told
    assert "Example Clinic" in told


def test_the_title_of_the_page_tells_nothing_to_chats_that_preview_links(client):
    page = client.get(DOOR).text
    assert re.findall(r"<title>(.*?)</title>", page) == ["Video meeting"]
    assert "og:" not in page
    assert 'name="description"' not in page


@for_each("state", [DoorState.EARLY, DoorState.WAITING, DoorState.OVER, DoorState.CALLED_OFF])
def test_there_is_no_join_button_unless_one_can_join(doors, client, state: DoorState):
    doors.shown = door_view(state=state)
    assert f'action="{DOOR}/join"' not in client.get(DOOR).text


@pytest.mark.parametrize("state", [DoorState.OVER, DoorState.CALLED_OFF])
def test_a_closed_door_says_so_and_offers_to_ask_for_a_new_time(doors, client, state):
    doors.shown = door_view(state=state)
    said = text_of(client.get(DOOR))
    assert {
        DoorState.OVER: "This meeting is over.",
        DoorState.CALLED_OFF: "Erin Expert cancelled the video meeting about “the invoice”.",
    }[state] in said
    answer = client.post(f"{DOOR}/again", follow_redirects=True)
    assert doors.done == [("ask_again",)]
    assert "The host knows that you’d like a new time." in text_of(answer)


def test_what_people_wrote_is_shown_and_does_nothing(doors, client):
    doors.shown = door_view(host=HOSTILE, subject=HOSTILE, messages=(HOSTILE,))
    page = client.get(DOOR).text
    assert "<img src=x>" not in page
    assert "alert(1)</script>" not in page
    assert page.count("&lt;img src=x&gt;") >= 3


# Languages


@for_each(
    ("query", "accepted", "invited", "shown"),
    [
        ("", "fr-CH, fr;q=0.9, en;q=0.8", "de", "fr"),
        ("", "zh-CN, zh;q=0.9", "de", "de"),
        ("", "zh-CN", None, "en"),
        ("?lang=ja", "fr", "de", "ja"),
        ("?lang=xx", "fr", "de", "fr"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_browsers_or_the_invitations(
    query: str, accepted: str, invited: str | None, shown: str
):
    client = door_app(FakeDoors(shown=door_view(language=invited))).test_client()
    page = client.get(DOOR + query, headers={"Accept-Language": accepted}).text
    assert f'<html lang="{shown}">' in page


def test_a_chosen_language_stays_when_a_button_is_pressed(doors, client):
    doors.shown = door_view(state=DoorState.EARLY)
    page = client.get(f"{DOOR}?lang=de").text
    assert f'action="{DOOR}/rsvp?lang=de"' in page
    answer = client.post(f"{DOOR}/rsvp?lang=de", data={"answer": "there"})
    assert answer.headers["Location"] == f"{DOOR}?lang=de"


# Presses


def test_a_press_leads_into_the_meeting_by_a_page_and_not_by_a_redirect(doors, client):
    answer = client.post(f"{DOOR}/join")
    assert answer.status_code == 200
    written = LINK.replace("&", "&amp;")
    assert f'<meta http-equiv="refresh" content="0; url={written}">' in answer.text
    assert f'href="{written}"' in answer.text
    assert doors.done == [("press", "", None)]


@for_each("press", [Wait(), Early(), Closed()])
def test_a_press_that_does_not_open_goes_back_to_the_door(doors, client, press: Press):
    doors.press_gives = [press]
    answer = client.post(f"{DOOR}/join")
    assert (answer.status_code, answer.headers["Location"]) == (303, DOOR)


def test_a_press_while_there_are_no_links_can_be_repeated_by_a_button_and_by_itself(doors, client):
    doors.press_gives = [Unavailable()]
    doors.shown = door_view(shared=True)
    answer = client.post(f"{DOOR}/join", data={"name": "Alice"})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "The meeting can’t be opened right now." in text_of(answer)
    assert '<form id="retry"' in answer.text
    assert '<input type="hidden" name="name" value="Alice">' in answer.text


def test_a_door_that_is_gone_by_the_time_of_the_press_is_unknown(doors, client):
    doors.press_gives = [None]
    assert client.post(f"{DOOR}/join").status_code == 404


def test_visitors_of_a_shared_door_are_told_apart_and_may_say_their_names(doors, client):
    doors.shown = door_view(shared=True)
    assert 'name="name"' in client.get(DOOR).text
    first = client.post(f"{DOOR}/join", data={"name": "  Alice  "})
    cookie = first.headers["Set-Cookie"]
    for attribute in ("HttpOnly", "Secure", "SameSite=Lax", f"Path={DOOR}", "Max-Age=86400"):
        assert attribute in cookie
    client.set_cookie("visitor", re.findall(r"visitor=([^;]+)", cookie)[0], path=DOOR)
    client.post(f"{DOOR}/join", data={"name": ""})
    (_, one, name), (_, two, no_name) = doors.done
    assert one == two
    assert len(one) >= 20
    assert (name, no_name) == ("Alice", None)


def test_a_guest_of_their_own_door_gets_no_cookie(client):
    answer = client.post(f"{DOOR}/join", data={"name": "Somebody else"})
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("answer", list(Rsvp))
def test_a_guest_says_whether_they_come(doors, client, answer: Rsvp):
    doors.shown = door_view(state=DoorState.EARLY)
    page = client.post(f"{DOOR}/rsvp", data={"answer": answer.value}, follow_redirects=True)
    assert doors.done == [("rsvp", answer)]
    assert "You told Erin Expert: “I" in text_of(page)


@for_each("state", [DoorState.EARLY, DoorState.OPEN])
def test_a_shared_door_cannot_tell_whose_answer_it_would_be(doors, client, state: DoorState):
    doors.shown = door_view(state=state, shared=True)
    assert "/rsvp" not in client.get(DOOR).text


def test_an_answer_that_nobody_offered_is_ignored(doors, client):
    assert client.post(f"{DOOR}/rsvp", data={"answer": "perhaps"}).status_code == 303
    assert doors.done == []


@for_each("path", [f"{DOOR}/join", f"{DOOR}/again", f"{HOST_DOOR}/start", "/lost"])
@for_each("site", ["cross-site", "same-site"])
def test_a_press_on_another_sites_page_is_refused(doors, client, path: str, site: str):
    answer = client.post(path, data={"address": "a@x.com"}, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert doors.done == []


# The state


def test_the_state_is_small_and_costs_nothing_while_it_stays(doors, client):
    answer = client.get(f"{DOOR}/state")
    assert answer.json == {"state": "open", "version": "1"}
    tag = {"If-None-Match": answer.headers["ETag"]}
    same = client.get(f"{DOOR}/state", headers=tag)
    assert (same.status_code, same.data) == (304, b"")
    doors.change(reply=Reply.COMING)
    assert client.get(f"{DOOR}/state", headers=tag).json["version"] == "2"


@for_each(
    ("reply", "says"),
    [
        (Reply.COMING, "Erin Expert is coming."),
        (Reply.IN_5, "Erin Expert will be there in 5 minutes."),
        (Reply.IN_15, "Erin Expert will be there in 15 minutes."),
        (Reply.NOT_TODAY, "Erin Expert can’t make it today."),
    ],
)
def test_the_hosts_answer_is_on_the_page(doors, client, reply: Reply, says: str):
    doors.shown = door_view(state=DoorState.WAITING, reply=reply)
    page = client.get(DOOR)
    assert says in text_of(page)
    assert ("/again" in page.text) == (reply is Reply.NOT_TODAY)


def test_a_page_without_scripts_is_updated_by_itself_until_that_is_stopped(client):
    refresh = '<noscript><meta http-equiv="refresh" content="15"></noscript>'
    assert refresh in client.get(DOOR).text
    assert f'href="{DOOR}?paused=1"' in client.get(DOOR).text
    assert refresh not in client.get(f"{DOOR}?paused=1").text


def test_the_calendar_entry_is_a_file(client):
    answer = client.get(f"{DOOR}/invite.ics")
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="invite.ics"'


# Doors that there are none of


def test_every_token_that_opens_nothing_gets_the_same_answer(client):
    answers = [client.get(f"/j/{token}") for token in (UNKNOWN, "x", "%00", HOST, "a" * 200)]
    assert {each.status_code for each in answers} == {404}
    assert len({body_of(each) for each in answers}) == 1
    assert "This link doesn’t lead to a meeting." in text_of(answers[0])
    assert 'href="/lost"' in answers[0].text


@for_each("path", ["/join", "/rsvp", "/again"])
def test_nothing_can_be_done_at_an_unknown_door(doors, client, path: str):
    assert client.post(f"/j/{UNKNOWN}{path}", data={"answer": "there"}).status_code == 404
    assert doors.done == []


# A lost link


@pytest.mark.parametrize(
    "address", ["alice@x.com", "nobody@nowhere.example", "+49 171 3920042", "what?"]
)
def test_every_address_gets_the_same_answer(doors, client, address: str):
    answer = client.post("/lost", data={"address": address})
    assert answer.status_code == 200
    told = text_of(answer)
    assert "If that address is invited to a meeting, a new link is on its way" in told
    assert address not in answer.text
    assert doors.done == [("lost", address)]


@for_each("address", ["", "   ", f"{'a' * 250}@x.com"])
def test_without_an_address_the_form_is_shown_again(doors, client, address: str):
    assert "Send my link" in text_of(client.post("/lost", data={"address": address}))
    assert doors.done == []


# Trouble


@for_each("path", [DOOR, f"{DOOR}/state"])
def test_without_a_database_the_page_says_so_kindly(doors, client, path: str):
    doors.trouble = DatabaseAway()
    answer = client.get(path)
    assert answer.status_code == 503
    assert "This page can’t be shown right now." in text_of(answer)
    assert '<a class="button" href="">Try again</a>' in answer.text


def test_a_bug_shows_a_kind_page_and_no_token_is_logged(doors, client):
    doors.trouble = RuntimeError(f"a bug with {GUEST} and {LINK}")  # type: ignore[assignment]
    with capture_logs() as logs:
        answer = client.post(f"{DOOR}/join")
    assert answer.status_code == 503
    assert "Please try again in a few minutes." in text_of(answer)
    assert logs
    assert GUEST not in str(logs)
    assert "instant.example.com" not in str(logs)


# The host


def visiting(**given: object) -> HostView:
    now = host_view().opens
    people = (
        Visitor("v1", "Alice", now, VisitorState.WAITING),
        Visitor("v2", "bob@x.com", now, VisitorState.JOINED, Reply.IN_5),
        Visitor("v3", "", now, VisitorState.ADMITTED),
    )
    return host_view(visitors=people, **given)


def test_the_host_sees_who_is_here_and_lets_them_in(doors, client):
    doors.shown_to_host = visiting()
    page = client.get(HOST_DOOR)
    told = text_of(page)
    for words in ("Your meeting “the invoice” (#12)", "Alice waiting since", "bob@x.com joined at"):
        assert words in told
    assert "A guest can come in" in told
    assert re.search(r"Alice waiting since \d\d:\d\d \(Europe/Berlin\)", told)
    for whose in ("Message for Alice: I’m coming", "Message for this guest: I’m coming"):
        assert whose in told
    assert page.text.count("/admit") == 1
    client.post(f"{HOST_DOOR}/admit", data={"visitor": "v1"})
    client.post(f"{HOST_DOOR}/reply", data={"visitor": "v2", "answer": "in 5 minutes"})
    client.post(f"{HOST_DOOR}/reply", data={"visitor": "v2", "answer": "never"})
    assert doors.done == [("admit", "v1"), ("reply", "v2", Reply.IN_5)]


@for_each("method", ["GET", "HEAD"])
@for_each("path", ["", "/state", "/meeting.ics", "/start", "/admit", "/reply"])
def test_looking_at_a_host_s_page_changes_nothing(doors, client, method: str, path: str):
    doors.shown_to_host = visiting(planned=True)
    sent = {"visitor": "v1", "answer": "in 5 minutes"}
    answer = client.open(HOST_DOOR + path, method=method, query_string=sent)
    assert answer.status_code in {200, 303}
    assert doors.done == []
    assert b"instant.example.com/visit" not in answer.data


def test_the_host_starts_by_a_press_alone(doors, client):
    assert "instant.example.com/visit" not in client.get(HOST_DOOR).text
    answer = client.post(f"{HOST_DOOR}/start")
    assert answer.status_code == 200
    assert f'content="0; url={LINK.replace("&", "&amp;")}"' in answer.text
    assert doors.done == [("start",)]


def test_the_host_is_told_when_there_are_no_links(doors, client):
    doors.start_gives = Unavailable()
    assert client.post(f"{HOST_DOOR}/start").status_code == 503
    doors.start_gives = Early()
    assert client.post(f"{HOST_DOOR}/start").headers["Location"] == HOST_DOOR
    doors.start_gives = None
    assert client.post(f"{HOST_DOOR}/start").status_code == 404


def test_once_the_host_is_in_there_is_nothing_to_answer(doors, client):
    doors.shown_to_host = visiting(started=True)
    page = client.get(HOST_DOOR)
    assert "/reply" not in page.text
    assert "Message for" not in page.text
    assert "Join again" in text_of(page)


@for_each("state", list(DoorState))
@for_each("code", list(FOR_HOSTS))
def test_every_page_of_a_host_is_small_and_in_their_language(doors, client, state, code: str):
    doors.shown_to_host = visiting(state=state)
    answer = client.get(HOST_DOOR, headers={"Accept-Language": code})
    assert f'<html lang="{code}">' in answer.text
    assert len(answer.data) < BYTES


def test_the_host_puts_a_later_meeting_into_their_calendar(doors, client):
    assert "Add to calendar" not in client.get(HOST_DOOR).text
    assert client.get(f"{HOST_DOOR}/meeting.ics").status_code == 404
    doors.change_for_host(planned=True, state=DoorState.EARLY)
    assert f'href="{HOST_DOOR}/meeting.ics">Add to calendar<' in client.get(HOST_DOOR).text
    entry = client.get(f"{HOST_DOOR}/meeting.ics")
    assert entry.mimetype == "text/calendar"
    assert entry.headers["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    doors.change_for_host(state=DoorState.CALLED_OFF)
    assert "Remove from calendar" in client.get(HOST_DOOR).text


def test_a_guests_token_opens_no_hosts_page(doors, client):
    assert client.get(f"/h/{GUEST}").status_code == 404
    assert client.post(f"/h/{GUEST}/start").status_code == 404
    assert doors.done == []


def test_the_hosts_state_is_small(doors, client):
    answer = client.get(f"{HOST_DOOR}/state")
    assert answer.json == {"state": "open", "version": "1"}
    tag = {"If-None-Match": answer.headers["ETag"]}
    assert client.get(f"{HOST_DOOR}/state", headers=tag).status_code == 304


# Addresses


def test_the_pages_work_below_a_path_of_their_host(doors):
    site = door_site(public_url=lambda: "https://example.com/connect/")
    client = door_app(doors, site).test_client()
    doors.shown = door_view(shared=True)
    assert f'action="/connect{DOOR}/join"' in client.get(DOOR).text
    answer = client.post(f"{DOOR}/again")
    assert answer.headers["Location"] == f"/connect{DOOR}?said=again"
    assert f"Path=/connect{DOOR}" in client.post(f"{DOOR}/join").headers["Set-Cookie"]
