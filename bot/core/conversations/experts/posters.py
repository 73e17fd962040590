"""The `poster` command: makes the poster of a desk, changes its address, takes it out of use."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest, HangPoster
from bot.core.domain.desks import Desk, DeskAddresses, languages_of
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.links import GuestLink
from bot.core.pages.desk_page import poster_words
from bot.core.parsing import grammar
from bot.core.replies import group_lists, group_replies, poster_cards, poster_replies
from bot.core.steps.desk_steps import Poster, ReadDesk, ReadDeskAddresses, SaveDesk, ShowPoster
from bot.core.steps.expert_steps import ReadGroups
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import Say
from bot.core.wording.inert_text import inert
from bot.core.wording.texts import Text


def hang_poster(command: HangPoster, request: Request) -> Conversation:
    """Make or change the poster of a desk, for an administrator or a lead of its group."""
    known: Desk | None = yield ReadDesk(command.desk)
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    group = _group_of(command, known, groups)
    t, direct = request.language, request.in_private
    if not _may_change(request, _concerned(known, group, groups, request)):
        yield LastWord(poster_replies.only_leads(t), request.places)
    elif refusal := _refusal(command, request, known, groups):
        yield LastWord(refusal, request.places)
    elif command.change == "off" and known:
        yield SaveDesk(replace(known, off=True))
        again = poster_cards.use_again(t, known.name, direct=direct)
        yield Say(poster_replies.taken_down(t, known), request.places, again)
    elif group is None:
        yield _which_group(command, groups, request)
    elif command.ask_first and known:
        card = poster_cards.may_renew(t, known.name, request.asked_person)
        sentence = grammar.say(HangPoster(known.name, change="new"))
        yield from ask(request, poster_replies.may_renew(t, known), card, choices=[sentence])
    else:
        yield from _hang(_desk(command, request, known, group), known, request)


def _which_group(command: HangPoster, groups: Sequence[ExpertGroup], request: Request) -> Say:
    """Ask which group the poster calls; the closest names first."""
    t, desk = request.language, command.desk
    may_be = [each for each in groups if _may_change(request, [each])]
    names = _nearest(command.group or desk, may_be)
    asks = poster_cards.group_choice(t, command, names, direct=request.in_private)
    said = poster_replies.which_group(t, desk, names)
    if command.group:
        near, lead = get_close_matches(command.group, names), f"poster {inert(desk)} for"
        said = group_replies.no_group(t, command.group, near, lead)
    return Say(said, request.places, asks)


def _hang(desk: Desk, known: Desk | None, request: Request) -> Conversation:
    t, installation = request.language, request.installation
    yield SaveDesk(desk)
    addresses: DeskAddresses = yield ReadDeskAddresses(desk, installation.doors_at)
    is_renewed = bool(known and known.seed != desk.seed)
    changes = poster_cards.changes(t, desk.name, direct=request.in_private)
    if desk.screen:
        yield Say(poster_replies.screen_ready(t, desk), request.places, changes)
        link = GuestLink(addresses.screen)
        yield Say(poster_replies.screen_link(request.readers.host, desk, link), request.direct_chat)
        return
    spoken = [installation.languages.for_guest(each) for each in desk.languages]
    poster = Poster(
        desk.title,
        installation.organisation,
        addresses.page,
        desk.code,
        poster_words(spoken),
    )
    said = poster_replies.poster_ready(
        t, desk, is_renewed=is_renewed, has_other_letters=poster.has_other_letters
    )
    yield Say(said, request.places, changes)  # one message can't have a file and a card
    yield ShowPoster(poster_replies.poster_of(t, desk), request.places, poster=poster)


def _desk(command: HangPoster, request: Request, known: Desk | None, group: ExpertGroup) -> Desk:
    """Return the desk as it will be; what isn't said stays."""
    is_new = known is None or command.change == "new"
    seed = request.seed if is_new or known is None else known.seed
    usual = request.preferences.language or request.installation.languages.default
    languages = command.languages or (known.languages if known else languages_of((), usual))
    coded = bool(known and known.code) if command.code is None else command.code
    shown = known is not None and known.screen and command.code is None
    screen = command.screen or shown
    code = _digits(seed) if coded and not screen else ""
    return Desk(command.desk, group.name, seed, languages, code, screen)


def _digits(seed: str) -> str:
    """Return four digits, always the same for one address."""
    digest = hashlib.sha256(f"digits {seed}".encode()).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 10_000:04}"


def _group_of(
    command: HangPoster, known: Desk | None, groups: Sequence[ExpertGroup]
) -> ExpertGroup | None:
    """Return the group that is meant: the one that is said, else the desk's, else its namesake."""
    name = command.group or (known.group if known else command.desk)
    return next((each for each in groups if each.name == name), None)


def _nearest(name: str, groups: Sequence[ExpertGroup]) -> list[str]:
    """Return the names of groups, those first that a desk may be named after."""
    names = [each.name for each in groups]
    return list(dict.fromkeys((*get_close_matches(name, names), *names)))


def _concerned(
    known: Desk | None, group: ExpertGroup | None, groups: Sequence[ExpertGroup], request: Request
) -> list[ExpertGroup]:
    """Return the groups whose posters these are; of a new desk without one, those one leads."""
    before = next((each for each in groups if known and each.name == known.group), None)
    if known or group:
        return [each for each in (group, before) if each]
    return [each for each in groups if _may_change(request, [each])]


def _refusal(
    command: HangPoster, request: Request, known: Desk | None, groups: Sequence[ExpertGroup]
) -> Text | None:
    """Return why nothing is done, or None."""
    t = request.language
    if command.change and known is None:
        return poster_replies.no_such_poster(t, command.desk)
    if command.change == "off":
        return None
    if not request.installation.doors_at:
        return poster_replies.no_pages(t)
    return None if groups else group_lists.no_groups(t)


def _may_change(request: Request, groups: Sequence[ExpertGroup]) -> bool:
    """Return whether somebody may decide about the posters of all these groups."""
    by = request.requester
    if request.installation.admins.admits(by.email):
        return True
    me = Guest(by.person_id, by.email)
    return bool(groups) and all(any(each.is_same(me) for each in it.leads) for it in groups)
