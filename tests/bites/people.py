"""The safeguards for the people of a meeting: who is who, who may what, and who is told what."""

from __future__ import annotations

from tests.bites.bite import Bite

NAMES = ("tests/stories/test_names.py",)
AGAIN = ("tests/stories/test_trying_again.py",)
COUNTED = ("tests/stories/test_messages_by_command.py",)

PEOPLE = (
    Bite(
        "no host without a link",
        "bot/core/conversations/hosts.py",
        "    if delivery.trouble:\n",
        "    if False:\n",
        ("tests/stories/test_more_links.py",),
    ),
    Bite(
        "domains by IDNA 2008",
        "bot/core/domain/email_addresses.py",
        "return str(idna.encode(domain, uts46=True).decode())",
        'return domain.casefold().encode("idna").decode()',
        ("tests/core/test_email_addresses.py",),
    ),
    Bite(
        "bots are no hosts",
        "bot/core/conversations/hosts.py",
        "    if is_bot(colleague.email):\n",
        "    if False:\n",
        NAMES,
    ),
    Bite(
        "bots are no guests",
        "bot/core/conversations/meet.py",
        "return is_bot(who.email) or ",
        "return ",
        NAMES,
    ),
    Bite(
        "a time zone that nobody has set",
        "bot/core/conversations/meeting_questions.py",
        "    if command.zone_assumed:\n",
        "    if False:\n",
        ("tests/stories/test_time_zone.py",),
    ),
    Bite(
        "deleting subjects with the people",
        "bot/edges/storage/data_retention.py",
        '("host", "host_name", "organizer", "subject")',
        '("host", "host_name", "organizer")',
        ("tests/edges/test_data_retention.py",),
    ),
    Bite(
        "a file that is complete after a stop",
        "bot/edges/storage/database.py",
        "        truncate_log(database)\n",
        "        pass\n",
        ("tests/engine/test_database.py",),
    ),
    Bite(
        "readiness to write",
        "bot/edges/web/health.py",
        '        SingletonTasks(database).note("ready", time.time())\n',
        "        database.connect().close()\n",
        ("tests/engine/test_database.py",),
    ),
    Bite(
        "a file that was deleted",
        "bot/edges/storage/sqlite.py",
        "        raise sa.exc.DisconnectionError\n",
        "        pass\n",
        ("tests/engine/test_database.py",),
    ),
    Bite(
        "an answer to a space in private",
        "bot/core/conversations/list_commands.py",
        "        yield from point_to_direct_chat(request)\n",
        "",
        COUNTED,
    ),
    Bite(
        "no receipt twice",
        "bot/core/conversations/hosts.py",
        "    if not request.requester.direct:\n",
        "    if True:\n",
        COUNTED,
    ),
    Bite(
        "who made somebody a host",
        "bot/core/conversations/hosts.py",
        "    new = host_recipient(colleague, reason)\n",
        "    new = host_recipient(colleague)\n",
        ("tests/stories/test_more_links.py",),
    ),
    Bite(
        "more time before the end",
        "bot/core/conversations/meeting_tasks.py",
        "        *offer_task(meeting),\n",
        "",
        ("tests/stories/test_upkeep.py",),
    ),
    Bite(
        "meeting again after the end",
        "bot/core/conversations/meeting_choice.py",
        "    if ended:\n",
        "    if False:\n",
        AGAIN,
    ),
    Bite(
        "trying again after an outage",
        "bot/core/conversations/failed_requests.py",
        "isinstance(trouble, Passing | Unintelligible)",
        "isinstance(trouble, str)",
        AGAIN,
    ),
    Bite(
        "the names of devices",
        "bot/core/conversations/guest_messages.py",
        "devices=request.installation.device_names(meeting),",
        "devices=(),",
        AGAIN,
    ),
    Bite(
        "invisible marks only in direct chats",
        "bot/edges/webex/api.py",
        "isinstance(place, Person)  # see `seek`",
        "True",
        ("tests/contract/test_webex.py",),
    ),
    Bite(
        "who called through a proxy",
        "bot/edges/web/client_address.py",
        "        if not any(address in network for network in trusted):\n            break\n",
        "",
        ("tests/edges/test_client_address.py", "tests/seeing/test_admin.py"),
    ),
    Bite(
        "the host's name",
        "bot/core/conversations/meet.py",
        "return replace(command, guests=guests), request.with_name(name)",
        "return replace(command, guests=guests), request",
        NAMES,
    ),
    Bite(
        "misspelt settings",
        "bot/settings/__init__.py",
        "    return nearly_settings(names, [name.upper() for name in Settings.model_fields])",
        "    return {}",
        ("tests/test_settings.py",),
    ),
    Bite(
        "a visit page that stays current",
        "bot/sandbox/instant_connect/templates/visit.html",
        "    setInterval(look, EVERY);\n",
        "",
        ("tests/browser/test_visit_page.py",),
    ),
    Bite(
        "links to share after the host's own",
        "bot/core/conversations/minting.py",
        "return Way.HANDED in self.ways or (self.role is Role.SPARE and self.ways == DIRECT)",
        "return False",
        ("tests/stories/test_handing_on.py",),
    ),
)
