"""Reads the people, bots and rooms of an emulated Webex from a TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.sandbox.webex.model import ADMIN, Person, Refusal
from bot.sandbox.webex.world import World, small_world


class WorldFileError(Exception):
    """The file can't be read, or describes a world that can't exist."""


Status = Literal[
    "active",
    "call",
    "DoNotDisturb",
    "inactive",
    "meeting",
    "OutOfOffice",
    "pending",
    "presenting",
    "unknown",
]
"""https://developer.webex.com/docs/api/v1/people/get-person-details"""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Member(_Table):
    name: str = Field(min_length=1)
    email: str
    token: str = ""
    admin: bool = False
    status: Status | None = None


class _Room(_Table):
    title: str = Field(min_length=1)
    members: list[str] = Field(min_length=1)


class _WorldFile(_Table):
    people: list[_Member] = Field(min_length=1)
    bots: list[_Member] = []
    rooms: list[_Room] = []


def read_world(path: Path | None) -> World:
    """Return a new world with what the file names; without a file, that of the sandbox.

    Raises:
        WorldFileError: the file can't be read, or says something that cannot be.
    """
    if path is None:
        return small_world()
    try:
        return _made(_WorldFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))
    except ValidationError as wrong:
        lines = [f"{_place(each['loc'])}: {each['msg']}" for each in wrong.errors()]
        raise WorldFileError(f"{path}: {'; '.join(lines)}.") from None
    except (OSError, ValueError) as wrong:
        raise WorldFileError(f"{path}: {wrong}") from None
    except Refusal as refusal:
        raise WorldFileError(f"{path}: {refusal.message}") from None


def _made(file: _WorldFile) -> World:
    world = World()
    for each in file.people:
        _add(world, each, "person")
    for each in file.bots:
        _add(world, each, "bot")
    for room in file.rooms:
        first, *others = [_member(world, email) for email in room.members]
        space = world.create_space(first, room.title)
        for person in others:
            world.join(space, person, first)
    return world


def _add(world: World, member: _Member, kind: Literal["person", "bot"]) -> None:
    if world.person_by_email(member.email):
        raise Refusal(409, f"{member.email} is listed twice")
    token = member.token or f"token-of-{member.email.partition('@')[0].replace('_', '-')}"
    if token in world.tokens:
        raise Refusal(409, f"the token of {member.email} is taken: give them another one")
    details: dict[str, Any] = {"roles": [ADMIN]} if member.admin else {}
    details |= {"status": member.status} if member.status else {}
    world.add_person(member.name, member.email, token, kind, **details)


def _member(world: World, email: str) -> Person:
    person = world.person_by_email(email)
    if person is None:
        raise Refusal(404, f"{email} is a member of a room, but neither a person nor a bot")
    return person


def _place(steps: tuple[int | str, ...]) -> str:
    return ".".join(str(each + 1) if isinstance(each, int) else each for each in steps) or "file"
