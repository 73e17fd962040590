"""When Webex rejects the token, nothing new is started, and it is logged once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog
from structlog.testing import capture_logs

from bot.core.domain.errors import Passing, TokenRefused, Trouble
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.mail_steps import Mail, SendMail
from bot.core.steps.sms_steps import PhoneMessage, SendText
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import ReadMessage
from bot.edges.web.receiver import create_receiver
from bot.edges.webex.token_health import ASK_AGAIN, TokenHealth, TokenWatcher


class Webex:
    """Refuses whatever it is asked, for as long as it has a reason."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.now = 0.0
        self.asked = 0

    def whoami(self) -> None:
        self.asked += 1
        if self.trouble:
            raise self.trouble

    def perform(self, _step: Step) -> None:
        if self.trouble:
            raise self.trouble


@pytest.fixture
def webex() -> Webex:
    return Webex()


@pytest.fixture
def standing(webex: Webex) -> TokenHealth:
    return TokenHealth(webex.whoami, lambda: webex.now)


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def perform(webex: Webex, standing: TokenHealth, step: Step = ReadMessage("m")) -> None:  # noqa: B008 - never changes
    try:
        TokenWatcher(webex, standing).perform(step)
    except Trouble:
        assert webex.trouble


def test_a_refused_token_is_logged_once_with_advice(webex: Webex, standing: TokenHealth):
    webex.trouble = TokenRefused()
    with capture_logs() as logs:
        for _ in range(3):
            perform(webex, standing)
    [line] = logs
    assert line["log_level"] == "error"
    assert "Set a new one" in line["advice"]
    assert not standing.restored()


def test_one_refused_call_does_not_mean_a_refused_token(webex: Webex, standing: TokenHealth):
    class OneCall(Webex):
        def perform(self, _step: Step) -> None:
            raise TokenRefused

    with pytest.raises(TokenRefused):
        TokenWatcher(OneCall(), standing).perform(ReadMessage("m"))
    assert standing.good


def test_a_mail_servers_refusal_says_nothing_about_the_token(webex: Webex, standing: TokenHealth):
    webex.trouble = TokenRefused()
    mail = Mail("m1", "alice@x.com", "erin@example.com", "A meeting", "Join.", "<p>Join.")
    text = PhoneMessage("t1", "+491713920042")
    for step in (SendMail(mail), SendText(text)):
        perform(webex, standing, step)
    assert standing.good
    assert webex.asked == 0


def test_webex_is_asked_now_and_then_whether_it_accepts_the_token_again(
    webex: Webex, standing: TokenHealth
):
    webex.trouble = TokenRefused()
    perform(webex, standing)
    webex.asked = 0
    assert [standing.restored() for _ in range(5)] == [False] * 5
    assert webex.asked == 0
    for trouble, good in ((TokenRefused(), False), (Passing(), False), (None, True)):
        webex.trouble, webex.now = trouble, webex.now + ASK_AGAIN
        assert standing.restored() is good
    assert webex.asked == 3


def test_a_successful_read_shows_that_the_token_is_accepted_again(
    webex: Webex, standing: TokenHealth
):
    standing.refused()
    perform(webex, standing, ReadMeeting(1))
    assert not standing.good  # that was no question to Webex
    perform(webex, standing)
    assert standing.good


@pytest.mark.parametrize(("good", "status"), [(True, 200), (False, 503)])
def test_health_tells_that_the_token_is_not_accepted(good: bool, status: int):
    receiver = create_receiver(print, "s" * 16, lambda: None, accepted=lambda: good)
    assert receiver.test_client().get("/healthz").status_code == status
