"""What people call languages: those that the bot speaks, and others."""

from __future__ import annotations

NAMES_OF_LANGUAGES = {
    "en": ("english", "englisch", "anglais", "inglés", "ingles", "inglese", "inglês", "engels"),
    "de": ("german", "deutsch", "allemand", "alemán", "aleman", "tedesco", "alemão", "duits"),
    "fr": ("french", "français", "francais", "französisch", "francés", "francese", "frans"),
    "es": ("spanish", "español", "espanol", "spanisch", "espagnol", "spagnolo", "castellano"),
    "it": ("italian", "italiano", "italienisch", "italien", "italiaans"),
    "pt": ("portuguese", "português", "portugues", "portugiesisch", "portugais", "portugués"),
    "nl": ("dutch", "nederlands", "niederländisch", "holländisch", "néerlandais", "neerlandés"),
    "ja": ("japanese", "日本語", "日本語で", "japanisch", "japonais", "japonés", "giapponese"),
}
"""Names of the languages that the bot speaks; the first one is used in sentences."""

OTHER_LANGUAGES = (
    *("polish", "polski", "danish", "swedish", "norwegian", "finnish", "czech", "greek"),
    *("hungarian", "romanian", "bulgarian", "turkish", "türkçe", "russian", "ukrainian", "hebrew"),
    *("arabic", "hindi", "thai", "korean", "한국어", "chinese", "中文", "vietnamese", "indonesian"),
)
"""Languages that the bot does not speak, by names that mean nothing else."""

LANGUAGES_BY_NAME = {
    name: code for code, names in NAMES_OF_LANGUAGES.items() for name in (*names, code)
}
"""The languages that the bot speaks, by their names and codes."""

LANGUAGES = frozenset(name for name in LANGUAGES_BY_NAME if len(name) > 2)
"""Names of the languages that the bot speaks."""

LANGUAGE_CODES = {name: code for name, code in LANGUAGES_BY_NAME.items() if len(name) > 2}
"""The same, by their names alone."""
