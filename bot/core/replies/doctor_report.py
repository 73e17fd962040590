"""What an administrator is told about the installation; the findings are in English."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.diagnosis.findings import Finding, TrafficLight
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines


def only_administrators(t: Language) -> Text:
    """Say that only administrators can check the installation."""
    return Text(
        t(
            "Only this bot’s administrators can check it. They are named in the `BOT_ADMINS`"
            " setting."
        )
    )


def diagnosis(t: Language, found: Sequence[Finding]) -> Text:
    """Return the findings: first what is wrong, then what is fine."""
    wrong = sorted(
        (each for each in found if each.light is not TrafficLight.GREEN), key=_worst_first
    )
    well = ", ".join(each.name for each in found if each.light is TrafficLight.GREEN)
    head = t("**Something needs attention.**") if wrong else t("**All good.**")
    rows = [f"- **{each.light}** {each.name}: {each.says} {each.do}" for each in wrong]
    return Text(lines(head, "", *rows, *([""] if rows else []), t("Green: {names}.", names=well)))


def _worst_first(finding: Finding) -> bool:
    return finding.light is not TrafficLight.RED
