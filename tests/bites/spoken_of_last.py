"""The safeguards that tell what a sentence is about by what went before it."""

from __future__ import annotations

from tests.bites.bite import Bite

LAST = ("tests/stories/test_spoken_of_last.py",)
ASK = "bot/core/conversations/requests/ask.py"

SPOKEN_OF_LAST = (
    Bite(
        "the only meeting isn't the one refused",
        "bot/core/conversations/requests/meeting_choice.py",
        "    return may_be_another(command, record, mentioned, request)\n",
        "    return False\n",
        LAST,
    ),
    Bite(
        "what was handed over isn't spoken of any more",
        ASK,
        "request.at if is_lost else request.unclear_since",
        "request.unclear_since",
        LAST,
    ),
    Bite(
        "nothing but a time replaces a time",
        "bot/core/suggesting/gap_answers.py",
        "    if plain == sentence or not isinstance(found, Sayable):\n",
        "    if True:\n",
        LAST,
    ),
    Bite(
        "an answer that isn't sure",
        "bot/core/suggesting/answers.py",
        "isinstance(found, Sayable) and is_hedged(text)",
        "False",
        LAST,
    ),
    Bite(
        "too behind a message",
        "bot/core/suggesting/doubtful_commands.py",
        "follows_address and not begins_to_add(said)",
        "False",
        LAST,
    ),
    Bite(
        "a yes behind a guest's message",
        "bot/core/conversations/requests/overtaking.py",
        "        if known or rooms:\n",
        "        if False:\n",
        LAST,
    ),
    Bite(
        "a yes in another thread",
        "bot/core/domain/open_questions.py",
        "thread not in (self.thread, message_id)",
        "False",
        LAST,
    ),
)
