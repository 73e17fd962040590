"""Email over SMTP on loopback: encrypted, unencrypted, and with faults."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes
from email.headerregistry import Address
from email.policy import default
from pathlib import Path

import pytest
import trustme

from bot.core.domain.errors import Passing, Refused, TokenRefused, Trouble
from bot.core.domain.mail_server import MailServer
from bot.core.steps.mail_steps import Mail, SendMail
from bot.edges.delivery import smtp as edge
from bot.edges.delivery.smtp import Mailer, trouble_of
from bot.sandbox.page.post_office import PATH, open_post_office
from bot.sandbox.webex.faults import NotFoundYet, Reset, ServerError
from bot.sandbox.webex.world import World

SENDER = Address("Example", "no-reply", "example.com")
LINK = "https://guest.example/secret"
MAIL = SendMail(Mail("m1", "alice@x.com", "erin@example.com", "Hello", f"{LINK}\n", "<p>Hi</p>"))


@pytest.fixture(scope="module")
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(ca: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process trust our authority, as an operator does: OpenSSL reads the variable."""
    file = tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


def context(ca: trustme.CA, name: str = "localhost") -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(name).configure_cert(made)
    return made


@contextmanager
def office(
    scheme: str, user: str = "", tls: ssl.SSLContext | None = None, bounces: str = ""
) -> Iterator[tuple[World, Mailer]]:
    world = World()
    with open_post_office(world, tls, starttls=scheme == "smtp") as port:
        server = MailServer.at(f"{scheme}://{user}localhost:{port}")
        yield world, Mailer(server, SENDER, bounces)


def arrived(world: World) -> str:
    [mail] = world.mails_of("alice@x.com")
    read = message_from_bytes(mail.data, policy=default)
    return f"{read['Message-ID']} {read['Subject']}"


def test_a_mail_arrives_under_its_own_name() -> None:
    with office("smtp+plain") as (world, mailer):
        assert mailer.send(MAIL).message_id == "m1"
        assert arrived(world) == "<m1@example.com> Hello"


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("scheme", ["smtps", "smtp"])
def test_it_arrives_encrypted_and_after_a_login(scheme: str, ca: trustme.CA) -> None:
    with office(scheme, "bot:sandbox@", context(ca)) as (world, mailer):
        mailer.send(MAIL)
        assert arrived(world) == "<m1@example.com> Hello"


@pytest.mark.usefixtures("trusted")
def test_a_wrong_mail_password_is_the_administrators_problem(ca: trustme.CA) -> None:
    with (
        office("smtps", "bot:wrong@", context(ca)) as (_, mailer),
        pytest.raises(TokenRefused),
    ):
        mailer.send(MAIL)


@pytest.mark.parametrize("scheme", ["smtps", "smtp"])
def test_a_server_with_an_untrusted_certificate_gets_no_mail(scheme: str, ca: trustme.CA) -> None:
    with (
        office(scheme, "bot:sandbox@", context(ca)) as (world, mailer),
        pytest.raises(TokenRefused),
    ):
        mailer.send(MAIL)
    assert world.mails == []


@pytest.mark.usefixtures("trusted")
def test_a_server_with_a_wrong_certificate_gets_no_mail(ca: trustme.CA) -> None:
    with (
        office("smtps", "bot:sandbox@", context(ca, "elsewhere.example")) as (world, mailer),
        pytest.raises(TokenRefused),
    ):
        mailer.send(MAIL)
    assert world.mails == []


def test_a_server_without_the_required_starttls_gets_no_mail() -> None:
    world = World()
    with open_post_office(world) as port, pytest.raises(TokenRefused):
        Mailer(MailServer.at(f"smtp://bot:sandbox@localhost:{port}"), SENDER).send(MAIL)
    assert world.mails == []


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [(ServerError(503), Passing), (Reset(), Passing), (NotFoundYet(), Refused)],
)
def test_replies_are_temporary_or_permanent(fault, trouble: type[Trouble]) -> None:
    with office("smtp+plain") as (world, mailer):
        world.faults = [replace(fault, path=PATH)]
        with pytest.raises(trouble) as raised:
            mailer.send(MAIL)
        assert "alice" not in repr(raised.value) + str(raised.value.__dict__)
        assert raised.value.__cause__ is None
        mailer.send(MAIL)
        assert len(world.mails) == 1


