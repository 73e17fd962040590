"""Spanish: clear sentences about guests at the door, and to groups of experts."""

from bot.core.templates.tables.spanish_clear import NAMES

EXAMPLES = (
    NAMES
    + """
@ellas = ella|él|al paciente|a la paciente|paciente|cliente|clienta|al cliente|invitado|invitada|visita
@todos = a todos|todos|a todas|a todo el mundo|todo el mundo|a todos los que esperan|todos los que esperan|a los que esperan|a los invitados|todos los invitados
@alguien = alguien|a alguien|experto|experta|especialista|médico|doctor|doctora|colega

= meet here
[haz|hacer|inicia|abre|hagamos|empieza] <cita> (con|para) (todos|todo el mundo|todo el equipo) (aquí|en este espacio|de este espacio|en este chat)

= let in
(haz|haga|deja|deje|hacer|dejar) (pasar|entrar) (<who>|<ellas>) [ahora|ya]
(deja|deje|haz|haga) que (pase|entre) (<who>|<ellas>) [ahora|ya]
que (pase|entre) (<who>|<ellas>) [ahora|ya]
(admite|admita|admitir) (<who>|<ellas>)
(<who>|<ellas>) [ya] (puede|podría|debe) (pasar|entrar) [ahora|ya]
(puedes|puede) (dejar|hacer) (pasar|entrar) (<who>|<ellas>) [ahora|ya]
(déjala|déjalo|hazla|hazlo|déjele|déjale) (pasar|entrar) [ahora|ya]

= let in all
(haz|haga|deja|deje|hacer|dejar) (pasar|entrar) <todos> [ahora|ya]
(deja|deje|haz|haga) que (pasen|entren) <todos> [ahora|ya]
que (pasen|entren) <todos>
(admite|admita|admitir) <todos>
<todos> [ya] pueden (pasar|entrar) [ahora|ya]

= reply coming
(responde|responda|contesta|conteste|respóndele|contéstale) (<who>|<ellas>) [que] (ya voy|voy|voy en camino|ya llego|estoy en camino|voy enseguida)

= reply not today
(responde|responda|contesta|conteste|respóndele|contéstale) (<who>|<ellas>) [que] (hoy no|hoy no puedo|hoy no es posible)

= expert {group}
(llama|llamar|llame|busca|buscar|busque|necesito|necesitamos|quiero|queremos|consigue|pide|pedir|pregunta|avisa|contacta|contactar|quisiera|trae|consulta|consultar) [me|nos] [a|con|por] [<alguien> [de|en]] {group} [en línea|al teléfono|por video|ahora] [para <who>]
(ponme|ponnos|conéctame|conéctanos|comunícame|pásame) (con|a) [<alguien> [de|en]] {group} [para <who>]
<who> (necesita|quiere|quisiera) [hablar con|ver a] [<alguien> [de|en]] {group}
{group} para <who>
(experto|experta|especialista|expertos) [en|de] {group} [para <who>]

= who is on for {group}
quién está [de guardia|de turno|disponible] (en|de|para) {group} [hoy|ahora|esta noche]
quién está (en|de|para) {group} [de guardia|de turno|disponible] [hoy|ahora|esta noche]
"""
)
