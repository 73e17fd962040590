"""Spanish: sentences that say a command in so many words, so it is done at once."""

NAMES = """
@quien = {person}|(paciente|cliente|clienta|señor|señora|sr|sra|dr|dra) {person}
@who = [a|al|a la] {person}|[a|al|a la] [mi|mis|nuestra|nuestro|nuevo|nueva|su] (paciente|cliente|clienta|colega|compañero|compañera|señor|señora|sr|sra|dr|dra|doctor|doctora|invitado|invitada) [en|al] {person}
@who = [a|al|a la] [su|mi] (marido|esposo|esposa|mujer|hijo|hija|madre|padre|hermano|hermana|intérprete|enfermero|enfermera|médico|médica|cuidador|cuidadora|tutor|tutora|abogado|abogada) {person}
@cita = [mi|nuestra] (reunión|cita|llamada|videollamada|consulta|visita|videoconferencia|video llamada|sesión|entrevista|teleconsulta|videoconsulta)
@cita = demo|demostración|seguimiento|revisión|charla|call|meeting|video|vídeo|conferencia|webex|zoom|llamada de video|reunión de video|reunión virtual|cita virtual|consulta virtual|visita virtual|visita por video|reunión por video|sala|llamada de vídeo|video consulta|videocita|cita de video|cita de vídeo|cita por video|cita por vídeo
@fin = para (control|revisión|seguimiento|entrevista|consulta|<cita>)
@enlace = enlace|enlaces|link|links|invitación|acceso|enlace de video|enlace de vídeo|link de video|enlace de la reunión|link de la reunión|enlace de acceso|liga
@envio = <enlace>|correo|mail|email|mensaje|sms|e mail|correo electrónico
@su = mi|mis|su|sus|ese|esa|este
@otra = otra vez|de nuevo|nuevamente|una vez más|por segunda vez
@manda = envía|envíe|enviar|manda|mande|mandar|pasa|pasar|pase|da|dar|comparte|compartir|mándale|envíale|pásale|dale|enviale|mandale
@reenvia = reenvía|reenviar|reenvíe|reenvíale|reenviale|vuelve a enviar|vuelve a mandar|volver a enviar|volver a mandar|vuelve a enviarle|vuelve a mandarle|vuelva a enviar
@la = [mi|nuestra|esta|esa] (reunión|cita|llamada|videollamada|consulta|visita|videoconferencia|sesión|teleconsulta|videoconsulta|meeting|call|conferencia)|{meeting}
@roto = no funciona|no sirve|caducó|ha caducado|no abre|está roto|no va|no le funciona|no le sirve|no le abre|expiró|ha expirado|está caducado|no le va|venció|ya no funciona|ya no sirve|no le anda|no anda|dejó de funcionar|no se abre|está vencido
@perdio = perdió|ha perdido|no encuentra|no recibió|no ha recibido|no tiene|borró|no le llegó|no le ha llegado|ha borrado|eliminó|ya no tiene|ya no encuentra|no consigue abrir|no puede abrir|nunca recibió|no le llega|ha extraviado|extravió|se le perdió|perdio|no logra abrir|no puede encontrar
@ella = ella|él|paciente|cliente|clienta|invitado|invitada
@haz = organiza|organizar|organice|planifica|planificar|crea|crear|cree|inicia|iniciar|inicie|empieza|empezar|abre|abrir|abra|programa|programar|programe|agenda|agendar|agende|fija|haz|hacer|pon|poner|ponme|ponnos|reserva|reservar|arma|armar|prepara|preparar|concierta|concertar|tener|hazme|créame|abreme|ábreme|montar|monta|coordina|coordinar|agéndame|prográmame|convoca|lanza
"""
"""Groups of words that the templates name, also those of `spanish_clear_later`."""

