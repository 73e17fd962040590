"""Conversations ask what the source of links can do, never which source it is."""

from __future__ import annotations

from bot.core.domain.capabilities import Capabilities
from tests.stories.fake import FakeStage


def test_a_source_that_dials_no_devices_is_not_asked_to(core: FakeStage):
    core.settings(source=Capabilities(short=True))
    core.hears("erin", "meet alice@x.com with Room 12", space=None)
    assert core.told("alice@x.com") == []
    assert core.broker.asked == []


def test_a_source_without_short_links_is_asked_for_long_ones(core: FakeStage):
    core.settings(source=Capabilities(devices=True), doors_at="")
    core.hears("erin", "meet alice@x.com", space=None)
    assert [each.short for each in core.broker.asked] == [False]
