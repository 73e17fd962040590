"""The figures of groups of experts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.domain.desk_figures import GroupFigures
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines


def leads_none(t: Language) -> Text:
    """Say that the requester leads no group."""
    return Text(
        t(
            "You don’t lead a group, so there are no figures for you. An administrator can make you"
            " a lead."
        )
    )


def figures(t: Language, found: Sequence[GroupFigures]) -> Text:
    """Return today's figures of some groups."""
    if not found:
        return Text(t("Nobody has asked your groups today."))
    return Text(lines(t("**Today**"), "", *(f"- {', '.join(_parts(t, each))}" for each in found)))


def _parts(t: Language, each: GroupFigures) -> Iterator[str]:
    """Yield what there is to say of a group; what didn't happen isn't said."""
    yield f"**{inert(each.group)}:** " + t.count(
        "{number} request", "{number} requests", each.asked
    )
    if each.taken:
        yield t(
            "{number} taken (half within {median}, 90% within {most})",
            number=each.taken,
            median=_clock(each.within(50)),
            most=_clock(each.within(90)),
        )
    for number, said in (
        (each.waiting, t("{number} waiting", number=each.waiting)),
        (each.unclaimed, t("{number} not taken", number=each.unclaimed)),
        (each.escalated, t("{number} passed on to the next tier", number=each.escalated)),
        (each.given_back, t("{number} given back", number=each.given_back)),
    ):
        if number:
            yield said


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
