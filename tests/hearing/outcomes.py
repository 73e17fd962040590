"""What happened in a world after a sentence, as the judge reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlparse
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.expert_rules import OF_EXPERTS
from bot.core.wording.languages import Languages
from bot.process.translations import spoken
from tests.hearing.worlds import DEVICES, USUAL_MINUTES, HearingStage, Snapshot
from tests.stories.stage import Note

BERLIN = ZoneInfo("Europe/Berlin")
MOST_PRESSED = 3
_CLASSIC = re.compile(r"https://\S+/m\.php\?\S+")
_ASKED = {"Unclear", "Suggested"}
_SHOWN = {
    "Meetings": "meetings",
    "Devices": "devices",
    "Plan": "plan",
    "Check": "check",
    "Help": "help",
    "Nothing": "help",
    "About": "about",
    "Question": "answer",
}
"""What only shows something, by the kind of command that was counted."""

_OF_EXPERTS = {rule.command.__name__: rule.name for rule in OF_EXPERTS}
"""Commands to groups of experts, by their kind, whether anybody is asked or not."""

_AT_THE_DOOR = {"LetIn": "let in", "ReplyAtDoor": "reply"}

Outcome = dict[str, Any]


def outcome_of(sentence: dict[str, Any]) -> Outcome:
    """Say a sentence to the bot, and return what came of it."""
    stage = _said(sentence)
    done = _done(stage, sentence)
    buttons = list(_buttons(stage))
    outcome = {"id": sentence["id"], "command": done, "acted": _acted(stage), "suggested": None}
    if done["cmd"] == "ask" and buttons:
        pressed = [_pressed(sentence, number) for number in range(min(len(buttons), MOST_PRESSED))]
        asked_to_dial = stage.heard == "Meet"
        outcome["command"] = pressed[0] if asked_to_dial else done
        outcome["suggested"] = None if asked_to_dial else pressed
    stage.close()
    return outcome


def _said(sentence: dict[str, Any]) -> HearingStage:
    stage = HearingStage(sentence)
    stage.say()
    return stage


def _pressed(sentence: dict[str, Any], number: int) -> Outcome:
    """Return what comes of pressing one of the buttons, in a world of its own."""
    stage = _said(sentence)
    note, inputs = list(_buttons(stage))[number]
    said = inputs.get("say", "")
    stage.press(note, inputs)
    done = _done(stage, sentence, str(said))
    to_dial = [
        (note, data) for note, data in _buttons(stage) if str(data["say"]).endswith("dial it")
    ]
    if to_dial and done["cmd"] == "ask" and stage.heard == "Meet":
        stage.press(*to_dial[0])
        done = _done(stage, sentence, str(said))
    stage.close()
    return done


def _buttons(stage: HearingStage) -> Iterator[tuple[Note, dict[str, Any]]]:
    """Yield each button that says something, with what it would submit."""
    for note in stage.answers():
        for card in note.cards:
            for action in card["content"].get("actions", []):
                if action["type"] == "Action.Submit":
                    yield note, action["data"]


def _acted(stage: HearingStage) -> bool:
    return stage.look() != stage.before or stage.others_were_told()


def _done(stage: HearingStage, sentence: dict[str, Any], said: str = "") -> Outcome:
    """Return what was done or shown."""
    after = stage.look()
    is_guest = sentence["state"] == "guest" and after == stage.before
    if (stage.heard == "GuestSays" or is_guest) and stage.others_were_told():
        return {"cmd": "tell", "people": []}  # their host
    for look in (_new_meeting, _changed_meeting, _new_usual):
        found = look(stage, after, said or sentence["say"])
        if found:
            return found
    shown = _shown(stage)
    return shown or {"cmd": "ask" if _asks(stage) else "none"}


def _new_meeting(stage: HearingStage, after: Snapshot, said: str) -> Outcome | None:
    [*new] = [row for number, row in after.meetings.items() if number not in stage.before.meetings]
    if not new:
        return None
    row, sent = new[0], _deliveries(stage, after, new[0]["number"])
    minutes = round((row["expires"] - row["opens"]).total_seconds() / 60)
    pictures = sum(bool(stage.pictures_in(each)) for each in stage.answers())
    handed = [each for each in sent if each["way"] == "handed to the host"]
    names = {uri: name for name, uri in DEVICES.items()}
    again = stage.heard == "Again"
    expert = {"cmd": "expert", "group": row["expert_group"]} if row["expert_group"] else {}
    guests = [each for each in sent if each["role"] == "guest"]
    if expert:
        guests = [each for each in guests if each["known_as"] != stage.speaker.email]
    return {
        "cmd": "again" if again else "meet",
        "people": _people(stage, guests, said),
        "at": row["opens"].astimezone(BERLIN).isoformat() if row["planned"] else None,
        "minutes": minutes if minutes != USUAL_MINUTES else None,
        "topic": row["subject"] or "",
        "guests": sum(each["role"] == "spare" for each in handed) - pictures,
        "hosts": 1 + sum(each["role"] == "host" for each in handed),
        "qr": pictures > 0,
        "here": any(each["way"] == "space" for each in sent),
        "healthcare": row["vertical"] == "hc",
        "language": _language(sent),
        "devices": [names[each] for each in row["devices"]],
    } | ({"meeting": _repeated(stage, row)} if again else expert)


def _repeated(stage: HearingStage, row: dict[str, Any]) -> str:
    """Return the number of the meeting that another one repeats: it has the same subject."""
    old = stage.before.meetings.values()
    return next((f"#{e['number']}" for e in old if e["subject"] == row["subject"]), "")


def _changed_meeting(stage: HearingStage, after: Snapshot, said: str) -> Outcome | None:
    for number, row in after.meetings.items():
        for read in (_of_its_row, _of_its_hosts, _of_its_door, _of_its_guests, _of_its_links):
            found = read(stage, after, number, said)
            if found:
                return found | {"meeting": f"#{number}"}
        assert row["number"] == number
    return None


def _of_its_row(stage: HearingStage, after: Snapshot, number: int, _said: str) -> Outcome | None:
    old, new = stage.before.meetings[number], after.meetings[number]
    if new["state"] != old["state"]:
        return {"cmd": "cancel"}
    if new["opens"] != old["opens"]:
        return {"cmd": "move", "at": new["opens"].astimezone(BERLIN).isoformat()}
    if new["expires"] != old["expires"]:
        longer = (new["expires"] - old["expires"]).total_seconds() / 60
        return {"cmd": "extend", "minutes": round(longer)}
    if new["subject"] != old["subject"]:
        return {"cmd": "rename", "topic": new["subject"]}
    return None


def _of_its_hosts(stage: HearingStage, after: Snapshot, number: int, said: str) -> Outcome | None:
    old = {who for of, who in stage.before.hosts if of == number}
    new = {who for of, who in after.hosts if of == number}
    if new == old:
        return None
    rows = [{"person_id": who, "email": after.hosts[number, who]["email"]} for who in new - old]
    people = [_host(stage, row, said) for row in rows]
    return {"cmd": "handover" if old - new else "cohost", "people": people}


def _host(stage: HearingStage, row: dict[str, Any], said: str) -> str:
    first = stage.world.people[row["person_id"]].name.split()[0]
    by_mention = f"@{first}" in said or f"<@personId:{row['person_id']}" in said
    return f"@{first}" if by_mention else row["email"]


def _of_its_door(stage: HearingStage, after: Snapshot, number: int, _said: str) -> Outcome | None:
    """Return who was let in, or answered at the door."""
    before = stage.before.attendances
    rows = [(key, row) for key, row in after.attendances.items() if key[0] == number]
    people = [key[1] for key, row in rows if row != before.get(key)]
    cmd = _AT_THE_DOOR.get(stage.heard)
    return {"cmd": cmd, "people": people} if cmd and people else None


def _of_its_guests(stage: HearingStage, after: Snapshot, number: int, said: str) -> Outcome | None:
    """Return who was told something, or removed."""
    told = _told(stage, number) if stage.heard == "Tell" else []
    if told:
        return {"cmd": "tell", "people": ["all"] if _means_all(said) else told}
    rows = [(key, row) for key, row in after.deliveries.items() if row["number"] == number]
    removed = [row for key, row in rows if _is_removed(stage, key, row)]
    return {"cmd": "remove", "people": _people(stage, removed, said)} if removed else None


def _of_its_links(stage: HearingStage, after: Snapshot, number: int, said: str) -> Outcome | None:
    sent = _deliveries(stage, after, number)
    if not sent:
        return None
    known = {e["known_as"] for e in stage.before.deliveries.values() if e["number"] == number}
    guests = [each for each in sent if each["role"] == "guest"]
    new = [each for each in guests if each["known_as"] not in known]
    spare = sum(e["role"] == "spare" and e["way"] == "handed to the host" for e in sent)
    if new or (spare and stage.heard == "Add"):
        people = _people(stage, new, said)
        return {"cmd": "add", "people": people, "guests": spare, "language": _language(new)}
    if guests and stage.speaker.email in {each["known_as"] for each in guests}:
        return {"cmd": "mylink"}
    if stage.heard == "TextFor":
        return {
            "cmd": "text",
            "people": ["all"] if _means_all(said) else _written_for(stage, known),
        }
    people = _people(stage, guests, said) + ["me"] * any(e["role"] == "host" for e in sent)
    return {"cmd": "resend", "people": ["all"] if _means_all(said) else people}


def _written_for(stage: HearingStage, known: set[str]) -> list[str]:
    """Return for which guests texts to forward were given: they name their guest."""
    return [who for who in known if any(who and who in each.text for each in stage.answers())]


def _told(stage: HearingStage, number: int) -> list[str]:
    """Return which guests of a meeting were written to."""
    guests = [
        each["email"]
        for each in stage.before.deliveries.values()
        if (each["number"], each["role"]) == (number, "guest")
    ]
    return [who for who in dict.fromkeys(guests) if stage.told(who)]


def _means_all(said: str) -> bool:
    if "tout le monde" in said.casefold():
        return True
    words = {"all", "everyone", "everybody", "alle", "allen", "tous", "todos"}
    return bool(words & set(re.findall(r"\w+", said.casefold())))


def _is_removed(stage: HearingStage, key: int, row: dict[str, Any]) -> bool:
    before = stage.before.deliveries.get(key)
    return before is not None and before["role"] != row["role"] == "removed guest"


def _deliveries(stage: HearingStage, after: Snapshot, number: int) -> list[dict[str, Any]]:
    new = [row for key, row in after.deliveries.items() if key not in stage.before.deliveries]
    return [row for row in new if row["number"] == number]


def _people(stage: HearingStage, sent: list[dict[str, Any]], said: str) -> list[str]:
    """Return who was written to, each once, as they were named."""

    def named(row: dict[str, Any]) -> str:
        if row["person_id"]:
            return _host(stage, row, f"{said} @{_first(stage, row)}")
        return str(row["email"] or row["known_as"])

    return list(dict.fromkeys(named(each) for each in sent))


def _first(stage: HearingStage, row: dict[str, Any]) -> str:
    return stage.world.people[row["person_id"]].name.split()[0]


def _language(sent: list[dict[str, Any]]) -> str | None:
    named = [e["language"] for e in sent if e["role"] in {"guest", "spare"} and e["language"]]
    return named[0] if named else None


def _new_usual(stage: HearingStage, after: Snapshot, _said: str) -> Outcome | None:
    for owner, row in after.usual.items():
        if row != stage.before.usual.get(owner):
            return {"cmd": "defaults", **{k: v for k, v in row.items() if k != "owner"}}
    return None


def _shown(stage: HearingStage) -> Outcome | None:
    """Return what was only shown, by the kind of command and by what was said."""
    heard, notes = stage.heard, stage.answers()
    read: dict[str, Callable[[], Outcome | None]] = {
        "Status": lambda: _status(notes),
        "Defaults": lambda: {"cmd": "defaults"},
        "Join": lambda: _classic(notes, "join"),
        "HostClassic": lambda: _classic(notes, "host"),
    }
    if heard in read:
        return read[heard]()
    if heard in _OF_EXPERTS | _AT_THE_DOOR and notes:
        return {"cmd": (_OF_EXPERTS | _AT_THE_DOOR)[heard]}
    if heard in _SHOWN and notes:
        return {"cmd": _SHOWN[heard]}
    if heard and any(_is_form(note) for note in notes):
        return {"cmd": "form"}
    return None


def _status(notes: list[Note]) -> Outcome | None:
    numbers = [found[1] for note in notes for found in re.finditer(r"#(\d+)", note.text)]
    return {"cmd": "status", "meeting": f"#{numbers[0]}"} if numbers else None


def _classic(notes: list[Note], cmd: str) -> Outcome | None:
    for note in notes:
        for link in _CLASSIC.findall(note.text):
            asked = parse_qs(urlparse(link).query)
            return {"cmd": cmd, "number": asked["MK"][0], "name": asked.get("AN", [None])[0]}
    return None


def _is_form(note: Note) -> bool:
    return any(
        each["type"].startswith("Input.") for card in note.cards for each in card["content"]["body"]
    )


def _asks(stage: HearingStage) -> bool:
    """Return whether it asked something, or gave a hint to what was said."""
    notes = stage.answers()
    if any(each.cards for each in notes):
        return True
    if stage.heard in _ASKED:
        return not any(_NOT_UNDERSTOOD in each.text for each in notes)
    return bool(stage.heard and notes and stage.heard != "Thanks")


_NOT_UNDERSTOOD = (
    replies.unclear(Languages(spoken).for_host("en"), Unclear("", Hint.UNKNOWN))
    .markdown.split("  \n")[0]
    .replace("`", "")
)
"""What is said where nothing was understood, and no more than that."""
