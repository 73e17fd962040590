"""Asks the bot for meetings over HTTPS, for programs that have a key."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Unpack

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.util import Retry

from bot.core.domain.url_trust import is_trustworthy
from bot.portal_meetings import (
    Invitee,
    MeetingOptions,
    PortalExpertRequest,
    PortalLinks,
    PortalMeeting,
)

TIMEOUT = (5.0, 30.0)
"""Seconds to connect, and to hear from the bot, which answers within ten."""

ATTEMPTS = 4


class PortalError(Exception):
    """The bot refused a request, or didn't answer.

    Args:
        status: the HTTP status; 0 if there was no answer.
        detail: what is wrong and what to do.
        errors: the fields that are wrong, each with ``pointer`` and ``detail``.
    """

    def __init__(self, status: int, detail: str, errors: Sequence[dict[str, str]] = ()) -> None:
        wrong = "".join(f" {each['pointer']}: {each['detail']}" for each in errors)
        super().__init__(f"{detail}{wrong}")
        self.status, self.detail, self.errors = status, detail, tuple(errors)


class Portal:
    """The bot's API. Also a context manager. Each thread needs one of its own.

    A request whose answer is lost is repeated under the same name, so that nothing is done twice.

    Args:
        address: where the bot is reached, such as ``https://bot.example.com``.
        key: made by ``python -m bot keys new``.

    Raises:
        ValueError: the key would be sent unencrypted to another machine.
    """

    def __init__(self, address: str, key: str) -> None:
        self._address = address.rstrip("/")
        if not is_trustworthy(self._address):
            raise ValueError("The address must begin with https://.")
        self._session = requests.Session()
        self._session.auth = _Bearer(key)
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=_again()))

    def create_meeting(
        self,
        host: str,
        guests: Sequence[Invitee] = (),
        *,
        once: str | None = None,
        **options: Unpack[MeetingOptions],
    ) -> PortalMeeting:
        """Make a meeting, invite its guests and tell its host.

        Args:
            host: the address of the host.
            guests: whom to invite.
            once: names the request; the same name later makes no second meeting.
            options: see `MeetingOptions`.

        Raises:
            PortalError: there is no meeting.
        """
        body = {"host": host, "guests": _plain(guests), **options}
        if "opens" in options:
            body["opens"] = options["opens"].isoformat()
        return PortalMeeting.from_json(self._post("/meetings", body, once).json())

    def meeting(self, meeting_id: str) -> PortalMeeting:
        """Return a meeting.

        Raises:
            PortalError: the program has no such meeting.
        """
        return _meeting_in(self._ask("GET", f"/meetings/{meeting_id}"))

    def meetings(self) -> Iterator[PortalMeeting]:
        """Yield the program's meetings, newest first.

        Raises:
            PortalError: they can't be read.
        """
        yield from map(PortalMeeting.from_json, self._listed("/meetings"))

    def change(
        self,
        meeting: PortalMeeting,
        *,
        topic: str | None = None,
        opens: datetime | None = None,
        minutes: int | None = None,
    ) -> PortalMeeting:
        """Rename, move or extend a meeting, and return it as it is now.

        Args:
            meeting: as it was read; one that was just made is changed whatever it has become.
            topic: what it is about instead.
            opens: when it begins instead, timezone-aware.
            minutes: how long it lasts instead.

        Raises:
            PortalError: it changed since it was read (412), or the bot refused.
        """
        body = {"topic": topic, "opens": opens and opens.isoformat(), "minutes": minutes}
        unless = {"If-Match": meeting.version} if meeting.version else {}
        body = _without_nothing(body)
        asked = self._ask("PATCH", f"/meetings/{meeting.id}", json=body, headers=unless)
        return _meeting_in(asked)

    def cancel(self, meeting_id: str) -> None:
        """Cancel a meeting, and tell its guests.

        Raises:
            PortalError: it is over.
        """
        self._ask("DELETE", f"/meetings/{meeting_id}")

    def invite(
        self,
        meeting_id: str,
        guests: Sequence[Invitee],
        *,
        language: str | None = None,
        once: str | None = None,
    ) -> PortalMeeting:
        """Invite guests, and return the meeting.

        Raises:
            PortalError: the bot refused.
        """
        body = {"guests": _plain(guests), "language": language}
        return _meeting_in(self._post(f"/meetings/{meeting_id}/guests", body, once))

    def remove(self, meeting_id: str, guest_id: str) -> None:
        """Withdraw a guest's invitation, and tell them.

        Raises:
            PortalError: the meeting is over, or has no such guest.
        """
        self._ask("DELETE", f"/meetings/{meeting_id}/guests/{guest_id}")

    def links(
        self, meeting_id: str, *, hosts: int = 0, guests: int = 1, once: str | None = None
    ) -> PortalLinks:
        """Return fresh links to a meeting.

        Raises:
            PortalError: the meeting is over, or the key lacks the scope.
        """
        body = {"hosts": hosts, "guests": guests}
        answer = self._post(f"/meetings/{meeting_id}/links", body, once)
        return PortalLinks.from_json(answer.json())

    def ask_expert(
        self,
        requester: str,
        group: str,
        guests: Sequence[Invitee] = (),
        *,
        topic: str | None = None,
        reference: str | None = None,
        once: str | None = None,
    ) -> PortalExpertRequest:
        """Ask a group of experts. The first to take the request becomes the host.

        Args:
            requester: the address of the person who asks.
            group: its name.
            guests: who meets the expert; by default the requester.
            topic: what it is about; experts see it.
            reference: your own name for it.
            once: names the request; the same name asks nobody a second time.

        Raises:
            PortalError: there is no such group, or the bot refused.
        """
        body: dict[str, Any] = {"requester": requester, "group": group}
        body |= {"guests": _plain(guests), "topic": topic, "reference": reference}
        return PortalExpertRequest.from_json(self._post("/expert-requests", body, once).json())

    def expert_request(self, request_id: str) -> PortalExpertRequest:
        """Return a request to a group of experts. `cancel` ends it.

        Raises:
            PortalError: the program has no such request.
        """
        answer = self._ask("GET", f"/expert-requests/{request_id}")
        return PortalExpertRequest.from_json(answer.json())

    def expert_requests(self) -> Iterator[PortalExpertRequest]:
        """Yield the program's requests to groups of experts, newest first.

        Raises:
            PortalError: they can't be read.
        """
        yield from map(PortalExpertRequest.from_json, self._listed("/expert-requests"))

    def close(self) -> None:
        """Close the connections to the bot."""
        self._session.close()

    def __enter__(self) -> Portal:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def _post(self, path: str, body: dict[str, Any], once: str | None) -> requests.Response:
        name = {"Idempotency-Key": once or uuid.uuid4().hex}
        return self._ask("POST", path, json=_without_nothing(body), headers=name)

    def _listed(self, path: str) -> Iterator[Mapping[str, Any]]:
        cursor: str | None = ""
        while cursor is not None:
            query = {"limit": "100"} | ({"cursor": cursor} if cursor else {})
            page = self._ask("GET", path, params=query).json()
            yield from page["data"]
            cursor = page["next_cursor"]

    def _ask(self, method: str, path: str, **how: Any) -> requests.Response:
        how |= {"timeout": TIMEOUT, "allow_redirects": False}
        try:
            answer = self._session.request(method, f"{self._address}/v1{path}", **how)
        except requests.RequestException as error:
            raise PortalError(0, f"The bot didn't answer: {type(error).__name__}.") from None
        if answer.ok and not answer.is_redirect:
            return answer
        raise _error_in(answer)


class _Bearer(AuthBase):
    """Sends a key, whatever a .netrc says."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._key}"
        return request


class _RetryAfter(Retry):
    """Repeats a request when the bot says when to."""

    RETRY_AFTER_STATUS_CODES = frozenset({409, 429, 503})


def _again() -> Retry:
    return _RetryAfter(
        ATTEMPTS - 1,
        allowed_methods=None,
        redirect=False,
        backoff_factor=0.5,
        raise_on_status=False,
        retry_after_max=60,
    )


def _plain(guests: Sequence[Invitee]) -> list[dict[str, Any]]:
    return [_without_nothing(vars(each)) for each in guests]


def _without_nothing(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if value is not None}


def _meeting_in(answer: requests.Response) -> PortalMeeting:
    return PortalMeeting.from_json(answer.json(), answer.headers.get("ETag", ""))


def _error_in(answer: requests.Response) -> PortalError:
    try:
        told = answer.json()
        return PortalError(answer.status_code, told["detail"], told.get("errors", ()))
    except (ValueError, TypeError, KeyError):
        return PortalError(answer.status_code, f"The bot answered with {answer.status_code}.")
