"""What an administrator is told of the installation; the findings themselves are in English."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.diagnosis.findings import Finding, Light
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines


def only_administrators(t: Language) -> Text:
    """Return that somebody may not look at the installation."""
    return Text(
        t(
            "Only the administrators of this bot can check it. Whoever runs it names them in its"
            " settings, as `BOT_ADMINS`."
        )
    )


def diagnosis(t: Language, found: Sequence[Finding]) -> Text:
    """Return what was found: first what is wrong, then what is well."""
    wrong = sorted((each for each in found if each.light is not Light.GREEN), key=_worst_first)
    well = ", ".join(each.name for each in found if each.light is Light.GREEN)
    head = t("**Something needs you.**") if wrong else t("**All is well.**")
    rows = [f"- **{each.light}** {each.name}: {each.says} {each.do}" for each in wrong]
    return Text(lines(head, "", *rows, *([""] if rows else []), t("Green: {names}.", names=well)))


def _worst_first(finding: Finding) -> bool:
    return finding.light is not Light.RED
