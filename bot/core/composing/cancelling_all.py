"""Tells a sentence that cancels all meetings, and not one: `cancel everything`."""

from __future__ import annotations

import re

_MEETINGS = (
    r"meetings?|calls?|appointments?|visits?|termine|treffen|besprechungen|anrufe|meetings"
    r"|réunions|rendez-vous|rdv|appels|visites|reuniones|citas|llamadas|visitas"
)
_ALL = (
    r"(?:everything|(?:it|this|that|them)\s+all|every\s+one|every|all"
    r"|alles|alle|allen|tout|tous|toutes|todo|todos|todas)"
    r"(?:\s+(?:of\s+)?(?:it|this|that|them|these|those))?"
    r"(?:\s+(?:the|my|our|die|meine|unsere|les|mes|nos|las|los|mis|nuestras|open|other)){0,2}"
    rf"(?:\s+(?:{_MEETINGS}))?"
)
_CANCELS_ALL = re.compile(
    r"(?:(?:i|we)\s+(?:need|want|have)\s+to\s+|(?:je|on)\s+(?:dois|doit|veux|veut)\s+"
    r"|tengo\s+que\s+|tenemos\s+que\s+|(?:ich|wir)\s+(?:muss|müssen|möchte|will)\s+"
    r"|(?:please|pls|bitte|por\s+favor)\s+)?"
    rf"(?:(?:cancel|call\s+off|scrap|delete|drop|abort)\s+{_ALL}|call\s+{_ALL}\s+off"
    rf"|(?:sage?|blase?)\s+{_ALL}\s+ab|(?:storniere?|streiche?|lösche?|cancele?)\s+{_ALL}"
    rf"|{_ALL}\s+(?:absagen|abblasen|stornieren|löschen|streichen|canceln)"
    rf"|(?:annule[rz]?|supprime[rz]?)(?:-les)?\s+{_ALL}|{_ALL}\s+(?:annuler|supprimer)"
    rf"|(?:cancel(?:a|ar|e|o|amos)(?:l[ao]s)?|anul(?:a|ar|e)(?:l[ao]s)?|cancéla(?:l[ao]s)?"
    rf"|elimina|borra)\s+{_ALL})"
    r"(?:,?\s+(?:please|pls|now|bitte|jetzt|stp|svp|s'il\s+(?:te|vous)\s+plaît|por\s+favor"
    r"|ahora|maintenant))?\s*[.!]*",
    re.IGNORECASE,
)


def cancels_all(sentence: str) -> bool:
    """Return whether a sentence asks to cancel all meetings."""
    return bool(_CANCELS_ALL.fullmatch(sentence.strip()))