EXAMPLES = (
    NAMES
    + """
= idle
(el|la|los|las|un|una|unos|del|de|porfa|gracias|hola|rápido|rápida|urgente|buenas|breve)
(duración|rápidamente|porfavor|ya|ahora)

= ending
(x favor|xfa|porfis|gracias|muchas gracias|mil gracias|por favor|porfa|si es posible|si puedes|si puede|para mí|para nosotros|ahora|ahora mismo|ya|ya mismo|vale|ok|de antemano|saludos|un saludo)

= courtesy
(buenos días|buenas tardes|buenas noches|buen día) [a todos|equipo]
(<ella>) [ya] está esperando [ya]
(perdón|perdona|disculpa|disculpe|una pregunta|es urgente|urge|otra cosa)

= meet
(<cita> con|llama|llamar|ver|hablar con) <who> y <who>
(organizar|organizarme|agendarme) <cita> con <who>
(hazme|haznos|prepárame|móntame) <cita> con <who>
(puedes|podrías|) (agendar|programar|citar|convocar|apuntar) <who> [para <cita>]
(agenda|programa|apunta|anota|cita) <who> [para <cita>]
{length} con <who>
(dame|necesito|reserva) {length} con <who>
(hacerlo|hacer) [<cita>] con <who>
(hacemos|tenemos) <cita> con <who>
(ponme|pónganme|ponnos|conéctame) [en línea|en contacto|en pantalla] con <who>
(veo|vemos|atiendo|atendemos) <who>
<cita> con <who>
<cita> <who>
<cita> con <who> <fin>
(ver|llamar|atender) <who> <fin>
<who> <cita>
<haz> [me|nos] <cita> con [conmigo y] <who>
(quedar|hablar|reunirme|reunirnos|verme|vernos|conversar|charlar|conectar|conectarme) con <who>
(ver|llamar|contactar|atender|videollamar|hablar) [con] <who>
(contacta|reúne|atiende|videollama) (a|al|a la|con) <quien>
(quiero|quisiera|necesito|tengo que|debo|queremos|necesitamos|me gustaría|tenemos que) (ver|llamar|contactar|atender|hablar|reunirme|reunirnos|conversar) [con] <who>
(quiero|quisiera|necesito|queremos|necesitamos|me gustaría) [<haz>] <cita> con <who>
(conéctame|comunícame|ponme|conecta|conéctanos|pásame|enlázame) [en contacto|en videollamada|por video] con <who>
<who> (necesita|quiere|pide|solicita|quisiera|desea) <cita> [conmigo|con nosotros]
<who> (quiere|necesita|quisiera|desea) (hablar conmigo|verme|hablar con nosotros|vernos|hablarme)

= first meet
(invita|invitar|invite|convoca|cita|citar) <who> (para|en|) <cita>
(pon|mete|trae) <who> en <cita>
(enlace|link|enlace de video|enlace de vídeo)
[(envíame|mándame|dame|hazme|créame|genera|crea|prepara|abre|inicia|necesito|quiero|quisiera|necesitamos|me das|me mandas|pásame|danos)] (<enlace>|<cita>) [para (compartir|enviar|mandar|reenviar)]
[(envíame|mándame|dame|hazme|créame|genera|crea|prepara|abre|inicia|necesito|quiero|quisiera|necesitamos|me das|pásame|danos)] (<enlace>|<cita>) para (paciente|cliente|clienta|alguien|invitado|visitante|familiar|familia)
(inicia|empieza|comienza|abre|lanza|iniciar|empezar) <cita>

= timed meet
<who> [solo] habla [solo]
<who>
con <who>
<who> <fin>
(invitar|invita|invite) <who>
(nuevo|nueva) <who>
(seguimiento|control|revisión|demo|entrevista) con <who>

= link
<manda> sms [con [<su>] <enlace>] <who>
<manda> <who> sms con [<su>] <enlace>
(haz|hazme|créame|crea|genera|necesito|quiero|dame) [<su>] <enlace> para <who>
<manda> <who> [<su>] <enlace> [por (sms|correo|mail|mensaje|email)]
<manda> [<su>] <enlace> [para] <who> [por (sms|correo|mail|mensaje|email)]
<enlace> para <who>
(necesito|quiero|genera|crea) <enlace> para <who>
<who> necesita [<su>] <enlace>

= guests
{guests} (invitado|invitados|huésped|invitada)
(dame|necesito|quiero|crea|genera|hazme|envíame) {guests} (invitado|invitados|huésped)
{guests} (de|para) (invitado|invitados|huésped)
(dame|necesito|quiero|crea|genera|hazme|envíame) {guests} (de|para) (invitado|invitados|huésped)
<cita> con (código qr|código qr code|qr code|qr|codigo qr) [para (recepción|sala de espera|puerta|pacientes|visitas)]
{guests} para (familia|equipo|grupo|compartir)
{guests} [para (pacientes|visitas|visitantes|clientes|invitados|familia|sala de espera|recepción)]
(dame|envíame|mándame|crea|genera|necesito|quiero|hazme|necesitamos) {guests} [para (pacientes|visitas|visitantes|clientes|invitados|familia)]
<cita> (con|para) {guests}
<haz> <cita> (con|para) {guests}
[(dame|envíame|mándame|crea|genera|necesito|quiero|hazme|imprime|haz)] (código qr|código qr code|qr code|qr|codigo qr) [para escanear] [para (recepción|sala de espera|puerta|entrada|pacientes|visitas|invitados|mostrador|cartel)]

= add
<who> (se une a nosotros|se nos une|se unirá|se incorpora|nos acompaña|va a participar|participará|vendrá también|entra con nosotros)
<who> también (participa|viene|se une|entra|participará|vendrá|estará)
(mete|incluye|suma|pon|ponle|trae) <who> (en|a|al|a la) <la> [también]
{guests} más para {meeting}
(otros|otro|another) {guests} para {meeting}
<manda> [<su>] <enlace> (de|para) {meeting} <who> [también]
(marido|esposo|esposa|mujer|hijo|hija|madre|padre|hermano|hermana|intérprete) (debe|quiere|debería|desea|tiene que|necesita) [también] (venir|participar|unirse|estar|entrar|conectarse) [también] {person}
(añade|añadir|agrega|agregar|incluye|incluir|suma|sumar|mete|meter|trae|agregue|añada|incorpora) [también|además] <who> [también|además|aquí|{meeting}]
(añade|añadir|agrega|agregar|suma|incluye|mete|agregue|añada) [también] <who> [en|a|al|a la] <la>
(invita|invitar|invite) (también|además) <who>
(invita|invitar|invite) <who> (también|además|{meeting})
<who> (debe|quiere|debería|va|desea|quisiera|tiene que|necesita) [también] (venir|participar|unirse|unírsenos|estar|entrar|conectarse) [también]
(y|más|también|y también) <who> [también]
<manda> (también) [<su>] <enlace> <who>
<manda> [<su>] <enlace> <who> también
<manda> <who> [<su>] <enlace> también
<who> (viene|participa|se une|entra) también
también (viene|participa|se une|entra) <who>
{guests} más
(otros|otro|another|another otro) {guests}

= resend
(mandarle|enviarle|pasarle) <otra> [<su>] <envio> [<who>]
(mandarle|enviarle|pasarle) [<su>] <envio> <otra> [<who>]
(reenviarle|reenviar) [<su>] <envio> [<who>]
(<who>|<ella>) (está fuera|no logra entrar|no consigue entrar|sigue sin <envio>|se quedó fuera|no ha podido entrar)
<who> (quiere|necesita|pide) [un] <envio> nuevo
(inténtalo|intenta|prueba) <otra> con <who>
<reenvia> [le|lo] [<su>] [<envio>] [para] <who>
<reenvia> <who> [<su>] [<envio>]
<manda> <otra> [<su>] <envio> <who>
<manda> [<su>] <envio> <otra> <who>
<manda> [<su>] <envio> <who> <otra>
<manda> <who> [<su>] <envio> <otra>
<manda> <who> otro <envio>
<manda> otro <envio> [para] <who>
(otro|nuevo) <envio> para <who>
<enlace> <otra> [para] <who>
<otra> [<su>] <enlace> [para] <who>
<who> [ya] <perdio> [<su>] <envio>
<who> (no recibió nada|no ha recibido nada|no tiene nada|no le llegó nada)
[<who>] no le ha llegado nada <who>
no le (llegó|ha llegado|llega) [nada|<envio>] <who>
<who> no puede (entrar|abrirlo|abrir <envio>|acceder)
[<su>] <envio> <who> <roto>
<envio> no le (funciona|sirve|abre|va|anda) <who>
<who> no le (funciona|sirve|abre|va|anda|llegó|ha llegado|llega) [<su>] <envio>
<who> (necesita|quiere|pide) (otro|nuevamente|de nuevo) [<su>] <envio>
<who> (necesita|quiere|pide) [<su>] <envio> <otra>
<who> dice que [<su>] <envio> <roto>
<who> dice que <perdio> [<su>] <envio>
<ella> <perdio> [<su>] <envio>
<ella> (no recibió nada|no le llegó nada|no ha recibido nada)
<su> <envio> <roto>
(mándale|envíale|mandale|enviale) [<su>] <envio> <otra>
(mándale|envíale|mandale|enviale) otro <envio>
(reenvíale|reenviale|vuelve a mandarle|vuelve a enviarle) [<su>] <envio>
(reenvíaselo|mándaselo <otra>|envíaselo <otra>)

= ~ resend
(<who>|<ella>) (llamó|ha llamado|escribió|me llamó|acaba de llamar|ha escrito)
(puedes|podrías|puede|) (reenviarlo|reenviárselo|reenviarle|mandarlo|mandárselo) [<otra>]
(no encuentra|no ve|no tiene|perdió) [<su>] <envio>
(<reenvia>|reenvíalo|reenvíaselo|reenvialo|reenviaselo|mándaselo|envíaselo) [le] [<su>] [<envio>] [<otra>]

= resend me
(reenvíame|mándame <otra>|envíame <otra>|dame <otra>|vuelve a mandarme|vuelve a enviarme) [<envio>] [de anfitrión|anfitrión|de host]
(mándame|envíame|dame) <envio> <otra>
(dónde está|perdí|he perdido|no encuentro|no tengo) <enlace> (de anfitrión|anfitrión|de host|host)
<enlace> (de anfitrión|anfitrión|de host) [<otra>]

= resend all
<reenvia> [lo] [a] (todos|todas|todo el mundo|todos los invitados)
(todos|todo el mundo) (necesitan|perdieron|necesita|perdió) [<su>|nuevo] <envio> [<otra>]
<reenvia> [les] [<su>] [<envio>] [a] (todos|todas|todo el mundo|todos los invitados)
<reenvia> [a] (todos|todo el mundo) [<su>] <envio>
<manda> <otra> [<su>] <envio> [a] (todos|todas|todos los invitados)
<manda> [<su>] <envio> [a] (todos|todas|todos los invitados) <otra>
<manda> [a] (todos|todas) [<su>] <envio> <otra>
nadie (recibió|ha recibido|tiene) (<envio>|nada)
(nuevos|nuevo) <envio> para [a] (todos|todo el mundo)

= text for
[(dame|escribe|escríbeme|hazme|necesito|quiero|prepara|envíame|mándame)] texto [para (reenviar|copiar|pegar|enviar|copiar y pegar|mandar)] [por|en|para] [whatsapp] para <who>
[(dame|escribe|escríbeme|hazme|necesito|quiero)] (algo|mensaje|texto) para (reenviar|copiar|pegar|enviar|copiar y pegar|mandar|reenviarle|mandarle|enviarle|reenviárselo|mandárselo) [por|en] [whatsapp|sms] [para] <who>

= ~ add
(intérprete|traductor|traductora)
(necesitamos|necesito|hace falta) (intérprete|traductor|traductora|colega)
"""
)
