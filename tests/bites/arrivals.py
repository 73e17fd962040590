"""The safeguards of presses at doors, and of what hosts hear of them."""

from __future__ import annotations

from tests.bites.bite import Bite

PAGES = ("tests/edges/test_door_pages.py",)
LIMITS = ("tests/edges/test_door_limits.py",)
ARRIVING = ("tests/doors/test_arriving.py",)
ADMITTING = ("tests/doors/test_admitting.py",)
TELLING = ("tests/doors/test_telling_hosts.py",)
LOST = ("tests/doors/test_lost_links.py",)
STORE = ("tests/edges/test_door_store.py",)
WATCH = ("tests/edges/test_door_watch.py",)
OFF = ("tests/platforms/test_without_doors.py",)
UNKNOWN = ("tests/doors/test_unknown_tokens.py",)
BROWSER = ("tests/browser/test_doors.py",)

ARRIVALS = (
    Bite(
        "who is early stays outside",
        "bot/edges/web/door/guest_doors.py",
        "if state is DoorState.EARLY:",
        "if state is None:",
        ARRIVING,
    ),
    Bite(
        "what is over stays closed",
        "bot/edges/web/door/guest_doors.py",
        "if state in (DoorState.OVER, DoorState.CALLED_OFF):",
        "if state is DoorState.CALLED_OFF:",
        ARRIVING,
    ),
    Bite(
        "who was called off stays outside",
        "bot/edges/web/door/guest_doors.py",
        "if state in (DoorState.OVER, DoorState.CALLED_OFF):",
        "if state is DoorState.OVER:",
        ("tests/doors/test_revoking.py",),
    ),
    Bite(
        "a link ends with the meeting",
        "bot/edges/web/door/guest_doors.py",
        "return min(meeting.expires, shorter)",
        "return shorter",
        ARRIVING,
    ),
    Bite(
        "nobody answers for all who share a door",
        "bot/edges/web/door/guest_doors.py",
        "if door is None or door.shared:",
        "if door is None:",
        ARRIVING,
    ),
    Bite(
        "the subject of a discreet meeting",
        "bot/edges/web/door/door_parts.py",
        "None if self.settings.discreet else meeting.subject",
        "meeting.subject",
        ARRIVING,
    ),
    Bite(
        "a host starts in time",
        "bot/edges/web/door/host_doors.py",
        "if state is not DoorState.OPEN:",
        "if state is DoorState.OVER:",
        ARRIVING,
    ),
    Bite(
        "the first press alone is told",
        "bot/edges/storage/door_lookup.py",
        "if first:",
        "if True:",
        ARRIVING,
    ),
    Bite(
        "a host is told of an outage only while it lasts",
        "bot/core/conversations/doors/door_events.py",
        "case DoorEvent.STUCK if who.joined is None:",
        "case DoorEvent.STUCK:",
        TELLING,
    ),
    Bite(
        "a short outage is not worth a word",
        "bot/edges/web/door/guest_doors.py",
        "self.inbox.add(stuck, STUCK_AFTER)",
        "self.inbox.add(stuck)",
        TELLING,
    ),
    Bite(
        "asking for a new time again and again",
        "bot/core/conversations/doors/door_events.py",
        "if not (yield ClaimOnce(hour, due.notice.seed)):",
        "if (yield ClaimOnce(hour, due.notice.seed)) is None:",
        TELLING,
    ),
    Bite(
        "the same answer again",
        "bot/edges/storage/door_lookup.py",
        "attendances.c.id == id_, other)",
        "attendances.c.id == id_)",
        STORE,
    ),
    Bite(
        "visitors of another meeting are not let in",
        "bot/edges/storage/attendance_store.py",
        "theirs = (attendances.c.number == step.number, attendances.c.id.in_(step.ids))\n    waits",
        "theirs = (attendances.c.id.in_(step.ids),)\n    waits",
        ADMITTING,
    ),
    Bite(
        "visitors of another meeting are not answered",
        "bot/edges/storage/attendance_store.py",
        "theirs = (attendances.c.number == step.number, attendances.c.id.in_(step.ids))\n"
        "        with",
        "theirs = (attendances.c.id.in_(step.ids),)\n        with",
        ADMITTING,
    ),
    Bite(
        "the list that was posted before is deleted",
        "bot/core/conversations/delivery/waiting_list.py",
        "if isinstance(each, str) and each)",
        "if each is None)",
        ADMITTING,
    ),
    Bite(
        "a list that grew while it was posted",
        "bot/core/conversations/delivery/waiting_list.py",
        "if [each.id for each in now] == [each.id for each in waiting]:",
        "if now is not waiting:",
        ADMITTING,
    ),
    Bite(
        "who is missing is told after a move",
        "bot/core/conversations/scheduled/no_shows.py",
        "if due.task.due != record.meeting.opens + AFTER:",
        "if due.task.due is None:",
        TELLING,
    ),
    Bite(
        "lost links go the way of the invitation",
        "bot/core/domain/meeting_record.py",
        "for way in ways if self.last_delivery(way, who)",
        "for way in ways",
        LOST,
    ),
    Bite(
        "no cache keeps a page",
        "bot/edges/web/receiver.py",
        '    "Cache-Control": "no-store",\n',
        "",
        PAGES,
    ),
    Bite(
        "no script that isn't ours",
        "bot/edges/web/door/door_site.py",
        '"script-src": f"\'nonce-{nonce}\'"',
        "\"script-src\": f\"'nonce-{nonce}' 'unsafe-inline' *\"",
        PAGES,
    ),
    Bite(
        "a cookie that scripts can read",
        "bot/edges/web/door/guest_pages.py",
        "httponly=True",
        "httponly=False",
        PAGES,
    ),
    Bite(
        "a nonce that repeats",
        "bot/edges/web/door/door_site.py",
        "nonce = secrets.token_urlsafe(16)",
        'nonce = "0123456789012345678901"',
        PAGES,
    ),
    Bite(
        "no token in what is counted",
        "bot/edges/web/door/door_limits.py",
        'f"{hashlib.sha256(token.encode()).hexdigest()} {client}"',
        'f"{token} {client}"',
        LIMITS,
    ),
    Bite(
        "addresses that anybody may claim",
        "bot/edges/web/client_address.py",
        "if not any(address in network for network in trusted):",
        "if False:",
        LIMITS,
    ),
    Bite(
        "the page of another bot",
        "bot/edges/web/door/door_watch.py",
        "return hmac.compare_digest(answer.content[:64], proof_of(secret, nonce).encode())",
        "return answer.ok",
        WATCH,
    ),
    Bite(
        "doors that one look missed",
        "bot/edges/web/door/door_watch.py",
        "_LOST = 3",
        "_LOST = 1",
        WATCH,
    ),
    Bite(
        "the proof is of nonces alone",
        "bot/edges/web/door/door_check.py",
        "if not _NONCE.fullmatch(nonce):",
        "if not nonce:",
        WATCH,
    ),
    Bite(
        "doors that are off",
        "bot/process/door_watching.py",
        'if settings.door == "off" or url is None:',
        "if url is None:",
        OFF,
    ),
    Bite(
        "no pages where doors are off",
        "bot/process/web_half.py",
        'if bot.settings.door != "off":',
        "if bot.settings:",
        OFF,
    ),
    Bite(
        "doors that are off, for the doctor",
        "bot/process/doctor.py",
        "        yield door_checks.doors_off()\n        return\n",
        "        return\n",
        OFF,
    ),
    Bite(
        "a closed door costs what an unknown one costs",
        "bot/edges/storage/door_lookup.py",
        '    return _door(connection, row, visitor if row.door_shared else "") if row else None',
        "    there = sa.select(doors.c.id).where(doors.c.token_hash == token_hash)\n"
        "    if row is None and connection.execute(there).first():\n"
        "        connection.execute(_DOOR, given)\n"
        '    return _door(connection, row, visitor if row.door_shared else "") if row else None',
        UNKNOWN,
    ),
    Bite(
        "the host's answer is looked for each five seconds",
        "bot/edges/web/door/templates/door.js",
        "return unchanged ? 8 : 5;",
        "return 10;",
        BROWSER,
    ),
    Bite(
        "a zone in one piece",
        "bot/edges/web/door/templates/door.js",
        '.replace(/([A-Z])-(\\d)/, "$1\\u2212$2")',
        "",
        BROWSER,
    ),
    Bite(
        "a zone in one piece without scripts",
        "bot/core/wording/times.py",
        '.replace("UTC-", "UTC\\N{MINUS SIGN}")',
        "",
        BROWSER,
    ),
    Bite(
        "the list answers who waits",
        "bot/core/replies/waiting_replies.py",
        "[let_them_in, *answer_buttons(t, whom)]",
        "[let_them_in]",
        ADMITTING,
    ),
    Bite(
        "who is left out stays out",
        "bot/core/parsing/slots/people_slots.py",
        "    if any(exception_at(words, at) for at in range(len(words))):\n",
        "    if False:\n",
        ADMITTING,
    ),
    Bite(
        "a condition lets nobody in",
        "bot/core/conversations/doors/at_the_door.py",
        "    if not all(any(fits(name, who) for who in people) for name in command.names):\n",
        "    if False:\n",
        ADMITTING,
    ),
)
"""Each lets somebody in too early or too late, tells a host twice or never, or promises a page."""
