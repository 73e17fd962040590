"""Desks with posters, in the town of these tests."""

from __future__ import annotations

from bot.core.domain.desks import Desk
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.steps.desk_steps import ReadDeskAddresses, SaveDesk
from bot.core.steps.expert_steps import SaveGroup
from bot.edges.storage.database import connect, prepare
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.meeting_secrets import MeetingSecrets
from bot.sandbox.webex.model import Message
from tests.engine.town import Town


def hung(town: Town, url: str, name: str = "front desk") -> str:
    """Hang a poster that calls a space; return the path of its desk."""
    desk = Desk(name, "support", f"a seed of {name} that is its own key")
    database = connect(url)
    prepare(database)
    tier = Tier(town.space("Cardiology").id)
    Ledger(database).expert_groups.save(SaveGroup(ExpertGroup(desk.group, (tier,))))
    desks = DeskStore(database, MeetingSecrets())
    desks.save(SaveDesk(desk))
    database.dispose()
    return desks.addresses(ReadDeskAddresses(desk, "")).page


def cards(town: Town) -> list[Message]:
    """Return the cards that ask for an expert, the oldest first."""
    return [each for each in list(town.world.messages.values()) if each.cards]
