"""Takes back messages whose links are replaced or cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.core.domain.meetings import Delivery
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import DeleteMessage, EditMessage
from bot.core.wording.texts import Text


def withdrawal_steps(
    messages: Iterable[Delivery], instead: Callable[[Delivery], Text]
) -> tuple[Step, ...]:
    """Return the steps that take messages back: an edit, or deletion if they can't be edited.

    Webex doesn't let a message with a card be edited, nor any message more than ten times.
    https://developer.webex.com/docs/api/v1/messages/edit-a-message
    """
    by_message = {each.message_id: each for each in messages if each.message_id}
    return tuple(_retirement(each, instead(each)) for each in by_message.values())


def _retirement(carrier: Delivery, instead: Text) -> Step:
    message_id = str(carrier.message_id)
    if carrier.card or carrier.room_id is None:
        return DeleteMessage(message_id)
    return EditMessage(message_id, carrier.room_id, instead)
