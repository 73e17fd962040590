"""The safeguards of understanding: what is done, what is asked about, and what is suggested."""

from __future__ import annotations

from tests.bites.bite import Bite

SHORT = ("tests/core/test_short_sentences.py",)
ANSWERING = ("tests/stories/test_answering.py", "tests/core/test_answers.py")
UNDOING = ("tests/stories/test_undoing.py",)
UNTIL = ("tests/stories/test_extending_until.py", "tests/core/test_grammar_later.py")
GUESTS = ("tests/stories/test_guests_languages.py", "tests/stories/test_guests_heard.py")
ASKED = ("tests/stories/test_questions.py",)
CLEAR = ("tests/core/test_clear_sentences.py", "tests/core/test_template_strictness.py")
STRICT = ("tests/core/test_template_strictness.py",)
NEAREST = ("tests/core/test_nearest_examples.py",)
HEARD = ("tests/hearing/test_hearing.py",)
NUMBERS = "bot/core/composing/bare_numbers.py"
SENTENCES = "bot/core/composing/grammar_sentences.py"
READER = "bot/core/suggesting/second_reader.py"
EXAMPLES = "bot/core/suggesting/nearest_examples.py"
GUESSES = "bot/core/suggesting/guesses.py"

HEARING = (
    Bite("minutes alone", NUMBERS, "_ONLY_MORE.fullmatch(text)", "None", SHORT),
    Bite("one hour instead of another", NUMBERS, r'_INSTEAD.sub(r"at \1:00", ', "(", SHORT),
    Bite(
        "a remark about a guest that the guest would read",
        "bot/core/conversations/requests/understanding.py",
        "    return asked or _asked_first(reading, request)\n",
        "    return _asked_first(reading, request)\n",
        ("tests/stories/test_doubtful_messages.py",),
    ),
    Bite(
        "a wish of others as an order",
        "bot/core/conversations/requests/rereading.py",
        "    if said is not None and is_only_wished(said, whole.sentence):\n",
        "    if False:\n",
        ("tests/stories/test_wishes.py",),
    ),
    Bite(
        "a language without its preposition",
        SENTENCES,
        '_INTO.sub("", getattr(found, slot.rstrip("}")))',
        'getattr(found, slot.rstrip("}"))',
        SHORT,
    ),
    Bite(
        "a new meeting after a cancellation",
        SENTENCES,
        "    if name == UNDO and spoken.cancelled:\n",
        "    if False:\n",
        UNDOING,
    ),
    Bite(
        "no way back after another meeting was made",
        "bot/core/conversations/requests/spoken_of.py",
        "    since = max(made, at - OPEN)\n",
        "    since = at - OPEN\n",
        UNDOING,
    ),
    Bite(
        "no way back for long",
        "bot/core/conversations/requests/spoken_of.py",
        "    since = max(made, at - OPEN)\n",
        "    since = made\n",
        UNDOING,
    ),
    Bite(
        "a word for cancelled meetings",
        EXAMPLES,
        "    if nearest == UNDO and spoken.cancelled:\n",
        "    if False:\n",
        UNDOING,
    ),
    Bite(
        "doing nothing that was suggested",
        GUESSES,
        "    return Suggested(choices, unclear) if choices else unclear\n",
        "    return next(iter(choices), unclear)\n",
        (*HEARD, *UNDOING),
    ),
    Bite(
        "questions that look like help",
        READER,
        "OPEN | OF_TIMES | {Hint.NO_TOPIC, Hint.EXCEPT}",
        "OPEN | OF_TIMES | {Hint.EXCEPT}",
        ASKED,
    ),
    Bite(
        "how many is not how to",
        "bot/core/suggesting/ranking.py",
        "word in _HOW and after not in _HOW_MUCH",
        "word in _HOW",
        ASKED,
    ),
    Bite(
        "a small hour until when",
        "bot/core/suggesting/clearer_times.py",
        'return [f"{found[\'until\']} {clock}" for clock in _clocks(int(found["hour"]))]',
        "return []",
        UNTIL,
    ),
    Bite(
        "a bare hour until when",
        "bot/core/parsing/slots/time_change_slots.py",
        "own_day.take(times, now, bare=False)",
        "own_day.take(times, now)",
        (*UNTIL, "tests/core/test_harm.py"),
    ),
    Bite(
        "no night that was not said",
        "bot/core/conversations/meetings/extend_and_cancel.py",
        " or (guessed and longer > _LONGEST_GUESS)\n",
        "\n",
        UNTIL,
    ),
    Bite(
        "words for the host rather than a link",
        "bot/core/suggesting/guest_reader.py",
        "    return MyLink() if link >= NEAR and link > words else GuestSays()\n",
        "    return MyLink() if link >= NEAR else GuestSays()\n",
        GUESTS,
    ),
    Bite(
        "no link for somebody else",
        "bot/core/suggesting/guest_reader.py",
        "        return GuestSays() if command.guests else MyLink()\n",
        "        return MyLink()\n",
        GUESTS,
    ),
    Bite(
        "answers for ten minutes",
        "bot/core/conversations/requests/rereading.py",
        "    question = asked if asked and asked.is_open(request.written) else None\n",
        "    question = asked\n",
        ANSWERING,
    ),
    Bite(
        "one answer to a question",
        "bot/core/suggesting/answers.py",
        "    if len(choices) == 1 or (choices and answered):\n",
        "    if choices:\n",
        ANSWERING,
    ),
    Bite(
        "nobody cancelled instead of a meeting",
        "bot/core/parsing/slots/meeting_reference.py",
        "    if alone & _NOBODY and not alone - _NOISE:\n",
        "    if False:\n",
        UNDOING,
    ),
    Bite(
        "again after a cancellation",
        "bot/core/conversations/meetings/rename_and_repeat.py",
        "    if off:\n",
        "    if False:\n",
        UNDOING,
    ),
    Bite(
        "again long after a cancellation",
        "bot/core/conversations/requests/spoken_of.py",
        "    off = [each for each in of_place if each.cancelled and each.cancelled > since]\n",
        "    off = [each for each in of_place if each.cancelled]\n",
        UNDOING,
    ),
    Bite(
        "a guest off the call is no request",
        "bot/core/parsing/command_words.py",
        "    is_all = _is_last(words, end) and",
        "    is_all = _is_last(words, at) and",
        CLEAR,
    ),
    Bite(
        "clear from the first word to the last",
        "bot/core/templates/whole_sentences.py",
        "if len(words) in match.ends(tree, 0)",
        "if match.ends(tree, 0)",
        CLEAR,
    ),
    Bite(
        "a clear sentence, not a question",
        "bot/core/templates/template_reader.py",
        "if not (fits and takes_all(name, found) and _is_request(name, sentence)):",
        "if not (fits and takes_all(name, found)):",
        CLEAR,
    ),
    Bite(
        "a clear sentence, not a quotation",
        "bot/core/templates/template_reader.py",
        " or _OTHERS_WORDS.search(sentence):\n",
        ":\n",
        CLEAR,
    ),
    Bite(
        "a clear sentence, not a denial",
        "bot/core/composing/tokens.py",
        "return [NOT if word in _NEGATIONS else word for word in spelled.split()]",
        "return [word for word in spelled.split() if word not in _NEGATIONS]",
        CLEAR,
    ),
    Bite(
        "a template takes all that is said",
        "bot/core/templates/fitting_commands.py",
        "    return taken and not found.is_said_twice\n",
        "    return True\n",
        STRICT,
    ),
    Bite(
        "a template takes each thing once",
        "bot/core/templates/fitting_commands.py",
        "    return taken and not found.is_said_twice\n",
        "    return taken\n",
        STRICT,
    ),
    Bite(
        "no meeting whose number is not known",
        "bot/core/composing/names.py",
        "if len(found) == 1 and numbers <= {found[0].number} else None",
        "if len(found) == 1 else None",
        STRICT,
    ),
    Bite(
        "only guests tell which meeting to cancel",
        "bot/core/templates/fitting_commands.py",
        "        return named is not None and named.has_guests(found.people)\n",
        "        return True\n",
        STRICT,
    ),
    Bite(
        "nobody guessed among several guests",
        "bot/core/templates/fitting_commands.py",
        "    return len(spoken.meetings) == 1 and len(spoken.guests) == 1\n",
        "    return True\n",
        STRICT,
    ),
    Bite(
        "the second reader carries out nothing",
        GUESSES,
        "    return Suggested(choices, unclear) if choices else unclear\n",
        "    return next(iter(choices), unclear)\n",
        ("tests/core/test_second_reader.py",),
    ),
    Bite(
        "what the grammar refuses by name",
        "bot/core/templates/template_reader.py",
        "    if not is_open or ",
        "    if ",
        STRICT,
    ),
    Bite(
        "polite words only at the very end",
        "bot/core/composing/courtesies.py",
        "(?:{_phrases(_ENDINGS)}){_AROUND}*$",
        "(?:{_phrases(_ENDINGS)}).*$",
        CLEAR,
    ),
    Bite(
        "no words swallowed by a subject",
        "bot/core/composing/names.py",
        r'between = rf"\W+(?:{one_of(_DULL)}\W+){{0,3}}"',
        'between = r"\\b.{0,40}\\b"',
        CLEAR,
    ),
    Bite(
        "today is no length",
        "bot/core/parsing/times/time_phrases.py",
        "(?!2day\\b)",
        "",
        CLEAR,
    ),
    Bite(
        "far from every example",
        EXAMPLES,
        "NEAR, VERY_NEAR = 0.28, 0.5",
        "NEAR, VERY_NEAR = 0.0, 0.5",
        NEAREST,
    ),
    Bite(
        "a denial is unlike its request",
        "bot/core/suggesting/nearest.py",
        "_OTHERWISE = 0.35",
        "_OTHERWISE = 1.0",
        NEAREST,
    ),
    Bite(
        "the meeting of the guests named",
        SENTENCES,
        "spoken.with_guests(found.people) if name in OF_ITS_GUESTS else None",
        "None",
        CLEAR,
    ),
    Bite(
        "only sure lookups are answered",
        GUESSES,
        "is_sure = doubtless or (is_alone and all(map(only_shows, commands)))",
        "is_sure = True",
        NEAREST,
    ),
    Bite(
        "words for the host, if no link is near",
        "bot/core/suggesting/guest_reader.py",
        "    return MyLink() if link >= NEAR and link > words else GuestSays()\n",
        "    return MyLink() if link > words else GuestSays()\n",
        GUESTS,
    ),
    Bite(
        "a lookup instead of a command is suggested",
        "bot/core/conversations/requests/clarify.py",
        "    if isinstance(reading, Status | Meetings):\n",
        "    if False:\n",
        ("tests/stories/test_questions.py", *UNDOING),
    ),
    Bite(
        "an hour after an unaccented a",
        "bot/core/parsing/times/clock_times.py",
        '_FRENCH_AT = r"(?:(?<=(?<!\\S)(?<!for\\ )a\\ )|',
        '_FRENCH_AT = r"(?:',
        CLEAR,
    ),
    Bite(
        "now and a time are two times",
        "bot/core/parsing/times/schedule.py",
        "    if opens and len(rest) + len(time_words) < len(words):\n",
        "    if False:\n",
        ("tests/core/test_harm.py",),
    ),
    Bite(
        "a second host is not the second meeting's",
        "bot/core/composing/names.py",
        "after not in _NO_MEETINGS]",
        "True]",
        CLEAR,
    ),
    Bite(
        "only guests are let in",
        "bot/core/templates/fitting_commands.py",
        "    is_strange = name in _AT_THE_DOOR and not here.has_guests(found.people)\n",
        "    is_strange = False\n",
        CLEAR,
    ),
)
