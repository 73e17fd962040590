"""The clear examples: whole sentences that say a command in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.core.composing.tokens import tokens
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.templates.tables import CLEAR_TABLES
from bot.core.templates.template_syntax import Tree, expand, trees
from bot.core.templates.whole_sentences import WholeSentences

_PIECES = re.compile(
    r"[.!?;,:]+|\s[-–—]\s|\s(?:and|so|but|because|und|denn|weil|et|donc|car|y|así que|porque)\s",
    re.IGNORECASE,
)
_REQUESTS = re.compile(
    rf"{_PIECES.pattern}|\s(?=(?:(?:can|could|would) you|kannst du|können sie|könntest du|peux-tu"
    r"|tu peux|pouvez-vous|puedes|podrías|please|pls|bitte)\s)",
    re.IGNORECASE,
)
"""Pieces also without a comma before a request: `alice lost her link can you resend it`."""

_BY_VIDEO = re.compile(
    r"(?<!\S)(?:(?:on|by|via|over|through|per|par|por|en|mit|in|à|im|am|auf|als)"
    r" (?:(?:a|the|der|la|el|un|une) )?"
    r"(?:video|vídeo|vidéo|visio|visioconférence|camera|cam|kamera|caméra|cámara|webcam|screen"
    r"|webex|teams|zoom|bildschirm|écran|pantalla|videocall|videoanruf|videochat|videokonferenz"
    r"|videollamada|videoconferencia|distance|distancia|ligne|línea)(?: (?:call|link|chat))?"
    r"|face to face|virtually|remotely|virtuell|en persona por video)(?![\w@-])",
    re.IGNORECASE,
)
"""By which way a meeting is held, which all of them are."""

_FREE = frozenset({"{time}", "{length}", "{language}", "{device}", "{guests}", "{healthcare}"})
"""What a sentence that starts a meeting may say anywhere."""

_FREE_BESIDE_LINKS = _FREE - {"{guests}"}

_BEFORE_FREE = frozenset(
    tokens("on at in with for and by as um am im auf mit für als und à sur dans pour en avec et")
    + tokens("para con por y de a room raum salle sala screen device connect dial use the der die")
    + tokens("den dem das la le el lasts lasting takes dauert dauer dure durée dura duración")
)
_IDLE, _ENDING, _COURTESY = "idle", "ending", "courtesy"
"""Headings of words that say nothing anywhere, of polite endings, and of polite sentences."""

_BESIDE = "~ "
"""Before headings of what is said beside a request, but is none itself: `we are not done yet`."""

_BESIDE_MEETS = f"{_BESIDE}any meet"
"""The heading of what is said beside a request for a meeting, in whatever words it is made."""

_POLITE = frozenset({_COURTESY})

_MEETING = "{meeting}"
_BEFORE_MEETING = frozenset(
    tokens("of for to in on from von für zu zum in bei aus de du pour à en")
)
_BEFORE_MEETING |= frozenset(tokens("dans para del a"))
_OF_NAMED = frozenset(
    {"add", "resend", "resend me", "resend all", "text for", "handover", "cohost", "remove"}
    | {"extend", "move", "let in", "let in all", "again"}
)
"""Commands whose meeting may be named anywhere: `for #2: second host is bob@x.com`."""

_MEETS = frozenset({"meet", "meet here", "first meet", "timed meet", "link"})
_LINKS = frozenset({"guests"})
ASKING = frozenset(
    {"can we", "could we", "können wir", "könnten wir", "peut-on", "on peut", "pouvons-nous"}
    | {"est-ce qu'on peut", "podemos", "podríamos"}
)
"""Questions whether something is possible that request it rather."""

_OPENINGS = frozenset(
    tuple(tokens(phrase))
    for phrases in (ASKING, *map(sentence_words, ("courtesies", "requests", "thanks")))
    for phrase in phrases
)
_LONGEST = max(map(len, _OPENINGS))
_MOST_PIECES = 12
"""The most pieces of a sentence that is clear from one end to the other."""


def commands(sentence: str) -> frozenset[str]:
    """Return the headings of the clear examples that a sentence is one of.

    Args:
        sentence: the sentence with ``{person}`` and other placeholders instead of names.
    """
    said = _said_in_pieces(sentence)
    if not said and (seen := _BY_VIDEO.sub("", sentence)) != sentence:
        return _said_in_pieces(seen) & _MEETS
    return said


def _said_in_pieces(sentence: str) -> frozenset[str]:
    """Return the headings of a sentence, whole or in its pieces."""
    if said := _said_with_and_without_free([tokens(sentence)]):
        return said
    for parts in (_PIECES, _REQUESTS):
        pieces = [tokens(each) for each in parts.split(sentence)]
        if len(pieces) <= _MOST_PIECES and (said := _said_with_and_without_free(pieces)):
            return said
    return frozenset()


def _said_with_and_without_free(pieces: Sequence[Sequence[str]]) -> frozenset[str]:
    without = [_without_free(each, _FREE) for each in pieces]
    said = _said(pieces) or _of_their_meeting(pieces)
    if without == pieces:
        return said
    links = [_without_free(each, _FREE_BESIDE_LINKS) for each in pieces]
    return said | (_said(without) & _MEETS) | (_said(links) & _LINKS)


def _of_their_meeting(pieces: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the headings of a sentence that names its meeting beside them: `… for #2`."""
    without = [_without_meeting(each) for each in pieces]
    return _said(without) & _OF_NAMED if without != pieces else frozenset()


