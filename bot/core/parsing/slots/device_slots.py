"""The slots of the devices that a meeting dials.

A device's name can be any word, so it only counts after a word such as `with`, or another device.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from bot.core.parsing.slots.slot import Slot, Taken
from bot.core.parsing.slots.subjects import clean, quoted
from bot.core.parsing.text.phrases import QUOTED, partition
from bot.core.parsing.text.words import Kind, Word, Words, joined, split

_LEADS = frozenset({"with", "dial", "using", "from", "device", "devices", "mit", "avec", "con"})
_BETWEEN = frozenset({"and", "&", "plus", "the", "und", "et", "y", "dem", "la", "le"})

Named = dict[str, list[tuple[tuple[str, ...], str]]]
"""The words and the name of each device by its first word, the longest first."""


def mark_devices(words: Words, devices: Iterable[str], *, anywhere: bool = False) -> list[Word]:
    """Return `words` with the name of each of `devices` merged into one word.

    Args:
        words: of a sentence.
        devices: the names of devices that can be dialed.
        anywhere: whether a name counts without a word before it, such as `with`.
    """
    if not anywhere and not any(word.key in _LEADS for word in words):
        return list(words)
    named = _by_first_word(tuple(devices))
    found: list[Word] = []
    at, led = 0, anywhere
    while at < len(words):
        length, word = _word_at(words, at, named if led else {})
        if word.means:
            _drop_lead(found)
        found.append(word)
        led = anywhere or bool(word.means) or word.key in _LEADS or (led and _is_between(word))
        at += length
    return found


def _drop_lead(found: list[Word]) -> None:
    """Drop the words that lead to a device, but keep the `with` of `talk with`."""
    while found and found[-1].key in {*_LEADS, "and", "the"}:
        if found[-1].key == "with" and len(found) <= 2:
            return
        del found[-1]


def _is_between(word: Word) -> bool:
    return word.kind is Kind.MARK or word.guest is not None or word.key in _BETWEEN


def _word_at(words: Words, at: int, named: Named) -> tuple[int, Word]:
    """Return the device that begins at `at`, or the word there, with the number of words."""
    for keys, name in named.get(words[at].key, ()):
        some = words[at : at + len(keys)]
        if tuple(word.key for word in some) == keys:
            gap, raw = some[0].gap, joined(some)
            word = Word(Kind.PHRASE, raw, "", gap, inside=name, means="named_device", value=name)
            return len(keys), word
    return 1, words[at]


@lru_cache(maxsize=1)  # an installation's devices rarely change
def _by_first_word(devices: tuple[str, ...]) -> Named:
    named: Named = {}
    for name in devices:
        keys = tuple(word.key for word in split(name))
        if any(keys):
            named.setdefault(keys[0], []).append((keys, name))
    for some in named.values():
        some.sort(key=lambda each: len(each[0]), reverse=True)
    return named


_ROOM = (
    r"(?:meeting\ |conference\ )?"
    r"(?:room|raum|salle|sala|board|desk|kit|codec|studio|booth|boardroom|lobby)"
    r"\ (?:\w*\d\w*|\w(?!\S))"
)
_DEVICE = rf"""
    (?:^|(?:(?:and|with|dial|using|from|mit|avec|con|und|et|y)\ ){{1,3}}(?:the\ |la\ |le\ )?)
    (?P<device>{_ROOM})
  | (?:(?:and|with|dial|using)\ ){{0,3}}(?:with|dial|using|devices?)\ (?P<named_device>{QUOTED})
  | (?:(?:and|with|dial|using)\ ){{0,3}}devices?\ (?P<called_device>[^\s\x01-\x05]+)
"""
_DIAL = r"(?P<dial>(?:(?:and|yes)\ ){0,3}dial(?:\ (?:it|them|in))?)"


def _take_devices(words: Words, _: datetime) -> Taken:
    taken, rest = partition(words, "device", "named_device", "called_device")
    names = {(name := clean(word.inside) or "").casefold(): name for word in reversed(taken)}
    return {"devices": tuple(filter(None, reversed(names.values())))}, rest


def _take_dial(words: Words, _: datetime) -> Taken:
    taken, rest = partition(words, "dial")
    return {"dial": bool(taken)}, rest


DEVICES = Slot(
    ("devices",),
    _take_devices,
    lambda devices: " ".join(f"with {quoted(name)}" for name in devices),
    _DEVICE,
)
DIAL = Slot(("dial",), _take_dial, lambda dial: "dial it" if dial else "", _DIAL)
