"""How a clause begins that can only be for whoever reads a message: `I'm …`, `please …`."""

from __future__ import annotations

import re

from bot.core.parsing.text.phrases import any_of

_ENGLISH = (
    r"(?:i|im)(?!\s+(?:mean|meant|said|think|guess|suppose|dunno|forgot|wonder))",
    r"i['’](?:m|ll|ve|d)|we|we['’](?:re|ll|ve|d)|you|you['’](?:re|ll|ve|d)|your|my|our",
    r"it['’]s|it (?:is|will|was|starts|takes)|there|will|am|are|still|on my way|coming|running",
    r"see you|thanks|thank you|take care|good ?bye|bye|good luck|best|kind|cheers|bring|stay",
    r"(?:sorry|apologies)(?=\W*$| (?:about|for|to|that|again))|wait (?:for|here|in)|hold on",
    r"no (?:worries|problem|prob|rush|hurry|need|stress|panic|pressure)|be (?:ready|there)",
    r"(?:don['’]?t|do not) (?:worry|wait|be|forget|hesitate|hang|rush|panic|leave)",
    r"(?:can|could|will|would|are|do|have|did|if|when|once|unless|until) (?:you|we|i)",
    r"(?:is|does) (?:it|that)|(?:if|when|once) it|if (?:not|so|possible|needed)",
    r"ok(?:ay)?(?=\W*$)|what|how|where",
)
_GERMAN = (
    r"ich(?!\s+(?:mein|glaub|denk|weiß nicht))|wir|du|dein\w*|mein\w*|unser\w*|bin|komme|kommen",
    r"es (?:ist|tut|wird|gibt|geht|dauert|beginnt)|Sie|bis (?:gleich|dann|später|morgen|bald)",
    r"danke|sorry(?=\W*$)|entschuldig\w*|tut mir|kein\w* (?:sorge|stress|eile|problem|panik)",
    r"bring|bringe|bringen Sie|warte\w*|melde|(?:kannst|könntest|hast|bist|magst) du",
    r"(?:können|könnten|haben|sind) Sie|passt das|ist das|geht das|gruß|lg|mfg",
    r"(?:wenn|falls|sobald|ob) (?:du|Sie|ich|wir|es|nicht)|(?:liebe|viele|schöne) Grüße",
)
_FRENCH = (
    r"je(?!\s+(?:veux dire|crois|pense|voulais dire|ne sais))|j['’]\w+|nous|on|tu|vous|ce",
    r"c['’]est|mon|ma|mes|notre|nos|votre|vos|ton|ta|tes|arrive|arrivons",
    r"il (?:y a|faut|est \d)|à (?:tout|plus|bientôt|demain)|merci|désolée?s?|pardon(?=\W*$| pour)",
    r"pas de (?:souci|problème|stress|panique)|ne (?:t['’]|vous)|n['’]hésite|bonne|cordialement",
    r"apporte[rz]?|attende?[sz]|(?:peux|pourrais|es)-tu|(?:pouvez|pourriez|êtes)-vous|est-ce",
    r"(?:si|quand|dès que) (?:tu|vous|je|on|nous|j['’]\w+|c['’]est|non)",
)
_SPANISH = (
    r"yo|nosotros|usted|ustedes|tú|tu|voy|vamos|llego|llegamos|llegaré|estoy|estamos|mi|mis",
    r"nuestr\w+|ya|tengo|tenemos|me(?!\s+equivoq)|nos|lo siento|perdón(?=\W*$| por)|gracias",
    r"hasta|no te preocupes|no se preocupe|no hay|sin prisa|trae|traiga|espera(?:me|nos)|puedes?",
    r"podrías?|si (?:puede|quiere|necesita|tiene|no)\w*|saludos|un (?:saludo|abrazo)|hay",
)
FOR_READER = re.compile(any_of(*_ENGLISH, *_GERMAN, *_FRENCH, *_SPANISH) + r"(?!\w)", re.IGNORECASE)
