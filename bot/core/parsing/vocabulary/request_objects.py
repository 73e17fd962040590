"""Words by which a request inside a message is for the bot or for those who read it.

A line for each of the four languages.
"""

from __future__ import annotations

from bot.core.parsing.vocabulary.all_languages import words_of

ITS = words_of("it everything", "es ihn alles", "tout", "todo")
"""What stands for a meeting: `move it to 10`."""

THE_OR_IT = words_of("this that", "das die den diesen", "la le les l' ça cela", "la lo las los eso")
"""What stands for a meeting, unless a noun follows: `annule la`."""

PERSONS = words_of("him her", "ihn ihm", "lui", "lo")
"""Who may be invited: `and add her`."""

OF_READERS = words_of(
    "your yours other another",
    "dein deine deinen deinem ihr ihre ihren ihrem euer eure euren andere anderen anderes",
    "ton ta tes votre vos autre autres",
    "tu tus su sus otra otro otras otros",
)
"""Whose things are not the bot's: `and cancel your other appointment`."""

VERBS_OF_READERS = words_of(
    "call take bring write text message get",
    "nimm hol hole schreib schreibe ruf rufe ergänze",
    "écris appelle prends",
    "escribe llama suma incluye",
)
"""Verbs of commands by which readers are more often asked for something: `and bring the forms`."""

ONLY_OF_PEOPLE = words_of("uninvite un-invite disinvite kick", "", "désinvite désinvitez", "")
"""Verbs for whom nothing but people can be meant: `and kick bob`."""

RENAMES = words_of("to", "in auf", "en", "a como en")
"""Words before a new name."""

NO_NAMES = words_of("i", "bescheid", "", "")
"""Words with a capital letter that name nobody: `und sag Bescheid`."""

LINKS = words_of("link links", "link links", "lien liens", "enlace enlaces")

ALSO = words_of("also please too", "auch bitte noch dann", "aussi", "también a")
"""Words between a verb and what it is for."""

ENCLITICS = ("la", "lo", "le", "las", "los", "les", "lui")
"""Pronouns at the end of a verb: `annule-la`, `cancélala`."""
