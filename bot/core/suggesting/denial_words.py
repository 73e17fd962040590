"""Words that rule something out: who isn't coming, an hour that doesn't suit, what is over.

They are matched with a sentence in which placeholders stand for people, times and lengths.
"""

from __future__ import annotations

import re

from bot.core.composing.tokens import tokens
from bot.core.parsing.text.phrases import any_of, any_phrase, one_of
from bot.core.parsing.vocabulary.aside_words import TITLES
from bot.core.parsing.vocabulary.contrast_words import KEEPS, STAYS
from bot.core.parsing.vocabulary.verb_stems import any_form

PERSON, TIME = "{person}", "{time}"
"""What stands for somebody, and for when."""


_NOT = any_of(
    r"(?:is|are|was|does|do|did|will|has|would|should|must)(?:n['’]?t|\s+not)|won['’]?t|never",
    r"(?:kommt|möchte|will|braucht|soll|nimmt)(?=\b[^,.;]*\b(?:nicht|kein\w*))",
    r"ne|n['’](?=\w)",
    "no",
)
_COMING = any_of(
    "coming|come|attend(?:ing)?|joining|want|need|be there|know|hear|read|see|supposed|invited",
    "kommt|möchte|will|braucht|soll|nimmt|wissen|erfahren",
    "vient|viendra|veut|doit|souhaite|participe|sait",
    "viene|vendrá|quiere|necesita|debe|asiste|sabe",
)
_OUT_OF_REACH = any_of(
    r"is (?:away|ill|sick|off|out|busy|on (?:holiday|leave|vacation))",
    r"ist (?:weg|krank|im urlaub|nicht da|verhindert)",
    r"est (?:absente?|malade|en congé|en vacances)",
    r"está (?:enferm[oa]|ausente|de vacaciones|de baja)",
)
IS_OUT = re.compile(
    rf"\{{person\}}\s+(?:{_NOT}\s*\b[^,.;]{{0,20}}?\b{_COMING}\b|{_NOT}$|{_OUT_OF_REACH})"
    rf"|\{{person\}}\s+(?:kommt|möchte|will|braucht|soll|nimmt)\b[^,.;]*\b(?:nicht|kein\w*)\b",
    re.IGNORECASE,
)
"""Who isn't coming, or is not to know: `{person} isn't coming`."""

RULED_OUT = re.compile(
    any_of(
        r"(?:later|next time|another time|agreed(?: it)?|checked|discussed|cleared)\s+with",
        r"(?:don['’]?t|do not|never)\s+(?:invite|add|include|tell|ask)|if|unless|instead of",
        r"später\s+mit|abgesprochen\s+mit|wenn|falls|statt|anstatt",
        r"plus tard\s+avec|convenu\s+avec|si|au lieu de|n['’]invite[zr]?\s+pas",
        r"más tarde\s+con|acordado\s+con|en vez de|no\s+invites\s+a",
    )
    + r"\s+\{person\}|\{person\}\s*['’]?s\s+(?:ok(?:ay)?|permission|consent|approval|blessing)\b",
    re.IGNORECASE,
)
"""Somebody behind words that don't invite them: `don't invite {person}`."""

_EXCLUDING = any_of(
    r"can['’]?t|cannot|can not|couldn['’]?t|not|never|n['’]t|(?:any ?time|any day|all) but|except"
    r"|leaves|leave|leaving|busy|instead of|rather than|doesn['’]?t|isn['’]?t|won['’]?t",
    r"nicht|kein\w*|nie|außer|ausser|statt|anstatt|geht(?=\s+um)",
    r"pas|jamais|sauf|au lieu de|part(?=\s+à)",
    r"no|nunca|salvo|excepto|menos|en vez de|se va",
)
EXCLUDED_TIME = re.compile(rf"\b{_EXCLUDING}\b[^,.;]{{0,40}}?\{{time\}}", re.IGNORECASE)

NEED = r"need|point|reason|bedarf|grund|besoin|necesidad"
NOTHING_OF = r"(?:no|kein\w*|pas d(?:e|['’])|aucune?|plus de|ningun[oa]?|ningún)\s+(?:\S+\s+){0,3}?"
"""What a sentence begins with that wants none of something: `no meeting with …`."""

