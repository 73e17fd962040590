"""Words that asides and further requests begin with, a line for each of the four languages."""

from __future__ import annotations

from bot.core.parsing.vocabulary.all_languages import sentence_words, words_of

BRINGS = words_of("bring", "bring bringe", "apporte", "trae")
ORDERS = words_of(
    "send call ring phone tell ask remind book print text email forward make keep let forget"
    " get fetch check order find grab have",
    "schick schicke sag sage ruf rufe frag frage erinnere hol hole buch buche druck"
    " drucke bestell bestelle besorg besorge prüf prüfe schau such suche",
    "envoie appelle dis demande rappelle réserve imprime cherche vérifie commande trouve"
    " préviens fais",
    "manda envía llama pregunta pide recuerda avisa reserva imprime busca revisa encuentra haz",
)
"""What somebody may be told to do, other than the commands."""

DETERMINERS = (
    sentence_words("articles")
    | sentence_words("me")
    | words_of(
        "the a an his her its their my our your him them it",
        "der die das den dem ihm ihn ihr ihre seine meine sie",
        "le la les son sa ses leur mon ma lui",
        "el los las su",
    )
)
THAT = words_of("that this", "dem", "ça cela", "eso esto")
LIKES = words_of("as like of to from", "wie von zu", "comme que de", "como que a de")
"""Words before a meeting whose subject is meant: `the same as #3`."""

DESCRIBING = DETERMINERS | words_of(
    "something anything whatever shorter longer better else other another different differently"
    " nothing none back name title correct right same old new before proper previous original"
    " patient's guest's client's",
    "etwas irgendwas was anderes anders kürzer länger besser nichts keinen zurück name namen titel"
    " richtigen richtiger alten alte neuen neue vorher ursprünglich wie gehabt",
    "quelque chose d'autre autre autrement court mieux rien comme avant nom titre bon ancien"
    " nouveau pareil",
    "algo otro otra cosa corto mejor nada antes nombre título correcto anterior nuevo igual",
)
"""Words that describe a name without being one: `something shorter`."""

ORS = words_of("or", "oder", "ou", "o")
HALVES = words_of("half quarter", "halb viertel dreiviertel")

HEDGES = frozenset(
    (
        *("maybe", "perhaps", "probably", "possibly", "might be", "not sure", "or so", "dunno"),
        *("vielleicht", "vllt", "vlt", "wahrscheinlich", "evtl", "eventuell", "womöglich", "wohl"),
        *("peut-être", "peut être", "probablement", "sans doute", "éventuellement"),
        *("quizá", "quizás", "quiza", "quizas", "tal vez", "a lo mejor", "igual", "probablemente"),
        *("puede que", "puede ser"),
    )
)
"""What people say around something that they aren't sure of."""

JOINING = words_of(
    "and with or but because about for", "und oder aber weil wegen", "et avec ou mais", "y con pero"
)
"""Words after which a sentence isn't over."""
