"""Nobody gets more messages than a command is worth."""

from __future__ import annotations

from bot.core.parsing.grammar import RULES
from tests.messages_by_command import CROWDED, SCENES, Scene, played
from tests.rows import for_each

MOST = 2
EXTRA = {"picture to scan"}


@for_each("scene", [*SCENES, *CROWDED])
def test_nobody_gets_more_than_two_messages(scene: Scene):
    for direct in (False, True):
        for who, sent in played(scene, direct=direct).items():
            kinds = [each.kind for each in sent if each.kind not in EXTRA]
            assert len(kinds) <= MOST, (scene.title, direct, who, kinds)
            assert len(set(kinds)) == len(kinds), (scene.title, direct, who, kinds)


@for_each("scene", [scene for scene in SCENES if scene.said])
def test_whoever_says_something_is_answered_where_they_said_it(scene: Scene):
    is_guest = scene.by != "erin"
    for direct in (False, True):
        place = "a guest in Webex" if is_guest else "you" if direct else "the space"
        assert played(scene, direct=direct)[place], (scene.title, place)


def test_every_command_is_played():
    assert {rule.name for rule in RULES} <= {scene.command for scene in SCENES}
