"""The safeguards of what people get by email and text message."""

from __future__ import annotations

from tests.bites.bite import Bite

CALENDARS = ("tests/mail/test_calendars.py",)
REPLIES = ("tests/edges/test_mail.py",)

MAIL = (
    Bite(
        "times in UTC",
        "bot/edges/delivery/calendar_invitations.py",
        '"dtstart": invitation.begins.astimezone(UTC)',
        '"dtstart": invitation.begins.replace(tzinfo=None)',
        CALENDARS,
    ),
    Bite(
        "the link as the place",
        "bot/edges/delivery/calendar_invitations.py",
        '    event.add("location", link)\n',
        "",
        CALENDARS,
    ),
    Bite(
        "mails of seven bits",
        "bot/edges/delivery/mime.py",
        ', cte_type="7bit"',
        "",
        ("tests/mail/test_hostile.py",),
    ),
    Bite(
        "no busy time for a cancelled meeting",
        "bot/edges/delivery/calendar_invitations.py",
        '"TRANSPARENT" if invitation.cancelled else "OPAQUE"',
        '"OPAQUE"',
        CALENDARS,
    ),
    Bite(
        "the organizer's name",
        "bot/edges/delivery/calendar_invitations.py",
        "_address(invitation.host, CN=invitation.host_name)",
        "_address(invitation.host)",
        CALENDARS,
    ),
    Bite(
        "the host's calendar",
        "bot/core/pages/host_calendar.py",
        "replace(entry, cancelled=True, sequence=entry.sequence + 1)",
        "entry",
        ("tests/doors/test_hosts_calendar.py",),
    ),
    Bite(
        "enhanced status codes",
        "bot/edges/delivery/smtp_replies.py",
        "    if found:\n",
        "    if False:\n",
        REPLIES,
    ),
    Bite(
        "bounces",
        "bot/edges/delivery/smtp.py",
        'self._bounces.replace("{id}", mail_id) or self._sender.addr_spec',
        "self._sender.addr_spec",
        REPLIES,
    ),
    Bite(
        "the link of a reminder",
        "bot/core/conversations/scheduled/reminders.py",
        "    messages = list(_messages(reminder, recipients, links))\n",
        "    messages = list(_messages(reminder, recipients, None))\n",
        ("tests/stories/test_upkeep.py",),
    ),
    Bite(
        "GSM's alphabet",
        "bot/core/wording/sms_length.py",
        'return written if _is_gsm(written.replace(LINK, "")) else text',
        "return text",
        ("tests/core/test_phone_texts.py",),
    ),
    Bite(
        "the length of a link in a text message",
        "bot/core/replies/sms_texts.py",
        "filled_in(words, link) if link else words",
        'words.replace(LINK, "")',
        ("tests/mail/test_organisation.py",),
    ),
    Bite(
        "which meeting was cancelled",
        "bot/core/replies/sms_texts.py",
        "    words = _shortest(list(_cancelled(t, meeting, zone)))\n",
        '    words = "The video meeting was cancelled."\n',
        ("tests/stories/test_phones.py",),
    ),
    Bite(
        "addresses of pages in subjects",
        "bot/core/replies/mail_texts.py",
        '    return unlinked(meeting.subject or "")\n',
        '    return meeting.subject or ""\n',
        CALENDARS,
    ),
    Bite(
        "the organization's logo",
        "bot/core/replies/mail_texts.py",
        "return Logo(occasion.logo_url, meeting.organisation) if occasion.logo_url else None",
        "return None",
        ("tests/mail/test_organisation.py",),
    ),
)
