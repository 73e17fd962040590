"""The safeguards of groups' hours, of who is on duty, and of calendars."""

from __future__ import annotations

from tests.bites.bite import Bite

_GROUPS, _EVENTS = (
    "bot/core/conversations/experts/expert_groups.py",
    "bot/edges/duty/calendar_events.py",
)
_STORE, _FILE = "bot/edges/storage/calendar_store.py", "bot/settings/group_file.py"
_STORY, _FEED = "tests/stories/test_duty.py", "tests/edges/test_calendar_refresh.py"
_HOURS = "tests/core/test_opening_hours.py"

DUTY = (
    Bite(
        "asking nobody of a closed group",
        "bot/core/conversations/experts/expert_lookup.py",
        "    if not group.is_open(at):\n",
        "    if not group:\n",
        (_STORY,),
    ),
    Bite(
        "asking nobody who is off duty",
        "bot/core/domain/duty.py",
        "            if said.stand_in is None:\n                return None\n",
        "            if said.stand_in is None:\n                return who\n",
        (_STORY,),
    ),
    Bite(
        "giving the duty back when a stand-in is off duty",
        "bot/core/domain/duty.py",
        "                if found:\n                    return found\n",
        "                return found or said.stand_in\n",
        (_STORY,),
    ),
    Bite(
        "asking nobody who may no longer use the bot",
        "bot/core/domain/duty.py",
        "        return who if self.serves(who) else None\n",
        "        return who\n",
        (_STORY,),
    ),
    Bite(
        "naming nobody of a group who may not use the bot",
        "bot/core/conversations/experts/expert_lookup.py",
        "return found if request.installation.access.admits(found.email) else None",
        "return found",
        (_STORY,),
    ),
    Bite(
        "a stand-in takes requests of their colleague's groups only",
        "bot/core/domain/experts.py",
        "return tuple(each for each in swapped if any(each.who.is_same(who) for who in named))",
        "return tuple(swapped)",
        (_STORY,),
    ),
    Bite(
        "reading the calendars of a group with a mistake",
        "bot/edges/duty/calendar_refresh.py",
        "        for each in self._addresses:\n",
        "        for each in found.calendars:\n",
        (_FEED,),
    ),
    Bite(
        "a swap that was given back stays over",
        "bot/core/conversations/experts/duty_commands.py",
        "        yield SaveDuty(replace(each, until=request.at))\n",
        "",
        (_STORY,),
    ),
    Bite(
        "leaving groups to administrators and their leads",
        _GROUPS,
        "    if not (_is_admin(request) or (before and _leads(before, request))):\n",
        "    if not request:\n",
        (_STORY,),
    ),
    Bite(
        "setting no space up from a private chat",
        _GROUPS,
        "if request.room_id is None and any(each.here for each in command.tiers):",
        "if not command:",
        (_STORY,),
    ),
    Bite(
        "leaving the naming of leads to administrators",
        _GROUPS,
        "if command.leads and not _is_admin(request):",
        "if not command:",
        (_STORY,),
    ),
    Bite(
        "asking for the time zone of hours",
        _GROUPS,
        "and not _zone(command, before, request):",
        "and not command.group:",
        (_STORY,),
    ),
    Bite(
        "closing at the second of two same times",
        "bot/core/domain/opening_hours.py",
        "_moment(day, _end_of(each), zone, 1)",
        "_moment(day, _end_of(each), zone, 0)",
        (_HOURS,),
    ),
    Bite(
        "asking the next when a space is gone",
        "bot/core/conversations/expert_calls/expert_tiers.py",
        '        yield from advance(asking, f"{by} {made.step}")\n',
        "        pass\n",
        ("tests/stories/test_experts.py",),
    ),
    Bite(
        "asking who is busy after all",
        "bot/core/conversations/expert_calls/expert_asking.py",
        "        yield Schedule((ScheduledTask(LATER, number, at),))\n",
        "        pass\n",
        ("tests/stories/test_presence.py",),
    ),
    Bite(
        "asking everybody at once if all are busy",
        "bot/core/conversations/expert_calls/expert_asking.py",
        "        return bool(later) and (yield from _ask(asking, tier))\n",
        "        return False\n",
        ("tests/stories/test_presence.py",),
    ),
    Bite(
        "the last good copy of a calendar",
        _STORE,
        "            if connection.execute(changed).rowcount:\n",
        "            if not connection.execute(changed):\n",
        (_FEED,),
    ),
    Bite(
        "dropping the copy of another address",
        _STORE,
        "same = _own(address) & (expert_calendars.c.address_digest == digest_of(address))",
        "same = _own(address)",
        (_FEED,),
    ),
    Bite(
        "an occurrence that was changed",
        _EVENTS,
        "            if begins.astimezone(UTC) not in self.changed:\n",
        "            if begins:\n",
        ("tests/edges/test_calendar_events.py",),
    ),
    Bite(
        "a change of all later occurrences",
        _EVENTS,
        "                    series.onward[at] = event\n",
        "                    pass\n",
        ("tests/edges/test_calendar_events.py",),
    ),
    Bite(
        "not using a group with a mistake",
        _FILE,
        "if group is None or len(self._problems) > before:",
        "if group is None:",
        ("tests/edges/test_group_file.py",),
    ),
    Bite(
        "the end of an absence that is suggested",
        "bot/core/composing/expert_sentences.py",
        '        return [f"{name} {until}"]\n',
        "        return [name]\n",
        ("tests/core/test_experts_typed.py",),
    ),
    Bite(
        "offering no duty for now that begins later",
        "bot/core/suggesting/duty_meant.py",
        "    if _FROM.search(found.text):\n        return True\n",
        "    if _FROM.search(found.text):\n        return False\n",
        ("tests/stories/test_duty_meant.py",),
    ),
    Bite(
        "asking whether the one who speaks stays a host",
        "bot/core/suggesting/made_host.py",
        '("handover", "cohost") if is_open else (command,)',
        "(command,)",
        ("tests/stories/test_handing_over.py",),
    ),
)
