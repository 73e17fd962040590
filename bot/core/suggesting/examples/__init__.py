"""What people type for each command, in tables by language, with one template per line."""

from bot.core.suggesting.examples import (
    english_guests,
    english_meetings,
    english_other,
    french_meetings,
    french_other,
    german_meetings,
    german_other,
    group_examples,
    guest_examples,
    host_examples,
    question_examples,
    spanish_meetings,
    spanish_other,
)

TABLES = (
    *(english_meetings.EXAMPLES, english_guests.EXAMPLES, english_other.EXAMPLES),
    *(german_meetings.EXAMPLES, german_other.EXAMPLES),
    *(french_meetings.EXAMPLES, french_other.EXAMPLES),
    *(spanish_meetings.EXAMPLES, spanish_other.EXAMPLES),
    *(guest_examples.EXAMPLES, group_examples.EXAMPLES, question_examples.EXAMPLES),
)

TO_HOSTS = (host_examples.EXAMPLES,)
"""What guests say to their host; only guests are read with these."""
