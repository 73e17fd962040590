"""The safeguards of which meeting is meant, and of two requests in one message."""

from __future__ import annotations

from tests.bites.bite import Bite

MEETINGS_MEANT = (
    Bite(
        "the meeting that is named",
        "bot/core/suggesting/which_meeting.py",
        "    if unknown := unknown_meeting(said):\n",
        "    if unknown := None:\n",
        ("tests/core/test_which_meeting.py",),
    ),
    Bite(
        "which of several meetings to cancel",
        "bot/core/conversations/requests/meeting_candidates.py",
        "    if isinstance(command, Cancel):\n        return _is_just_made",
        "    if False:\n        return _is_just_made",
        ("tests/stories/test_which_meeting.py",),
    ),
    Bite(
        "cancel right after a refusal",
        "bot/core/conversations/requests/understanding.py",
        "if is_bare and asked and asked.is_open(request.written):",
        "if False:",
        ("tests/stories/test_which_meeting.py",),
    ),
    Bite(
        "a second request in a subject",
        "bot/core/parsing/grammar.py",
        "doubt_about_subject(command, words, region) or command",
        "command",
        ("tests/core/test_two_requests.py",),
    ),
    Bite(
        "a person in a new subject",
        "bot/core/parsing/unclear_requests.py",
        "return Unclear(named.raw[:100], Hint.SUBJECT) if named else None",
        "return None",
        ("tests/core/test_two_requests.py",),
    ),
)
