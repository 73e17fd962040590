"""Every sentence the bot can say: what happened, then what to do next.

Whatever a person wrote goes in by `inert`; a link goes in by its own text type.
"""

from bot.core.replies.general import (
    broken,
    greeting,
    help_text,
    no_meeting,
    not_allowed,
    too_many,
    unclear,
)
from bot.core.replies.invitations import (
    guest_note,
    guests_to_hand_on,
    host_note,
    hosts_to_hand_on,
    no_private_word,
    receipt,
    space_note,
    undelivered,
)

__all__ = [
    "broken",
    "greeting",
    "guest_note",
    "guests_to_hand_on",
    "help_text",
    "host_note",
    "hosts_to_hand_on",
    "no_meeting",
    "no_private_word",
    "not_allowed",
    "receipt",
    "space_note",
    "too_many",
    "unclear",
    "undelivered",
]
