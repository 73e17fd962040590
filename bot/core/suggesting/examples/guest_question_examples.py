"""What guests ask that is answered, and not passed on, in eight languages: from start to end."""

EXAMPLES = """
= idle
(please|pls|hi|hello|hey|excuse|sorry|exactly|again|bitte|hallo|genau|nochmal|noch mal|denn|eigentlich)
(s il vous plait|s il te plait|svp|stp|bonjour|deja|exactement|donc|por favor|hola|exactamente)
(per favore|buongiorno|ciao|por favor|ola|exatamente|alstublieft|goedendag)

= when
@it = it|that|this|[the|my|our] [next|video] (meeting|appointment|call|visit|session|appt|consultation)
(when|what time|at what time|what day|which day|on what day|on which day) [is|was|does] <it> [start|begin|on] [today|tomorrow|then]
(when|what time|at what time) (do|does|should|shall) (we|i|it) (meet|start|join|begin|come|be there|call)
(when|what time) (am i|are we) (meeting|on|expected|invited)
what [is|was] the (time|date) [of|for] [<it>]
(is|was) <it> [still|really] [at|on] (today|tomorrow|{time}) [or|at|and] [at|on] [{time}]
(is|was) it (am|pm|morning|afternoon|in the morning|in the afternoon) [or] [am|pm|morning|afternoon]
(i forgot|i have forgotten|i do not know|i do not remember|tell me|can you tell me|could you tell me|do you know|remind me) (when|what time|at what time) (it|my appointment|the meeting|the appointment|the call) (is|starts|begins)
@termin = das|es|der termin|mein termin|unser termin|das gespräch|mein gespräch|die besprechung|das meeting|unser gespräch
(wann|um wieviel uhr|um wie viel uhr|wie spät|an welchem tag|welcher tag|um welche uhrzeit|wann genau) (ist|{place}|war|beginnt|startet|findet|geht) <termin> [statt|los] [heute|morgen]
(wann|um wie viel uhr|um wieviel uhr) (treffen wir uns|geht es los|geht s los|fängt es an|bin ich dran|soll ich kommen|muss ich da sein)
(ist|war) <termin> [noch|wirklich] [um|am] (heute|morgen|{time}) [oder] [um|am] [{time}]
(ich weiß nicht mehr|ich habe vergessen|sag mir|sagen sie mir|können sie mir sagen|kannst du mir sagen|wissen sie) (wann|um wie viel uhr) <termin> [ist|beginnt]
@rdv = ça|ce|le rendez vous|mon rendez vous|notre rendez vous|la réunion|le rdv|mon rdv|l appel|la visio
(c est|c était|ce sera) [à] (quand|quelle heure|quel jour) [le rendez vous|la réunion|le rdv]
(quand|à quelle heure|quel jour|quelle heure) (est|était|est ce|c est|commence|débute|sera) [que|est] [<rdv>] [est|commence]
(quand|à quelle heure) (a lieu|est fixé|est prévu) <rdv>
(est ce|c est) [bien|toujours] [à] {time} [ou] [à] [{time}|{length}]
(dites moi|dis moi|pouvez vous me dire|peux tu me dire|j ai oublié) (quand|à quelle heure) (c est|est|commence) [<rdv>]
@cita = la cita|mi cita|la reunión|nuestra cita|la llamada|la videollamada|eso|la consulta
[y] (cuándo|a qué hora|qué día|para cuándo|a que hora|que dia) (es|era|será|empieza|comienza|tengo|está) [<cita>]
(es|era|sigue siendo) [<cita>] [a la|a las] {time} [o] [a la|a las] [{time}]
(dime|dígame|me puede decir|me puedes decir|puede decirme|he olvidado|olvidé|no sé) (cuándo|a qué hora) (es|empieza) [<cita>]
(quando|a che ora|che giorno) (è|e|era|inizia|comincia) [l appuntamento|il mio appuntamento|la riunione|la chiamata]
(quando|a que horas|que horas|que dia) (é|e|era|começa) [a consulta|a minha consulta|a reunião|a chamada]
(wanneer|hoe laat|om hoe laat|welke dag) (is|was|begint) (het|de afspraak|mijn afspraak|het gesprek|de vergadering)
(いつですか|何時ですか|何時からですか|予約はいつですか|予約は何時ですか|会議はいつですか|会議は何時ですか|何日ですか)

= help
(help|hilfe|aide|ayuda|aiuto|ajuda|hulp|ヘルプ|助けて) [me]
(what|how) can (you|i) (do|say|write|use you|use this) [here]
(who|what) are you
(how does this work|how do you work|what is this|what do you do)
(was|wie) (kannst du|können sie|kann ich|kann man) [hier] (tun|machen|sagen|schreiben)
(wer|was) (bist du|sind sie)
wie (funktioniert|geht) das [hier]
(que|qu est ce que|qu est ce que tu|que sais tu|que savez vous|que peux tu|que pouvez vous|comment ça) (faire|marche|fonctionne|sais faire|peux faire|pouvez faire)
(qui|que) (es tu|êtes vous)
(qué|que) (puedes|puede|sabes|sabe) hacer
(cómo|como) funciona [esto]
(quién|qué) eres
"""
