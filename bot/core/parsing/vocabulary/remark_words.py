"""Words of remarks about things that sound like commands, a line for each of the four languages.

A doctor stops a prescription, and a colleague is asked to take it.
"""

from __future__ import annotations

from bot.core.parsing.vocabulary.all_languages import words_of

ENDS = words_of(
    "stop end finish terminate close shut suspend discontinue",
    "beende beenden stopp stoppe stoppen schliess schliesse schliessen setze setz",
    "arrête arrêter arrêtez termine terminer terminez finis finir ferme fermer"
    " cesse cesser suspends",
    "termina terminar deja dejar para acaba acabar finaliza finalizar cierra cerrar"
    " suspende suspender",
)
"""What is done to a treatment as well as to a meeting that runs: `stop the prescription`."""

DELETES = words_of(
    "delete",
    "lösche lösch löschen streiche streich streichen",
    "supprime supprimer supprimez",
    "elimina eliminar borra borrar",
)
"""What is done to a report as well as to a meeting that is planned: `delete the report`."""

REPEATS = words_of(
    "repeat redo",
    "wiederhole wiederhol wiederholen",
    "répète répéter répétez refais refaire refaites renouvelle",
    "repite repetir repita rehaz rehacer",
)
"""What is done to a prescription as well as to a meeting: `wiederhole das Rezept`."""

GROANS = (
    *("yet again", "not again", "again already"),
    *("schon wieder", "wieder mal", "mal wieder", "wieder einmal"),
    *("encore et toujours", "et encore"),
    *("otra vez más", "ya otra vez", "otra vez ya"),
)
"""Remarks that something happens once more: `schon wieder morgen 13 Uhr`."""

GOES_THERE = words_of("visit", "besuch besuche", "visite", "visita")
"""What also says that somebody goes there: `visit bob@x.com on thursday`."""

CALLS = words_of(
    "call visit interview",
    "anruf besuch",
    "appel visite visio rdv rendez-vous consultation entretien",
    "llamada videollamada visita cita consulta entrevista",
)
"""What somebody may have made or asked for: `llamada de kim@x.com` tells of a call."""

DUTIES = (
    "(?:have|has|had) to (?:meet|call|phone)|must (?:meet|call|phone)",
    r"ich muss\b.*\b(?:treffen|anrufen)",
    "(?:je|on|nous) (?:dois|doit|devons) (?:voir|rencontrer|appeler)",
    "(?:tengo|tenemos) que (?:ver|llamar|reunirme)",
)
"""What tells of an appointment, as a line for each language: `I have to meet bob@x.com at 4pm`."""

KNOWN = words_of(
    "the this that our my",
    "der die das den dem unser unsere mein meine dieser diese",
    "le la les notre ma mon cette ce",
    "el la los las nuestra mi esta este",
)
"""Words before a meeting that is known already, and not to be made: `the demo`."""

OCCASIONS = words_of(
    "demo interview visit", "besuch anruf", "démo visite entretien appel", "consulta visita llamada"
)
"""What alone may only be the topic: `demo`."""

BESIDE = words_of(
    "with for to by", "mit für durch gegen statt", "avec pour par contre", "con por para"
)
"""Words between two people of whom one is out and the other in."""

SETTINGS = (
    *("default", "setting", "preference", "language", "time ?zone"),
    *("voreinstellung", "standard", "einstellung", "sprache", "zeitzone"),
    *("défaut", "paramètre", "préférence", "langue", "fuseau"),
    *("ajuste", "preferencia", "idioma", "zona", "predeterminad", "por defecto", "configura"),
)
"""The beginnings of words that speak of defaults."""

MINE = words_of("my i me", "mein meine meiner meinen ich", "mon ma mes je", "mi mis yo")
"""Words by which a speaker means themselves, and not all of a space."""

LASTING = (
    *("extend", "prolong", "long", "last", "until", "till", "add", "make"),
    *("verlänger", "länger", "dauer", "bis", "mach"),
    *("prolong", "allong", "plus long", "dure", "jusqu", "ajout"),
    *("alarg", "amplí", "amplia", "extiend", "prolong", "dur", "hasta", "añad"),
)
"""The beginnings of words that say how long a meeting lasts."""
