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

AIMS = words_of("match reflect show include fit say state mention read be become suit")
"""Verbs with which `to` says what a new name is for: `rename it to match the form`."""

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

WHO_WAIT = words_of(
    "the of them who that is are wait waits waiting there here outside people patients clients"
    " customers guest guests visitors and in now right straight quickly please two three four five",
    "die der den das da draußen dort warten wartet wartenden wartende gäste gast patienten kunden"
    " besucher leute jetzt sofort bitte rein herein schnell und zwei drei vier fünf mal",
    "le la les qui sont est attendent attend patients clients invités visiteurs gens personnes"
    " monde maintenant vite et deux trois quatre cinq là dehors le tout",
    "los las el la que están esperan espera esperando pacientes clientes invitados visitantes"
    " personas gente ahora ya y dos tres cuatro cinco ahí fuera",
)
"""Words that say no more of those who wait than that they do."""

TAKEN_BACK = (
    r"(?:don['’]?t|do not) (?:send|pass on)(?: (?:this|that|it)\b| yet|(?=\W*$))",
    r"(?:don['’]?t|do not) tell (?:him|her|them) (?:this|that)|no,? wait|wait,? no",
    r"scrap (?:that|this)|never ?mind|forget (?:it|that|this)|hang on,? no|actually,? no",
    r"(?:schick|sende?|verschick|sag|schreib)\w* (?:das|es|ihm|ihr|ihnen)(?: das)? (?:doch )?nicht",
    r"nichts? (?:ab)?(?:schicken|senden)|nein,? (?:warte|doch nicht|lieber nicht)|warte,? nein",
    r"vergiss (?:es|das)|moment,? nein|ach nein|doch nicht",
    r"(?:n['’]|ne l['’])envoyez? pas|(?:n['’]|ne l['’])envoie pas|non,? attends|attends,? non",
    r"oublie (?:ça|cela)|laisse tomber|finalement non",
    r"no lo (?:envíes|mandes|digas)|no (?:envíes|mandes) (?:esto|eso|nada)|no,? espera",
    r"espera,? no|olvídalo|mejor no",
)
"""What takes a message back, within the message."""

TITLES = words_of(
    "mr mrs ms miss dr prof sir madam guest patient client customer",
    "herr herrn frau hr fr doktor professor gast patientin kunde kundin",
    "m mme mlle monsieur madame mademoiselle docteur invité invitée cliente",
    "sr sra srta señor señora señorita don doña doctor doctora invitado invitada paciente",
)
"""Words before a name that belong to nobody's name: `Frau Stein` is no guest called Frau."""
