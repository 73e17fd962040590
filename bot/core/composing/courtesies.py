"""Takes polite words off both ends of a sentence: `…, that would be great`.

A sentence says the same without them.
"""

from __future__ import annotations

import re

_OPENINGS = (
    *(
        "excuse me",
        "sorry",
        "sorry to bother",
        "sorry to bother you",
        "if you could",
        "if possible",
    ),
    *("i'd be grateful if you could", "i would be grateful if you could", "right", "alright"),
    *("just", "go ahead and", "well", "well then", "hi connect bot", "hello connect bot"),
    *("hey connect bot", "quick one", "quick thing", "one more thing", "when you have a moment"),
    *("when you get a chance", "if you don't mind", "if you have a second", "me again"),
    *("entschuldigung", "entschuldige", "sorry für die störung", "wenn möglich", "alles klar"),
    *("gut", "noch was", "noch etwas", "wenn du zeit hast", "ich nochmal", "kurze bitte"),
    *("excusez-moi", "excuse-moi", "désolé de déranger", "désolée de déranger", "si possible"),
    *("bon", "alors", "quand tu peux", "quand vous pouvez", "encore moi", "petite demande"),
    *("perdón", "perdona", "perdone", "disculpa", "disculpe", "si es posible", "bueno", "entonces"),
    *("cuando puedas", "cuando pueda", "otra cosa", "yo otra vez"),
)
_ENDINGS = (
    *("remember that", "please remember that", "remember this", "please remember this"),
    *("please remember", "from now on please", "merk dir das", "merk dir das bitte"),
    *("bitte merk dir das", "bitte merken", "retiens-le", "retiens ça", "note-le", "notez-le"),
    *("recuérdalo", "recuérdalo por favor", "apúntalo", "guárdalo"),
    *("that would be great", "that would be lovely", "that would be perfect", "that'd be great"),
    *("that would be awesome", "that would be helpful", "would be great", "if you don't mind"),
    *("if you do not mind", "much appreciated", "i appreciate it", "appreciate it", "ta", "asap"),
    *("when you have a sec", "when you have a second", "when you have a minute", "when you can"),
    *("when you have a moment", "when you get a chance", "when you get a minute", "if you can"),
    *("if you could", "if possible", "if that's possible", "if that's ok", "if that is ok"),
    *("for me", "for me please", "would you", "would you please", "will you", "could you"),
    *(
        "thanks so much",
        "thanks so much for your help",
        "thanks for your help",
        "thanks in advance",
    ),
    *("thank you in advance", "thank you for your help", "many thanks", "thanks a lot", "thanks"),
    *("thank you", "thank you so much", "thank you very much", "thx", "cheers", "cheers mate"),
    *("then", "dann", "entonces"),
    *("pretty please", "please", "pls", "have a nice day", "have a great day", "best regards"),
    *("kind regards", "regards", "it's urgent", "it is urgent", "this is urgent", "urgent"),
    *("as soon as possible", "as soon as you can", "no rush", "quickly", "at your convenience"),
    *("wenn du so lieb bist", "wenn du so nett bist", "wenn du so nett wärst", "wenn du zeit hast"),
    *("wenn es keine umstände macht", "das wäre super", "das wäre toll", "das wäre nett"),
    *("das wäre lieb", "das wäre klasse", "wäre super", "wäre toll", "wäre nett", "danke", "merci"),
    *("danke dir", "danke euch", "danke ihnen", "danke schön", "dankeschön", "danke im voraus"),
    *("danke schon mal", "vielen dank", "vielen dank im voraus", "vielen dank für die hilfe"),
    *("besten dank", "lg", "vg", "mfg", "liebe grüße", "viele grüße", "eilt", "es eilt", "bitte"),
    *("ist dringend", "es ist dringend", "so schnell wie möglich", "wenn du kannst"),
    *("wenn sie können", "wenn möglich", "wenn es geht", "bei gelegenheit"),
    *("merci beaucoup", "merci bien", "merci d'avance", "merci beaucoup d'avance", "stp", "svp"),
    *("s'il te plaît", "s'il vous plaît", "ce serait super", "ce serait parfait", "ce serait top"),
    *("ce serait gentil", "si ça ne te dérange pas", "si ça ne vous dérange pas", "si possible"),
    *("quand tu peux", "quand vous pouvez", "bonne journée", "cordialement", "c'est urgent"),
    *("au plus vite", "dès que possible", "pour moi", "si tu peux", "si vous pouvez"),
    *("gracias", "muchas gracias", "mil gracias", "gracias de antemano", "por favor", "porfa"),
    *("muchas gracias de antemano", "muchas gracias por la ayuda", "te lo agradezco"),
    *("se lo agradezco", "lo agradezco", "si no es molestia", "si puedes", "si puede", "saludos"),
    *("cuando puedas", "cuando pueda", "sería genial", "sería perfecto", "sería estupendo"),
    *("un saludo", "es urgente", "lo antes posible", "cuanto antes", "si es posible", "para mí"),
)
_SIGNED = re.compile(
    r"\b((?i:thanks|thank you|thx|cheers|regards|danke|grüße|gruß|merci|gracias|saludos))"
    r"[,.!]?\s+[A-ZÄÖÜÉ]\w+(?:\s[A-Z]\w+)?[.!]?$"
)
"""A name behind the last words: `Thanks, Ruth`."""

_AROUND = r"[\s,;.!…:–—()🙏😊🙂👍-]"
_MOST = 4
"""The most polite phrases that are taken off each end."""


def _phrases(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(each).replace("'", "['’]") for each in longest_first)


_OPENING = re.compile(rf"{_AROUND}*(?:{_phrases(_OPENINGS)})(?![\w'’@-]){_AROUND}*", re.IGNORECASE)
_ENDING = re.compile(
    # It begins only where a run of such signs begins: to try each of them takes quadratic time.
    rf"(?<!{_AROUND}){_AROUND}++(?:{_phrases(_ENDINGS)}){_AROUND}*$",
    re.IGNORECASE,
)


def without_courtesies(text: str) -> str:
    """Return a sentence without the polite words at its beginning and its end."""
    text = _SIGNED.sub(r"\1", text.strip())
    for _ in range(_MOST):
        opening = _OPENING.match(text)
        text = text[opening.end() :] if opening else text
        ending = _ENDING.search(text)
        text = text[: ending.start()] if ending else text
    return text
