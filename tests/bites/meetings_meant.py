"""The safeguards of which meeting is meant, and of two requests in one message."""

from __future__ import annotations

from tests.bites.bite import Bite

MEETINGS_MEANT = (
    Bite(
        "the meeting that is named",
        "bot/core/suggesting/which_meeting.py",
        "    if unknown := unknown_meeting(said):\n",
        "    if unknown := None:\n",
        ("tests/core/test_meetings_meant.py",),
    ),
    Bite(
        "guests of private meetings in a space",
        "bot/core/conversations/requests/colleagues.py",
        "if request.room_id in (None, each.room_id)]",
        "if True]",
        ("tests/stories/test_first_names.py",),
    ),
    Bite(
        "words that are no subject",
        "bot/core/suggesting/possible_subjects.py",
        '    subject = next(filter(None, map(_plausible, guesses)), "")\n',
        '    subject = next(filter(None, guesses), "")\n',
        ("tests/stories/test_front_desk.py",),
    ),
    Bite(
        "a command that is said anew",
        "bot/core/suggesting/answers.py",
        "    if _begins_like(text, [sentence]):\n",
        "    if False:\n",
        ("tests/stories/test_answering.py",),
    ),
    Bite(
        "a choice that is said anew",
        "bot/core/suggesting/answers.py",
        "len(choices) > 1 and not is_said_anew and",
        "len(choices) > 1 and",
        ("tests/stories/test_answering.py",),
    ),
    Bite(
        "words of the speaker's meetings are no slips",
        "bot/core/suggesting/second_reader.py",
        "slips.corrected(sentence, spoken.own_words)",
        "slips.corrected(sentence)",
        ("tests/stories/test_front_desk.py",),
    ),
    Bite(
        "a first name in a large space",
        "bot/edges/webex/api.py",
        "            if len(found) > COLLEAGUES:\n",
        "            if False:\n",
        ("tests/contract/test_webex.py",),
    ),
    Bite(
        "a meeting to which somebody came",
        "bot/core/conversations/doors/door_events.py",
        "    yield MentionMeeting(due.record.meeting.number, due.notice.at)\n",
        "",
        ("tests/doors/test_arriving.py",),
    ),
    Bite(
        "the meeting that was just mentioned",
        "bot/core/conversations/requests/meeting_candidates.py",
        "_each_once([*mentioned, *found])",
        "_each_once(found)",
        ("tests/stories/test_just_mentioned.py",),
    ),
    Bite(
        "what another host named",
        "bot/edges/storage/meeting_hosts.py",
        "hosts.c.person_id == step.person_id if step.person_id else sa.true()",
        "sa.true()",
        ("tests/stories/test_just_mentioned.py",),
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
        ("tests/core/test_second_requests.py",),
    ),
    Bite(
        "a person in a new subject",
        "bot/core/parsing/unclear_requests.py",
        "return Unclear(named.raw[:100], Hint.SUBJECT) if named else None",
        "return None",
        ("tests/core/test_second_requests.py",),
    ),
    Bite(
        "whose door a guest is at",
        "bot/core/conversations/requests/meeting_candidates.py",
        "        if at_door:\n",
        "        if False:\n",
        ("tests/doors/test_whose_door.py",),
    ),
    Bite(
        "more minutes that start no meeting",
        "bot/core/suggesting/ranking.py",
        "if not found.people and _MORE & set(tokens(found.length)):",
        "if False:",
        ("tests/stories/test_asked_plainly.py",),
    ),
    Bite(
        "the request to tell somebody as what is told",
        "bot/core/composing/grammar_sentences.py",
        "meeting.without_guests(found.people) or is_for_somebody(message):",
        "meeting.without_guests(found.people):",
        ("tests/stories/test_told_to_whom.py",),
    ),
    Bite(
        "what is for somebody else as words to a host",
        "bot/core/suggesting/ranking.py",
        "return is_for_somebody(found.text) and not hosts & words",
        "return False",
        ("tests/stories/test_told_to_whom.py",),
    ),
)
