"""What is done if a sentence is one of it, from its first word to its last, by language."""

from bot.core.templates.tables import (
    english_clear,
    english_clear_later,
    english_desk,
    french_clear,
    french_clear_later,
    french_desk,
    german_clear,
    german_clear_later,
    german_desk,
    spanish_clear,
    spanish_clear_later,
    spanish_desk,
)

CLEAR_TABLES = (
    *(english_clear.EXAMPLES, english_clear_later.EXAMPLES, english_desk.EXAMPLES),
    *(german_clear.EXAMPLES, german_clear_later.EXAMPLES, german_desk.EXAMPLES),
    *(french_clear.EXAMPLES, french_clear_later.EXAMPLES, french_desk.EXAMPLES),
    *(spanish_clear.EXAMPLES, spanish_clear_later.EXAMPLES, spanish_desk.EXAMPLES),
)
