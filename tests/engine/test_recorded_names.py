"""What was recorded before a class got another name is read after it, and the other way round."""

from __future__ import annotations

from bot.core.conversations.requests.decision import TellCardWasReplaced, TellUnreadable
from bot.core.domain.errors import Refused
from bot.edges.durable import codec
from bot.process.translations import spoken
from tests.engine.scripted import INSTALLATION


def test_a_decision_is_recorded_under_its_first_name():
    gone = TellCardWasReplaced("the-person", "de", INSTALLATION)
    unreadable = TellUnreadable("the-room", Refused(), INSTALLATION)
    for decision, name in ((gone, "Retired"), (unreadable, "NotRead")):
        recorded = codec.to_plain(decision)
        assert recorded["type"] == name
        read = codec.from_plain(recorded, spoken)
        assert (type(read), codec.to_plain(read)) == (type(decision), recorded)