NOT_IT = r"\b(?:not|nicht|pas|no)\s+(?:\w{{2,3}}\s+)?{}\b"
"""How a meeting is named that isn't meant: `not the budget`."""

KEPT = (
    rf"\b{one_of(KEEPS)}\s+(?:\w{{{{2,3}}}}\s+)?{{0}}\b"
    rf"|\b{{0}}\b\s+(?:\w+\s+)?{one_of(KEEPS | STAYS)}\b"
)
"""How a meeting is named that is not to be cancelled: `keep the budget`."""

TITLED = re.compile(rf"\b((?i:{one_of(TITLES)})\.?)\s+([A-ZÄÖÜÉ][\w-]+)")
"""Somebody with a title: `Frau Wolf`, who is no other guest."""

FULL = re.compile(
    r".*\b(?:but|aber|mais|pero)\s+(?:we|i|wir|ich|nous|on|je|estamos|estoy|no)\b[^,.;]*\b"
    r"(?:full|busy|booked|closed|voll|ausgebucht|complets?|fermés?|llenos|can['’]?t|podemos)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What can't be done: `… asked for a call but we are full`."""

OVER = re.compile(
    r"\W*(?:we|i|it|wir|ich|es|nous|on|c)['’\s]*(?:am|are|re|is|s|ve|have|sind|bin|ist|avons|a|est)?"
    r"\s+(?:(?:all|now|just|jetzt)\s+)?(?:done|finished|through|over|fertig|durch|vorbei|fini|terminé)\b"
    r"|\W*(?:hemos|ya)\s+(?:terminado|acabado|terminamos)\b",
    re.IGNORECASE,
)
QUIETLY = any_phrase(
    "quietly|silently|secretly|without telling",
    "heimlich|stillschweigend|ohne bescheid",
    "discrètement|en silence|sans prévenir",
    "en silencio|discretamente|sin avisar",
)
SENT_OUT = re.compile(
    r"\W*(?:send|put|throw|kick|schick\w*|wirf|mets|fais|echa|saca)\s+\{person\}\s+"
    r"(?:back\s+)?(?:out|raus|hinaus|dehors|sortir|fuera)\b",
    re.IGNORECASE,
)
LETS_IN = re.compile(
    r"\W*(?:let|admit|lass\w*|laisse\w*|deja\w*)\b.*\b(?:but|aber|mais|pero|and|und|et|y)\b",
    re.IGNORECASE,
)

ONLY_AT = re.compile(
    r"\bcan (?:only )?(?:do|make)\b|\bkann nur\b|\bne peut qu|\bsolo puede\b", re.IGNORECASE
)
"""Who speaks of a meeting that there is: `can only do {time}`."""

WEEK_UNREAD = re.compile(
    r"\b(?:week|fortnight|woche|semaine|semana)\s+(?:(?:at|um|à|a las?)\s+)?\{time\}"
    r"|\{time\}\s+(?:week|fortnight|woche)\b",
    re.IGNORECASE,
)
"""A week that is no part of the time: `thursday week at 3pm`."""

INSTEAD_OF_HOUR = re.compile(
    r",?\s+(?:instead of|rather than|(?:an)?statt(?: um)?|au lieu de|plutôt que"
    r"|en (?:vez|lugar) de(?: las)?)\s+(?:at |à |um |a las )?\d{1,2}(?:[:.h]\d\d)?"
    r"(?:\s?(?:uhr|h|am|pm|heures))?(?![\w@])",
    re.IGNORECASE,
)
"""The hour that a meeting doesn't have: `à 15h au lieu de 14h`."""

NOT_OPTION = re.compile(
    r"\b(?:not|nicht|pas|no)\s+(?:in|auf|en|here\b|hier\b|ici\b|aquí\b|\{language\})", re.IGNORECASE
)
"""A language or a place that isn't meant: `not in german`, `not here`."""

ASIDE = re.compile(
    r"[\s,;(–—-]*(?:[,;(]|\s(?:if|unless|instead of|not|nicht|wenn|falls|pas|si|no|later|später)\b"
    r"|['’]s\s).*$|\s(?:with|mit|avec|con)(?:\s+\S+@\S+)?\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""Where a subject ends, if what follows rules somebody out."""

NO_SUBJECT = re.compile(r"(?:or|oder|ou|o|lieu|statt|vez)\b.*", re.IGNORECASE | re.DOTALL)
"""What is no subject: `11am or 12`."""

ADDRESS = re.compile(r"[^\s@]@[^\s@]")
MOVES = re.compile(rf"\bmoving\b|{any_form('moves').pattern}", re.IGNORECASE)
OF_A_START = re.compile(
    r"\b(?:m[aei]?e?t|call|v[ie]{1,2}d|link|room|start|strat|open|begin|launch|talk|chat|zoom|conf|now|host"
    r"|tref|besprech|anruf|ruf|beginn|raum|jetzt|termin|lien|r[ée]u|visi|appel|lanc|d[ée]marr|commenc|ouvr"
    r"|rdv|maint|llam|inici|empez|abr|sala|cita|ahora|enlace|new|neu|nouv|nuev|instant)",
    re.IGNORECASE,
)
"""Beginnings of words of which one stands where a meeting is to be started."""

TAKES = re.compile(
    r"\b(?:t[ao]k|took|got|mine|i['’]ll|übern|nehm|mach|prend|charge|tom|cog|yo\b|encarg)",
    re.IGNORECASE,
)
"""Beginnings of words by which somebody takes a request."""

OF_DUTY = any_phrase(
    "duty|on[- ]call|shift|available",
    "dienst|schicht|verfügbar",
    "garde|astreinte|disponible",
    "guardia|turno",
)
"""Words of which one stands where somebody goes on or off duty."""

FOR_A_WHILE = re.compile(
    r"\bfor (?:a |one )?(?:moment|second|sec|minute|bit|while|now)\b|\btemporarily\b"
    r"|\b(?:kurz|vorübergehend|momentan|für einen moment)\b|\bun (?:moment|instant)\b"
    r"|\bpour l['’]instant\b|\bpor (?:un momento|ahora)\b|\bun rato\b",
    re.IGNORECASE,
)
"""Who is removed is removed for good."""

CANT_AT = re.compile(
    r"\{person\}\s+(?:can['’]?t|cannot|can not|kann(?=[^,.;]*\bnicht\b)|ne peut pas|no puede)\b"
    r"[^,.;\n]*\{time\}",
    re.IGNORECASE,
)
"""Who can't come at an hour may come at another one."""

TOO_LONG = re.compile(
    r"\b(?:(?:way |much )?too long|viel zu lang|zu lang|trop longs?|trop longues?"
    r"|demasiado larg[oa]s?)\b",
    re.IGNORECASE,
)
"""What is too long isn't made longer."""

ASKS_SOMEBODY = re.compile(
    r"\W*(?:(?:can you |please |bitte |kannst du )?(?:ask|frag\w*|demande\w*|pregúnta\w*)\b)"
    r".*\b(?:if|whether|ob|si|s['’])",
    re.IGNORECASE,
)
"""Who is asked something is not left out, and takes nobody's place."""

NOT_HERE = re.compile(
    r"\bno estoy\b|\bbin(?: heute| jetzt)? nicht (?:da|im)\b|\bne suis pas (?:là|au)\b"
    r"|\bnot (?:here|in|around|available)\b",
    re.IGNORECASE,
)
"""Who isn't here doesn't go on duty."""

I_AM_NOT = re.compile(r"\W*(?:no\W+)?(?:i['’]?m|i am) not(?: lol)?\W*$", re.IGNORECASE)
"""Whoever contradicts a remark about them asks for nothing."""

SHARES_A_HOST_LINK = re.compile(
    r"\bhost link\b|\bgastgeber-?link\b|\blien d['’](?:hôte|animateur)\b|\benlace de anfitrión\b",
    re.IGNORECASE,
)
"""A host's link is handed on to nobody by a new meeting."""

THINGS = frozenset(
    tokens("prescription surgery operation order medication subscription flight taxi payment bill")
    + tokens("rezept operation bestellung medikament abo flug zahlung rechnung op")
    + tokens("ordonnance opération commande médicament abonnement vol paiement facture")
    + tokens("receta cirugía operación pedido medicamento suscripción vuelo pago factura")
)
"""What else may be cancelled, in the form of `tokens`."""
