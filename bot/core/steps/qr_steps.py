"""The step that posts a link as a QR code."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Text


@dataclass(frozen=True)
class ShowQr(Say):
    """-> Posted. Say `text` with a QR code beside it.

    Args:
        link: what the QR code says: a guest's link alone. A `Text` holds no host's.
    """

    link: Text = field(kw_only=True, repr=False)
