"""What RFC 5545, 5546 and 6047 require of an invitation by email, read without a library."""

from __future__ import annotations

import re
from email.message import EmailMessage

ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER", "SEQUENCE", "STATUS")
"""Properties of an event that stand in it exactly once. RFC 5545, 3.6.1; RFC 5546, 3.2"""

UTC = re.compile(r"\d{8}T\d{6}Z")
_LINE = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)')


def flaws(message: EmailMessage) -> list[str]:
    """Return which rules a message with an invitation breaks."""
    parts = [each for each in message.walk() if each.get_content_type() == "text/calendar"]
    if len(parts) != 1:
        return ["RFC 6047, 2.4: one part is text/calendar"]
    [part] = parts
    return calendar_flaws(part.get_payload(decode=True)) or _flaws_of_part(part)


def calendar_flaws(data: bytes) -> list[str]:
    """Return which rules a calendar object breaks."""
    found = list(_flaws_of_bytes(data))
    rows = [_LINE.fullmatch(row) for row in _unfolded(data)]
    if None in rows:
        return [*found, "RFC 5545, 3.1: a content line has a name, parameters and a value"]
    lines = [(row[1], row[2], row[3]) for row in rows if row]
    return [*found, *_flaws_of_calendar(lines)]


def _flaws_of_bytes(data: bytes) -> list[str]:
    found = []
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b""):
        found.append("RFC 5545, 3.1: lines end with CRLF")
    if any(len(row) > 75 for row in data.split(b"\r\n")):
        found.append("RFC 5545, 3.1: lines are at most 75 octets long")
    return found


def _unfolded(data: bytes) -> list[str]:
    text = data.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "")
    return text.removesuffix("\r\n").split("\r\n")


def _flaws_of_calendar(lines: list[tuple[str, str, str]]) -> list[str]:
    found = []
    names = [name for name, _, _ in lines]
    calendar, event = names[: names.index("BEGIN", 1)], _event(lines)
    if (lines[0][2], lines[-1][0], lines[-1][2]) != ("VCALENDAR", "END", "VCALENDAR"):
        found.append("RFC 5545, 3.4: a calendar begins and ends")
    if any(calendar.count(each) != 1 for each in ("VERSION", "PRODID", "METHOD")):
        found.append("RFC 5545, 3.6 and RFC 5546, 1.4: VERSION, PRODID and METHOD stand once")
    missing = [f"RFC 5546, 3.2: {name} once" for name in ONCE if _count(event, name) != 1]
    if missing:
        return [*found, *missing]
    at = {name: value for name, _, value in event if name in ("DTSTART", "DTEND", "DTSTAMP")}
    found += [f"RFC 5545, 3.3.5: {name} in UTC" for name in at if not UTC.fullmatch(at[name])]
    if at["DTEND"] <= at["DTSTART"]:
        found.append("RFC 5545, 3.8.2.2: the end is after the beginning")
    return [*found, *_flaws_of_people(lines, event)]


def _flaws_of_people(
    lines: list[tuple[str, str, str]], event: list[tuple[str, str, str]]
) -> list[str]:
    method = next(value for name, _, value in lines if name == "METHOD")
    attendees = _count(event, "ATTENDEE")
    people = [value for name, _, value in event if name in ("ORGANIZER", "ATTENDEE")]
    found = []
    if method == "REQUEST" and not attendees:
        found.append("RFC 5546, 3.2.2: a REQUEST has an ATTENDEE")
    if method == "PUBLISH" and attendees:
        found.append("RFC 5546, 3.2.1: a PUBLISH has no ATTENDEE")
    if not all(re.fullmatch(r"(?i)mailto:[^\s@]+@[^\s@]+", each) for each in people):
        found.append("RFC 5545, 3.3.3: calendar users are mailto: addresses")
    status = next(value for name, _, value in event if name == "STATUS")
    if (method == "CANCEL") != (status == "CANCELLED"):
        found.append("RFC 5546, 3.2.5: a CANCEL is CANCELLED")
    return found


def _flaws_of_part(part: EmailMessage) -> list[str]:
    found = []
    method = f"METHOD:{part.get_param('method', '')}\r\n"
    if method.encode() not in part.get_payload(decode=True):
        found.append("RFC 6047, 2.4: the part's method is that of the calendar")
    if str(part.get_content_charset("")).lower() != "utf-8":
        found.append("RFC 6047, 2.4: the part's charset is utf-8")
    return found


def _event(lines: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the lines of the one event, without those of its alarm."""
    depth, found = [], []
    for line in lines:
        name, _, value = line
        if name == "END":
            depth.pop()
        if depth == ["VCALENDAR", "VEVENT"] and name != "BEGIN":
            found.append(line)
        if name == "BEGIN":
            depth.append(value)
    return found


def _count(lines: list[tuple[str, str, str]], name: str) -> int:
    return sum(each == name for each, _, _ in lines)
