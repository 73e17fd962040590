"""What became of each link, for the host: who was reached in which way, and who wasn't."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.domain.commands import Guest
from bot.core.domain.errors import AwaitsHost, Late, Overtaken, Refused, Trouble
from bot.core.domain.meetings import Delivery, Role, Way
from bot.core.wording import failure_reasons
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language, msgid

INVITED = {
    Way.DIRECT: msgid("invited by direct message"),
    Way.MAIL: msgid("email sent"),
    Way.PHONE: msgid("text message sent"),
    Way.SPACE: msgid("invited in the space"),
}
SENT = {
    Way.DIRECT: msgid("sent"),
    Way.MAIL: msgid("sent by email"),
    Way.PHONE: msgid("sent by text message"),
}
_NOT_BY = {
    Way.DIRECT: msgid("not by direct message: {why}"),
    Way.MAIL: msgid("not by email: {why}"),
    Way.PHONE: msgid("not by text message: {why}"),
}


def rows_of(t: Language, deliveries: Iterable[Delivery]) -> list[str]:
    """Return a row for each person who was sent a link again."""
    return [f"- {who(t, some[0])}: {how_it_went(t, some, SENT)}" for some in of_each(deliveries)]


def how_it_went(
    t: Language, some: Sequence[Delivery], done: dict[Way, str] = INVITED, *, direct: bool = False
) -> str:
    """Return what became of one link, in each way it was sent.

    Args:
        t: the reader's language.
        some: the deliveries of one person, or of the link for anyone.
        done: what to call a success, by way.
        direct: whether it is for the host's direct chat.
    """
    if not is_lost(some):
        well_first = sorted(some, key=lambda each: each.trouble is not None)
        return "; ".join(_by_one_way(t, each, done) for each in well_first)
    why = "; ".join(why_not_reached(t, each) for each in some)
    if not is_passed_on(some):
        return t("not reached ({why})", why=why)
    if direct:
        return t("not reached ({why}); the message to forward is in this chat", why=why)
    return t("not reached ({why}); the host has the message to forward", why=why)


def is_lost(some: Sequence[Delivery]) -> bool:
    """Return whether someone was not reached in any way, and none is still being tried."""
    fine = (None, *(each.__name__ for each in (Late, Overtaken, AwaitsHost)))
    return all(each.trouble not in fine for each in some)


def is_passed_on(some: Sequence[Delivery]) -> bool:
    """Return whether the host has the message for a guest who was not reached."""
    passed_on = [each for each in some if each.message_id and not each.cannot_be_withdrawn]
    return any(each.role is Role.GUEST and each.trouble for each in passed_on)


def _by_one_way(t: Language, each: Delivery, done: dict[Way, str]) -> str:
    if each.trouble == AwaitsHost.__name__:
        return t("gets a link when an expert has taken it")
    if each.trouble == Late.__name__:
        return t("not reached yet ({why})", why=why_not_reached(t, each))
    if each.trouble:
        return t(_NOT_BY.get(each.way, _NOT_BY[Way.DIRECT]), why=why_not_reached(t, each))
    if each.role is Role.HOST and done is INVITED:
        return t("has the host link")
    return t(done.get(each.way, done[Way.DIRECT]))


def why_not_reached(t: Language, delivery: Delivery) -> str:
    """Return why someone was not reached in one way."""
    trouble = Trouble.from_record({**_PLAIN, "trouble": delivery.trouble})
    return failure_reasons.not_reached(t, trouble, delivery.way)


_PLAIN = Refused().record()


def name(guest: Guest) -> str:
    """Return what to call a guest."""
    written = guest.email or guest.phone
    if guest.name and written:
        return f"{inert(guest.name)} ({inert(written)})"
    return inert(guest.display_name)


def who(t: Language, each: Delivery) -> str:
    """Return what to call the recipient of a link."""
    if each.way is Way.HANDED or each.role is Role.SPARE:
        return t("the link for everyone") if each.way is Way.SPACE else t("links to share")
    if each.role is Role.FORMER:
        return t("{person} (former host)", person=inert(each.guest.display_name))
    if each.role is not Role.HOST:
        return name(each.guest)
    known = inert(each.guest.display_name) if each.guest.email else ""
    return t("{person} (host)", person=known) if known else t("the host")


def of_each(deliveries: Iterable[Delivery]) -> list[tuple[Delivery, ...]]:
    """Return the latest delivery in each way, grouped by person or place.

    A guest's text that the host forwards isn't one: nobody knows whether the host did.
    """
    sent = [each for each in deliveries if (each.role, each.way) != (Role.GUEST, Way.HANDED)]
    latest = {(each.role, each.way, each.guest.identity): each for each in sent}
    groups: dict[tuple[str, ...], tuple[Delivery, ...]] = {}
    for (role, way, same_as), each in latest.items():
        place = way if way in (Way.SPACE, Way.HANDED) else ""
        key = (role, place, same_as)
        groups[key] = (*groups.get(key, ()), each)
    return list(groups.values())
