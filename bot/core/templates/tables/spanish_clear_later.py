"""Spanish: clear sentences about a meeting that is on: its hosts, its time and its end."""

from bot.core.templates.tables.spanish_clear import NAMES

EXAMPLES = (
    NAMES
    + """
= handover
<who> (me cubre|me suple|lo lleva|la lleva|asume <la>|asume|me va a sustituir|va a sustituirme|tomará mi lugar|seguirá)
(dale|pásale|déjale) (mando|control|relevo) <who>
que (siga|continúe|dirija|lo lleve|se encargue) <who>
<who> se (encarga|ocupa|encargará|ocupará) [de <la>|de esto]
(pasa|transfiere|entrega|cede|traspasa|da|deja|dale|pásale|pasar|transferir|cédele|traspásale|déjale) [<la>|control|esto|mando] <who>
(pasa|transfiere|entrega|cede|traspasa|dale|pásale|déjale) <who> (<la>|control|mando)
<who> (se queda con <la>|toma el relevo|se encarga|me sustituye|se hace cargo|dirige en mi lugar|toma mi lugar|me reemplaza|se encargará|va a tomar el relevo|continúa por mí|sigue por mí|se encarga desde aquí|me releva|tomará el relevo|se hace cargo de <la>|continúa en mi lugar|sigue en mi lugar|toma el control)
<who> (es|será|va a ser) [nuevo|ahora|nueva] (anfitrión|organizador|host|anfitriona|organizadora) en mi lugar
(haz|nombra|pon) <who> [nuevo] (anfitrión|organizador|host|anfitriona) en mi lugar
deja que <who> (dirija|continúe|siga|se encargue|se haga cargo) [en mi lugar|<la>]

= ~ handover
(mi turno|mi guardia) (terminó|termina|se acaba|se acabó|ha terminado)
(estoy|tengo) (enfermo|enferma|de baja|emergencia|urgencia|quirófano)
(me tengo que ir|tengo que irme|debo irme|me voy|tengo que salir)

= cohost
(segundo|otro) (anfitrión|host) (es|será|debe ser) <who>
(haz|nombra|pon|añade) también (anfitrión|anfitriona|host) <who>
(haz|nombra|pon|añade) también <who> (como|de|) (anfitrión|anfitriona|host)
(haz|nombra|pon|añade) <who> (también|además) (como|de|) (anfitrión|anfitriona|host)
(haz|nombra|pon|añade) <who> (anfitrión|anfitriona|host) (también|además)
<who> (también|además) (será|es|va a ser) (anfitrión|anfitriona|host|organizador)
<who> (será|es|va a ser) también (anfitrión|anfitriona|host|organizador)
(dale|da) [también] <who> [también] (permisos|derechos) (de anfitrión|de host|de coanfitrión) también
(segundo|otro) (anfitrión|host) <who>
(necesito|quiero) (coanfitrión|segundo anfitrión|co anfitrión) <who>
(haz|nombra|pon|añade|agrega|poner) <who> [como|de] (coanfitrión|co anfitrión|segundo anfitrión|cohost|coanfitriona|co host|segundo host)
<who> (debe|debería|tiene que) (también) ser (anfitrión|host)
<who> (debe|debería|puede|tiene que) ser (coanfitrión|co anfitrión|cohost)
<who> (como|de) (coanfitrión|co anfitrión|segundo anfitrión|cohost|coanfitriona)
<who> (coanfitrión|cohost|co anfitrión)
que <who> sea [también] (anfitrión|anfitriona|coanfitrión|coanfitriona|host) también
que <who> sea también (anfitrión|anfitriona|coanfitrión|coanfitriona|host)

= remove
(quítala|quítalo|sácala|sácalo|elimínala|elimínalo|bórrala|bórralo) [de (<la>|lista)]
(tacha|tachar|descarta|quítame) <who> [de (<la>|lista|invitados)]
(quita|quitar|elimina|eliminar|saca|sacar|excluye|excluir|retira|retirar|expulsa|expulsar|desinvita|desinvitar|quite|saque|borra) <who> [de (<la>|lista|invitados|aquí|ahí)]

= cancel
(cierra|termina|finaliza|cerrar|terminar) <la> [ya]
ya no (hace falta|necesitamos|necesito) [esta|esa] <la>
(cancela|cancelar|cancele|anula|anular|anule|suspende|suspender|elimina|borra) [esta|esa] <la>
(termina|terminar|finaliza|finalizar|cierra|cerrar) [esta|esa] <la>
(cancela|cancelar|anula|suspende|elimina|borra) <la> con <who>
(cancela|cancelar|cancélala|cancélalo|cancelala|cancelalo|anúlala|anúlalo) [eso|esto]
(tengo que|tenemos que|hay que|quiero|debo|necesito|queremos) cancelar [<la>|con <who>|<la> con <who>]
(cancela|cancelar|anula|anular) [<la>] (que|porque|ya que) [<ella>] [ya] no (viene|puede|vendrá|puede venir)
(cancelamos|puedes cancelar|puede cancelar) [<la>|eso|esto]

= ~ cancel
(terminado|acabado|terminamos|acabamos|listo|hemos terminado)
(<la>|esto) (no se hace|se cancela|no va|queda cancelada|se suspende)
(cancela|cancélala|anula|cancelar)
(<ella>|<who>) (está hospitalizado|está hospitalizada|ya está mejor|ya no la necesita|está ingresado|está ingresada)
[<ella>|<who>] no (se presentó|vino|apareció|llegó|se conectó|se ha presentado|ha venido|ha aparecido)
(<ella>|<who>) [ya] (no puede venir|no viene|ha cancelado|canceló|no puede|no vendrá|no ha venido|no vino|está enfermo|está enferma|no va a venir|no se presentó)
(hemos|ya) (terminado|acabado|terminamos|acabamos)

= move
<who> (quiere|necesita|pide|quisiera|prefiere) (cambiarla|moverla|pasarla|aplazarla|cambiarlo|moverlo|pasarlo|cambiar|mover|aplazar) [<la>] [a|para|a las] {time}
(mejor|preferible|más bien) [para|a|al|las|a las] {time}
<la> mejor [para|a|al|las|a las] {time}
(podemos|podríamos|puedes|) (pasarla|pasarlo|moverla|moverlo|cambiarla|cambiarlo|ponerla|aplazarla|aplazarlo|hacerla|hacerlo) [mejor] [para|a|al|las|a las] {time}
{length} (más tarde|más temprano|antes|después)
<la> {length} (más tarde|más temprano|antes|después)
(empieza|empezamos|empezar|comienza) [<la>] {length} (más tarde|antes|después)
(retrásalo|retrásala|aplázalo|aplázala|atrásalo|atrásala|posponlo|posponla) [en] {length}
(adelántalo|adelántala|adelanta <la>) [en] {length}
(mueve|mover|cambia|cambiar|pospón|posponer|aplaza|aplazar|pasa|pasar|adelanta|adelantar|reprograma|reprogramar|retrasa|retrasar) [<la>|esto] [para|a|al|las|a las] {time}
(pásala|pásalo|muévela|muévelo|cámbiala|cámbialo|ponla|ponlo) [mejor] [para|a|al|las|a las] {time}
(retrasa|aplaza|pospón|adelanta|retrasar|posponer) [<la>|esto] {length}
(mueve|cambia|pospón|pasa|reprograma) <la> con <who> [para|a|al|las|a las] {time}

= again
(lo mismo|igual|misma hora) [otra vez] {time}
{meeting} (otra vez|de nuevo) {time}
(lo mismo que|igual que|como) {meeting} {time}
(otra vez|de nuevo|lo mismo|la misma|misma reunión|mismas personas|mismos invitados|misma cita) [otra vez|de nuevo|con mismas personas|con mismos invitados|con los mismos] {time}
otra vez (lo mismo|misma|misma reunión) {time}
(repite|repetir|repítela|repítelo|repitamos) [<la>|esto|misma] [<la>] {time}
con (mismas personas|mismos invitados|los mismos) {time}

= extend
(podemos|podríamos|nos puedes|me puedes) (tener|dar|quedarnos|seguir|continuar) [otros|another] {length} [más]
(seguimos|sigamos|continuamos|quédate|quedémonos) [otros|another] {length} [más]
(nos|me) (das|darías|faltan|hacen falta) [otros|another] {length} [más]
{length} más
(otros|otra|otras|otro|another) {length} [más]
(danos|dame|añade|pon|agrega|suma|necesitamos|necesito|queremos|quiero|tener|nos das|dale) [otros|unos|otra|another] {length} [más]
(alarga|alargar|alárgala|alárgalo|extiende|extender|extiéndela|prolonga|prolongar|amplía|ampliar|ampliarlo|ampliarla|alargarlo|alargarla|amplíala) [<la>|esto] [en|otros|otra] {length} [más]
(alarga|alargar|extiende|extender|prolonga|amplía|ampliar|ampliarlo|ampliarla|alargarlo|alargarla) [<la>|esto] [un poco]
(necesitamos|necesito|queremos|) [algo|un poco] [de] más tiempo

= ~ extend
<ella> [aún|todavía] tiene (preguntas|dudas)
(no hemos|aún no hemos|todavía no hemos|no he) (terminado|acabado)
(se nos|nos) (acaba|termina) el tiempo
(va a durar|tarda|dura) más

= defaults for {length}
(mis|nuestras|) (reuniones|citas|consultas) (deben|deberían|van a|) (durar|duran|durarán) [siempre|a partir de {time}|desde {time}] {length} [siempre]
(a partir de|desde) {time} [siempre] {length}
(por defecto|siempre|duración por defecto) {length}
(pon|cambia) duración [por defecto] [en] {length}

= defaults in {place}
(estoy|estamos|vivo|trabajo|zona horaria|mi zona es) en {place}

= defaults language {language}
(habla|háblame|responde|respóndeme|escribe|escríbeme|contesta|contéstame) [siempre] [en] {language} [conmigo|siempre]
(cambia|pon) [idioma] [en|a|al] {language}
idioma {language}

= join {number}
(unirme|únete|entrar|entra|conectarme|conéctame|acceder) [en] [reunión|webex] [número] {number}

= host {number}
(inicia|abre|hospeda|organiza|empieza) [reunión|webex] [número] {number}

= ~ any meet
(ella|él|paciente|cliente|clienta) (habla|solo habla|habla solo)
(ella|él|paciente) no habla español
<cita>
(su|) (correo|mail|email|número|teléfono|móvil|celular|dirección) [es] <who>
(<ella>|<who>) no tiene (correo|mail|webex|ordenador|computadora|móvil)
(<ella>|<who>) tiene [una|unas] (pregunta|preguntas|dudas|dolor|fiebre)
(<ella>|<who>) (está|es) [mi|nuestro|nuestra] (paciente|cliente|nuevo|nueva)
(estoy|soy) [de|en] (recepción|secretaria|secretaría|admisión)

= ~ first meet
(tengo|tenemos) <who>
<who> (llega|viene|está citado|está citada) [a {time}|ahora|luego]

= ~ remove
(<who>|<ella>) [ya] no (viene|participa|vendrá|debe estar|va a venir|asiste|asistirá)
(fue|es) (error|persona equivocada|un error)

= ~ move
(me|nos) surgió (algo|un imprevisto|imprevisto)
(tengo|tuve|hay) imprevisto
(voy|vamos|estoy|ando) (tarde|retrasado|retrasada|con retraso)
(<ella>|<who>) (llega tarde|viene tarde|se retrasa|va tarde)
"""
)
