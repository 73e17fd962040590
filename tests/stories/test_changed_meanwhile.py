"""What changes between a crash and the next start changes nothing about a command in progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.domain.access import Access
from bot.core.domain.limits import Limits
from bot.core.domain.meetings import Preferences
from bot.core.steps.preference_steps import SavePreferences
from bot.core.wording.languages import Languages
from bot.sandbox.webex.faults import Fault, ServerError
from bot.sandbox.webex.model import Draft, Message
from tests.stories.fake import FakeStage
from tests.stories.test_crashes import BY_MAIL, bot, mailed, remembered, told

SAID = "meet alice@x.com @Bob here 1 guests about the boiler"
LATER = "meet alice@x.com @Bob here tomorrow 3pm about the boiler"
STEPS = range(40)
"""More than this command has."""

Change = Callable[[FakeStage], object]


def command_of(stage: FakeStage) -> Message:
    author = stage.person("erin").id
    return next(each for each in stage.world.messages.values() if each.author_id == author)


def edited(stage: FakeStage) -> None:
    message = command_of(stage)
    draft = Draft(text=message.text.replace("alice@x.com", "mallory@x.com"))
    assert "mallory" in stage.world.edit(message, stage.person("erin"), draft).text


def deleted(stage: FakeStage) -> None:
    stage.world.delete(command_of(stage), stage.person("erin"))


def nobody_may(stage: FakeStage) -> None:
    stage.settings(access=Access.parse("nobody@example.com"))


def limited(stage: FakeStage) -> None:
    stage.settings(most_guests=1, most_minutes=15, limits=Limits(per_person=1), ways=BY_MAIL)


def moved_abroad(stage: FakeStage) -> None:
    """Have the installation, the space and the host use another time zone and language."""
    here = stage.installation
    stage.settings(
        languages=Languages(here.languages.spoken, "de"),
        defaults=replace(here.defaults, zone="Asia/Tokyo", language="de"),
        region="JP",
    )
    erin, [space] = (
        stage.person("erin"),
        [each for each in stage.world.spaces_of(stage.person("erin")) if each.title == "Support"],
    )
    for owner in (erin.id, space.id):
        stage.performer.perform(
            SavePreferences(owner, Preferences(zone="Asia/Tokyo", language="fr"))
        )


def without_database(stage: FakeStage) -> None:
    """Take the database away for ten seconds."""
    file, turn = Path(stage.database.url.database or ""), stage.clock.turn
    until, away = stage.clock.now + timedelta(seconds=10), file.with_suffix(".away")
    file.rename(away)

    def turn_and_bring_back(seconds: float) -> None:
        turn(seconds)
        if away.exists() and stage.clock.now >= until:
            away.rename(file)

    stage.clock.turn = turn_and_bring_back  # type: ignore[method-assign]  # it is this story's own


def fails(*faults: Fault) -> Change:
    return lambda stage: setattr(stage, "faults", list(faults))


BROKER_FOR_A_MINUTE = fails(ServerError(path="joseencrypt", times=6))
WEBEX_FOR_A_MINUTE = fails(ServerError(path="/messages", times=6))
BROKER_FOR_GOOD = fails(ServerError(403, path="joseencrypt", times=None))

HARMLESS: dict[str, Change] = {
    "edited": edited,
    "deleted": deleted,
    "nobody may": nobody_may,
    "limits": limited,
    "webex for a minute": WEBEX_FOR_A_MINUTE,
    "languages and zones": moved_abroad,
    "database away": without_database,
}


def crash(stage: FakeStage, after: int, change: Change, said: str = SAID) -> bool:
    """Have the bot crash after a step and `change` happen; return whether there was a decision."""
    happened = []

    def restarts() -> None:
        if stage.engine.has_decided:
            happened.append(change(stage))

    stage.engine.crashes, stage.engine.restarts = after.__eq__, restarts
    stage.hears("erin", said)
    stage.clock.turn(10)
    return bool(happened)


def interrupted(change: Change, said: str = SAID) -> Iterator[FakeStage]:
    """Give the command once for each step after its decision, and crash right after that step."""
    crashes = 0
    for after in STEPS:
        with bot() as stage:
            if crash(stage, after, change, said):
                crashes += 1
                yield stage
            elif crashes:
                break  # it has no more steps
    assert crashes > 5


def left(stage: FakeStage) -> tuple[object, ...]:
    """Return what people read and the ledger holds, without the command itself."""
    if any(each.author_id == stage.person("erin").id for each in stage.world.messages.values()):
        deleted(stage)
    read = [[(text, has_cards) for text, has_cards, _ in some] for some in told(stage)]
    return read, mailed(stage), remembered(stage)


@pytest.mark.parametrize("said", [SAID, LATER], ids=["now", "later"])
@pytest.mark.parametrize("name", HARMLESS)
def test_a_command_in_progress_goes_by_what_was_decided(name: str, said: str):
    with bot() as stage:
        stage.hears("erin", said)
        undisturbed = left(stage)
    for stage in interrupted(HARMLESS[name], said):
        assert left(stage) == undisturbed


@pytest.mark.parametrize("change", [BROKER_FOR_A_MINUTE, BROKER_FOR_GOOD])
def test_after_a_crash_everybody_has_a_link_or_the_host_reads_who_has_none(change: Change):
    unlucky = 0
    for stage in interrupted(change):
        stage.faults = []
        words = " ".join(each.text for each in stage.said())
        for who, named in (("alice@x.com", "alice@x.com"), ("bob", "Bob Builder")):
            links = sum(len(each.links) for each in stage.told(who))
            assert links == words.count(f"{named}: invited by direct message"), words
            sorry = f"I was interrupted before {named} had the link" in words
            assert links + sorry + ("Nobody was invited" in words) == 1, words
            unlucky += sorry
        assert "the message to forward" not in words
    assert bool(unlucky) is (change is BROKER_FOR_GOOD)
