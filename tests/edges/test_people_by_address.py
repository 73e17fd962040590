"""Who has an address is asked once in a while; who has an id, each time."""

from __future__ import annotations

import pytest

from bot.core.domain.commands import Guest
from bot.core.domain.errors import NotFound
from bot.core.steps.webex_steps import ReadPerson
from bot.edges.webex.people_by_address import MOST, REMEMBERED, PeopleByAddress

ERIN = Guest("erin-id", "erin@example.com", "Erin Expert")


class Directory:
    """Knows Erin, counts who is asked for, and has a clock set by hand."""

    def __init__(self) -> None:
        self.asked: list[ReadPerson] = []
        self.now = 0.0
        self.people = PeopleByAddress(self.read, lambda: self.now)

    def read(self, step: ReadPerson) -> Guest:
        self.asked.append(step)
        if step.email == "nobody@example.com":
            raise NotFound
        return ERIN


@pytest.fixture
def directory() -> Directory:
    return Directory()


def test_an_address_is_asked_for_once_in_some_minutes(directory: Directory):
    by_address = ReadPerson(email="erin@example.com")
    assert {directory.people.read_person(by_address) for _ in range(3)} == {ERIN}
    assert len(directory.asked) == 1
    directory.now += REMEMBERED
    directory.people.read_person(by_address)
    assert len(directory.asked) == 2


def test_an_id_is_asked_for_each_time(directory: Directory):
    for _ in range(2):
        directory.people.read_person(ReadPerson("erin-id"))
    assert len(directory.asked) == 2


def test_who_is_unknown_is_asked_for_again(directory: Directory):
    for _ in range(2):
        with pytest.raises(NotFound):
            directory.people.read_person(ReadPerson(email="nobody@example.com"))
    assert len(directory.asked) == 2


def test_only_so_many_are_remembered(directory: Directory):
    for number in range(MOST + 1):
        directory.people.read_person(ReadPerson(email=f"{number}@example.com"))
    directory.people.read_person(ReadPerson(email=f"{MOST}@example.com"))
    assert len(directory.asked) == MOST + 1
    directory.people.read_person(ReadPerson(email="0@example.com"))
    assert len(directory.asked) == MOST + 2
