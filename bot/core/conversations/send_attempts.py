"""What came of each message: its outcome, and the deliveries that the ledger notes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.conversations.guest_messages import OutgoingMessage
from bot.core.domain.commands import Guest
from bot.core.domain.errors import Late, LinkLost, Overtaken, Passing, Trouble
from bot.core.domain.meetings import Delivery, Role, Way
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import Outcome, Posted


@dataclass(frozen=True)
class SendAttempt:
    """A message and its outcome."""

    message: OutgoingMessage
    outcome: Outcome

    @property
    def guest_identity(self) -> str:
        """What its guest is known by."""
        return self.message.recipient.guest.identity

    @property
    def is_for_guest(self) -> bool:
        """Whether it is for one guest."""
        return self.message.recipient.role is Role.GUEST

    @property
    def is_late(self) -> bool:
        """Whether to keep trying while others go on."""
        return (
            isinstance(self.outcome, Passing) and self.message.step.with_more_patience() is not None
        )

    @property
    def failure(self) -> Trouble | None:
        """The trouble that keeps it from a guest for good, if any."""
        is_lost = self.is_for_guest and not self.is_late and not isinstance(self.outcome, Overtaken)
        return self.outcome if is_lost and isinstance(self.outcome, Trouble) else None


def unreached(tried: Sequence[SendAttempt], before: Sequence[Delivery]) -> dict[str, SendAttempt]:
    """Return the last failed attempt for each guest whom no message reached."""
    reached = {
        each.guest.identity for each in before if each.role is Role.GUEST and not each.trouble
    }
    reached |= {each.guest_identity for each in tried if each.is_for_guest and not each.failure}
    return {
        each.guest_identity: each
        for each in tried
        if each.failure and each.guest_identity not in reached
    }


def deliveries_of(tried: SendAttempt, passed_on: Outcome | None) -> tuple[Delivery, ...]:
    """Return the delivery of each link; one to pass on is in the host's message."""
    to, outcome = tried.message.recipient, tried.outcome
    who = Guest(language=to.guest.language) if to.role is Role.SPARE else to.guest
    plain = Delivery(to.role, who, tried.message.way)
    carrier = outcome
    if isinstance(outcome, Trouble):
        kind = Late if tried.is_late else type(outcome)
        plain = replace(plain, trouble=kind.__name__)
        carrier = _own_id(tried)
        if isinstance(passed_on, Posted) and not isinstance(outcome, LinkLost):
            carrier = passed_on
    if isinstance(carrier, Posted):
        has_card = to.qr or (to.role is Role.HOST and tried.message.way is Way.DIRECT)
        plain = replace(
            plain, message_id=carrier.message_id, room_id=carrier.room_id, card=has_card
        )
    return (plain,) * to.count


def _own_id(tried: SendAttempt) -> Outcome:
    """A message given up keeps its id, so it is another row than while it was late."""
    step = tried.message.step
    if tried.is_late or not isinstance(step, SendMail | SendText):
        return tried.outcome
    return Posted(step.mail.id if isinstance(step, SendMail) else step.message.id)
