"""Robots may answer what a person asked for, and not what nobody asked for just now."""

from __future__ import annotations

from tests.stories.fake import FakeStage


def test_a_reminder_is_automatic_and_nothing_else_is(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00")
    core.passes(days=1, hours=5, minutes=55)
    core.hears("erin", "extend 30m", space=None)
    core.hears("erin", "cancel", space=None)
    invitation, reminder, update, cancellation = core.mailed("alice@x.com")
    assert reminder.message["Auto-Submitted"] == "auto-generated"
    for mail in (invitation, update, cancellation):
        assert mail.message["Auto-Submitted"] is None
