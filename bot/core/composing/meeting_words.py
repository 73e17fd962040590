"""Words around the meetings that people speak of, in four languages."""

from __future__ import annotations

from bot.core.parsing.vocabulary.all_languages import words_of

NOUNS = words_of(
    "one ones meeting meetings call calls appointment appointments visit session mtg appt thing",
    "conference consultation consult videocall huddle event slot booking talk chat room",
    "termin termine besprechung treffen anruf gespräch sitzung videocall konferenz sprechstunde",
    "réunion réunions rendez-vous rdv appel visio séance consultation entretien visite celle celui",
    "reunión reunion reuniones cita citas llamada sesión consulta videollamada visita",
)
"""Words for a meeting."""

DETERMINERS = words_of(
    "the my our this that his her their",
    "der die das den dem des mein meine meinen unser unsere unseren diese diesen dieses",
    "le la les l' mon ma mes notre nos cette ce cet",
    "el los las mi mis nuestra nuestro esta este esa ese",
)
"""Articles, and words like them."""

OF = words_of("of from for on von vom am für de del du des d' para")
"""Words between a meeting and its day: `the meeting on Friday`."""

ORDER = {
    word: kind
    for kind, said in {
        "first": "first earlier former earliest erste ersten erster erstes frühere früheren"
        " premier première primero primera primer",
        "second": "second zweite zweiten zweiter deuxième seconde segundo segunda",
        "third": "third dritte dritten troisième tercero tercera",
        "later": "later latter spätere späteren späteres",
        "last": "last letzte letzten letztes dernier dernière último última",
        "newest": "latest newest neueste neuesten neuestes nouvelle nueva",
        "next": "next upcoming nächste nächsten nächstes prochain prochaine próximo próxima"
        " siguiente",
        "now": "current running ongoing present aktuelle aktuellen laufende laufenden actuelle"
        " actual",
        "other": "other andere anderen anderer anderes autre otra otro",
    }.items()
    for word in said.split()
}
"""Words for a meeting's place among the others."""

MAY_FOLLOW = words_of(
    "by to until till for at on please pls thanks about and too instead",
    "um auf bis bitte für von am und auch",
    "de à jusqu'à jusque svp stp pour et aussi",
    "a hasta por en para y también",
)
"""Words that may follow `the second` where it means a meeting."""

BOTH = frozenset({"both", "beide", "ambas", "ambos", "deux", "dos"})
ALL = frozenset({"all", "everything", "alle", "alles", "tous", "toutes", "todas", "todos"})
EVERYTHING = ALL | words_of("every allen tout todo")
"""Words for all meetings; some of them mean something else in other sentences."""

POINTING = words_of("of it them these those open other others lo l")
"""Words around those for all meetings: `all of them`."""

RENAMES = words_of("to is be as into in auf ist en comme est como es a called named")
"""Words before a meeting's new subject."""

VERBS = words_of(
    "cancel move extend postpone reschedule push delay shift prolong shorten end close stop finish",
    "make set rename bring",
    "storniere verschiebe verschieb verlege verleg verlängere verlänger beende streiche sag sage",
    "annule annulez annuler déplace déplacer décale décaler repousse prolonge termine supprime",
    "cancela cancelar mueve mover aplaza alarga prolonga termina anula",
)
"""Verbs whose object is a meeting."""

OBJECTS = NOUNS | words_of(
    "link links invitation invitations invite invites time date day hour subject title topic name",
    "length duration end start beginning guest guests patient patients client customer people host",
    "email mail number message text button address phone reminder list way rest same others",
    "team group space sms video webex zoom week morning afternoon evening office clinic doctor",
    "minutes minute hours reports report everyone",
    "link einladung einladungen zeit uhrzeit datum tag stunde betreff thema titel länge dauer gast",
    "gäste patient patientin kunde kundin leute gastgeber mail nummer nachricht knopf adresse",
    "telefon erinnerung liste rest gleiche selbe anderen team gruppe raum video",
    "lien invitation heure date jour sujet titre objet durée fin début invité invités patient",
    "patiente client cliente gens hôte numéro message bouton adresse téléphone rappel liste même",
    "enlace invitación hora fecha día asunto tema título duración fin comienzo invitado invitados",
    "paciente cliente gente anfitrión correo número mensaje botón dirección teléfono recordatorio",
)
"""Words that a request is about, but no subject of a meeting."""
