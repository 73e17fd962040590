"""The words of answers to the bot's own questions, in all languages."""

from __future__ import annotations

from itertools import chain

from bot.core.composing.tokens import tokens


def _phrases(*lines: str) -> frozenset[str]:
    """Return the phrases of lines in which `|` stands between them."""
    return frozenset(each.strip() for line in lines for each in line.split("|"))


YES = _phrases(
    "yes | yes please | y | yep | yeah | yup | sure | ok | okay | ok go | go ahead | do it",
    "do that | yes do it | yes go ahead | please do | ok do it | right | that's right | correct",
    "exactly | confirm | confirmed | fine | go for it | that one | this one | 👍 | ✅",
    "ja | ja bitte | jo | jawohl | klar | genau | mach das | mach es | ja mach das | gerne",
    "oui | oui merci | d'accord | vas y | allez y | volontiers | fais le | faites le | c'est ça",
    "sí | si | sí por favor | si por favor | vale | claro | adelante | hazlo | hágalo | correcto",
)
COMING = _phrases(
    "coming | i'm coming | i am coming | on my way | i'm on my way | yes i'm on my way",
    "yes coming | yes i'm coming | yes on my way | almost there",
    "ich komme | komme | komme gleich | ja ich komme | bin unterwegs | ja bin unterwegs",
    "bin gleich da | ja bin gleich da | unterwegs | ja komme",
    "j'arrive | oui j'arrive | je viens | oui je viens | je suis en route",
    "ya voy | sí ya voy | voy | sí voy | estoy en camino | ya llego",
)
"""What says yes to an expert who is asked whether they are coming."""

NO = _phrases(
    "no | no thanks | no thank you | n | nope | nah | neither | none | none of them | nothing",
    "never mind | nevermind | nvm | forget it | not that | don't | do not | stop it | 👎",
    "both no | no to both | no to all | neither of them | neither one | none of these | not now",
    "ok never mind | okay never mind | ok nvm | oh never mind | rather not | i'd rather not",
    "ach vergiss es | ach nein | lieber doch nicht | ach lass | plutôt pas | mejor déjalo",
    "none of those | no don't | no wait | neither please | not any | neither of those",
    "keep it | no keep it | yes keep it | keep it please | keep them | keep it on | let it be",
    "leave it | no leave it | leave it as it is | keep it as it is | keep the meeting",
    "no keep the meeting",
    "nein | nein danke | nee | lieber nicht | keins davon | vergiss es | schon gut | doch nicht",
    "beides nicht | keins | keines | keine | keiner | keins von beiden | weder noch | beide nicht",
    "behalten | nein behalten | lieber behalten | lass es | nein lass es | lass es so",
    "nein warte | warte nein | nein lass es so | lass ihn | nein lass ihn | bleibt so",
    "non | non merci | aucun | aucune | laisse tomber | laissez tomber | rien | surtout pas",
    "non attends | attends non | finalement non",
    "aucun des deux | aucune des deux | ni l'un ni l'autre",
    "garde le | garde la | oui garde la | non garde le | non garde la | gardez le | gardez la",
    "laisse le | laisse la | laisse comme ça",
    "no gracias | ninguno | ninguna | ninguno de los dos | ni lo uno ni lo otro | nada | olvídalo",
    "no espera | mejor no | al final no",
    "eso no | ese no | esa no | mantenla | mantenlo | sí mantenla | no mantenla | no mantenlo",
    "déjala | déjalo | no déjala | no déjalo | déjala así | déjalo así",
)
NO_AT_ALL = _phrases(
    "nvm | no | no thanks | no thank you | nope | nah | nein | nein danke | nee | non"
)
"""What declines even if no question is open; the others may take something back."""

ORDINALS = (
    _phrases(
        "1 | one | first | eins | erste | ersten | erstes",
        "premier | première | primero | primera",
    ),
    _phrases(
        "2 | two | second | zwei | zweite | zweiten",
        "deux | deuxième | seconde | dos | segundo | segunda",
    ),
    _phrases(
        "3 | three | third | drei | dritte | dritten",
        "trois | troisième | tres | tercero | tercera",
    ),
    _phrases("4 | four | fourth | vier | vierte", "quatre | quatrième | cuatro | cuarto | cuarta"),
    _phrases("5 | five | fifth | fünf | fünfte", "cinq | cinquième | cinco | quinto | quinta"),
)
LAST = _phrases("last | letzte | letzten | dernier | dernière | último | última")
PLACES = frozenset(tokens(" ".join(chain(*ORDINALS, LAST))))
AROUND = _phrases(
    "the | number | nr | option | please | yes | take | die | der | das | den | nummer | bitte",
    "ja | le | la | l | el | numéro | número | oui | sí | one | button",
)
"""Words that may stand around the place of a choice."""

CONTRADICTS = frozenset(
    {"no", "nope", "nah", "nein", "nee", "non", "oh", "wait", "sorry", "oops", "hmm"}
)
"""What an answer may begin with before it says what is not, or what else is, meant."""

POINTING = frozenset(
    tokens("the that this it one ones other others thing please both all two either option of to")
    + tokens("for do at make take rather instead better and no i want mean meant so then just send")
    + tokens(
        "der die das den dem andere anderen anderes bitte beide lieber es an für mach nimm ich"
    )
    + tokens("le la l les autre autres cela ça celui celle ci là plutôt les deux à pour prends")
    + tokens("el lo los las otro otra ese esa esto este mejor ambos a para por de du del au en")
)
"""Words of an answer that choose nothing by themselves."""

BOTH = frozenset(tokens("both all beide alle deux tous toutes ambos ambas todos todas"))
"""Words that take all choices; to a single choice they are no answer."""
