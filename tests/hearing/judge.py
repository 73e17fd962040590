"""Whether what the bot did is what was meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

SUBJECTS = {"#1": "the invoice", "#2": "lab results"}
NAMES = {"alice": "alice@x.com", "bob": "bob@x.com", "carol": "carol@x.com"}
ASKING = {"ask", "form"}
AT_THE_DOOR = {"let in", "reply"}
"""Commands that only tell that nobody waits, if nothing is done."""

HARMLESS = {"ask", "none", "help", "about", "answer", "status"}
NAMING = {"meet", "add", "handover", "cohost", "resend", "text", "tell", "remove", "expert"}
WITHOUT_MEETING = {"meet", "ask", "none", "form", "answer", "help"}
VERDICTS = ("RIGHT", "ASKS", "UNHELPFUL", "WRONG")

Json = dict[str, Any]


def verdict(sentence: Json, outcome: Json) -> tuple[str, str]:
    """Return how well a sentence was understood, and what is amiss.

    Args:
        sentence: a line of a file of sentences.
        outcome: what came of it; see `outcomes`.
    """
    command = outcome.get("command") or {"cmd": "none"}
    wanted, cmd, acted = set(_many(sentence["mean"]["cmd"])), command["cmd"], outcome["acted"]
    if acted and wanted <= HARMLESS:
        return "WRONG", f"did {cmd}"
    differs = differences(command, sentence)
    if cmd not in ASKING | {"none"} and not differs:
        return "RIGHT", ""
    if acted:
        return "WRONG", "; ".join(differs)
    suggested = _many(outcome["suggested"])[:3] if outcome.get("suggested") else []
    if any(not differences(each, sentence) for each in suggested):
        return "ASKS", "suggests it"
    return _unacted(sentence, cmd, wanted, suggested, differs)


def _unacted(
    sentence: Json, cmd: str, wanted: set[str], suggested: list[Json], differs: list[str]
) -> tuple[str, str]:
    if sentence["cat"] == "negative" and suggested:
        return "UNHELPFUL", "suggests what was not wanted"
    if cmd in ASKING | AT_THE_DOOR and "ask" in wanted:
        return ("RIGHT" if wanted <= HARMLESS else "ASKS"), ""
    if cmd == "none" and "none" in wanted:
        return "RIGHT", ""
    return "UNHELPFUL", "; ".join(differs) or f"{cmd} is not enough"


def differences(command: Json | None, sentence: Json) -> list[str]:
    """Return what differs between a command and what is meant; nothing where it is that."""
    mean = sentence["mean"]
    if command is None or not _is_one_of(command.get("cmd"), _many(mean["cmd"])):
        return [f"command {command and command.get('cmd')}"]
    return [found for check in _CHECKS for found in check(command, mean, sentence)]


def _is_one_of(cmd: str | None, wanted: list[str]) -> bool:
    """Return whether a command is wanted, however it is joined; an answer is a help."""
    joined = {re.sub(r"[\s_-]", "", each) for each in wanted}
    return re.sub(r"[\s_-]", "", cmd or "") in joined | ({"answer"} if "help" in joined else set())


def _people_differ(c: Json, m: Json, _: Json) -> list[str]:
    asked_nobody = c["cmd"] == "expert" and "people" not in c
    if c["cmd"] not in NAMING or m.get("people") is None or asked_nobody:
        return []
    anybody = not m["people"] and c["cmd"] in ("resend", "text")
    same = anybody or _people(c.get("people")) == _people(m["people"])
    return [] if same else [f"people {c.get('people')}"]


def _times_differ(c: Json, m: Json, _: Json) -> list[str]:
    if c["cmd"] not in ("meet", "move", "again") or m.get("at") == "any":
        return []
    at = (c.get("at") or "")[:16]
    wrong = at not in m["at"] if m.get("at") else bool(at) and c["cmd"] == "meet"
    return [f"at {at or None}"] if wrong else []


def _lengths_differ(c: Json, m: Json, _: Json) -> list[str]:
    if c["cmd"] not in ("meet", "extend"):
        return []
    got, wanted = c.get("minutes"), m.get("minutes")
    if wanted:
        near = got is not None and any(abs(got - each) <= 1 for each in _many(wanted))
        return [] if near else [f"minutes {got}"]
    return [f"minutes {got}"] if got and c["cmd"] == "meet" else []


def _subjects_differ(c: Json, m: Json, _: Json) -> list[str]:
    if c["cmd"] not in ("meet", "rename"):
        return []
    wanted = [_clean(each) for each in _many(m.get("topic", ""))]
    return [] if _clean(c.get("topic")) in wanted else [f"topic {c.get('topic')!r}"]


def _links_differ(c: Json, m: Json, _: Json) -> list[str]:
    if c["cmd"] == "add":
        same = (c.get("guests") or 0) == m.get("guests", 0)
        return [] if same else [f"guests {c.get('guests')}"]
    if c["cmd"] != "meet":
        return []
    usual = {"guests": 0, "hosts": 1, "qr": False}
    return [f"{k} {c.get(k)}" for k, v in usual.items() if (c.get(k) or v) != m.get(k, v)]


def _kinds_differ(c: Json, m: Json, _: Json) -> list[str]:
    if c["cmd"] != "meet":
        return []
    wrong = ["here"] if "here" in m and bool(c.get("here")) != m["here"] else []
    wrong += ["healthcare"] if bool(c.get("healthcare")) != bool(m.get("healthcare")) else []
    got, wanted = (sorted(x.casefold() for x in each.get("devices") or []) for each in (c, m))
    return [f"{key} {c.get(key)}" for key in wrong + ["devices"] * (got != wanted)]


def _languages_differ(c: Json, m: Json, _: Json) -> list[str]:
    if c["cmd"] not in ("meet", "add") or c.get("language") in _many(m.get("language")):
        return []
    return [f"language {c.get('language')}"]


def _defaults_differ(c: Json, m: Json, _: Json) -> list[str]:
    if c["cmd"] != "defaults":
        return []
    keys = ("minutes", "zone", "login", "language")
    wanted = {key: _many(m[key])[0] if m.get(key) is not None else None for key in keys}
    return [f"{key} {c.get(key)}" for key in keys if c.get(key) != wanted[key]]


def _numbers_differ(c: Json, m: Json, _: Json) -> list[str]:
    if c["cmd"] not in ("join", "host") or "number" not in m or c.get("number") == m["number"]:
        return []
    return [f"number {c.get('number')}"]


def _groups_differ(c: Json, m: Json, _: Json) -> list[str]:
    got, wanted = c.get("group"), m.get("group")
    same = not (got and wanted) or got.casefold() == wanted.casefold()
    return [] if same else [f"group {got!r}"]


def _meetings_differ(c: Json, m: Json, sentence: Json) -> list[str]:
    if "meeting" not in c or c["cmd"] in WITHOUT_MEETING:
        return []
    got, wanted = _numbered(c["meeting"]), _numbered(m.get("meeting", ""))
    unsaid = not wanted and got in ("", "#1")
    same = got == wanted or unsaid or (not got and wanted == "#1" and sentence["state"] == "one")
    return [] if same else [f"meeting {c['meeting']!r}"]


_CHECKS: tuple[Callable[[Json, Json, Json], list[str]], ...] = (
    *(_people_differ, _times_differ, _lengths_differ, _subjects_differ, _links_differ),
    *(_kinds_differ, _languages_differ, _defaults_differ, _numbers_differ, _meetings_differ),
    _groups_differ,
)


def _numbered(meeting: str | None) -> str:
    """Return a meeting's number, where words name it by whole words of its subject."""
    if not meeting or meeting.startswith("#"):
        return meeting or ""
    said = set(re.findall(r"\w+", meeting.casefold())) - {"the", "a", "my", "meeting", "about"}
    fitting = (n for n, s in SUBJECTS.items() if said and said <= set(s.split()))
    return next(fitting, meeting)


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _clean(subject: str | None) -> str:
    return re.sub(r'[\s.!?"“”]+$', "", (subject or "").strip().strip('"“”')).casefold()


def _people(some: list[str] | None) -> list[str]:
    named = (NAMES.get(each.casefold(), each.casefold()) for each in some or [])
    return sorted(each.casefold() for each in named)
