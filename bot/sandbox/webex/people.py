"""The people and their tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from bot.sandbox.webex import ids
from bot.sandbox.webex.live import Live
from bot.sandbox.webex.model import Person, Refusal
from bot.sandbox.webex.movable_clock import Clock, utc_now


class People(Live):
    """Everybody with a Webex account or an invitation to one."""

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__(clock)
        self.people: dict[str, Person] = {}
        self.tokens: dict[str, str] = {}
        self._ids_by_email: dict[str, str] = {}

    def add_person(
        self,
        name: str,
        email: str,
        token: str = "",
        kind: Literal["person", "bot"] = "person",
        **details: Any,
    ) -> Person:
        """Give somebody an account and an API token."""
        with self.lock:
            person = self._keep(replace(self._person(name, email, kind), details=details))
            if token:
                self.tokens[token] = person.id
            return person

    def change_person(self, person: Person, **changes: Any) -> Person:
        """Change the fields of somebody's account."""
        with self.lock:
            return self._keep(replace(person, **changes))

    def delete_person(self, person: Person) -> None:
        """Delete somebody's account and tokens. What they said stays."""
        with self.lock:
            self.tokens = {one: who for one, who in self.tokens.items() if who != person.id}
            self._keep(replace(person, has_account=False, deleted=True))

    def person(self, person_id: str) -> Person:
        """Return the person with this id.

        Raises:
            Refusal: 404, there is none.
        """
        with self.lock:
            if person_id not in self.people:
                raise Refusal(404, "The requested resource could not be found.")
            return self.people[person_id]

    def person_by_email(self, email: str) -> Person | None:
        """Return the person with this address, ignoring case."""
        with self.lock:
            return self.people.get(self._ids_by_email.get(email.strip().lower(), ""))

    def person_or_invited(self, email: str) -> Person:
        """Return the person with this address, inviting them if they have no account."""
        with self.lock:
            known = self.person_by_email(email)
            return known or self._keep(self._person(email, email, "person", has_account=False))

    def who(self, token: str) -> Person | None:
        """Return the owner of a token.

        Cisco's JavaScript SDK reads a person's organization from ``<token>_<anything>_<org>``.
        """
        with self.lock:
            known = self.tokens.get(token) or self.tokens.get(token.partition("_")[0], "")
            return self.people.get(known)

    def _person(
        self, name: str, email: str, kind: Literal["person", "bot"], has_account: bool = True
    ) -> Person:
        email = email.strip().lower()
        if not _looks_like_an_address(email):
            raise Refusal(400, "The email address is not valid.")
        org_id = ids.of_organization("" if kind == "bot" else email.rpartition("@")[2])
        return Person(
            ids.of_person(email),
            email,
            name.strip() or email,
            org_id,
            kind,
            self.clock(),
            has_account=has_account,
        )

    def _keep(self, person: Person) -> Person:
        self.people[person.id] = person
        self._ids_by_email[person.email] = person.id
        return person


def _looks_like_an_address(email: str) -> bool:
    name, at, domain = email.partition("@")
    return (
        bool(name and at and domain) and "@" not in domain and not set(email) & set(" \t\r\n<>,;")
    )
