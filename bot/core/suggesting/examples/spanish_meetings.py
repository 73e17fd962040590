"""Spanish: meetings, and who is in them."""

EXAMPLES = """
@cita = reunión|cita|llamada|videollamada|videoconferencia|consulta|videoconsulta|sesión|meeting
@cita = conferencia|visita|entrevista|llamada de vídeo|junta|charla|conversación
@porfa = por favor|puedes|podrías|puede|podemos|me puedes|nos puedes
@enlace = enlace|link|correo|invitación|mensaje|email|sms|acceso
@la = la reunión|la cita|la llamada|la videollamada|lo|{meeting}

= meet
(llama|contacta|llamar|videollama) [a] {person} [{time}] [{length}]
(reúne|reúnete|reunirme|quedar|queda) con {person} [{time}]
[<porfa>] [una|la] <cita> con {person} [{time}] [{length}]
[una] <cita> [{time}] con {person}
[<porfa>] (crea|crear|organiza|organizar|programa|programar|planifica|agenda|agendar|inicia|iniciar|abre|empieza|haz|hacer|pon|prepara) [me] [una] <cita> con {person} [{time}]
(quiero|queremos|necesito|quisiera|me gustaría|tengo que|debo|necesitamos) (hablar|ver|llamar|reunirme|conversar) [a|con] {person} [{time}]
(quiero|necesito|necesitamos|quisiera|tengo) [una] <cita> con {person} [{time}]
(ponme|conéctame|comunícame|conéctanos) [en contacto] con {person}
(envía|enviar|manda|mándale|envíale|dale) [un|una|el] [nuevo] <enlace> a {person} [{time}]
(envía|manda) a {person} [un|una] <enlace>
invita a {person} a [una] [nueva] <cita> [{time}]
(nuevo|nueva) paciente {person} [{time}] [{length}]
vídeo con {person}
{person} {time}
<cita> {person} {time}
(necesito|necesitamos|quiero|quisiera|dame|pásame|envíame) un (enlace|link|enlace de vídeo|acceso) [para un paciente|para una paciente|para un cliente]
[una] (nueva|nuevo) (<cita>|enlace) [ahora|ya|aquí]
(inicia|empieza|comienza|crea|abre) [una|la] [nueva] <cita> [ahora|ya|aquí]
<cita> (aquí|ahora|ya|ahora mismo)
un enlace [por favor]
{guests} [por favor]
<cita> en {language} con {person}
<cita> con {person} (sobre|acerca de|por|para hablar de)
(empezar|empecemos|comenzar|vamos)

= add
(reemplaza|sustituye|cambia) [a] (por|con) {person} [a]
[<porfa>] (añade|agrega|añadir|agregar|incluye|suma|incorpora|mete|trae) [también] [a] {person} [a la reunión|también|a {meeting}]
(añade|agrega|incluye|suma) a {person} [por favor]
(invita|invitar) (también|además) a {person}
(invita|invitar) a {person} (también|además|a la reunión|a {meeting}|a la llamada)
{person} (debe|puede|quiere|debería|va a|tiene que|necesita) [también] (venir|participar|unirse|entrar|estar|asistir) [también]
que (venga|entre|participe|se una) [también] {person}
(y|más|también) [a] {person} [también]
(envía|manda|dale) [también] el enlace a {person} [también]
necesitamos a {person} [también|en la reunión]
(una|otra) persona [más] {person}
{person} (viene|participa|se une) también
(su marido|su esposa|su hija|su hijo|un colega|una compañera|el intérprete|la intérprete) {person} [quiere] [participar|venir|unirse]
{guests} más [por favor]
otros {guests}

= resend
(reenvía|reenviar|reenvíale|reenvíe) [el|un|su|la] <enlace> a {person}
(reenvía|reenviar) [a] {person}
(envía|enviar|manda|envíale|mándale) [otra vez|de nuevo|nuevamente] [el|un|otro] [nuevo] <enlace> a {person} [otra vez|de nuevo|nuevamente]
{person} (perdió|ha perdido|no encuentra|no recibió|no ha recibido|borró|no tiene|no le llegó) [el|su|la] <enlace>
{person} no (recibió|ha recibido) nada
a {person} no le (llegó|ha llegado) [el|nada|la] [<enlace>]
(ella|él|el paciente|la paciente|el cliente) (perdió|no encuentra|no recibió|no tiene|no ha recibido) (el|su|la) <enlace>
(ella|él|el paciente|la paciente|{person}) no puede (entrar|conectarse|abrir el enlace|unirse|abrirlo|acceder)
el enlace de {person} (no funciona|no sirve|caducó|ha caducado|expiró|está roto)
(nuevo enlace|un nuevo enlace|otro enlace) para {person}
{person} (necesita|pide|quiere) (el enlace|un nuevo enlace|otro enlace) [otra vez|de nuevo]
{person} dice que el enlace (no funciona|caducó|ha caducado|expiró)

= resend me
(empezamos|empieza|empecemos|comenzamos) sin (él|ella|ellos|{person})
(inicia|abre|empieza|comienza|entrar en) (la|nuestra) (reunión|videollamada|llamada) [ahora]
(reenvíame|envíame|dame|mándame|pásame) mi enlace [de anfitrión|otra vez]
(dónde está|no encuentro|perdí|he perdido|no tengo) mi enlace [de anfitrión]
mi enlace de anfitrión
no puedo volver a entrar [en mi reunión]
(reenviar|reenvía) mi enlace

= resend all
(reenvía|envía|manda) [el enlace|un nuevo enlace|los enlaces|las invitaciones] a (todos|todo el mundo|todas) [otra vez|de nuevo]
nadie (recibió|ha recibido) (el enlace|nada|los enlaces)
nuevos enlaces para todos

= text for
[un] texto (para|para reenviar a|para enviar a|para copiar para) {person}
(dame|escríbeme|hazme) [un|el] texto [para reenviar|para copiar] (para|a) {person}
(algo|un texto|un mensaje) para (copiar|pegar|reenviar) (para|a) {person}
yo se lo (reenvío|envío) [a {person}]

= handover
(pasa|transfiere|entrega|cede|traspasa|da|deja) [<la>|el control] a {person}
{person} (se queda con la reunión|toma el relevo|se encarga|continúa|sigue|me sustituye|se hace cargo|dirige en mi lugar)
(me tengo que ir|tengo que irme|debo irme) {person} (continúa|se encarga|sigue)
(haz|nombra) a {person} [el nuevo] (anfitrión|organizador|host)
{person} (es|será) [el nuevo|ahora el] (anfitrión|organizador|host)
deja que {person} (dirija|continúe|siga)

= cohost
(haz|nombra|pon|añade) a {person} [como] (coanfitrión|co anfitrión|segundo anfitrión|cohost)
{person} (debe|puede|debería) [también] ser (anfitrión|coanfitrión|host) [también]
{person} como (coanfitrión|co anfitrión|segundo anfitrión)
un segundo anfitrión {person}
{person} coanfitrión

= extend
(alarga|alargar|extiende|extender|prolonga|prolongar|amplía|ampliar) [<la>] [por|en|otros|otras] [{length}]
{length} más [por favor]
(otros|otra|otras|otro) {length} [más]
(necesitamos|necesito) [otros|unos] {length} [más]
(necesitamos|necesito|queremos) [algo de|un poco de] más tiempo
(danos|dame|añade|pon) [otros] {length} [más]
(no hemos|aún no hemos|todavía no hemos) (terminado|acabado)
(podemos|puedo) (tener|extender|alargar) [la reunión] [otros] {length} [más]
(más tiempo|un poco más)
(va a durar|tarda|dura) más
hasta las {time}

= cancel
[la|mi] (visita|reunión|consulta|llamada|cita) [ha] (terminado|terminada|acabado|acabada)
(cancela|cancelar|cancele|anula|anular|suspende|elimina|borra|termina) [<la>] [por favor]
(<la>) (se cancela|queda cancelada|no se hace|no tendrá lugar|se suspende|está cancelada)
{meeting} (está|queda) (cancelado|cancelada|anulado|anulada)
ya no (necesito|necesitamos|hace falta) (<la>)
(déjalo|olvídalo|ya no hace falta|mejor no|no hace falta)
{person} (no puede venir|no viene|ha cancelado) [cancela]
(tengo que|tenemos que|hay que|quiero) cancelar [<la>]
(debo|debería|puedo) cancelar [<la>]

= move
{person} mejor (a|al|para) {time}
(no puedo|estoy ocupada|estoy ocupado) (pásala|muévela) a {time}
(ponla|ponlo|hazla|hazlo) [mejor] {time}
(mueve|mover|cambia|cambiar|pospón|posponer|aplaza|aplazar|pasa|pásalo|pásala|muévelo|muévela|adelanta|reprograma|reprogramar|retrasa) [<la>] [a|para|a las|al] [{time}]
(retrasa|aplaza|pospón|adelanta) [<la>] {length}
(podemos|se puede) (mover|cambiar|posponer|empezar|pasar) [<la>] [a {time}|{length} más tarde|más tarde]
(mejor|en lugar de eso) [a las] {time}
{length} más (tarde|temprano)
(solo|mejor) {length}
{length} (bastan|basta|son suficientes|es suficiente)
(otra hora|cambiar la hora|cambia la hora) [{time}]
empezar ahora en vez de {time}

= rename
(renombra|llama|titula) (la reunión|{meeting}) [como]
(el tema|el asunto|el título) (es|debe ser|será)
(cambia|cambiar) (el tema|el asunto|el título) [a]
(asunto|tema|título)

= again
(otra vez|de nuevo|lo mismo|la misma) [con los mismos] [{time}]
(repite|repetir) [la] [reunión] [{time}]
con (las mismas personas|los mismos invitados) [{time}]

= remove
(quita|elimina|saca|excluye|retira|expulsa) a {person} [de la reunión|de la lista]
{person} no (debe|debería|puede) (venir|participar|estar)
{person} no puede [venir] {time}
sin {person}
que no (venga|entre|participe|asista) {person}
{person} (no|ya no) hace falta [que venga]

= tell
(dile|di|avisa|informa|escribe|comunica) a {person} [que]
(diles|dile|avisa|avísales|informa) [a] [todos|los invitados|ellos] [que]
(llego|llegaré|voy) [{length}|un poco] (tarde|con retraso)
(estoy|voy) [un poco] retrasado [{length}]
(estoy en un atasco|ya voy|llego en {length}|enseguida llego|estoy atascado)
(empezamos|comenzamos) [{length}|un poco] más tarde
mensaje (a|para) {person}
{length} (tarde|de retraso)

= my link
(reenvíame|envíame|mándame|dame|pásame) (mi|el|un) [nuevo] enlace [otra vez|de nuevo]
(perdí|he perdido|no encuentro|no recibí|no tengo|borré|no me llegó) (mi|el|la) (enlace|invitación|correo|mensaje|link)
(mi|el) enlace (no funciona|no sirve|caducó|ha caducado|no abre)
(perdí|he perdido|no encuentro|borré) (el|mi) enlace (me lo|lo) (pueden|puedes|puede|podrían|podría) (mandar|enviar|reenviar|pasar) [de nuevo|otra vez]
no puedo (entrar|conectarme|unirme|abrir el enlace|acceder)
(dónde está|cuál es) (mi|el) enlace
cómo (entro|me uno|puedo entrar|me conecto)
mi enlace [por favor]

= undo
(deshacer|deshaz|deshazlo|deshaz eso|da marcha atrás|vuelve atrás)
(ups|uy|oh no|perdón|perdona) [era] [la] (persona equivocada|dirección equivocada|un error)
(ups|uy)
(era|es|fue) (la persona equivocada|la dirección equivocada|un error)
(persona|dirección|número) (equivocada|incorrecta|equivocado)
me (equivoqué|he equivocado) [de persona|de dirección|de número]
quería decir {person}
"""
