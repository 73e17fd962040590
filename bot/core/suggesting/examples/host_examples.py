"""What people say to the host of a meeting to which they are invited, in four languages."""

EXAMPLES = """
@cant = can not|could not|will not be able to|am not able to|am unable to
@kann_nicht = kann [leider|heute|doch] nicht|schaffe es [leider|heute|doch] nicht
@here = here|ready|in the waiting room|waiting|at the door

= tell host
(i|we) <cant> (come|make it|attend|join|be there) [today|tomorrow|now] [at|on] [{time}]
[sorry] <cant> (come|make it|attend|join) [today] [at|on] [{time}]
(i am|i m|we are|count me) (in|in for it|coming|on my way|out|<here>)
(i will|i ll|we will) (be there|join|come|try to make it) [at|on] [{time}] [too|then]
(yes|sure|ok) (i will|i ll) (be there|come|join)
on my way
(i am|i m|we are) [running] [a bit|a little|{length}] late
(i will|i ll) be [a bit|a little|{length}] late
(i am|i m) (stuck|delayed|held up) [in traffic|in another meeting|in surgery|on a call]
(can|could) we (do|make it|have it|say|meet|move it to|shift it to|start at) {time} [instead|please|then]
(can|could) we (do it|meet|move it|postpone it|reschedule|reschedule it|shift it) [to] [another day|another time|later|earlier|{time}] [instead]
(is|would) {time} [be] [ok|okay|possible|fine|better|also possible] [instead|for you|too]
{time} (would be|is) better [for me]
(i need to|i have to|i must) (reschedule|postpone|cancel|leave at {time}|leave early|go at {time})
(are you|where are you) [there|coming|here|all]
(i am|i m) waiting [for you]
ich <kann_nicht> [kommen|teilnehmen|dabei sein] [um|am] [{time}]
ich (bin|wäre) (dabei|da|unterwegs|gleich da|im stau|krank|raus|nicht dabei)
ich (komme|werde da sein) [gern|gerne] [um|am] [{time}]
ich (verspäte mich|komme später|komme zu spät|komme etwas später) [um] [{length}]
(können|könnten) wir [es|das|uns] [auf|um|am] [{time}] [auch] (verschieben|verlegen|treffen|machen|später machen) [stattdessen]
(geht|ginge|passt) [es|das] [auch] [um|am] {time} [auch|stattdessen]
(wo bist du|bist du da|kommst du|ich warte)
je ne (peux|pourrai) pas (venir|participer|être là|me joindre) [à] [{time}]
je (suis|serai) (là|présent|présente|en route|malade|dans les bouchons|des vôtres)
je (viens|participe|serai là) [à] [{time}]
je (suis|serai|vais être) en retard [de {length}]
(peut on|on peut|pourrait on|pourrions nous|pouvons nous) (faire|dire|se voir|décaler|repousser|reporter|déplacer) [ça|la réunion] [à] [{time}] [plutôt|à la place]
(où es tu|vous êtes là|tu viens|j attends)
no (puedo|podré|voy a poder) (ir|venir|asistir|participar|llegar) [a las|el] [{time}]
(estoy|estaré) (allí|listo|lista|en camino|enfermo|enferma|en el tráfico|esperando)
(voy|iré|asistiré|me apunto|cuenten conmigo|cuenta conmigo) [a las] [{time}]
(llego|voy a llegar|llegaré) [{length}] tarde
(podemos|podríamos|se puede) (hacerlo|quedar|moverlo|cambiarlo|aplazarlo|dejarlo|vernos) [a las|para] [{time}] [mejor|en su lugar]
(dónde estás|estás ahí|vienes)
"""
