"""The step that posts a link as a QR code."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Text


@dataclass(frozen=True)
class ShowQr(Say):
    """-> Posted. Post `text` with a QR code.

    Args:
        link: the QR code's content: a guest's link. A `Text` can't hold a host's.
    """

    link: Text = field(kw_only=True, repr=False)
