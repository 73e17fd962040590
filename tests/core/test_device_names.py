"""Devices are found by the names that the installation gives them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.domain.commands import Command, Guest, Meet, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.text.mentions import Said
from tests.rows import for_each

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DEVICES = ("Lobby", "Room 12", "Ward 3", "Ward 3 North", "Grüner Saal (2. Stock)", "Café")
TOMORROW = NOW.replace(day=24, hour=15)
ALICE = Guest(email="alice@x.com")


def heard(sentence: str) -> Command:
    return grammar.parse(Said(sentence), NOW, DEVICES)


@for_each(
    ("said", "devices"),
    [
        ("meet with Lobby", ("Lobby",)),
        ("meet with the lobby please", ("Lobby",)),
        ("meet using LOBBY", ("Lobby",)),
        ("meet dial Lobby", ("Lobby",)),
        ("meet with Lobby and Room 12", ("Lobby", "Room 12")),
        ("meet with Room 12 and Lobby", ("Room 12", "Lobby")),
        ("meet with room 12, lobby & the café", ("Room 12", "Lobby", "Café")),
        ("meet with Ward 3", ("Ward 3",)),
        ("meet with Ward 3 North", ("Ward 3 North",)),
        ("meet with grüner saal (2. Stock)", ("Grüner Saal (2. Stock)",)),
        ('meet with "Lobby"', ("Lobby",)),
        ("connect with Lobby", ("Lobby",)),
        ("talk with Lobby", ("Lobby",)),
    ],
)
def test_a_device_is_known_by_its_name(said: str, devices: tuple[str, ...]) -> None:
    command = heard(said)
    assert isinstance(command, Meet), command
    assert tuple(each.title() for each in command.devices) == tuple(map(str.title, devices))


@for_each(
    ("said", "meant"),
    [
        (
            "meet alice@x.com with Lobby tomorrow 3pm for 45m",
            Meet((ALICE,), devices=("Lobby",), opens=TOMORROW, minutes=45),
        ),
        ("meet with alice@x.com and Lobby", Meet((ALICE,), devices=("Lobby",))),
        ("meet with Lobby and alice@x.com", Meet((ALICE,), devices=("Lobby",))),
        ("meet about the roof with Lobby", Meet(subject="the roof", devices=("Lobby",))),
        ("meet about the lobby", Meet(subject="the lobby")),
        ("meet with Lobby dial it", Meet(devices=("Lobby",), dial=True)),
    ],
)
def test_the_words_around_a_device_are_understood(said: str, meant: Meet) -> None:
    assert heard(said) == meant


def test_a_device_alone_is_asked_about() -> None:
    command = heard("Dial Lobby please")
    assert isinstance(command, Unclear)
    assert command.meant == Meet(devices=("Lobby",))


@for_each("said", ["meet with Alice", "meet with Lob", "meet Lobby"])
def test_other_words_are_still_unknown_people(said: str) -> None:
    command = heard(said)
    assert isinstance(command, Unclear)
    assert command.hint is Hint.WHO


def test_a_name_without_a_device_is_an_unknown_person() -> None:
    command = grammar.parse(Said("meet with Lobby"), NOW)
    assert isinstance(command, Unclear)
    assert command.hint is Hint.WHO
