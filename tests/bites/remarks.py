"""The safeguards against remarks and messages that sound like commands."""

from __future__ import annotations

from tests.bites.bite import Bite

CANCEL = "bot/core/conversations/meetings/extend_and_cancel.py"
REMARKED = ("tests/stories/test_remarks.py",)
OPPOSITE = ("tests/stories/test_not_the_opposite.py",)

REMARKS = (
    Bite(
        "a request to the bot behind a colon",
        "bot/core/suggesting/doubtful_messages.py",
        "request_at_end(command.text) if mark in _COLONS else None",
        "None",
        ("tests/stories/test_doubtful_messages.py",),
    ),
    Bite(
        "the last word of a name",
        "bot/core/templates/template_reader.py",
        "isinstance(said, Rename) and leaves_out_of_name(sentence, plain)",
        "False",
        ("tests/stories/test_whole_names.py",),
    ),
    Bite(
        "nobody ends what has not begun",
        CANCEL,
        "command.ask_first or _may_be_remark(record.meeting, request)",
        "command.ask_first",
        REMARKED,
    ),
    Bite(
        "nobody repeats what is to come",
        "bot/core/conversations/meetings/rename_and_repeat.py",
        "    if record and _may_be_remark(command, record.meeting, request):\n",
        "    if False:\n",
        REMARKED,
    ),
    Bite(
        "a number that may be an hour or minutes",
        "bot/core/conversations/meetings/move.py",
        "    if number is not None:\n",
        "    if False:\n",
        REMARKED,
    ),
    Bite(
        "a colleague who is asked to take it",
        "bot/core/conversations/experts/expert_claims.py",
        " and is_asked_of_somebody(request.own_words):\n",
        " and False:\n",
        REMARKED,
    ),
    Bite(
        "a visit in person",
        "bot/core/conversations/requests/meeting_questions.py",
        "    if may_go_there(request.own_words):\n",
        "    if False:\n",
        REMARKED,
    ),
    Bite(
        "who stays or can't come",
        "bot/core/composing/left_out.py",
        "    return contrasted if people - contrasted else places\n",
        "    return places\n",
        OPPOSITE,
    ),
    Bite(
        "a guest with another title's name",
        "bot/core/suggesting/denials.py",
        "    if unknown := _unknown_by_title(guess, found, spoken):\n",
        "    if False:\n        unknown = ''\n",
        OPPOSITE,
    ),
)