def test_a_mail_whose_receipt_was_lost_comes_again_under_the_same_name() -> None:
    with office("smtp+plain") as (world, mailer):
        world.faults = [Reset(path=PATH, late=True)]
        with pytest.raises(Passing):
            mailer.send(MAIL)
        mailer.send(MAIL)
        names = {message_from_bytes(each.data)["Message-ID"] for each in world.mails}
        assert (len(world.mails), names) == (2, {"<m1@example.com>"})


def test_an_unreachable_server_is_a_passing_outage() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Passing):
        Mailer(MailServer.at(f"smtp+plain://127.0.0.1:{port}"), SENDER).send(MAIL)


def test_a_silent_server_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edge, "TIMEOUT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(Passing):
            Mailer(MailServer.at(f"smtp+plain://127.0.0.1:{port}"), SENDER).send(MAIL)


def test_with_all_connections_in_use_a_mail_waits_without_a_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(edge, "CONNECTIONS", 0)
    with office("smtp+plain") as (_, mailer), pytest.raises(Passing) as raised:
        mailer.send(MAIL)
    assert raised.value.retry_after == edge.RETRY_WHEN_BUSY


def refused(code: int, said: bytes) -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused({"alice@x.com": (code, said)})


REFUSED = {"alice@x.com": (550, b"no"), "bob@x.com": (550, b"no")}


@pytest.mark.parametrize(
    ("failure", "trouble"),
    [
        (smtplib.SMTPRecipientsRefused(REFUSED), Refused),
        (smtplib.SMTPRecipientsRefused({"alice@x.com": (451, b"later")}), Passing),
        (smtplib.SMTPSenderRefused(550, b"not you", "no-reply@example.com"), TokenRefused),
        (smtplib.SMTPAuthenticationError(454, b"later"), Passing),
        (smtplib.SMTPDataError(554, b"spam"), TokenRefused),
        (smtplib.SMTPDataError(550, b"5.1.1 no such user"), Refused),
        (smtplib.SMTPDataError(550, b"5.4.5 Daily user sending limit exceeded"), TokenRefused),
        (refused(550, b"5.7.1 relaying denied"), TokenRefused),
        (refused(550, b"relay not permitted"), TokenRefused),
        (refused(550, b"5.7.606 Access denied, banned sending IP"), TokenRefused),
        (refused(530, b"authentication required"), TokenRefused),
        (refused(553, b"5.1.8 sender unknown"), TokenRefused),
        (refused(550, b"5.1.1 at 10.5.7.1: no such user"), Refused),
        (refused(550, b"5.2.2 mailbox full"), Refused),
        (refused(550, b"5.4.1 recipient address rejected"), Refused),
        (refused(553, b"5.6.7 no such letters"), Refused),
        (refused(550, b"no such user"), Refused),
        (refused(450, b"4.7.1 greylisted"), Passing),
        (smtplib.SMTPDataError(452, b"full"), Passing),
        (smtplib.SMTPServerDisconnected("gone"), Passing),
        (TimeoutError(), Passing),
    ],
    ids=repr,
)
def test_a_reply_tells_whose_fault_it_is(failure: Exception, trouble: type[Trouble]) -> None:
    assert type(trouble_of(failure)) is trouble


def test_an_address_that_the_server_cannot_write_is_the_addresss_fault() -> None:
    step = replace(MAIL, mail=replace(MAIL.mail, to="jörg@other.org"))
    with office("smtp+plain") as (world, mailer), pytest.raises(Refused):
        mailer.send(step)
    assert world.mails == []


def test_bounces_go_where_they_can_be_read() -> None:
    with office("smtp+plain", bounces="bounces+{id}@example.com") as (world, mailer):
        mailer.send(MAIL)
        [mail] = world.mails_of("alice@x.com")
        read = message_from_bytes(mail.data, policy=default)
    assert read["Return-Path"] == "<bounces+m1@example.com>"
    assert read["From"] == "Example <no-reply@example.com>"
