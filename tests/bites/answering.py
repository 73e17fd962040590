"""The safeguards of answers: what an answer chooses, and what it never does."""

from __future__ import annotations

from tests.bites.bite import Bite

ANSWERS, TIME_ANSWERS = "bot/core/suggesting/answers.py", "bot/core/suggesting/time_answers.py"
ANSWERING = ("tests/core/test_answers.py", "tests/stories/test_answering.py")

INVITED = ("tests/stories/test_invited_colleagues.py",)

ANSWERING_BITES = (
    Bite(
        "a sentence around an hour as the answer",
        "bot/core/suggesting/plain_answers.py",
        "value if all(_is_of_value(each, is_time=is_time) for each in left) else",
        "value or",
        ("tests/core/test_plain_answers.py", "tests/stories/test_day_without_hour.py"),
    ),
    Bite(
        "a question that was answered",
        ANSWERS,
        "    if is_over:\n",
        "    if False:\n",
        ("tests/stories/test_answered_questions.py", "tests/stories/test_front_desk_asks.py"),
    ),
    Bite(
        "an ordinal that names no meeting",
        ANSWERS,
        "    return NothingAsked() if chosen(said, len(ORDINALS)) is not None else None\n",
        "    return None\n",
        ANSWERING,
    ),
    Bite(
        "what is not meant declines",
        ANSWERS,
        "    if words[:1] == [NOT] and len(words) <= _SHORT:\n",
        "    if False:\n",
        ANSWERING,
    ),
    Bite(
        "the same question after an unclear answer",
        ANSWERS,
        "    return WhichOne() if may_answer else None\n",
        "    return None\n",
        ANSWERING,
    ),
    Bite(
        "an answer in the other half of the day",
        TIME_ANSWERS,
        "    Part.AFTERNOON: range(12, 24),\n",
        "    Part.AFTERNOON: range(24),\n",
        ANSWERING,
    ),
    Bite(
        "a guest's words in a direct chat only",
        "bot/core/conversations/requests/spoken_of.py",
        "    if not by.direct:\n        return ()\n",
        "",
        INVITED,
    ),
    Bite(
        "a guest's other questions are for the host",
        "bot/core/suggesting/guest_reader.py",
        "    if score >= CLEAR and asks != asked and asks in ANSWERED:\n",
        "    if asks != asked:\n",
        INVITED,
    ),
    Bite(
        "a name that looks like a slip",
        "bot/core/suggesting/clearer_readings.py",
        "if command and (not typed or keeps_as_typed(typed, each, command, spoken.own_words)):",
        "if command:",
        ("tests/stories/test_words_kept.py",),
    ),
    Bite(
        "an address that ends in one letter",
        "bot/core/parsing/text/addresses.py",
        "ends_in_a_letter(email) or ",
        "",
        ("tests/core/test_addresses.py",),
    ),
    Bite(
        "who is late offered to go off duty",
        "bot/core/suggesting/duty_meant.py",
        "    if _ON_THE_WAY.intersection(words) and not negates(words):\n",
        "    if False:\n",
        ("tests/stories/test_said_in_short.py",),
    ),
    Bite(
        "a button of a declined question",
        "bot/core/conversations/dispatch.py",
        "if isinstance(command, Declined) and decision.once:",
        "if False:",
        ("tests/stories/test_answered_questions.py",),
    ),
    Bite(
        "a guest’s question passed on",
        "bot/core/suggesting/guest_reader.py",
        "        return GuestSays(asks=asks)\n    return _nearest(found)",
        "        pass\n    return _nearest(found)",
        ("tests/stories/test_guests_questions.py",),
    ),
    Bite(
        "a question that offers a change",
        "bot/core/suggesting/contrary_words.py",
        "    (_CHANGES, lambda found: _ASKS_WHO_OR_WHEN.match(found.text.strip())),\n",
        "",
        ("tests/stories/test_front_desk_asks.py",),
    ),
    Bite(
        "words for guests that name somebody else",
        "bot/core/suggesting/nearest_examples.py",
        "        unknown_addressee(found.text, spoken)\n        or ",
        "        ",
        ("tests/stories/test_front_desk_asks.py",),
    ),
    Bite(
        "both, where there is one choice",
        "bot/core/suggesting/answers.py",
        "return Declined() if denied or BOTH.isdisjoint(words) else suggested(*commands[:MOST])",
        "return Declined()",
        ("tests/stories/test_front_desk_asks.py",),
    ),
    Bite(
        "a whole length as more minutes",
        "bot/core/composing/extending.py",
        "meeting.opens and _is_in_all(found.length, text)",
        "False and _is_in_all(found.length, text)",
        ("tests/stories/test_total_lengths.py", "tests/stories/test_front_desk_asks.py"),
    ),
    Bite(
        "a cancelled meeting after another was changed",
        "bot/core/conversations/requests/spoken_of.py",
        "    return None if others else off\n",
        "    return off\n",
        ("tests/stories/test_undoing.py",),
    ),
    Bite(
        "an option that may be the subject's",
        "bot/core/parsing/slots/subjects.py",
        "_doubtful(after, end) or _doubtful_option(after, end)",
        "_doubtful(after, end)",
        ("tests/stories/test_words_kept.py",),
    ),
)