def _without_meeting(words: Sequence[str]) -> Sequence[str]:
    """Return the words without `for {meeting}`, or without the meeting in front."""
    if _MEETING not in words or words.count(_MEETING) > 1:
        return words
    at = words.index(_MEETING)
    is_led = at > 0 and words[at - 1] in _BEFORE_MEETING
    return [*words[: at - is_led], *words[at + 1 :]] if is_led or at == 0 else words


def _said(pieces: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return the headings that at least one piece of a sentence says, and all others may."""
    left = dict.fromkeys(tuple(each) for piece in pieces if (each := _without_ending(piece)))
    meanings = [_meanings(each) for each in left]
    clear = [said for said, _ in meanings]
    real = [perhaps for _, perhaps in meanings if _COURTESY not in perhaps]
    return frozenset[str]().union(*clear).intersection(*real) - {_COURTESY}


def _meanings(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the headings that some words say clearly, and all that they may go with.

    A single word, such as `no`, goes with nothing that doesn't name it.
    """
    known, opened = _known(), _without_opening(words)
    if known.idle.issuperset(opened):
        return _POLITE, _POLITE
    # with or without their polite opening
    both = [known.sentences.commands(each) for each in dict.fromkeys((words, opened))]
    says_little = sum(word not in known.idle for word in words) == 1
    clear = (frozenset(name for name in said if not _is_beside(name)) for said in both)
    perhaps = (_perhaps(said, says_little=says_little) for said in both)
    is_clear = next(filter(None, clear), frozenset[str]())
    return is_clear, is_clear | next(filter(None, perhaps), frozenset[str]())


def _perhaps(said: frozenset[str], *, says_little: bool) -> frozenset[str]:
    """Return what some words may go with; a single word only with what it stands beside."""
    beside = frozenset(name.removeprefix(_BESIDE) for name in said if _is_beside(name))
    return beside | (said & _POLITE if says_little else said - beside)


def _is_beside(name: str) -> bool:
    return name.startswith(_BESIDE)


def _without_opening(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words after the polite ones at the beginning."""
    start = 0
    while skip := _opening(words[start : start + _LONGEST]):
        start += skip
    return words[start:]


def _opening(words: Sequence[str]) -> int:
    return next((n for n in range(len(words), 0, -1) if tuple(words[:n]) in _OPENINGS), 0)


def _without_ending(words: Sequence[str]) -> Sequence[str]:
    """Return the words before a polite ending."""
    for start in range(max(0, len(words) - _LONGEST), len(words)):
        if _known().endings.commands(words[start:]):
            return words[:start]
    return words


def _without_free(words: Sequence[str], free: frozenset[str]) -> list[str]:
    """Return the words without the times and options, and the prepositions before them."""
    kept: list[str] = []
    for word in words:
        if word not in free:
            kept.append(word)
            continue
        while kept and kept[-1] in _BEFORE_FREE:
            kept.pop()
    return kept


@dataclass(frozen=True)
class _Examples:
    """All examples that whole sentences are compared with.

    Args:
        idle: the words that say nothing.
        endings: the polite endings.
        sentences: all sentences; what goes beside a request is marked so.
    """

    idle: frozenset[str]
    endings: WholeSentences
    sentences: WholeSentences


@cache
def _known() -> _Examples:
    """Return the examples, which are parsed when first needed."""
    clear = list(_templates(CLEAR_TABLES))
    said = (tokens(" ".join(expand(tree))) for name, tree in clear if name == _IDLE)
    idle = frozenset(word for words in said for word in words)
    endings = (each for each in clear if each[0] == _ENDING)
    return _Examples(idle, WholeSentences(endings, ()), WholeSentences(clear, idle))


def _templates(tables: Iterable[str]) -> Iterator[tuple[str, Tree]]:
    for table in tables:
        for heading, tree in trees(table):
            names = sorted(_MEETS | _LINKS) if heading == _BESIDE_MEETS else [""]
            yield from ((f"{_BESIDE}{name}" if name else heading, tree) for name in names)
