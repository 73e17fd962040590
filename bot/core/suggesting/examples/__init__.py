"""What people type for each command, in tables by language: one template a line."""

from bot.core.suggesting.examples import (
    english_guests,
    english_meetings,
    english_other,
    french_examples,
    german_examples,
    guest_examples,
    question_examples,
    spanish_examples,
)

TABLES = (
    english_meetings.EXAMPLES,
    english_guests.EXAMPLES,
    english_other.EXAMPLES,
    german_examples.EXAMPLES,
    french_examples.EXAMPLES,
    spanish_examples.EXAMPLES,
    guest_examples.EXAMPLES,
    question_examples.EXAMPLES,
)
